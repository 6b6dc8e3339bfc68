"""How long a visit usually lasts, where nobody said: our assumption, to be changed stop by stop.

A village is walked through, with a workshop or two; a museum takes longer than a shop; a sales point lies on the way.
"""

from __future__ import annotations

from typing import Any

from routes.models import RouteStop

VILLAGE = 90
OTHER = 45
MINUTES = {
    "experience_centre": 60,
    "sales_point": 30,
    "showroom": 45,
    "workshop": 60,
    "museum": 75,
    "market": 60,
    "fair_stand": 30,
}


def default_stay(place: Any) -> int:
    """The usual stay at a village, or at a centre of its kind, in minutes."""
    kind = getattr(place, "kind", None)
    return VILLAGE if kind is None else MINUTES.get(kind, OTHER)


def stay_of(stop: RouteStop) -> int:
    """Return the minutes at a stop of a route: what its record says, else the usual ones."""
    return stop.stay_minutes or default_stay(stop.place)
