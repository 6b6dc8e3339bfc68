"""What the pages of the truth loop share: the centre they are about, and a head that keeps them out of any index."""

from __future__ import annotations

import sys
from typing import Any

from django.http import Http404, HttpRequest

from centres.models import Centre
from core import addresses, freshness, languages


def public_centre(slug: str) -> Centre:
    """Return the live centre with this slug; raise `Http404`."""
    centre: Centre | None = Centre.objects.live().select_related("province").filter(slug=slug).first()
    if centre is None:
        raise Http404
    return centre


def length(request: HttpRequest) -> int:
    """Return how many bytes the request says that it brings; far too many when it says nonsense."""
    try:
        return int(request.META.get("CONTENT_LENGTH") or 0)
    except ValueError:
        return sys.maxsize


def page_context(request: HttpRequest, centre: Centre) -> dict[str, Any]:
    """Return what the layout asks of a page below a centre; nobody may keep it."""
    freshness.personal()
    language = languages.active()
    name, written_in = centre.name_in(language)
    crumb = {"title": name, "url": centre.url, "lang": written_in if written_in != language else ""}
    return {
        "centre": centre,
        "head": addresses.Head.hidden(request),
        "breadcrumbs": [*addresses.record_breadcrumbs(centre, language), crumb],
    }
