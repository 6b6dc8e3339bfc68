"""What the list of stories and the stories show."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.translation import ngettext

from core import cards, facts, languages, sections
from core.listing import form_context, page_of
from core.numbers import grouped
from stories.filters import StoryFilters
from stories.models import StoryIndexPage, StoryPage

OTHERS = 4


def story_list(request: HttpRequest, page: StoryIndexPage) -> dict[str, Any]:
    """Return the stories, each once, in the best language for the reader."""
    form = StoryFilters(request.GET)
    count = form.count()
    shown = page_of(form.keys(), request.GET.get("page"))
    return {
        **form_context(request, form),
        "page_obj": shown,
        "result_text": count_stories(count),
        "cards": [cards.card_of(story) for story in StoryPage.objects.in_order(shown.object_list)],
    }


def count_stories(count: int) -> str:
    """Say a number of stories in words."""
    return ngettext("%(n)s story", "%(n)s stories", count) % {"n": grouped(count)}


def story_detail(request: HttpRequest, story: StoryPage) -> dict[str, Any]:
    """Return the subjects of a story, its sources, the next story and others close to it."""
    following, others = further_stories(story)
    subjects = story.live_subjects()
    return {
        "subjects": subjects,
        "place": next((subject for subject in subjects if subject.section == "villages"), None),
        "stories_url": sections.url("stories", languages.active()),
        "source_list": [source for line in story.sources.splitlines() for source in facts.sources(line)],
        "next_story": following,
        "others": others,
    }


def further_stories(story: StoryPage) -> tuple[StoryPage | None, list[StoryPage]]:
    """Return the story that follows in the list, round and round, and those that share most subjects with it."""
    best = StoryPage.objects.best_by_story()
    keys = list(best)
    place = keys.index(story.translation_key) if story.translation_key in best else -1
    rest = [key for key in [*keys[place + 1 :], *keys[: max(place, 0)]] if key != story.translation_key]
    if not rest:
        return None, []
    shared = StoryPage.objects.sharing(story.subject_rows)
    near = sorted(rest[1:], key=lambda key: -shared[key])[:OTHERS]
    following, *others = StoryPage.objects.in_order([best[key] for key in (rest[0], *near)])
    return following, others
