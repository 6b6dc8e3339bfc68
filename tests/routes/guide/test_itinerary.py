from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from django.utils import translation
from tests.factories import make_centre, make_province, make_route, make_village, quickly

from places.models import Notice
from routes.cards import live_stops
from routes.guide.itinerary import route_itinerary
from routes.guide.reading import read_doors
from routes.itinerary import End
from routes.models import Route
from routes.modes import usual_mode
from routes.totals import totals
from routes.travel.estimate import Mode, paced

pytestmark = pytest.mark.django_db
MONDAY = date(2026, 11, 30)
NEAR_HANOI = [(21.0, 105.9), (21.02, 105.92), (21.1, 105.8), (20.9, 105.7)]


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def at(point):
    return {"latitude": point[0], "longitude": point[1]}


def villages(count):
    province = make_province()
    with quickly():
        return [make_village(province=province, **at(NEAR_HANOI[n % 4])) for n in range(count)]


def journey(route, on=None, mode=Mode.CAR):
    fresh = Route.objects.for_detail().get(pk=route.pk)
    stops = live_stops(fresh)
    read_doors(stops)
    return route_itinerary(fresh, stops, on, mode)


def test_an_undated_route_has_stays_and_legs_but_no_times():
    found = journey(make_route(places=villages(3)))
    (day,) = found.days
    assert [stop.number for stop in day.stops] == [1, 2, 3]
    assert all(leg.known and leg.estimated and leg.minutes and leg.metres for leg in day.legs)
    assert len(day.legs) == 2
    assert all(stop.arrives is None and not stop.hours and stop.stay_minutes for stop in day.stops)
    assert (day.date, day.start, day.departs) == (None, None, None)


def test_a_dated_day_begins_at_eight_and_has_lunch():
    (day,) = journey(make_route(places=villages(4)), MONDAY).days
    zone = ZoneInfo("Asia/Ho_Chi_Minh")
    assert day.date == MONDAY
    assert day.departs == day.stops[0].arrives == datetime.combine(MONDAY, time(8), zone)
    assert day.lunch is not None
    assert day.stops[0].leaves == datetime.combine(MONDAY, time(9, 30), zone)  # a village takes an hour and a half
    assert day.ends == day.stops[-1].leaves


def test_the_stay_of_the_record_counts():
    route = make_route(places=villages(2))
    route.stops.filter(sort_order=0).update(stay_minutes=25)
    assert [stop.stay_minutes for stop in journey(route).stops()] == [25, 90]


def test_a_later_day_starts_where_the_night_was_spent():
    found = journey(make_route(places=villages(4), days=2), MONDAY)
    first, second = found.days
    assert second.start == End(first.stops[-1].name, first.stops[-1].point)
    assert len(first.legs) == len(first.stops) - 1
    assert len(second.legs) == len(second.stops)
    assert second.date == date(2026, 12, 1)
    assert second.departs.time() == time(8)
    assert (second.stops[0].arrives - second.departs).total_seconds() == second.legs[0].minutes * 60
    assert totals(found).metres == sum(leg.metres for day in found.days for leg in day.legs)


def test_the_days_of_the_record_may_skip_one():
    route = make_route(places=villages(2), days=3)
    for order, day in enumerate((1, 3)):
        route.stops.filter(sort_order=order).update(day=day)
    found = journey(route, MONDAY)
    assert [(day.number, day.date) for day in found.days] == [(1, MONDAY), (3, date(2026, 12, 2))]
    assert not found.notes


def test_days_of_our_own_say_so():
    assert journey(make_route(places=villages(4), days=2)).notes
    assert not journey(make_route(places=villages(4), days=1)).notes


def test_a_stop_without_a_point_leaves_its_ways_unknown_and_its_day_without_times():
    first, last = villages(2)
    route = make_route(places=[first, make_village(), last])
    (day,) = journey(route, MONDAY).days
    assert [leg.known for leg in day.legs] == [False, False]
    assert all(stop.arrives is None for stop in day.stops)
    assert totals(journey(route)).unknown_legs == 2


def test_the_night_after_a_stop_without_a_point_has_no_place():
    first, last = villages(2)
    found = journey(make_route(places=[first, make_village(), last], days=3))
    assert [day.start is None for day in found.days] == [True, False, True]
    assert [len(day.legs) for day in found.days] == [0, 1, 0]


def test_by_boat_nothing_is_claimed():
    route = make_route(places=villages(2), modes="boat")
    assert usual_mode(route) is None
    found = journey(route, MONDAY, None)
    assert (found.mode, found.mode_words) == ("", "by boat")
    assert [leg.known for leg in found.days[0].legs] == [False]
    assert found.days[0].date == MONDAY
    assert found.days[0].departs is None


@pytest.mark.parametrize(
    ("stated", "mode"),
    [
        ("car and boat", Mode.CAR), ("boat, scooter", Mode.MOTORBIKE), ("coach", Mode.BUS),
        ("car or scooter", Mode.CAR), ("", Mode.MOTORBIKE), ("train", None),
    ],
)  # fmt: skip
def test_the_usual_means_is_the_first_that_can_be_estimated(stated, mode):
    assert usual_mode(make_route(modes=stated)) == mode


def test_part_of_the_way_by_boat_is_said():
    assert any("by boat" in note for note in journey(make_route(places=villages(2), modes="car and boat")).notes)


