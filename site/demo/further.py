"""What lies in a further folder without being loaded, so that a slip in a name does not pass in silence."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from demo.reading import KEYS
from demo.written import lines

LOADED = {f"{name}.csv" for name in KEYS}
FOR_TRANSLATORS = "glossary.csv"  # words of the interface, no content


def passed_over(folder: Path, own: Path) -> Iterator[str]:
    """Tell of CSV files that are none of ours, of columns that ours don't have, and of a folder with nothing."""
    found = sorted(path for path in folder.iterdir() if path.suffix.lower() == ".csv")
    files = [path for path in found if path.name in LOADED and path.is_file()]
    if not files:
        yield f"{folder} holds none of the files that are loaded: {', '.join(sorted(LOADED))}"
    for path in found:
        if path in files:
            yield from _columns(path, own / path.name)
        elif path.name != FOR_TRANSLATORS:
            yield f"{path} is none of the files that are loaded"


def _columns(path: Path, own: Path) -> Iterator[str]:
    known = _header(own)
    for column in _header(path):
        if column and column not in known:
            yield f"{path}, line 1, column {column}: is no column that is loaded"


def _header(path: Path) -> list[str]:
    return next((cells for _line, cells in lines(path, [])), [])
