"""The sitemap: what is live, public and real, in the languages in which it is real, each with its alternates."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from django.apps import apps
from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps.views import index as sitemap_index
from django.contrib.sitemaps.views import sitemap as sitemap_file
from django.core.paginator import Paginator
from django.db.models import Count, Max, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from centres.thematic import views as thematic
from core import freshness, languages, privacy
from core.models import NarrativePage, Record, SitePage
from core.registry import models_by_section, narrative_model
from core.together import read_together
from stories.models import StoryPage

ADDRESSES_PER_FILE = 10_000
X_DEFAULT = "x-default"
PAGE_COLUMNS = ("translation_key", "locale__language_code", "url_path", "last_published_at")
PageRow = tuple[Any, str, str, datetime | None]


@dataclass(frozen=True)
class Entry:
    """One thing with an address: the languages in which it is real, its path in each, when it last changed."""

    paths: dict[str, str]
    changed: datetime | None

    def alternates(self) -> list[tuple[str, str]]:
        """Return `hreflang` and path of every language and of `x-default`, as the page's own head does."""
        codes = [code for code in languages.codes() if code in self.paths]
        default = languages.best(codes, languages.codes()[0]) or codes[0]
        return [*((code, self.paths[code]) for code in codes), (X_DEFAULT, self.paths[default])]


