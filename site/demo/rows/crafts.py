"""Crafts with their production steps, and which village works in which craft."""

from __future__ import annotations

from typing import Any

from core.labels import Label
from crafts.models import CraftFamily
from demo.reading import Row, Tables
from demo.rows.columns import NAME_LIMIT, confidence, months
from demo.rows.known import COUNTRIES, Known
from demo.rows.places import VILLAGE
from demo.wanted import Link, Wanted

CRAFT = "crafts.Craft"


def crafts(tables: Tables, known: Known) -> list[Wanted]:
    """Return the crafts that the steps name, with their labels; one without labels keeps its English name."""
    labels = {row.reference("craft_slug", known.crafts, required=True): row for row in tables["craft_labels"]}
    wanted: dict[str, Wanted] = {}
    for row in tables["processes"]:
        slug = row.slug("craft_slug")
        name = row.text("craft_en", required=True, limit=NAME_LIMIT)
        country = row.choice("country", COUNTRIES)
        if slug not in wanted:
            wanted[slug] = _craft(slug, name, country, labels.get(slug))
    return list(wanted.values())


def _craft(slug: str, name: str, country: str, labels: Row | None) -> Wanted:
    values: dict[str, Any] = {"slug": slug, "country_code": country, "name": Label({"en": name})}
    if labels is not None:
        names = Label({code: labels.text(f"name_{code}", limit=NAME_LIMIT) for code in ("vi", "en", "id")})
        if not names:
            labels.problem("name_en", "is missing")
        values["name"] = names
        values["tagline"] = Label({code: labels.text(f"tagline_{code}", limit=120) for code in ("vi", "en", "id")})
        values["family"] = labels.choice("family", CraftFamily.values)
        values["months"] = months(labels, "months")
    return Wanted(slug, values)


def steps(tables: Tables, known: Known) -> list[Wanted]:
    """Return the production steps."""
    wanted = []
    for row in tables["processes"]:
        slug, order = row.text("craft_slug"), row.whole("step_order", 1, 99, required=True) or 0
        wanted.append(Wanted(f"{slug}/{order}", {
            "craft": Link(CRAFT, slug),
            "sort_order": order,
            "title": known.translated(row.text("step_title", required=True, limit=NAME_LIMIT)),
            "text": known.translated(row.text("step_text")),
            "source": row.text("source"),
            "confidence": confidence(row),
        }))  # fmt: skip
    return wanted


def village_crafts(tables: Tables, known: Known) -> list[Wanted]:
    """Return village–craft pairs: those listed, and for other villages the craft their free text stands for."""
    pairs: dict[tuple[str, str], None] = {}
    by_text = {row.text("text"): row.reference("craft_slug", known.crafts) for row in tables["craft_map"]}
    for row in tables["village_craft"]:
        village = row.reference("village_slug", known.villages, required=True)
        pairs[village, row.reference("craft_slug", known.crafts, required=True)] = None
    listed = {village for village, _craft in pairs}
    for row in tables["villages"]:
        craft = by_text.get(row.text("craft"), "")
        if craft and row.text("slug") not in listed:
            pairs[row.text("slug"), craft] = None
    return [
        Wanted(f"{village}/{craft}", {"village": Link(VILLAGE, village), "craft": Link(CRAFT, craft)})
        for village, craft in pairs
    ]
