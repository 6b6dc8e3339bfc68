"""Gold: leaf beaten thin, each on its paper, one lifted with a breath."""

from __future__ import annotations

from core.motifs.dice import Dice
from core.motifs.drawing import Canvas, Variant
from core.motifs.geometry import Point, polygon
from core.motifs.markup import (
    Definition,
    group,
    line,
    path,
    rect,
    use,
)


def ragged(seed: str, half: int, steps: int, tear: float) -> str:
    """Return a square of gold as the hammer leaves it: no straight edge, here and there a tear."""
    dice = Dice(seed)
    edge: list[Point] = []
    for side in range(4):
        for step in range(steps):
            along = -half + 2 * half * step / steps + dice.between(-3, 3)
            depth = half + (dice.between(-tear, -tear / 2) if dice.fraction() < 0.16 else dice.between(-2, 2.5))
            edge.append(((along, -depth), (depth, along), (-along, depth), (-depth, -along))[side])
    return polygon(edge)


GOLD_EDGE = ragged("edge", 57, 7, 8)
LEAF = group(
    "m-gold-leaf",
    rect(-64, -64, 128, 128, "#000", opacity=0.25),
    rect(-66, -66, 128, 128, "currentColor"),
    path(GOLD_EDGE, "#7A4E0E", transform="translate(1.5 2)"),
    path(GOLD_EDGE, "#DDA93A"),
    path("M-53-8L-6-53H32L-53 36zM-53 50V53H-36L53-38V-53z", "#EAC05A"),
    path("M-53 18V30L28-53H14zM-28 53L53-30V-20L-16 53z", "#F7E09A"),
    path("M20 53L53 22V53z", "#C6912A"),
    line(
        "M-54-22C-34-30-24-12-6-18S10-36 24-34M-20 54C-14 36 4 40 16 26S38 22 54 6M-40 40C-34 34-30 38-24 32",
        "#FFF6D2",
        1.4,
    ),
    line("M-53-20C-33-28-23-10-5-16S11-34 25-32M-18 55C-12 38 6 42 18 28S40 24 55 8", "#A06C14", 1),
    path("M18-8l5-3l2 5l-4 3zM-24 22l4-2l3 4l-6 2zM40 42l4-3l2 5z", "currentColor"),
)
LIFTED = group(
    "m-gold-lifted",
    path(
        "M-56-57C-30-60-8-50 6-56C-4-30 30-4 57-10C50 20 62 40 56 57C20 50-20 64-57 56C-50 26-64-20-56-57z",
        "#000",
        opacity=0.4,
        transform="translate(8 12)",
    ),
    path(
        (
            "M-56-57L-40-60L-22-55L6-56C-4-30 30-4 57-10L53 8L58 24L54 38L57 57L38 54L20 58L8 53L-18 60L-36 55"
            "L-57 57L-53 34L-58 12L-55-8L-60-32z"
        ),
        "#E6B648",
    ),
    path(
        (
            "M-57 20C-40 0-20-20 6-50C4-38 8-28 14-22C-10 10-30 40-46 56L-57 57L-54 38zM57 14L58 24L54 38L57 57"
            "L38 54L20 58C30 40 44 24 57 14z"
        ),
        "#F4D888",
    ),
    path("M-14 58C-2 30 14 4 26-14L36-12C24 10 12 36 4 55z", "#FBEBB4"),
    line("M-50-34C-36-42-30-24-16-32M-44 34C-30 24-24 42-8 32M22 30C32 22 38 38 50 28", "#A87418", 1.2),
    path("M6-56C-10-26 6 10 22 8C14-8 34-18 57-10C52-34 30-54 6-56z", "#B57A1C"),
    path("M6-56C2-30 16-12 22 8C14-8 34-18 57-10C40-22 18-36 6-56z", "#FFF2C6"),
)
FLECKS = group(
    "m-gold-flecks",
    path(
        (
            "M0 0l5-4l3 6l-6 3zM40 26l7-2l-1 6zM-50 40l4-6l5 5zM76-30l6 2l-4 6zM-90-20l6-3l2 7l-6 1zM20-70l5 3"
            "l-5 4zM-30 84l7-3l1 6zM110 60l5-4l2 6zM-120 70l4-4l3 6z"
        ),
        "#F3D27A",
    ),
)
GOLD_GROUNDS = (  # what lies under the sheets, and the paper of each sheet
    ("#14100F", "#3A2A22"),
    ("#5E1312", "#8C1F1B"),
    ("#131B2D", "#25324E"),
    ("#3B1A0E", "#7A2E17"),
)


def laid_out() -> Definition:
    """Return four rows of leaves, each on its paper, put down by hand."""
    dice = Dice("gold leaf")
    places = [((column + 0.5) * 136, (row + 0.5) * 136) for row in range(-2, 2) for column in range(-3, 3)]
    return group(
        "m-gold-rows",
        *(use("m-gold-leaf", x, y, dice.pick((0, 90, 180, 270)) + round(dice.between(-3, 3))) for x, y in places),
    )


def draw_gold(canvas: Canvas, dice: Dice) -> str:
    """Return beaten leaves on their papers, row by row, and one lifted off with a breath."""
    ground, sheet = dice.pick(GOLD_GROUNDS)
    width, height, side = canvas.width, canvas.height, dice.side()
    scale, turn = dice.between(0.96, 1.14), dice.between(-16, 16)
    x, y = width / 2 + dice.between(-50, 50), height / 2 + dice.between(-40, 40)
    lifted_x, lifted_y = width * (0.5 + side * dice.between(0.06, 0.24)), height * dice.between(0.36, 0.64)
    tilt, fleck = turn + side * dice.between(16, 34), dice.between(0, 360)
    return (
        canvas.ground(ground)
        + use("m-gold-rows", x, y, turn, scale, color=sheet)
        + use("m-gold-lifted", lifted_x, lifted_y, tilt, 1.3 * scale)
        + use("m-gold-flecks", width / 2 - side * width * 0.22, height / 2, fleck, 1.3)
    )


GOLD_LEAF = (Variant("leaves", (LEAF, LIFTED, FLECKS, laid_out()), draw_gold),)
