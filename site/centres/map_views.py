"""The map: its page, one layer at a time, and the same for other sites in a frame."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from centres.map_words import map_words
from centres.models import MapPage
from core import addresses, freshness, languages, sections
from places import map_layers
from places.map_layers import MapLayer
from places.map_sharing import public_pairs, share_of

LAYER, LANGUAGE, SLUG = "layer", "lang", "slug"


def map_page(request: HttpRequest, page: MapPage) -> dict[str, Any]:
    """Return one layer's filtered list beside the map; the map itself reads the layer's feed with the same filters."""
    freshness.reads(LAYER)
    layer = map_layers.chosen(request.GET.get(LAYER))
    context = listed(layer, request, page)
    parts = [*_named(layer), *public_pairs(context["form"])]
    address = f"{request.path}?{urlencode(parts)}" if parts else request.path
    return {
        **context,
        "layers": map_layers.choices(layer),
        "clear_url": f"{request.path}?{urlencode(_named(layer))}" if _named(layer) else request.path,
        "querystring": urlencode([*_named(layer), *context["form"].pairs()]),
        "share": share_of(request, address, _("Map of %(site)s") % {"site": settings.WAGTAIL_SITE_NAME}, parts),
    }


def listed(layer: MapLayer, request: HttpRequest, page: MapPage | None) -> dict[str, Any]:
    """Return a layer's list under the filters of a request, and what the map element needs to know of it."""
    language = languages.active()
    context = layer.listing(request, page)
    query = urlencode(public_pairs(context["form"]))
    return {
        **context,
        "layer": layer,
        "listed": list(zip(context["page_obj"].object_list, context["cards"], strict=True)),
        "list_name": sections.name(layer.section),
        "list_url": sections.url(layer.section, language) + (f"?{query}" if query else ""),
        "feed_url": layer.feed_url(language),
        "map_words": map_words(),
    }


def _named(layer: MapLayer) -> list[tuple[str, str]]:
    """Return the layer as an address names it; the first one needs no name."""
    return [] if layer is map_layers.layers()[0] else [(LAYER, layer.section)]


@require_safe
@xframe_options_exempt
def embedded_map(request: HttpRequest) -> HttpResponse:
    """Show a layer under its filters, or the small map of one record (`slug`), for a frame on any site.

    The language is that of `lang`, else the site's own: a frame neither reads nor sets a cookie.
    """
    freshness.reads(LAYER, LANGUAGE, SLUG)
    code = request.GET.get(LANGUAGE, "")
    with override(code if code in languages.codes() else settings.LANGUAGE_CODE):
        layer = map_layers.chosen(request.GET.get(LAYER))
        context = _embedded_record(request, layer) if request.GET.get(SLUG) else _embedded_layer(request, layer)
        text = render_to_string("embed/map.html", {"language": languages.active(), **context}, request=request)
        response = HttpResponse(text, headers={"Content-Language": languages.active()})
    response._csp_replace = {"frame-ancestors": ["*"]}  # type: ignore[attr-defined]  # django-csp's own hook
    return response


def _embedded_layer(request: HttpRequest, layer: MapLayer) -> dict[str, Any]:
    """Return a layer's list and feed under the filters of the frame's address."""
    context = listed(layer, request, None)
    pairs = [*_named(layer), *public_pairs(context["form"])]
    path = sections.url("map", languages.active()) + (f"?{urlencode(pairs)}" if pairs else "")
    return {
        **context,
        "title": f"{layer.name} · {settings.WAGTAIL_SITE_NAME}",
        "filters": public_pairs(context["form"]),
        "open_url": addresses.absolute(request, path),
    }


def _embedded_record(request: HttpRequest, layer: MapLayer) -> dict[str, Any]:
    """Return the small map of one live record; `Http404` for a record that has none."""
    if layer.model is None or layer.points is None:
        raise Http404
    slug = request.GET[SLUG].replace("\x00", "")[:120]
    record = layer.model._default_manager.for_detail().filter(slug=slug, live=True).first()
    if record is None:
        raise Http404
    return {
        "record": record,
        "points": layer.points(record),
        "title": f"{record.shown_name} · {settings.WAGTAIL_SITE_NAME}",
        "open_url": addresses.absolute(request, record.url),
    }
