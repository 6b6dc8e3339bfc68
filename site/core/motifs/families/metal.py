"""Metal: the face of a bronze drum, its star, its rings of teeth and circles, its birds in flight."""

from __future__ import annotations

from math import pi

from core.motifs.dice import Dice
from core.motifs.drawing import Canvas, Variant
from core.motifs.geometry import star
from core.motifs.markup import circle, group, line, many, path, ring, tag, use

BRONZE, DARK, LIGHT, PATINA = "#A8742F", "#4A3012", "#E0B25E", "#3F7A68"

BIRD = (
    "M-54 5L-31-5C-27-10-23-12-18-12L6-21L-9-8C-3-6 2-4 8-3L26-25L24-1L49-7L51 11L22 6C8 11-10 9-20 3C-24 1-28 1-31 2z"
)


def dashes(radius: float, count: int, width: float, share: float, stroke: str) -> str:
    """Return a ring of `count` bars, each filling a share of its step."""
    step = 2 * pi * radius / count
    return ring(radius, stroke, width, stroke_dasharray=f"{step * share:.3f} {step * (1 - share):.3f}")


def rings(*radii: float) -> str:
    """Return the raised lines between the bands."""
    return many(*(circle(r) for r in radii), fill="none", stroke=DARK, stroke_width=2)


DRUM = group(
    "m-metal-drum",
    circle(252, "#000", 6, 10, opacity=0.3),
    circle(250, BRONZE),
    circle(250, "currentColor", opacity=0.28),
    circle(228, BRONZE),
    rings(246, 228, 204, 188, 146, 130, 106, 94),
    path(star(60, 227, 206), DARK),
    circle(209, BRONZE),
    dashes(196, 72, 9, 0.45, DARK),
    tag(
        "g",
        path(BIRD, DARK, transform="translate(0-163)scale(.86)"),
        line("M-20-167h0", BRONZE, 3.5, stroke_linecap="round"),
        id="m-metal-bird",
    ),
    *(use("m-metal-bird", turn=40 * step) for step in range(1, 9)),
    tag(
        "g",
        ring(6.5, DARK, 2, 0, -138),
        circle(2, DARK, 0, -138),
        line("M5-142L16-133", DARK, 2),
        id="m-metal-eye",
    ),
    *(use("m-metal-eye", turn=18 * step) for step in range(1, 20)),
    dashes(118, 54, 22, 0.5, DARK),
    ring(118, BRONZE, 4),
    dashes(100, 60, 6, 0.5, DARK),
    circle(92, DARK),
    path(star(14, 90, 30), LIGHT),
    circle(30, LIGHT),
    path(star(14, 52, 20), BRONZE),
    circle(20, BRONZE),
    circle(9, LIGHT),
)
GLEAM = group(
    "m-metal-gleam",
    path("M0 0L-60-260A267 267 0 0 1 30-265z", "#FFE9B0", opacity=0.16),
    path("M0 0L60 260A267 267 0 0 1-30 265z", "#FFE9B0", opacity=0.12),
)


def draw_drum(canvas: Canvas, dice: Dice) -> str:
    """Return the drum's face, cropped, turned as it lies."""
    ground, patina = dice.pick(("#1E332C", "#22261F", "#2D1F14", "#17303A")), dice.pick((PATINA, "#5A9480", "#2E5F66"))
    side = dice.side()
    scale = dice.between(0.78, 1.2)
    x = canvas.width * (0.5 + side * dice.between(0.06, 0.24))
    y = canvas.height * dice.between(0.4, 0.68)
    return (
        canvas.ground(ground)
        + use("m-metal-drum", x, y, dice.between(0, 36), scale, color=patina)
        + use("m-metal-gleam", x, y, dice.between(10, 70), scale * 0.93)
    )


METAL = (Variant("drum", (DRUM, GLEAM), draw_drum),)
