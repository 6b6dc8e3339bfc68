"""Silk: damask roundels on hanging lengths, and songket's gold threads between red ones."""

from __future__ import annotations

from core.motifs.dice import Dice
from core.motifs.drawing import Canvas, Variant
from core.motifs.geometry import bitmap, mirrored, short
from core.motifs.markup import Definition, circle, ellipse, group, line, many, moved, path, pattern, rect, tag, use

PALE = "#FBEBC4"

ROUNDEL = tag(
    "g",
    many(
        circle(46, stroke_width=2.4),
        circle(41, stroke_width=1),
        circle(22, stroke_width=1.4),
        fill="none",
        stroke=PALE,
    ),
    tag(
        "g",
        path("M-8-25C-13-31-10-38 0-39C10-38 13-31 8-25C5-29-5-29-8-25z", PALE),
        line("M13-26C19-28 21-33 18-37", PALE, 1.8),
        id="m-silk-damask-bat",
    ),
    *(use("m-silk-damask-bat", turn=60 * step) for step in range(1, 6)),
    line(
        "M-13-12H13M-16-6H16M-13-12V-9M13-12V-9M0-17V17M-16-6V2H-7V-6M16-6V2H7V-6M-13 7H13M-8 7V14H-14M8 7V14H14",
        PALE,
        2.4,
    ),
    id="m-silk-damask-roundel",
)
CLOUD = tag(
    "g",
    line(
        "M-30 6C-38 6-40-4-32-7C-30-15-19-16-16-9C-12-18 4-18 5-7C12-13 24-8 20 1C26 2 34 0 40-5M-16-9C-15-3-22 0-26-3"
        "M5-7C7-1 0 3-4 0M-30 6H20",
        PALE,
        1.8,
        stroke_linecap="round",
    ),
    id="m-silk-damask-cloud",
)
DAMASK = pattern(
    "m-silk-damask",
    150,
    132,
    many(ROUNDEL, transform="translate(37 33)"),
    use("m-silk-damask-roundel", 112, 99),
    many(CLOUD, transform="translate(112 33)"),
    use("m-silk-damask-cloud", 37, 99, mirror=True),
)
# A length of cloth from a rail, its edge swinging: the cloth in `color`, the damask on it, folds of shade and sheen.
LENGTH = "M0-20H250C238 60 266 130 246 210C230 290 262 360 244 460H-10C14 360-16 290 4 210C24 130-10 60 0-20z"
FOLDS = (
    ("M20-20C10 60 34 130 24 210C14 290 34 360 22 460H62C74 360 50 290 62 210C72 130 46 60 58-20z", "#000", 0.13),
    (
        "M84-20C76 60 98 130 92 210C80 290 104 360 92 460H112C128 360 102 290 114 210C122 130 96 60 106-20z",
        "#fff",
        0.15,
    ),
    (
        "M150-20C142 60 164 130 154 210C142 290 164 360 152 460H196C208 360 182 290 194 210C206 130 178 60 190-20z",
        "#000",
        0.12,
    ),
    (
        "M216-20C206 60 230 130 218 210C206 290 230 360 218 460H228C242 360 216 290 230 210C242 130 216 60 226-20z",
        "#fff",
        0.15,
    ),
)
HANGING = group(
    "m-silk-length",
    path(LENGTH, "#000", opacity=0.22, transform="translate(9 4)"),
    path(LENGTH, "currentColor"),
    path(LENGTH, "url(#m-silk-damask)", opacity=0.62),
    *(path(d, fill, opacity=shade) for d, fill, shade in FOLDS),
    line("M7-20C-3 60 31 130 11 210C-9 290 21 360-3 460", PALE, 2, stroke_dasharray="5 3", opacity=0.8),
)

FIELD = mirrored((
    "##..............",
    "###............#",
    ".###...........#",
    "..###.........##",
    "...###...#....##",
    "....###..##..###",
    ".....###.###.###",
    "......#######.##",
    ".......#####.##.",
    "....#####.#.##.#",
    "...####.###..###",
    "..###.###.#.##.#",
    ".###...#.###.##.",
    "###.....##.#####",
    "##.....#######.#",
    "#.....##.###.#.#",
))  # fmt: skip
SHOOT = mirrored((
    "...............#",
    "..............#.",
    "..............#.",
    ".............#.#",
    ".............#.#",
    "............#.##",
    "............#.##",
    "...........#.###",
    "...........#.#.#",
    "..........#.##.#",
    "..........#.#.##",
    ".........#.##.##",
    ".........#.#.###",
    "........#.##.#.#",
    "........#.#.##.#",
    ".......#.###.###",
    ".......#.#.#.#.#",
    "......#.##.##.##",
    "......#.#.###.##",
    ".....#.##.#.#.#.",
    ".....#.#.##.##.#",
    "....#.#########.",
    "....#.#.#.#.#.##",
    "...#.###########",
))  # fmt: skip
GOLD, DARK = "#E8B64A", "#7A4A10"


def woven(key: str, upper: list[str], cell: float, tall: float, axis: bool) -> Definition:
    """Return a pattern of gold cells over bare silk; with an axis, the lower half mirrors the upper one."""
    rows = 2 * len(upper) - 2 if axis else len(upper)
    width, height = len(upper[0]) * cell, rows * tall
    levels = "".join(f"M0 {short((row + 0.8) * tall)}h{short(width)}" for row in range(rows))
    half = tag("path", d=bitmap(upper, "#", cell, tall), fill=GOLD, id=f"{key}-half")
    mirror = f"matrix(1 0 0-1 0 {short(height + tall)})"
    return pattern(
        key,
        width,
        height,
        half,
        tag("use", href=f"#{key}-half", transform=mirror) if axis else "",
        line(levels, DARK, tall * 0.3, opacity=0.55),
    )


