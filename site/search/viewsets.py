"""The admin screen of synonyms."""

from __future__ import annotations

from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from core.list_filters import RecordFilterSet
from core.viewsets import ScopedViewSet, flag_column, updated_column
from search.models import Synonym


class SynonymFilterSet(RecordFilterSet):
    """By direction."""

    live = None

    class Meta:
        model = Synonym
        fields: ClassVar[list[str]] = ["both_ways"]


class SynonymViewSet(ScopedViewSet):
    """Other words for what the site calls by one."""

    model = Synonym
    path = "synonyms"
    icon = "search"
    menu_label = _("Search synonyms")
    menu_order = 240
    add_to_admin_menu = True
    filterset_class = SynonymFilterSet
    list_display: ClassVar[list[Any]] = ["words", "means", flag_column("both_ways", _("Both ways")), updated_column()]
    tabs: ClassVar[list[tuple[Any, list[Any]]]] = [
        (
            _("Facts"),
            [FieldRowPanel([FieldPanel("words"), FieldPanel("means")]), FieldPanel("both_ways"), FieldPanel("note")],
        ),
    ]
