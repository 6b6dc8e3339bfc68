"""Registrations for the whole admin: style sheet, links in rich text, component gallery, bulk deletion."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.rich_text.feature_registry import FeatureRegistry

from core import byte_ranges, deletion, permissions
from core.gallery.views import gallery
from core.rich_text import links
from core.rich_text.views import RecordLinkView

NAMED = 3  # records that a message names


@hooks.register("insert_global_admin_css")
def admin_css() -> SafeString:
    """Style the inputs of labels."""
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin.css"))


@hooks.register("register_rich_text_features")
def rich_text_links(features: FeatureRegistry) -> None:
    """Offer links to records, and links to the web."""
    links.register_record_link(features)
    links.register_web_link(features)


@hooks.register("register_admin_urls")
def record_link_url() -> list[URLPattern]:
    """Answer the chooser of record links."""
    return [path("record-link/", RecordLinkView.as_view(), name="record_link")]


@hooks.register("register_admin_urls")
def component_gallery_url() -> list[URLPattern]:
    """Answer the component gallery; Wagtail asks for a login first."""
    return [path("components/", gallery, name="component_gallery")]


@hooks.register("register_help_menu_item")
def component_gallery_item() -> MenuItem:
    """Offer the component gallery under “Help”."""
    return MenuItem(_("Components"), reverse("component_gallery"), name="components", icon_name="grid", order=900)


@hooks.register("before_serve_document", order=900)  # after Wagtail has asked whether this visitor may have it
def part_of_a_recording(document: Any, request: HttpRequest) -> HttpResponse | None:
    """Answer players that ask for a part of a file."""
    return byte_ranges.part_of(document, request)


@hooks.register("before_delete_snippet")
def refuse_foreign_deletion(request: HttpRequest, records: Iterable[Any]) -> None:
    """Refuse the whole deletion when one record is not the user's: Wagtail's bulk action asks by model only."""
    if not all(permissions.may(request.user, "delete", record) for record in records):
        raise PermissionDenied


@hooks.register("before_delete_snippet")
def keep_what_others_need(request: HttpRequest, records: Iterable[Any]) -> HttpResponse | None:
    """Delete nothing when other records can't be without one of these, and name some of them."""
    chosen = list(records)
    if request.method != "POST" or not chosen or not (others := deletion.needing(chosen)):
        return None
    names = ", ".join(str(other) for other in others[:NAMED])
    words = _("Nothing was deleted, because other records need it: %(records)s")
    messages.error(request, words % {"records": f"{names} …" if len(others) > NAMED else names})
    return redirect(chosen[0].snippet_viewset.get_url_name("list"))
