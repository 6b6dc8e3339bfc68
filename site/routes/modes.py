"""Means of transport: stored as plain keys, shown in the reader's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from routes.travel.estimate import Mode

if TYPE_CHECKING:
    from routes.models import Route

MODES = {
    "walk": _("on foot"),
    "bicycle": _("by bicycle"),
    "motorbike": _("by motorbike"),
    "scooter": _("by scooter"),
    "car": _("by car"),
    "coach": _("by coach"),
    "bus": _("by bus"),
    "boat": _("by boat"),
    "train": _("by train"),
}


def mode_words(route: Route) -> str:
    """Say the route's means of transport; unknown keys are shown as stored."""
    return ", ".join(str(MODES.get(mode, mode)) for mode in route.mode_list)


ESTIMATED_AS = {
    "walk": Mode.WALK,
    "bicycle": Mode.BICYCLE,
    "motorbike": Mode.MOTORBIKE,
    "scooter": Mode.MOTORBIKE,
    "car": Mode.CAR,
    "coach": Mode.BUS,
    "bus": Mode.BUS,
}
MODE_OF_NO_STATEMENT = Mode.MOTORBIKE  # as plans are made


def usual_mode(route: Route) -> Mode | None:
    """Return the first of the route's means of transport that we can estimate; None when there is none (a boat)."""
    stated = route.mode_list
    known = (ESTIMATED_AS[mode] for mode in stated if mode in ESTIMATED_AS)
    return next(known, None if stated else MODE_OF_NO_STATEMENT)


def is_partly_unknown(route: Route) -> bool:
    """Tell whether part of the way is travelled by means whose times nobody can estimate."""
    return any(mode not in ESTIMATED_AS for mode in route.mode_list)
