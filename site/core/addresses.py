"""Canonical addresses, language alternates, breadcrumbs: one rule for pages and records."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest

from core import languages, sections
from core.privacy import public


@dataclass(frozen=True)
class Head:
    """What the document's head says about addresses. `alternates` pairs language codes with absolute addresses."""

    canonical: str
    index: bool = True
    alternates: list[tuple[str, str]] = field(default_factory=list)
    x_default: str = ""

    @classmethod
    def hidden(cls, request: HttpRequest) -> Head:
        """Return the head of a page that stands in for another language: canonical itself, not to be indexed."""
        return cls(canonical=absolute(request, request.path), index=False)


def absolute(request: HttpRequest, path: str) -> str:
    """Return the absolute address of a path on this host."""
    return f"{request.scheme}://{request.get_host()}{path}"


def in_language(path: str, code: str) -> str:
    """Return the path with its language prefix replaced; slugs are the same in every language."""
    parts = path.split("/", 2)
    if len(parts) > 2 and parts[1] in languages.codes():
        return f"/{code}/{parts[2]}"
    return f"/{code}/"


_writers: dict[str, Callable[[str], str]] = {}


def register_writer(name: str, write: Callable[[str], str]) -> None:
    """Register how a page's links repeat a parameter that may tell more than it should; "" leaves it out."""
    _writers[name] = write


def _query(request: HttpRequest) -> str:
    """Return the query as the page's own links may repeat it."""
    query: str = request.META.get("QUERY_STRING", "")
    if request.GET.keys().isdisjoint(_writers):
        return query
    pairs = ((name, value) for name, values in request.GET.lists() for value in values)
    told = ((name, _writers[name](value) if name in _writers else value) for name, value in pairs)
    return urlencode([(name, value) for name, value in told if value or name not in _writers])


def switcher(request: HttpRequest) -> list[dict[str, Any]]:
    """Return every interface language with its native name and the address of this page in it."""
    query = _query(request)
    suffix = f"?{query}" if query else ""
    return [
        {
            "code": code,
            "name": languages.native_name(code),
            "url": in_language(request.path, code) + suffix,
            "current": code == languages.active(),
        }
        for code in languages.codes()
    ]


def head_for(request: HttpRequest, path: str, real: Iterable[str]) -> Head:
    """Return the head of a page that exists for real in the languages `real`.

    When the reader's language isn't among them the page stands in for another and is hidden from search engines.
    """
    there = [code for code in languages.codes() if code in set(real)]
    if languages.active() not in there:
        return Head(canonical=absolute(request, path), index=False)
    default = languages.best(there, languages.codes()[0]) or there[0]
    return Head(
        canonical=absolute(request, path),
        alternates=[(code, absolute(request, in_language(path, code))) for code in there],
        x_default=absolute(request, in_language(path, default)),
    )


def page_head(request: HttpRequest, page: Any) -> Head:
    """Return the head of a Wagtail page: alternates are its live, public, complete translations."""
    if not page.pk:
        return Head.hidden(request)
    translations = public(type(page).objects.filter(translation_key=page.translation_key).live())
    if hasattr(page, "complete"):
        translations = translations.filter(complete=True)
    return head_for(request, request.path, translations.values_list("locale__language_code", flat=True))


def record_head(request: HttpRequest, record: Any, narratives: dict[str, Any], private: Collection[str] = ()) -> Head:
    """Return the head of a record's page.

    Without any public narrative it is a page of facts and labels, real in every content language but those whose own
    narrative is `private` and asks for a login; otherwise it is real where a complete narrative is live.
    """
    path = record.get_url(languages.active())
    if narratives:
        real = [code for code, page in narratives.items() if page.complete]
    else:
        real = [code for code in languages.content_codes() if code not in private]
    return head_for(request, path, real)


def page_breadcrumbs(page: Any, language: str) -> list[dict[str, str]]:
    """Return home and, for a page inside a section, the section; the page itself is not listed."""
    depth = page.depth or 2
    crumbs = [sections.home_crumb(language)] if depth > 2 else []
    if depth > 3:
        crumbs.append(sections.crumb(page.url_path.strip("/").split("/")[-2], language))
    return crumbs


def record_breadcrumbs(record: Any, language: str) -> list[dict[str, str]]:
    """Return home and the record's section."""
    return [sections.home_crumb(language), sections.crumb(record.section, language)]


def base() -> str:
    """Return the site's own public address, without a slash at its end: for what leaves the site (print, files)."""
    return str(settings.WAGTAILADMIN_BASE_URL).rstrip("/")


def of_code(code: str) -> str:
    """Return the public address of a short code, as its QR symbol holds it."""
    return f"{base()}/q/{code}"
