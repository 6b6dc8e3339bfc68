"""Which requests the page cache answers, and under which key. What isn't in the key is hidden from whoever answers."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urlsplit

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest

from core import languages

MAX_QUERY = 1000  # characters
EMBEDDED = "embed"  # what stands in frames of other sites takes its language from the query
# Where a link was clicked says nothing about the page, and is nobody else's business: it isn't even passed on.
TRACKING = frozenset({"fbclid", "gclid", "dclid", "msclkid", "yclid", "zarsrc", "igshid", "mc_cid", "mc_eid"})
TRACKING_PREFIX = "utm_"
# A program's part of a page, or a login: such requests are passed by.
SIGNS_OF_OTHERS = ("HTTP_AUTHORIZATION", "HTTP_HX_REQUEST", "HTTP_X_REQUESTED_WITH")
# No answer of ours depends on these, because whoever makes it doesn't get them.
HIDDEN = (
    "HTTP_COOKIE",
    "HTTP_ACCEPT_LANGUAGE",
    "HTTP_ACCEPT_ENCODING",
    "HTTP_IF_NONE_MATCH",
    "HTTP_IF_MODIFIED_SINCE",
)


@dataclass(frozen=True)
class Question:
    """What an anonymous reader asks for: the key, and the query in its one form (sorted names, no blanks)."""

    key: str
    query: str
    names: frozenset[str]

    @classmethod
    def of(cls, request: HttpRequest) -> Question | None:
        """Return the question of a request; None when it is none for the cache."""
        if request.method not in ("GET", "HEAD") or not is_public(request.path) or not is_anonymous(request):
            return None
        try:
            host = request.get_host()
            pairs = _pairs(request.META.get("QUERY_STRING", ""))
        except (DisallowedHost, ValueError):
            return None
        query = urlencode(pairs)
        if len(query) > MAX_QUERY or not _is_ours(host):
            return None
        key = f"{request.scheme}://{host}{request.path}?{query}"
        return cls(key, query, frozenset(name for name, _value in pairs))

    @contextmanager
    def posed(self, request: HttpRequest) -> Iterator[None]:
        """Within, the request says no more than the key does."""
        hidden = {name: request.META.pop(name) for name in HIDDEN if name in request.META}
        hidden["QUERY_STRING"] = request.META.get("QUERY_STRING", "")
        request.META["QUERY_STRING"] = self.query
        try:
            yield
        finally:
            request.META.update(hidden)


def is_public(path: str) -> bool:
    """Tell whether a path is of the public site and says itself in which language it answers, or needs none."""
    head, _, rest = path[1:].partition("/")
    if head in languages.codes():
        return not rest.startswith("_util/")
    if head == EMBEDDED:
        return True
    return not rest and head.startswith("sitemap") and head.endswith(".xml")


def is_anonymous(request: HttpRequest) -> bool:
    """Tell whether nothing in the request belongs to one person: no session, form or message, no login."""
    cookies = request.META.get("HTTP_COOKIE", "")
    if cookies and any(name in cookies for name in _personal_cookies()):
        return False
    return not any(sign in request.META for sign in SIGNS_OF_OTHERS)


def _personal_cookies() -> tuple[str, ...]:
    return settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, "messages"


def _is_ours(host: str) -> bool:
    """Tell whether a host is spelt as in the settings; any port or spelling would make entries of its own."""
    allowed = settings.ALLOWED_HOSTS
    return host in allowed or "*" in allowed or host == urlsplit(settings.WAGTAILADMIN_BASE_URL).netloc


def _pairs(raw: str) -> list[tuple[str, str]]:
    """Return the query's pairs sorted by name, values of one name in their order; raise `ValueError` for too many."""
    if not raw:
        return []
    text = raw.encode("latin-1", "replace").decode("utf-8", "replace")
    pairs = parse_qsl(text, max_num_fields=settings.DATA_UPLOAD_MAX_NUMBER_FIELDS)
    return sorted((pair for pair in pairs if not _is_tracking(pair[0])), key=lambda pair: pair[0])


def _is_tracking(name: str) -> bool:
    return name in TRACKING or name.startswith(TRACKING_PREFIX)
