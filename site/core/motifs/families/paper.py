"""Paper: pleated flowers, and the star lanterns of the mid-autumn feast."""

from __future__ import annotations

from math import pi

from core.motifs.dice import Dice
from core.motifs.drawing import Canvas, Variant
from core.motifs.geometry import polar, polygon, star
from core.motifs.markup import circle, group, line, many, path, ring, use

COLOURS = ("#D8342F", "#E85A8C", "#F2A72E", "#7B4BA0", "#2C8C6C", "#2F6FB0")
CREAM = "#FFF3D6"


def pleats(radius: float, count: int, fill: str | None) -> str:
    """Return a disc of folded paper: a toothed rim, every second pleat in shade."""
    step = 2 * pi * (radius / 2) / count
    rim = path(star(count, radius + 3, radius - 3), fill, stroke="#fff", stroke_width=1.2, stroke_opacity=0.55)
    return rim + ring(radius / 2, "#000", radius - 3, stroke_dasharray=f"{step / 2:.3f}", opacity=0.17)


FLOWER = group(
    "m-paper-flower",
    circle(103, "#000", 6, 9, opacity=0.2),
    pleats(100, 40, None),
    circle(76, "#000", 3, 5, opacity=0.18),
    pleats(73, 32, CREAM),
    circle(53, "#000", 2, 4, opacity=0.18),
    pleats(50, 26, "currentColor"),
    pleats(24, 16, "#F8C74A"),
    circle(8, "#C4412B"),
)
LEAF = group(
    "m-paper-leaf",
    path("M0 0C46-30 56-84 0-150V0z", "#2F7D57"),
    path("M0 0C-46-30-56-84 0-150V0z", "#4DA377"),
    line("M0-24L26-44M0-52L30-74M0-80L26-102", "#1F5A3E", 2),
    line("M0-24L-26-44M0-52L-30-74M0-80L-26-102", "#2F7D57", 2),
)


def facets(outer: float, inner: float) -> str:
    """Return the ten facets of a star lantern, every second in shade."""
    light = dark = ""
    for index in range(5):
        tip = polar(outer, 72 * index)
        light += polygon([(0, 0), polar(inner, 72 * index - 36), tip])
        dark += polygon([(0, 0), tip, polar(inner, 72 * index + 36)])
    return path(light) + path(dark) + path(dark, "#000", opacity=0.24)


LANTERN = group(
    "m-paper-lantern",
    ring(116, "#F3B73A", 7),
    ring(116, "#fff", 22, stroke_dasharray="2 5", opacity=0.75),
    ring(104, "#F3B73A", 3),
    facets(112, 46),
    many(
        path(star(5, 112, 46), "none", stroke="#FFE9A8", stroke_width=3, stroke_linejoin="round"),
        path(
            "M0-112V0M-106.5-34.6L0 0M106.5-34.6L0 0M-65.8 90.6L0 0M65.8 90.6L0 0",
            "none",
            stroke="#FFE9A8",
            stroke_width=2,
        ),
    ),
    circle(25, "currentColor", stroke="#FFE9A8", stroke_width=3),
    path(star(8, 18, 8), "#FFE9A8"),
    line("M-8 116V172M0 116V186M8 116V172", "currentColor", 5, stroke_linecap="round"),
)


def draw_flowers(canvas: Canvas, dice: Dice) -> str:
    """Return flowers of folded paper, the largest cropped, with cut leaves."""
    width, height, side = canvas.width, canvas.height, dice.side()
    middle = width / 2
    ground = dice.pick(("#F7DFA8", "#F3C9C0", "#CFE3D8", "#1F3A5A", "#F6E8CF"))
    colours = list(COLOURS)
    flowers = leaves = ""
    for x, y, scale in (
        (0.34, dice.between(0.12, 0.2), 0.82),
        (-0.42, dice.between(-0.02, 0.06), 0.6),
        (dice.between(0.2, 0.3), dice.between(0.78, 0.86), 0.95),
        (-0.2, dice.between(0.5, 0.6), dice.between(1.2, 1.35)),
    ):
        colour = dice.pick(colours)
        colours.remove(colour)
        place = middle + side * x * width, y * height
        leaves += use("m-paper-leaf", *place, round(dice.between(0, 360)), scale * 1.05)
        flowers += use(
            "m-paper-flower", *place, round(dice.between(0, 90)), scale, fill=colour, color=dice.pick(colours)
        )
    return canvas.ground(ground) + leaves + flowers


def draw_lanterns(canvas: Canvas, dice: Dice) -> str:
    """Return star lanterns against the night of the full moon."""
    width, height, side = canvas.width, canvas.height, dice.side()
    middle = width / 2
    colours = ["#E03A2E", "#2F9A68", "#F08A24", "#D8437F"]
    placed = (
        (0.33, dice.between(0.14, 0.24), 0.78),
        (dice.between(0.24, 0.34), dice.between(0.82, 0.94), 0.62),
        (-0.18, dice.between(0.46, 0.54), dice.between(1.15, 1.3)),
    )
    lanterns = ""
    for x, y, scale in placed:
        colour = dice.pick(colours)
        colours.remove(colour)
        lanterns += use(
            "m-paper-lantern",
            middle + side * x * width,
            y * height,
            round(dice.between(-16, 16)),
            scale,
            fill=colour,
            color=dice.pick(colours),
        )
    moon = circle(90, "#F7E6AE", round(middle + side * width * 0.24), round(height * 0.5), opacity=0.16)
    return canvas.ground(dice.pick(("#1B2546", "#2A1D45", "#12303A"))) + moon + lanterns


PAPER = (
    Variant("flowers", (FLOWER, LEAF), draw_flowers),
    Variant("lanterns", (LANTERN,), draw_lanterns),
)
