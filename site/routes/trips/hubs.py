"""Where journeys usually begin: city centres, railway stations and airports of both countries. Pure: no Django.

Points are generally known, right to some hundred metres; a test holds each against its province's outline.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from routes.travel.estimate import Point

FILE = Path(__file__).with_name("hubs.csv")
NAMED_IN = ("vi", "en", "id")


@dataclass(frozen=True)
class Hub:
    """One hub. `kind` is "city", "station" or "airport"; `names` by language; `province` is its official code."""

    key: str
    country: str
    province: str
    kind: str
    zone: str
    point: Point
    names: dict[str, str]


@cache
def hubs() -> dict[str, Hub]:
    """All hubs by key, in the order of the file: by country and kind."""
    with FILE.open(encoding="utf-8", newline="") as lines:
        return {row["key"]: _hub(row) for row in csv.DictReader(lines)}


def _hub(row: dict[str, str]) -> Hub:
    point = (float(row["latitude"]), float(row["longitude"]))
    names = {language: row[language] for language in NAMED_IN}
    return Hub(row["key"], row["country"], row["province"], row["kind"], row["zone"], point, names)
