"""The house viewset: every record type's admin screens are built here, and every one asks `core.permissions`."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.admin.ui.tables import BooleanColumn, Column, DateColumn
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from core.permissions import ObjectPermissionPolicy
from core.record_views import (
    ObjectScope,
    RecordChooserViewSet,
    RecordCopyView,
    RecordCreateView,
    RecordEditView,
    RecordIndexView,
    RecordPreviewOnEditView,
)


class ScopedViewSet(SnippetViewSet):
    """A record type in the admin: `path` is its address below /admin/ and never changes."""

    path: ClassVar[str]
    joins: ClassVar[tuple[str, ...]] = ()
    tabs: ClassVar[list[tuple[Any, list[Any]]]]
    base_form_class: ClassVar[Any] = None  # for a form with more than the record's own fields

    index_view_class = RecordIndexView
    add_view_class = RecordCreateView
    copy_view_class = RecordCopyView
    edit_view_class = RecordEditView
    preview_on_edit_view_class = RecordPreviewOnEditView
    chooser_viewset_class = RecordChooserViewSet
    list_per_page = 25
    inspect_view_enabled = True
    menu_item_is_registered = True

    @property
    def permission_policy(self) -> ObjectPermissionPolicy:
        """Return the policy that asks `core.permissions.may`."""
        return ObjectPermissionPolicy(self.model)

    @property
    def base_url_path(self) -> str:
        """Return the address of the list below /admin/."""
        return self.path

    @property
    def chooser_base_url_path(self) -> str:
        """Return the address of the chooser below /admin/."""
        return f"choose/{self.path}"

    def construct_view(self, view_class: Any, **kwargs: Any) -> Any:
        """Mix the question about the object into every view, so that none can be forgotten."""
        return super().construct_view(type(view_class.__name__, (ObjectScope, view_class), {}), **kwargs)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Join what the columns show."""
        records = self.model._default_manager.all()
        return records.select_related(*self.joins) if self.joins else records

    def get_edit_handler(self) -> Any:
        """Build the form from `tabs`; a single tab needs no bar."""
        lists = [ObjectList(panels, heading=heading) for heading, panels in self.tabs]
        handler = TabbedInterface(lists, base_form_class=self.base_form_class) if len(lists) > 1 else lists[0]
        return handler.bind_to_model(self.model)


class RecordGroup(SnippetViewSetGroup):
    """A group of record types in the menu."""


# --- columns and panels that many types share ------------------------------------------------------------------------


def live_column() -> BooleanColumn:
    """Show whether the public sees the record."""
    return BooleanColumn("live", label=_("Live"), sort_key="live", width="8%")


def flag_column(name: str, label: Any) -> Column:
    """Say “yes” where a flag is set and nothing elsewhere: most records have none, and that is no fault."""
    return Column(name, label=label, accessor=lambda record: _("Yes") if getattr(record, name) else "", sort_key=name)


def updated_column() -> DateColumn:
    """Show when the row was last written, by a person or by an import."""
    return DateColumn("updated_at", label=_("Last changed"), sort_key="updated_at", width="12%")


def naming_panels() -> list[Any]:
    """Name and tagline in every language, the address, whether the public sees the record, and its picture."""
    return [
        FieldPanel("name"),
        FieldPanel("tagline"),
        FieldRowPanel([FieldPanel("slug"), FieldPanel("live")]),
        FieldRowPanel([FieldPanel("image"), FieldPanel("illustration")]),
    ]


def source_tab(*more: Any) -> tuple[Any, list[Any]]:
    """Where the facts were read, and how far they can be trusted."""
    return (_("Sources"), [FieldPanel("source"), FieldPanel("confidence"), *more])


def access_panels() -> list[Any]:
    """What a visitor with a wheelchair or a pram needs to know."""
    fields = ["step_free_entrance", "accessible_toilet", "parking"]
    return [MultiFieldPanel([FieldRowPanel([FieldPanel(name) for name in fields])], heading=_("Access"))]


def model_destination_panels() -> list[Any]:
    """The decision that makes a place a model destination."""
    fields = ["is_model_destination", "model_since", "model_decided_by", "model_source"]
    return [MultiFieldPanel([FieldPanel(name) for name in fields], heading=_("Model destination"))]
