"""Pottery: the blue-and-white plate on its wheel, and jars with glaze running down their shoulders."""

from __future__ import annotations

from core.motifs.dice import Dice
from core.motifs.drawing import Canvas, Variant
from core.motifs.geometry import leaf, polar, rays
from core.motifs.markup import circle, group, line, many, path, rect, ring, tag, use

GLAZE, SHADE, CLAY, DARK_CLAY, PALE_CLAY = "#EDF1EE", "#C8D5DA", "#B5623C", "#8C4427", "#D08A5E"
BLUES = ("#1F4A7C", "#1B3A66", "#2A5C86")
DRIPS = ("#6F9C8B", "#2F5D7C", "#E9E2CC", "#4F7F6B")

PANEL = "m-pottery-plate-panel"
SCROLL = "m-pottery-plate-scroll"
PETAL = "m-pottery-plate-petal"

PLATE = group(
    "m-pottery-plate",
    circle(203, "#000", 6, 9, opacity=0.16),
    circle(200, GLAZE),
    many(*(circle(r) for r in (190, 164, 152, 140, 112, 86, 62)), fill="none", stroke=SHADE, stroke_width=1.4),
    many(
        ring(194, "currentColor", 7),
        circle(183, stroke_width=1.6),
        circle(128, stroke_width=4.5),
        circle(121, stroke_width=1.4),
        circle(80, stroke_width=1.4),
        circle(74, stroke_width=5),
        fill="none",
        stroke="currentColor",
    ),
    tag(
        "g",
        line("M-23-132C-31-150-17-168 0-179C17-168 31-150 23-132", "currentColor", 3.4),
        path(
            "M-13-134C-17-149-9-159 0-166C9-159 17-149 13-134C9-140 4-143 0-143C-4-143-9-140-13-134z", "currentColor"
        ),
        id=PANEL,
    ),
    *(use(PANEL, turn=22.5 * step) for step in range(1, 16)),
    tag(
        "g",
        line("M-27-100C-20-116-2-116 0-103C1-95-10-92-12-99M0-100C5-86 22-84 27-100", "currentColor", 3.2),
        path(leaf(15, 10), "currentColor", transform="translate(9-101)rotate(38)"),
        path(leaf(13, 9), "currentColor", transform="translate(13-96)rotate(150)"),
        id=SCROLL,
    ),
    *(use(SCROLL, turn=32.73 * step) for step in range(1, 11)),
    path(leaf(44, 17, 14), "currentColor", id=PETAL),
    *(use(PETAL, turn=30 * step) for step in range(1, 12)),
    path(rays(12, 24, 46), stroke=GLAZE, stroke_width=2),
    circle(12, GLAZE, stroke="currentColor", stroke_width=4),
    circle(3, "currentColor"),
)
WHEEL = group(
    "m-pottery-wheel",
    *(circle(r) for r in range(220, 460, 16)),
    fill="none",
    stroke="#000",
    stroke_width=2.5,
    opacity=0.13,
)

DRIP = (
    "M-21-96C-38-92-74-70-74-30C-74-16-66-18-62-28C-58-38-52-34-52-20C-52 10-40 12-38-8C-36-26-28-24-26-10"
    "C-24 8-16 6-14-8C-12-26-4-28-2-14C0 26 12 26 14-2C16-20 24-20 26-10C28 0 34 0 36-12C38-28 46-28 48-16"
    "C50 8 58 6 60-12C62-28 74-10 74-30C74-70 38-92 21-96z"
)
BODY = "M-24-106L-21-94C-40-90-78-70-78-26C-78 24-50 56-40 76H40C50 56 78 24 78-26C78-70 40-90 21-94L24-106z"
JAR = group(
    "m-pottery-jar",
    path(BODY, CLAY),
    path("M21-94C40-90 78-70 78-26C78 24 50 56 40 76H8C44 30 62-50 21-94z", DARK_CLAY),
    line("M-68 18Q0 36 68 18M-60 32Q0 50 60 32M-50 52Q0 66 50 52", PALE_CLAY, 2, opacity=0.7),
    path(DRIP, "currentColor"),
    line("M-54-44C-50-62-40-72-30-77", "#fff", 6, stroke_linecap="round", opacity=0.55),
    rect(-30, -118, 60, 15, "currentColor", rx=7),
    rect(-22, -114, 44, 5, "#000", rx=2.5, opacity=0.5),
)


def draw_plate(canvas: Canvas, dice: Dice) -> str:
    """Return one large plate, cropped, and the edge of a second."""
    blue, ground = dice.pick(BLUES), dice.pick(("#B5623C", "#C47A4E", "#8FB0A2", "#A9532F"))
    side, width, height = dice.side(), canvas.width, canvas.height
    x = width * (0.5 - side * dice.between(0.1, 0.22))
    y = height * dice.between(0.38, 0.66)
    scale, turn = dice.between(0.86, 1.12), dice.between(0, 60)
    away = polar(332 * scale, dice.between(70, 112) * side)
    return (
        canvas.ground(ground)
        + use("m-pottery-wheel", x, y, 0, scale)
        + use("m-pottery-plate", x + away[0], y + away[1], turn + 11, scale * 0.58, color=blue)
        + use("m-pottery-plate", x, y, turn, scale, color=blue)
    )


def draw_jars(canvas: Canvas, dice: Dice) -> str:
    """Return two rows of jars, the front one lower and larger."""
    drips = [dice.pick(DRIPS) for _ in range(5)]
    ground, shelf = dice.pick((("#E9D3AE", "#D9BB8C"), ("#2B2A33", "#1D1C24"), ("#7A3420", "#5C2415")))
    shift, size = dice.between(-50, 50), dice.between(0.9, 1.1)
    line_y = canvas.height * 0.5
    back = "".join(
        use(
            "m-pottery-jar",
            shift + canvas.width / 2 + 132 * index * size,
            line_y - 62 * size,
            0,
            0.8 * size,
            color=drips[index + 1],
        )
        for index in (-1, 0, 1)
    )
    front = "".join(
        use(
            "m-pottery-jar",
            shift + canvas.width / 2 + index * 88 * size,
            canvas.height - 72 * size,
            0,
            1.12 * size,
            color=drips[index],
        )
        for index in (-3, -1, 1, 3)
    )
    return canvas.ground(ground) + rect(0, line_y, canvas.width, canvas.height, shelf) + back + front


POTTERY = (
    Variant("plate", (WHEEL, PLATE), draw_plate),
    Variant("jars", (JAR,), draw_jars),
)
