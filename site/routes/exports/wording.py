"""The words that files and the booklet carry of a journey."""

from __future__ import annotations

from datetime import datetime

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from core import clock
from routes.exports.captions import Captions, StopCaption
from routes.exports.ways import Way, ways
from routes.itinerary import Day, Itinerary, Stop
from routes.measures import basis_words, distance_words, duration_words, leg_words, total_words
from routes.totals import totals
from routes.wording import day_words, time_words


def captions_of(itinerary: Itinerary, about_date: str = "") -> Captions:
    """Return the words of a journey; `about_date` says how its date came about, when nobody chose it."""
    return Captions(
        journey=tuple(line for line in (about_date, *journey_lines(itinerary)) if line),
        days={day.number: day_title(day, len(itinerary.days)) for day in itinerary.days},
        stops={stop.number: _stop_caption(day, stop, itinerary) for day in itinerary.days for stop in day.stops},
        unlocated=_unlocated(itinerary),
        more=_("More:"),
    )


def journey_lines(itinerary: Itinerary) -> list[str]:
    """Return what holds for the whole journey: who stands behind it, how one travels, how far it can be trusted."""
    known_on = date_format(clock.today(), "DATE_FORMAT")
    lines = [
        f"{itinerary.source}." if itinerary.source else "",
        _("Travel: %(mode)s") % {"mode": _travel_words(itinerary)} if itinerary.mode_words else "",
        _("Travel times are estimates from the distance.") if _is_estimated(itinerary) else "",
        *itinerary.notes,
        _("As known on %(date)s. Look at the page again before you go.") % {"date": known_on},
    ]
    return [line for line in lines if line]


def _travel_words(itinerary: Itinerary) -> str:
    """Say how one travels, how far and how long, as far as that is known, and what it is worth."""
    sums = totals(itinerary)
    told = total_words(sums) if sums.travel_minutes else distance_words(sums)
    basis = basis_words(sums, itinerary.mode_words)
    return f"{told} ({basis})" if told else basis


def day_title(day: Day, days: int) -> str:
    """Name a day by its number, when there are several, and its date, when it has one."""
    if day.date is None:
        return _("Day %(n)s") % {"n": day.number} if days > 1 else _("The stops")
    if days == 1:
        return day_words(day.date)
    return _("Day %(n)s · %(date)s") % {"n": day.number, "date": day_words(day.date)}


def span_words(begins: datetime, ends: datetime) -> str:
    """Say from when to when."""
    return _("%(begins)s–%(ends)s") % {"begins": time_words(begins), "ends": time_words(ends)}


def stay_words(stop: Stop) -> str:
    """Say how long the visit is meant to last; nothing for a stop one only passes."""
    return _("Allow %(time)s") % {"time": duration_words(stop.stay_minutes)} if stop.stay_minutes else ""


def way_words(way: Way, itinerary: Itinerary) -> str:
    """Say where a way leads and how long it takes."""
    if way.leg is None:
        return _("Next: %(place)s") % {"place": way.end.name}
    return _("Next: %(place)s, %(way)s") % {"place": way.end.name, "way": leg_words(way.leg, itinerary.mode_words)}


def way_there_words(way: Way, itinerary: Itinerary) -> str:
    """Say where a day begins and how long the way to its first stop takes."""
    if way.leg is None:
        return _("From %(place)s") % {"place": way.start.name}
    return _("From %(place)s, %(way)s") % {"place": way.start.name, "way": leg_words(way.leg, itinerary.mode_words)}


def _stop_caption(day: Day, stop: Stop, itinerary: Itinerary) -> StopCaption:
    joined = ways(day)
    before = next((way for way in joined if way.end is stop and way.start is day.start), None)
    onward = next((way for way in joined if way.start is stop), None)
    return StopCaption(
        when=_when(day, stop),
        lines=(*stop.notes, *fact_lines(stop)),
        before=way_there_words(before, itinerary) if before else "",
        onward=way_words(onward, itinerary) if onward else "",
    )


def _when(day: Day, stop: Stop) -> str:
    begins = stop.starts or stop.arrives
    if begins is None or stop.leaves is None:
        return stay_words(stop)
    span = span_words(begins, stop.leaves)
    return _("%(date)s, %(time)s") % {"date": day_words(begins.date()), "time": span}


def fact_lines(stop: Stop) -> list[str]:
    """Return hours and address. What has no hours, like a village, says nothing; unknown ones say so themselves."""
    lines = [
        _("Opening hours: %(hours)s") % {"hours": stop.hours} if stop.hours else "",
        _("Address: %(address)s") % {"address": stop.address} if stop.address else "",
    ]
    return [line for line in lines if line]


def _unlocated(itinerary: Itinerary) -> str:
    names = [f"{stop.number}. {stop.name}" for stop in itinerary.stops() if not stop.point]
    if not names:
        return ""
    return _("Not on the map, because the point is not known: %(names)s") % {"names": "; ".join(names)}


def _is_estimated(itinerary: Itinerary) -> bool:
    return any(leg.known and leg.estimated for day in itinerary.days for leg in day.legs)
