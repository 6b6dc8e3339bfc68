"""The figures of the map by province: one count over all products or centres, then a row for each province."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from centres.models import Centre
from centres.thematic.form import COMMUNES, PRODUCTS, STARS, ThematicForm
from core import freshness, sections
from core.querysets import sort_column
from places.models import Province
from products.models import Product

Counts = dict[int | None, Counter[str]]
"""By province (None: not known), how many of each part: of 5 stars, of 4 stars …; of each kind of centre."""


@dataclass(frozen=True)
class Row:
    """A province's figures; `province` is None for what has no known one."""

    province: Province | None
    count: int
    share: float
    """Percentage of all that is shown."""
    per: float | None
    """Count per 100 communes; None where their number isn't known."""
    parts: dict[str, int]
    url: str
    """The list of what is counted; empty when there is nothing."""


@dataclass(frozen=True)
class Figures:
    """The table: its rows in the order asked for, its last columns, its sums."""

    rows: list[Row]
    parts: list[tuple[str, str]]
    total: int
    sums: dict[str, int]
    sort: str
    shows_per: bool
    by_province: dict[int, Row] = field(default_factory=dict)


def all_provinces() -> list[Province]:
    """Return the live provinces of every country by name in the reader's language; one query."""
    return list(Province.objects.live().select_related("region").order_by(sort_column(), "pk"))


def figures(form: ThematicForm, language: str) -> Figures:
    """Return the figures that the form asks for; one query."""
    is_products = form.subject == PRODUCTS
    counts = _counts(_products(form), "stars_today") if is_products else _counts(_centres(form), "kind")
    sums = sum(counts.values(), Counter[str]())
    row = _row_maker(form, sums.total(), language)
    rows = [row(province, counts.pop(province.pk, Counter())) for province in form.provinces]
    nowhere = sum(counts.values(), Counter[str]())
    by_province = {made.province.pk: made for made in rows if made.province}
    parts = _parts(is_products, sums)
    sort = _known_sort(form, [key for key, _label in parts])
    ordered = _ordered(rows, sort) + ([row(None, nowhere)] if nowhere else [])
    shows_per = form.values["per"] == COMMUNES
    return Figures(ordered, parts, sums.total(), sums, sort, shows_per, by_province)


# --- counting --------------------------------------------------------------------------------------------------------


def _products(form: ThematicForm) -> QuerySet[Any]:
    """Return the products that the list of products shows under the same filters."""
    country, chosen = form.values["country"], form.narrowing()
    here = Q(province__country_code=country) | Q(province__isnull=True, programme__country_code=country)
    products: Any = Product.objects.live().filter(here).by_stars()
    if "programme" in chosen:
        products = products.filter(programme__key=chosen["programme"])
    if "group" in chosen:
        products = products.filter(group__key=chosen["group"])
    return products.starred([int(chosen["stars"])]) if "stars" in chosen else products


def _centres(form: ThematicForm) -> QuerySet[Any]:
    """Return the centres that the list of centres shows under the same filters."""
    country = form.values["country"]
    here = Q(province__country_code=country) | Q(province__isnull=True, country_code=country)
    return Centre.objects.live().filter(here, **form.narrowing())


def _counts(queryset: QuerySet[Any], part: str) -> Counts:
    counts: Counts = {}
    for province, key, number in queryset.order_by().values_list("province_id", part).annotate(number=Count("pk")):
        counts.setdefault(province, Counter())[str(key)] += number
    return counts


# --- rows ------------------------------------------------------------------------------------------------------------


def _row_maker(form: ThematicForm, total: int, language: str) -> Callable[[Province | None, Counter[str]], Row]:
    address = sections.url(form.subject, language)

    def row(province: Province | None, parts: Counter[str]) -> Row:
        count = parts.total()
        per = count * 100 / province.communes if province and province.communes else None
        query = urlencode({**form.narrowing(), "province": province.slug}) if province else ""
        url = f"{address}?{query}" if query and count else ""
        return Row(province, count, count * 100 / total if total else 0.0, per, dict(parts), url)

    return row


def _parts(is_products: bool, sums: Counter[str]) -> list[tuple[str, str]]:
    """Return the parts that occur, with their names."""
    if is_products:
        stars = [(str(n), ngettext("%(n)s star", "%(n)s stars", n) % {"n": n}) for n in STARS]
        every = [*stars, ("0", _("Without stars today"))]
    else:
        every = [(value, str(label)) for value, label in Centre.Kind.choices]
    return [(key, label) for key, label in every if sums[key]]


def _known_sort(form: ThematicForm, parts: Iterable[str]) -> str:
    """Return the order asked for when there is such a column, else by count."""
    per = ["per"] if form.values["per"] == COMMUNES else []
    known = {"count", "name", "region", *per, *(f"part-{key}" for key in parts)}
    if form.asked_sort in known:
        return form.asked_sort
    if form.asked_sort:
        freshness.malformed()
    return "per" if per else "count"


def _ordered(rows: list[Row], sort: str) -> list[Row]:
    """Return the rows, which come by name, in an order; numbers fall, and ties stay by name."""
    if sort == "name":
        return rows
    if sort == "region":
        return sorted(rows, key=_region_position)
    if sort == "per":
        return sorted(rows, key=lambda row: -1.0 if row.per is None else row.per, reverse=True)
    if sort == "count":
        return sorted(rows, key=lambda row: row.count, reverse=True)
    part = sort.removeprefix("part-")
    return sorted(rows, key=lambda row: row.parts.get(part, 0), reverse=True)


def _region_position(row: Row) -> tuple[bool, int, int]:
    region = row.province.region if row.province else None
    return (region is None, region.position if region else 0, region.pk if region else 0)
