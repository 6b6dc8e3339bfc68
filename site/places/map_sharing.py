"""The addresses by which a map is passed on: its page, and its frame for other sites."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest
from django.utils.html import format_html

from core import addresses, languages
from core.filters import FilterForm

EMBED_PATH = "/embed/map/"
PRIVATE = frozenset({"near"})  # where the reader is stays with the reader
HEIGHT = 480  # pixels of the frame


@dataclass(frozen=True)
class Share:
    """What the reader copies: the page's address, the frame's, and the frame as HTML."""

    address: str
    embed: str
    snippet: str


def share_of(request: HttpRequest, path: str, title: str, parts: list[tuple[str, str]], fragment: str = "") -> Share:
    """Return the share of a map that stands on `path`; `parts` name its layer, and its filters or its record."""
    embed = addresses.absolute(request, f"{EMBED_PATH}?{urlencode([('lang', languages.active()), *parts])}")
    snippet = format_html(
        '<iframe src="{}" title="{}" width="100%" height="{}" loading="lazy"></iframe>', embed, title, HEIGHT
    )
    return Share(addresses.absolute(request, path) + fragment, embed, str(snippet))


def public_pairs(form: FilterForm) -> list[tuple[str, str]]:
    """Return the valid filters of a form without what is private or only orders a list."""
    return [(name, value) for name, value in form.pairs() if name not in PRIVATE | {"sort"}]
