"""The values of a facet. Written here and not in a template: a page has hundreds, which took a third of its time."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from core.facets import Option
from core.numbers import grouped

register = template.Library()
LABEL = (
    '<label class="option"><input id="filter-{}-{}" type="checkbox" name="{}" value="{}"{}>'
    " <span{}>{}</span>{}</label>"
)
CHECKED = SafeString(" checked")


@register.simple_tag
def facet_labels(name: str, options: Iterable[Option | dict[str, Any]]) -> SafeString:
    """Print a check box for each value, with how many records it would leave; samples give their values as dicts."""
    given = (Option(**option) if isinstance(option, dict) else option for option in options)
    return format_html_join("", LABEL, (_parts(name, option) for option in given))


def _parts(name: str, option: Option) -> tuple[str, ...]:
    checked = CHECKED if option.chosen else ""
    lang = format_html(' lang="{}"', option.lang) if option.lang else ""
    count = (
        "" if option.count is None else format_html(' <span class="option__count">({})</span>', grouped(option.count))
    )
    return name, option.value, name, option.value, checked, lang, option.label, count
