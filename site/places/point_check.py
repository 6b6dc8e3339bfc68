"""A point outside its province is worth a warning, and no error: the bundled outlines are rough."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _

from core.record_views import RecordCreateView, RecordEditView
from places import outlines


def outside_by(place: Any) -> float | None:
    """Return by how many metres a place's point lies outside its province; None when it doesn't, or can't be told."""
    if place.point is None or place.province is None:
        return None
    try:
        metres = outlines.distance_to_outline(place.province.country_code, place.province.official_code, *place.point)
    except KeyError:
        return None
    return metres or None


def warn_when_outside(request: HttpRequest, place: Any) -> None:
    """Tell the editor when the saved point lies outside the province."""
    metres = outside_by(place)
    if metres is None:
        return
    words = _("Saved. But the point lies %(km)s km outside %(province)s: check the point and the province.")
    messages.warning(request, words % {"km": f"{metres / 1000:.1f}", "province": place.province})


class _ChecksPoint:
    """Form views of places: the warning comes after the record is saved."""

    def save_instance(self) -> Any:
        """Save, then compare the point with the province."""
        place = super().save_instance()  # type: ignore[misc]  # of Wagtail's form views
        warn_when_outside(self.request, place)  # type: ignore[attr-defined]  # of View
        return place


class PlaceCreateView(_ChecksPoint, RecordCreateView):
    """The form of a new place."""


class PlaceEditView(_ChecksPoint, RecordEditView):
    """The form of a place."""
