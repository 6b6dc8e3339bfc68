"""Fruit and nuts: pomelo and dragon fruit cut open, cashews under their apples."""

from __future__ import annotations

from core.motifs.dice import Dice
from core.motifs.drawing import Canvas, Variant
from core.motifs.geometry import at, polar
from core.motifs.markup import (
    circle,
    ellipse,
    group,
    line,
    path,
    tag,
    use,
)


def segment() -> str:
    """Return one segment of a pomelo with the drops of its flesh."""
    return path("M0-14C16-34 26-62 25-84C16-94-16-94-25-84C-26-62-16-34 0-14z", "currentColor") + line(
        "M0-30L-4-44M7-44L9-60M-9-50L-14-64M2-56L1-72M13-64L16-80M-4-70L-8-84M-17-72L-20-82M7-76L6-88",
        "#fff",
        4.5,
        opacity=0.5,
        stroke_linecap="round",
    )


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
        (
            "M-84-60C-112-72-124-96-124-116C-100-108-84-96-68-82zM-94 20C-122 22-140 8-148-10C-124-10-106-8-92-4z"
            "M-70 86C-92 104-112 102-126 92C-106 84-92 74-80 64z"
        ),
        "#8DBB4A",
    ),
    path(
        (
            "M84-60C112-72 124-96 124-116C100-108 84-96 68-82zM94 20C122 22 140 8 148-10C124-10 106-8 92-4zM70 86"
            "C92 104 112 102 126 92C106 84 92 74 80 64z"
        ),
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


def draw_fruit(canvas: Canvas, dice: Dice) -> str:
    """Return a pomelo and a dragon fruit cut open, cashews with their apples."""
    width, height, side = canvas.width, canvas.height, dice.side()
    middle = width / 2
    ground = dice.pick(("#235B4C", "#F2C14E", "#2F6F8A", "#F3A27A", "#7C2F4A"))
    flesh, apple = dice.pick(("#F08C7E", "#F2B84E", "#F3A8A0")), dice.pick(("#E2472F", "#F2A81F", "#D9342F"))
    first, second = dice.pick((("m-fruit-pomelo", "m-fruit-dragon"), ("m-fruit-dragon", "m-fruit-pomelo")))
    return canvas.ground(ground) + "".join(
        (
            use(
                second,
                middle + side * width * dice.between(0.28, 0.34),
                height * dice.between(0.14, 0.24),
                round(dice.between(-30, 30)),
                0.92,
                color=flesh,
            ),
            use(
                "m-fruit-cashew",
                middle + side * width * dice.between(0.16, 0.2),
                height * dice.between(0.64, 0.7),
                side * dice.between(-46, -24),
                0.95,
                color=apple,
            ),
            use(
                "m-fruit-cashew",
                middle + side * width * dice.between(0.4, 0.44),
                height * dice.between(0.68, 0.76),
                side * dice.between(4, 26),
                0.86,
                color=apple,
            ),
            use(
                first,
                middle - side * width * dice.between(0.2, 0.26),
                height * dice.between(0.46, 0.58),
                round(dice.between(-30, 30)),
                dice.between(1.1, 1.25),
                color=flesh,
            ),
        )
    )


FRUIT_LEAF = group(
    "m-fruit-leaf",
    path("M0 0C46-26 60-92 0-160V0z", "#2E6E46"),
    path("M0 0C-46-26-60-92 0-160V0z", "#4B9A5A"),
    line(
        "M0 0V-150M0-30L28-54M0-62L34-88M0-94L26-116M0-30L-28-54M0-62L-34-88M0-94L-26-116", "#CBE5B4", 2, opacity=0.8
    ),
)


def draw_wheels(canvas: Canvas, dice: Dice) -> str:
    """Return wheels of pomelo, leaf behind leaf."""
    width, height, side = canvas.width, canvas.height, dice.side()
    ground = dice.pick(("#235B4C", "#F2C14E", "#2F6F8A", "#E98C5A", "#1F4A3C"))
    wheels = ""
    for x, y, size in (
        (0.36, dice.between(0.08, 0.2), 0.8),
        (-0.42, dice.between(0.9, 1), 0.7),
        (0.3, dice.between(0.82, 0.92), 0.92),
        (-0.18, dice.between(0.38, 0.5), dice.between(1.15, 1.3)),
    ):
        place, flesh = (width * (0.5 + side * x), height * y), dice.pick(("#F08C7E", "#F2B84E", "#F3A8A0", "#E86F6F"))
        wheels += use("m-fruit-leaf", *place, round(dice.between(0, 360)), 1.2 * size)
        wheels += use("m-fruit-pomelo", *place, round(dice.between(0, 33)), size, color=flesh)
    return canvas.ground(ground) + wheels


def draw_cashews(canvas: Canvas, dice: Dice) -> str:
    """Return cashew apples hanging in their leaves, the nut below each."""
    width, height, side = canvas.width, canvas.height, dice.side()
    ground = dice.pick(("#F6DFA6", "#235B4C", "#E9C9A0", "#2F5A6E"))
    leaves = "".join(
        use(
            "m-fruit-leaf",
            width / 2 + side * x * width,
            height * dice.between(-0.04, 0.06),
            turn + dice.between(-12, 12),
            1.05,
        )
        for x, turn in ((-0.42, 150), (-0.2, 215), (0.02, 160), (0.26, 200), (0.46, 140))
    )
    fruit = "".join(
        use(
            "m-fruit-cashew",
            width / 2 + side * x * width,
            height * y,
            side * turn,
            size,
            side < 0,
            color=dice.pick(("#E2472F", "#F2A81F", "#D9342F")),
        )
        for x, y, turn, size in (
            (-0.34, dice.between(0.36, 0.44), 8, 0.95),
            (0.02, dice.between(0.5, 0.58), -6, 1.2),
            (0.36, dice.between(0.34, 0.42), -12, 1),
        )
    )
    return canvas.ground(ground) + leaves + fruit


FRUIT_NUT = (
    Variant("cut", (POMELO, DRAGON, CASHEW), draw_fruit),
    Variant("wheels", (POMELO, FRUIT_LEAF), draw_wheels),
    Variant("cashews", (CASHEW, FRUIT_LEAF), draw_cashews),
)