class EntrySitemap(Sitemap):  # type: ignore[type-arg]  # generic in the stubs only
    """Base: a page of the paginator holds things, and every thing becomes one address per language."""

    @cached_property
    def paginator(self) -> Paginator[Any]:
        """Return the files: as many things in each as make `ADDRESSES_PER_FILE` addresses."""
        things: Any = self.items()
        return Paginator(things, ADDRESSES_PER_FILE // len(languages.codes()))

    def entries(self, things: Any) -> Iterable[Entry]:
        """Return the entries of one file."""
        raise NotImplementedError

    def get_urls(self, page: int | str = 1, site: Any = None, protocol: str | None = None) -> list[dict[str, Any]]:
        """Return what Django's template shows of one file."""
        host = f"{self.get_protocol(protocol)}://{self.get_domain(site)}"
        urls = []
        for entry in self.entries(self.paginator.page(page).object_list):
            alternates = [{"lang_code": code, "location": host + path} for code, path in entry.alternates()]
            urls += [
                {"location": other["location"], "lastmod": entry.changed, "alternates": alternates}
                for other in alternates
                if other["lang_code"] != X_DEFAULT
            ]
        return urls


class RecordSitemap(EntrySitemap):
    """The live records of one type.

    Without any public narrative a record is real in every content language whose own narrative isn't private, else
    where a complete one is live and public.
    """

    def __init__(self, section: str, model: type[Record]) -> None:
        self.section, self.model = section, model

    @cached_property
    def paginator(self) -> Paginator[Any]:
        """Return the files, counted by the query that asks for the last change."""
        paginator = super().paginator
        paginator.count = self._figures["records"]
        return paginator

    def items(self) -> Any:
        """Return keys, slugs and dates by primary key, so that one range of keys makes a file."""
        return self.model._default_manager.live().order_by("pk").values_list("pk", "slug", "updated_at")

    def get_latest_lastmod(self) -> datetime | None:
        """Return when any of them last changed."""
        latest: datetime | None = self._figures["changed"]
        return latest

    @cached_property
    def _figures(self) -> dict[str, Any]:
        figures: dict[str, Any] = self.model._default_manager.live().aggregate(
            records=Count("pk"), changed=Max("updated_at")
        )
        return figures

    def entries(self, things: Any) -> Iterable[Entry]:
        """Return the entries; one query for the records, one for their narratives."""
        rows = list(things)
        narratives = self._narratives(rows[0][0], rows[-1][0]) if rows else {}
        for pk, slug, updated_at in rows:
            own = narratives.get(pk, [])
            public = [words for words in own if not words.private]
            codes = [words.code for words in public if words.complete] if public else _without_words(own)
            if codes:
                dates = [updated_at, *(words.at for words in public if words.at)]
                yield Entry({code: f"/{code}/{self.section}/{slug}/" for code in codes}, max(dates))

    def _narratives(self, first: int, last: int) -> dict[int, list[Words]]:
        """Return the live narratives of a range of records."""
        model: Any = narrative_model(self.model)
        if model is None:
            return {}
        pages = privacy.mark_private(model.objects.live().filter(record__pk__range=(first, last)))
        found: dict[int, list[Words]] = {}
        columns = ("record_id", "locale__language_code", "complete", "last_published_at", "is_private")
        for record_id, code, complete, at, private in pages.values_list(*columns):
            found.setdefault(record_id, []).append(Words(code, complete and code in languages.codes(), at, private))
        return found


@dataclass(frozen=True)
class Words:
    """A live narrative of a record: its language, whether it is complete, when it was published, who may read it."""

    code: str
    complete: bool
    at: datetime | None
    private: bool


def _without_words(own: list[Words]) -> list[str]:
    """Return the languages in which a record without public narratives is a page of facts."""
    return [code for code in languages.content_codes() if code not in {words.code for words in own}]


class PageSitemap(EntrySitemap):
    """Pages of some types, every set of translations once."""

    def __init__(self, types: Callable[[], list[type[SitePage]]]) -> None:
        self.types = types

    def items(self) -> list[Entry]:
        """Return the entries; one query for all types."""
        rows = [self._rows(model) for model in self.types()]
        read_together(*rows)
        return [entry for rows_of_type in rows for entry in self._of_type(rows_of_type)]

    def entries(self, things: Any) -> Iterable[Entry]:
        """Return the entries as they are."""
        entries: Iterable[Entry] = things
        return entries

    def get_latest_lastmod(self) -> datetime | None:
        """Return when any of them was last published."""
        return max((entry.changed for entry in self.paginator.object_list if entry.changed), default=None)

    def _rows(self, model: Any) -> QuerySet[Any, PageRow]:
        pages = privacy.public(model.objects.live())
        if any(field.name == "complete" for field in model._meta.get_fields()):
            pages = pages.filter(complete=True)
        rows: QuerySet[Any, PageRow] = pages.order_by("path").values_list(*PAGE_COLUMNS)
        return rows

    def _of_type(self, rows: Iterable[PageRow]) -> Iterable[Entry]:
        sets: dict[Any, list[tuple[str, str, datetime | None]]] = {}
        for key, code, url_path, at in rows:
            if code in languages.codes():
                sets.setdefault(key, []).append((code, f"/{code}/{url_path.split('/', 2)[2]}", at))
        for pages_of_set in sets.values():
            dates = [at for _code, _path, at in pages_of_set if at]
            yield Entry({code: path for code, path, _at in pages_of_set}, max(dates, default=None))


class FixedSitemap(EntrySitemap):
    """Addresses that are always there, in every content language."""

    def __init__(self, *paths: str) -> None:
        """`paths` stand below the language."""
        self.paths = paths

    def items(self) -> list[Entry]:
        """Return the entries; no query."""
        return [Entry({code: f"/{code}/{path}" for code in languages.content_codes()}, None) for path in self.paths]

    def entries(self, things: Any) -> Iterable[Entry]:
        """Return the entries as they are."""
        entries: Iterable[Entry] = things
        return entries


def _page_types() -> list[type[SitePage]]:
    """Return every page type but narratives, which stand in through their records, and stories."""
    found = [model for model in apps.get_models() if issubclass(model, SitePage)]
    return [model for model in found if not issubclass(model, NarrativePage | StoryPage)]


def sitemaps() -> dict[str, Any]:
    """Return the sections of the sitemap by the name in their address."""
    records = {name: RecordSitemap(name, model) for name, model in models_by_section().items()}
    fixed = FixedSitemap(thematic.PATH)
    return {"pages": PageSitemap(_page_types), "fixed": fixed, "stories": PageSitemap(lambda: [StoryPage]), **records}


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Serve `/sitemap.xml`: the list of files."""
    return _undated(sitemap_index(request, sitemaps(), sitemap_url_name="sitemap"))


@require_safe
def section(request: HttpRequest, section: str) -> HttpResponse:
    """Serve one file: `/sitemap-products.xml?p=2`; 404 beyond the last."""
    freshness.reads("p")
    found = sitemaps().get(section)
    if found is None:
        raise Http404
    return _undated(sitemap_file(request, {section: found}, section=section))


def _undated(response: HttpResponse) -> HttpResponse:
    """Drop `Last-Modified`: something taken down changes no date, and must leave the copies that crawlers keep."""
    del response["Last-Modified"]
    return response
