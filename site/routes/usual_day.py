"""When one travels where nobody said: our assumptions, for routes and plans alike. Pure: no Django."""

from __future__ import annotations

from datetime import date, timedelta

from routes.planner.problem import Lunch

EARLIEST, LATEST = 8 * 60, 18 * 60  # minutes of the day
LUNCH = Lunch(11 * 60 + 30, 13 * 60 + 30, 45)  # `planner.timing` says on which days it is due
SATURDAY = 5


def next_saturday(today: date) -> date:
    """Return the first Saturday after today."""
    return today + timedelta(days=(SATURDAY - today.weekday() - 1) % 7 + 1)
