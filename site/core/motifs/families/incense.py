"""Incense: bundles of dyed sticks opened like flowers to dry."""

from __future__ import annotations

from core.motifs.dice import Dice
from core.motifs.drawing import Canvas, Variant
from core.motifs.geometry import at, polar, short
from core.motifs.markup import circle, group, line, path, tag, use

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


def spiral(turns: int, gap: float) -> str:
    """Return a spiral of half circles, from the middle out."""
    data, x = f"M{short(-gap / 2)} 0", -gap / 2
    for half in range(2 * turns):
        radius = gap * (half + 1) / 2
        x += 2 * radius * (1 if half % 2 == 0 else -1)
        data += f"A{short(radius)} {short(radius)} 0 0 1 {short(x)} 0"
    return data


COIL_LINE = spiral(5, 19)
COIL = group(
    "m-incense-coil",
    tag("path", d=COIL_LINE, id="m-incense-spiral", stroke="#000", opacity=0.3, transform="translate(5 9)"),
    line(COIL_LINE, "#5E1A12", 14),
    line(COIL_LINE, "currentColor", 10),
    line(COIL_LINE, "#fff", 2.2, opacity=0.4),
    line("M0 0L84-48M0 0L-84-48M0 0V96", "#F5D58A", 1.6),
    circle(9, "#FF8A3C", -105, 0),
    circle(5, "#FFE3A0", -105, 0),
    path("M-13 0h26v86l-13-12l-13 12z", "#F3C23F"),
    line("M-6 14H6M-6 24H6M-6 34H6M-6 44H6M-6 54H6", "#A8261B", 3),
    fill="none",
    stroke_width=14,
    stroke_linecap="round",
)
SMOKE = group(
    "m-incense-smoke",
    line("M0 0C-40-40 30-70-6-120S30-200-10-260", "#fff", 9, opacity=0.16, stroke_linecap="round"),
    line("M0 0C-20-50 50-80 14-130S40-200 20-250", "#fff", 4, opacity=0.2, stroke_linecap="round"),
)


def draw_coils(canvas: Canvas, dice: Dice) -> str:
    """Return coils hung under a temple's roof, burning from the outside in."""
    width, height, side = canvas.width, canvas.height, dice.side()
    ground = dice.pick(("#2A1512", "#3B1A2A", "#123530", "#1B2443"))
    coils = ""
    for x, y, size in (
        (0.38, dice.between(0.08, 0.18), 0.66),
        (-0.46, dice.between(0.02, 0.1), 0.6),
        (0.3, dice.between(0.74, 0.86), 0.86),
        (-0.18, dice.between(0.46, 0.56), dice.between(1.15, 1.3)),
    ):
        place, dye = (width * (0.5 + side * x), height * y), dice.pick(("#D8402E", "#E8A93A", "#C9362B", "#D9628A"))
        coils += use("m-incense-coil", *place, round(dice.between(-14, 14)), size, color=dye)
        coils += use("m-incense-smoke", place[0] - 100 * size, place[1], 0, size)
    return canvas.ground(ground) + coils


INCENSE = (
    Variant("bundles", (BUNDLE,), draw_bundles),
    Variant("coils", (COIL, SMOKE), draw_coils),
)
