"""Times and ways of a journey in words. What nobody has measured is rounded, and said to be about so much."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from places.near_filters import distance_text
from routes.itinerary import Leg
from routes.totals import Totals

HOUR = 60
EXACT_UP_TO = 10  # minutes: above, an estimate is told in fives
SAME_PLACE = 50  # metres


def duration_words(minutes: int) -> str:
    """Say whole minutes: 25 min, 2 h, 1 h 25 min."""
    hours, rest = divmod(minutes, HOUR)
    if not hours:
        return ngettext("%(n)s min", "%(n)s min", rest) % {"n": rest}
    if not rest:
        return ngettext("%(n)s h", "%(n)s h", hours) % {"n": hours}
    return _("%(hours)s h %(minutes)s min") % {"hours": hours, "minutes": rest}


def rounded(minutes: int) -> int:
    """Return an estimate no finer than it is: in fives above ten minutes, in quarters above two hours, rounded up."""
    step = 1 if minutes <= EXACT_UP_TO else 5 if minutes <= 2 * HOUR else 15
    return -(-minutes // step) * step


def about(minutes: int) -> str:
    """Say a time that is only an estimate."""
    return _("about %(time)s") % {"time": duration_words(rounded(minutes))}


def leg_words(leg: Leg, mode_words: str) -> str:
    """Say a leg: “about 25 min · 14 km by motorbike (estimate)”; of an unknown one only how one travels.

    A drawn one says what it was measured along: “about 25 min · 14 km by motorbike, along the drawn line”.
    """
    if not leg.known:
        return _("%(mode)s, time not known") % {"mode": mode_words}
    if leg.metres < SAME_PLACE:
        return _("in the same place")
    words = {"time": duration_words(leg.minutes), "distance": distance_text(leg.metres), "mode": mode_words}
    if leg.drawn:
        words |= {"time": about(leg.minutes), "mode": _("%(mode)s, along the drawn line") % words}
        return _("%(time)s · %(distance)s %(mode)s") % words
    if not leg.estimated:
        return _("%(time)s · %(distance)s %(mode)s") % words
    words["time"] = duration_words(rounded(leg.minutes))
    return _("about %(time)s · %(distance)s %(mode)s (estimate)") % words


def distance_words(sums: Totals) -> str:
    """Say how far a journey is; nothing when that isn't known at all."""
    return _("about %(distance)s") % {"distance": distance_text(sums.metres)} if sums.metres else ""


def basis_words(sums: Totals, mode_words: str) -> str:
    """Say how one travels, and what distance and time of a journey are worth: the same words wherever they stand."""
    if sums.drawn:
        return _("%(mode)s, along the drawn line") % {"mode": mode_words}
    if not sums.metres:
        return mode_words
    if sums.unknown_legs:
        return _("%(mode)s, without the ways that are not known") % {"mode": mode_words}
    return _("%(mode)s, an estimate") % {"mode": mode_words} if sums.estimated else mode_words


def total_words(sums: Totals) -> str:
    """Say what a journey comes to: “14 km; about 25 min on the way and 3 h at the stops”."""
    words = {
        "distance": distance_text(sums.metres),
        "travel": about(sums.travel_minutes),
        "stays": duration_words(sums.stay_minutes),
    }
    return _("%(distance)s; %(travel)s on the way and %(stays)s at the stops") % words
