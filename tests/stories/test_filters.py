"""Words in the list of stories: they find a story in any language, and the reader gets the version in the own one."""

from __future__ import annotations

import pytest
from django.http import QueryDict
from django.utils import translation
from tests.factories import make_story, site_tree
from wagtail.models import PageViewRestriction

from stories.filters import StoryFilters

pytestmark = pytest.mark.django_db


@pytest.fixture
def versions():
    """A story in two languages, whose Vietnamese words find it, and one in Vietnamese alone."""
    site_tree()
    first = make_story("vi", "Lửa gốm")
    return first, make_story("en", "The fire", key=first), make_story("vi", "Gốm và lửa")


def listed(query, language="en"):
    with translation.override(language):
        form = StoryFilters(QueryDict(query))
        count = form.count()
        keys = form.keys()
    assert count == len(keys)
    return keys


@pytest.mark.parametrize("sort", ["relevance", "newest", "name"])
def test_words_of_another_language_find_the_version_that_is_read(versions, sort):
    first, english, alone = versions
    assert sorted(listed(f"q=gốm&sort={sort}")) == sorted([english.pk, alone.pk])
    assert sorted(listed(f"q=gốm&sort={sort}", "vi")) == sorted([first.pk, alone.pk])


def test_in_my_language_keeps_what_was_found_in_another(versions):
    assert listed("q=gốm&story=yes") == [versions[1].pk]


def test_the_best_match_first_in_whatever_language(versions):
    first, english, alone = versions
    assert listed("q=lửa gốm") == [english.pk, alone.pk]
    assert listed("q=gốm và lửa") == [alone.pk]
    assert listed("q=fire", "vi") == [first.pk]


def test_words_of_a_version_that_is_private_find_nothing(versions):
    PageViewRestriction.objects.create(page=versions[0], restriction_type=PageViewRestriction.LOGIN)
    assert listed("q=gốm") == [versions[2].pk]
