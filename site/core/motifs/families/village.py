"""Community: the communal house and its banyan at the end of the village road, and the hall of a Javanese village."""

from __future__ import annotations

from core.motifs.dice import Dice
from core.motifs.drawing import Canvas, Variant
from core.motifs.markup import circle, group, line, many, path, rect, use

TILE, TILE_DARK, TIMBER, TIMBER_DARK, PLASTER = "#9C3B28", "#6E2418", "#7A3B1E", "#4A2112", "#E9C98A"

HOUSE = group(
    "m-community-house",
    rect(-128, -64, 256, 70, PLASTER),
    path("M-128-64H128V-44H-128z", "#000", opacity=0.28),
    *(rect(x, -64, 12, 72, TIMBER) for x in (-124, -80, -42, 30, 68, 112)),
    rect(-26, -48, 52, 54, TIMBER_DARK),
    line("M0-48V6", TIMBER, 3),
    many(*(line(f"M{x}-40V-6M{x + 7}-40V-6M{x + 14}-40V-6", TIMBER_DARK, 3) for x in (-104, -62, 46, 86))),
    path("M-150 4H150V20H-150z", "#B9A88A"),
    path("M-160 20H160V32H-160z", "#8F7F66"),
    path(
        (
            "M-196-66C-172-62-152-72-132-92L-96-154C-40-146 40-146 96-154L132-92C152-72 172-62 196-66"
            "C176-46 150-50 128-54C60-62-60-62-128-54C-150-50-176-46-196-66z"
        ),
        TILE,
    ),
    path(
        (
            "M-196-66C-176-46-150-50-128-54C-60-62 60-62 128-54C150-50 176-46 196-66C178-54 152-60 132-64"
            "C60-74-60-74-132-64C-152-60-178-54-196-66z"
        ),
        TILE_DARK,
    ),
    line("M-116-122C-40-114 40-114 116-122M-124-106C-40-96 40-96 124-106M-134-88C-40-78 40-78 134-88", TILE_DARK, 2.6),
    path(
        (
            "M-108-164C-100-152-96-152-88-156C-40-148 40-148 88-156C96-152 100-152 108-164C108-150 104-142 94-142"
            "C40-136-40-136-94-142C-104-142-108-150-108-164z"
        ),
        "#5A1D14",
    ),
    path("M-14-146C-18-160-8-172 0-172C8-172 18-160 14-146z", "#E3A93A"),
)
BANYAN = group(
    "m-community-banyan",
    path("M-22 60C-12 20-14-20-20-60H26C20-20 18 20 34 60C18 52 10 56 4 62C-4 54-12 54-22 60z", "#5A3A22"),
    line(
        "M-44-50C-48-10-44 20-46 56M44-50C48-16 44 14 48 50M-30-50C-32-10-28 20-32 52M62-56C64-30 60-6 62 22",
        "#5A3A22",
        4,
        stroke_linecap="round",
    ),
    path(
        (
            "M-124-70C-150-96-124-136-92-130C-88-168-34-184-6-160C22-188 82-176 88-138C128-140 146-96 118-72"
            "C92-46 40-60 0-54C-44-46-96-48-124-70z"
        ),
        "#1F5C46",
    ),
    path(
        (
            "M-108-88C-122-112-96-134-72-124C-66-154-24-164-2-142C24-162 66-152 72-122C96-126 108-104 92-90"
            "C60-78 30-88 0-82C-40-76-84-74-108-88z"
        ),
        "#2F7D5A",
    ),
    path("M-70-110C-76-128-54-136-40-126C-30-146 4-146 10-126C28-136 50-124 44-108C20-102-40-100-70-110z", "#5AA272"),
)
ROAD = group(
    "m-community-road",
    path(
        "M-12 0H12C8 40 110 70 60 130C20 180 60 240 190 340H-250C-90 250-120 190-40 130C30 80-20 40-12 0z", "#E3B98A"
    ),
    path(
        (
            "M-7 12H9M-6 30H20M6 48H46M14 66H66M4 86H74M-18 108H70M-44 132H56M-68 158H40M-88 186H42M-106 214H56"
            "M-124 244H90M-150 276H130"
        ),
        "none",
        stroke="#B97F52",
        stroke_width=3.4,
    ),
)
FIELDS = group(
    "m-community-fields",
    path("M-500 0C-300-14 300-14 500 0V400H-500z", "#86AE5C"),
    path("M-500 26C-260 12-90 20-14 26V400H-500z", "#A9C26A"),
    path("M500 60C300 46 160 54 80 66C110 120 60 160 120 230L500 300z", "#6C9C54"),
    line(
        (
            "M-480 50Q-240 34-40 46M-480 78Q-240 60-50 74M-480 108Q-260 88-70 100M-480 142Q-280 118-110 128"
            "M-480 180Q-300 152-140 162"
        ),
        "#7FA552",
        3,
        stroke_dasharray="3 7",
    ),
    line(
        "M480 92Q300 74 130 84M480 124Q300 104 120 116M480 160Q300 136 100 150M480 198Q300 170 110 186",
        "#4F8446",
        3,
        stroke_dasharray="3 7",
    ),
)
JOGLO = group(
    "m-community-joglo",
    rect(-120, -50, 240, 56, "#D9A866"),
    path("M-120-50H120V-32H-120z", "#000", opacity=0.3),
    *(rect(x, -52, 11, 60, TIMBER) for x in (-124, -72, -34, 23, 61, 113)),
    rect(-20, -40, 40, 46, TIMBER_DARK),
    path("M-146 4H146V16H-146zM-158 16H158V28H-158z", "#A99A80"),
    path("M-184-44L-86-84H86L184-44L178-38H-178z", TILE),
    path("M-86-84L-46-150H46L86-84z", "#B5492F"),
    path("M20-150H46L86-84H40zM86-84L184-44L178-38H110L50-84z", TILE_DARK, opacity=0.6),
    line("M-90-80H90M-110-70H110M-132-60H132M-156-50H156M-78-96H78M-66-114H66M-56-132H56", TILE_DARK, 2.4),
    path(
        "M-50-156H50V-148H-50zM-56-164C-52-158-50-156-46-154L-50-148zM56-164C52-158 50-156 46-154L50-148z", "#5A1D14"
    ),
)


