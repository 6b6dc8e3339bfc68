"""Registrations for the whole admin: its style sheet, and the question about permission before a bulk deletion."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks

from core import permissions


@hooks.register("insert_global_admin_css")
def admin_css() -> SafeString:
    """Style the inputs of labels."""
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin.css"))


@hooks.register("before_delete_snippet")
def refuse_foreign_deletion(request: HttpRequest, records: Iterable[Any]) -> None:
    """Refuse the whole deletion when one record is not the user's: Wagtail's bulk action asks by model only."""
    if not all(permissions.may(request.user, "delete", record) for record in records):
        raise PermissionDenied
