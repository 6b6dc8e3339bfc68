"""Routes, their stops and their pages."""

from __future__ import annotations

from routes.models.pages import RouteIndexPage, RoutePage
from routes.models.records import Route, RouteStop

__all__ = ["Route", "RouteIndexPage", "RoutePage", "RouteStop"]
