"""Motifs on a page: the picture of a record that has no photograph, drawn into the page itself.

A page needs no request for them: each record adds a few hundred bytes, and what the motifs of one kind share stands
once, at the page's end.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from core.motifs import FAMILIES, compose

GENERAL = "community"  # the village road: where no craft is known
_names: dict[str, Any] = {}
_NEEDED = "motif_definitions"


def name_families(names: Iterable[tuple[str, Any]]) -> None:
    """Say what the craft families are called; the app that has the crafts does."""
    _names.update(names)


def choices() -> list[tuple[str, Any]]:
    """Return the families an editor may choose from."""
    return [(family, _names.get(family, family)) for family in FAMILIES]


def description(family: str) -> str:
    """Return the honest text alternative of a motif."""
    name = _names.get(family)
    return _("Illustration: %(name)s") % {"name": name} if name else _("Illustration")


_MOTIF = (
    '<svg class="motif" viewBox="0 0 {} {}" preserveAspectRatio="xMidYMid slice" role="img" aria-label="{}">{}{}</svg>'
)
_SHARED = '<svg class="motif-definitions" width="0" height="0" aria-hidden="true">{}</svg>'


def inline(request: HttpRequest | None, family: str, seed: str, size: str) -> SafeString:
    """Return a motif as an element of the page; what it shares with others is left to `definitions`.

    Without a request there is no page to share with, and the element carries everything itself.
    """
    motif = compose(family, seed, size)
    own = SafeString("") if request else _defs(motif.defs)
    if request:
        request.__dict__.setdefault(_NEEDED, {}).update(motif.defs)
    body = mark_safe(motif.body)  # drawn by core.motifs from numbers, never from what anybody typed
    return format_html(_MOTIF, motif.width, motif.height, description(motif.family), own, body)


def definitions(request: HttpRequest | None) -> SafeString:
    """Return what the motifs of this page share; nothing when it has none."""
    needed = request.__dict__.get(_NEEDED) if request else None
    return format_html(_SHARED, _defs(needed.items())) if needed else SafeString("")


def _defs(shared: Iterable[tuple[str, str]]) -> SafeString:
    return mark_safe("<defs>" + "".join(markup for _key, markup in shared) + "</defs>")  # drawn by core.motifs
