"""The question is asked about today on the page of a centre, and at the stop of a plan once its time has come."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.template.loader import render_to_string
from django.utils import translation
from tests.centres.truth.world import NOON, centre_in

from centres.models import Centre
from centres.truth.question import asked_after, question_of
from core import clock, freshness

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


def test_a_centre_asks_the_same_all_day_and_every_day(centre):
    today = question_of(centre)
    with clock.frozen(NOON + timedelta(days=100)):
        assert question_of(centre) == today
    assert today.url == f"/en/centres/{centre.slug}/was-it-open/"
    centre.live = False
    assert question_of(centre) is question_of(Centre()) is None


def test_a_stop_asks_from_its_time_on_for_a_week(centre):
    with freshness.collected(NOON + timedelta(days=9)) as notes:
        assert asked_after(centre, NOON + timedelta(minutes=1)) is None
    assert notes.until == NOON + timedelta(minutes=1)
    assert asked_after(centre, NOON).day == "2026-11-22"
    assert asked_after(centre, NOON - timedelta(days=6)).day == "2026-11-16"
    assert asked_after(centre, NOON - timedelta(days=7)) is None


def test_the_day_of_a_stop_is_the_centres_own():
    late = NOON + timedelta(hours=11)  # 23:00 in Hà Nội, 01:00 of the next day in Jayapura
    with clock.frozen(late):
        days = [asked_after(centre_in(zone), late).day for zone in ("Asia/Ho_Chi_Minh", "Asia/Jayapura")]
    assert days == ["2026-11-22", "2026-11-23"]


def test_two_days_of_a_centre_on_one_page_have_ids_of_their_own(centre):
    first, second = (asked_after(centre, NOON - timedelta(days=days)) for days in (0, 1))
    assert first.key != second.key
    html = render_to_string("components/was_it_open.html", {"question": first})
    assert 'name="day" value="2026-11-22"' in html
    assert "Pottery house on" in html
