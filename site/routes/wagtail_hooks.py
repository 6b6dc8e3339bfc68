"""Registrations of the admin screens of centres and routes."""

from __future__ import annotations

from django.urls import URLPattern, path
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from routes.drawing.views import route_estimates, route_line
from routes.viewsets import CentresGroup

register_snippet(CentresGroup)


@hooks.register("register_admin_urls")
def urls() -> list[URLPattern]:
    """Answer what the form of a route asks while it is being edited."""
    return [
        path("routes-estimates/", route_estimates, name="route_estimates"),
        path("routes-line/", route_line, name="route_line"),
    ]