STARS = woven("m-songket-field", [row[:-1] for row in FIELD], 5, 5, axis=True)
SHOOTS = woven("m-songket-shoots", SHOOT, 5, 6, axis=False)
RIBBON = ["##########", "..........", "#..##..##.", "##....##.."]
EDGE = woven("m-songket-edge", [*RIBBON, *RIBBON[-2::-1]], 6, 5, axis=False)


BOLT = group(
    "m-silk-bolt",
    rect(0, -40, 700, 84, "#000", opacity=0.35, transform="translate(2 6)"),
    rect(0, -42, 700, 84, "currentColor"),
    tag("path", d="M0-42H700V42H0z", fill="url(#m-silk-damask)", opacity=0.62),
    rect(0, 10, 700, 32, "#000", opacity=0.2),
    rect(0, 28, 700, 14, "#000", opacity=0.16),
    rect(0, -34, 700, 12, "#fff", opacity=0.28),
    ellipse(17, 42, "currentColor", stroke=PALE, stroke_width=2),
    ellipse(17, 42, "#000", opacity=0.25),
    *(
        tag("ellipse", rx=rx, ry=ry, fill="none", stroke=PALE, stroke_width=1.2, opacity=0.8)
        for rx, ry in ((13.5, 34), (10, 26))
    ),
    ellipse(6, 17, "#E3C899"),
    ellipse(3.4, 10, "#5B3A1E"),
)


def draw_lengths(canvas: Canvas, dice: Dice) -> str:
    """Return lengths of silk hanging side by side in a shop of Vạn Phúc."""
    dyes = ["#A92338", "#C98F1C", "#1F6B5C", "#5B3A86", "#C2487A", "#23497F", "#8C1F2D"]
    shift, turn = dice.between(-90, 20), dice.between(-5, 5)
    lengths = ""
    for index in (0, 2, 1):
        dye = dice.pick(dyes)
        dyes.remove(dye)
        lengths += use("m-silk-length", shift + index * 200, 0, turn, 1.08, color=dye)
    return canvas.ground(dyes[0]) + many(lengths, transform=f"scale({short(canvas.width / 400, 2)})")


def draw_bolts(canvas: Canvas, dice: Dice) -> str:
    """Return bolts of silk stacked on a shelf."""
    dyes = ["#A92338", "#C98F1C", "#1F6B5C", "#5B3A86", "#C2487A", "#23497F", "#E0A9A0"]
    size, width = dice.between(0.9, 1.05), canvas.width
    bolts = ""
    for row in range(-1, round(canvas.height / 74)):
        dye = dice.pick(dyes)
        dyes = [one for one in dyes if one != dye] or ["#8C1F2D"]
        left = row % 2 == 0
        x = width * (dice.between(0.06, 0.24) if left else dice.between(0.76, 0.94))
        bolts = use("m-silk-bolt", x, (row * 74 + 40) * size, 0, size, not left, color=dye) + bolts
    return canvas.ground("#3B2317") + bolts


SONGKET_SILKS = ("#8E1526", "#9E1B2F", "#6E1030", "#3A1238", "#12382F")


def strip(name: str, x: float, y: float, height: int, scale: float = 1) -> str:
    """Return a woven strip across the whole cloth."""
    reach = f"M-40 0H{short(620 / scale)}V{height}H-40z"
    return path(reach, f"url(#m-songket-{name})", transform=moved(x, y, 0, scale))


def draw_stars(canvas: Canvas, dice: Dice) -> str:
    """Return the field of the cloth, its selvedge to one side."""
    silk, scale, turn = dice.pick(SONGKET_SILKS), dice.between(0.85, 1.3), dice.pick((0.0, 0.0, 90.0))
    shift, low = dice.between(0, 155), canvas.height - dice.between(44, 70)
    return (
        canvas.ground(silk)
        + canvas.cover("m-songket-field", shift, dice.between(0, 150), turn, scale)
        + rect(0, round(low), canvas.width, 300, silk)
        + strip("edge", 0, round(low + 6), 35)
    )


def draw_songket(canvas: Canvas, dice: Dice) -> str:
    """Return the body of the cloth above its border of bamboo shoots."""
    silk = dice.pick(SONGKET_SILKS)
    scale, shift, up = dice.between(0.74, 0.92), dice.between(-70, 0), dice.between(0, 90)
    tall, edge = 144 * scale, 35
    top = canvas.height - tall - dice.between(16, 34)
    return (
        canvas.ground(silk)
        + canvas.cover("m-songket-field", shift, up)
        + rect(0, round(top - edge - 12), canvas.width, 400, silk)
        + strip("edge", 0, round(top - edge - 4), edge)
        + strip("shoots", shift, top, 144, scale)
        + strip("edge", 0, round(top + tall + 3), edge)
    )


SILK = (
    Variant("lengths", (DAMASK, HANGING), draw_lengths),
    Variant("bolts", (DAMASK, BOLT), draw_bolts),
)
SONGKET = (
    Variant("shoots", (STARS, SHOOTS, EDGE), draw_songket),
    Variant("stars", (STARS, EDGE), draw_stars),
)
