"""A plan in a calendar: whatever is changed of it, a file imported again moves the visits that it brought."""

from __future__ import annotations

import pytest
from icalendar import Calendar
from tests.routes.trips.pages import PAGE, get
from tests.routes.trips.worlds import SATURDAY, make_places, p_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen_now")]


def events(client, query, path=PAGE):
    """The events by the codes of their stops: who they are, and when."""
    calendar = Calendar.from_ical(get(client, query, f"{path}plan.ics").content)
    return {str(event["UID"]).split("-")[2]: (str(event["UID"]), event["DTSTART"].dt) for event in calendar.events}


def test_visits_stay_the_same_events_when_the_plan_is_changed(client):
    places = make_places(6)
    first, more = p_of(*places[:5]), places[5].code
    plain = events(client, f"p={first}&d={SATURDAY}")
    assert set(plain) == {place.code for place in places[:5]}
    changed = {
        "later": f"p={first}&d={SATURDAY}&t=0900-1900&l=0",
        "turned": f"p={p_of(*places[4::-1])}&d={SATURDAY}&o=1",
        "two days": f"p=1{places[0].code}.{''.join(place.code for place in places[1:5])}&d={SATURDAY}&n=2&o=1",
        "by car": f"p={first}&d={SATURDAY}&m=car&s=hanoi",
        "one more": f"p={first}{more}&d={SATURDAY}",
        "marked": f"p=1{places[0].code}MA{''.join(place.code for place in places[1:5])}&d={SATURDAY}",
    }
    for name, query in changed.items():
        found = events(client, query)
        assert {code: uid for code, (uid, _) in found.items() if code != more} == {
            code: uid for code, (uid, _) in plain.items()
        }, name
    assert events(client, f"p={first}&d={SATURDAY}&t=0900-1900") != plain
    assert events(client, f"p={first}&d={SATURDAY}", "/vi/plan/") == plain


def test_plans_of_other_days_that_share_a_stop_leave_each_other_alone(client):
    places = make_places(2)
    one, other = (events(client, f"p={p_of(*places)}&d={day}") for day in (SATURDAY, "2027-03-06"))
    assert not {uid for uid, _ in one.values()} & {uid for uid, _ in other.values()}
