"""Means of transport: stored as plain keys, shown in the reader's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

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
