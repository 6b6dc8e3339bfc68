"""Centres with opening hours, stock and experiences; their pages and the map of outlets."""

from __future__ import annotations

from centres.models.offers import Experience, Stock
from centres.models.opening import OpeningPeriod, SpecialDay
from centres.models.pages import CentreIndexPage, CentrePage, MapPage
from centres.models.records import Centre
from centres.models.truth import DoorCount

__all__ = [
    "Centre",
    "CentreIndexPage",
    "CentrePage",
    "DoorCount",
    "Experience",
    "MapPage",
    "OpeningPeriod",
    "SpecialDay",
    "Stock",
]
