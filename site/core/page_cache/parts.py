"""The head and foot of every page, rendered once per language and section; only links to other languages differ."""

from __future__ import annotations

from typing import Any

from django.template.loader import render_to_string
from django.utils.html import escape

from core import freshness

_kept: dict[tuple[str, str, str], tuple[str, str]] = {}


def rendered(template: str, language: str, switcher: list[dict[str, Any]], values: dict[str, Any]) -> str:
    """Return the part's HTML; `values` may differ by `language` and by the current one of its `nav_items` only.

    It is kept while the answer's version holds, as the pages are.
    """
    version = freshness.version()
    current = next((item["url"] for item in values["nav_items"] if item["current"]), "")
    key = (template, language, current)
    held, html = _kept.get(key, ("", ""))
    if not version or held != version:
        places = [{**entry, "url": _place_of(entry["code"])} for entry in switcher]
        html = render_to_string(template, {**values, "languages": places})
        if version:
            _kept[key] = version, html
    for entry in switcher:
        html = html.replace(_place_of(entry["code"]), escape(entry["url"]))
    return html


def _place_of(code: str) -> str:
    """Return what stands for the address in a language; no address holds such brackets unescaped."""
    return f"⟦{code}⟧"
