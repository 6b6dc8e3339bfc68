"""The read API of pages and pictures: live, public, and never the narrative of a record that isn't live."""

from __future__ import annotations

from typing import Any, ClassVar

from django.apps import apps
from django.db.models import Q, QuerySet
from rest_framework.fields import Field
from wagtail.api import APIField
from wagtail.api.v2.serializers import PageSerializer
from wagtail.api.v2.views import BaseAPIViewSet, PagesAPIViewSet
from wagtail.images.api.v2.serializers import ImageSerializer
from wagtail.images.api.v2.views import ImagesAPIViewSet
from wagtail.models import Collection, CollectionViewRestriction, Page

from core.api_fields import LabelObject, Reference
from core.api_rules import JsonRules
from core.models import NarrativePage, WordsPage


class _Address(Field):
    """The absolute address of a page on the host that was asked."""

    def get_attribute(self, instance: Page) -> str | None:
        """Return the address; None when the page is outside every site."""
        request = self.context["request"]
        path = instance.get_url(request)
        return request.build_absolute_uri(path) if path else None

    def to_representation(self, value: str) -> str:
        """Return it as it is."""
        return value


class LivePageSerializer(PageSerializer):
    """Wagtail's, with addresses that cost no query a page."""

    html_url = _Address(read_only=True)


class LivePagesAPIViewSet(JsonRules, PagesAPIViewSet):
    """Pages of every type; introduction and body stand in the detail."""

    base_serializer_class = LivePageSerializer
    known_query_parameters = PagesAPIViewSet.known_query_parameters | {"lang"}
    find_query_parameters = frozenset({"id"})
    meta_fields: ClassVar[list[str]] = [name for name in PagesAPIViewSet.meta_fields if name != "alias_of"]
    detail_only_fields: ClassVar[list[str]] = [*PagesAPIViewSet.detail_only_fields, "introduction", "body", "record"]

    @classmethod
    def get_body_fields(cls, model: type[Page]) -> list[APIField]:
        """Add the words of pages that have any, and the record of a narrative."""
        fields = super().get_body_fields(model)
        if issubclass(model, WordsPage):
            fields += [APIField("introduction"), APIField("body")]
        if issubclass(model, NarrativePage):
            fields.append(APIField("record", serializer=Reference()))
        return fields

    def get_base_queryset(self) -> QuerySet[Any]:
        """Return live and public pages, without those that went down with a record: narratives and campaigns."""
        pages = super().get_base_queryset().public()
        for model in apps.get_models():
            for link in model.goes_down_with if issubclass(model, WordsPage) else ():
                hidden = model._default_manager.filter(**{f"{link}__live": False})
                pages = pages.exclude(pk__in=hidden.values("pk"))
        return pages

    def get_queryset(self) -> QuerySet[Any]:
        """Join the locale, which every page names."""
        return super().get_queryset().select_related("locale").order_by("pk")


class CreditedImagesAPIViewSet(JsonRules, ImagesAPIViewSet):
    """Pictures with credit, licence and description, of public collections."""

    base_serializer_class = ImageSerializer
    known_query_parameters = ImagesAPIViewSet.known_query_parameters | {"lang"}
    body_fields: ClassVar[list[Any]] = [
        *ImagesAPIViewSet.body_fields, "credit", "licence", "licence_url", APIField("alt", serializer=LabelObject())
    ]  # fmt: skip

    def get_queryset(self) -> QuerySet[Any]:
        """Return pictures outside every private collection."""
        private = Q()
        for path in CollectionViewRestriction.objects.values_list("collection__path", flat=True):
            private |= Q(path__startswith=path)
        pictures = BaseAPIViewSet.get_queryset(self).prefetch_related("tags")
        return pictures.exclude(collection__in=Collection.objects.filter(private)) if private else pictures
