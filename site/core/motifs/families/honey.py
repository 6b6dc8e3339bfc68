"""Honey and herbs: the comb and the bee, bunches hung head down to dry."""

from __future__ import annotations

from core.motifs.dice import Dice
from core.motifs.drawing import Canvas, Variant
from core.motifs.geometry import polar, polygon, short
from core.motifs.markup import Definition, circle, ellipse, group, line, many, path, pattern, tag, use

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
    many(
        path(cell(29), transform="translate(0 4)", id="m-honey-deep"),
        *(use("m-honey-deep", x, y) for x, y in ((WIDE, 0), (0, HIGH * 2), (WIDE, HIGH * 2), (WIDE / 2, HIGH))),
        fill="#B5690F",
    ),
)
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
        (
            "M-19-8C-8-2 8-2 19-8L20 4C8 10-8 10-20 4zM-18 16C-8 22 8 22 18 16L14 28C6 33-6 33-14 28zM-7 42"
            "C-2 45 2 45 7 42L0 52z"
        ),
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
    tag(
        "g",
        path("M0 0C34 8 72-14 84-56C44-60 8-40 0 0z", "#5B9A4C"),
        path("M0 0C20-26 50-46 84-56C44-60 8-40 0 0z", "#84BC63"),
        line("M0 0C24-24 48-42 78-54M20-22L34-44M36-34L58-34M20-22L44-14", "#E4F1C8", 2),
        path("M0 0C-34 8-72-14-84-56C-44-60-8-40 0 0z", "#3F7F44"),
        path("M0 0C-20-26-50-46-84-56C-44-60-8-40 0 0z", "#6CAA57"),
        line("M0 0C-24-24-48-42-78-54M-20-22L-34-44M-36-34L-58-34M-20-22L-44-14", "#E4F1C8", 2),
        id="m-honey-pair",
        transform="translate(0 110)",
    ),
    many(
        use("m-honey-pair", 0, -104, 0, 0.94),
        use("m-honey-pair", 0, -174, 0, 0.8),
        use("m-honey-pair", 0, -226, 0, 0.62),
    ),
    many(
        *(
            circle(7, "currentColor", x, y)
            for x, y in ((0, -140), (-9, -128), (9, -126), (-4, -152), (6, -114), (-8, -112))
        )
    ),
)


CELLS = (  # of the comb that may be full or capped: column, row
    (-3, 0), (-2, -1), (-2, 0), (-1, 1), (0, 1), (0, -1), (1, 0), (-1, 0), (2, -2), (1, 2), (-3, 2), (2, 0), (-1, -2),
    (3, 1),
)  # fmt: skip
FLOWERS = ("#8E5BB5", "#F7F1DC", "#D9578A", "#E9B53A")


def honeycomb(canvas: Canvas, dice: Dice) -> str:
    """Return the comb, some cells full and some capped, and the herb the bees went to."""
    width, height, side = canvas.width, canvas.height, dice.side()
    scale, honey = dice.between(0.95, 1.2), dice.pick(("#F2A516", "#F5B62E", "#E8930F"))
    turn = dice.between(-12, 12)
    x, y = width * 0.5, height * 0.5
    first = dice.pick((0, 1, 2))
    cells = "".join(
        use("m-honey-capped" if index % 5 == 4 else "m-honey-full", (column + row % 2 / 2) * WIDE * side, row * HIGH)
        for index, (column, row) in enumerate(CELLS[first : first + 10])
    )
    comb = tag("path", d="M-900-900H900V900H-900z", fill="url(#m-honey-comb)")
    move = f"translate({short(x)} {short(y)})rotate({short(turn)})scale({short(scale, 2)})"
    placed = many(comb, cells, color=honey, transform=move)
    herb = use(
        "m-honey-herb",
        width / 2 + side * width * dice.between(0.28, 0.36),
        height * dice.between(0.56, 0.66),
        side * dice.between(6, 20),
        1.12,
        color=dice.pick(FLOWERS),
    )
    bee = use(
        "m-honey-bee",
        width / 2 - side * width * dice.between(0.06, 0.2),
        height * dice.between(0.2, 0.4),
        dice.between(-60, 60),
        1.05,
    )
    return canvas.ground("#E9A832") + placed + herb + bee


RAIL = group(
    "m-honey-rail",
    line("M-60 0H900", "#6B4320", 15),
    line("M-60-3H900", "#B58450", 5),
)


def bunch() -> Definition:
    """Return five stems tied together, their tips hanging down."""
    stems = ""
    for lean, size in ((-38, 0.62), (38, 0.62), (-19, 0.72), (19, 0.72), (0, 0.8)):
        x, y = polar(160 * size, 180 + lean)
        stems += use("m-honey-herb", x, y, 180 + lean, size)
    return group(
        "m-honey-bunch",
        line("M0-60V0", "#E3C48B", 4),
        stems,
        path("M-17 16C-21-6-17-20-14-30L14-30C17-20 21-6 17 16z", "#3E6B3A"),
        line("M-18 6Q0 12 18 6M-18-3Q0 3 18-3M-17-12Q0-6 17-12", "#E3C48B", 5),
    )


def draw_bunches(canvas: Canvas, dice: Dice) -> str:
    """Return bunches of herbs hung head down under the eaves."""
    width, height = canvas.width, canvas.height
    ground, shift = dice.pick(("#F3DFB0", "#E3C08A", "#D5E2CB", "#F2CDB0", "#6B3F26")), dice.between(-0.1, 0.1)
    bunches = "".join(
        use(
            "m-honey-bunch",
            width * (x + shift),
            height * dice.between(0.2, 0.26),
            dice.between(-4, 4),
            height / 300 * size,
            color=dice.pick(FLOWERS),
        )
        for x, size in ((-0.08, 0.84), (1.08, 0.86), (0.28, 0.95), (0.72, 1))
    )
    return canvas.ground(ground) + bunches + use("m-honey-rail", 0, height * 0.06)


HONEY_HERBS = (
    Variant("comb", (COMB, FULL, CAPPED, BEE, HERB), honeycomb),
    Variant("bunches", (HERB, bunch(), RAIL), draw_bunches),
)
