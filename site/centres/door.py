"""The door of a centre at a moment: its hours, unless a closure or the dates of a fair keep it shut."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from centres.hours import CLOSING_SOON, FAR_AHEAD, Kind, State, changes_at, state
from centres.models import Centre
from core import clock, freshness
from places.closures import Closure, closure_on

DAYS = 3  # how far ahead the changes reach: a kept feed still knows the day after tomorrow; more would cost weight

Changes = list[list[str]]


@dataclass(frozen=True)
class Door(State):
    """What a visitor meets now, and why a door is shut that the hours alone would open.

    `closure` keeps it shut today; `fair` has the first and last day of a fair that is not on today.
    """

    closure: Closure | None = None
    fair: tuple[date, date] | None = None


def local_now(centre: Centre) -> datetime:
    """Return the present instant in the centre's own zone; what is shown by it holds for the day there at most."""
    clock.today(centre.zone)
    return clock.now().astimezone(ZoneInfo(centre.zone))


def in_use(centre: Centre, today: date) -> bool:
    """Tell whether neither a closure nor the dates of a fair keep the centre shut; see `with_hours` for many."""
    return closure_on(centre, today) is None and fair_without(centre, today) is None


def fair_without(centre: Centre, today: date) -> tuple[date, date] | None:
    """Return the first and last day of a fair that is not on today; None when there is none, or it is on."""
    starts, ends = centre.fair_starts_on, centre.fair_ends_on
    if starts is None or ends is None or starts <= today <= ends:
        return None
    return starts, ends


def door(centre: Centre) -> Door:
    """Return the state of the door now."""
    now = local_now(centre)
    current = state(centre.schedule, now)
    _note_changes(current, now)
    return Door(current.kind, current.until, closure_on(centre, now.date()), fair_without(centre, now.date()))


def _note_changes(current: State, now: datetime) -> None:
    """Note when the state becomes another one by itself; `local_now` has noted midnight, which changes its words."""
    if current.until is None:
        return
    open_now = current.kind in (Kind.OPEN, Kind.CLOSES_SOON)
    soon = current.until - (CLOSING_SOON if open_now else FAR_AHEAD)
    freshness.until(soon if soon > now else current.until)


def changes_of(centre: Centre) -> Changes:
    """Return `[instant, "open" | "closed" | "unknown"]` from the start of the centre's day; empty = unknown.

    The first instant is midnight, not now: the answer is the same all day, so it can be cached.
    """
    start = datetime.combine(local_now(centre).date(), time(), ZoneInfo(centre.zone))
    return [[instant(at), word] for at, word in changes_at(centre.schedule, start, DAYS)]


def instant(at: datetime) -> str:
    """Return an instant as the browser reads it."""
    return at.isoformat(timespec="minutes")
