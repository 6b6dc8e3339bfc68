"""“Was it open?”: counted once, on the centre's own day, without a trace of who said it."""

from __future__ import annotations

import threading
from datetime import UTC, date, datetime, timedelta
from unittest import mock

import pytest
from django.core.cache import cache
from django.db import OperationalError, connection, connections, transaction
from django.db.models import QuerySet
from django.db.utils import IntegrityError
from tests import factories
from tests.centres.truth.world import DAY, FROM_HERE, NOON, centre_in, counts, door, tell
from tests.page_cache import committed, version

from centres.models import Centre, DoorCount
from centres.truth import answer_view, found_closed
from centres.truth.counting import Answer, add_one
from centres.truth.limits import Limit
from core import clock

pytestmark = pytest.mark.django_db


def test_each_answer_adds_one_to_its_own_count(client, centre):
    for answer in ("open", "open", "closed", "not_found"):
        assert tell(client, centre, answer).status_code == 200
    assert counts(centre) == {DAY: (2, 1, 1)}
    assert str(DoorCount.objects.get()) == f"{centre.pk} 2026-11-22: 2/1/1"


@pytest.mark.parametrize(
    ("zone", "utc", "day"),
    [
        ("Asia/Ho_Chi_Minh", datetime(2026, 11, 21, 16, 59, tzinfo=UTC), date(2026, 11, 21)),
        ("Asia/Ho_Chi_Minh", datetime(2026, 11, 21, 17, 0, tzinfo=UTC), date(2026, 11, 22)),
        ("Asia/Jakarta", datetime(2026, 11, 21, 16, 59, tzinfo=UTC), date(2026, 11, 21)),
        ("Asia/Makassar", datetime(2026, 11, 21, 16, 0, tzinfo=UTC), date(2026, 11, 22)),
        ("Asia/Makassar", datetime(2026, 11, 21, 15, 59, tzinfo=UTC), date(2026, 11, 21)),
        ("Asia/Jayapura", datetime(2026, 11, 21, 15, 0, tzinfo=UTC), date(2026, 11, 22)),
    ],
)
def test_the_day_is_the_centres_own(client, zone, utc, day):
    centre = centre_in(zone)
    with clock.frozen(utc):
        tell(client, centre)
    assert list(counts(centre)) == [day]


@pytest.mark.parametrize(("ago", "status"), [(0, 200), (6, 200), (7, 400), (-1, 400), (400, 400)])
def test_a_planned_day_counts_within_the_week(client, centre, ago, status):
    day = DAY - timedelta(days=ago)
    response = tell(client, centre, "closed", day=day.isoformat())
    assert response.status_code == status
    assert counts(centre) == ({day: (0, 1, 0)} if status == 200 else {})


@pytest.mark.sampled(3)
@pytest.mark.parametrize("day", ["2026-13-45", "yesterday", "22.11.2026", "\x00", "9" * 50, "2026-11-22T09:00"])
def test_a_day_that_is_none_is_named(client, centre, day):
    response = tell(client, centre, day=day)
    assert response.status_code == 400
    assert "Day: we count answers" in response.content.decode()


@pytest.mark.sampled(3)
@pytest.mark.parametrize("answer", ["", "OPEN", "perhaps", "id", "day", "\x00", "open closed"])
def test_an_answer_that_is_none_is_refused_and_asked_again(client, centre, answer):
    response = tell(client, centre, answer)
    assert response.status_code == 400
    assert "Answer: choose" in response.content.decode()
    assert 'value="not_found"' in response.content.decode()
    assert counts(centre) == {}


def test_one_row_a_day(centre):
    DoorCount.objects.create(centre=centre, day=DAY)
    with pytest.raises(IntegrityError), transaction.atomic():
        DoorCount.objects.create(centre=centre, day=DAY)


