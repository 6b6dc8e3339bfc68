"""Stone: courses of carved lotus petals and waves, and the pierced bells of Borobudur."""

from __future__ import annotations

from core.motifs.dice import Dice
from core.motifs.drawing import Canvas, Variant
from core.motifs.geometry import short
from core.motifs.markup import Definition, group, line, many, path, pattern, rect, tag, use

FACE, LIGHT, DARK, DEEP = "#9A9F9A", "#CDD0C8", "#5F6663", "#3C4342"


def relief(d: str, key: str, fill: str = FACE) -> str:
    """Return a form that stands out of the stone, lit from the upper left."""
    return (
        tag("path", d=d, id=key, fill=DEEP, transform="translate(2.5 3.5)")
        + path(d, LIGHT, transform="translate(-1.6-2)")
        + path(d, fill)
    )


CHISEL = pattern(
    "m-stone-chisel",
    46,
    38,
    line(
        "M4 6l5-4M16 12l6-5M31 5l5-4M40 16l5-4M8 24l6-5M24 27l5-4M37 31l6-5M2 36l5-4M18 38l4-3",
        "#fff",
        1.6,
        opacity=0.4,
    ),
    line("M6 8l5-4M18 14l6-5M33 7l5-4M42 18l5-4M10 26l6-5M26 29l5-4M39 33l6-5", "#000", 1.6, opacity=0.28),
)
PETALS = pattern(
    "m-stone-petals",
    84,
    96,
    rect(0, 0, 84, 96, DARK),
    many(
        relief("M42-2C58 18 60 40 42 70C24 40 26 18 42-2z", "m-stone-petals-back"),
        transform="translate(42 12)",
    ),
    many(path("M42-2C58 18 60 40 42 70C24 40 26 18 42-2z", FACE), transform="translate(-42 12)"),
    relief("M42 2C80 14 88 58 70 84C62 92 52 88 42 96C32 88 22 92 14 84C-4 58 4 14 42 2z", "m-stone-petals-front"),
    line("M42 16C66 26 72 56 60 74C54 80 48 76 42 82C36 76 30 80 24 74C12 56 18 26 42 16z", DARK, 3),
    line("M44 18C68 28 74 58 62 76", LIGHT, 1.6),
    relief("M42 38C52 46 54 58 42 68C30 58 32 46 42 38z", "m-stone-petals-core"),
)
WAVES = pattern(
    "m-stone-waves",
    80,
    44,
    rect(0, 0, 80, 44, DARK),
    *(
        many(
            path("M0 44A40 40 0 0 1 80 44z", FACE),
            line("M3 44A37 37 0 0 1 77 44M15 44A25 25 0 0 1 65 44M27 44A13 13 0 0 1 53 44", DEEP, 3),
            line("M1 44A39 39 0 0 1 60 10M13 44A27 27 0 0 1 52 20M25 44A15 15 0 0 1 46 31", LIGHT, 2),
            transform=f"translate({x} {y})",
        )
        for x, y in ((-40, -22), (40, -22), (0, 0), (-40, 22), (40, 22))
    ),
)
BLOCK = group(
    "m-stone-block",
    rect(-300, 0, 1400, 70, FACE),
    rect(-300, 0, 1400, 5, LIGHT),
    rect(-300, 64, 1400, 8, DEEP),
    line("M-120 0V66M130 0V66M372 0V66M610 0V66", DEEP, 4),
    line("M-117 4V64M133 4V64M375 4V64M613 4V64", LIGHT, 1.6),
    rect(-300, 4, 1400, 60, "url(#m-stone-chisel)"),
)


def course(name: str, y: float, shift: float, height: int, scale: float = 1) -> str:
    """Return one carved course of a wall."""
    wide = short(1200 / scale, 0)
    return tag(
        "path",
        d=f"M-400 0H{wide}V{height}H-400z",
        fill=f"url(#m-stone-{name})",
        transform=f"translate({short(shift)} {short(y)})scale({short(scale, 2)})",
    )


HILLS = group(
    "m-stone-hills",
    path("M-460 60L-300-90L-190-40L-110-150L-30-60L66-160L170-70L260-130L460 20V80H-460z", "#5C7A78"),
)


