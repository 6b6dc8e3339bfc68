"""Content-Security-Policy, inline-free for the public site, another for the admin; the language of a request."""

from __future__ import annotations

from csp.constants import SELF, UNSAFE_INLINE
from csp.middleware import CSPMiddleware
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.middleware.locale import LocaleMiddleware
from django.utils import translation
from django.utils.cache import patch_vary_headers

ADMIN_DIRECTIVES = {
    "script-src": [SELF, UNSAFE_INLINE, "'unsafe-eval'"],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:", "https:"],
    "font-src": [SELF, "data:"],
    "connect-src": [SELF],
    "frame-src": [SELF],
}


class ContentSecurityPolicyMiddleware(CSPMiddleware):
    """django-csp's middleware, relaxed below /admin/ for what Wagtail's own screens need.

    A page there that shows the public site (`response.under_public_policy`) keeps the public policy.
    """

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Put the policy on the response."""
        if request.path.startswith("/admin/") and not getattr(response, "under_public_policy", False):
            response._csp_replace = ADMIN_DIRECTIVES  # type: ignore[attr-defined]  # django-csp's own hook
        return super().process_response(request, response)


class TextCompressionMiddleware(GZipMiddleware):
    """Django's, but a PNG is packed already: it goes out as it is, under its strong ETag."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Compress what isn't a PNG."""
        if response.headers.get("Content-Type") == "image/png":
            return response
        return super().process_response(request, response)


class LanguageMiddleware(LocaleMiddleware):
    """Django's, but a view that answers 404 means it: only what nothing matched is tried with a language."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Name the language; redirect `/products/` to `/vi/products/`, but never `/q/…` or `/api/…`."""
        if response.status_code == 404 and request.resolver_match is not None:
            if not translation.get_language_from_path(request.path_info):
                patch_vary_headers(response, ("Accept-Language",))
            response.headers.setdefault("Content-Language", translation.get_language() or "")
            return response
        return super().process_response(request, response)
