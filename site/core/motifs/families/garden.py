"""The garden: honeycomb and herbs, and fruit cut open."""

from __future__ import annotations

from core.motifs.dice import Dice
from core.motifs.drawing import Canvas, Variant
from core.motifs.geometry import at, polar, polygon, short
from core.motifs.markup import circle, ellipse, group, line, many, path, pattern, tag, use

CELL = 40  # radius of a cell of the comb, corner up
WIDE, HIGH = CELL * 3**0.5, CELL * 1.5


def cell(radius: float) -> str:
    """Return a hexagon, corner up."""
    return polygon(polar(radius, 60 * step) for step in range(6))


COMB = pattern(
    "m-honey-comb",
    WIDE,
    HIGH * 2,
    tag("path", d=cell(35.5), fill="#8A4B0E", id="m-honey-cell"),
    *(use("m-honey-cell", x, y) for x, y in ((WIDE, 0), (0, HIGH * 2), (WIDE, HIGH * 2), (WIDE / 2, HIGH))),
    many(path(cell(29), transform="translate(0 4)", id="m-honey-deep"),
         *(use("m-honey-deep", x, y) for x, y in ((WIDE, 0), (0, HIGH * 2), (WIDE, HIGH * 2), (WIDE / 2, HIGH))), fill="#B5690F"),
)  # fmt: skip
FULL = group(
    "m-honey-full",
    path(cell(35.5), "currentColor"),
    path("M-20-14L-2-25C4-26 6-20 0-17L-12-9V8C-14 14-20 12-21 7z", "#FFF3C2", opacity=0.8),
    path(polygon([polar(35.5, 60), polar(35.5, 120), polar(35.5, 180), (2, 16), (18, 4)]), "#A85B08", opacity=0.35),
)
CAPPED = group(
    "m-honey-capped",
    path(cell(36.5), "#F3D48A"),
    path(cell(30), "#FBE7B2"),
    line("M-14-6h0M-2-14h0M10-4h0M-6 6h0M8 12h0", "#D9AE58", 5, stroke_linecap="round"),
)
BEE = group(
    "m-honey-bee",
    ellipse(27, 11, "#F4F7F2", 26, -16, transform="rotate(24)", opacity=0.92),
    ellipse(27, 11, "#F4F7F2", -26, -16, transform="rotate(-24)", opacity=0.92),
    path("M0-24C20-22 24 6 14 30C8 42 2 48 0 52C-2 48-8 42-14 30C-24 6-20-22 0-24z", "#F2B223"),
    path(
        "M-19-8C-8-2 8-2 19-8L20 4C8 10-8 10-20 4zM-18 16C-8 22 8 22 18 16L14 28C6 33-6 33-14 28zM-7 42C-2 45 2 45 7 42L0 52z",
        "#2A1A10",
    ),
    circle(15, "#3A2413", 0, -30),
    line("M-6-42C-8-52-14-56-20-56M6-42C8-52 14-56 20-56", "#3A2413", 3, stroke_linecap="round"),
    circle(3, "#FBE7B2", -6, -34),
    circle(3, "#FBE7B2", 6, -34),
)
HERB = group(
    "m-honey-herb",
    line("M0 160C-6 90 6 20 0-130", "#3E6B3A", 7, stroke_linecap="round"),
    tag("g",
        path("M0 0C34 8 72-14 84-56C44-60 8-40 0 0z", "#5B9A4C"), path("M0 0C20-26 50-46 84-56C44-60 8-40 0 0z", "#84BC63"),
        line("M0 0C24-24 48-42 78-54M20-22L34-44M36-34L58-34M20-22L44-14", "#E4F1C8", 2),
        path("M0 0C-34 8-72-14-84-56C-44-60-8-40 0 0z", "#3F7F44"), path("M0 0C-20-26-50-46-84-56C-44-60-8-40 0 0z", "#6CAA57"),
        line("M0 0C-24-24-48-42-78-54M-20-22L-34-44M-36-34L-58-34M-20-22L-44-14", "#E4F1C8", 2), id="m-honey-pair", transform="translate(0 110)"),
    many(use("m-honey-pair", 0, -104, 0, 0.94), use("m-honey-pair", 0, -174, 0, 0.8), use("m-honey-pair", 0, -226, 0, 0.62)),
    many(*(circle(7, "currentColor", x, y) for x, y in ((0, -140), (-9, -128), (9, -126), (-4, -152), (6, -114), (-8, -112)))),
)  # fmt: skip


