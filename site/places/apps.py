"""The app's configuration."""

from __future__ import annotations

from django.apps import AppConfig


class PlacesConfig(AppConfig):
    """See ARCHITECTURE in docs/ for the app's place among the layers."""

    name = "places"
