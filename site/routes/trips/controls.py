"""What a reader can change of one stop: must-see, stay, what to try, its day, its place in the order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from places.experiences import experience_row
from routes.measures import duration_words
from routes.stays import default_stay
from routes.trips.edits import ANYWHERE, HERE, USUAL
from routes.trips.framing import chosen_experience, experiences_of
from routes.trips.plan import STAYS, Keep, PlanStop
from routes.trips.trip import Trip


@dataclass(frozen=True)
class Choice:
    """One option of a field."""

    value: str
    words: str
    chosen: bool = False


@dataclass(frozen=True)
class Offer:
    """Something to try at a stop: what the field takes for it, and its row of layout/experiences.html."""

    value: str
    chosen: bool
    row: dict[str, Any]


@dataclass(frozen=True)
class Controls:
    """The fields of one stop. `earlier` and `later`: whether it can be moved so."""

    code: str
    must_see: bool
    stays: tuple[Choice, ...]
    offers: tuple[Offer, ...]
    keeps: tuple[Choice, ...]
    earlier: bool = False
    later: bool = False


def controls_of(trip: Trip, code: str, day: int | None = None, index: int = 0, last: bool = False) -> Controls:
    """Return the fields of a stop at its place in the plan, counted from 0; `day` None: it is left out."""
    place = trip.places[code]
    stop = next(stop for stop in trip.plan.stops if stop.code == code)
    tried = chosen_experience(stop, place)
    offers = tuple(Offer(f"x{number}", one == tried, experience_row(one)) for number, one in experiences_of(place))
    return Controls(
        code=code,
        must_see=stop.must_see,
        stays=tuple(_stays(stop, place, tried)),
        offers=offers,
        keeps=tuple(_keeps(trip, stop, day, index)),
        earlier=day is not None and (day, index) != (0, 0),
        later=day is not None and not (last and day == trip.plan.days - 1),
    )


def _stays(stop: PlanStop, place: Any, tried: Any) -> Iterator[Choice]:
    """Yield the usual stay, what can be tried, and other lengths."""
    usual = tried is None and stop.stay is None
    yield Choice(USUAL, _("as usual: %(time)s") % {"time": duration_words(default_stay(place))}, usual)
    for number, one in experiences_of(place):
        words = {"name": str(one.name), "time": duration_words(one.minutes) if one.minutes else ""}
        text = _("Try it: %(name)s, %(time)s") if one.minutes else _("Try it: %(name)s")
        yield Choice(f"x{number}", text % words, one == tried)
    for minutes in STAYS:
        yield Choice(str(minutes), duration_words(minutes), tried is None and stop.stay == minutes)


def _keeps(trip: Trip, stop: PlanStop, day: int | None, index: int) -> Iterator[Choice]:
    """Yield where a stop may go: in one's own order the days, else what the planner must leave as it is."""
    own, keep = trip.plan.own_order, stop.keep
    kept_on = next(number for number, _position, one in trip.plan.located() if one.code == stop.code)
    if not own:
        yield Choice(ANYWHERE, _("wherever it fits best"), keep is Keep.FREE)
    if trip.plan.days > 1:
        for number in range(trip.plan.days):
            chosen = number == (day if own else kept_on if keep is Keep.DAY else None)
            yield Choice(str(number + 1), _("day %(n)s") % {"n": number + 1}, chosen)
    if not own and (day is not None or keep is Keep.PLACE):
        yield Choice(HERE, _("exactly at this place"), keep is Keep.PLACE)
