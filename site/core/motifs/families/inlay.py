"""Inlay: mother-of-pearl cut to shape and let into rosewood."""

from __future__ import annotations

from core.motifs.dice import Dice
from core.motifs.drawing import Canvas, Variant
from core.motifs.geometry import polar, polygon, short
from core.motifs.markup import (
    circle,
    copies,
    group,
    line,
    many,
    path,
    pattern,
    rect,
    tag,
    use,
)

NACRE = ("#EAF3EE", "#BFE6DC", "#F3CFE2", "#A9CFEA", "#DCCBF2", "#F6EBC4")
WOOD, WOOD_LINE = "#2B130F", "#4A241A"


def petal_facets() -> str:
    """Return one petal cut from four shells of different shine."""
    return (
        path("M0-14C-22-26-34-54-22-74L0-58z", NACRE[1])
        + path("M0-14C22-26 34-54 22-74L0-58z", NACRE[2])
        + path("M-22-74C-14-88-6-86 0-80V-58z", NACRE[3])
        + path("M22-74C14-88 6-86 0-80V-58z", NACRE[0])
    )


FLOWER = group(
    "m-inlay-flower",
    tag("g", petal_facets(), line("M0-58V-18M0-58L-22-74M0-58L22-74", WOOD, 1.8), id="m-inlay-petal"),
    *(use("m-inlay-petal", turn=72 * step) for step in range(1, 5)),
    circle(13, "#F6EBC4", stroke=WOOD, stroke_width=3),
    line("M0-9h0M8-3h0M5 7h0M-5 7h0M-8-3h0", "currentColor", 5, stroke_linecap="round"),
)
SPRAY_LEAVES = (
    (40, -38, -50), (72, -66, 130), (90, -130, 60), (84, -160, -20), (190, -88, 10), (226, -50, 70), (236, -26, 170),
    (212, -146, -60), (226, -186, 8),
)  # fmt: skip
SPRAY = group(
    "m-inlay-spray",
    line(
        "M0 0C40-30 60-70 120-84C170-96 210-130 226-190M92-76C104-110 100-140 84-164M150-92C190-84 224-60 236-24",
        "#B9D8CF",
        7,
        stroke_linejoin="round",
    ),
    line("M0 0C40-30 60-70 120-84C170-96 210-130 226-190", "#F3E6F0", 2),
    copies(
        "m-inlay-leaf",
        path("M0 0C16-8 20-34 0-60V0z", NACRE[1]) + path("M0 0C-16-8-20-34 0-60V0z", NACRE[4]),
        *SPRAY_LEAVES,
    ),
)
FRET = pattern(
    "m-inlay-fret",
    48,
    48,
    rect(0, 0, 48, 48, WOOD),
    line("M2 40V8H40V34H16V22H28", NACRE[1], 5),
    line("M2 40V8H24", NACRE[2], 5),
    line("M40 20V34H24", NACRE[3], 5),
    path("M0 43h48v5h-48zM0 0h48v3h-48z", NACRE[0]),
)


def draw_inlay(canvas: Canvas, dice: Dice) -> str:
    """Return a corner of a rosewood tray: its fret, and plum blossom."""
    width, height = canvas.width, canvas.height
    side = dice.side()
    band = round(dice.between(46, 56))
    accent = dice.pick(("#C0392B", "#B8862B", "#2E7D73"))
    edge = 0 if side > 0 else width - band
    scale = band / 48
    fret = tag(
        "path",
        d="M0 0H48V480H0z",
        fill="url(#m-inlay-fret)",
        transform=f"translate({short(edge)})scale({short(scale, 2)})",
    )
    middle = width / 2
    turn = dice.between(-10, 10)
    start_x, start_y = middle - side * width * 0.26, height * dice.between(0.92, 1.04)
    spray = use("m-inlay-spray", start_x, start_y, turn, 1.25, side < 0)
    flowers = "".join(
        use("m-inlay-flower", middle + side * x * width, y * height, dice.between(0, 72), size, color=accent)
        for x, y, size in (
            (dice.between(-0.06, 0.06), dice.between(0.48, 0.58), 1.15),
            (dice.between(0.34, 0.42), dice.between(0.12, 0.24), 0.85),
            (dice.between(0.3, 0.38), dice.between(0.82, 0.92), 0.7),
        )
    )
    waves = ((40, 90), (130, 170), (250, 220))
    grain = line("".join(f"M0 {y}Q{width / 2:.0f} {bend} {width:.0f} {y - 10}" for y, bend in waves), WOOD_LINE, 3)
    return canvas.ground(WOOD) + grain + spray + flowers + fret


def rosette() -> str:
    """Return an eight-pointed star of sixteen shells, no two neighbours of one shine."""
    shells = ""
    for step in range(16):
        tip = 46 if step % 2 == 0 else 24
        following = 24 if step % 2 == 0 else 46
        corners = [(0.0, 0.0), polar(tip, 22.5 * step), polar(following, 22.5 * (step + 1))]
        shells += path(polygon(corners), NACRE[(step * 5 + step // 4) % 6], stroke=WOOD, stroke_width=1.6)
    return shells


KITE = "M0-60L11-49L0-38L-11-49zM60 0L49 11L38 0L49-11zM0 60L-11 49L0 38L11 49zM-60 0L-49-11L-38 0L-49 11z"
STARS = pattern(
    "m-inlay-stars",
    120,
    120,
    rect(0, 0, 120, 120, WOOD),
    many(
        rosette(),
        path(KITE, NACRE[5]),
        path("M-60-60h20l-20 20zM60-60v20l-20-20zM60 60h-20l20-20zM-60 60v-20l20 20z", NACRE[1]),
        path("M-36-60h20l-10 10zM16-60h20l-10 10zM-36 60h20l-10-10zM16 60h20l-10-10z", NACRE[2]),
        path("M-60-36v20l10-10zM-60 16v20l10-10zM60-36v20l-10-10zM60 16v20l-10-10z", NACRE[3]),
        circle(7, WOOD),
        circle(4, NACRE[0]),
        transform="translate(60 60)",
    ),
)


def draw_stars(canvas: Canvas, dice: Dice) -> str:
    """Return the lid of a box, close: stars and kites of shell."""
    turn, scale = dice.pick((0.0, 45.0, dice.between(-14, 14))), dice.between(0.9, 1.4)
    return canvas.cover("m-inlay-stars", dice.between(0, 120), dice.between(0, 120), turn, scale)


INLAY = (
    Variant("blossom", (FLOWER, SPRAY, FRET), draw_inlay),
    Variant("stars", (STARS,), draw_stars),
)