def draw_courses(canvas: Canvas, dice: Dice) -> str:
    """Return the foot of a monument: blocks, lotus petals, waves."""
    shift, scale, y = dice.between(-70, 0), dice.between(1.1, 1.35), dice.between(-40, 14)
    tint = dice.pick(("#B5622E", "#4E6F6A", "#6A6F7C", "#8A7A55"))
    parts = use("m-stone-block", shift, y - 14)
    y += 58
    parts += course("petals", y, shift, 96, scale)
    y += 96 * scale
    parts += use("m-stone-block", shift - 90, y)
    y += 70
    parts += course("waves", y, shift, 132, 1.05)
    return canvas.ground(DARK) + parts + rect(0, 0, canvas.width, canvas.height, tint, opacity=0.16)


BELL = "M-74 60C-76 0-66-44-34-66C-22-74 22-74 34-66C66-44 76 0 74 60z"
HOLES = (
    "M-48 34l11-15l11 15l-11 15zM-12 34l12-15l12 15l-12 15zM26 34l11-15l11 15l-11 15zM-30 4l10-14l10 14"
    "l-10 14zM10 4l10-14l10 14l-10 14zM-58 4l8-14l9 14l-9 14zM41 4l9-14l8 14l-8 14zM-42-26l9-13l9 13"
    "l-9 13zM-10-26l10-13l10 13l-10 13zM24-26l9-13l9 13l-9 13z"
)


def stupa() -> Definition:
    """Return one pierced bell on its lotus foot."""
    return group(
        "m-stone-stupa",
        path("M-104 104H104V84H-104zM-92 84H92V70H-92z", FACE),
        path("M-104 84H104V88H-104zM-92 70H92V74H-92z", LIGHT),
        path("M20 104H104V88H20zM20 84H92V74H20z", DEEP, opacity=0.4),
        path(
            (
                "M-84 70C-84 58-66 54-60 60C-50 52-36 54-30 60C-20 52-8 54 0 60C8 54 20 52 30 60C36 54 50 52 60 60"
                "C66 54 84 58 84 70z"
            ),
            LIGHT,
        ),
        path(BELL, FACE),
        path("M0-72C22-74 34-66 34-66C66-44 76 0 74 60H18C46 10 36-50 0-72z", DARK, opacity=0.55),
        path(HOLES, DEEP),
        line("M-70 14C-68-30-50-54-30-64", LIGHT, 4, stroke_linecap="round"),
        path("M-22-68H22V-88H-22z", FACE),
        path("M4-68H22V-88H4z", DARK, opacity=0.6),
        path("M-14-88L-8-146H8L14-88z", FACE),
        path("M2-88L2-146H8L14-88z", DARK, opacity=0.6),
        path("M-22-88H22V-82H-22z", LIGHT),
    )


def draw_stupas(canvas: Canvas, dice: Dice) -> str:
    """Return bells on their terraces before the hour of the morning."""
    width, height, side = canvas.width, canvas.height, dice.side()
    sky, sun = dice.pick(
        (("#F2C9A0", "#E5744B"), ("#E9D9B4", "#D98A3A"), ("#AFC7CB", "#F1E3B5"), ("#E0B9A8", "#C8523F"))
    )
    middle, floor = width / 2, height - 24
    hills = use("m-stone-hills", middle - side * dice.between(20, 60), floor, 0, width / 400)
    disc = tag(
        "circle",
        cx=round(middle + side * width * dice.between(0.16, 0.3)),
        cy=round(height * dice.between(0.24, 0.36)),
        r=46,
        fill=sun,
    )
    bells = "".join(
        use("m-stone-stupa", middle + side * x * width, floor - y, 0, size)
        for x, y, size in (
            (0.02, 104, 0.62),
            (0.46, 108, 0.66),
            (-0.4, 110, 0.6),
            (0.3, 58, 0.95),
            (-0.2, 66, dice.between(1.25, 1.4)),
        )
    )
    return canvas.ground(sky) + disc + hills + bells + use("m-stone-block", dice.between(-90, 0), floor - 4)


STONE = (
    Variant("courses", (CHISEL, PETALS, WAVES, BLOCK), draw_courses),
    Variant("stupas", (CHISEL, BLOCK, HILLS, stupa()), draw_stupas),
)
