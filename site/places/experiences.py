"""What a visitor can make or watch at a village or a centre, in the reader's words."""

from __future__ import annotations

from typing import Any

from django.utils.dates import MONTHS
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core import facts, languages
from core.cards import foreign
from core.fields import months_of
from core.labels import Label


def experience_rows(place: Any) -> list[dict[str, Any]]:
    """Return the live experiences of a place as rows of layout/experiences.html."""
    return [experience_row(experience) for experience in place.experiences.filter(live=True)] if place.pk else []


def experience_row(experience: Any) -> dict[str, Any]:
    """Return one experience as a row of layout/experiences.html."""
    name, description = Label(experience.name), Label(experience.description)
    return {
        "title": str(name),
        "lang": foreign(name.language()),
        "text": str(description),
        "text_lang": foreign(description.language()),
        "facts": [
            facts.text_fact(_("Takes"), _minutes(experience.minutes)),
            facts.text_fact(_("Languages spoken"), _languages(experience.languages)),
            facts.text_fact(_("Group"), _group(experience.group_min, experience.group_max)),
            facts.text_fact(_("Months"), ", ".join(str(MONTHS[month]) for month in months_of(experience.months))),
            facts.label_fact(_("How to ask"), experience.how_to_ask),
        ],
        "sources": facts.sources(experience.source),
    }


def _minutes(minutes: int | None) -> str:
    return ngettext("about %(n)s minute", "about %(n)s minutes", minutes) % {"n": minutes} if minutes else ""


def _languages(codes: str) -> str:
    return ", ".join(languages.name(code.strip()) for code in codes.split(",") if code.strip())


def _group(smallest: int | None, largest: int | None) -> str:
    if smallest and largest:
        return _("%(smallest)s to %(largest)s people") % {"smallest": smallest, "largest": largest}
    if largest:
        return _("at most %(largest)s people") % {"largest": largest}
    return _("at least %(smallest)s people") % {"smallest": smallest} if smallest else ""
