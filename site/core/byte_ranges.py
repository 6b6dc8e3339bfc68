"""Parts of a video or recording, as players ask for them (RFC 9110, 14): without them Safari plays none of it.

Wagtail serves documents from its own view, which knows whole files only. Remote storages answer for themselves.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from django.http import HttpRequest, HttpResponse

RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")
MOST = 2 * 1024 * 1024  # bytes in one answer; a player asks on (RFC 9110, 15.3.7)


def part_of(document: Any, request: HttpRequest) -> HttpResponse | None:
    """Return the asked part of a local video or recording; None when the whole file is the answer."""
    asked = RANGE.fullmatch(request.headers.get("Range", ""))
    if not asked or not any(asked.groups()) or not document.content_type.startswith(("audio/", "video/")):
        return None
    tag = f'"{document.get_file_hash()}"'
    if request.headers.get("If-Range", tag) != tag:
        return None
    try:
        path = Path(document.file.path)
    except NotImplementedError:
        return None
    size = path.stat().st_size
    first, last = _bounds(asked[1], asked[2], size)
    if first > last:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    headers = {
        "Accept-Ranges": "bytes",
        "Content-Encoding": "identity",  # bytes of the file itself: no middleware may compress them
        "Content-Range": f"bytes {first}-{last}/{size}",
        "Content-Security-Policy": "default-src 'none'",
        "ETag": tag,
    }
    with path.open("rb") as file:
        file.seek(first)
        body = file.read(last - first + 1)
    return HttpResponse(body, status=206, content_type=document.content_type, headers=headers)


def _bounds(first: str, last: str, size: int) -> tuple[int, int]:
    """Return the first and the last byte of an answer; the first lies behind the last when there is nothing."""
    start = int(first) if first else max(size - int(last), 0)  # no first one: the last so many bytes
    end = int(last) if first and last else size - 1
    return start, min(end, size - 1, start + MOST - 1)
