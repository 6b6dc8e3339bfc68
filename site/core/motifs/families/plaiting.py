"""Plaiting: bamboo over and under, rattan in three directions, sedge mats with their coloured bands."""

from __future__ import annotations

from core.motifs.dice import Dice
from core.motifs.drawing import Canvas, Variant
from core.motifs.geometry import bitmap, mirrored
from core.motifs.markup import group, line, many, path, pattern, rect, tag, use

PALE, STRAW, BROWN, DARK = "#EBCF97", "#DDB877", "#B57A3C", "#5A3616"


def strips(key: str, fill: str, light: str) -> str:
    """Return four strips that cross one square of 48, rounded where they dive under."""
    one = rect(-3, 1, 54, 10, fill, rx=3) + rect(0, 2.5, 48, 2, light)
    return tag("g", one, *(many(one, transform=f"translate(0 {12 * step})") for step in (1, 2, 3)), id=key)


PLAIN = pattern(
    "m-weave-plain",
    96,
    96,
    rect(0, 0, 96, 96, DARK),
    many(strips("m-weave-across", PALE, "#F8EBCB"), use("m-weave-across", 48, 48)),
    tag("g", strips("m-weave-down", BROWN, "#CF9A5C"), transform="translate(96)rotate(90)"),
    use("m-weave-down", 48, 48, 90),
    path("M0 0h6v48h-6zM90 48h6v48h-6zM42 0h6v48h-6zM48 48h6v48h-6z", DARK, opacity=0.22),
    path("M48 0h48v5h-48zM48 43h48v5h-48zM0 48h48v5h-48zM0 91h48v5h-48z", DARK, opacity=0.22),
)

PERIOD, RISE = 104, 90  # of the open hexagons: 104 × √3/2 = 90
SPLINT = ((DARK, 27.0), (PALE, 23.0), (STRAW, 14.0), ("#B98A4A", 1.5))


def laid(d: str) -> str:
    """Return one strip with its dark edges and the ridge of the split cane."""
    return "".join(line(d, stroke, width) for stroke, width in SPLINT)


LEVEL = f"M-9 {RISE / 2}H{PERIOD + 9}M-9 {RISE * 1.5}H{PERIOD + 9}"
RISING = "M-52 90L52-90M-52 270L104 0M52 270L156 90M0 180L104 0"
FALLING = "M52-90L156 90M0 0L104 180M-52 90L52 270M-52-90L52 90"
BRIDGES = "M61 45h34M9 135h34M-43 135h34M113 135h34M-43 45h34M165 45h34"
HEXAGON = pattern("m-weave-hexagon", PERIOD, 2 * RISE, laid(LEVEL), laid(RISING), laid(FALLING), laid(BRIDGES))

MAT = pattern(
    "m-sedge-mat",
    20,
    10,
    path("M0 4.3h20v1.2h-20zM0 9.3h20v1.2h-20z", "#3B2A0C", opacity=0.4),
    path("M0 0h20v1.2h-20zM0 5h20v1.2h-20z", "#fff", opacity=0.3),
    path("M1 0h2v5h-2zM11 5h2v5h-2z", "#3B2A0C", opacity=0.35),
)
UPPER = mirrored((
    "........#",
    ".......##",
    "......##.",
    ".....##..",
    "....##..#",
    "...##..##",
    "..##..##.",
    ".##..##.#",
    "##..##.##",
))  # fmt: skip
FIGURE = pattern("m-sedge-figure", 136, 119, path(bitmap([*UPPER, *UPPER[-2::-1]], "#", 8, 7), "#A32A2F"))
ROLL = group(
    "m-sedge-roll",
    rect(0, -42, 700, 88, "#2E2008", opacity=0.28, transform="translate(4 10)"),
    rect(0, -44, 700, 88, "#E3CB8B"),
    path("M60-44h26v88h-26zM110-44h8v88h-8zM330-44h26v88h-26zM380-44h8v88h-8z", "#A32A2F"),
    path("M90-44h16v88h-16zM360-44h16v88h-16z", "currentColor"),
    rect(0, -44, 700, 88, "url(#m-sedge-mat)"),
    rect(0, 14, 700, 30, "#4A3510", opacity=0.35),
    rect(0, -38, 700, 9, "#fff", opacity=0.28),
    tag("ellipse", rx=20, ry=44, fill="#F0DFAE", stroke="#8A6A2B", stroke_width=3),
    line("M0 0C6-8 8 14 0 18C-10 18-11-22 0-28C14-28 15 30 0 34C-17 32-16-34 0-38", "#8A6A2B", 2.5),
)


