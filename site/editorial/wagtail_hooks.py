"""Registrations of the editorial screens: the welcome, shelf labels, and the report on scans."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component

from editorial.labels.bulk import PrintLabels
from editorial.labels.views import LabelSheetView, LabelsView
from editorial.scan_report import ScanReportView
from editorial.viewable import models_for
from editorial.welcome_panel import WelcomePanel

hooks.register("register_bulk_action", PrintLabels)


class ForReadersOfRecords(MenuItem):
    """A menu item for whoever may view some type of record."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Ask what the views ask."""
        return bool(models_for(request.user))


@hooks.register("register_admin_urls")
def urls() -> list[URLPattern]:
    """Answer the labels page, the sheets and the report."""
    return [
        path("labels/", LabelsView.as_view(), name="labels"),
        path("labels/sheet/", LabelSheetView.as_view(), name="label_sheet"),
        path("reports/scans/", ScanReportView.as_view(), name="scan_report"),
        path("reports/scans/results/", ScanReportView.as_view(results_only=True), name="scan_report_results"),
    ]


@hooks.register("register_admin_menu_item")
def labels_item() -> MenuItem:
    """Put the labels below the records."""
    return ForReadersOfRecords(_("Labels"), reverse("labels"), name="labels", icon_name="tag", order=230)


@hooks.register("register_reports_menu_item")
def scans_item() -> MenuItem:
    """Put the report among the reports."""
    return ForReadersOfRecords(
        _("Scans of printed codes"), reverse("scan_report"), name="scans", icon_name="tag", order=900
    )


@hooks.register("construct_homepage_panels")
def welcome(request: HttpRequest, panels: list[Component]) -> None:
    """Put the user's own work first."""
    panels.append(WelcomePanel())
