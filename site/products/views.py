"""What the pages of products and producers show, besides what `core.detail` gives every record."""

from __future__ import annotations

from operator import methodcaller
from typing import Any

from django.db.models import Prefetch
from django.http import HttpRequest
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core import detail, facts
from core.cards import foreign
from core.labels import Label
from core.listing import listing
from core.numbers import grouped
from core.related import stories_about
from crafts.views import steps_of
from products.cards import stars_of
from products.filters import ProducerFilters, ProductFilters
from products.models import Producer, ProducerIndexPage, Product, ProductIndexPage, Recognition

RELATED = 4


def product_list(request: HttpRequest, page: ProductIndexPage) -> dict[str, Any]:
    """Return the filtered list of products."""
    return listing(
        request, ProductFilters(request.GET), Product.objects.live(), methodcaller("for_list"), count_products
    )


def count_products(count: int) -> str:
    """Say a number of products in words."""
    return ngettext("%(n)s product", "%(n)s products", count) % {"n": grouped(count)}


def producer_list(request: HttpRequest, page: ProducerIndexPage) -> dict[str, Any]:
    """Return the filtered list of producers."""
    return listing(
        request, ProducerFilters(request.GET), Producer.objects.live(), methodcaller("for_list"), count_producers
    )


def count_producers(count: int) -> str:
    """Say a number of producers in words."""
    return ngettext("%(n)s producer", "%(n)s producers", count) % {"n": grouped(count)}


def product_detail(request: HttpRequest, product: Product) -> dict[str, Any]:
    """Return facts, history, places and related products of a product."""
    history = list(_history(product))
    craft = product.craft if product.craft and product.craft.live else None
    return {
        "stars": stars_of(product),
        "facts": product_facts(product),
        "history": history,
        "lapsed": product.badge is None and any(row["was_award"] for row in history),
        "sources": facts.sources(product.source),
        "confidence": facts.confidence_words(product.confidence),
        "stock": _stock(product),
        "marks": list(product.quality_marks.all()) if product.pk else [],
        "related": related_products(product),
        "stories": stories_about(product),
        "points": [],
        "craft": craft,
        "steps": [] if detail.narratives_by_language(product) else steps_of(craft),
    }


def product_facts(product: Product) -> list[facts.Fact]:
    """Return the facts table of a product."""
    village = product.village
    rows = [
        facts.text_fact(_("Programme"), product.programme.short_name),
        facts.label_fact(_("Group"), product.group.name),
        facts.record_fact(_("Producer"), product.producer),
        facts.record_fact(_("Craft"), product.craft),
        facts.record_fact(_("Village"), village),
        facts.record_fact(_("Centre"), product.centre),
        facts.record_fact(_("Province"), product.province, url=_province_url(product)),
        facts.unit_fact(_("Former unit"), village.former_unit if village else ""),
        facts.label_fact(_("Note"), Label(product.note)),
    ]
    known_or_said = {_("Producer"), _("Province")}
    return [facts.unknown(row) if row.label in known_or_said else row for row in rows]


def _province_url(product: Product) -> str:
    index_url = product.url.rsplit("/", 2)[0]
    return f"{index_url}/?province={product.province.slug}" if product.province else ""


def _history(product: Product) -> list[dict[str, Any]]:
    """Return every recognition, newest first, as rows of the history table."""
    if not product.pk:
        return []
    rows = product.recognitions.newest_first().select_related("programme").prefetch_related("programme__periods")
    return [history_row(recognition) for recognition in rows]


def history_row(recognition: Recognition) -> dict[str, Any]:
    """Return one recognition in words: what, when, by whom, until when, from which source."""
    stars = recognition.stars
    what = str(recognition.get_status_display())
    if stars:
        what = ngettext("%(n)s star out of %(scale)s", "%(n)s stars out of %(scale)s", stars) % {
            "n": stars,
            "scale": recognition.out_of,
        }
    return {
        "what": what,
        "when": date_in_words(recognition),
        "decision": recognition.decision_number or recognition.decision_note,
        "decision_lang": "" if recognition.decision_number else foreign("en"),
        "level": str(recognition.get_level_display()) if recognition.level else "",
        "state": validity_in_words(recognition),
        "valid": recognition.is_valid,
        "was_award": recognition.is_award,
        "sources": facts.sources(recognition.source),
        "confidence": facts.confidence_words(recognition.confidence),
    }


def date_in_words(recognition: Recognition) -> str:
    """Say the date of issue as precisely as it is known."""
    if recognition.issued_on is None:
        return _("year not stated")
    if recognition.precision == "year":
        return str(recognition.issued_on.year)
    return date_format(
        recognition.issued_on, "YEAR_MONTH_FORMAT" if recognition.precision == "month" else "DATE_FORMAT"
    )


def validity_in_words(recognition: Recognition) -> str:
    """Say whether an award holds, and until when."""
    if not recognition.is_award:
        return ""
    if recognition.revoked_on:
        return _("revoked on %(date)s") % {"date": date_format(recognition.revoked_on, "DATE_FORMAT")}
    if recognition.valid_until is None:
        return _("part of the history")
    if recognition.valid_until.year == 9999:
        return _("no period of validity stated")
    words = _("valid until %(date)s") if recognition.is_valid else _("validity ended on %(date)s")
    return words % {"date": date_format(recognition.valid_until, "DATE_FORMAT")}


def _stock(product: Product) -> list[dict[str, Any]]:
    """Return the live centres where the product is made or sold."""
    if not product.pk:
        return []
    model = product._meta.get_field("stock").related_model._meta.get_field("centre").related_model
    centres = Prefetch("centre", queryset=model.objects.for_cards().with_hours())
    rows = product.stock.filter(centre__live=True).prefetch_related(centres)
    return [{"centre": row.centre, "role": row.get_role_display(), "checked_on": row.checked_on} for row in rows]


def related_products(product: Product) -> list[Product]:
    """Return up to four live products of the same village, else craft, else group and province."""
    others = Product.objects.live().for_list().exclude(pk=product.pk).by_name()
    if product.village_id:
        narrowed = others.filter(village_id=product.village_id)
    elif product.craft_id:
        narrowed = others.filter(craft_id=product.craft_id)
    else:
        narrowed = others.filter(group_id=product.group_id, province_id=product.province_id)
    return list(narrowed[:RELATED])


def producer_detail(request: HttpRequest, producer: Producer) -> dict[str, Any]:
    """Return facts and products of a producer."""
    products = Product.objects.live().for_list().filter(producer_id=producer.pk).by_name()
    return {
        "facts": [
            facts.record_fact(_("Village"), producer.village),
            facts.unknown(facts.record_fact(_("Province"), producer.province, url="")),
        ],
        "sources": facts.sources(producer.source),
        "confidence": facts.confidence_words(producer.confidence),
        "products": list(products[:48]) if producer.pk else [],
        "points": [],
    }
