"""A closure or the dates of a fair keep the door shut on every surface: page, card, feed and filter."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.http import QueryDict
from django.utils import translation
from tests.factories import make_centre

from centres.door import changes_of, door
from centres.filters import CentreFilters
from centres.hours import Kind
from centres.models import Centre, OpeningPeriod
from centres.visit import state_words
from core import clock
from places.models import Notice

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 24, 12, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


def fresh(centre):
    return Centre.objects.for_detail().get(pk=centre.pk)


@pytest.mark.parametrize(
    ("kind", "starts", "ends", "open_"),
    [
        ("closure", date(2026, 11, 20), None, False),
        ("closure", date(2026, 11, 24), date(2026, 11, 24), False),
        ("closure", date(2026, 11, 25), None, True),
        ("closure", date(2026, 11, 1), date(2026, 11, 23), True),
        ("warning", date(2026, 11, 20), None, True),
    ],
)
def test_a_closure_shuts_the_door(kind, starts, ends, open_):
    centre = make_centre(hours=("08:00", "17:00"))
    Notice.objects.create(centre=centre, kind=kind, text={"en": "Roof works"}, starts_on=starts, ends_on=ends)
    with clock.frozen(NOON):
        assert (door(fresh(centre)).kind is Kind.OPEN) == open_
        first, *later = changes_of(fresh(centre))
        today = [first, *(change for change in later if change[0] < "2026-11-25")]
        assert ([word for _at, word in today] == ["closed"]) != open_
        found = CentreFilters(QueryDict("open_on=2026-11-24T12:00")).apply(Centre.objects.live())
        assert (centre in found) == open_


@pytest.mark.parametrize(
    ("first", "last", "open_"), [(23, 25, True), (24, 24, True), (25, 26, False), (20, 23, False)]
)
def test_a_fair_stand_is_open_on_its_dates_only(first, last, open_):
    dates = {"fair_starts_on": date(2026, 11, first), "fair_ends_on": date(2026, 11, last)}
    centre = make_centre(hours=("08:00", "17:00"), kind="fair_stand", **dates)
    with clock.frozen(NOON):
        assert (door(fresh(centre)).kind is Kind.OPEN) == open_
    for moment in ("2026-11-24", "2026-11-24T12:00"):
        found = CentreFilters(QueryDict(f"open_on={moment}")).apply(Centre.objects.live())
        assert (centre in found) == open_


def test_no_hours_are_unknown_never_closed():
    centre = make_centre()
    with clock.frozen(NOON):
        assert door(fresh(centre)).kind is Kind.UNKNOWN
        assert changes_of(fresh(centre)) == []


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (28, "Closed now, opens 5 December 2026 at 08:00"),  # a Saturday, at noon: not “opens Saturday”
        (29, "Closed now, opens Saturday at 08:00"),
        (21, "Closed now, opens 28 November 2026 at 08:00"),
    ],
)
def test_a_door_that_opens_once_a_week_names_the_date_when_it_is_a_week_ahead(day, words):
    centre = make_centre()
    OpeningPeriod.objects.create(centre=centre, weekdays=1 << 5, opens="08:00", closes="11:00")
    now = datetime(2026, 11, day, 12, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
    with clock.frozen(now), translation.override("en"):
        assert state_words(door(fresh(centre)), now) == words
