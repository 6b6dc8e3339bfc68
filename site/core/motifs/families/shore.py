"""The shore: salt raked into cones, jars of fish sauce, sausages in the smoke, fish on the line."""

from __future__ import annotations

from core.motifs.dice import Dice
from core.motifs.drawing import Canvas, Variant
from core.motifs.markup import circle, ellipse, group, line, path, rect, tag, use

PANS = group(
    "m-sauce-pans",
    rect(-500, 0, 1000, 500, "currentColor"),
    path("M-500 0H500V12H-500z", "#fff", opacity=0.35),
    path("M-500 34H500V44H-500zM-500 96H500V110H-500zM-500 196H500V218H-500z", "#8A6A4B"),
    path("M-500 34H500V37H-500zM-500 96H500V99H-500zM-500 196H500V200H-500z", "#C6A67C"),
    path(
        "M-40 0H-34L-130 400H-158zM60 0H66L190 400H162zM-190 0H-184L-420 400H-450zM210 0H216L470 400H440z", "#8A6A4B"
    ),
    line(
        "M-20 62H26M96 70H140M-120 74H-86M-8 142H60M-150 160H-100M170 150H240",
        "#fff",
        2.5,
        opacity=0.6,
        stroke_linecap="round",
    ),
)
CONE = group(
    "m-sauce-cone",
    path("M-62 0C-40 8-20 52 0 66C20 52 40 8 62 0z", "#fff", opacity=0.42),
    path("M0-96C8-96 12-88 18-78L64-6C68 2 60 6 40 8H-40C-60 6-68 2-64-6L-18-78C-12-88-8-96 0-96z", "#FFFDF6"),
    path("M0-96C8-96 12-88 18-78L64-6C68 2 60 6 40 8H6C26-20 14-60 0-96z", "#C9D6DC"),
    line("M-34-30l6-4M-22-12l7-3M-12-48l5-5M-44-8l6-3M-2-22l6-4M-8-70l4-4", "#B4C6CE", 3, stroke_linecap="round"),
)
FAR_CONES = group(
    "m-sauce-far",
    *(use("m-sauce-cone", x, 31, 0, 0.36) for x in (-200, -128, -50, 24, 98, 168, 236)),
    *(use("m-sauce-cone", x, 84, 0, 0.62) for x in (-236, -112, 14, 132, 250)),
)
JAR = group(
    "m-sauce-jar",
    ellipse(74, 12, "#000", 0, 100, opacity=0.25),
    path("M-46-70C-84-50-86 40-52 100H52C86 40 84-50 46-70z", "#7A3E1F"),
    path("M20-70H46C84-50 86 40 52 100H16C50 40 46-40 20-70z", "#4F2512"),
    line("M-72-8Q0 12 72-8M-73 4Q0 24 73 4", "#C98A4B", 3),
    line("M-50-46C-62-26-64 0-62 20", "#E0A468", 6, opacity=0.8, stroke_linecap="round"),
    path("M-54-82H54V-66H-54z", "#5E2C14"),
    path("M-70-80C-50-112-18-128 0-132C18-128 50-112 70-80z", "#DDB36A"),
    path("M6-131C24-126 50-112 70-80H24C30-100 20-120 6-131z", "#A97A36"),
    line("M0-132L-46-82M0-132L-18-81M0-132L14-81M-52-96Q0-86 52-96M-34-112Q0-104 34-112", "#8A5E22", 2),
)

