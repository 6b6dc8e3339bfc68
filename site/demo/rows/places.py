"""Regions, provinces with their former names, and villages."""

from __future__ import annotations

import re
from typing import Any

from core.folding import fold
from core.labels import Label
from core.slugs import ascii_slug
from demo.reading import Row, Tables, quoted
from demo.rows.columns import NAME_LIMIT, confidence, months, point, sourced
from demo.rows.known import COUNTRIES, Known, local
from demo.wanted import Link, Wanted, link
from places.models import ProvinceAlias

REGION, PROVINCE, VILLAGE = "places.Region", "places.Province", "places.Village"
NO_PROGRAMME = re.compile(r"none(?:\s.*)?", re.DOTALL)  # “none (craft outside the five OVOP groups)”
REGION_LIMIT = 80
EAST = {"81", "82", "91", "92", "93", "94", "95", "96"}  # Maluku and Papua
MIDDLE = {"51", "52", "53", "63", "64", "65", "71", "72", "73", "74", "75", "76"}  # Bali to Sulawesi


def timezone(country: str, code: str) -> str:
    """Return the IANA zone of a province; Indonesia has three (Keppres 41/1987)."""
    if country != "ID":
        return "Asia/Ho_Chi_Minh"
    if code in EAST:
        return "Asia/Jayapura"
    return "Asia/Makassar" if code in MIDDLE else "Asia/Jakarta"


def regions(tables: Tables, known: Known) -> list[Wanted]:
    """Return the macro-regions that the provinces name, in the order of the file."""
    wanted: dict[str, Wanted] = {}
    for row in tables["provinces"]:
        name, country = row.text("macro_region_en", limit=REGION_LIMIT), row.text("country")
        slug = ascii_slug(name)
        if slug and slug not in wanted:
            names = Label({**known.translated(name).data, local(country): row.text("macro_region_local")})
            values = {"slug": slug, "name": names, "country_code": country, "position": len(wanted)}
            wanted[slug] = Wanted(slug, values)
    return list(wanted.values())


def provinces(tables: Tables, known: Known) -> list[Wanted]:
    """Return the provinces; two of one country can't share an official code, whoever wrote the other."""
    slugs = {row.text("slug") for row in tables["provinces"]}
    holders = {(known.country_of[slug], code): slug for slug, code in known.code_of.items() if slug not in slugs}
    for row in tables["provinces"]:
        code, slug = row.text("code"), row.text("slug")
        holder = holders.setdefault((row.text("country"), code), slug)
        if holder != slug and code:
            row.problem("code", f"{quoted(code)} is the code of {holder} already")
    return [_province(row) for row in tables["provinces"]]


def _province_name(country: str, name: str, exonym: str) -> Label:
    """Return the name; an English one that only drops the marks is none (Phu Tho is Phú Thọ; Hanoi is Hanoi)."""
    return Label({local(country): name, "en": "" if fold(exonym) == fold(name) else exonym})


def _province(row: Row) -> Wanted:
    country = row.choice("country", COUNTRIES)
    code = row.text("code", required=True, limit=10)
    name = row.text("name_local", required=True, limit=NAME_LIMIT)
    slug = row.slug()
    return Wanted(slug, {
        "slug": slug,
        "name": _province_name(country, name, row.text("name_en", limit=NAME_LIMIT)),
        "country_code": country,
        "official_code": code,
        "unit_type": row.text("type", limit=40),
        "unit_note": row.text("type_note", limit=250),
        "region": link(REGION, ascii_slug(row.text("macro_region_en"))),
        "merged_from": row.text("merged_from", limit=250),
        "communes": row.whole("communes", 1, 100_000),
        "timezone": timezone(country, code),
        **sourced(row),
    })  # fmt: skip


def aliases(tables: Tables, known: Known) -> list[Wanted]:
    """Return the other and former names of provinces."""
    wanted = []
    for row in tables["province_aliases"]:
        name = row.text("alias", required=True, limit=120)
        province = row.reference("province_slug", known.provinces, required=True)
        wanted.append(Wanted(f"{name} → {province}", {
            "name": name,
            "province": Link(PROVINCE, province),
            "kind": row.choice("kind", ProvinceAlias.Kind.values),
            "note": row.text("note", limit=250),
        }))  # fmt: skip
    return wanted


def villages(
    tables: Tables, known: Known, models: dict[tuple[str, str], dict[str, Any]], warnings: list[str]
) -> list[Wanted]:
    """Return the villages; `models` holds the model destinations by (kind, slug)."""
    taglines = {row.reference("slug", known.villages, required=True): row for row in tables["village_taglines"]}
    return [_village(row, known, taglines.get(row.text("slug")), models, warnings) for row in tables["villages"]]


def _village(
    row: Row, known: Known, tagline: Row | None, models: dict[tuple[str, str], dict[str, Any]], warnings: list[str]
) -> Wanted:
    slug, country = row.slug(), known.country(row)
    province = row.reference("province", known.provinces)
    fact = row.text("one_line_fact")
    words = {"en": fact, **({code: tagline.text(code) for code in ("vi", "id")} if tagline else {})}
    return Wanted(slug, {
        "slug": slug,
        "name": Label({local(country): row.text("name", required=True, limit=NAME_LIMIT)}),
        "tagline": Label(words),
        "province": link(PROVINCE, province),
        "former_unit": row.text("former_admin", limit=200),
        "commune": row.text("commune", limit=120),
        "commune_code": row.text("commune_code", limit=20),
        "craft_text": known.translated(row.text("craft")),
        **_programme(row, known),
        **point(row, country, known.code_of.get(province, ""), warnings),
        "geo_confidence": confidence(row, "geo_confidence"),
        "founded": known.translated(row.text("founded_fact")),
        "fact": known.translated(fact),
        "illustration": known.illustrations.get(("village", slug), ""),
        "season": known.translated(row.text("best_season_festival")),
        "months": months(row, "best_months"),
        **models.get(("village", slug), NOT_A_MODEL),
        **sourced(row),
    })  # fmt: skip


def _programme(row: Row, known: Known) -> dict[str, str]:
    """Return programme and group; a craft outside the programme's groups has neither."""
    key = row.text("programme", required=True)
    if not key or NO_PROGRAMME.fullmatch(key):
        return {"programme_key": "", "group_key": ""}
    if not known.is_programme(key):
        row.problem("programme", f"{quoted(key)} does not exist")
    group = row.text("product_group")
    if group and (key, group) not in known.groups:
        row.problem("product_group", f"{quoted(group)} does not exist")
    return {"programme_key": key.lower(), "group_key": group}


NOT_A_MODEL: dict[str, Any] = {
    "is_model_destination": False, "model_since": "", "model_decided_by": "", "model_source": "",
}  # fmt: skip


def model_destinations(tables: Tables, known: Known) -> dict[tuple[str, str], dict[str, Any]]:
    """Return the fields of model destinations by (kind, slug)."""
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for row in tables["model_destinations"]:
        kind = row.choice("kind", ("village", "centre"))
        slug = row.reference("slug", known.villages if kind == "village" else known.centres, required=True)
        found[kind, slug] = {
            "is_model_destination": True,
            "model_since": row.text("since", limit=40),
            "model_decided_by": row.text("decided_by", limit=200),
            "model_source": row.text("source", required=True, limit=500),
        }
    return found
