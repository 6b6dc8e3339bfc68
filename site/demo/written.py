"""CSV files as they are written: records with the number of their first line, and whatever makes one unreadable."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from core.clean_text import printable_line

# One whole cell of RFC 4180 with what ends it.
CELL = re.compile(r'(?:"(?:[^"]|"")*"|[^",\r\n][^,\r\n]*)?(?:,|\r\n|\r|\n|\Z)')
UNDECODED = re.compile(r"[\udc80-\udcff]")  # bytes that are no UTF-8, as “surrogateescape” keeps them (PEP 383)
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")  # no text has them; the last are Windows-1252 misread
UNSEEN = "\N{ZERO WIDTH SPACE}\N{WORD JOINER}\N{ZERO WIDTH NO-BREAK SPACE}"


@dataclass(frozen=True)
class Problem:
    """Something wrong (or odd) in one cell of one file."""

    path: Path
    line: int
    column: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}, line {self.line}, column {self.column}: {self.message}"


def lines(path: Path, problems: list[Problem]) -> Iterator[tuple[int, list[str]]]:
    """Give the number of each record's first line, and its cells without outer blanks; empty records are left out.

    The first is the header. What can't be read is a problem of its cell; reading ends at a broken record, whose end
    nobody knows, and at a header that isn't text.
    """
    text = path.read_bytes().decode("utf-8-sig", "surrogateescape")
    numbered = list(io.StringIO(text, newline=""))
    reader = csv.reader(numbered, strict=True)
    header: list[str] = []
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                wrong = list(_unreadable(path, line, cells, header))
                problems += wrong if header else wrong[:1]
                header = header or cells
                yield line, [_clean(cell) for cell in cells]
                if wrong and cells is header:
                    return
            line = reader.line_num + 1
    except csv.Error as error:
        record = "".join(numbered[line - 1 : reader.line_num])
        problems.append(Problem(path, line, _name(header, _broken(record)), f"can't be read: {error}"))


def _clean(cell: str) -> str:
    """Return a cell as records hold it: one line, without outer blanks, those included that nobody sees."""
    return printable_line(UNDECODED.sub("\N{REPLACEMENT CHARACTER}", cell)).strip(UNSEEN + " ")


def _unreadable(path: Path, line: int, cells: list[str], header: list[str]) -> Iterator[Problem]:
    for number, cell in enumerate(cells):
        if UNDECODED.search(cell):
            yield Problem(path, line, _name(header, number), "is not written in UTF-8")
        elif control := CONTROL.search(cell):
            yield Problem(path, line, _name(header, number), f"holds the control character U+{ord(control[0]):04X}")


def _name(header: list[str], number: int) -> str:
    """Return the name of a column; its number from 1 where the header has none."""
    name = header[number].strip() if number < len(header) else ""
    return name or str(number + 1)


def _broken(record: str) -> int:
    """Return which cell can't be read: the first that isn't whole, else the longest."""
    lengths: list[int] = []
    position = 0
    while position < len(record) and (cell := CELL.match(record, position)):
        lengths.append(cell.end() - position)
        position = cell.end()
    return len(lengths) if position < len(record) else lengths.index(max(lengths))
