"""Highland cloth: brocade in bands, and hemp dipped in the indigo vat or drawn on with wax."""

from __future__ import annotations

from core.motifs.dice import Dice
from core.motifs.drawing import Canvas, Variant
from core.motifs.geometry import bitmap, mirrored, short
from core.motifs.markup import Definition, group, line, many, path, pattern, rect, tag, use

DYES = {"r": "#C8262C", "y": "#F2B632", "w": "#F6EBD3", "g": "#2F8A5B", "p": "#D14C86", "b": "#2F6FA8"}


def band(key: str, rows: list[str], cell: float = 6) -> Definition:
    """Return a band of brocade from a drawing in letters, one letter a dye."""
    marks = sorted({mark for row in rows for mark in row} & DYES.keys())
    return pattern(
        key,
        len(rows[0]) * cell,
        len(rows) * cell,
        *(path(bitmap(rows, mark, cell), DYES[mark]) for mark in marks),
    )


ZIGZAG = mirrored((
    "r.....y",
    "rr...yy",
    "wrr.yyw",
    "wwrryww",
    "gwwrwwg",
    "ggwwwgg",
    "ygggggy",
))  # fmt: skip
ZIGZAG = [row[:-1] for row in ZIGZAG]
HALF = mirrored((
    "r.........r",
    "rr.......ry",
    "prr.....ryy",
    "pprr...ryyw",
    "pwprr.ryyww",
    "pppr.ryywwr",
    "ppr.ryywwrr",
    "pr.ryywwrrg",
))  # fmt: skip
HALF = [row[:-1] for row in HALF]
DIAMONDS = [*HALF, *HALF[-2::-1]]
HOOKS = mirrored((
    "wwwwww.......",
    "w....w.yyyyyy",
    "w.ww.w.y.....",
    "w.w..w.y.yyyy",
    "w.wwww.y.y...",
    "w......y.y.rr",
    "wwwwwwwy.y.rr",
))  # fmt: skip
HOOKS = [row[:-1] for row in HOOKS]
TEETH = ["b......", "bb....b", "bbb..bb", "bbbbbbb"]

BANDS = (
    band("m-brocade-diamonds", DIAMONDS, 7),
    band("m-brocade-zigzag", ZIGZAG, 7),
    band("m-brocade-hooks", HOOKS, 6),
    band("m-brocade-teeth", TEETH, 6),
)
# The bands of a cloth are one drawing, repeated down its length: (pattern, height).
LENGTH = (
    ("diamonds", 105),
    ("stripe-r", 12),
    ("teeth", 24),
    ("zigzag", 49),
    ("stripe-y", 8),
    ("hooks", 42),
    ("stripe-g", 12),
)


def cloth() -> Definition:
    """Return the tall tile in which the bands follow one another."""
    content: list[str] = []
    y = 0
    for name, height in LENGTH:
        y += 6
        fill = DYES[name[-1]] if name.startswith("stripe") else f"url(#m-brocade-{name})"
        content.append(tag("path", d=f"M0 0H840V{height}H0z", fill=fill, transform=f"translate(0 {y})"))
        y += height
    return group("m-brocade-cloth", *content)


RIB = pattern(
    "m-brocade-rib", 7, 7, path("M0 0h7v1.6h-7z", "#000", opacity=0.26), path("M0 3h7v1h-7z", "#fff", opacity=0.1)
)


def draw_brocade(canvas: Canvas, dice: Dice) -> str:
    """Return brocade in bands, across or along."""
    along, scale = dice.pick((0, 90, -20, 20)), dice.between(0.95, 1.3)
    shift = dice.between(0, 290)
    placed = "".join(use("m-brocade-cloth", -420, 294 * step - shift) for step in (-1, 0, 1))
    x, y = canvas.width / 2, canvas.height / 2
    move = f"translate({short(x)} {short(y)})rotate({along})scale({short(scale, 2)})"
    return canvas.ground(dice.pick(("#1A1A2A", "#141318", "#4E1020", "#17284F"))) + many(
        placed, tag("path", d="M-500-600H500V600H-500z", fill="url(#m-brocade-rib)"), transform=move
    )


