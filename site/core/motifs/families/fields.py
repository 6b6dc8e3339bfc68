"""Fields: rows of tea under two leaves and a bud, rice terraces under a ripe ear, noodles on their racks."""

from __future__ import annotations

from math import atan2, degrees

from core.motifs.dice import Dice
from core.motifs.drawing import Canvas, Variant
from core.motifs.geometry import Point, at, joined, smooth
from core.motifs.markup import Definition, copies, group, line, many, path, rect, tag, use


def hill(key: str, rows: int, ground: str, bush: str, lit: str) -> Definition:
    """Return a hill seen from the side, its tea clipped in rounded rows that follow the slope."""
    row = "M-300 0C-180-70-90-96 0-96C90-96 180-70 300 0"
    first = path("M-340 420V30C-180-80-90-108 0-108C90-108 180-80 340 30V420z", ground) + tag(
        "g",
        line(row, bush, 24, stroke_dasharray="0 13", stroke_linecap="round"),
        line(row, lit, 11, stroke_dasharray="6 20", stroke_linecap="round", transform="translate(-3-6)"),
        id=f"{key}-row",
    )
    return group(
        key, first, *(use(f"{key}-row", 0, 34 * step + 4 * step * step, 0, 1 + 0.1 * step) for step in range(1, rows))
    )


FAR = hill("m-leaf-far", 5, "#3E7D55", "#5FA06A", "#86BC7C")
NEAR = hill("m-leaf-near", 7, "#1C4F3C", "#2F7350", "#4E9560")


def tea_leaf(light: str, dark: str) -> str:
    """Return one leaf, half in light, its veins and its toothed edge."""
    return (
        path("M0 0C34-24 46-84 0-150V0z", dark)
        + path("M0 0C-34-24-46-84 0-150V0z", light)
        + line(
            "M0 0V-140M0-24L22-44M0-52L26-74M0-80L22-102M0-24L-22-44M0-52L-26-74M0-80L-22-102",
            "#F2F7D2",
            1.8,
            opacity=0.75,
        )
    )


SPRIG = group(
    "m-leaf-sprig",
    line("M0 150C-4 90 4 40 0-10", "#6F9A3C", 9, stroke_linecap="round"),
    many(tea_leaf("#8CC152", "#5E9A3E"), transform="translate(0 56)rotate(-62)scale(1.02)"),
    many(tea_leaf("#A4D062", "#74B045"), transform="translate(0 22)rotate(48)scale(.9)"),
    path("M0 14C20-10 22-66 2-112C-20-70-18-10 0 14z", "#D6EA9A"),
    path("M0 14C20-10 22-66 2-112C2-70-6-20 0 14z", "currentColor"),
    path("M0 14C-16 0-22-30-14-60C-6-30-2-10 0 14z", "#EAF5C0"),
)

WALL = (
    "M-210 8C-216-46-150-78-84-84C-30-100 60-98 112-82C176-74 222-40 208 10C214 66 140 92 70 94"
    "C10 110-80 104-130 88C-190 78-216 50-210 8z"
)
LEVELS = ("#356B4A", "#4F8A52", "#74A653", "#A9C25A", "#D8C45A", "#E8CF74", "#C9B04A", "#E9D98E")
TERRACE = group(
    "m-rice-terrace",
    tag(
        "g",
        path(WALL, stroke="#F7EDB8", stroke_width=4),
        line(WALL, "#fff", 2.4, stroke_dasharray="2 7", transform="scale(.95)", opacity=0.65),
        id="m-rice-terrace-step",
    ),
    *(
        use("m-rice-terrace-step", (-1) ** step * 3 * step, -13 * step, 0, 1 - 0.125 * step, fill=fill)
        for step, fill in enumerate(LEVELS)
    ),
)
TERRACE_PLAIN = group(
    "m-rice-slopes",
    *(
        path(
            smooth([(90 * step - 40, y + dy) for step, dy in enumerate(dys)]) + "V520H-40z",
            fill,
            stroke="#F7EDB8",
            stroke_width=4,
        )
        for y, dys, fill in (
            (40, (0, -22, -6, 14, -10, -24, 0), "#6FA556"),
            (78, (4, -16, 0, 20, -4, -16, 8), "#8DB75A"),
            (120, (0, -8, 10, 18, -4, -4, 14), "#B7C95E"),
        )
    ),
)
GRAIN = "M0 2C9-6 10-26 0-38C-10-26-9-6 0 2z"
BRANCHES = (  # of a panicle bent by its weight: curves as start, bend and end, with the number of grains
    ((36, -46), (120, -96), (186, -8), 8),
    ((30, -26), (104, -48), (140, 52), 7),
    ((22, -2), (70, -8), (92, 88), 6),
)