def test_the_second_of_two_first_visitors_adds_to_the_row_of_the_first(centre):
    """Between its UPDATE, which finds nothing, and its INSERT somebody else is first."""
    update = QuerySet.update

    def beaten(queryset, **values):
        changed = update(queryset, **values)
        if not changed:
            DoorCount(centre=centre, day=DAY, closed=1).save(force_insert=True)
        return changed

    with mock.patch.object(QuerySet, "update", beaten):
        add_one(centre, DAY, Answer.CLOSED)
    assert counts(centre) == {DAY: (0, 2, 0)}


@pytest.mark.django_db(transaction=True)
@pytest.mark.postgres
@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite in memory has one connection")
def test_many_at_once_lose_none():
    centre = factories.make_centre()

    def answer():
        for _ in range(25):
            add_one(centre, DAY, Answer.OPEN)
        connections.close_all()

    threads = [threading.Thread(target=answer) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert counts(centre) == {DAY: (100, 0, 0)}


# --- what the answer says, and to whom -------------------------------------------------------------------------------


def test_without_javascript_a_page_says_thank_you_and_leads_back(client, centre):
    response = tell(client, centre)
    text = response.content.decode()
    assert "Thank you" in text
    assert f'href="/en/centres/{centre.slug}/"' in text
    assert 'content="noindex' in text
    assert "no-store" in response["Cache-Control"]


def test_with_javascript_the_words_come_alone(client, centre):
    response = tell(client, centre, headers={**FROM_HERE, "Accept": "application/json"})
    assert response.json()["title"] == "Thank you"
    assert counts(centre) == {DAY: (1, 0, 0)}


def test_get_is_told_what_the_address_is_for(client, centre):
    response = client.get(door(centre))
    assert (response.status_code, response["Allow"]) == (405, "POST")
    assert 'method="post"' in response.content.decode()
    assert client.head(door(centre)).status_code == client.put(door(centre)).status_code == 405
    assert counts(centre) == {}


def test_unknown_and_hidden_centres_are_not_there(client, centre):
    Centre.objects.update(live=False)
    assert tell(client, centre).status_code == client.get(door(centre)).status_code == 404
    assert client.post("/en/centres/no-such/was-it-open/", {"answer": "open"}, headers=FROM_HERE).status_code == 404
    assert counts(centre) == {}


@pytest.mark.parametrize("accept", ["text/html", "application/json"])
def test_nobody_gets_a_cookie_and_nothing_about_them_is_kept(client, centre, accept):
    response = tell(client, centre, headers={**FROM_HERE, "Accept": accept, "User-Agent": "Nokia 3310"})
    assert not response.cookies
    columns = {column.name for column in DoorCount._meta.get_fields()}
    assert columns == {"id", "centre", "day", "open", "closed", "not_found"}


def test_an_answer_leaves_every_kept_page_as_it_is(client, centre, kept_pages, settings):
    factories.site_tree()
    first = client.get(centre.get_url("en")).content
    before = version()
    with committed():
        tell(client, centre, "closed")
    assert version() == before
    assert counts(centre) == {DAY: (0, 1, 0)}
    assert client.get(centre.get_url("en")).content == first


def test_a_database_that_does_not_write_is_told_without_an_error(client, centre):
    with mock.patch.object(answer_view, "add_one", side_effect=OperationalError("database is locked")):
        response = tell(client, centre)
    assert response.status_code == 503
    assert "try again" in response.content.decode()


# --- from here, and not too often ------------------------------------------------------------------------------------


@pytest.mark.sampled(3)
@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Sec-Fetch-Site": "same-origin"}, 200),
        ({"Origin": "http://testserver"}, 200),
        ({"Referer": "http://testserver/en/centres/x/"}, 200),
        ({"Origin": "http://localhost:8000"}, 200),  # WAGTAILADMIN_BASE_URL, when a proxy changes the host
        ({}, 403),
        ({"Sec-Fetch-Site": "cross-site", "Origin": "http://testserver"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Sec-Fetch-Site": "none"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://testserver.evil.example"}, 403),
        ({"Origin": "https://testserver"}, 403),
        ({"Origin": "http://evil.example", "Referer": "http://testserver/"}, 403),
        ({"Referer": "http://[broken"}, 403),
        ({"Referer": "testserver"}, 403),
    ],
)
def test_only_a_page_of_this_site_may_send(client, centre, headers, status):
    assert tell(client, centre, headers=headers).status_code == status
    assert bool(counts(centre)) is (status == 200)


