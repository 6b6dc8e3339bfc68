"""Registrations of the admin screens of places and crafts."""

from __future__ import annotations

from wagtail.snippets.models import register_snippet

from places.viewsets import PlacesGroup

register_snippet(PlacesGroup)
