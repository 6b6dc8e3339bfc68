"""The words that names and texts are composed from: the tables of `words/`. Pure: no Django."""

from __future__ import annotations

import csv
import random
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parent / "words"
LANGUAGES = ("vi", "en", "id")
Texts = dict[str, str]


@dataclass(frozen=True)
class Kind:
    """A kind of product: its group, the trade that makes it, its craft, and the regions it comes from."""

    group: str
    trade: str
    craft: str
    regions: str
    local: str
    en: str


def _rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def kinds(group: str, region: str = "", trade: str = "") -> list[Kind]:
    """Return the kinds of a group that a region makes, of one trade if told; all of the group when none fits."""
    of_group = [kind for kind in all_kinds() if kind.group == group]
    of_trade = [kind for kind in of_group if kind.trade == trade] or of_group
    return [kind for kind in of_trade if region in kind.regions] or of_trade


@cache
def crafted_kinds(groups: tuple[str, ...], region: str = "") -> list[Kind]:
    """Return the kinds that come from a craft, in these groups, of a region if there are any."""
    found = [kind for kind in all_kinds() if kind.group in groups and kind.craft]
    return [kind for kind in found if region in kind.regions] or found


@cache
def all_kinds() -> list[Kind]:
    """Return every kind of product."""
    return [Kind(**row) for row in _rows("kinds")]


@cache
def qualifiers(kind: Kind) -> list[tuple[str, str]]:
    """Return what may stand behind a kind, by its group and its trade, in its own language and in English."""
    rows = _rows("qualifiers")
    return [(row["local"], row["en"]) for row in rows if row["of"] in (kind.group, kind.trade)] or [("", "")]


@cache
def names(kind: str, country: str) -> list[str]:
    """Return the patterns or parts of a kind of name in a country; parts of communes stand separated by blanks."""
    found = next(row["local"] for row in _rows("names") if (row["kind"], row["country"]) == (kind, country))
    return found.split(" " if kind.startswith("commune") else ";")


@cache
def sentences(kind: str) -> list[Texts]:
    """Return the sentences of a kind, each in every language."""
    return [{code: row[code] for code in LANGUAGES} for row in _rows("sentences") if row["kind"] == kind]


@cache
def headings(kind: str) -> list[Texts]:
    """Return the headings and titles of a kind, each in every language."""
    return [{code: row[code] for code in LANGUAGES} for row in _rows("headings") if row["kind"] == kind]


def commune(country: str, chance: random.Random) -> str:
    """Compose the name of a commune from parts that real ones are made of."""
    first, second = (chance.choice(names(f"commune_{part}", country)) for part in ("first", "second"))
    if country == "ID":
        return first + second
    return f"{first} {second}" if first != second else f"{first} Phú"


def capitalised(text: str) -> str:
    """Return the text with its first letter as a capital, the others as they are."""
    return text[:1].upper() + text[1:]