def test_a_parcel_is_no_answer(client, centre):
    assert tell(client, centre, stuffing="x" * 5000).status_code == 413
    assert counts(centre) == {}


def test_one_connection_counts_twice_a_day_at_one_door(client, centre, limits):
    pages = [tell(client, centre, "closed").content.decode() for _ in range(4)]
    assert counts(centre) == {DAY: (0, 2, 0)}
    assert ["so this one was not counted" in page for page in pages] == [False, False, True, True]
    other = centre_in("Asia/Ho_Chi_Minh")
    tell(client, other)
    assert counts(other) == {DAY: (1, 0, 0)}
    with clock.frozen(NOON + timedelta(days=1)):
        tell(client, centre, "closed")
    assert counts(centre)[DAY + timedelta(days=1)] == (0, 1, 0)


def test_a_flood_at_one_door_is_held(client, centre, limits):
    statuses = [
        client.post(door(centre), {"answer": "closed"}, headers=FROM_HERE, REMOTE_ADDR=f"203.0.113.{n}").status_code
        for n in range(25)
    ]
    assert statuses == [200] * 20 + [429] * 5
    assert counts(centre) == {DAY: (0, 20, 0)}
    with clock.frozen(NOON + timedelta(minutes=1)):
        assert tell(client, centre).status_code == 200


def test_no_single_connection_puts_a_centre_on_the_list_in_a_day(client, centre, limits):
    """Neither by telling of the days before, nor where a day of universal time ends: 7 o'clock in Hà Nội."""
    for hours in (-11, -6, -5, 0, 11):
        with clock.frozen(NOON + timedelta(hours=hours)):
            for ago in range(7):
                tell(client, centre, "closed", day=(DAY - timedelta(days=ago)).isoformat())
    assert sum(closed for _, closed, _ in counts(centre).values()) == 2
    assert found_closed.of(centre) is None


@pytest.mark.parametrize("flood", [True, False], ids=["a crowd", "a database that does not write"])
def test_what_was_not_counted_by_no_fault_of_the_visitor_may_be_said_again(client, centre, limits, flood):
    about = mock.patch.object(answer_view.limits, "ANSWERS_ABOUT_A_CENTRE", Limit("none", 0, 60))
    unwritten = mock.patch.object(answer_view, "add_one", side_effect=OperationalError("database is locked"))
    with about if flood else unwritten:
        statuses = {tell(client, centre).status_code for _ in range(3)}
    assert statuses == {429 if flood else 503}
    tell(client, centre)
    assert counts(centre) == {DAY: (1, 0, 0)}


def test_while_the_cache_is_away_nothing_counts_and_nobody_is_called_too_eager(client, centre, limits):
    with mock.patch.object(cache, "incr", side_effect=ConnectionError):
        response = tell(client, centre)
    assert response.status_code == 503
    assert "could not be written just now" in response.content.decode()
    assert counts(centre) == {}


def test_no_address_lies_in_the_cache(client, centre, limits):
    seen = []
    with mock.patch.object(cache, "add", side_effect=lambda *args: seen.append(args)):
        client.post(door(centre), {"answer": "open"}, headers=FROM_HERE, REMOTE_ADDR="203.0.113.77")
    assert seen
    assert all("203.0.113" not in str(args) and 0 < args[2] <= 24 * 60 * 60 for args in seen)


def test_the_fixture_counts_in_a_cache_that_counts(limits):
    assert [answer_view.limits.ANSWERS_AT_A_DOOR.allows("x") for _ in range(3)] == [True, True, False]
