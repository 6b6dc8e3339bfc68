"""Lacquer: crushed eggshell and gilt in the black and the cinnabar."""

from __future__ import annotations

from core.motifs.dice import Dice
from core.motifs.drawing import Canvas, Variant
from core.motifs.geometry import Point, leaf, polygon, short
from core.motifs.markup import circle, group, line, many, path, pattern, tag, use

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
            shrunk = [(x + (to_x - x) * 0.88, y + (to_y - y) * 0.88) for to_x, to_y in corners]
            side = cells * size
            across = [0, -side] if max(to_x for to_x, _ in shrunk) > side else [0]
            down = [0, -side] if max(to_y for _, to_y in shrunk) > side else [0]
            down += [side] if min(to_y for _, to_y in shrunk) < 0 else []
            shard = "".join(polygon((x + dx, y + dy) for x, y in shrunk) for dx in across for dy in down)
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


def draw_lacquer(canvas: Canvas, dice: Dice) -> str:
    """Return panels of black lacquer: an eggshell moon behind gilt bamboo."""
    width, height, side = canvas.width, canvas.height, dice.side()
    middle = width / 2
    panel = width / 4
    lines = "".join(f"M{short(panel * step)} 0V{short(height)}" for step in (1, 2, 3))
    x, y = middle + side * width * dice.between(0.1, 0.2), height * dice.between(0.36, 0.5)
    bamboo = "".join(
        use(
            "m-lacquer-bamboo",
            middle - side * width * at,
            height + low,
            side * turn,
            size,
            side < 0,
            color=dice.pick((CINNABAR, "#C23A24")),
        )
        for at, low, turn, size in (
            (dice.between(0.3, 0.36), 20, dice.between(-7, 0), 1.05),
            (dice.between(0.12, 0.2), 60, dice.between(3, 9), 0.82),
        )
    )
    return (
        canvas.ground(dice.pick((BLACK, "#1D120C", "#3A0E0B")))
        + circle(round(dice.between(98, 118)), "url(#m-lacquer-shell)", round(x), round(y))
        + bamboo
        + line(lines, "#000", 5)
        + line(lines, GOLD, 1.2)
    )


CARP_BODY = (
    "M-120 0C-110-34-60-46-20-36C30-24 60-4 100 4C124-8 146-32 170-36C160-12 158 2 164 14C172 34 176 50 172 64"
    "C150 52 120 36 98 30C50 42-10 46-60 38C-96 32-118 18-120 0z"
)
CARP = group(
    "m-lacquer-carp",
    path("M-56 34C-50 66-28 84 2 90C-14 66-18 50-20 38zM-50-40C-40-70-14-86 14-88C-4-68-8-52-10-34z", GOLD),
    path("M20 40C30 58 44 66 62 68C54 54 52 44 52 36zM34-22C46-36 60-42 76-42C68-30 66-20 66-10z", GOLD),
    line("M-50 38L-16 76M-40 38L-8 72M-44-42L-6-76M-34-40L2-74", BLACK, 2),
    path(CARP_BODY, "currentColor"),
    path(CARP_BODY, "url(#m-lacquer-shell)"),
    path(
        "M-52-42C-30-26-34 0-10 8C14 12 40 2 34-16C10-32-30-46-52-42zM60 4C70 18 84 24 98 18C92 8 80 0 60 4z", CINNABAR
    ),
    path("M-120 0C-112-30-92-38-78-42C-64-16-64 14-78 35C-104 28-118 16-120 0z", CINNABAR),
    line("M-78-42C-64-16-64 14-78 35", GOLD, 4),
    line("M-60-3C-10-8 50 12 100 17M112 10L160-14M114 18L158 12M112 24L160 44", GOLD, 3),
    circle(6, GOLD, -100, -19),
    circle(6, GOLD, -100, 18),
    circle(3, BLACK, -101, -19),
    circle(3, BLACK, -101, 18),
    line("M-116-9C-128-14-134-22-134-30M-116 9C-128 14-134 22-134 30", GOLD, 3, stroke_linecap="round"),
)
RIPPLES = group(
    "m-lacquer-ripples",
    *(circle(radius) for radius in (26, 60, 98, 140, 186, 236)),
    fill="none",
    stroke=GOLD,
    stroke_width=2.2,
    opacity=0.75,
)


def draw_carp(canvas: Canvas, dice: Dice) -> str:
    """Return eggshell carp in black water, rings of gold where one has risen."""
    width, height, side = canvas.width, canvas.height, dice.side()
    middle, ground = width / 2, dice.pick((BLACK, "#1D120C", "#5E130F", "#7A1C15"))
    rings = use(
        "m-lacquer-ripples", middle + side * width * dice.between(0.2, 0.36), height * dice.between(0.1, 0.3)
    ) + use(
        "m-lacquer-ripples", middle - side * width * dice.between(0.3, 0.46), height * dice.between(0.86, 1), 0, 0.8
    )
    carp = "".join(
        use("m-lacquer-carp", middle + side * x * width, y * height, turn, size, side < 0, color=ground)
        for x, y, turn, size in (
            (dice.between(-0.14, -0.04), dice.between(0.3, 0.38), side * dice.between(-30, -8), 1.12),
            (dice.between(0.18, 0.3), dice.between(0.8, 0.9), side * dice.between(160, 195), 0.86),
        )
    )
    return canvas.ground(ground) + rings + carp


LACQUER = (
    Variant("eggshell", (CRACKLE, BAMBOO), draw_lacquer),
    Variant("carp", (CRACKLE, CARP, RIPPLES), draw_carp),
)
