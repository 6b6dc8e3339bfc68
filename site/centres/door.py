"""The door of a centre at a moment: its hours, unless a closure or the dates of a fair keep it shut."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from centres.hours import CLOSING_SOON, FAR_AHEAD, Kind, State, changes_at, state
from centres.models import Centre
from core import clock, freshness
from places.models import Notice

DAYS = 3  # how far ahead the changes reach: a kept feed still knows the day after tomorrow; more would cost weight

Changes = list[list[str]]


def local_now(centre: Centre) -> datetime:
    """Return the present instant in the centre's own zone; what is shown by it holds for the day there at most."""
    clock.today(centre.zone)
    return clock.now().astimezone(ZoneInfo(centre.zone))


def in_use(centre: Centre, today: date) -> bool:
    """Tell whether neither a closure nor the dates of a fair keep the centre shut; prefetch `notices` for many."""
    notices = centre.notices.all() if centre.pk else ()
    if any(notice.kind == Notice.Kind.CLOSURE and notice.holds_on(today) for notice in notices):
        return False
    starts, ends = centre.fair_starts_on, centre.fair_ends_on
    return not (starts and today < starts) and not (ends and ends < today)


def door(centre: Centre) -> State:
    """Return the state of the door now."""
    now = local_now(centre)
    if not in_use(centre, now.date()):
        return State(Kind.CLOSED)
    current = state(centre.schedule, now)
    _note_changes(current, now)
    return current


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
    now = local_now(centre)
    start = datetime.combine(now.date(), time(), ZoneInfo(centre.zone))
    if not in_use(centre, now.date()):
        return [[instant(start), "closed"]]
    return [[instant(at), word] for at, word in changes_at(centre.schedule, start, DAYS)]


def instant(at: datetime) -> str:
    """Return an instant as the browser reads it."""
    return at.isoformat(timespec="minutes")
