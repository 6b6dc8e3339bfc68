"""Batik: kawung, parang and mega mendung, as wax leaves them in the dye."""

from __future__ import annotations

from functools import partial

from core.motifs.dice import Dice
from core.motifs.drawing import Canvas, Variant
from core.motifs.markup import Definition, copies, ellipse, group, line, many, path, pattern, rect, tag, use

SOGA, DEEP, CREAM, GOLDEN = "#7A4420", "#2E1A10", "#F0DDB0", "#D9A85A"

KAWUNG = pattern(
    "m-batik-kawung",
    120,
    120,
    rect(0, 0, 120, 120, DEEP),
    copies(
        "m-batik-kawung-seed",
        ellipse(38, 19.6, CREAM, stroke=SOGA, stroke_width=1.5)
        + tag("ellipse", rx=32, ry=14.6, fill="none", stroke=GOLDEN, stroke_width=2)
        + line("M-22 0H-7M7 0H22", SOGA, 9, stroke_linecap="round")
        + line("M-20 0h10M10 0h10", CREAM, 2, stroke_linecap="round"),
        (30, 30, 45),
        (90, 30, -45),
        (30, 90, -45),
        (90, 90, 45),
    ),
    line(
        "M50 60h20M60 50v20M110 0h20M-10 0h20M0-10v20M120-10v20M120 110v20M0 110v20M110 120h20M-10 120h20", GOLDEN, 3
    ),
    line("M60 20h0M100 60h0M60 100h0M20 60h0M53 53h0M67 53h0M53 67h0M67 67h0", GOLDEN, 5, stroke_linecap="round"),
)

BLADE = "M-8 100C22 96 2 66 26 56C46 48 30 18 58 10L86 10C66 26 76 54 52 64C32 72 48 98 20 100z"
RIDGE = "M10 94C30 88 16 68 38 58C56 50 46 26 68 15"


def parang(name: str, ground: str, dye: str, edge: str) -> Definition:
    """Return the broken blades between their bands, dyed in two baths."""
    key = f"m-batik-{name}"
    return pattern(
        key,
        56,
        124,
        rect(0, 0, 56, 124, ground),
        tag(
            "g",
            path(BLADE, CREAM, stroke=dye, stroke_width=1.5),
            line(RIDGE, dye, 6, stroke_linecap="round"),
            line(RIDGE, CREAM, 1.6, stroke_dasharray="3 4"),
            id=f"{key}-blade",
        ),
        use(f"{key}-blade", -56),
        rect(0, 0, 56, 10, edge),
        rect(0, 100, 56, 24, dye),
        rect(0, 100, 56, 3, edge),
        rect(0, 121, 56, 3, edge),
        path("M14 112l9-7l9 7l-9 7zM42 112l9-7l9 7l-9 7zM-14 112l9-7l9 7l-9 7z", CREAM),
        turned="rotate(-45)",
    )


CLOUD = (
    "M-150 30C-118 40-104 18-100 2C-96-30-58-40-42-20C-40-66 20-80 38-38C56-62 104-50 100-12C130-14 146 26 118 42"
    "C126 64 92 78 74 60C58 84 14 80 8 56C-12 74-48 66-50 44C-70 62-120 58-150 30z"
)
INDIGOS = ("#F4E9CF", "#122B52", "#1F4A7D", "#3D73A6", "#74A2C4", "#B3CFDE", "#F4E9CF")
SWIRL = "M-14 8C-16-12 14-14 14 2C14 12-2 12-2 4"


def clouds() -> str:
    """Return one cloud within another, from the deepest bath to bare cloth."""
    outline = path(CLOUD, id="m-batik-mendung-line")
    levels = "".join(
        use("m-batik-mendung-line", 8 * (1 - size), 6 * (1 - size), 0, size, fill=fill)
        for fill, size in zip(INDIGOS[1:], (1.0, 0.85, 0.7, 0.55, 0.4, 0.25), strict=True)
    )
    return many(outline, fill=INDIGOS[0], transform="scale(1.05)") + levels


MENDUNG = group("m-batik-mendung", clouds(), line(SWIRL, INDIGOS[1], 3, transform="translate(6 4)scale(.8)"))


def draw_kawung(canvas: Canvas, dice: Dice) -> str:
    """Return kawung, level or on its corner."""
    turn, scale = dice.pick((0.0, 45.0, 45.0)), dice.between(0.7, 1.3)
    return canvas.cover("m-batik-kawung", dice.between(0, 120), dice.between(0, 120), turn, scale)


def draw_parang(canvas: Canvas, dice: Dice, name: str = "parang") -> str:
    """Return parang, falling as it must."""
    scale, turn = dice.between(0.65, 1.35), dice.between(-8, 8)
    return canvas.cover(f"m-batik-{name}", dice.between(0, 120), dice.between(0, 120), turn, scale)


def draw_mendung(canvas: Canvas, dice: Dice) -> str:
    """Return the rain clouds of Cirebon."""
    ground = dice.pick(("#9C2A1F", "#B5622E", "#7C1F33", "#C98A2E"))
    width, height, side = canvas.width, canvas.height, dice.side()
    middle = width / 2
    placed = (
        (-0.3, dice.between(0.02, 0.1), 0.95, False),
        (0.32, dice.between(0.24, 0.34), 1.1, True),
        (-0.2, dice.between(0.5, 0.6), 1.25, False),
        (0.3, dice.between(0.8, 0.9), 1.05, True),
        (-0.34, dice.between(1, 1.06), 0.9, False),
    )
    return canvas.ground(ground) + "".join(
        use("m-batik-mendung", middle + side * x * width, y * height, 0, scale, mirror != (side < 0))
        for x, y, scale, mirror in placed
    )


BATIK = (
    Variant("kawung", (KAWUNG,), draw_kawung),
    Variant("parang", (parang("parang", DEEP, SOGA, GOLDEN),), draw_parang),
    Variant("biron", (parang("biron", "#14254A", "#2F5C94", "#9DBBD6"),), partial(draw_parang, name="biron")),
    Variant("mendung", (MENDUNG,), draw_mendung),
)
