"""The read API of records (Wagtail API v2): live only, our filter form, order and search; bad input is 400.

Labels are objects by language (`names`, `tagline`); `name` is the one for `?lang=` (the site's first language by
default). An app declares a viewset in its `api.py`; `config.api` registers it under the section's name.
"""

from __future__ import annotations

from typing import Any, ClassVar

from django.db.models import QuerySet
from django.http import Http404
from django.urls import path
from rest_framework.filters import BaseFilterBackend
from rest_framework.request import Request
from rest_framework.response import Response
from wagtail.api.v2.utils import BadRequestError
from wagtail.api.v2.views import BaseAPIViewSet

from core.api_fields import RecordSerializer
from core.api_rules import JsonRules
from core.filters import FilterForm
from core.querysets import sort_column
from core.search import filter_queryset, ranked

COMMON = ["slug", "name", "name_lang", "names", "tagline"]
COMMON_DETAILS = ["code", "source", "confidence", "updated_at"]


class FormFilter(BaseFilterBackend):
    """The filters of the public list, under the same names; an invalid value is an error here."""

    def filter_queryset(self, request: Request, queryset: QuerySet[Any], view: Any) -> QuerySet[Any]:
        """Return what the form leaves; raise `BadRequestError` with the form's first complaint."""
        form = view.filter_form(request.GET, shown=False)
        for field, messages in form.errors.items():
            raise BadRequestError(f"{field}: {' '.join(str(message) for message in messages)}")
        return form.apply(queryset)


class WordsFilter(BaseFilterBackend):
    """`search` (or the form's `q`) through the one search of the site, best first unless an order is asked for."""

    def filter_queryset(self, request: Request, queryset: QuerySet[Any], view: Any) -> QuerySet[Any]:
        """Keep what the words find."""
        words = request.GET.get("search") or request.GET.get("q")
        if not words:
            return queryset
        if request.GET.get("sort") in (None, "", "relevance"):
            return ranked(queryset, words)
        return filter_queryset(queryset, words)


class OrderFilter(BaseFilterBackend):
    """`order=name`, `order=-updated_at,slug`: the fields of `view.orders`, ties by primary key."""

    def filter_queryset(self, request: Request, queryset: QuerySet[Any], view: Any) -> QuerySet[Any]:
        """Order as asked; raise `BadRequestError` for any other field."""
        wanted = request.GET.get("order")
        if not wanted:
            return queryset
        columns = []
        for name in wanted.split(","):
            column = {**view.orders, "name": sort_column(view.language)}.get(name.removeprefix("-"))
            if column is None:
                raise BadRequestError(f"cannot order by '{name[:40]}'")
            columns.append(f"-{column}" if name.startswith("-") else column)
        return queryset.order_by(*columns, "pk")


class RecordAPIViewSet(JsonRules, BaseAPIViewSet):
    """List and detail of one record type. Subclasses name their fields: `summary` in lists, `details` only alone."""

    base_serializer_class = RecordSerializer
    filter_backends: ClassVar[list[Any]] = [FormFilter, WordsFilter, OrderFilter]
    filter_form: ClassVar[type[FilterForm]] = FilterForm
    orders: ClassVar[dict[str, str]] = {"id": "pk", "slug": "slug", "updated_at": "updated_at"}
    meta_fields: ClassVar[list[str]] = ["type", "detail_url", "html_url"]
    known_query_parameters = frozenset({"limit", "offset", "fields", "order", "search", "lang"})
    summary: ClassVar[list[str]] = []
    details: ClassVar[list[str]] = []

    def __init_subclass__(cls) -> None:
        """Lay out Wagtail's lists of fields."""
        super().__init_subclass__()
        cls.detail_only_fields = [*cls.details, *COMMON_DETAILS]
        cls.body_fields = ["id", *COMMON, *cls.summary, *cls.detail_only_fields]
        cls.listing_default_fields = ["id", *cls.meta_fields, *COMMON, *cls.summary]

    def get_queryset(self) -> QuerySet[Any]:
        """Return live records with the whole reading plan of a list or a page."""
        records = self.model.objects.live()
        planned = records.for_api() if self.action == "listing_view" else records.for_detail()
        return planned.by_name(self.language)

    def get_object(self) -> Any:
        """Return the live record of the address, by primary key or slug; raise `Http404`."""
        if not hasattr(self, "_found"):
            found = self.get_queryset().filter(**self.kwargs).first()
            if found is None:
                raise Http404("not found")
            self._found = found
        return self._found

    def detail_view(self, request: Request, pk: int | None = None, slug: str | None = None) -> Response:
        """Return one record."""
        return Response(self.get_serializer(self.get_object()).data)

    def find_object(self, queryset: QuerySet[Any], request: Request) -> Any:
        """Find a record by `id`, `slug` or `code`."""
        for name in ("slug", "code"):
            if name in request.GET:
                return queryset.filter(**{name: request.GET[name]}).first()
        return super().find_object(queryset, request)

    def check_query_parameters(self, queryset: QuerySet[Any]) -> None:
        """Raise `BadRequestError` for a parameter that is neither an operation nor a filter."""
        filters = self.filter_form.names() - self.filter_form.page_only
        unknown = set(self.request.GET) - self.known_query_parameters - filters
        if unknown:
            raise BadRequestError(f"unknown parameter: {', '.join(sorted(unknown))[:200]}")

    def get_serializer_class(self) -> Any:
        """Return Wagtail's serializer of the wanted fields; records within records are fixed references."""
        if "(" in self.request.GET.get("fields", ""):
            raise BadRequestError("fields error: records don't offer nested fields")
        return super().get_serializer_class()

    @classmethod
    def get_urlpatterns(cls) -> list[Any]:
        """Return Wagtail's addresses, and the detail by slug."""
        return [*super().get_urlpatterns(), path("<slug:slug>/", cls.as_view({"get": "detail_view"}), name="by_slug")]