def test_hours_and_clashes_of_the_day():
    village = villages(1)[0]
    early = make_centre(hours=("07:00", "08:30"), **at(NEAR_HANOI[2]))
    (day,) = journey(make_route(places=[village, early]), MONDAY).days
    assert day.stops[1].hours == "07:00–08:30"
    assert len(day.stops[1].notes) == 1
    assert "08:" in day.stops[1].notes[0]


def test_a_closure_is_told_once_and_holds_for_centres_of_the_village():
    village = villages(1)[0]
    centre = make_centre(hours=("08:00", "17:00"), village=village, **at(NEAR_HANOI[1]))
    Notice.objects.create(village=village, kind="closure", text={"en": "Flooded"}, starts_on=date(2026, 11, 1))
    (day,) = journey(make_route(places=[village, centre]), MONDAY).days
    for stop in day.stops:
        assert stop.hours == "closed"
        assert len([note for note in stop.notes if "Flooded" in note]) == 1
        assert len(stop.notes) == 1


def test_a_warning_is_told():
    village = villages(1)[0]
    Notice.objects.create(village=village, kind="warning", text={"en": "Bridge works"}, starts_on=MONDAY)
    assert journey(make_route(places=[village]), MONDAY).days[0].stops[0].notes == ("Bridge works",)


def test_times_are_in_the_zone_of_each_stop():
    java = make_province(timezone="Asia/Jakarta", country_code="ID")
    bali = make_province(timezone="Asia/Makassar", country_code="ID")
    places = [
        make_village(province=java, latitude=-8.2, longitude=114.37),
        make_village(province=bali, latitude=-8.16, longitude=114.43),
    ]
    (day,) = journey(make_route(places=places), MONDAY).days
    west, east = day.stops
    assert (west.zone, east.zone) == ("Asia/Jakarta", "Asia/Makassar")
    assert (west.leaves.utcoffset().total_seconds(), east.arrives.utcoffset().total_seconds()) == (7 * 3600, 8 * 3600)
    assert east.arrives > west.leaves


def test_no_stop_and_one_stop():
    assert journey(make_route()).days == ()
    (day,) = journey(make_route(places=villages(1), days=3), MONDAY).days
    assert day.legs == ()
    assert day.stops[0].arrives is not None


def test_a_day_with_more_stops_than_a_plan_holds_has_no_times():
    (day,) = journey(make_route(places=villages(21)), MONDAY).days
    assert len(day.stops) == 21
    assert all(stop.arrives is None for stop in day.stops)


def test_twenty_stops_on_thirty_days():
    found = journey(make_route(places=villages(20), days=30), MONDAY)
    assert len(found.days) == 20
    assert all(day.departs for day in found.days)


LINE = [[105.9, 21.0], [105.95, 21.0], [105.92, 21.02], [105.92, 21.05]]  # by the first two of NEAR_HANOI


def drawn(stops=2, **values):
    return make_route(places=villages(stops), line={"type": "LineString", "coordinates": LINE}, **values)


def test_a_drawn_line_measures_the_journey_and_the_ways_along_it():
    route = drawn(modes="bicycle")
    found = journey(route, mode=Mode.BICYCLE)
    (way,) = found.days[0].legs
    assert way.drawn
    assert way.metres > 9000 > journey(make_route(places=villages(2))).days[0].legs[0].metres  # there and back
    assert way.minutes == paced(way.metres, Mode.BICYCLE).minutes
    assert found.drawn_metres > way.metres  # it goes on
    sums = totals(found)
    assert (sums.drawn, sums.metres) == (True, found.drawn_metres)
    assert sums.travel_minutes == paced(found.drawn_metres, Mode.BICYCLE).minutes
    assert totals(journey(route, mode=Mode.WALK)).travel_minutes > sums.travel_minutes


def test_a_line_that_leaves_a_stop_out_measures_its_own_ways_only():
    found = journey(drawn(stops=3), mode=Mode.BICYCLE)
    legs = found.days[0].legs
    assert [leg.drawn for leg in legs] == [True, False]  # the third village lies off the line
    sums = totals(found)
    assert (sums.drawn, sums.estimated, sums.metres) == (False, True, sum(leg.metres for leg in legs))
    assert totals(journey(drawn(stops=3, modes="boat"), mode=None)).metres == 0


def test_by_boat_a_drawn_line_tells_how_far_but_not_how_long():
    sums = totals(journey(drawn(modes="boat"), mode=None))
    assert (sums.drawn, sums.metres > 0, sums.unknown_legs > 0) == (True, True, True)


def test_what_cannot_be_drawn_measures_nothing():
    route = drawn()
    route.line = {"type": "LineString", "coordinates": "none"}
    route.save()
    assert not totals(journey(route)).drawn


def test_the_path_carries_what_was_asked():
    route = make_route(places=villages(1), modes="car")
    assert journey(route).path == route.url
    assert journey(route, MONDAY, Mode.WALK).path == f"{route.url}?mode=walk&open_on=2026-11-30"


def test_the_source_is_named():
    promoted = make_route(places=villages(1), status="promoted", source="https://example.org/tour")
    assert "example.org" in journey(promoted).source
    assert journey(promoted).source != journey(make_route(places=villages(1))).source
