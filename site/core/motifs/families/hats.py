"""Hats: sixteen rings of bamboo under palm leaf, seen from above, and the piles on a market stall."""

from __future__ import annotations

from math import pi

from core.motifs.dice import Dice
from core.motifs.drawing import Canvas, Variant
from core.motifs.geometry import polar, short
from core.motifs.markup import circle, group, line, many, path, ring, tag, use

STRAW, SUN, SHADE, SEAM, BAMBOO = "#EBD9A8", "#F6EBC8", "#C9A563", "#A98546", "#7C5526"
RIBBONS = ("#B0303C", "#C9417A", "#7A4FA0", "#2F7D6B")
GROUNDS = ("#235B4C", "#1F3A5A", "#A03A2A", "#D8A24A", "#7C3B52")
SEAMS = 72


def sector(radius: float, start: float, end: float, fill: str, opacity: float) -> str:
    """Return a slice of a disc."""
    (x, y), (to_x, to_y) = polar(radius, start), polar(radius, end)
    reach = short(radius)
    d = f"M0 0L{short(x)} {short(y)}A{reach} {reach} 0 0 1 {short(to_x)} {short(to_y)}z"
    return path(d, fill, opacity=opacity)


SPACE = 2 * pi * 50 / SEAMS
ABOVE = group(
    "m-hat-above",
    circle(102, "#000", 5, 8, opacity=0.22),
    circle(100, STRAW),
    sector(100, 285, 20, SUN, 0.9),
    sector(100, 80, 150, SHADE, 0.55),
    sector(100, 150, 225, SHADE, 0.3),
    ring(50, SEAM, 100, stroke_dasharray=f".5 {SPACE - 0.5:.3f}", opacity=0.75),
    many(*(circle(6 * step) for step in range(1, 17)), fill="none", stroke="#9B7433", stroke_width=1.1),
    ring(98.5, BAMBOO, 3.5),
    ring(93, BAMBOO, 1),
    circle(7, "currentColor"),
    circle(2.5, SUN),
)


def cone() -> str:
    """Return a hat from the side, its tip at the origin, light from the left."""
    hoops = "".join(
        f"M-{x:.0f} {short(0.712 * x)}Q0 {short(0.966 * x)} {x:.0f} {short(0.712 * x)}"
        for x in (118 * step / 12 for step in range(1, 12))
    )
    seams = "".join(f"M0 0L{x} {short(99 - (x / 118) ** 2 * 15)}" for x in range(-100, 101, 20))
    return (
        path("M0-3C3-3 4 0 5 2L118 84Q0 114-118 84L-5 2C-4 0-3-3 0-3z", STRAW)
        + path("M0-2L118 84Q70 97 24 99z", SHADE, opacity=0.65)
        + path("M0-2L-118 84Q-84 94-52 97z", SUN)
        + line(seams, SEAM, 0.8, opacity=0.6)
        + line(hoops, "#9B7433", 1.2)
        + line("M-118 84Q0 114 118 84", BAMBOO, 4)
    )


PILE = group(
    "m-hat-pile",
    line("M-70 152C-90 190-30 214-4 200C30 182 60 210 74 150", "currentColor", 9, stroke_linecap="round"),
    tag("g", cone(), id="m-hat-cone", transform="translate(0 80)"),
    *(use("m-hat-cone", y=-20 * step) for step in range(1, 5)),
)


def draw_above(canvas: Canvas, dice: Dice) -> str:
    """Return three hats laid out to dry, the largest cropped."""
    ribbon, ground, side = dice.pick(RIBBONS), dice.pick(GROUNDS), dice.side()
    width, height = canvas.width, canvas.height
    middle = width / 2
    large = dice.between(1.35, 1.6)
    x, y = middle - side * width * dice.between(0.2, 0.27), height * dice.between(0.46, 0.6)
    hats = [
        use(
            "m-hat-above",
            middle + side * width * dice.between(0.27, 0.32),
            height * dice.between(0.1, 0.2),
            0,
            dice.between(0.84, 1),
            color=ribbon,
        ),
        use("m-hat-above", x, y, 0, large, color=ribbon),
        use(
            "m-hat-above",
            middle + side * width * dice.between(0.2, 0.3),
            height * dice.between(0.8, 0.95),
            0,
            dice.between(0.72, 0.84),
            color=dice.pick(RIBBONS),
        ),
    ]
    return canvas.ground(ground) + "".join(hats)


def draw_piles(canvas: Canvas, dice: Dice) -> str:
    """Return piles of hats side by side, their ribbons hanging out."""
    ground, shift, size = dice.pick(GROUNDS), dice.between(-60, 60), canvas.height / 300 * dice.between(0.95, 1.15)
    middle, foot = canvas.width / 2 + shift, canvas.height * 0.5
    piles = "".join(
        use(
            "m-hat-pile",
            middle + index * 118 * size,
            foot - (34 if index % 2 else -26) * size - 88,
            0,
            size,
            color=dice.pick(RIBBONS),
        )
        for index in (-1, 1, -2, 0, 2)
    )
    return canvas.ground(ground) + piles


HAT = (
    Variant("above", (ABOVE,), draw_above),
    Variant("piles", (PILE,), draw_piles),
)