SKIES = (  # of the sky, the brine and the sun
    ("#F3C6A2", "#E2A79A", "#D9573B"),
    ("#BFDDE0", "#8DBBC4", "#F6E2A0"),
    ("#F6DDA6", "#9CC0B8", "#E08A3A"),
    ("#D9C6DC", "#A7A6C9", "#F0B27A"),
)
LINK = "M-17 40C-17 22-9 14 0 14C9 14 17 22 17 40V92C17 110 9 118 0 118C-9 118-17 110-17 92z"
SAUSAGE = group(
    "m-meat-sausage",
    line("M0-14V20", "#E9D3A2", 3),
    tag(
        "g",
        path(LINK, "currentColor"),
        path("M4 14C11 16 17 24 17 40V92C17 108 11 116 4 118C14 100 12 40 4 14z", "#000", opacity=0.25),
        line("M-8 34h0M2 48h0M-6 62h0M6 74h0M-8 86h0M1 102h0M8 38h0", "#F3B7A0", 6, stroke_linecap="round"),
        line("M-11 42C-12 60-12 76-11 90", "#fff", 3, opacity=0.5, stroke_linecap="round"),
        id="m-meat-link",
    ),
    line("M0 116V136M-5 118L5 124M5 118L-5 124", "#E9D3A2", 3),
    use("m-meat-link", 0, 114),
    line("M-5 232L0 244L5 232", "#E9D3A2", 3),
)
STRIP = group(
    "m-meat-strip",
    line("M0-14V22", "#E9D3A2", 3),
    path(
        "M-12 16C-34 40-30 90-36 140C-40 196-30 232-12 248C4 258 18 240 24 206C34 150 30 100 26 60C24 34 16 14 0 12z",
        "#5C1E14",
    ),
    path("M-12 16C-34 40-30 90-36 140C-38 170-36 196-30 216C-22 180-10 120-12 16z", "#8E3420"),
    line("M0 30C-8 90-10 150-8 226M12 44C12 100 10 160 4 216M-20 60C-26 110-28 150-24 190", "#2E0C08", 3),
    line("M6 34C4 100 2 150-2 200", "#D98A5E", 2.4),
)
HANGING = "sstsststtsstst"
RACK = group(
    "m-meat-rack",
    *(
        use("m-meat-sausage" if kind == "s" else "m-meat-strip", 47 * index, 0, index * 5 % 7 - 3)
        for index, kind in enumerate(HANGING)
    ),
)
RAIL = group(
    "m-meat-rail",
    rect(-80, -14, 1000, 24, "#A9752F"),
    rect(-80, -11, 1000, 6, "#DCA858"),
    line("M70-15V11M280-15V11M480-15V11", "#5F3B12", 5),
    line("M74-15V11M284-15V11M484-15V11", "#E6BD78", 2),
)
SMOKE = group(
    "m-meat-smoke",
    line(
        (
            "M-40 330C40 250-60 190 30 110C90 50 40 10 90-50M120 340C180 270 90 210 170 130C220 70 170 30 210-40"
            "M300 340C380 260 270 200 350 120C410 60 350 20 400-40"
        ),
        "#fff",
        38,
        opacity=0.09,
        stroke_linecap="round",
    ),
    line(
        "M20 330C90 250 0 190 80 110C130 50 90 10 130-50M230 340C290 270 200 210 280 130",
        "#fff",
        14,
        opacity=0.12,
        stroke_linecap="round",
    ),
)
FISH = group(
    "m-meat-fish",
    line("M0-20V30", "#E9D3A2", 3),
    path(
        (
            "M-8 20C-40 44-52 96-44 136C-38 170-18 196-8 208L-36 250C-14 244 14 244 36 250L8 208"
            "C18 196 38 170 44 136C52 96 40 44 8 20Q0 12-8 20z"
        ),
        "#B9C4C2",
    ),
    path(
        (
            "M-4 30C-32 60-40 100-34 132C-28 160-12 184-2 200C-4 150-4 80-4 30zM4 30C32 60 40 100 34 132"
            "C28 160 12 184 2 200C4 150 4 80 4 30z"
        ),
        "currentColor",
    ),
    line(
        (
            "M0 34V204M0 70L-28 92M0 70L28 92M0 96L-32 118M0 96L32 118M0 122L-30 144M0 122L30 144M0 148L-22 166"
            "M0 148L22 166M-12 228L-20 244M0 222V242M12 228L20 244"
        ),
        "#7A4A26",
        2.6,
    ),
    circle(7, "#F6EBD3", -22, 50, stroke="#2C3638", stroke_width=3),
    circle(7, "#F6EBD3", 22, 50, stroke="#2C3638", stroke_width=3),
    circle(2.4, "#2C3638", -22, 50),
    circle(2.4, "#2C3638", 22, 50),
)


SHOAL = group("m-meat-shoal", *(use("m-meat-fish", 98 * index, 0, index * 4 % 9 - 4) for index in range(7)))


