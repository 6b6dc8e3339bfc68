"""The search page: everything at once, with and without accents, and with typing errors put right."""

from __future__ import annotations

from typing import Any, NamedTuple
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, QueryDict
from django.template.response import TemplateResponse
from django.utils.text import Truncator
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_safe

from core import freshness, languages, search, sections
from core.addresses import Head
from core.numbers import grouped
from core.search.correction import offered
from search import results

EXAMPLES = ("Bát Tràng", "gốm", "nước mắm", "nón lá", "chè", "batik", "Kasongan", "Phú Quốc")
WAYS_ON = ("villages", "products", "stories", "map")
SHOWN = 60  # letters of a query in a heading; the box holds it whole
READS = ("q", "type", "in", "literal", "page")


class Meant(NamedTuple):
    """Other words, and the address of their results."""

    text: str
    url: str


class OtherLanguage(NamedTuple):
    """What matches in another language only: the language, the number in words, and the address."""

    language: str
    code: str
    words: str
    url: str


@require_safe
def search_page(request: HttpRequest) -> HttpResponse:
    """Show what `q` finds, grouped by type, or one `type` page by page; never indexed by search engines.

    `in` shows stories and pages of another language, `literal` what was typed even when nothing is found by it.
    """
    freshness.reads(*READS)
    typed = search.Query.parse(request.GET.get("q", ""))
    wanted = search.searchable(request.GET.get("type", ""))
    shown_query, hits = typed, search.overview(typed, results.A_FEW)
    meant = None if "literal" in request.GET else offered(typed, hits.best)
    if meant:
        shown_query = search.Query.parse(meant.text)
        hits = search.overview(shown_query, results.A_FEW)
    found = _results(shown_query, hits, wanted, request.GET)
    chosen = _chosen(request.GET)
    kept = {"q": shown_query.text, **({"in": chosen} if chosen else {})}
    kept |= {"literal": "1"} if "literal" in request.GET else {}
    language = languages.active()
    context = {
        "head": Head.hidden(request),
        "breadcrumbs": [sections.home_crumb(language)],
        "query": typed.text,
        "best": found.best,
        "groups": found.groups,
        "shown": next((group for group in found.groups if wanted and group.key == wanted.key), None),
        "total": found.total,
        "result_text": _words(found.total),
        "path": request.path,
        "searched": urlencode(kept),
        "querystring": urlencode({**kept, "type": wanted.key} if wanted else kept),
        "did_you_mean": Meant(meant.text, f"?{urlencode({'q': meant.text})}") if meant else None,
        "instead": meant is not None,
        "literal_url": f"?{urlencode({'q': typed.text, 'literal': '1'})}",
        "in_other_languages": list(_other_languages(shown_query, wanted, found)),
        "examples": [{"title": words, "url": f"?{urlencode({'q': words})}"} for words in EXAMPLES],
        "ways_on": [{"title": sections.name(slug), "url": sections.url(slug, language)} for slug in WAYS_ON],
        "nothing_title": gettext("Nothing was found for “%(words)s”") % {"words": Truncator(typed.text).chars(SHOWN)},
    }
    return TemplateResponse(request, "search/search.html", context)


def _results(
    query: search.Query, hits: search.Overview, wanted: search.SearchType | None, asked: QueryDict
) -> results.Results:
    """Return what a query finds; nothing for nothing."""
    if query.blank or query.hopeless:
        return results.Results()
    language = _chosen(asked) or languages.content_language()
    if wanted:
        return results.of_type(wanted, query, hits, language, asked.get("page"))
    return results.overview(query, hits, language)


def _chosen(asked: QueryDict) -> str:
    """Return the language that was asked for; empty for none, and for nonsense."""
    code = str(asked.get("in", ""))
    return code if code in languages.content_codes() else ""


def _other_languages(query: search.Query, wanted: search.SearchType | None, found: results.Results) -> Any:
    """Yield the languages in which more stories and pages match; with the type when it is just one."""
    for code, numbers in found.elsewhere.items():
        number = sum(numbers.values())
        asked = {"q": query.text, "in": code}
        if len(numbers) == 1:
            asked["type"] = next(iter(numbers))
        words = ngettext("%(n)s result in %(language)s", "%(n)s results in %(language)s", number)
        yield OtherLanguage(
            languages.name(code),
            code,
            words % {"n": grouped(number), "language": languages.name(code)},
            f"?{urlencode(asked)}",
        )


def _words(number: int) -> str:
    return ngettext("%(n)s result", "%(n)s results", number) % {"n": grouped(number)}
