"""How a record is written as JSON: labels by language, references to live records, computed values."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from rest_framework.fields import DateTimeField, Field
from wagtail.api.v2.serializers import BaseSerializer

from core.labels import Label, LabelField, LabelTextField

Json = Any


class LabelObject(Field):
    """A label as an object by language: `{"vi": "Bát Tràng"}`."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(read_only=True, **{name: value for name, value in kwargs.items() if name == "source"})

    def to_representation(self, value: Any) -> dict[str, str]:
        """Return the texts that exist."""
        return dict(sorted(Label(value).data.items()))


class Value(Field):
    """A value worked out by `of(record, view)`."""

    def __init__(self, of: Callable[[Any, Any], Json]) -> None:
        super().__init__(source="*", read_only=True)
        self.of = of

    def to_representation(self, value: Any) -> Json:
        """Ask the function."""
        return self.of(value, self.context["view"])


class Reference(Field):
    """Another record: its slug, name and address in the API; null when it isn't live."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(read_only=True, **kwargs)

    def to_representation(self, value: Any) -> Json:
        """Name the record."""
        return reference(value, self.context["view"])


class References(Reference):
    """Several other records, the live ones."""

    def to_representation(self, value: Any) -> Json:
        """Name the records."""
        return [reference(record, self.context["view"]) for record in value.all() if record.live]


def reference(record: Any, view: Any) -> dict[str, Json] | None:
    """Return how one record is named inside another; None when the public may not see it."""
    if record is None or not record.live:
        return None
    name, language = record.name_in(view.language)
    return {"slug": record.slug, "name": name, "name_lang": language, "detail_url": detail_url(record, view)}


def detail_url(record: Any, view: Any) -> str | None:
    """Return the record's absolute address in the API; None when it has no endpoint."""
    endpoint = view.request.wagtailapi_router.get_model_endpoint(type(record))
    return view.request.build_absolute_uri(f"/api/v2/{endpoint[0]}/{record.slug}/") if endpoint else None


def html_url(record: Any, view: Any) -> str | None:
    """Return the absolute address of the record's page in `?lang=`; None when it has none."""
    address = record.get_url(view.language)
    return view.request.build_absolute_uri(address) if address else None


class RecordSerializer(BaseSerializer):
    """What every record says of itself; apps add their own fields."""

    serializer_field_mapping: ClassVar[dict[Any, Any]] = {
        **BaseSerializer.serializer_field_mapping,
        LabelField: LabelObject,
        LabelTextField: LabelObject,
    }

    detail_url = Value(detail_url)
    html_url = Value(html_url)
    name = Value(lambda record, view: record.name_in(view.language)[0])
    name_lang = Value(lambda record, view: record.name_in(view.language)[1])
    names = LabelObject(source="name")
    updated_at = DateTimeField(read_only=True)
