"""The addresses that stand before any page: front door, language choice, short codes, health, robots, errors."""

from __future__ import annotations

import logging
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.db import Error as DjangoDatabaseError
from django.db import connection
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotFound, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language_from_request, override
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.csrf import requires_csrf_token
from django.views.decorators.http import require_safe
from wagtail.models import Page

from core import addresses, languages, registry, scans, sections, short_codes
from core.models import Record, ShortCode
from home import nearby

log = logging.getLogger(__name__)
NOT_FOR_ROBOTS = ("/admin/", "/documents/", "/api/", "/q/", "/language/")


def preferred_language(request: HttpRequest) -> str:
    """Return the language a reader wants before a page says so: explicit choice, `Accept-Language`, default."""
    wanted = get_language_from_request(request)
    return wanted if wanted in languages.codes() else settings.LANGUAGE_CODE


def _redirect_by_language(path: str) -> HttpResponse:
    """Redirect (302) to a path that depends on the reader's language, and tell caches so."""
    response = HttpResponseRedirect(path)
    patch_vary_headers(response, ("Accept-Language", "Cookie"))
    return response


@require_safe
def front_door(request: HttpRequest) -> HttpResponse:
    """Send the reader to the home page of their language."""
    return _redirect_by_language(f"/{preferred_language(request)}/")


@require_safe
@never_cache
def choose_language(request: HttpRequest, code: str) -> HttpResponse:
    """Remember an explicit choice of language (a functional cookie) and go on to `next`, a path of this host."""
    if code not in languages.codes():
        raise Http404
    wanted = request.GET.get("next", "")
    safe = wanted.startswith("/") and url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    response = HttpResponseRedirect(wanted if safe and wanted.isprintable() else f"/{code}/")
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        code,
        max_age=settings.LANGUAGE_COOKIE_AGE,
        path=settings.LANGUAGE_COOKIE_PATH,
        secure=settings.LANGUAGE_COOKIE_SECURE,
        samesite="Lax",
    )
    return response


@require_safe
@never_cache
def short_code(request: HttpRequest, code: str) -> HttpResponse:
    """Lead from a printed code to its record's page: 404 when the code is unknown or not shown now, 410 when gone."""
    row = short_codes.find(code)
    model = registry.models_by_section().get(row.section) if row else None
    if row is None or model is None:
        raise Http404
    scans.count(request, row.code)
    record = _record_of(row, model)
    if record is not None and record.live:
        return _redirect_by_language(record.get_url(preferred_language(request)))
    return _not_shown(request, row.section, record)


def _record_of(row: ShortCode, model: type[Record]) -> Any:
    """Return the record of a code: by its slug, else by the code that it carries; None when it was deleted."""
    found = model._default_manager.filter(Q(slug=row.slug) | Q(code=row.code)).order_by("pk")[:2]
    return min(found, key=lambda record: record.slug != row.slug, default=None)


def _not_shown(request: HttpRequest, section: str, record: Any) -> HttpResponse:
    """Say honestly that something is not shown now (404) or gone (410), and show the ways on."""
    language = preferred_language(request)
    with override(language):
        context = {
            "gone": record is None,
            "maker": record and nearby.live_maker(record),
            "centre": record and nearby.nearest_centre(record),
            "section_url": sections.url(section, language),
            "map_url": sections.url("map", language),
        }
        response = render(request, "home/not_shown.html", context, status=410 if record is None else 404)
    patch_vary_headers(response, ("Accept-Language", "Cookie"))
    return response


@require_safe
@never_cache
def health(request: HttpRequest) -> HttpResponse:
    """Answer 200 when database and cache work, 503 when one does not. For load balancers."""
    checks = {"database": _database_works(), "cache": _cache_works()}
    status = "ok" if all(checks.values()) else "failing"
    failing = [name for name, works in checks.items() if not works]
    body = {"status": status, **({"failing": failing} if failing else {})}
    return JsonResponse(body, status=503 if failing else 200)


def _database_works() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            return cursor.fetchone() is not None
    except DjangoDatabaseError:
        log.exception("The database does not answer.")
        return False


def _cache_works() -> bool:
    try:
        cache.set("healthz", 1, 30)
        cache.get("healthz")
    except Exception:  # every cache library raises its own errors
        log.exception("The cache does not answer.")
        return False
    return True


@require_safe
@cache_control(public=True, max_age=3600)
def robots(request: HttpRequest) -> HttpResponse:
    """Tell crawlers what isn't for them and where the sitemap is (RFC 9309)."""
    closed = [*NOT_FOR_ROBOTS, *(f"/{code}/{part}" for code in languages.codes() for part in ("search/", "plan/?"))]
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in closed), ""]
    lines.append(f"Sitemap: {addresses.absolute(request, '/sitemap.xml')}")
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@requires_csrf_token
def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer 404 with a page that offers the same path in the languages that have it.

    Below /admin/ only addresses without a slash at their end come here; the middleware adds it and asks again.
    """
    if request.path.startswith("/admin/"):
        return HttpResponseNotFound()
    return render(request, "404.html", {"elsewhere": _in_other_languages(request)}, status=404)


def _in_other_languages(request: HttpRequest) -> list[dict[str, Any]]:
    """Return the live, public pages that answer at the same path under another language; one query for the slug."""
    parts = request.path.strip("/").split("/")
    if len(parts) < 2 or parts[0] not in languages.codes() or "\x00" in request.path:
        return []
    found = Page.objects.live().public().filter(slug=parts[-1]).exclude(locale__language_code=parts[0])
    offers = []
    for page in found.select_related("locale").order_by("pk")[:10]:
        code = page.locale.language_code
        if page.get_url(request) == addresses.in_language(request.path, code):
            offers.append({"code": code, "name": languages.native_name(code), "url": page.get_url(request)})
    return offers
