"""Writing schedules in tests the short way, and the schedules that the cases name."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from centres.hours import Period, Schedule, Shut, SpecialDay

HANOI, JAKARTA, MAKASSAR, JAYAPURA = "Asia/Ho_Chi_Minh", "Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"
MON, TUE, WED, THU, FRI, SAT, SUN = range(7)
ALL = frozenset(range(7))
KINDS = (Period, SpecialDay, Shut)


def hm(text: str) -> time:
    return time.fromisoformat(text)


def on(text: str) -> date:
    return date.fromisoformat(text)


def per(opens, closes, days=ALL, months=(), starts=None, ends=None):
    edges = [on(edge) if edge else None for edge in (starts, ends)]
    return Period(frozenset(days), hm(opens), hm(closes), frozenset(months), *edges)


def shut(day):
    return SpecialDay(on(day), True)


def special(day, opens, closes):
    return SpecialDay(on(day), False, hm(opens), hm(closes))


def away(starts, ends=None):
    return Shut(on(starts), on(ends) if ends else None)


def plan(*rows, zone=HANOI, country="VN"):
    periods, special_days, shut = (tuple(row for row in rows if isinstance(row, kind)) for kind in KINDS)
    return Schedule(periods, special_days, zone, country, shut)


def at(text: str, zone: str = HANOI) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))


OFFICE = plan(per("08:00", "17:30", range(5)), per("08:00", "18:00", (SAT, SUN)))
LUNCH = plan(per("08:00", "11:30", range(5)), per("13:30", "17:00", range(5)))
NIGHT = plan(per("20:00", "02:00", (FRI, SAT)))
# Tết Bính Ngọ: New Year's Eve Monday 16, first day Tuesday 17 February 2026.
TET = plan(
    per("08:00", "17:00"),
    special("2026-02-16", "08:00", "11:00"),
    *(shut(f"2026-02-{day}") for day in (17, 18, 19)),
    special("2026-02-20", "09:00", "12:00"),
    special("2026-02-20", "14:00", "16:00"),
)
NIGHT_TET = plan(per("20:00", "02:00"), shut("2026-02-17"))
LATE_SPECIAL = plan(per("08:00", "12:00"), special("2026-02-17", "20:00", "03:00"))
OVERLAP = plan(per("08:00", "12:00"), per("11:00", "15:00"), per("15:00", "17:00"), per("16:00", "16:30"))
WINTER = plan(per("09:00", "16:00", months=(11, 12, 1, 2)))
WINTER_NIGHT = plan(per("22:00", "01:00", months=(12,)))
DATED = plan(per("08:00", "12:00", starts="2026-12-30", ends="2027-01-02"))
DATED_MONTHS = plan(per("08:00", "12:00", months=(1, 12), starts="2025-12-20", ends="2028-01-10"))
FROM_MONTHS = plan(per("08:00", "12:00", months=(1, 12), starts="2026-12-20"))
TO_MONTHS = plan(per("08:00", "12:00", months=(1, 12), ends="2027-01-10"))
NON_STOP = plan(per("00:00", "00:00"))
NON_STOP_8 = plan(per("08:00", "08:00"))
UNKNOWN = plan()
ONLY_SPECIAL = plan(shut("2026-02-17"), special("2026-02-18", "20:00", "02:00"))
ALL_PAST = plan(per("08:00", "12:00", ends="2025-12-31"))
EMPTY_SEASON = plan(per("08:00", "12:00", months=(3,), starts="2026-06-01", ends="2026-07-31"))