def segment() -> str:
    """Return one segment of a pomelo with the drops of its flesh."""
    return (
        path("M0-14C16-34 26-62 25-84C16-94-16-94-25-84C-26-62-16-34 0-14z", "currentColor")
        + line("M0-30L-4-44M7-44L9-60M-9-50L-14-64M2-56L1-72M13-64L16-80M-4-70L-8-84M-17-72L-20-82M7-76L6-88", "#fff", 4.5,
               opacity=0.5, stroke_linecap="round")
    )  # fmt: skip


POMELO = group(
    "m-fruit-pomelo",
    circle(128, "#000", 6, 9, opacity=0.2),
    circle(126, "#B7C24A"),
    circle(119, "#E4E59A"),
    circle(113, "#FFFBEA"),
    circle(97, "#F6E9C8"),
    tag("g", segment(), id="m-fruit-segment"),
    *(use("m-fruit-segment", turn=360 / 11 * step) for step in range(1, 11)),
    circle(10, "#FFFBEA"),
)


def seeds(radius_x: float, radius_y: float) -> str:
    """Return black seeds strewn over an oval of white flesh."""
    dice, dots = Dice("dragon fruit"), ""
    for level in range(1, 7):
        count = level * 6
        for index in range(count):
            x, y = polar(level / 6.6 + dice.between(-0.05, 0.05), 360 / count * index + dice.between(-9, 9))
            dots += f"M{at((x * radius_x, y * radius_y))}h0"
    return dots


DRAGON = group(
    "m-fruit-dragon",
    path(
        "M-40-108C-44-150-30-170-14-186C-14-160-4-140 4-118zM20-112C26-150 48-160 66-164C52-146 50-124 48-100z",
        "#6FA843",
    ),
    path(
        "M-84-60C-112-72-124-96-124-116C-100-108-84-96-68-82zM-94 20C-122 22-140 8-148-10C-124-10-106-8-92-4zM-70 86C-92 104-112 102-126 92C-106 84-92 74-80 64z",
        "#8DBB4A",
    ),
    path(
        "M84-60C112-72 124-96 124-116C100-108 84-96 68-82zM94 20C122 22 140 8 148-10C124-10 106-8 92-4zM70 86C92 104 112 102 126 92C106 84 92 74 80 64z",
        "#6FA843",
    ),
    ellipse(98, 124, "#D42F77"),
    ellipse(88, 114, "#F08AB4"),
    ellipse(80, 106, "#FFFDF8"),
    line(seeds(76, 102), "#2A1C22", 5, stroke_linecap="round"),
)
CASHEW = group(
    "m-fruit-cashew",
    path("M-12-86C-14-106-4-118 10-124", "none", stroke="#7A5A2C", stroke_width=8, stroke_linecap="round"),
    path("M0-92C44-98 62-58 50-16C44 12 28 36 0 38C-28 36-44 12-50-16C-62-58-44-98 0-92z", "currentColor"),
    path("M16-90C50-86 60-54 50-16C44 12 28 36 4 38C36 0 44-50 16-90z", "#000", opacity=0.16),
    path("M-30-70C-40-56-42-36-38-18", "none", stroke="#fff", stroke_width=8, stroke_linecap="round", opacity=0.6),
    path(
        "M-8 32C18 24 52 40 52 72C52 108 14 122-16 110C-38 100-36 80-18 78C0 76 8 70 2 60C-4 52-16 44-8 32z", "#C49A5E"
    ),
    path("M6 40C30 40 42 58 38 78C34 96 12 104-8 100C14 100 26 88 26 74C26 58 16 48 6 40z", "#F0D9A8"),
)
DURIAN_SPIKES = "".join(
    f"M{at(polar(118, turn - 7))}L{at(polar(140, turn))}L{at(polar(118, turn + 7))}z" for turn in range(0, 360, 12)
)


