"""What a story leads to: the next one round the list, those that share most with it; the same cost for many."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.conftest import ZONE
from tests.factories import make_craft, make_story, make_village, site_tree

from stories.models import StoryPage, StorySubject
from stories.views import OTHERS, further_stories

pytestmark = [pytest.mark.django_db, pytest.mark.sampled(2)]
DETAIL = 20  # ARCHITECTURE, budgets


def stories(count, **values):
    """Make stories, each a day younger than the one before; return them as the list shows them, newest first."""
    start = datetime(2026, 1, 1, tzinfo=ZONE)
    made = [make_story("vi", f"Story {number}", **values) for number in range(count)]
    for number, story in enumerate(made):
        StoryPage.objects.filter(pk=story.pk).update(first_published_at=start + timedelta(days=number))
    return made[::-1]


def test_next_goes_round_the_list():
    site_tree()
    made = stories(3)
    assert [further_stories(story)[0] for story in made] == [made[1], made[2], made[0]]


def test_one_story_leads_nowhere():
    site_tree()
    assert further_stories(stories(1)[0]) == (None, [])


def test_a_draft_leads_to_the_newest():
    site_tree()
    made = stories(2)
    draft = make_story("vi", "Draft")
    draft.unpublish()
    assert further_stories(draft)[0] == made[0]


def test_stories_that_share_most_come_first():
    site_tree()
    village, craft = make_village(), make_craft()
    made = stories(OTHERS + 4)
    for story in (made[0], made[-1]):
        StorySubject.objects.create(page=story, village=village)
        StorySubject.objects.create(page=story, craft=craft)
    StorySubject.objects.create(page=made[-2], village=village)
    following, others = further_stories(StoryPage.objects.get(pk=made[0].pk))
    assert following == made[1]
    assert others == [made[-1], made[-2], *made[2:OTHERS]]


def test_a_translation_is_the_same_story():
    site_tree()
    made = stories(2)
    english = make_story("en", "In English", key=made[0])
    assert further_stories(english)[0] == made[1]


def test_a_story_costs_the_same_for_many(client):
    site_tree()

    def queries(url):
        with CaptureQueriesContext(connection) as captured:
            assert client.get(url).status_code == 200
        return len(captured)

    village = make_village(crafts=[make_craft()])
    first = stories(OTHERS + 2, subject=village)[0]
    few = queries(first.url)
    for number in range(12):
        make_story("vi", f"More {number}", subject=village)
    assert queries(first.url) <= few <= DETAIL
