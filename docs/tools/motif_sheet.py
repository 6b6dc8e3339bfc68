"""Draw docs/img/motifs.png, the contact sheet of all motifs without captions: `python docs/tools/motif_sheet.py`.

Two records of each family (of two variants where it has several) on one page, the way a page of the site holds them:
definitions once, then one <svg> a record. Needs Chromium (`CHROMIUM` names another binary) and Pillow.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from itertools import count
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "site"))

from core.motifs import FAMILIES, Motif, compose  # noqa: E402 - needs the path above
from core.motifs.registry import VARIANTS  # noqa: E402

TARGET = ROOT / "docs" / "img" / "motifs.png"
LIMIT = 400 * 1024  # bytes
COLUMNS, WIDTH, HEIGHT, GAP = 6, 172, 129, 10
COLOURS = (256, 224, 192, 160)  # of the palette: the most that stay within the limit
CHROMIUM = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip


def pair(family: str) -> list[Motif]:
    """Return the motifs of two records of a family, of its first two variants if it has several."""
    names = [variant.name for variant in VARIANTS[family]]
    found: list[Motif] = []
    for name in (names[0], names[min(1, len(names) - 1)]):
        drawn = (compose(family, str(seed)) for seed in count())
        found.append(next(motif for motif in drawn if motif.variant == name and motif not in found))
    return found


def page(motifs: list[Motif]) -> str:
    """Return the sheet as HTML; its style is for the picture only and no part of the site."""
    defs = {key: markup for motif in motifs for key, markup in motif.defs}
    cells = "".join(f'<svg viewBox="0 0 {one.width} {one.height}">{one.body}</svg>' for one in motifs)
    return (
        "<!doctype html><meta charset=utf-8><style>"
        f"body{{margin:0;padding:{GAP}px;background:#FBF6EA;display:grid;gap:{GAP}px;"
        f"grid-template-columns:repeat({COLUMNS},{WIDTH}px)}}"
        f"svg{{width:{WIDTH}px;height:{HEIGHT}px;border-radius:12px;display:block}}"
        ".defs{position:absolute;width:0;height:0}"
        f'</style><svg class="defs"><defs>{"".join(defs.values())}</defs></svg>{cells}'
    )


def photograph(html: str, size: tuple[int, int], folder: Path) -> Path:
    """Return the screenshot of a page. CalledProcessError when Chromium fails."""
    source, shot = folder / "sheet.html", folder / "sheet.png"
    source.write_text(html, encoding="utf-8")
    binary = os.environ.get("CHROMIUM", "/usr/bin/chromium")
    profile, window = f"--user-data-dir={folder / 'profile'}", "--window-size={},{}".format(*size)
    command = [binary, *CHROMIUM, profile, f"--screenshot={shot}", window, source.as_uri()]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return shot


def main() -> None:
    """SystemExit when no palette keeps the picture within LIMIT."""
    motifs = [motif for family in FAMILIES for motif in pair(family)]
    rows = -(-len(motifs) // COLUMNS)
    size = COLUMNS * (WIDTH + GAP) + GAP, rows * (HEIGHT + GAP) + GAP
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        picture = Image.open(photograph(page(motifs), size, Path(folder))).convert("RGB")
    for colours in COLOURS:
        picture.quantize(colours, kmeans=2, dither=Image.Dither.NONE).save(TARGET, optimize=True)
        if TARGET.stat().st_size <= LIMIT:
            print(
                f"{TARGET.relative_to(ROOT)}: {len(motifs)} motifs, {colours} colours, {TARGET.stat().st_size} bytes"
            )
            return
    sys.exit(f"{TARGET} is larger than {LIMIT} bytes")


if __name__ == "__main__":
    main()
