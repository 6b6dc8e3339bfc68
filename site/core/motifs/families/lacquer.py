"""Lacquer with eggshell, mother-of-pearl in rosewood, and beaten gold leaf."""

from __future__ import annotations

from core.motifs.dice import Dice
from core.motifs.drawing import Canvas, Variant
from core.motifs.geometry import Point, leaf, polygon, short
from core.motifs.markup import Definition, circle, copies, group, line, many, path, pattern, rect, tag, use

SHELL, SHELL_SHADE, BLACK, CINNABAR, GOLD = "#F3E9D2", "#DCCBA6", "#17100E", "#A8261B", "#C99A3B"


def shards(cells: int, size: float, seed: str) -> tuple[str, str]:
    """Return two paths of crushed eggshell, laid like bricks and pushed about, that tile a square of cells × size."""
    dice = Dice(seed)
    pushed = [[(dice.between(-0.2, 0.2), dice.between(-0.34, 0.34)) for _ in range(2 * cells)] for _ in range(cells)]

    def corner(half: int, row: int) -> Point:
        dx, dy = pushed[row % cells][half % (2 * cells)]
        return (half / 2 + dx) * size, (row + dy) * size

    light = dark = ""
    for row in range(cells):
        for column in range(cells):
            left = 2 * column + row % 2
            corners = [corner(left + half, row) for half in (0, 1, 2)]
            corners += [corner(left + half, row + 1) for half in (2, 1, 0)]
            x, y = (sum(point[axis] for point in corners) / 6 for axis in (0, 1))
            shard = polygon((x + (to_x - x) * 0.88, y + (to_y - y) * 0.88) for to_x, to_y in corners)
            if dice.fraction() < 0.3:
                dark += shard
            else:
                light += shard
    return light, dark


