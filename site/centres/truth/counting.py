"""Adding a visitor's answer to the day of a centre."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from centres.models import Centre, DoorCount
from core import clock, tallies

DAYS = 7  # today and the six days before it, by the centre's own calendar: older answers change nothing


class Answer(StrEnum):
    """What a visitor found; the names of the columns of `DoorCount`."""

    OPEN = "open"
    CLOSED = "closed"
    NOT_FOUND = "not_found"


def first_day(today: date) -> date:
    """Return the first of the days that count today."""
    return today - timedelta(days=DAYS - 1)


def day_of(centre: Centre, text: str) -> date | None:
    """Return the day that an answer is about (ISO 8601; empty: today there); None when it doesn't count.

    A day counts within the last week, and until tomorrow nobody can have been there tomorrow.
    """
    today = clock.today(centre.zone)
    if not text:
        return today
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if first_day(today) <= day <= today else None


def add_one(centre: Centre, day: date, answer: Answer) -> None:
    """Add one to the day's row."""
    tallies.add_one(DoorCount, answer.value, centre=centre, day=day)
