"""One kept answer: compressed once, sent often, each form under a strong ETag of its own (RFC 9110 § 8.8.3)."""

from __future__ import annotations

import gzip
import hashlib
import re
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response

from core import clock

SHORT = 200  # bytes that aren't worth compressing
REVALIDATE = "max-age=0, must-revalidate"
LONGEST_AT_CDN = 60 * 60  # seconds: a purge that got lost heals within the hour
NOT_KEPT = frozenset({"etag", "content-length", "cache-control", "vary", "date", "last-modified"})
_GZIP = re.compile(r"\bgzip\b")


@dataclass(frozen=True)
class Entry:
    """An answer, right under `version` and before `until` (a timestamp). `body` is compressed when `packed`."""

    version: str
    until: float
    headers: tuple[tuple[str, str], ...]
    digest: str
    body: bytes
    packed: bool

    @classmethod
    def of(cls, response: HttpResponse, version: str, until: datetime) -> Entry:
        """Keep a response as it is."""
        plain = response.content
        body = gzip.compress(plain, compresslevel=6, mtime=0) if len(plain) >= SHORT else plain
        packed = len(body) < len(plain)
        return cls(
            version=version,
            until=until.timestamp(),
            headers=tuple((name, value) for name, value in response.items() if name.lower() not in NOT_KEPT),
            digest=hashlib.blake2b(plain, digest_size=12).hexdigest(),
            body=body if packed else plain,
            packed=packed,
        )

    def answer(self, request: HttpRequest) -> HttpResponseBase:
        """Return the response to this request: the page in the form that it accepts, or 304."""
        packed = self.packed and _GZIP.search(request.META.get("HTTP_ACCEPT_ENCODING", "")) is not None
        etag = f'"{self.digest}-gzip"' if packed else f'"{self.digest}"'
        response = HttpResponse(gzip.decompress(self.body) if self.packed and not packed else self.body)
        headers = response.headers
        for name, value in self.headers:
            headers[name] = value
        headers["ETag"], headers["Vary"] = etag, "Accept-Encoding"
        headers["Cache-Control"] = self._cache_control()
        headers["Content-Length"] = str(len(response.content))
        if packed:
            headers["Content-Encoding"] = "gzip"
        return get_conditional_response(request, etag=etag, response=response) or response

    def _cache_control(self) -> str:
        """Browsers ask each time; a CDN that we can purge may keep the page until it changes by itself."""
        if not settings.CDN_PURGE_URL:
            return REVALIDATE
        seconds = int(min(LONGEST_AT_CDN, self.until - clock.now().timestamp()))
        return f"public, s-maxage={max(0, seconds)}, {REVALIDATE}"
