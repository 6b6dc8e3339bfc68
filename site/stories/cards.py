"""How stories look in a list."""

from __future__ import annotations

from django.utils.translation import ngettext

from core import languages
from core.cards import Card, foreign, planned
from places.models import Village
from stories.models import StoryPage


def story_card(story: StoryPage) -> Card:
    """Return the card of a story, at the address of the reader's language."""
    place = next((row.village for row in story.subject_rows if row.village), None)
    return story_card_at(story, place, story.motif)


def story_card_at(story: StoryPage, place: Village | None, motif: str) -> Card:
    """Return the card of a story whose place and motif are known already, so that its subjects aren't read."""
    minutes = story.reading_minutes
    read = ngettext("%(n)s minute to read", "%(n)s minutes to read", minutes) % {"n": minutes}
    return Card(
        url=f"/{languages.active()}/stories/{story.slug}/",
        slug=story.slug,
        title=story.title,
        title_lang=foreign(story.language),
        eyebrow=" · ".join(part for part in (place.name_in()[0] if place else "", read) if part),
        text=story.introduction,
        text_lang=foreign(story.language),
        motif=motif,
        image=story.photograph,
        plan=planned(place, named=True),
    )