HILLS = group(
    "m-community-hills",
    path(
        "M-420 4V-60C-360-150-260-120-200-70C-140-150-40-60 20-90S150-140 220-80C280-120 360-120 420-50V4z",
        "currentColor",
    ),
)


def scene(canvas: Canvas, dice: Dice, house: str) -> str:
    """Return a hall, its tree and the road that leads to it."""
    width, height, side = canvas.width, canvas.height, dice.side()
    middle = width / 2
    sky, hill, sun = dice.pick(
        (
            ("#F7DDA4", "#B9C7A8", "#DB6438"),
            ("#F3C9A8", "#C69A8E", "#C8432F"),
            ("#CDE3DF", "#9DBFB5", "#F2C864"),
            ("#A9C3D6", "#7C9FB0", "#FBEFC9"),
        )
    )
    floor = height * dice.between(0.62, 0.68)
    x = middle + side * width * dice.between(0.08, 0.14)
    size = dice.between(0.82, 0.94)
    hills = use("m-community-hills", middle - side * 40, floor, 0, 1, side < 0, color=hill)
    return (
        canvas.ground(sky)
        + circle(
            40,
            sun,
            round(middle + side * width * dice.between(0.36, 0.44)),
            round(height * dice.between(0.16, 0.24)),
        )
        + hills
        + use("m-community-fields", middle, floor, 0, 1, side < 0)
        + use("m-community-banyan", x - side * 172 * size - side * 24, floor - 22, 0, size * 1.15, side < 0)
        + use("m-community-road", x, floor + 26 * size, 0, 1, side < 0)
        + use(house, x, floor + 4, 0, size)
    )


def draw_dinh(canvas: Canvas, dice: Dice) -> str:
    """Return the communal house."""
    return scene(canvas, dice, "m-community-house")


def draw_joglo(canvas: Canvas, dice: Dice) -> str:
    """Return the joglo."""
    return scene(canvas, dice, "m-community-joglo")


COMMUNITY = (
    Variant("dinh", (HILLS, FIELDS, ROAD, BANYAN, HOUSE), draw_dinh),
    Variant("joglo", (HILLS, FIELDS, ROAD, BANYAN, JOGLO), draw_joglo),
)
