"""The public holidays of Vietnam and Indonesia, from the `holidays` library. Pure: no Django.

opening-hours-py's own `PH` lacks Tết, Giỗ Tổ, Nyepi and Idul Fitri. Library names are in the country's own language or
in English; "(observed)", "(estimated)" and their like are told apart from the name, as is the second of two holidays.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import holidays

LANGUAGES = {"VN": "vi", "ID": "id"}
_MARK = re.compile(r" \((?P<mark>[^()]*)\)$")
_MARKS = {"observed": "observed", "estimated": "estimated"}


@dataclass(frozen=True)
class Holiday:
    """One public holiday: its name, and "observed" or "estimated" when the day itself is no sure thing."""

    name: str
    mark: str = ""


def holiday_name(country: str, day: date, language: str | None = None) -> str | None:
    """The public holiday of `day` in the country (VN, ID), in its own language; in English for any other."""
    own = LANGUAGES.get(country)
    if own is None:
        return None
    return _holidays_of(country, day.year, own if language in (None, own) else "en_US").get(day)


def holidays_on(country: str, day: date) -> tuple[Holiday, ...]:
    """The public holidays of `day` by their English names; none when it is an ordinary day."""
    names = holiday_name(country, day, "en")
    return tuple(_parsed(part) for part in names.split("; ")) if names else ()


def _parsed(text: str) -> Holiday:
    found = _MARK.search(text)
    if found is None:
        return Holiday(text)
    name = text[: found.start()]
    return Holiday(name, _MARKS.get(found["mark"], ""))


@lru_cache(maxsize=64)
def _holidays_of(country: str, year: int, language: str) -> holidays.HolidayBase:
    return holidays.country_holidays(country, years=year, language=language, expand=False)
