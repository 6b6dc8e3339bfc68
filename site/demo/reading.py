"""The rows of the CSV files: they know their file and line, and note what is wrong with a cell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import Any

from demo.written import Problem, lines

SLUG = re.compile(r"^[a-z0-9]+(?:-[a-z0-9]+)*\Z")
SHOWN = 80  # characters of a cell that a message repeats
NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")  # 007, 1_0 and ² are none, whatever Python reads in them
# Which columns make a row the same row as one of an earlier folder.
KEYS: dict[str, tuple[str, ...]] = {
    "provinces": ("slug",),
    "province_aliases": ("alias", "province_slug"),
    "product_group_labels": ("programme", "key"),
    "craft_labels": ("craft_slug",),
    "craft_map": ("text",),
    "processes": ("craft_slug", "step_order"),
    "villages": ("slug",),
    "festivals": ("slug",),
    "village_taglines": ("slug",),
    "village_craft": ("village_slug", "craft_slug"),
    "products": ("slug",),
    "product_craft": ("product_slug",),
    "centres": ("slug",),
    "routes": ("slug",),
    "route_stops": ("route_slug", "order"),
    "model_destinations": ("kind", "slug"),
    "illustrations": ("kind", "slug"),
    "fact_translations": ("en",),
    "step_translations": ("en",),
    "synonyms": ("words", "means"),
}


class Row:
    """One line of a file. Reading a bad cell notes a problem and returns a harmless value, so that all are found."""

    def __init__(self, path: Path, line: int, cells: dict[str, str], problems: list[Problem]) -> None:
        self.path, self.line, self.cells, self.problems = path, line, cells, problems

    def problem(self, column: str, message: str) -> None:
        """Note that a cell is wrong."""
        self.problems.append(Problem(self.path, self.line, column, message))

    def text(self, column: str, *, required: bool = False, limit: int | None = None) -> str:
        """Return the cell without outer blanks; at most `limit` characters."""
        value = self.cells.get(column, "")
        if required and not value:
            self.problem(column, "is missing")
        if limit is not None and len(value) > limit:
            self.problem(column, f"is longer than {limit} characters")
        return value

    def slug(self, column: str = "slug") -> str:
        """Return a required slug: lower-case ASCII words joined by hyphens."""
        value = self.text(column, required=True, limit=120)
        if value and not SLUG.match(value):
            self.problem(column, f"{quoted(value)} is not a slug (lower-case ASCII words joined by hyphens)")
        return value

    def choice(self, column: str, options: Collection[str], *, required: bool = True) -> str:
        """Return a cell that must be one of some words."""
        value = self.text(column, required=required)
        if value and value not in options:
            self.problem(column, f"{quoted(value)} is not one of {', '.join(sorted(options))}")
        return value

    def reference(self, column: str, known: Collection[str], *, required: bool = False) -> str:
        """Return a slug that must exist; empty means unknown unless it is required."""
        value = self.text(column, required=required)
        if value and value not in known:
            self.problem(column, f"{quoted(value)} does not exist")
        return value

    def whole(self, column: str, low: int, high: int, *, required: bool = False) -> int | None:
        """Return a whole number between `low` and `high`; None when the cell is empty."""
        value = self.text(column, required=required)
        return self._number(column, value, int, low, high) if value else None

    def degrees(self, column: str, limit: float) -> float | None:
        """Return degrees between `-limit` and `limit`; None when the cell is empty."""
        value = self.text(column)
        return self._number(column, value, float, -limit, limit) if value else None

    def _number(self, column: str, value: str, kind: Callable[[str], Any], low: float, high: float) -> Any:
        try:
            number = kind(value) if NUMBER.fullmatch(value) else None
        except ValueError:  # a fraction where a whole number belongs, or more digits than Python reads
            number = None
        if number is None:
            self.problem(column, f"{quoted(value)} is not a {'whole ' if kind is int else ''}number")
            return None
        if not low <= number <= high:
            self.problem(column, f"{quoted(value)} is out of range ({low} to {high})")
            return None
        return number


def quoted(value: str) -> str:
    """Return a cell as a message shows it: in quotation marks, cut when it is long."""
    return f"“{value if len(value) <= SHOWN else value[:SHOWN] + '…'}”"


Tables = dict[str, list[Row]]


def read_tables(folders: list[Path], problems: list[Problem]) -> Tables:
    """Return the rows of every file of the folders; a later folder's row replaces an earlier one with its key."""
    tables: Tables = {}
    for name, columns in KEYS.items():
        merged: dict[Any, Row] = {}
        for folder in folders:
            path = folder / f"{name}.csv"
            if path.is_file():
                merged.update(_keyed(path, columns, problems))
        tables[name] = list(merged.values())
    return tables


def _keyed(path: Path, columns: tuple[str, ...], problems: list[Problem]) -> dict[Any, Row]:
    rows: dict[Any, Row] = {}
    for row in _read(path, columns, problems):
        values = tuple(row.text(column) for column in columns)
        key: Any = values if all(values) else (path, row.line)
        if key in rows:
            row.problem(columns[0], f"{quoted(' / '.join(values))} stands in line {rows[key].line} already")
        rows[key] = row
    return rows


def _read(path: Path, columns: tuple[str, ...], problems: list[Problem]) -> Iterator[Row]:
    header: list[str] = []
    for line, cells in lines(path, problems):
        if not header:
            header = cells
            problems += _wrong_header(path, line, header, columns)
        else:
            row = Row(path, line, dict(zip(header, cells, strict=False)), problems)
            if len(cells) > len(header):
                row.problem(header[-1], "is followed by more cells than the file has columns")
            yield row


def _wrong_header(path: Path, line: int, header: list[str], columns: tuple[str, ...]) -> Iterator[Problem]:
    """Give the columns without which no row can be told from another, and those that stand there twice."""
    for column in columns:
        if column not in header:
            yield Problem(path, line, column, "is no column of this file (are its cells separated by commas?)")
    for column, times in Counter(header).items():
        if column and times > 1:
            yield Problem(path, line, column, "heads two columns")
