"""Make the site's three font files from the full ones: `python docs/tools/build_fonts.py FOLDER` (see static/fonts/).

Needs fonttools and brotli, which nothing else of this project does: install them into an environment of their own.
FOLDER holds Lora_600SemiBold.ttf, BeVietnamPro_400Regular.ttf and BeVietnamPro_600SemiBold.ttf.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parents[2]
WEB = ROOT / "static/fonts"
CARDS = ROOT / "site/core/social/fonts"
FACES = {
    "Lora_600SemiBold.ttf": ("lora-600", "Duong Lang Serif"),
    "BeVietnamPro_400Regular.ttf": ("be-vietnam-pro-400", "Be Vietnam Pro"),
    "BeVietnamPro_600SemiBold.ttf": ("be-vietnam-pro-600", "Be Vietnam Pro"),
}
LETTERS = [
    *range(0x20, 0x7F),
    *range(0xA0, 0x100),  # Latin-1: French, and the é and è of Javanese and Sasak names
    *(ord(letter) for letter in "ĂăĐđĨĩŨũƠơƯưŒœŸ"),
    *range(0x1EA0, 0x1EFA),  # the other Vietnamese letters
    *(ord(mark) for mark in "‐‑–—‘’‚“”„•…′″‹›⁄₫€−×→←↑↓↗★☆✓"),  # those that the face has
]
FEATURES = ["kern", "mark", "ccmp", "liga"]


def shrink(source: Path) -> TTFont:
    """Return the face with our letters and features only, without hints."""
    options = subset.Options()
    options.layout_features = FEATURES
    options.hinting = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17]
    options.name_languages = [0x409]
    options.glyph_names = False
    options.notdef_outline = True
    font = TTFont(source)
    work = subset.Subsetter(options)
    work.populate(unicodes=LETTERS)
    work.subset(font)
    return font


def rename(font: TTFont, family: str) -> None:
    """Name the face: its licence keeps the name Lora for the unchanged font."""
    style = "SemiBold" if font["OS/2"].usWeightClass == 600 else "Regular"
    full = f"{family} {style}"
    postscript = full.replace(" ", "", full.count(" ") - 1).replace(" ", "-")
    names = {1: full if style == "SemiBold" else family, 2: "Regular", 3: postscript, 4: full, 6: postscript}
    if style == "SemiBold":
        names |= {16: family, 17: style}
    for number, text in names.items():
        font["name"].setName(text, number, 3, 1, 0x409)


def main(folder: Path) -> None:
    """Write three woff2 files for browsers and three ttf files for the social cards."""
    CARDS.mkdir(parents=True, exist_ok=True)
    for file, (name, family) in FACES.items():
        font = shrink(folder / file)
        rename(font, family)
        font.flavor = None
        font.save(CARDS / f"{name}.ttf")
        font.flavor = "woff2"
        font.save(WEB / f"{name}.woff2")
        print(f"{name}: {(WEB / f'{name}.woff2').stat().st_size} bytes as woff2")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
