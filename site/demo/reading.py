"""Reading the CSV files: rows that know their file and line, and note what is wrong with a cell."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SLUG = re.compile(r"^[a-z0-9]+(?:-[a-z0-9]+)*$")
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


@dataclass(frozen=True)
class Problem:
    """Something wrong (or odd) in one cell of one file."""

    path: Path
    line: int
    column: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}, line {self.line}, column {self.column}: {self.message}"


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
        if "\x00" in value:
            self.problem(column, "holds a NUL character")
        if required and not value:
            self.problem(column, "is missing")
        if limit is not None and len(value) > limit:
            self.problem(column, f"is longer than {limit} characters")
        return value

    def slug(self, column: str = "slug") -> str:
        """Return a required slug: lower-case ASCII words joined by hyphens."""
        value = self.text(column, required=True, limit=120)
        if value and not SLUG.match(value):
            self.problem(column, f"“{value}” is not a slug (lower-case ASCII words joined by hyphens)")
        return value

    def choice(self, column: str, options: Collection[str], *, required: bool = True) -> str:
        """Return a cell that must be one of some words."""
        value = self.text(column, required=required)
        if value and value not in options:
            self.problem(column, f"“{value}” is not one of {', '.join(sorted(options))}")
        return value

    def reference(self, column: str, known: Collection[str], *, required: bool = False) -> str:
        """Return a slug that must exist; empty means unknown unless it is required."""
        value = self.text(column, required=required)
        if value and value not in known:
            self.problem(column, f"“{value}” does not exist")
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
            number = kind(value)
        except ValueError:
            self.problem(column, f"“{value}” is not a number")
            return None
        if not low <= number <= high:
            self.problem(column, f"{value} is out of range ({low} to {high})")
            return None
        return number


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
    for row in _read(path, problems):
        values = tuple(row.text(column) for column in columns)
        key: Any = values if all(values) else (path, row.line)
        if key in rows:
            row.problem(columns[0], f"“{' / '.join(values)}” stands in line {rows[key].line} already")
        rows[key] = row
    return rows


def _read(path: Path, problems: list[Problem]) -> Iterator[Row]:
    header: list[str] = []
    for line, cells in _lines(path, problems):
        if not header:
            header = cells
        elif any(cells):
            row = Row(path, line, dict(zip(header, cells, strict=False)), problems)
            if len(cells) > len(header):
                row.problem(header[-1], "is followed by more cells than the file has columns")
            yield row


def _lines(path: Path, problems: list[Problem]) -> Iterator[tuple[int, list[str]]]:
    """Give the number of each record's first line, and its cells; a file that can't be read is a problem."""
    written = path.read_bytes()
    try:
        reader = csv.reader(io.StringIO(written.decode("utf-8-sig"), newline=""))
    except UnicodeDecodeError as error:
        problems.append(Problem(path, written[: error.start].count(b"\n") + 1, "–", "is not written in UTF-8"))
        return
    line = 1
    try:
        for cells in reader:
            yield line, [cell.strip() for cell in cells]
            line = reader.line_num + 1
    except csv.Error as error:
        problems.append(Problem(path, line, "–", f"can't be read: {error}"))