def honeycomb(canvas: Canvas, dice: Dice) -> str:
    """Return the comb, some cells full and some capped, and the herb the bees went to."""
    width, height, side = canvas.width, canvas.height, dice.side()
    scale, honey = dice.between(0.95, 1.2), dice.pick(("#F2A516", "#F5B62E", "#E8930F"))
    turn = dice.between(-12, 12)
    x, y = width * 0.5, height * 0.5
    places = (
        (-3, 0),
        (-2, -1),
        (-2, 0),
        (-1, 1),
        (0, 1),
        (0, -1),
        (1, 0),
        (-1, 0),
        (2, -2),
        (1, 2),
        (-3, 2),
        (2, 0),
        (-1, -2),
        (3, 1),
    )
    first = dice.pick((0, 1, 2))
    cells = "".join(
        use("m-honey-capped" if index % 5 == 4 else "m-honey-full", (column + row % 2 / 2) * WIDE * side, row * HIGH)
        for index, (column, row) in enumerate(places[first : first + 10])
    )
    comb = tag("path", d="M-900-900H900V900H-900z", fill="url(#m-honey-comb)")
    move = f"translate({short(x)} {short(y)})rotate({short(turn)})scale({short(scale, 2)})"
    placed = many(comb, cells, color=honey, transform=move)
    herb = use("m-honey-herb", width / 2 + side * width * dice.between(0.28, 0.36), height * dice.between(0.56, 0.66), side * dice.between(6, 20), 1.12,
               color=dice.pick(("#8E5BB5", "#F7F1DC", "#D9578A")))  # fmt: skip
    bee = use(
        "m-honey-bee",
        width / 2 - side * width * dice.between(0.06, 0.2),
        height * dice.between(0.2, 0.4),
        dice.between(-60, 60),
        1.05,
    )
    return canvas.ground("#E9A832") + placed + herb + bee


def draw_fruit(canvas: Canvas, dice: Dice) -> str:
    """Return a pomelo and a dragon fruit cut open, cashews with their apples."""
    width, height, side = canvas.width, canvas.height, dice.side()
    middle = width / 2
    ground = dice.pick(("#235B4C", "#F2C14E", "#2F6F8A", "#F3A27A", "#7C2F4A"))
    flesh, apple = dice.pick(("#F08C7E", "#F2B84E", "#F3A8A0")), dice.pick(("#E2472F", "#F2A81F", "#D9342F"))
    first, second = dice.pick((("m-fruit-pomelo", "m-fruit-dragon"), ("m-fruit-dragon", "m-fruit-pomelo")))
    return canvas.ground(ground) + "".join((
        use(second, middle + side * width * dice.between(0.28, 0.34), height * dice.between(0.14, 0.24), round(dice.between(-30, 30)), 0.92, color=flesh),
        use("m-fruit-cashew", middle + side * width * dice.between(0.16, 0.2), height * dice.between(0.64, 0.7), side * dice.between(-46, -24), 0.95, color=apple),
        use("m-fruit-cashew", middle + side * width * dice.between(0.4, 0.44), height * dice.between(0.68, 0.76), side * dice.between(4, 26), 0.86, color=apple),
        use(first, middle - side * width * dice.between(0.2, 0.26), height * dice.between(0.46, 0.58), round(dice.between(-30, 30)), dice.between(1.1, 1.25), color=flesh),
    ))  # fmt: skip


HONEY_HERBS = (Variant("comb", (COMB, FULL, CAPPED, BEE, HERB), honeycomb),)
FRUIT_NUT = (Variant("cut", (POMELO, DRAGON, CASHEW), draw_fruit),)
