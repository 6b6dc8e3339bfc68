"""Ikat: stepped diamonds whose edges tremble, because the threads were dyed before they met on the loom."""

from __future__ import annotations

from core.motifs.dice import Dice
from core.motifs.drawing import Canvas, Variant
from core.motifs.geometry import short
from core.motifs.markup import many, path, pattern, rect, tag, use

THREAD = 4  # width of one bundle of warp
CREAM, RED, INDIGO, OCHRE, SOOT = "#F1E2BC", "#A52A22", "#1B2B50", "#C98A35", "#231715"


def trembling(half: int, tall: float, step: int, seed: str) -> str:
    """Return the upper half of a stepped diamond of bundles of thread, none ending where its neighbour does."""
    dice, data = Dice(seed), ""
    for index in range(-half, half):
        x = index * THREAD
        level = (abs(index + 0.5) // step) * step / half
        top = -tall * (1 - level) + dice.between(-4, 4)
        data += f"M{x} 1V{short(top)}h{THREAD}V1z"
    return data


def diamond(key: str, layers: tuple[tuple[int, float, int, str], ...]) -> str:
    """Return a diamond of layers (half width in threads, height, threads a step, colour), mirrored downwards."""
    upper = "".join(path(trembling(half, tall, step, f"{key}{half}"), fill) for half, tall, step, fill in layers)
    return tag("g", upper, id=key) + use(key, turn=180)


def tile(name: str, width: int, height: int, ground: str, centre: str, corner: str) -> tuple[str, str]:
    """Return the pattern: one drawing in the middle, another in the corners."""
    key = f"m-ikat-{name}-c"
    placed = tag("g", corner, id=key) + use(key, width) + use(key, 0, height) + use(key, width, height)
    return pattern(
        f"m-ikat-{name}",
        width,
        height,
        rect(0, 0, width, height, ground),
        placed,
        many(centre, transform=f"translate({width // 2} {height // 2})"),
        many(
            *(rect(x, 0, 1, height) for x in range(0, width, 2 * THREAD)),
            fill="#000",
            opacity=0.14,
        ),
    )


DIAMOND = tile(
    "diamond",
    144,
    168,
    INDIGO,
    diamond(
        "m-ikat-diamond-a",
        (
            (17, 80, 2, RED),
            (13, 62, 2, CREAM),
            (10, 47, 2, INDIGO),
            (7, 33, 1, CREAM),
            (4, 19, 1, RED),
        ),
    ),
    diamond("m-ikat-diamond-b", ((10, 44, 2, OCHRE), (7, 30, 1, INDIGO), (4, 17, 1, CREAM))),
)
FLAME = tile(
    "flame",
    128,
    224,
    RED,
    diamond(
        "m-ikat-flame-a",
        (
            (15, 106, 1, SOOT),
            (12, 84, 1, CREAM),
            (9, 64, 1, RED),
            (6, 44, 1, OCHRE),
            (3, 24, 1, SOOT),
        ),
    ),
    diamond("m-ikat-flame-b", ((12, 84, 1, CREAM), (9, 62, 1, SOOT), (6, 40, 1, OCHRE), (3, 20, 1, RED))),
)


def draw_diamond(canvas: Canvas, dice: Dice) -> str:
    """Return diamonds, upright or with the warp lying across."""
    turn, scale = dice.pick((0.0, 90.0)), dice.between(0.8, 1.3)
    return canvas.cover("m-ikat-diamond", dice.between(0, 144), dice.between(0, 168), turn, scale)


def draw_flame(canvas: Canvas, dice: Dice) -> str:
    """Return tall flames, upright or with the warp lying across."""
    turn, scale = dice.pick((0.0, 90.0)), dice.between(0.75, 1.15)
    return canvas.cover("m-ikat-flame", dice.between(0, 128), dice.between(0, 224), turn, scale)


IKAT = (
    Variant("diamond", (DIAMOND,), draw_diamond),
    Variant("flame", (FLAME,), draw_flame),
)
