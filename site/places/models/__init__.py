"""Provinces, villages, events, notices; the pages of villages."""

from __future__ import annotations

from places.models.events import Event, EventDate, Notice
from places.models.pages import EventIndexPage, VillageIndexPage, VillagePage
from places.models.provinces import Province, ProvinceAlias, Region
from places.models.records import ModelDestination, StepFreeAccess, Village

__all__ = [
    "Event",
    "EventDate",
    "EventIndexPage",
    "ModelDestination",
    "Notice",
    "Province",
    "ProvinceAlias",
    "Region",
    "StepFreeAccess",
    "Village",
    "VillageIndexPage",
    "VillagePage",
]
