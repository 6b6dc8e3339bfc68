"""Registrations of the admin screens of centres and routes."""

from __future__ import annotations

from wagtail.snippets.models import register_snippet

from routes.viewsets import CentresGroup

register_snippet(CentresGroup)