def draw_shore(canvas: Canvas, dice: Dice) -> str:
    """Return salt pans with their cones, jars on the near bank."""
    width, height, side = canvas.width, canvas.height, dice.side()
    middle, horizon = width / 2, height * dice.between(0.24, 0.34)
    sky, water, sun = dice.pick(SKIES)
    disc = circle(44, sun, round(middle - side * width * dice.between(0.1, 0.3)), round(horizon))
    pans = use("m-sauce-pans", middle + side * dice.between(-30, 30), horizon, color=water)
    near = middle - side * width * dice.between(0.12, 0.24), horizon + (height - horizon) * 0.86
    cones = use("m-sauce-far", middle + dice.between(-30, 30), horizon) + use(
        "m-sauce-cone", *near, 0, dice.between(1.15, 1.35)
    )
    jars = "".join(
        use("m-sauce-jar", middle + side * x * width, height - y, 0, size)
        for x, y, size in ((0.42, 104, 0.6), (0.14, 72, 0.62), (0.29, dice.between(48, 60), 0.84))
    )
    return canvas.ground(sky) + disc + pans + cones + jars


ROW = group("m-sauce-row", *(use("m-sauce-jar", 160 * index) for index in range(5)))


def draw_yard(canvas: Canvas, dice: Dice) -> str:
    """Return the yard where fish and salt stand in the sun, jar beside jar."""
    height = canvas.height
    ground, paved = dice.pick(
        (("#E9B872", "#D59A56"), ("#9CC0B8", "#7FA89F"), ("#F0D9AE", "#DDBB84"), ("#C77B5A", "#AE6246"))
    )
    shift, size = dice.between(-90, -10), height / 300 * dice.between(0.94, 1.08)
    rows = "".join(
        use("m-sauce-row", shift + offset, height * y, 0, size * scale)
        for y, scale, offset in ((0.24, 0.56, 40), (0.46, 0.7, -30), (0.8, 0.9, 20))
    )
    return canvas.ground(ground) + rect(0, round(height * 0.3), canvas.width, height, paved) + rows


def draw_smokehouse(canvas: Canvas, dice: Dice) -> str:
    """Return sausages and strips of buffalo on a bamboo rail, smoke rising."""
    width, height, mirror = canvas.width, canvas.height, dice.side() < 0
    ground, red = dice.pick(("#2C1A14", "#3A1F14", "#22202A")), dice.pick(("#B5342C", "#A82A2A", "#C4492F"))
    scale, shift = height / 300 * dice.between(0.92, 1.1), -dice.between(0, 100)
    top, start = height * dice.between(0.06, 0.12), width - shift if mirror else shift
    return (
        canvas.ground(ground)
        + use("m-meat-rack", start, top, 0, scale, mirror, color=red)
        + use("m-meat-rail", shift, top, 0, scale)
        + use("m-meat-smoke", dice.between(-60, 60), height - 300)
    )


def draw_fish(canvas: Canvas, dice: Dice) -> str:
    """Return split fish on the line in the sea wind."""
    height = canvas.height
    sky = dice.pick(("#2F6F8A", "#E2A15E", "#1F4A5E", "#C9603F"))
    flesh = dice.pick(("#E9B98C", "#E3A67E", "#F0CFA0"))
    scale, shift, top = (
        height / 300 * dice.between(0.86, 1.06),
        dice.between(-70, 10),
        height * dice.between(0.08, 0.14),
    )
    return (
        canvas.ground(sky)
        + use("m-meat-shoal", shift - 50, top - 180 * scale, 0, scale, color=flesh, opacity=0.35)
        + use("m-meat-shoal", shift, top, 0, scale, color=flesh)
        + use("m-meat-rail", shift, top - 10, 0, scale)
    )


SAUCE = (
    Variant("shore", (PANS, CONE, FAR_CONES, JAR), draw_shore),
    Variant("yard", (JAR, ROW), draw_yard),
)
MEAT = (
    Variant("smokehouse", (SAUSAGE, STRIP, RACK, RAIL, SMOKE), draw_smokehouse),
    Variant("fish", (FISH, SHOAL, RAIL), draw_fish),
)
