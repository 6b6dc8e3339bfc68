"""Did a form of this site send this? The check that stands in for Django's CSRF cookie, which would be one too many.

A token in a cookie protects what a browser may do in somebody's name. Here nobody has a name: the most that a foreign
page could do is to send one answer or one question from its visitor's browser. That is refused, by what browsers say
themselves and no page can forge: `Sec-Fetch-Site` (Fetch metadata, W3C) or `Origin` (RFC 6454); an old browser sends a
`Referer`. A program can say whatever it likes, but it doesn't need somebody else's browser either: `limits` holds it.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest


def is_from_here(request: HttpRequest) -> bool:
    """Tell whether a page of this site made the browser send the request; False when the browser doesn't say."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site == "same-origin"
    said = request.headers.get("Origin")
    if said is None:
        said = _origin(request.headers.get("Referer", ""))
    return said in {f"{request.scheme}://{request.get_host()}", _origin(settings.WAGTAILADMIN_BASE_URL)} - {""}


def _origin(address: str) -> str:
    """Return scheme and host of an address; "" when it has none."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return f"{parts.scheme}://{parts.netloc}" if parts.scheme and parts.netloc else ""
