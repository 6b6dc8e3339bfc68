"""Serving pages: Wagtail's own chain of hooks, started at the section's page instead of at the site's root.

Wagtail walks site → root page → its translation → its specific type → child → specific type: seven queries before
the page is known. Sections have fixed slugs and one page per language, so one query finds the start.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from django.apps import apps
from django.http import Http404, HttpRequest, HttpResponse
from wagtail import hooks
from wagtail.views import serve_chain

from core import detail, languages
from core.privacy import mark_private


@cache
def _section_pages() -> dict[str, Any]:
    """Return the listing page types by the slug that they have in every language."""
    models = (apps.get_model(label) for label in detail.registered_listings())
    return {model().section_slug: model for model in models if hasattr(model, "section_slug")}


def _start(components: list[str]) -> tuple[Any, list[str]]:
    """Return the live page of the active language to route from, and the path below it."""
    section = _section_pages().get(components[0]) if components else None
    model = section or apps.get_model(detail.home_label())
    pages = model.objects.live().filter(locale__language_code=languages.active()).select_related("locale")
    page = mark_private(pages).order_by("depth", "pk").first()  # so that its restrictions are no query of their own
    if page is None:
        raise Http404
    return page, components[1:] if section else components


def serve(request: HttpRequest, path: str) -> HttpResponse:
    """Serve the page at a path below `/{lang}/`, through every hook that Wagtail's own view calls."""
    page, rest = _start([component for component in path.split("/") if component])
    page, args, kwargs = page.route(request, rest)
    chain = serve_chain
    for hook in reversed(hooks.get_hooks("on_serve_page")):
        chain = hook(chain)
    for hook in hooks.get_hooks("before_serve_page"):
        answer = hook(page, request, args, kwargs)
        if isinstance(answer, HttpResponse):
            return answer
    response: HttpResponse = chain(page, request, args, kwargs)
    return response
