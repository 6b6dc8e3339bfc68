"""Coffee and pepper: cherries along the branch, strings of peppercorns between their leaves."""

from __future__ import annotations

from core.motifs.dice import Dice
from core.motifs.drawing import Canvas, Variant
from core.motifs.markup import circle, ellipse, group, line, many, path, pattern, tag, use


def bean_field() -> tuple[str, str]:
    """Return roasted beans lying as they fall."""
    bean = tag(
        "g",
        ellipse(26, 18, "#6B3F23", stroke="#241109", stroke_width=2.4),
        line("M-23 3C-10-8 8 10 23-3", "#241109", 3.4),
        line("M-17-8C-8-14 4-14 12-11", "#A46C40", 3, stroke_linecap="round"),
        id="m-coffee-bean",
    )
    places = (
        (24, 20, 24),
        (72, 26, 110),
        (114, 16, -30),
        (22, 68, -50),
        (66, 74, 10),
        (112, 64, 75),
        (134, 96, 160),
        (86, 110, -20),
        (38, 112, 100),
        (0, 96, 160),
    )
    first, *others = places
    return pattern(
        "m-coffee-beans",
        134,
        126,
        many(bean, transform=f"translate({first[0]} {first[1]})rotate({first[2]})"),
        *(use("m-coffee-bean", x, y, turn) for x, y, turn in others),
        many(*(use("m-coffee-bean", x, y, turn) for x, y, turn in ((86, -16, -20), (38, -14, 100), (-20, 16, -30)))),
    )


BEANS = bean_field()
LEAF = group(
    "m-coffee-leaf",
    path("M0 0C50-24 66-110 0-190C-16-140-10-60 0 0z", "#22613F"),
    path("M0 0C-50-24-66-110 0-190V0z", "#3B8A56"),
    line(
        (
            "M0 0V-176M0-28Q22-38 32-58M0-62Q26-72 38-94M0-96Q22-106 30-126M0-28Q-22-38-32-58M0-62Q-26-72-38-94"
            "M0-96Q-22-106-30-126"
        ),
        "#A9D39A",
        2.2,
        opacity=0.8,
    ),
)
CHERRY = tag(
    "g",
    circle(25),
    circle(25, "none", stroke="#000", stroke_width=2, opacity=0.3),
    path("M-14-10C-12-18-4-20 2-18C-6-14-10-8-12-2z", "#fff", opacity=0.65),
    circle(5, "#5A1712", 6, 12),
    circle(2, "#E9C28A", 6, 12),
    id="m-coffee-cherry",
)
CLUSTER = group(
    "m-coffee-cluster",
    many(CHERRY, transform="translate(-38 8)", fill="#8E1B1E"),
    use("m-coffee-cherry", 36, -18, 30, 1, fill="#A81F22"),
    use("m-coffee-cherry", -8, -34, -20, 1, fill="currentColor"),
    use("m-coffee-cherry", 30, 30, 60, 1, fill="#D5342B"),
    use("m-coffee-cherry", -12, 34, 10, 1.05, fill="#C4262A"),
    use("m-coffee-cherry", 4, 0, -10, 1.1, fill="#E04A36"),
)
BRANCH = group(
    "m-coffee-branch",
    line("M-420 10Q0-14 420 6", "#7A5230", 13),
    *(
        use("m-coffee-leaf", *place)
        for place in (
            (-110, -4, -38, 0.95),
            (-96, 6, -150, 0.85),
            (56, -8, 34, 0.95),
            (70, 8, 140, 0.9),
            (208, 0, 70, 0.8),
        )
    ),
    *(use("m-coffee-cluster", *place) for place in ((-104, 6, 0, 1.02), (62, -4, 110, 1.1), (206, 6, 40, 0.8))),
)
SPIKE = group(
    "m-coffee-spike",
    line("M0-40C6-20 0 0 0 20", "#7C9A44", 5, stroke_linecap="round"),
    many(
        line("M-15 12V176", "#24502F", 27, stroke_dasharray="0 25"),
        line("M15 24V164", "#24502F", 27, stroke_dasharray="0 25"),
        line("M-15 12V176", "currentColor", 23, stroke_dasharray="0 25"),
        line("M15 24V164", "currentColor", 23, stroke_dasharray="0 25"),
        line("M0 4V200", "#24502F", 27, stroke_dasharray="0 25"),
        line("M0 4V200", "#5E9A45", 23, stroke_dasharray="0 25"),
        line("M-4-1V196M-19 7V172M11 19V160", "#D7E9A8", 6, stroke_dasharray="0 25"),
        stroke_linecap="round",
    ),
    circle(12, "#C4342B", 0, 79),
    circle(12, "#C4342B", 15, 124),
    line("M-4 74h0M11 119h0", "#FFD2B8", 6, stroke_linecap="round"),
)
HEART = group(
    "m-coffee-heart",
    path("M0 0C60-20 76-84 44-118C30-132 8-128 0-112z", "#2E6E46", transform="scale(1-1)"),
    path("M0 0C60 20 84 74 0 176z", "#2E6E46"),
    path("M0 0C-60 20-84 74 0 176z", "#48935B"),
    line("M0 0V168M0 8C34 30 38 80 8 140M0 8C-34 30-38 80-8 140", "#B9DCA0", 2.4, opacity=0.8),
)


def draw_cherries(canvas: Canvas, dice: Dice) -> str:
    """Return a branch in fruit over roasted beans."""
    width, height, side = canvas.width, canvas.height, dice.side()
    ripe = dice.pick(("#E9B13C", "#7FA843", "#F08A3C"))
    branch = use(
        "m-coffee-branch",
        width / 2 + dice.between(-40, 40),
        height * dice.between(0.42, 0.58),
        side * dice.between(-24, -8),
        dice.between(0.98, 1.16),
        side < 0,
        color=ripe,
    )
    beans = canvas.cover("m-coffee-beans", dice.between(0, 134), dice.between(0, 126), dice.between(-20, 20), 0.8)
    return canvas.ground("#38200F") + beans + branch


def draw_pepper(canvas: Canvas, dice: Dice) -> str:
    """Return strings of green pepper among heart-shaped leaves."""
    width, height, side = canvas.width, canvas.height, dice.side()
    ground = dice.pick(("#F0DFB4", "#E9C9A0", "#F3E6C8", "#7A2A1E"))
    dye = dice.pick(("#7DB04E", "#8DB84A", "#6BA34A"))
    content = ""
    for index, x in enumerate((0.08, 0.3, 0.52, 0.74, 0.96)):
        place = width * (x if side > 0 else 1 - x)
        drop = dice.between(-10, 34) if index % 2 else dice.between(36, 78)
        content += use(
            "m-coffee-spike", place, drop, dice.between(-5, 5), height / 300 * dice.between(1, 1.14), color=dye
        )
    leaves = "".join(
        use("m-coffee-heart", width / 2 + side * x * width, height * y, side * turn, size)
        for x, y, turn, size in (
            (-0.44, dice.between(-0.12, -0.04), -28, 0.85),
            (-0.1, -0.16, 16, 0.8),
            (0.3, dice.between(-0.14, -0.06), -12, 0.9),
        )
    )
    return canvas.ground(ground) + content + leaves


COFFEE = (
    Variant("cherries", (BEANS, LEAF, CLUSTER, BRANCH), draw_cherries),
    Variant("pepper", (SPIKE, HEART), draw_pepper),
)
