"""What an event's calendar allows, and how it is said."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation
from tests.factories import make_event, make_village

from core.fields import mask_of
from places.event_rules import rule_words, wrong
from places.occurrences import Rule

WRONG = [
    (Rule("lunar", (4,), 31), "first_day"),
    (Rule("lunar", (4,), 0), "first_day"),
    (Rule("lunar", (4,), 20, 31), "last_day"),
    (Rule("lunar", (4,), 20, 19), "last_day"),
    (Rule("lunar", (4,), None, 5), "last_day"),
    (Rule("lunar", (), 5), "months"),
    (Rule("solar", (4,), 31), "first_day"),
    (Rule("solar", (2,), 30), "first_day"),
    (Rule("other", (4,), 5), "first_day"),
]
RIGHT = [
    Rule("lunar", (4,), 30), Rule("lunar", (4,), 1, 5), Rule("solar", (2,), 29), Rule("solar", (4, 5), 31),
    Rule("lunar", ()), Rule("other", (2, 3)), Rule("other"),
]  # fmt: skip
WORDS = [
    (Rule("lunar", (4,), 1, 5), "days 1 to 5 of lunar month 4"),
    (Rule("lunar", (4,), 9), "day 9 of lunar month 4"),
    (Rule("lunar", (3,)), "lunar month 3"),
    (Rule("lunar", (1, 2, 3)), "lunar months 1 to 3"),
    (Rule("solar", (10,), 2), "2 October"),
    (Rule("solar", (3,), years="odd"), "March, in odd years"),
    (Rule("other", (11, 12, 1)), "November to January"),
    (Rule("lunar"), ""),
]


@pytest.mark.parametrize(("rule", "field"), WRONG)
def test_what_cannot_be_names_the_field(rule, field):
    assert list(wrong(rule)) == [field]


@pytest.mark.parametrize("rule", RIGHT)
def test_what_can_be(rule):
    assert wrong(rule) == {}


@pytest.mark.parametrize(("rule", "words"), WORDS)
def test_words(rule, words):
    with translation.override("en"):
        assert rule_words(rule) == words


@pytest.mark.django_db
def test_an_event_says_which_field_is_wrong():
    event = make_event(calendar="lunar", months=mask_of([4]), first_day=5, last_day=5)
    event.last_day = 31
    with pytest.raises(ValidationError) as refused:
        event.full_clean()
    assert set(refused.value.message_dict) == {"last_day"}


@pytest.mark.django_db
def test_an_event_lies_in_the_province_of_its_village():
    village = make_village()
    assert make_event(village=village).province == village.province
