"""The admin views of records: what differs from Wagtail's snippet views, in one place."""

from __future__ import annotations

from typing import Any

from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import TitleColumn
from wagtail.snippets.views import snippets
from wagtail.snippets.views.chooser import ChooseResultsView, ChooseView, SnippetChooserViewSet
from wagtail.snippets.widgets import AdminSnippetChooser

from core import permissions
from core.choosers import record_chooser
from core.models import Record
from core.querysets import sort_column


class ObjectScope:
    """Asks `permissions.may` before any view of one object; the viewset mixes it into every view it builds."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Answer 403 when the user may not do this to this object."""
        if "pk" in kwargs and not permissions.may(request.user, self.object_action, self._scoped_object(kwargs["pk"])):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)  # type: ignore[misc]  # of View

    @property
    def object_action(self) -> str:
        """Return what the view does to the object; copying and inspecting only look at it."""
        if isinstance(self, snippets.DeleteView):
            return "delete"
        return "view" if isinstance(self, snippets.CopyView | snippets.InspectView) else "change"

    def _scoped_object(self, pk: Any) -> Any:
        return get_object_or_404(self.model, pk=unquote(str(pk)))  # type: ignore[attr-defined]  # of Wagtail's views


class RecordIndexView(snippets.IndexView):
    """The list of a record type, in the order of names of the reader's language."""

    def get_base_queryset(self) -> QuerySet[Any]:
        """List what the user may see."""
        return permissions.narrow(self.request.user, "view", super().get_base_queryset())

    def order_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Order by name unless the user asked otherwise; ties by primary key."""
        if self.show_ordering_column:
            return super().order_queryset(queryset)
        if not self.ordering and issubclass(self.model, Record):
            return queryset.order_by(sort_column(), "pk")
        ordered = super().order_queryset(queryset)
        return ordered.order_by(*ordered.query.order_by, "pk") if ordered.query.order_by else ordered

    def _get_title_column(self, field_name: str, column_class: Any = TitleColumn, **kwargs: Any) -> Any:
        column = super()._get_title_column(field_name, column_class, **kwargs)
        column.label = _("Name")
        if issubclass(self.model, Record):
            column.sort_key = sort_column()
        return column

    def get_edit_url(self, instance: Any) -> str | None:
        """Link to the form only for who may change the record."""
        return super().get_edit_url(instance) if permissions.may(self.request.user, "change", instance) else None

    def get_delete_url(self, instance: Any) -> str | None:
        """Link to the deletion only for who may delete the record."""
        return super().get_delete_url(instance) if permissions.may(self.request.user, "delete", instance) else None


class SavedNotDrafted:
    """Autosave off: a record is live as soon as it is saved, so half-typed facts must never be."""

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Switch off what Wagtail switches on for everything with revisions."""
        super().setup(request, *args, **kwargs)  # type: ignore[misc]  # of View
        self.autosave_enabled = False


class RecordCreateView(SavedNotDrafted, snippets.CreateView):
    """The form of a new record."""


class RecordCopyView(SavedNotDrafted, snippets.CopyView):
    """The form of a new record, filled from another one."""

    def get_initial_form_instance(self) -> Any:
        """Return an unsaved copy with its rows; what must be unique is left to be given anew."""
        data = self.get_object().serializable_data()
        _forget_keys(data)
        for name in ("slug", "code", "first_live_at"):
            if name in data:
                data[name] = None if name == "first_live_at" else ""
        copy = self.model.from_serializable_data(data, check_fks=False)
        copy.latest_revision = None
        return copy


def _forget_keys(data: dict[str, Any]) -> None:
    """Take the primary keys out of a serialised record and of its rows, whatever their depth."""
    data["pk"] = None
    for value in data.values():
        if isinstance(value, list):
            for row in value:
                if isinstance(row, dict) and "pk" in row:
                    _forget_keys(row)


class RecordEditView(SavedNotDrafted, snippets.EditView):
    """The form of a record, always with what the table holds."""


class RecordPreviewOnEditView(snippets.PreviewOnEditView):
    """The preview beside the form; it starts from the table and never from an older revision."""

    def get_object(self) -> Any:
        """Return the record as the table holds it."""
        return get_object_or_404(self.model, pk=unquote(str(self.kwargs["pk"])))


class _RecordChoices:
    """Choosers list records by name in the reader's language, joined with what their names are made of."""

    def get_object_list(self) -> Any:
        """Return the records with the joins of their type's own list."""
        records = super().get_object_list()  # type: ignore[misc]  # of Wagtail's chooser views
        joins = self.model_class.snippet_viewset.joins  # type: ignore[attr-defined]  # of Wagtail's chooser views
        return records.select_related(*joins) if joins else records

    @property
    def ordering(self) -> list[str] | None:
        """Return the order of the list; None keeps the model's own."""
        model = self.model_class  # type: ignore[attr-defined]  # of Wagtail's chooser views
        return [sort_column(), "pk"] if issubclass(model, Record) else None


class RecordChooseView(_RecordChoices, ChooseView):
    """The chooser's first screen."""


class RecordChooseResultsView(_RecordChoices, ChooseResultsView):
    """The chooser's list while searching."""


class RecordChooserViewSet(SnippetChooserViewSet):
    """The chooser of a record type: whoever writes may link to any record."""

    choose_view_class = RecordChooseView
    choose_results_view_class = RecordChooseResultsView
    page_title = _("Choose")

    @cached_property
    def widget_class(self) -> AdminSnippetChooser:
        """Return the widget, ready made, as Wagtail's own viewset does."""
        return record_chooser(self.model, self.icon)
