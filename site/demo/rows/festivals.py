"""Festivals and fairs: what the prose about a village says of each, turned into a calendar by hand."""

from __future__ import annotations

from core.fields import months_of
from core.labels import Label
from demo.reading import Row, Tables
from demo.rows.columns import NAME_LIMIT, months, sourced
from demo.rows.known import Known
from demo.rows.places import PROVINCE, VILLAGE
from demo.wanted import Wanted, link
from places import event_rules
from places.models import Event
from places.occurrences import EVERY_YEAR, Rule

DAYS_MAX = 31


def festivals(tables: Tables, known: Known) -> list[Wanted]:
    """Return the festivals; a day that the prose doesn't state stays unknown."""
    provinces = {row.text("slug"): row.text("province") for row in tables["villages"]}
    return [_festival(row, known, provinces) for row in tables["festivals"]]


def _festival(row: Row, known: Known, provinces: dict[str, str]) -> Wanted:
    slug = row.slug()
    village = row.reference("village", known.villages, required=True)
    names = {code: row.text(f"name_{code}", limit=NAME_LIMIT) for code in ("vi", "en", "id")}
    if not any(names.values()):
        row.problem("name_vi", "is missing")
    rule = _rule(row)
    return Wanted(slug, {
        "slug": slug,
        "name": Label(names),
        "village": link(VILLAGE, village),
        "province": link(PROVINCE, provinces.get(village, "")),
        "description": known.translated(row.text("prose", required=True)),
        "calendar": rule.calendar,
        "months": months(row, "months"),
        "first_day": rule.first_day,
        "last_day": rule.last_day,
        "years": rule.years,
        **sourced(row),
    })  # fmt: skip


def _rule(row: Row) -> Rule:
    """Return the calendar of a row; days that it can't have are problems."""
    rule = Rule(
        row.choice("calendar", Event.Calendar.values),
        tuple(months_of(months(row, "months"))),
        row.whole("first_day", 1, DAYS_MAX),
        row.whole("last_day", 1, DAYS_MAX),
        row.choice("years", Event.Years.values, required=False) or EVERY_YEAR,
    )
    for column, message in event_rules.wrong(rule).items():
        row.problem(column, message)
    return rule
