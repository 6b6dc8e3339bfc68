"""Measure the letters of the social cards' fonts: `python docs/tools/font_widths.py`, after `build_fonts.py`.

Needs fonttools, as build_fonts.py does; the site itself only reads the table.
"""

from __future__ import annotations

import json
from pathlib import Path

from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parents[2] / "site/core/social/fonts"


def measured(path: Path) -> dict[str, object]:
    """Return a face's names and the advance of each of its letters, in units of which `units` make its size."""
    font = TTFont(path)
    names, advances = font["name"], font["hmtx"]
    letters = sorted(font.getBestCmap().items())
    return {
        "family": names.getDebugName(16) or names.getDebugName(1),
        "weight": font["OS/2"].usWeightClass,
        "units": font["head"].unitsPerEm,
        "widths": {chr(code): advances[glyph][0] for code, glyph in letters},
    }


def main() -> None:
    """Write widths.json beside the fonts."""
    table = {path.stem: measured(path) for path in sorted(FONTS.glob("*.ttf"))}
    (FONTS / "widths.json").write_text(json.dumps(table, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")


if __name__ == "__main__":
    main()
