"""The search page: everything at once, with and without accents."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_safe

from core import languages, search, sections
from core.addresses import Head
from search import results

EXAMPLES = ("Bát Tràng", "gốm", "nước mắm", "nón lá", "chè", "batik", "Kasongan", "Phú Quốc")
WAYS_ON = ("villages", "products", "stories", "map")


@require_safe
def search_page(request: HttpRequest) -> HttpResponse:
    """Show what `q` finds, grouped by type, or one `type` page by page; never indexed by search engines."""
    query = search.Query.parse(request.GET.get("q", ""))
    wanted = search.searchable(request.GET.get("type", ""))
    groups: list[results.Group] = []
    if not query.blank and not query.hopeless:
        number = request.GET.get("page")
        groups = results.of_type(wanted, query, number) if wanted else results.overview(query)
    language, total = languages.active(), sum(group.count for group in groups)
    context = {
        "head": Head.hidden(request),
        "breadcrumbs": [sections.home_crumb(language)],
        "query": query.text,
        "groups": groups,
        "shown": next((group for group in groups if wanted and group.key == wanted.key), None),
        "total": total,
        "result_text": ngettext("%(n)s result", "%(n)s results", total) % {"n": total},
        "path": request.path,
        "searched": urlencode({"q": query.text}),
        "querystring": urlencode({"q": query.text, "type": wanted.key} if wanted else {"q": query.text}),
        "examples": [{"title": words, "url": f"?{urlencode({'q': words})}"} for words in EXAMPLES],
        "ways_on": [{"title": sections.name(slug), "url": sections.url(slug, language)} for slug in WAYS_ON],
        "nothing_title": gettext("Nothing was found for “%(words)s”") % {"words": query.text},
    }
    return TemplateResponse(request, "search/search.html", context)
