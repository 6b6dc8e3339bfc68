"""The programmes and their periods, as data; the legal base stands in each period's note."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from core.labels import Label
from demo.wanted import Link, Wanted

PROGRAMME, PERIOD, LEVEL = "products.Programme", "products.ProgrammePeriod", "products.PeriodLevel"


@dataclass(frozen=True)
class Period:
    """One period of a programme; `levels` are (stars from, stars to, who recognises)."""

    starts_on: date
    ends_on: date | None
    stars_max: int
    shown_from: int
    validity_months: int | None
    note: str
    levels: tuple[tuple[int, int, str], ...]


PROGRAMMES: dict[str, tuple[str, dict[str, str]]] = {
    "OCOP": ("VN", {
        "vi": "Chương trình Mỗi xã một sản phẩm (OCOP)",
        "en": "One Commune One Product Programme (OCOP)",
        "id": "Program Satu Komune Satu Produk (OCOP)",
    }),
    "OVOP": ("ID", {
        "vi": "Mỗi làng một sản phẩm (OVOP)",
        "en": "One Village One Product (OVOP)",
        "id": "Satu Desa Satu Produk (OVOP)",
    }),
}  # fmt: skip

PERIODS: dict[str, tuple[Period, ...]] = {
    "OCOP": (
        Period(date(2018, 5, 7), date(2023, 2, 23), 5, 3, 36, "Decisions 490/QĐ-TTg (2018) and 1048/QĐ-TTg (2019)",
               ((3, 4, "province"), (5, 5, "national"))),
        Period(date(2023, 2, 24), date(2025, 7, 5), 5, 3, 36, "Decision 148/QĐ-TTg (2023)",
               ((3, 3, "district"), (4, 4, "province"), (5, 5, "national"))),
        Period(date(2025, 7, 6), None, 5, 3, 36, "Decision 1489/QĐ-TTg (2025), for the two-tier local government",
               ((3, 4, "province"), (5, 5, "national"))),
    ),
    "OVOP": (
        Period(date(2013, 1, 1), date(2021, 12, 31), 5, 1, None,
               "Regulation 98/IKM/PER/9/2013; awards of 2013, 2015 and 2018 out of five", ((1, 5, "national"),)),
        Period(date(2022, 1, 1), None, 3, 1, None,
               "Permenperin 14/2021; awards of 2022 and 2024 out of three", ((1, 3, "national"),)),
    ),
}  # fmt: skip


def scales(programme: str) -> set[int]:
    """Return every star scale the programme has had."""
    return {period.stars_max for period in PERIODS.get(programme, ())}


def programmes() -> list[Wanted]:
    """Return the programmes."""
    return [
        Wanted(key, {"key": key.lower(), "short_name": key, "name": Label(names), "country_code": country})
        for key, (country, names) in PROGRAMMES.items()
    ]


def periods() -> list[Wanted]:
    """Return the periods of all programmes."""
    return [
        Wanted(f"{key}/{period.starts_on}", {
            "programme": Link(PROGRAMME, key), "starts_on": period.starts_on, "ends_on": period.ends_on,
            "stars_max": period.stars_max, "shown_from": period.shown_from,
            "validity_months": period.validity_months, "note": period.note,
        })
        for key, period in _all()
    ]  # fmt: skip


def levels() -> list[Wanted]:
    """Return who recognises how many stars, period by period."""
    return [
        Wanted(f"{key}/{period.starts_on}/{stars_from}", {
            "period": Link(PERIOD, f"{key}/{period.starts_on}"),
            "stars_from": stars_from, "stars_to": stars_to, "level": level,
        })
        for key, period in _all() for stars_from, stars_to, level in period.levels
    ]  # fmt: skip


def _all() -> Iterable[tuple[str, Period]]:
    return ((key, period) for key, periods in PERIODS.items() for period in periods)
