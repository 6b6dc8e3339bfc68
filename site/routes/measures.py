"""Times and ways of a journey in words. What nobody has measured is rounded, and said to be about so much."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from places.near_filters import distance_text
from routes.itinerary import Leg

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
    """Say a leg: “about 25 min · 14 km by motorbike (estimate)”; of an unknown one only how one travels."""
    if not leg.known:
        return _("%(mode)s, time not known") % {"mode": mode_words}
    if leg.metres < SAME_PLACE:
        return _("in the same place")
    words = {"time": duration_words(leg.minutes), "distance": distance_text(leg.metres), "mode": mode_words}
    if not leg.estimated:
        return _("%(time)s · %(distance)s %(mode)s") % words
    words["time"] = duration_words(rounded(leg.minutes))
    return _("about %(time)s · %(distance)s %(mode)s (estimate)") % words
