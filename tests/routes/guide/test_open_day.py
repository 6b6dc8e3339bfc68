from __future__ import annotations

from datetime import date

import pytest
from django.utils import translation

from routes.doors import Door, Known
from routes.guide.open_day import Called, open_day

MONDAY = date(2026, 11, 30)


class Place:
    def __init__(self, name):
        self.name = name

    def name_in(self):
        return self.name, "vi"


def calls(*known, day=1):
    return [Called(number, day, Place(f"Nơi {number}"), Door(one)) for number, one in enumerate(known, start=1)]


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def test_the_closed_ones_are_counted_and_named():
    found = open_day(calls(Known.OPEN, Known.CLOSED, Known.UNKNOWN, Known.CLOSED, Known.OPEN), MONDAY, chosen=True)
    assert found.when == "Monday, 30 November 2026"
    assert found.count == "2 of 5 closed"
    assert [(stop.number, stop.name, stop.lang) for stop in found.closed] == [(2, "Nơi 2", "vi"), (4, "Nơi 4", "vi")]
    assert found.unknown == "The opening hours of 1 stop are not known."
    assert found.level == "closed"


@pytest.mark.parametrize(
    ("known", "count", "level"),
    [
        ((Known.OPEN, Known.OPEN), "nothing is closed", "open"),
        ((Known.OPEN, Known.UNKNOWN), "none known to be closed", "unknown"),
        ((Known.CLOSED,), "1 of 1 closed", "closed"),
    ],
)
def test_without_a_closed_one_nothing_is_claimed_for_the_unknown(known, count, level):
    found = open_day(calls(*known), MONDAY, chosen=True)
    assert (found.count, found.level) == (count, level)


def test_today_and_several_days_are_said():
    assert open_day(calls(Known.OPEN), MONDAY, chosen=False).when.startswith("Today")
    assert "days after" in open_day(calls(Known.OPEN, day=2), MONDAY, chosen=True).when


def test_no_stop():
    assert open_day([], MONDAY, chosen=True) is None
