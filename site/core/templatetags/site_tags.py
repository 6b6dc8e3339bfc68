"""Template tags: labels with their language, cards, static narrative helpers. None of them touches the database."""

from __future__ import annotations

import re
from typing import Any

from django import template
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString

from core import cards, illustrations, photographs, qr
from core.map_words import base_words
from core.marked import Marked, marked, marked_label
from core.numbers import grouped
from core.panels import as_script

register = template.Library()
register.filter(grouped)
SPAN_OF_TIME = re.compile(r"\d\d:\d\d–\d\d:\d\d")


@register.filter
def unbroken(words: Any) -> SafeString:
    """Keep each of several times of the day (“08:00–11:30, 13:30–17:30”) on one line."""
    text = conditional_escape(words)
    if len(SPAN_OF_TIME.findall(text)) < 2:
        return text
    return SafeString(SPAN_OF_TIME.sub(r'<span class="unbroken">\g<0></span>', text))  # escaped before


@register.simple_tag
def label(value: Any) -> Marked:
    """Print a label; when it falls back to another language, mark that language."""
    return marked_label(value)


@register.simple_tag
def name_of(record: Any) -> Marked:
    """Print a record's name, marked with its language when it isn't the reader's."""
    return marked(*record.name_in())


@register.simple_tag(takes_context=True)
def card(context: template.Context, item: Any, tag: str = "h3", variant: str = "", **more: Any) -> SafeString:
    """Render the card of a record, a story or a ready-made `Card`; a variant is one of the plain card.

    `more` is `eager` for a picture of the first screen, and `excerpt` and `excerpt_lang` of what a search found.
    """
    shown = item if isinstance(item, cards.Card) else cards.card_of(item)
    values = {"eager": False, **vars(shown), **more, "tag": tag, "variant": variant, "request": _request(context)}
    name = "components/card.html" if variant else shown.template
    engine = context.template.engine  # type: ignore[union-attr]  # a tag is only rendered inside a template
    return engine.get_template(name).render(context.new(values))  # shares the page's request and its processors


@register.simple_tag
def to_plan(place: Any, named: bool = False) -> cards.Planned | None:
    """Return what adds a village or centre to the reader's plan, for components/add_to_plan.html."""
    return cards.planned(place, named)


@register.simple_tag(takes_context=True)
def motif(context: template.Context, family: str, seed: str, size: str = "card") -> SafeString:
    """Draw the motif of a record: its craft's family says what, its slug how."""
    return illustrations.inline(_request(context), family, seed, size)


@register.simple_tag(takes_context=True)
def motif_definitions(context: template.Context) -> SafeString:
    """Print what the motifs of the page share; stands once, after all of them."""
    return illustrations.definitions(_request(context))


@register.inclusion_tag("components/photograph.html")
def photograph(picture: Any, shape: str = "card", sizes: str = "", eager: bool = False) -> dict[str, Any]:
    """Show the photograph of a record, or a picture of a text; nothing for one without a credit.

    Only the first kind follows the page's language: a text may be in another, so its pictures always name theirs.
    """
    of_record = isinstance(picture, photographs.Photograph)
    photo = picture if of_record else photographs.of_image(picture)
    if photo is None:
        return {"framed": None}
    framed = photo.framed(shape)
    language = cards.foreign(photo.alt_lang) if of_record else photo.alt_lang
    wide = sizes or framed.sizes
    return {
        "framed": framed,
        "sizes": wide if eager else f"auto, {wide}",
        "alt": photo.alt,
        "alt_lang": language if photo.alt else "",
        "colour": photo.colour if of_record else "",
        "eager": eager,
    }


@register.simple_tag
def largest(image: Any) -> tuple[str, int, int]:
    """Return the address, width and height of the largest file of a text's picture."""
    photo = photographs.of_image(image)
    return photo.framed("body").largest if photo else ("", 0, 0)


@register.simple_tag
def qr_code(address: str) -> SafeString:
    """Draw the QR code of an address, for paper."""
    return SafeString(qr.svg(address))  # drawn by segno


def _request(context: template.Context) -> Any:
    """Return the page's request: also inside `include … only`, and in blocks, whose context only names it."""
    return getattr(context, "request", None) or context.get("request")


@register.simple_tag
def json_data(value: Any, role: str) -> SafeString:
    """Hand data to a custom element: JSON in a script that is never run, safe inside HTML."""
    return format_html('<script type="application/json" data-role="{}">{}</script>', role, as_script(value))


@register.simple_tag
def linked_data(value: Any) -> SafeString:
    """Tell machines what the page tells people (JSON-LD), safe inside HTML; nothing for nothing."""
    return format_html('<script type="application/ld+json">{}</script>', as_script(value)) if value else SafeString("")


@register.simple_tag
def map_words() -> dict[str, Any]:
    """Return the words of a small map."""
    return base_words()
