"""Programmes, producers, products, recognitions; the pages of products and producers."""

from __future__ import annotations

from products.models.pages import ProducerIndexPage, ProductIndexPage, ProductPage
from products.models.programmes import PeriodLevel, ProductGroup, Programme, ProgrammePeriod
from products.models.recognitions import QualityMark, Recognition
from products.models.records import Producer, Product

__all__ = [
    "PeriodLevel",
    "Producer",
    "ProducerIndexPage",
    "Product",
    "ProductGroup",
    "ProductIndexPage",
    "ProductPage",
    "Programme",
    "ProgrammePeriod",
    "QualityMark",
    "Recognition",
]