def along(start: Point, bend: Point, end: Point, part: float) -> tuple[float, float, float]:
    """Return a point of a quadratic curve and its heading in degrees, 0° up."""
    back = 1 - part
    x, y = (back * back * start[axis] + 2 * back * part * bend[axis] + part * part * end[axis] for axis in (0, 1))
    dx, dy = (back * (bend[axis] - start[axis]) + part * (end[axis] - bend[axis]) for axis in (0, 1))
    return x, y, degrees(atan2(dx, -dy))


def grains() -> list[tuple[float, float, float]]:
    """Return where the grains sit: left and right of every branch, one at its tip."""
    found: list[tuple[float, float, float]] = []
    for start, bend, end, count in BRANCHES:
        for step in range(count):
            x, y, heading = along(start, bend, end, 0.3 + 0.7 * step / (count - 1))
            found.append((round(x), round(y), round(heading) + (0 if step == count - 1 else 30 * (-1) ** step)))
    return found


EAR = group(
    "m-rice-ear",
    line(
        "M-30 300C-34 160-10 30 36-46" + "".join(f"M{at(a)}Q{joined((b, c))}" for a, b, c, _ in BRANCHES),
        "#8F9A34",
        5,
        stroke_linecap="round",
    ),
    path(
        "M-32 240C-90 130-110 40-70-70C-66 30-40 120-26 190zM-30 260C30 190 60 170 130 160C70 190 10 240-26 300z",
        "#6F9440",
    ),
    copies(
        "m-rice-grain",
        path(GRAIN, "#7A4F0C", transform="translate(1.5 2)scale(1.12)")
        + path(GRAIN, "#EDBB45")
        + line("M-3-6C-5-14-4-22-1-26", "#FFF0BC", 2, stroke_linecap="round")
        + line("M0-36L2-56", "#D9A53A", 1.4),
        *grains(),
    ),
)

STRANDS = "".join(
    f"M{x} 0C{x - 5} 40 {x + 5} 70 {x} {106 + x * x % 17}q4 13 9 0C{x + 14} 70 {x + 4} 40 {x + 9} 0"
    for x in range(-40, 40, 13)
)
HANK = group(
    "m-rice-hank",
    many(tag("path", d=STRANDS, id="m-rice-strands"), stroke="#7A5A22", stroke_width=7.5, opacity=0.55),
    use("m-rice-strands", stroke="currentColor", stroke_width=5.4),
    use("m-rice-strands", -1, stroke="#FFFDF2", stroke_width=2),
    path("M-46-9C-26-19 26-19 48-9L47 14C26 5-26 5-46 14z", "currentColor", stroke="none"),
    line("M-42 5C-24-4 26-4 44 5M-44-3C-24-12 26-12 46-3", "#FFFDF2", 2),
    fill="none",
)
POLE = group(
    "m-rice-pole",
    rect(-60, -11, 1000, 20, "#9C6B2E"),
    rect(-60, -9, 1000, 5, "#D9AC62"),
    line("M60-12V10M250-12V10M440-12V10M630-12V10", "#5C3A12", 4),
)


RACK = group(
    "m-rice-rack",
    *(use("m-rice-hank", 104 * index) for index in range(7)),
    use("m-rice-pole", -20),
)


