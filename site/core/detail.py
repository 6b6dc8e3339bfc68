"""How a record becomes a page, and a listing page its list.

Apps register a builder for each record type and each listing page (in `apps.ready()`); `core` then serves the same
template with the reader's own narrative, with another language's, or with none.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from core import addresses, languages, preview
from core.privacy import mark_private

Builder = Callable[[HttpRequest, Any], dict[str, Any]]


@dataclass(frozen=True)
class Room:
    """Where a record type or listing page is shown: its template and the builder of its context."""

    template: str
    build: Builder


_records: dict[str, Room] = {}
_listings: dict[str, Room] = {}
_home: list[str] = []


def register_record(label: str, template: str, build: Builder) -> None:
    """Register the page of a record type (`label` as in `products.Product`); twice is an error."""
    _register(_records, label, Room(template, build))


def register_listing(label: str, template: str, build: Builder) -> None:
    """Register the list of a listing page type; twice is an error."""
    _register(_listings, label, Room(template, build))


def _register(registry: dict[str, Room], label: str, room: Room) -> None:
    if label in registry:
        raise ValueError(f"{label} is registered twice.")
    registry[label] = room


def registered_records() -> dict[str, str]:
    """Return every record type that has a public page, by label, with its template."""
    return {label: room.template for label, room in _records.items()}


def registered_listings() -> dict[str, str]:
    """Return every listing page type, by label, with its template."""
    return {label: room.template for label, room in _listings.items()}


def register_home(label: str) -> None:
    """Register the type of the home page, from which every path without a section is routed."""
    _home.append(label)


def home_label() -> str:
    """Return the type of the home page."""
    return _home[-1]


def template_of(record: Any) -> str:
    """Return the template of a record's page."""
    return _records[record._meta.label].template


def listing_template_of(page: Any) -> str:
    """Return the template of a listing page."""
    return _listings[page._meta.label].template


# --- listings --------------------------------------------------------------------------------------------------------


def listing_context(request: HttpRequest, page: Any) -> dict[str, Any]:
    """Return the registered builder's context for a listing page."""
    return _listings[page._meta.label].build(request, page)


def page_context(request: HttpRequest, page: Any) -> dict[str, Any]:
    """Return what the layout asks of a page: addresses, breadcrumbs, and the notice when it is in another language."""
    shown_in = languages.active()
    written_in = page.language
    if written_in != shown_in:
        return {
            "head": addresses.Head.hidden(request),
            "breadcrumbs": addresses.page_breadcrumbs(page, shown_in),
            "words_language": written_in,
            "notice_language": languages.name(written_in),
        }
    return {
        "head": addresses.page_head(request, page),
        "breadcrumbs": addresses.page_breadcrumbs(page, shown_in),
        "words_language": shown_in,
        "notice_language": "",
    }


# --- records ---------------------------------------------------------------------------------------------------------


def live_record(index_page: Any, slug: str) -> Any:
    """Return the live record with this slug of the index page's type; raise `Http404`."""
    model = apps.get_model(index_page.record_model)
    record = model.objects.for_detail().filter(slug=slug, live=True).first()
    if record is None:
        raise Http404
    return record


def live_narratives(record: Any) -> list[Any]:
    """Return the record's live narratives of every language, each with `is_private`; one query per record."""
    if not hasattr(record, "narratives") or not record.pk:
        return []
    if not hasattr(record, "_live_narratives"):
        pages = mark_private(record.narratives.live().select_related("locale"))
        record._live_narratives = list(pages)
    return list(record._live_narratives)


def narratives_by_language(record: Any) -> dict[str, Any]:
    """Return the record's live and public narratives by language."""
    return {page.locale.language_code: page for page in live_narratives(record) if not page.is_private}


def private_languages(record: Any) -> set[str]:
    """Return the languages in which the record's own narrative asks for a login."""
    return {page.locale.language_code for page in live_narratives(record) if page.is_private}


def record_context(request: HttpRequest, record: Any, own: Any = None) -> dict[str, Any]:
    """Return the context of a record's page for the active language.

    `own` is the reader's own narrative when Wagtail routed to it (or previews it); without it the best live and
    public narrative of the chain is shown, and named.
    """
    language = languages.active()
    narratives = narratives_by_language(record)
    if own is None:
        code = languages.best(narratives, language, record.home_language)
        narrative = narratives[code] if code else None
    else:
        narrative, code = own, own.language
        narratives.setdefault(code, own)
    fallback = bool(code) and code != language
    context = {
        "record": record,
        "narrative": narrative,
        "words_language": code or language,
        "notice_language": languages.name(code) if code and fallback else "",
        "head": addresses.record_head(request, record, narratives, private_languages(record)),
        "breadcrumbs": addresses.record_breadcrumbs(record, language),
        "printed_address": addresses.of_code(record.code) if record.code else "",
    }
    context.update(built(request, record))
    return context


def built(request: HttpRequest, record: Any) -> dict[str, Any]:
    """Return the facts and relations of a record, as its own page shows them."""
    return _records[record._meta.label].build(request, record)


def render_record(request: HttpRequest, record: Any, index_page: Any = None) -> HttpResponse:
    """Render a record that has no narrative of its own in the reader's language."""
    context = {"page": index_page, "self": index_page, **record_context(request, record)}
    return TemplateResponse(request, template_of(record), context)


def render_preview(request: HttpRequest, record: Any, previewed: Any) -> HttpResponse:
    """Render the page that shows `previewed`; a plain card of its facts when no public page does."""
    if record is None or not preview.is_whole(record):
        return TemplateResponse(request, "core/record_preview.html", preview_context(request, record, previewed))
    own = narratives_by_language(record).get(languages.active())
    return TemplateResponse(request, template_of(record), record_context(request, record, own))


def preview_context(request: HttpRequest, record: Any, previewed: Any) -> dict[str, Any]:
    """Return the context of the plain card of `previewed`."""
    kind = str(previewed._meta.verbose_name).capitalize()
    return {
        "head": addresses.Head.hidden(request),
        "breadcrumbs": [],
        "kind": kind,
        "title": str(getattr(previewed, "name", "")) or kind,
        "facts": preview.rows(previewed),
        "unsaved": record is not None,
    }


def refuse_second_narrative(page: Any) -> None:
    """Raise `ValidationError` when the record already has another narrative in the page's language."""
    if not page.record_id:
        return
    locale = page.locale_id or getattr(page.get_parent() if page.pk else None, "locale_id", None)
    others = type(page).objects.filter(record_id=page.record_id, locale_id=locale).exclude(pk=page.pk)
    if locale and others.exists():
        raise ValidationError({"record": _("This record already has a narrative in this language: edit that one.")})
