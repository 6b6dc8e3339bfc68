"""The picture of the map by province: each area with its class, the number that fits into it, and the legend."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from centres.thematic.figures import Figures, Row
from centres.thematic.form import COMMUNES, PRODUCTS, ThematicForm
from places.choropleth import Area, Sheet, sheet
from places.natural_breaks import MOST, Range, class_of, natural_breaks

LETTERS, LARGE_LETTERS = 13.0, 22.0  # units: on wide screens, on phones (static/css/components/choropleth.css)
UNKNOWN, NONE = "unknown", "0"


@dataclass(frozen=True)
class Shape:
    """An area as it is drawn: its class, its figure, whether that fits in, and whether in large letters."""

    area: Area
    tone: str
    row: Row
    figure: str
    has_number: bool
    is_roomy: bool


@dataclass(frozen=True)
class Entry:
    """A line of the legend."""

    tone: str
    words: str
    provinces: str


@dataclass(frozen=True)
class Picture:
    """The map and its legend."""

    title: str
    sheet: Sheet
    shapes: list[Shape]
    legend: list[Entry]

    @property
    def is_tall(self) -> bool:
        """Tell whether there is room beside it."""
        return self.sheet.height > self.sheet.width


def picture(form: ThematicForm, figures: Figures) -> Picture:
    """Return the map of the country asked for; provinces without an outline are in the table alone."""
    country = form.values["country"]
    rows = {row.province.official_code: row for row in figures.by_province.values() if row.province}
    drawn = [(area, rows[area.code]) for area in sheet(country).areas if area.code in rows]
    values = {area.code: _value(row, figures) for area, row in drawn}
    some = [value for area, row in drawn if row.count and (value := values[area.code]) is not None]
    ranges = natural_breaks(some, MOST - (len(some) < len(drawn)))
    tones = {area.code: _tone(values[area.code], row, ranges) for area, row in drawn}
    shapes = [_shape(area, tones[area.code], row, figure_text(values[area.code])) for area, row in drawn]
    return Picture(_title(form), sheet(country), shapes, _legend(ranges, Counter(tones.values())))


def _title(form: ThematicForm) -> str:
    """Return what the colours tell."""
    if form.values["per"] == COMMUNES:
        return _("Products per 100 communes") if form.subject == PRODUCTS else _("Centres per 100 communes")
    return _("Products in each province") if form.subject == PRODUCTS else _("Centres in each province")


def _value(row: Row, figures: Figures) -> float | None:
    """Return the figure that colours a province."""
    return row.per if figures.shows_per else row.count


def _tone(value: float | None, row: Row, ranges: list[Range]) -> str:
    if value is None:
        return UNKNOWN
    # The darkest is always used: with fewer classes the palest are left out.
    return str(class_of(value, ranges) + 1 + MOST - len(ranges)) if row.count else NONE


def _shape(area: Area, tone: str, row: Row, text: str) -> Shape:
    fits = bool(text) and area.holds(text, LETTERS)
    return Shape(area, tone, row, text, fits, fits and area.holds(text, LARGE_LETTERS))


def figure_text(value: float | None) -> str:
    """Write a figure as the reader does: whole numbers whole, others with one decimal."""
    if value is None:
        return ""
    decimals = 0 if isinstance(value, int) else 1
    return number_format(round(value, decimals), decimal_pos=decimals, force_grouping=True)  # alone it cuts off


def _legend(ranges: list[Range], used: Counter[str]) -> list[Entry]:
    tones = [(str(number + MOST - len(ranges)), _range_words(part)) for number, part in enumerate(ranges, 1)]
    every = [(UNKNOWN, _("not known")), (NONE, _("none")), *tones]
    return [Entry(tone, words, _provinces(used[tone])) for tone, words in every if used[tone]]


def _range_words(part: Range) -> str:
    if part.low == part.high:
        return figure_text(part.low)
    return _("%(low)s to %(high)s") % {"low": figure_text(part.low), "high": figure_text(part.high)}


def _provinces(count: int) -> str:
    return ngettext("%(n)s province", "%(n)s provinces", count) % {"n": count}
