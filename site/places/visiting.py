"""Conditions of what a visitor looks for at a place: something to try, a route that stops there, a way in.

The columns named by the caller hold keys of villages and centres; what is there comes from relations of higher apps.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.models import Q, QuerySet

from core.facets import Link
from core.fields import YesNoUnknown
from places.models import Village

Links = Callable[[], list[Link]]


def experience_at(village: str = "", centre: str = "") -> Links:
    """Return the links to what there is to try at the village or the centre."""
    return lambda: _at(_rows("experiences").filter(live=True), village, centre)


def on_route(village: str = "", centre: str = "") -> Links:
    """Return the links to the stops of live routes at the village or the centre."""
    return lambda: _at(_rows("route_stops").filter(route__live=True), village, centre)


def accessible() -> Q:
    """Return the condition that the entrance is known to be step-free."""
    return Q(step_free_entrance=YesNoUnknown.YES)


def model_destination() -> Q:
    """Return the condition that the place is one of the programme's model destinations."""
    return Q(is_model_destination=True)


def _rows(relation: str) -> QuerySet[Any]:
    """Return the rows of a higher app that point at a village or a centre."""
    model: Any = Village._meta.get_field(relation).related_model
    return model._default_manager.order_by()


def _at(rows: QuerySet[Any], village: str, centre: str) -> list[Link]:
    columns = {"village_id": village, "centre_id": centre}
    return [Link(column, rows, theirs) for theirs, column in columns.items() if column]
