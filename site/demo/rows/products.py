"""Product groups, producers, products and their recognitions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from core import clock
from core.labels import Label
from core.slugs import ascii_slug, unique_slug
from demo.programmes import PROGRAMME, PROGRAMMES, scales
from demo.reading import Row, Tables, quoted
from demo.rows.columns import NAME_LIMIT, confidence, sourced
from demo.rows.crafts import CRAFT
from demo.rows.known import Known, local
from demo.rows.places import PROVINCE, VILLAGE
from demo.wanted import Link, Wanted, link
from products.models import Recognition
from products.models.recognitions import DECISION_NUMBER

GROUP, PRODUCER, PRODUCT = "products.ProductGroup", "products.Producer", "products.Product"
FIRST_YEAR = 2007  # Indonesia adopted OVOP; OCOP began in 2018
Status = Recognition.Status
STATUSES = {
    "recognised": Status.RECOGNISED,
    "awarded": Status.RECOGNISED,
    "recognised_stars_unknown": Status.STARS_NOT_STATED,
    "nominated": Status.NOMINATED,
    "potential_5": Status.POTENTIAL,
    "designated_location": Status.DESIGNATED_PLACE,
}
GROUP_KEY = re.compile(r"[a-z0-9_-]+")
NUMBER_AT_END = re.compile(r"^(?:Quyết định|Decision|Keputusan)\s+(?:số\s+)?(\S+)$")
DATED_ACT = re.compile(r"\b(?:council|decision) of (\d{1,2} [A-Z][a-z]+ \d{4})")
LEVELS = (
    (re.compile(r"\bprovinc"), "province"),
    (re.compile(r"\bnational\b"), "national"),
    (re.compile(r"\bdistrict\b"), "district"),
)


def groups(tables: Tables) -> list[Wanted]:
    """Return the product groups of all programmes."""
    wanted = []
    for position, row in enumerate(tables["product_group_labels"]):
        programme = row.choice("programme", PROGRAMMES)
        key = row.text("key", required=True, limit=40)
        if key and not GROUP_KEY.fullmatch(key):
            row.problem("key", f"{quoted(key)} is not a key (lower-case ASCII letters, digits, _ and -)")
        names = {
            code: row.text(f"name_{code}", required=code == "en", limit=NAME_LIMIT) for code in ("vi", "en", "id")
        }
        wanted.append(Wanted(f"{programme}/{key}", {
            "programme": Link(PROGRAMME, programme),
            "key": key,
            "name": Label(names),
            "position": position,
            "is_tourism": key == "tourism",
        }))  # fmt: skip
    return wanted


# --- producers -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Producers:
    """The producers of the products, and the slug of each (name, province)."""

    wanted: list[Wanted]
    slug_of: dict[tuple[str, str], str]


def producers(tables: Tables) -> Producers:
    """Return one producer per business name and province, as the product rows publish them."""
    rows: dict[tuple[str, str], list[Row]] = {}
    for row in tables["products"]:
        if name := row.text("producer", limit=NAME_LIMIT):
            rows.setdefault((name, row.text("province")), []).append(row)
    slug_of: dict[tuple[str, str], str] = {}
    for maker in rows:
        slug_of[maker] = unique_slug(ascii_slug(maker[0]) or "producer", set(slug_of.values()))
    return Producers([_producer(slug_of[maker], maker, found) for maker, found in rows.items()], slug_of)


def _producer(slug: str, maker: tuple[str, str], rows: list[Row]) -> Wanted:
    country = PROGRAMMES.get(rows[0].text("programme"), ("VN", {}))[0]
    villages = {row.text("village") for row in rows}
    return Wanted(slug, {
        "slug": slug,
        "name": Label({local(country): maker[0]}),
        "country_code": country,
        "province": link(PROVINCE, maker[1]),
        "village": link(VILLAGE, villages.pop()) if len(villages) == 1 else None,
        **sourced(rows[0]),
    })  # fmt: skip


# --- products --------------------------------------------------------------------------------------------------------


def products(tables: Tables, known: Known, makers: Producers) -> list[Wanted]:
    """Return the products."""
    slugs = {row.text("slug") for row in tables["products"]}
    crafts = {
        row.reference("product_slug", slugs, required=True): row.reference("craft_slug", known.crafts)
        for row in tables["product_craft"]
    }
    return [_product(row, known, crafts, makers) for row in tables["products"]]


def _product(row: Row, known: Known, crafts: dict[str, str], makers: Producers) -> Wanted:
    slug, programme = row.slug(), row.choice("programme", PROGRAMMES)
    country = PROGRAMMES.get(programme, ("VN", {}))[0]
    group = row.text("product_group", required=True)
    if programme in PROGRAMMES and group and (programme, group) not in known.groups:
        row.problem("product_group", f"{quoted(group)} does not exist")
    name = row.text("name_local", required=True, limit=NAME_LIMIT)
    province = row.reference("province", known.provinces)
    return Wanted(slug, {
        "slug": slug,
        "name": Label({local(country): name, "en": row.text("name_en", limit=NAME_LIMIT)}),
        "programme": Link(PROGRAMME, programme),
        "group": Link(GROUP, f"{programme}/{group}"),
        "craft": link(CRAFT, crafts.get(slug, "")),
        "producer": link(PRODUCER, makers.slug_of.get((row.text("producer"), province), "")),
        "province": link(PROVINCE, province),
        "village": link(VILLAGE, row.reference("village", known.villages)),
        "illustration": known.illustrations.get(("product", slug), ""),
        "note": known.translated(row.text("note")),
        **sourced(row),
    })  # fmt: skip


# --- recognitions ----------------------------------------------------------------------------------------------------


def recognitions(tables: Tables, warnings: list[str]) -> list[Wanted]:
    """Return what each product row says of its recognition."""
    return [_recognition(row, warnings) for row in tables["products"]]


def _recognition(row: Row, warnings: list[str]) -> Wanted:
    slug, programme = row.text("slug"), row.text("programme")
    status = STATUSES.get(row.choice("status", STATUSES), Status.NOMINATED)
    stars, out_of = _stars(row, programme)
    if status == Status.RECOGNISED and stars is None:
        status = Status.STARS_NOT_STATED
    if status != Status.RECOGNISED and stars is not None:
        warnings.append(f"{row.path}, line {row.line}: {slug} is no award with stated stars; its stars are left out")
        stars = None
    return Wanted(slug, {
        "product": Link(PRODUCT, slug),
        "programme": Link(PROGRAMME, programme),
        "status": str(status),
        "stars": stars,
        "out_of": out_of,
        **_act(row),
        "source": row.text("source"),
        "confidence": confidence(row),
    })  # fmt: skip


def _stars(row: Row, programme: str) -> tuple[int | None, int | None]:
    """Return stars and their scale; stars beyond the scale, or on a scale the programme never had, are problems."""
    out_of = row.whole("star_scale", 1, 10)
    stars = row.whole("stars", 1, 10)
    if out_of is not None and programme in PROGRAMMES and out_of not in scales(programme):
        row.problem("star_scale", f"{programme} never had a scale of {out_of}")
    if stars is not None and not row.text("star_scale"):
        row.problem("star_scale", "is missing though stars are given")
    if stars is not None and out_of is not None and stars > out_of:
        row.problem("stars", f"{stars} stars exceed their scale of {out_of}")
    return stars, out_of


def _act(row: Row) -> dict[str, Any]:
    """Return date, precision, number, note and level of the act, as far as they are stated."""
    year = row.whole("recognised_year", FIRST_YEAR, clock.today().year)
    text = row.text("decision", limit=250)
    number = NUMBER_AT_END.match(text)
    is_number = bool(number and DECISION_NUMBER.match(number[1]))
    day = _stated_day(text, year)
    return {
        "issued_on": day or (date(year, 1, 1) if year else None),
        "precision": "day" if day or not year else "year",
        "decision_number": number[1] if number and is_number else "",
        "decision_note": "" if is_number else text,
        "level": next((level for pattern, level in LEVELS if pattern.search(text)), ""),
    }


def _stated_day(text: str, year: int | None) -> date | None:
    """Return the day of “national council of 16 January 2025”, when it agrees with the year of recognition."""
    match = DATED_ACT.search(text)
    if match is None:
        return None
    try:
        day = datetime.strptime(match[1], "%d %B %Y").date()
    except ValueError:
        return None
    return day if day.year == year and day <= clock.today() else None
