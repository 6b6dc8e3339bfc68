"""How long a visit on a route lasts: what its record says, else the usual time at such a place."""

from __future__ import annotations

from routes.models import RouteStop
from routes.trips.stays import default_stay


def stay_of(stop: RouteStop) -> int:
    """Return the minutes at a stop."""
    return stop.stay_minutes or default_stay(stop.place)
