"""What the pages of crafts show."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.dates import MONTHS
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core import facts, languages
from core.cards import foreign
from core.labels import Label
from core.listing import listing
from crafts.filters import CraftFilters
from crafts.models import Craft, CraftIndexPage, CraftStep

SHOWN = 12


def craft_list(request: HttpRequest, page: CraftIndexPage) -> dict[str, Any]:
    """Return the filtered list of crafts."""
    return listing(request, CraftFilters(request.GET), Craft.objects.live().for_list(), count_crafts)


def count_crafts(count: int) -> str:
    """Say a number of crafts in words."""
    return ngettext("%(n)s craft", "%(n)s crafts", count) % {"n": count}


def craft_detail(request: HttpRequest, craft: Craft) -> dict[str, Any]:
    """Return the steps, villages and products of a craft."""
    steps = list(craft.steps.all())
    return {
        "facts": [
            facts.text_fact(_("Family"), craft.get_family_display()),
            facts.text_fact(_("Country"), {"VN": _("Vietnam"), "ID": _("Indonesia")}.get(craft.country_code, "")),
            facts.text_fact(_("Made in"), ", ".join(str(MONTHS[month]) for month in craft.month_numbers)),
        ],
        "sources": facts.sources(craft.source or (steps[0].source if steps else "")),
        "confidence": facts.confidence_words(craft.confidence or (steps[0].confidence if steps else "")),
        "steps": [step_row(number, step) for number, step in enumerate(steps, start=1)],
        "villages": list(craft.villages.live().for_list().by_name()[:SHOWN]) if craft.pk else [],
        "products": list(craft.products.live().for_list().by_name()[:SHOWN]) if craft.pk else [],
    }


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
