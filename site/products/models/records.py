"""Producers and products."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from core import clock
from core.fields import CountryField
from core.labels import Label, LabelTextField
from core.models import Record
from crafts.models import Craft
from places.models import Province, Village
from products.models.programmes import ProductGroup, Programme
from products.querysets import ProducerQuerySet, ProductQuerySet
from products.validity import FOREVER

# Every column that the facets of the list count, so that counting reads an index, never the wide rows.
FACETS = [
    "live", "province", "group", "programme", "craft", "village", "centre", "current_until", "current_stars", "id",
]  # fmt: skip


class Producer(Record):
    """A maker as an actor of the programme: the business name as the cited source publishes it, nothing personal."""

    province = models.ForeignKey(
        Province, on_delete=models.PROTECT, null=True, blank=True, related_name="producers", verbose_name=_("province")
    )
    village = models.ForeignKey(
        Village, on_delete=models.PROTECT, null=True, blank=True, related_name="producers", verbose_name=_("village")
    )
    consent_recorded = models.BooleanField(
        _("consent recorded"), default=False,
        help_text=_("A portrait, a biography or any other personal name needs the person's recorded consent."),
    )  # fmt: skip
    consent_note = models.CharField(_("how and when consent was given"), max_length=250, blank=True)
    country_code = CountryField(_("country"), default="VN")

    objects = ProducerQuerySet.as_manager()
    section: ClassVar[str] = "producers"

    class Meta:
        verbose_name = _("producer")
        verbose_name_plural = _("producers")
        ordering = ["sort_vi", "pk"]

    @property
    def country(self) -> str:
        """Return the country the producer works in."""
        return self.country_code

    def search_texts(self) -> list[str]:
        """Find a producer by its place."""
        return [text for place in (self.village, self.province) if place for text in Label(place.name).data.values()]


class Product(Record):
    """A product or service of a programme, from one maker and one place as far as these are known."""

    programme = models.ForeignKey(
        Programme, on_delete=models.PROTECT, related_name="products", verbose_name=_("programme")
    )
    group = models.ForeignKey(ProductGroup, on_delete=models.PROTECT, related_name="products", verbose_name=_("group"))
    craft = models.ForeignKey(
        Craft, on_delete=models.SET_NULL, null=True, blank=True, related_name="products", verbose_name=_("craft")
    )
    producer = models.ForeignKey(
        Producer, on_delete=models.PROTECT, null=True, blank=True, related_name="products", verbose_name=_("producer")
    )
    province = models.ForeignKey(
        Province, on_delete=models.PROTECT, null=True, blank=True, related_name="products", verbose_name=_("province")
    )
    village = models.ForeignKey(
        Village, on_delete=models.PROTECT, null=True, blank=True, related_name="products", verbose_name=_("village")
    )
    centre = models.ForeignKey(
        "centres.Centre", on_delete=models.PROTECT, null=True, blank=True, related_name="as_products",
        verbose_name=_("centre"), help_text=_("For a place that is itself a starred tourism product."),
    )  # fmt: skip
    note = LabelTextField(_("note"), blank=True)
    # Derived from the recognitions on every write; read only together with the clock (`products.querysets`).
    current_stars = models.PositiveSmallIntegerField(null=True, editable=False)
    current_out_of = models.PositiveSmallIntegerField(null=True, editable=False)
    current_year = models.PositiveSmallIntegerField(null=True, editable=False)
    current_exact = models.BooleanField(default=True, editable=False)
    current_until = models.DateField(null=True, editable=False, db_index=True)

    objects = ProductQuerySet.as_manager()
    section: ClassVar[str] = "products"
    search_fields: ClassVar[list[Any]] = [*Record.search_fields, index.FilterField("province_id")]
    current_fields: ClassVar[tuple[str, ...]] = (
        "current_stars", "current_out_of", "current_year", "current_exact", "current_until",
    )  # fmt: skip
    system_fields: ClassVar[tuple[str, ...]] = (*Record.system_fields, *current_fields)

    class Meta:
        verbose_name = _("product")
        verbose_name_plural = _("products")
        ordering = ["sort_vi", "pk"]
        indexes = [
            models.Index(fields=["live", "sort_vi", "id"], name="product_live_vi"),
            models.Index(fields=["live", "sort_en", "id"], name="product_live_en"),
            models.Index(fields=["live", "sort_id", "id"], name="product_live_id"),
            models.Index(fields=["current_until", "current_stars"], name="product_current"),
            models.Index(fields=FACETS, name="product_facets"),
        ]

    @property
    def country(self) -> str:
        """Return the programme's country."""
        return self.programme.country_code if self.programme_id else "VN"

    @property
    def suggested_motif(self) -> str:
        """Return the craft's family, else the one that fits the product group."""
        if self.craft:
            return self.craft.family
        return GROUP_MOTIFS.get(self.group.key, "community")

    @cached_property
    def badge(self) -> StarBadge | None:
        """Return the stars that are valid today; None when there are none, whatever the history says."""
        if self.current_stars is None or self.current_until is None or self.current_until < clock.today():
            return None
        return StarBadge(self)

    def clean(self) -> None:
        """Refuse a group of another programme."""
        super().clean()
        if self.programme_id and self.group_id and self.group.programme_id != self.programme_id:
            raise ValidationError({"group": _("This group belongs to another programme.")})

    def search_texts(self) -> list[str]:
        """Find a product by maker, village, province with its former names, craft and group."""
        related = [self.producer, self.village, self.province, self.craft, self.group]
        texts = [text for record in related if record for text in Label(record.name).data.values()]
        if self.village:
            texts.append(self.village.former_unit)
        if self.province:
            texts += self.province.search_texts()
        return [*texts, *Label(self.note).data.values()]


GROUP_MOTIFS = {
    "food": "rice",
    "food_beverage": "rice",
    "drinks": "leaf",
    "herbal": "honey_herbs",
    "handicrafts": "weave",
    "ornamental": "community",
    "tourism": "community",
    "pottery": "pottery",
    "batik": "batik",
    "plaiting": "weave",
    "woven_textile": "ikat",
}


class StarBadge:
    """The stars of a product that hold today, for the badge component."""

    def __init__(self, product: Product) -> None:
        self.slug = product.slug
        self.stars = product.current_stars or 0
        self.out_of = product.current_out_of or 0
        self.year = product.current_year
        self.exact = product.current_exact
        self.until: date | None = None if product.current_until == FOREVER else product.current_until

    @property
    def empty(self) -> int:
        """Return how many of the scale's stars were not awarded."""
        return self.out_of - self.stars