def draw_tea(canvas: Canvas, dice: Dice) -> str:
    """Return hills of tea and, close, what the picker takes: two leaves and a bud."""
    width, height, side = canvas.width, canvas.height, dice.side()
    middle = width / 2
    sky = dice.pick(("#F6E3B4", "#CFE3DC", "#F3CDAE", "#DCE9C9"))
    bud = dice.pick(("#F3E7A0", "#E9D37A", "#C7DF86"))
    far = use(
        "m-leaf-far", middle - side * width * dice.between(0.22, 0.34), height * dice.between(0.42, 0.5), 0, 0.95
    )
    near = use(
        "m-leaf-near", middle + side * width * dice.between(0.2, 0.34), height * dice.between(0.68, 0.8), 0, 1.15
    )
    sprig = use(
        "m-leaf-sprig",
        middle - side * width * dice.between(0.02, 0.18),
        height * 0.62,
        side * dice.between(2, 16),
        dice.between(1.15, 1.32),
        side < 0,
        color=bud,
    )
    return canvas.ground(sky) + far + near + sprig


def draw_buds(canvas: Canvas, dice: Dice) -> str:
    """Return what was picked, thrown on the withering tray: buds, each with its two leaves."""
    width, height, side = canvas.width, canvas.height, dice.side()
    ground = dice.pick(("#F3E6C4", "#1C4F3C", "#E5D3A0", "#24434A", "#C98A4B"))
    sprigs = ""
    for x, y, size in (
        (0.06, 0.1, 0.62),
        (0.94, 0.04, 0.66),
        (0.1, 0.92, 0.7),
        (0.72, 0.42, 0.78),
        (0.36, 0.5, 1.05),
        (0.88, 0.94, 0.86),
    ):
        turn = dice.between(-50, 50) + (180 if dice.fraction() < 0.3 else 0)
        place = width * (x if side > 0 else 1 - x) + dice.between(-14, 14), height * y + dice.between(-12, 12)
        sprigs += use("m-leaf-sprig", *place, round(turn), size, color=dice.pick(("#F3E7A0", "#E9D37A", "#C7DF86")))
    return canvas.ground(ground) + sprigs


def draw_terraces(canvas: Canvas, dice: Dice) -> str:
    """Return the round hill of terraces and an ear of ripe rice bent over it."""
    width, height, side = canvas.width, canvas.height, dice.side()
    middle = width / 2
    sky = dice.pick(("#F3D79B", "#BFD9DC", "#F2C3A0", "#E6E3BE"))
    slopes = use("m-rice-slopes", 0 if side > 0 else width, height * 0.08, 0, 1 if width < 450 else 1.2, side < 0)
    round_hill = use(
        "m-rice-terrace",
        middle + side * width * dice.between(0.06, 0.16),
        height * dice.between(0.66, 0.74),
        0,
        dice.between(1.05, 1.25),
    )
    ear = use(
        "m-rice-ear",
        middle - side * width * dice.between(0.36, 0.42),
        height * dice.between(0.42, 0.52),
        side * dice.between(-8, 8),
        dice.between(1.05, 1.2),
        side < 0,
    )
    return canvas.ground(sky) + slopes + round_hill + ear


def draw_noodles(canvas: Canvas, dice: Dice) -> str:
    """Return hanks of noodles hung on bamboo to dry, rack below rack."""
    ground, shift = dice.pick(("#7A9A5A", "#C98A4B", "#5F8F8A", "#B5622E")), dice.between(-60, 10)
    size = dice.between(0.92, 1.12)
    colour = dice.pick(("#F3E3B8", "#EFD79C", "#F5E9CF"))
    racks = "".join(
        use("m-rice-rack", shift - row % 2 * 52 * size, (row * 148 - 44) * size, 0, size)
        for row in range(round(canvas.height / (148 * size)) + 1)
    )
    return canvas.ground(ground) + many(racks, color=colour)


LEAF = (
    Variant("hills", (FAR, NEAR, SPRIG), draw_tea),
    Variant("buds", (SPRIG,), draw_buds),
)
RICE = (
    Variant("terraces", (TERRACE_PLAIN, TERRACE, EAR), draw_terraces),
    Variant("noodles", (HANK, POLE, RACK), draw_noodles),
)
