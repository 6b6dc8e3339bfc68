"""The table of the map by province: the same columns and rows on the page and in the CSV file."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from centres.thematic.figures import Figures, Row
from centres.thematic.form import PRODUCTS, ThematicForm
from centres.thematic.picture import figure_text
from core.cards import foreign
from places.models import Province

BOM = "\ufeff"  # without it Excel takes UTF-8 for the letters of the eighties
SHARE = "share"
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # how a cell starts that a spreadsheet runs (OWASP, CSV injection)


@dataclass(frozen=True)
class Column:
    """A column: its name, the address of the table ordered by it (none for the share: as the count), whether it is."""

    name: str
    url: str
    is_sorted: bool
    is_number: bool

    @property
    def direction(self) -> str:
        """Return how it is ordered, for `aria-sort`."""
        return "descending" if self.is_number else "ascending"


@dataclass(frozen=True)
class Line:
    """A row as it is shown: the province's name with its language when foreign, the region, the figures."""

    row: Row
    name: str
    name_lang: str
    region: str
    cells: list[str]


@dataclass(frozen=True)
class Table:
    """Everything that is shown."""

    columns: list[Column]
    lines: list[Line]
    sums: list[str]


def table(form: ThematicForm, figures: Figures) -> Table:
    """Return the table for the page."""
    names = [_("Province"), _("Region"), *_number_names(form, figures)]
    columns = [
        Column(name, f"?{form.querystring(sort=key)}" if key != SHARE else "", key == figures.sort, at > 1)
        for at, (key, name) in enumerate(zip(_keys(figures), names, strict=True))
    ]
    sums = [figure_text(value) for value in _sums(figures)]
    return Table(columns, [_line(row, figures) for row in figures.rows], sums)


def _keys(figures: Figures) -> list[str]:
    per = ["per"] if figures.shows_per else []
    return ["name", "region", "count", SHARE, *per, *(f"part-{key}" for key, _label in figures.parts)]


def _number_names(form: ThematicForm, figures: Figures) -> list[str]:
    counted = _("Products") if form.subject == PRODUCTS else _("Centres")
    per = [_("Per 100 communes")] if figures.shows_per else []
    return [counted, _("Share (%)"), *per, *(label for _key, label in figures.parts)]


def _numbers(row: Row, figures: Figures) -> list[float | None]:
    per = [row.per] if figures.shows_per else []
    return [row.count, row.share, *per, *(row.parts.get(key, 0) for key, _label in figures.parts)]


def _sums(figures: Figures) -> list[float | None]:
    per = [None] if figures.shows_per else []
    whole = 100.0 if figures.total else 0.0
    return [figures.total, whole, *per, *(figures.sums[key] for key, _label in figures.parts)]


def _line(row: Row, figures: Figures) -> Line:
    name, language = row.province.name_in() if row.province else (_("Province not known"), "")
    cells = [figure_text(value) for value in _numbers(row, figures)]
    return Line(row, name, foreign(language) if language else "", _region(row.province), cells)


def _region(province: Province | None) -> str:
    return str(province.region) if province and province.region else ""


# --- the file --------------------------------------------------------------------------------------------------------


def csv_text(form: ThematicForm, figures: Figures) -> str:
    """Return the table as CSV (RFC 4180) in the reader's language: words as shown, numbers plain with a point."""
    text = io.StringIO()
    text.write(BOM)
    csv.writer(text).writerows(_csv_lines(form, figures))
    return text.getvalue()


def _csv_lines(form: ThematicForm, figures: Figures) -> Iterator[list[str]]:
    yield [_("Province"), _("Region"), *_number_names(form, figures)]
    for row in figures.rows:
        line = _line(row, figures)
        yield [_safe(line.name), _safe(line.region), *map(_plain, _numbers(row, figures))]
    yield [_("Total"), "", *map(_plain, _sums(figures))]


def _plain(value: float | None) -> str:
    return "" if value is None else str(value) if isinstance(value, int) else f"{value:.1f}"


def _safe(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(FORMULA) else text
