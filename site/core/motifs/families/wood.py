"""Wood: a board with its grain, a scroll half carved, the gouge and its shavings."""

from __future__ import annotations

from core.motifs.dice import Dice
from core.motifs.drawing import Canvas, Variant
from core.motifs.geometry import short
from core.motifs.markup import copies, ellipse, group, line, many, path, rect, tag, use

BOARD, GRAIN, CUT, RELIEF, EDGE = "#B97A3F", "#8E5526", "#5B3015", "#D59A58", "#F0C88C"


def flow(y: float, knot: float, bend: float) -> str:
    """Return one line of grain that gives way to the knot at x = 470."""
    reach = bend / (1 + abs(knot) / 30)
    push = reach if knot >= 0 else -reach
    first, last = short(y), short(y + push)
    return (
        f"M-60 {first}C120 {short(y + 8)} 300 {short(y - 6)} 380 {first}S440 {last} 480 {last}S580 {first} 700 {first}"
    )


GRAINS = "".join(flow(y, y - 96, 34) for y in range(-40, 460, 24) if abs(y - 96) > 4)
WOODEN = group(
    "m-wood-board",
    rect(-60, -60, 760, 560, BOARD),
    many(tag("path", d=GRAINS, id="m-wood-grain"), fill="none", stroke=GRAIN, stroke_width=2.2),
    many(use("m-wood-grain", 0, 8), fill="none", stroke=EDGE, stroke_width=3, opacity=0.22),
    ellipse(20, 9, CUT, 480, 96),
    tag("ellipse", cx=480, cy=96, rx=32, ry=17, fill="none", stroke=GRAIN, stroke_width=3),
)
SPINE = "M-150 120C-120 20-60-30 10-34C90-38 132 26 104 78C80 118 16 108 20 62C22 32 62 28 66 56"
LOBE = "M0 0C-34-6-44-40-26-66C-20-52-10-50-2-58C10-36 16-14 0 0z"
LOBES = (
    (-122, 58, -54, 1), (-84, 4, -34, 1.1), (-30, -26, -14, 1.1), (34, -34, 16, 1.05), (92, -2, 56, 1),
    (112, 56, 98, 0.9), (-138, 92, 44, 0.8), (-86, 24, 118, 0.8), (-14, -14, 152, 0.75), (60, 104, 160, 0.8),
)  # fmt: skip
SCROLL = group(
    "m-wood-scroll",
    copies(
        "m-wood-lobe",
        path(LOBE, CUT, transform="translate(4 5)")
        + path(LOBE, RELIEF)
        + line("M-2-4C-16-18-24-38-25-60M-2-8C-4-24-4-40-3-54", CUT, 2),
        *LOBES,
    ),
    many(
        many(tag("path", d=SPINE, id="m-wood-spine"), stroke=CUT, stroke_width=30, transform="translate(4 5)"),
        use("m-wood-spine", stroke=RELIEF, stroke_width=26),
        use("m-wood-spine", -4, -6, stroke=EDGE, stroke_width=4),
        use("m-wood-spine", stroke=CUT, stroke_width=2.4),
        fill="none",
        stroke_linecap="round",
    ),
    tag("circle", cx=66, cy=58, r=17, fill=RELIEF, stroke=CUT, stroke_width=2.4),
    tag("circle", cx=64, cy=55, r=7, fill=EDGE),
)
GOUGE = group(
    "m-wood-gouge",
    path("M-11 0C-12 40-9 70-7 112H7C9 70 12 40 11 0Q0-14-11 0z", "#000", opacity=0.28, transform="translate(9 8)"),
    path("M-11 0C-12 40-9 70-7 112H7C9 70 12 40 11 0Q0-14-11 0z", "#B9C3C6"),
    path("M0-7Q8-6 11 0C12 40 9 70 7 112H1z", "#7C888D"),
    rect(-11, 110, 22, 14, "#D9A441"),
    path("M-12 124C-22 150-22 200-17 236C-14 250 14 250 17 236C22 200 22 150 12 124z", "currentColor"),
    line("M-9 140C-14 170-13 206-10 230", "#fff", 4, opacity=0.4, stroke_linecap="round"),
)
SHAVING = group(
    "m-wood-shaving",
    tag(
        "path",
        d="M0 0C30-30 62-10 48 16C36 36 8 24 18 4C26-10 46 0 40 12",
        id="m-wood-curl",
        stroke=EDGE,
        stroke_width=12,
    ),
    line("M0 0C30-30 62-10 48 16C36 36 8 24 18 4C26-10 46 0 40 12", "#FFF3DC", 3),
    fill="none",
)


def draw_carving(canvas: Canvas, dice: Dice) -> str:
    """Return the scroll, cropped, and the gouge laid across the board."""
    width, height, side = canvas.width, canvas.height, dice.side()
    middle, mirror = width / 2, side < 0
    handle = dice.pick(("#8C2A1F", "#2F5A4C", "#C98A2E", "#27405F"))
    board = use("m-wood-board", 0 if side > 0 else width, dice.between(-30, 20), 0, 1 if width < 450 else 1.15, mirror)
    scroll = use(
        "m-wood-scroll",
        middle - side * width * dice.between(0.06, 0.12),
        height * dice.between(0.4, 0.46),
        side * dice.between(-46, 24),
        dice.between(1.02, 1.24),
        mirror,
    )
    gouge = use(
        "m-wood-gouge",
        middle - side * width * dice.between(0, 0.08),
        height * dice.between(0.5, 0.58),
        -side * dice.between(52, 68),
        0.95,
        color=handle,
    )
    shavings = "".join(
        use("m-wood-shaving", middle + side * x * width, y * height, round(dice.between(0, 360)), size)
        for x, y, size in (
            (0.36, dice.between(0.3, 0.4), 0.9),
            (0.1, dice.between(0.84, 0.92), 1.1),
            (-0.42, 0.14, 0.8),
        )
    )
    return board + scroll + shavings + gouge


WOOD = (Variant("carving", (WOODEN, SCROLL, GOUGE, SHAVING), draw_carving),)
