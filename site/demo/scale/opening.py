"""Opening hours of generated centres, in the shapes that real ones publish. Pure: no Django."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date, time, timedelta

DAILY, WEEKDAYS, WEEKEND_NIGHTS = 0b1111111, 0b0011111, 0b1110000
MONDAY_TO_SATURDAY, NOT_MONDAY = 0b0111111, 0b1111110
SUMMER = sum(1 << month for month in range(4, 10))
WINTER = sum(1 << month for month in (1, 2, 3, 10, 11, 12))
TET = (date(2026, 2, 17), date(2027, 2, 6), date(2028, 1, 26), date(2029, 2, 13), date(2030, 2, 3), date(2031, 1, 23))
TET_YEARS, TET_DAYS = 2, range(-1, 3)  # New Year's Eve to the third day
TET_SHARE = 0.4


@dataclass(frozen=True)
class Interval:
    """One interval on some weekdays; months as a mask, 0 for all year."""

    weekdays: int
    opens: time
    closes: time
    months: int = 0


@dataclass(frozen=True)
class Day:
    """A day that departs from the intervals; no hours: closed."""

    day: date
    opens: time | None = None
    closes: time | None = None


@dataclass(frozen=True)
class Hours:
    """The hours of a centre; no intervals: not known."""

    published: str = ""
    intervals: tuple[Interval, ...] = ()
    days: list[Day] = field(default_factory=list)


def _between(weekdays: int, opens: str, closes: str, months: int = 0) -> Interval:
    return Interval(weekdays, time.fromisoformat(opens), time.fromisoformat(closes), months)


UNKNOWN = Hours()
NIGHT = Hours("Fri–Sun 18:00–01:00", (_between(WEEKEND_NIGHTS, "18:00", "01:00"),))
MORNING = Hours("daily 05:00–12:00", (_between(DAILY, "05:00", "12:00"),))
SHAPES: tuple[tuple[int, Hours], ...] = (
    (20, UNKNOWN),
    (18, Hours("daily 08:00–17:30", (_between(DAILY, "08:00", "17:30"),))),
    (8, Hours("daily 08:00–21:00", (_between(DAILY, "08:00", "21:00"),))),
    (16, Hours(
        "Mon–Sat 07:30–11:30, 13:30–17:00",
        (_between(MONDAY_TO_SATURDAY, "07:30", "11:30"), _between(MONDAY_TO_SATURDAY, "13:30", "17:00")),
    )),
    (12, Hours("Mon–Fri 08:00–17:00", (_between(WEEKDAYS, "08:00", "17:00"),))),
    (12, Hours("Tue–Sun 08:30–17:00", (_between(NOT_MONDAY, "08:30", "17:00"),))),
    (8, Hours(
        "April–September 07:00–18:00, October–March 07:30–17:00",
        (_between(DAILY, "07:00", "18:00", SUMMER), _between(DAILY, "07:30", "17:00", WINTER)),
    )),
    (4, NIGHT),
    (2, MORNING),
)  # fmt: skip


def hours(kind: str, today: date, dice: random.Random) -> Hours:
    """Return hours that suit a kind of centre; two of five that have any say what they do at Tết."""
    if kind == "market":
        shape = dice.choice((NIGHT, MORNING, UNKNOWN))
    else:
        shape = dice.choices([shape for _weight, shape in SHAPES], [weight for weight, _shape in SHAPES])[0]
    if not shape.intervals or dice.random() >= TET_SHARE:
        return shape
    return Hours(shape.published, shape.intervals, _tet(today, dice))


def _tet(today: date, dice: random.Random) -> list[Day]:
    """Closed from New Year's Eve to the third day; some open for a few hours on the third."""
    short = dice.random() < 0.3
    days = []
    for first in [day for day in TET if day >= today][:TET_YEARS]:
        days += [Day(first + timedelta(days=offset)) for offset in TET_DAYS]
        if short:
            days[-1] = Day(days[-1].day, time(9), time(15))
    return days
