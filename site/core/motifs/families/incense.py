"""Incense: bundles of dyed sticks opened like flowers to dry."""

from __future__ import annotations

from core.motifs.dice import Dice
from core.motifs.drawing import Canvas, Variant
from core.motifs.geometry import at, polar
from core.motifs.markup import circle, group, line, use

FIXED = Dice("incense sticks")  # the sticks of every bundle lie alike: they are one definition


def sticks(count: int, inner: float, outer: float, spread: float) -> tuple[str, str]:
    """Return the sticks as lines and their tips as dots of a round line."""
    lines = tips = ""
    for index in range(count):
        turn = 360 / count * index + FIXED.between(-2, 2)
        end = polar(outer + FIXED.between(-spread, spread), turn)
        lines += f"M{at(polar(inner, turn))}L{at(end)}"
        tips += f"M{at(end)}h0"
    return lines, tips


LONG, LONG_TIPS = sticks(60, 24, 112, 8)
SHORT, SHORT_TIPS = sticks(44, 10, 78, 6)
BUNDLE = group(
    "m-incense-bundle",
    circle(104, "#3A0708", 4, 9, opacity=0.4),
    line(LONG, "#B5201F", 2.6),
    line(LONG_TIPS, "currentColor", 6.5, stroke_linecap="round"),
    line(SHORT, "#E8482C", 2.6),
    line(SHORT_TIPS, "#FFD9A0", 4.5, stroke_linecap="round"),
    circle(30, "#C3262A"),
    circle(20, "#7D1013"),
    circle(13, "#2A0A0A"),
    line("M-8-3h0M-2-8h0M5-6h0M8 1h0M3 7h0M-5 6h0M0 0h0", "#E2B866", 4, stroke_linecap="round"),
)


def draw_bundles(canvas: Canvas, dice: Dice) -> str:
    """Return a yard of bundles, close together."""
    width, height, side = canvas.width, canvas.height, dice.side()
    middle = width / 2
    ground = dice.pick(("#5E0F12", "#6E1714", "#4A0C12"))
    tip = dice.pick(("#F3A93B", "#F06A8B", "#F5C65B", "#FF8A4F"))
    placed = (
        (-0.24, dice.between(0.42, 0.58), dice.between(1.15, 1.35)),
        (0.27, dice.between(0.14, 0.26), dice.between(0.9, 1.1)),
        (dice.between(0.16, 0.3), dice.between(0.86, 0.98), dice.between(0.9, 1.05)),
        (-0.5, dice.between(0.98, 1.1), 0.8),
        (-0.42, dice.between(-0.1, 0), 0.7),
        (0.54, dice.between(0.52, 0.6), 0.62),
    )
    bundles = "".join(
        use("m-incense-bundle", middle + side * x * width, y * height, dice.between(0, 90), scale, color=tip)
        for x, y, scale in reversed(placed)
    )
    return canvas.ground(ground) + bundles


INCENSE = (Variant("bundles", (BUNDLE,), draw_bundles),)
