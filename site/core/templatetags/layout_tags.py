"""Tags of the page's frame."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe

from core.page_cache import parts

register = template.Library()


@register.simple_tag(takes_context=True)
def layout_part(context: template.Context, name: str, **values: Any) -> SafeString:
    """Render `layout/{name}.html`, the same for every page of a language and section but for the `languages`."""
    return mark_safe(parts.rendered(f"layout/{name}.html", context["language"], context["switcher"], values))