LIGHT, DARK = shards(6, 15, "eggshell")
CRACKLE = pattern("m-lacquer-shell", 90, 90, path(LIGHT, SHELL), path(DARK, SHELL_SHADE))
CULM = tag(
    "g",
    path("M-9 0C-7-40-7-60-9-104H9C7-60 7-40 9 0z", GOLD),
    path("M3 0C4-40 4-60 3-104H9C7-60 7-40 9 0z", "#8A621D"),
    path("M-11-5H11V3H-11z", "#F0CE7C"),
    id="m-lacquer-culm",
)
LEAVES = tag(
    "g",
    *(
        path(leaf(long, 15, 6, 0.35), "currentColor", transform=f"rotate({turn})")
        for turn, long in ((104, 96), (124, 112), (146, 104), (168, 82))
    ),
    line("M0 0L88 22M0 0L88 60M0 0L54 80M0 0L16 74", BLACK, 1, opacity=0.5),
    id="m-lacquer-leaves",
)
BAMBOO = group(
    "m-lacquer-bamboo",
    CULM,
    *(use("m-lacquer-culm", y=-107 * step) for step in range(1, 5)),
    many(LEAVES, transform="translate(6-106)"),
    use("m-lacquer-leaves", -6, -214, 0, 0.9, mirror=True),
    use("m-lacquer-leaves", 6, -320, -8, 0.8),
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


def draw_lacquer(canvas: Canvas, dice: Dice) -> str:
    """Return panels of black lacquer: an eggshell moon behind gilt bamboo."""
    width, height, side = canvas.width, canvas.height, dice.side()
    middle = width / 2
    panel = width / 4
    lines = "".join(f"M{short(panel * step)} 0V{short(height)}" for step in (1, 2, 3))
    x, y = middle + side * width * dice.between(0.1, 0.2), height * dice.between(0.36, 0.5)
    bamboo = "".join(
        use("m-lacquer-bamboo", middle - side * width * at, height + low, side * turn, size, side < 0,
            color=dice.pick((CINNABAR, "#C23A24")))
        for at, low, turn, size in (
            (dice.between(0.3, 0.36), 20, dice.between(-7, 0), 1.05),
            (dice.between(0.12, 0.2), 60, dice.between(3, 9), 0.82),
        )
    )  # fmt: skip
    return (
        canvas.ground(dice.pick((BLACK, "#1D120C", "#3A0E0B")))
        + circle(round(dice.between(98, 118)), "url(#m-lacquer-shell)", round(x), round(y))
        + bamboo
        + line(lines, "#000", 5)
        + line(lines, GOLD, 1.2)
    )


def draw_inlay(canvas: Canvas, dice: Dice) -> str:
    """Return a corner of a rosewood tray: its fret, and plum blossom."""
    width, height = canvas.width, canvas.height
    side = dice.side()
    band = round(dice.between(46, 56))
    accent = dice.pick(("#C0392B", "#B8862B", "#2E7D73"))
    edge = 0 if side > 0 else width - band
    scale = band / 48
    fret = tag("path", d="M0 0H48V480H0z", fill="url(#m-inlay-fret)",
               transform=f"translate({short(edge)})scale({short(scale, 2)})")  # fmt: skip
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
    grain = line(f"M0 40Q{width / 2:.0f} 90 {width:.0f} 30M0 130Q{width / 2:.0f} 170 {width:.0f} 110M0 250Q{width / 2:.0f} 220 {width:.0f} 270",
                 WOOD_LINE, 3)  # fmt: skip
    return canvas.ground(WOOD) + grain + spray + flowers + fret


SHEET = (
    "M-56-57C-30-55-8-59 14-56C32-55 46-58 57-56C55-34 59-16 56 6C54 26 59 40 56 57C36 55 20 59-2 56"
    "C-22 54-40 58-57 56C-55 36-59 22-56 2C-54-18-59-40-56-57z"
)
LEAF = group(
    "m-gold-leaf",
    rect(-64, -64, 128, 128, "#000", opacity=0.22),
    rect(-66, -66, 128, 128, "currentColor"),
    path(SHEET, "#DCA83A"),
    path("M-56-10L-8-58L34-56L-56 38zM56-20V8L8 57L-20 58z", "#E6B94E"),
    path("M-56 46V57L-30 56L57-34L56-56L44-57z", "#F3D684"),
    path("M56 30L57 56L30 58z", "#C18A24"),
    line(
        "M-50-40C-34-46-30-30-14-36M16 40C26 32 34 46 48 38M-44 18C-34 12-28 24-16 20M14-12C22-22 36-10 44-18M-6 50L4 34",
        "#9E6C16",
        1.2,
    ),
    line("M-49-38C-33-44-29-28-13-34M17 42C27 34 35 48 49 40M15-10C23-20 37-8 45-16", "#FFF6D2", 1.2),
)
LIFTED = group(
    "m-gold-lifted",
    path(
        "M-56-57C-30-55-8-59 6-56C-4-30 30-4 57-10C54 20 59 40 56 57C20 55-20 59-57 56C-55 26-59-20-56-57z",
        "#000",
        opacity=0.4,
        transform="translate(8 11)",
    ),
    path(
        "M-56-57C-30-55-8-59 6-56C-4-30 30-4 57-10C54 20 59 40 56 57C20 55-20 59-57 56C-55 26-59-20-56-57z", "#E7B84B"
    ),
    path("M-57 20L6-50C4-38 8-28 14-22L-57 56zM57 14L56 40L20 57L-4 58z", "#F6DC90"),
    path("M-20 58L24-16L34-12L0 58z", "#FBEBB4"),
    line("M-48-30C-34-38-28-22-14-30M-44 34C-30 26-24 42-8 34M20 34C30 26 36 40 48 32", "#9E6C16", 1.2),
    path("M6-56C-10-26 6 10 22 8C14-8 34-18 57-10C52-34 30-54 6-56z", "#B57A1C"),
    path("M6-56C2-30 16-12 22 8C14-8 34-18 57-10C40-22 18-36 6-56z", "#FFF2C6"),
)
FLECKS = group(
    "m-gold-flecks",
    path(
        "M0 0l5-4l3 6l-6 3zM40 26l7-2l-1 6zM-50 40l4-6l5 5zM76-30l6 2l-4 6zM-90-20l6-3l2 7l-6 1zM20-70l5 3l-5 4zM-30 84l7-3l1 6zM110 60l5-4l2 6zM-120 70l4-4l3 6z",
        "#F3D27A",
    ),
)
GOLD_GROUNDS = (  # what lies under the sheets, and the paper of each sheet
    ("#14100F", "#3A2A22"),
    ("#5E1312", "#8C1F1B"),
    ("#131B2D", "#25324E"),
    ("#3B1A0E", "#7A2E17"),
)


def laid_out() -> Definition:
    """Return four rows of leaves, each on its paper, put down by hand."""
    dice = Dice("gold leaf")
    places = [((column + 0.5) * 136, (row + 0.5) * 136) for row in range(-2, 2) for column in range(-3, 3)]
    return group(
        "m-gold-rows",
        *(use("m-gold-leaf", x, y, dice.pick((0, 90, 180, 270)) + round(dice.between(-3, 3))) for x, y in places),
    )


def draw_gold(canvas: Canvas, dice: Dice) -> str:
    """Return beaten leaves on their papers, row by row, and one lifted off with a breath."""
    ground, sheet = dice.pick(GOLD_GROUNDS)
    width, height, side = canvas.width, canvas.height, dice.side()
    scale, turn = dice.between(0.96, 1.14), dice.between(-16, 16)
    x, y = width / 2 + dice.between(-50, 50), height / 2 + dice.between(-40, 40)
    lifted_x, lifted_y = width * (0.5 + side * dice.between(0.06, 0.24)), height * dice.between(0.36, 0.64)
    tilt, fleck = turn + side * dice.between(16, 34), dice.between(0, 360)
    return (
        canvas.ground(ground)
        + use("m-gold-rows", x, y, turn, scale, color=sheet)
        + use("m-gold-lifted", lifted_x, lifted_y, tilt, 1.3 * scale)
        + use("m-gold-flecks", width / 2 - side * width * 0.22, height / 2, fleck, 1.3)
    )


LACQUER = (Variant("eggshell", (CRACKLE, BAMBOO), draw_lacquer),)
INLAY = (Variant("nacre", (FLOWER, SPRAY, FRET), draw_inlay),)
GOLD_LEAF = (Variant("leaves", (LEAF, LIFTED, FLECKS, laid_out()), draw_gold),)
