"""The tag for what a page says of itself where a link to it is shared."""

from __future__ import annotations

from django import template

from core.social.sharing import Sharing, of_page

register = template.Library()


@register.simple_tag(takes_context=True)
def sharing(context: template.Context) -> Sharing | None:
    """Return it for a page with an address; None for errors and previews."""
    request, head = context.get("request"), context.get("head")
    if not request or not head or getattr(request, "is_preview", False):
        return None
    return of_page(request, head, context.get("record"), context.get("page"))
