"""Which slugs a row may refer to: those of the files read now, and those that stand in the database already."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from centres.models import Centre
from core.labels import Label
from crafts.models import Craft, CraftFamily
from demo.programmes import PROGRAMMES
from demo.reading import Row, Tables
from places.models import Province, Village
from routes.models import Route

COUNTRIES = ("VN", "ID")
TRANSLATIONS = ("fact_translations", "step_translations")


@dataclass
class Known:
    """Slugs by kind, and a few facts and translations that rows of other files need."""

    provinces: set[str]
    villages: set[str]
    centres: set[str]
    crafts: set[str]
    routes: set[str]
    groups: set[tuple[str, str]]
    country_of: dict[str, str] = field(default_factory=dict)
    code_of: dict[str, str] = field(default_factory=dict)
    translations: dict[str, Label] = field(default_factory=dict)
    illustrations: dict[tuple[str, str], str] = field(default_factory=dict)

    @classmethod
    def of(cls, tables: Tables) -> Known:
        """Gather what the files and the database hold."""
        known = cls(
            provinces=_slugs(tables["provinces"]),
            villages=_slugs(tables["villages"]) | set(Village.objects.values_list("slug", flat=True)),
            centres=_slugs(tables["centres"]) | set(Centre.objects.values_list("slug", flat=True)),
            crafts=_slugs(tables["processes"], "craft_slug") | set(Craft.objects.values_list("slug", flat=True)),
            routes=_slugs(tables["routes"]) | set(Route.objects.values_list("slug", flat=True)),
            groups={(row.text("programme"), row.text("key")) for row in tables["product_group_labels"]},
            translations={text: label for name in TRANSLATIONS for text, label in _translations(tables[name])},
        )
        for slug, country, code in Province.objects.values_list("slug", "country_code", "official_code"):
            known.provinces.add(slug)
            known.country_of[slug], known.code_of[slug] = country, code
        for row in tables["provinces"]:
            known.country_of[row.text("slug")] = row.text("country")
            known.code_of[row.text("slug")] = row.text("code")
        known.illustrations = known.chosen_illustrations(tables)
        return known

    def chosen_illustrations(self, tables: Tables) -> dict[tuple[str, str], str]:
        """Return the family drawn for a record whose craft doesn't say, by kind and slug."""
        slugs = {"village": self.villages, "centre": self.centres, "product": _slugs(tables["products"])}
        chosen = {}
        for row in tables["illustrations"]:
            kind = row.choice("kind", slugs)
            slug = row.reference("slug", slugs.get(kind, set()), required=True)
            chosen[kind, slug] = row.choice("family", CraftFamily.values)
        return chosen

    def country(self, row: Row) -> str:
        """Return the country a row states, else its province's, else Vietnam."""
        stated = row.choice("country", COUNTRIES, required=False)
        return stated or self.country_of.get(row.text("province"), "VN")

    def translated(self, text: str) -> Label:
        """Return the label of an English text: English only without a translation; empty for none."""
        return self.translations.get(text, Label({"en": text}))

    def is_programme(self, key: str) -> bool:
        """Tell whether a programme exists."""
        return key in PROGRAMMES


def local(country: str) -> str:
    """Return the language of a country's local names."""
    return "id" if country == "ID" else "vi"


def _slugs(rows: list[Row], column: str = "slug") -> set[str]:
    return {row.text(column) for row in rows} - {""}


def _translations(rows: list[Row]) -> Iterator[tuple[str, Label]]:
    for row in rows:
        text = row.text("en", required=True)
        yield text, Label({"en": text, **{code: row.text(code) for code in ("vi", "id")}})
