"""What the pages of crafts show."""

from __future__ import annotations

from operator import methodcaller
from typing import Any

from django.http import HttpRequest
from django.utils.dates import MONTHS
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core import facts, languages, sections
from core.cards import foreign
from core.labels import Label
from core.listing import listing
from core.numbers import grouped
from core.related import stories_about
from crafts.filters import CraftFilters
from crafts.models import Craft, CraftIndexPage, CraftStep

SHOWN = 12


def craft_list(request: HttpRequest, page: CraftIndexPage) -> dict[str, Any]:
    """Return the filtered list of crafts."""
    return listing(request, CraftFilters(request.GET), Craft.objects.live(), methodcaller("for_list"), count_crafts)


def count_crafts(count: int) -> str:
    """Say a number of crafts in words."""
    return ngettext("%(n)s craft", "%(n)s crafts", count) % {"n": grouped(count)}


def craft_detail(request: HttpRequest, craft: Craft) -> dict[str, Any]:
    """Return the steps, villages and products of a craft."""
    steps = list(craft.steps.all())
    language = languages.active()
    return {
        "facts": [
            facts.text_fact(_("Family"), craft.get_family_display()),
            facts.text_fact(_("Country"), {"VN": _("Vietnam"), "ID": _("Indonesia")}.get(craft.country_code, "")),
            facts.text_fact(_("Made in"), ", ".join(str(MONTHS[month]) for month in craft.month_numbers)),
        ],
        "sources": facts.sources(craft.source or (steps[0].source if steps else "")),
        "confidence": facts.confidence_words(craft.confidence or (steps[0].confidence if steps else "")),
        "points": [],
        "steps": steps_of(craft),
        "villages_url": f"{sections.url('villages', language)}?craft={craft.slug}",
        "products_url": f"{sections.url('products', language)}?craft={craft.slug}",
        "stories": stories_about(craft),
        "villages": list(craft.villages.live().for_cards().by_name()[:SHOWN]) if craft.pk else [],
        "products": list(craft.products.live().for_list().by_name()[:SHOWN]) if craft.pk else [],
    }


def steps_of(craft: Craft | None) -> list[dict[str, Any]]:
    """Return the steps of a craft for the steps component; none without a craft."""
    return [step_row(number, step) for number, step in enumerate(craft.steps.all(), start=1)] if craft else []


def step_row(number: int, step: CraftStep) -> dict[str, Any]:
    """Return one step for the steps component, in one language: the best that both its texts have."""
    title, text = Label(step.title).data, Label(step.text).data
    language = languages.best(set(title) & set(text)) or languages.active()
    return {
        "number": number,
        "title": title.get(language, str(step.title)),
        "text": text.get(language, str(step.text)),
        "duration": str(step.duration),
        "tool": str(step.tool),
        "image": None,
        "lang": foreign(language),
    }