def draw_plain(canvas: Canvas, dice: Dice) -> str:
    """Return the side of a basket, close."""
    scale = dice.between(0.95, 1.5)
    turn = dice.pick((0.0, 45.0, -45.0, dice.between(-14, 14)))
    return canvas.cover("m-weave-plain", dice.between(0, 96), dice.between(0, 96), turn, scale)


def draw_hexagon(canvas: Canvas, dice: Dice) -> str:
    """Return the open weave of rattan, with what is behind it."""
    ground = dice.pick(("#235B4C", "#7A2418", "#1F2E4A", "#3A2412"))
    turn, scale = dice.pick((0.0, 90.0, dice.between(-20, 20))), dice.between(0.66, 0.95)
    return canvas.ground(ground) + canvas.cover(
        "m-weave-hexagon", dice.between(0, 104), dice.between(0, 90), turn, scale
    )


def draw_mat(canvas: Canvas, dice: Dice) -> str:
    """Return a mat spread out, and one rolled up lying across it."""
    dye = dice.pick(("#2E6B4F", "#6A3D7C", "#C77B22", "#2B5B7A"))
    width, height = canvas.width, canvas.height
    x, wide = width * dice.between(0.1, 0.3), dice.between(118, 150)
    turn = dice.between(-9, 9)
    bands = (
        rect(x, -200, 26, 900, "#A32A2F")
        + rect(x + 34, -200, 10, 900, dye)
        + rect(x + 52, -200, wide, 900, "#F3E2B0")
        + tag("path", d="M0-400H136V900H0z", fill="url(#m-sedge-figure)", transform=f"translate({x + 52:.0f})")
        + rect(x + 60 + wide, -200, 10, 900, dye)
        + rect(x + 78 + wide, -200, 26, 900, "#A32A2F")
        + rect(x + 150 + wide, -200, 34, 900, dye)
    )
    spread = many(bands, transform=f"rotate({turn:.0f})")
    roll = use(
        "m-sedge-roll",
        width * dice.between(0.1, 0.3),
        height * dice.between(0.74, 0.86),
        dice.between(-16, -6),
        1.05,
        color=dye,
    )
    return canvas.ground("#E3CB8B") + spread + canvas.cover("m-sedge-mat", 0, 0, turn) + roll


def draw_rolls(canvas: Canvas, dice: Dice) -> str:
    """Return rolled mats, stacked as they go to market."""
    size, turn = canvas.height / 300 * dice.between(0.92, 1.08), dice.between(-7, 7)
    rolls = ""
    for row in range(4):
        left = (row + int(turn)) % 2 == 0
        x = canvas.width * (dice.between(0.04, 0.2) if left else dice.between(0.8, 0.96))
        dye = dice.pick(("#2E6B4F", "#6A3D7C", "#C77B22", "#2B5B7A", "#B5447A"))
        rolls = use("m-sedge-roll", x, (row * 84 + 22) * size, turn, size, not left, color=dye) + rolls
    return canvas.ground("#E3CB8B") + canvas.cover("m-sedge-mat") + rolls


WEAVE = (
    Variant("plain", (PLAIN,), draw_plain),
    Variant("hexagon", (HEXAGON,), draw_hexagon),
)
SEDGE = (
    Variant("mat", (MAT, FIGURE, ROLL), draw_mat),
    Variant("rolls", (MAT, ROLL), draw_rolls),
)
