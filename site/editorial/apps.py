"""The app's configuration."""

from __future__ import annotations

from django.apps import AppConfig


class EditorialConfig(AppConfig):
    """See ARCHITECTURE in docs/ for the app's place among the layers."""

    name = "editorial"
