"""Crafts in the read API."""

from __future__ import annotations

from typing import Any, ClassVar

from core.api import RecordAPIViewSet
from core.api_fields import Json, RecordSerializer, Value
from core.labels import Label
from crafts.filters import CraftFilters
from crafts.models import Craft


def steps(craft: Craft, view: Any) -> list[dict[str, Json]]:
    """Return the production steps in order."""
    return [
        {
            **{name: dict(Label(getattr(step, name)).data) for name in ("title", "text", "duration", "tool")},
            "source": step.source,
            "confidence": step.confidence,
        }
        for step in craft.steps.all()
    ]


class CraftSerializer(RecordSerializer):
    """A craft as JSON."""

    country = Value(lambda craft, view: craft.country)
    months = Value(lambda craft, view: craft.month_numbers)
    steps = Value(steps)


class CraftAPIViewSet(RecordAPIViewSet):
    """Crafts; the steps stand in the detail."""

    model = Craft
    name = "crafts"
    base_serializer_class = CraftSerializer
    filter_form = CraftFilters
    summary: ClassVar[list[str]] = ["family", "country", "months"]
    details: ClassVar[list[str]] = ["steps"]