def coarse() -> Definition:
    """Return a tabby of hand-spun hemp: no thread as thick as the next."""
    warp, weft = "".join(f"M{x} 0V70" for x in range(2, 70, 5)), ""
    for row in range(14):
        y = row * 5 + 2.5
        weft += "".join(f"M{column * 10 + (row % 2) * 5} {short(y)}h5" for column in range(7))
    return pattern(
        "m-hemp-tabby",
        70,
        70,
        line(warp, "#000", 1.1, opacity=0.3),
        line("M7.5 0V70M22.5 0V70M52.5 0V70", "#fff", 2.2, opacity=0.2),
        line(weft, "#fff", 2.6, opacity=0.3),
        line(weft.replace("h5", "h4.4"), "#000", 0.9, opacity=0.34, transform="translate(0 1.8)"),
        line("M0 12.5H70M0 47.5H70", "#fff", 3, opacity=0.22),
    )


TABBY = coarse()
RAW, VATS = "#DCCDA8", ("#8FA6BE", "#41618F", "#1C2F5C")
DIP = (  # the edge of one bath: {a} and {b} are how far it creeps and falls back
    "M-20 0C6 {a} 22 {b} 40 4C60 {b} 70 {a} 92 2C110 {a} 132 {b} 150 0C170 {a} 190 {b} 214 3C236 {a} 250 {b} 276 0"
    "C300 {b} 330 {a} 352 4C380 {a} 400 {b} 430 0C460 {a} 490 {b} 530 2V500H-20z"
)
EDGES = tuple(DIP.format(a=a, b=b) for a, b in ((-16, 18), (14, -12), (-10, 22)))
DIPPED = group(
    "m-hemp-dipped",
    *(
        path(d, fill, transform=f"translate(0 {74 * step})")
        for step, (d, fill) in enumerate(zip(EDGES, VATS, strict=True))
    ),
)

SPIRAL = "M0 0C6-2 8 6 1 8C-8 10-12-4-4-10C8-18 22-4 18 10C13 26-10 26-18 12"
WAX = pattern(
    "m-hemp-wax",
    132,
    132,
    rect(0, 0, 132, 132, "#17284F"),
    many(
        tag("path", d=SPIRAL, id="m-hemp-spiral", transform="translate(38 40)scale(1.15)"),
        *(use("m-hemp-spiral", x, y, turn) for x, y, turn in ((132, 0, 90), (132, 132, 180), (0, 132, 270))),
        tag(
            "path", d="M8 8H124V124H8zM16 16H116V116H16zM66 16V58M66 74V116M16 66H58M74 66H116M58 58L74 74M74 58L58 74"
        ),
        fill="none",
        stroke="#DCE6F0",
        stroke_width=3.4,
        stroke_linecap="round",
    ),
    path("M0 0l6 6l-6 6l-6-6zM132 0l6 6l-6 6l-6-6zM0 120l6 6l-6 6l-6-6zM132 120l6 6l-6 6l-6-6z", "#DCE6F0"),
)


def draw_dipped(canvas: Canvas, dice: Dice) -> str:
    """Return raw hemp, dipped in the vat three times, deeper each time."""
    turn, top = dice.pick((0.0, -90.0, 90.0, dice.between(-24, 24))), dice.between(-20, 30)
    x, y = canvas.width / 2, canvas.height / 2
    move = f"translate({short(x)} {short(y)})rotate({short(turn)})"
    dipped = many(use("m-hemp-dipped", -255, top - 80), transform=move)
    stitch = many(
        line(
            f"M-300 {short(top - 112)}H300M-300 {short(top - 122)}H300",
            dice.pick(("#B0302B", "#D08A2B")),
            5,
            stroke_dasharray="13 9",
        ),
        transform=move,
    )
    return canvas.ground(RAW) + dipped + stitch + canvas.cover("m-hemp-tabby", 0, 0, turn)


def draw_wax(canvas: Canvas, dice: Dice) -> str:
    """Return the squares of spirals that Hmong women draw with wax."""
    turn, scale = dice.pick((0.0, 45.0, dice.between(-12, 12))), dice.between(0.9, 1.35)
    return canvas.cover("m-hemp-wax", dice.between(0, 132), dice.between(0, 132), turn, scale) + canvas.cover(
        "m-hemp-tabby", 0, 0, turn
    )


BROCADE = (Variant("bands", (*BANDS, cloth(), RIB), draw_brocade),)
HEMP = (
    Variant("dipped", (TABBY, DIPPED), draw_dipped),
    Variant("wax", (TABBY, WAX), draw_wax),
)
