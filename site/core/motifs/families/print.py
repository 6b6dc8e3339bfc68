"""Woodblock prints of Đông Hồ: the sow with her yin-yang swirls, the cock, flat colours inside a black line."""

from __future__ import annotations

from core.motifs.dice import Dice
from core.motifs.drawing import Canvas, Variant
from core.motifs.markup import circle, group, line, many, path, pattern, tag, use

INK, PAPER, SHIMMER, WHITE = "#1D1A17", "#F0E2C0", "#FBF3DE", "#FBF3DE"
RED, GREEN, OCHRE = "#C4412B", "#3F7D5A", "#E0A33A"

SHELL_PAPER = pattern(
    "m-print-paper",
    90,
    26,
    line("M0 4Q22 1 45 4T90 4M0 14Q22 17 45 14T90 14M0 21Q22 19 45 21T90 21", SHIMMER, 2.4, opacity=0.8),
    line("M0 9Q22 6 45 9T90 9", "#D9C79B", 1, opacity=0.7),
)
BODY = (
    "M-74-58C-44-94 62-106 116-66C148-40 150 2 136 32L140 92H104L98 62C70 84 10 90-28 70L-34 92H-70"
    "L-74 52C-98 54-114 48-126 36L-150 34C-162 32-162 2-150-2L-122-12C-118-36-102-52-74-58z"
)
SWIRL = tag(
    "g",
    circle(27, WHITE),
    path("M0-27A27 27 0 0 1 0 27A13.5 13.5 0 0 1 0 0A13.5 13.5 0 0 0 0-27z", GREEN),
    circle(27, "none"),
    path("M0-27A13.5 13.5 0 0 1 0 0A13.5 13.5 0 0 0 0 27", "none"),
    circle(4.5, INK, 0, -13.5),
    circle(4.5, WHITE, 0, 13.5, stroke="none"),
    id="m-print-swirl",
    stroke_width=3.6,
)
PIG = group(
    "m-print-pig",
    line("M-60-78C-30-100 60-114 122-74", INK, 13, stroke_dasharray="2.6 5", stroke_linecap="butt"),
    path("M138-36C158-66 184-44 168-30C160-24 152-36 162-40", "none"),
    path(BODY, "currentColor"),
    path("M140 78H104V92H140zM-34 78H-70V92H-34zM-150-2C-162 2-162 32-150 34C-142 30-142 2-150-2z", INK),
    path("M66 70L60 92H88L92 64M0 82L-2 92H-26", "none"),
    path("M-80-60C-66-92-28-78-36-42C-48-26-74-32-80-60z", RED),
    path("M-68-56C-60-70-46-66-46-50", "none"),
    path("M-122-14C-116-24-100-26-92-16C-100-8-114-6-122-14z", WHITE),
    circle(4.5, INK, -107, -16),
    path("M-140 22C-124 28-110 24-104 12M-96 34C-88 20-86 2-92-4M-84 42C-72 24-70-2-76-16", "none"),
    many(SWIRL, transform="translate(0-6)"),
    use("m-print-swirl", 84, -8, 180),
    path("M40 30C58 24 70 34 62 44M-30 44C-14 36 4 40 8 52M44 52C52 48 62 50 66 56", "none"),
    stroke=INK,
    stroke_width=5,
    stroke_linejoin="round",
    stroke_linecap="round",
)
LEAF = group(
    "m-print-leaf",
    path("M0 0C-46-6-60-60-30-92C-16-78-6-74 0-72C6-74 16-78 30-92C60-60 46-6 0 0z", GREEN),
    path("M0 0V-60M0-14L-30-44M0-14L30-44M0-36L-24-68M0-36L24-68M0 0C4 20 0 30-8 44", "none"),
    stroke=INK,
    stroke_width=4,
    stroke_linejoin="round",
    stroke_linecap="round",
)
COCK = group(
    "m-print-cock",
    path("M6 56V98M-14 104L6 94L22 106M44 50V94M24 100L44 90L62 102", "none", stroke=INK, stroke_width=11),
    path("M6 56V98M-14 104L6 94L22 106M44 50V94M24 100L44 90L62 102", "none", stroke=OCHRE, stroke_width=4),
    path("M84-60C96-136 160-158 190-112C160-124 132-100 114-40z", GREEN),
    path("M92-54C124-112 190-106 200-54C174-88 136-74 108-28z", RED),
    path("M92-40C130-74 180-56 182-8C158-40 124-34 96-6z", INK),
    path("M86-24C120-40 154-20 150 18C130-6 108-4 84 12z", OCHRE),
    path(
        (
            "M-40-104C-26-64-12-44 20-40C56-38 84-50 102-66C112-14 86 54 22 62C-44 64-90 20-80-44"
            "C-78-64-82-84-78-100C-72-120-48-120-40-104z"
        ),
        "currentColor",
    ),
    path("M-78-92C-84-60-86-40-80-20L-68-34L-60-14L-48-30L-38-12L-28-30L-14-20C-18-50-32-70-40-100z", OCHRE),
    path("M-66-80C-68-64-68-56-66-46M-54-80C-54-64-52-54-48-44M-46-86C-42-68-36-56-30-46", "none"),
    path("M-20-14C10-44 62-42 82-18C70 30 14 40-20-14z", GREEN),
    path("M0-10C14-24 44-26 60-14M30 18C44 18 58 8 66-6M6 0C22-12 44-12 54-2M20 10C32 4 44 4 50 8", "none"),
    path("M-80-112C-92-130-76-140-70-124C-72-148-52-150-52-126C-44-144-26-134-36-112C-46-106-66-104-80-112z", RED),
    path("M-80-90C-92-72-78-60-68-72C-64-80-68-88-80-90z", RED),
    path("M-78-106L-106-94L-80-86z", OCHRE),
    circle(8, WHITE, -62, -98),
    circle(3, INK, -62, -98, stroke="none"),
    stroke=INK,
    stroke_width=5,
    stroke_linejoin="round",
    stroke_linecap="round",
)


