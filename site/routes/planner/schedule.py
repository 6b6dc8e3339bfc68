"""What a plan comes to: visits with their times, what was left out and why. Data only; templates find the words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from routes.planner.problem import Closed


class Clash(StrEnum):
    """What is wrong with a visit or a day of an order that somebody else has fixed."""

    CLOSED_THAT_DAY = "closed_that_day"
    ARRIVES_AFTER_CLOSING = "arrives_after_closing"
    LEAVES_AFTER_CLOSING = "leaves_after_closing"
    BACK_TOO_LATE = "back_too_late"
    NO_TIME_FOR_LUNCH = "no_time_for_lunch"


@dataclass(frozen=True)
class Conflict:
    """A clash with both its times (minutes of the day): `at` is what the plan does, `limit` what it would need."""

    kind: Clash
    at: int
    limit: int | None = None
    closed: Closed | None = None


@dataclass(frozen=True)
class Visit:
    """One stop on one day, in minutes of that day. `wait` is idle time before `start`, without a lunch taken there."""

    key: str
    arrive: int
    wait: int
    start: int
    leave: int
    hours_known: bool
    conflicts: tuple[Conflict, ...] = ()


@dataclass(frozen=True)
class DayPlan:
    """One day. A day without visits has no times: `departs` and `ends` are then its earliest minute."""

    day: int
    visits: tuple[Visit, ...]
    departs: int
    ends: int
    lunch: tuple[int, int] | None = None
    lunch_after: int | None = None  # visits before lunch; None without lunch
    lunch_on_arrival: bool = False  # at the next stop, before its visit, rather than before setting out
    travel_minutes: int = 0
    waiting_minutes: int = 0
    legs: tuple[
        int, ...
    ] = ()  # minutes of each leg driven: from the start (if any), between visits, to the end (if any)
    conflicts: tuple[Conflict, ...] = ()


class Reason(StrEnum):
    """Why a stop is not in the plan; which numbers of `LeftOut` come with it."""

    CLOSED = "closed"  # closed on every day it could be on: `closed` by day index
    STAY_TOO_LONG = "stay_too_long"  # no opening lasts as long as the stay: at = longest opening, limit = stay
    CLOSES_FIRST = "closes_first"  # however early one leaves: at = earliest arrival or leaving, limit = closing
    DAY_TOO_SHORT = "day_too_short"  # even alone: at = back at, limit = the day's end
    PLACE_TAKEN = "place_taken"  # its locked position is never reached: limit = position
    CLOSES_BEFORE_ITS_TURN = "closes_before_its_turn"  # beside the others: at = arrival or leaving, limit = closing
    ANOTHER_CLOSES = "another_closes"  # `other` would be missed: at = arrival or leaving there, limit = its closing
    NO_TIME_LEFT = "no_time_left"  # at = back at with it, limit = the day's end
    NO_LUNCH_LEFT = "no_lunch_left"  # lunch would find no time: limit = its latest end
    NOT_CHOSEN = "not_chosen"  # the others, taken together or kept at their places, came to more


@dataclass(frozen=True)
class LeftOut:
    """A stop that is not in the plan. `at` and `limit` are the two times (minutes of `day`) that do not meet."""

    key: str
    reason: Reason
    day: int | None = None
    at: int | None = None
    limit: int | None = None
    other: str | None = None
    closed: tuple[tuple[int, Closed], ...] = ()
    for_must_sees: bool = False  # only must-see stops took its time


@dataclass(frozen=True)
class Schedule:
    """A plan of all days, in order; each stop is either visited once or left out."""

    days: tuple[DayPlan, ...]
    left_out: tuple[LeftOut, ...]
