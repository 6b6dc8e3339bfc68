"""The narrative of a product, and the pages above the lists of products and producers."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.models import NarrativePage, RecordIndexPage
from products.models.records import Product


class ProductPage(NarrativePage):
    """The narrative of one product in one language."""

    record = models.ForeignKey(Product, on_delete=models.PROTECT, related_name="narratives", verbose_name=_("product"))

    parent_page_types: ClassVar[list[str]] = ["products.ProductIndexPage"]
    subpage_types: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("product narrative")


class ProductIndexPage(RecordIndexPage):
    """The list of products."""

    record_model: ClassVar[str] = "products.Product"
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = ["products.ProductPage"]

    class Meta:
        verbose_name = _("list of products")


class ProducerIndexPage(RecordIndexPage):
    """The list of producers."""

    record_model: ClassVar[str] = "products.Producer"
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("list of producers")
