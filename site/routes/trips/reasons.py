"""Why a stop is left out: whole sentences with both times."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from routes.clashes import closed_words
from routes.measures import duration_words
from routes.planner.problem import Closed, ClosedBy, Problem
from routes.planner.schedule import LeftOut, Reason
from routes.wording import clock_of, day_words


def reason_words(left: LeftOut, problem: Problem, names: Mapping[str, str], zone: str) -> str:
    """Say why a stop is not in the plan. `names` are those of all stops by key, `zone` is its own."""
    words = _WORDS[left.reason](left, problem, names, zone)
    if left.for_must_sees:
        words = _("%(reason)s Only stops that you must see take its time.") % {"reason": words}
    return words


def _closed(left: LeftOut, problem: Problem, names: Mapping[str, str], zone: str) -> str:
    if not left.closed:
        return _("It does not open on the days of this plan.")
    days: dict[Closed, list[date]] = {}
    for day, closed in left.closed:
        days.setdefault(closed, []).append(problem.days[day].date)
    return " ".join(_closed_on(closed, dates) for closed, dates in days.items())


def _closed_on(closed: Closed, dates: Sequence[date]) -> str:
    words = {"days": "; ".join(day_words(day) for day in dates)}
    if closed.by is ClosedBy.SPECIAL_DAY:
        return _("Closed as an exception: %(days)s.") % words
    if closed.by is ClosedBy.HOURS:
        return _("Closed: %(days)s.") % words
    return closed_words(closed)


def _stay_too_long(left: LeftOut, problem: Problem, names: Mapping[str, str], zone: str) -> str:
    words = {"open": duration_words(left.at or 0), "stay": duration_words(left.limit or 0)}
    return _("It is never open long enough: %(open)s at most, and your stay takes %(stay)s.") % words


def _closes_first(left: LeftOut, problem: Problem, names: Mapping[str, str], zone: str) -> str:
    return _("However early you set out, it would be %(at)s, and it closes at %(limit)s (%(day)s).") % _times(
        left, problem, zone
    )


def _day_too_short(left: LeftOut, problem: Problem, names: Mapping[str, str], zone: str) -> str:
    return _("Even with nothing else, the day would last until %(at)s; you wanted it to end by %(limit)s.") % _times(
        left, problem, problem.zone
    )


def _place_taken(left: LeftOut, problem: Problem, names: Mapping[str, str], zone: str) -> str:
    position = (left.limit or 0) + 1
    return ngettext(
        "It is kept at place %(n)s of its day, but so many stops can’t be reached.",
        "It is kept at place %(n)s of its day, but so many stops can’t be reached.",
        position,
    ) % {"n": position}


def _closes_before_its_turn(left: LeftOut, problem: Problem, names: Mapping[str, str], zone: str) -> str:
    return _("Beside the other stops it would be %(at)s, and it closes at %(limit)s (%(day)s).") % _times(
        left, problem, zone
    )


def _another_closes(left: LeftOut, problem: Problem, names: Mapping[str, str], zone: str) -> str:
    words = {**_times(left, problem, problem.zone), "other": names.get(left.other or "", left.other or "")}
    return _("With it, %(other)s would be missed: it would be %(at)s there, and it closes at %(limit)s.") % words


def _no_time_left(left: LeftOut, problem: Problem, names: Mapping[str, str], zone: str) -> str:
    return _("With it, the day would last until %(at)s; you wanted it to end by %(limit)s.") % _times(
        left, problem, problem.zone
    )


def _no_lunch_left(left: LeftOut, problem: Problem, names: Mapping[str, str], zone: str) -> str:
    assert problem.lunch is not None
    clock = clock_of(problem, left.day or 0, problem.zone)
    words = {"from": clock(problem.lunch.earliest), "until": clock(problem.lunch.latest)}
    return _("With it, there would be no time for lunch between %(from)s and %(until)s.") % words


def _not_chosen(left: LeftOut, problem: Problem, names: Mapping[str, str], zone: str) -> str:
    return _("There is time for it alone, but the stops chosen instead make more of the days.")


def _times(left: LeftOut, problem: Problem, zone: str) -> dict[str, str]:
    """Return both times in words, and the day."""
    day = left.day or 0
    clock = clock_of(problem, day, zone)
    return {
        "at": "" if left.at is None else clock(left.at),
        "limit": "" if left.limit is None else clock(left.limit),
        "day": day_words(problem.days[day].date),
    }


_WORDS: dict[Reason, Callable[[LeftOut, Problem, Mapping[str, str], str], str]] = {
    Reason.CLOSED: _closed,
    Reason.STAY_TOO_LONG: _stay_too_long,
    Reason.CLOSES_FIRST: _closes_first,
    Reason.DAY_TOO_SHORT: _day_too_short,
    Reason.PLACE_TAKEN: _place_taken,
    Reason.CLOSES_BEFORE_ITS_TURN: _closes_before_its_turn,
    Reason.ANOTHER_CLOSES: _another_closes,
    Reason.NO_TIME_LEFT: _no_time_left,
    Reason.NO_LUNCH_LEFT: _no_lunch_left,
    Reason.NOT_CHOSEN: _not_chosen,
}
