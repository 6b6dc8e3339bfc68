"""Centres and their opening hours."""

from __future__ import annotations

from typing import Any

from centres.hours_text import parse_published
from centres.models import Centre
from core.fields import mask_of
from core.labels import Label
from demo.reading import Row, Tables
from demo.rows.columns import NAME_LIMIT, point, sourced
from demo.rows.known import Known, local
from demo.rows.places import NOT_A_MODEL, PROVINCE, VILLAGE
from demo.wanted import Link, Wanted, link

CENTRE = "centres.Centre"


def centres(
    tables: Tables, known: Known, models: dict[tuple[str, str], dict[str, Any]], warnings: list[str]
) -> list[Wanted]:
    """Return the centres; `models` holds the model destinations by (kind, slug)."""
    return [_centre(row, known, models, warnings) for row in tables["centres"]]


def _centre(row: Row, known: Known, models: dict[tuple[str, str], dict[str, Any]], warnings: list[str]) -> Wanted:
    slug, country = row.slug(), known.country(row)
    kind = row.choice("kind", Centre.Kind.values)
    if kind == Centre.Kind.FAIR_STAND:
        row.problem("kind", "a fair stand needs its first and last day, which these files do not hold")
    province = row.reference("province", known.provinces)
    return Wanted(slug, {
        "slug": slug,
        "name": Label({local(country): row.text("name", required=True, limit=NAME_LIMIT)}),
        "kind": kind,
        "address": row.text("address", limit=250),
        "country_code": country,
        "province": link(PROVINCE, province),
        "village": link(VILLAGE, row.reference("village", known.villages)),
        **point(row, country, known.code_of.get(province, ""), warnings),
        "hours_as_published": row.text("opening_hours", limit=250),
        "hours_source": row.text("opening_hours_source", limit=250),
        "illustration": known.illustrations.get(("centre", slug), ""),
        "note": known.translated(row.text("note")),
        **models.get(("centre", slug), NOT_A_MODEL),
        **sourced(row),
    })  # fmt: skip


def opening_periods(tables: Tables) -> list[Wanted]:
    """Return the hours that can be read without guessing; all others stay “as published” only."""
    wanted = []
    for row in tables["centres"]:
        for order, period in enumerate(parse_published(row.text("opening_hours")) or []):
            wanted.append(Wanted(f"{row.text('slug')}/{order}", {
                "centre": Link(CENTRE, row.text("slug")),
                "sort_order": order,
                "weekdays": mask_of(period.weekdays),
                "opens": period.opens,
                "closes": period.closes,
                "months": mask_of(period.months),
                "starts_on": period.starts_on,
                "ends_on": period.ends_on,
            }))  # fmt: skip
    return wanted