def sheet(canvas: Canvas, dice: Dice) -> str:
    """Return the paper, brushed with shell powder, in one of the colours it is dyed."""
    return canvas.ground(dice.pick((PAPER, "#EBC98A", "#E9B9A2", "#C9D3B0"))) + canvas.cover(
        "m-print-paper", 0, dice.between(0, 26), 0, 1.2
    )


def draw_pig(canvas: Canvas, dice: Dice) -> str:
    """Return the sow and two of her litter, a taro leaf in front of her."""
    width, height, mirror = canvas.width, canvas.height, dice.side() < 0
    middle, side = width / 2, -1 if mirror else 1
    coat = dice.pick(("#E2A546", "#DE8E78", "#C9693F"))
    young = ["#DE8E78", "#E2A546", "#F3DDB0"]
    y, scale = height * dice.between(0.38, 0.43), dice.between(0.94, 1.04)
    piglets = "".join(
        use("m-print-pig", middle + side * x * width, height * 0.86, 0, 0.4, mirror, color=dice.pick(young))
        for x in (dice.between(-0.14, -0.02), dice.between(0.28, 0.38))
    )
    leaf = use(
        "m-print-leaf", middle - side * width * 0.4, height * dice.between(0.92, 1), side * dice.between(-26, -8), 0.95
    )
    return (
        sheet(canvas, dice) + leaf + use("m-print-pig", middle + side * 14, y, 0, scale, mirror, color=coat) + piglets
    )


def draw_cock(canvas: Canvas, dice: Dice) -> str:
    """Return the cock, as large as the sheet."""
    width, height, mirror = canvas.width, canvas.height, dice.side() < 0
    side = -1 if mirror else 1
    scale = dice.between(1.12, 1.24)
    coat = dice.pick(("#D9593B", "#E2A546", "#F6E7C2"))
    cock = use(
        "m-print-cock",
        width / 2 - side * width * 0.09,
        height * dice.between(0.54, 0.58),
        0,
        scale,
        mirror,
        color=coat,
    )
    leaf = use("m-print-leaf", width / 2 - side * width * 0.4, height * 1.02, side * dice.between(-20, 10), 1.1)
    return sheet(canvas, dice) + leaf + cock


PRINT = (
    Variant("pig", (SHELL_PAPER, PIG, LEAF), draw_pig),
    Variant("cock", (SHELL_PAPER, COCK, LEAF), draw_cock),
)
