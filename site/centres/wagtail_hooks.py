"""Registrations of the centres' own report; their screens stand in the menu's group that `routes` registers."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from centres.models import Centre
from centres.truth.report import FoundClosedView
from core import permissions


class ForReadersOfCentres(MenuItem):
    """A menu item for whoever may view centres."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Ask what the view asks."""
        return permissions.holds(request.user, "view", Centre)


@hooks.register("register_admin_urls")
def urls() -> list[URLPattern]:
    """Answer the report."""
    results = FoundClosedView.as_view(results_only=True)
    return [
        path("reports/found-closed/", FoundClosedView.as_view(), name="found_closed"),
        path("reports/found-closed/results/", results, name="found_closed_results"),
    ]


@hooks.register("register_reports_menu_item")
def found_closed_item() -> MenuItem:
    """Put the report among the reports."""
    url = reverse("found_closed")
    return ForReadersOfCentres(_("Doors found closed"), url, name="found-closed", icon_name="warning", order=890)
