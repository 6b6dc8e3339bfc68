"""Near a point: parsing, distances against geographiclib, the order of lists, nobody keeps such an answer."""

from __future__ import annotations

import random

import pytest
from tests.facet_reference import query_of

from centres.filters import CentreFilters
from centres.models import Centre
from places import near
from places.distance import distance_m
from places.filters import VillageFilters
from places.models import Village
from places.near_filters import distance_text
from products.filters import ProducerFilters, ProductFilters
from products.models import Producer, Product
from routes.filters import RouteFilters
from routes.models import Route

HANOI = (21.03, 105.85)
NEAR = "21.03,105.85"


@pytest.mark.parametrize(
    ("text", "point"),
    [
        ("21.03,105.85", (21.03, 105.85)), ("21.028511, 105.804817", (21.03, 105.8)), ("-7,110", (-7.0, 110.0)),
        ("-0.001,0.001", (0.0, 0.0)), ("90,-180", (90.0, -180.0)),
    ],
)  # fmt: skip
def test_a_point_is_rounded_to_two_decimals(text, point):
    assert near.parse(text) == point
    assert str(near.parse(text)[0]) != "-0.0"


@pytest.mark.parametrize(
    "text",
    ["", "21", "21,", "91,0", "0,181", "nan,nan", "inf,0", "1e3,0", "21.03;105.85", "٢١,١٠٥", "1,2,3", "9" * 500],
)
def test_anything_else_is_refused(text):
    with pytest.raises(ValueError, match=r"point|latitude|longitude"):
        near.parse(text)


def test_distances_are_those_of_geographiclib():
    dice = random.Random(3)
    points = [(dice.uniform(-89, 89), dice.uniform(-180, 180)) for _number in range(200)]
    points += points[:20]
    measured = near.distances_m(HANOI, *zip(*points, strict=True))
    assert max(abs(metres - distance_m(HANOI, point)) for metres, point in zip(measured, points, strict=True)) < 0.001


def test_a_key_counts_once_with_its_nearest_point_and_ties_stay_in_order():
    rows = [("far", 10.0, 106.0), ("a", 21.0, 105.8), ("none", None, None), ("b", 21.0, 105.8), ("far", 21.03, 105.85)]
    ordered = near.nearest_first(HANOI, rows)
    assert list(ordered) == ["far", "a", "b", "none"]
    assert ordered["far"] == pytest.approx(0)
    assert ordered["none"] is None
    assert near.nearest_first(HANOI, []) == {}


def point_of(record):
    """Return the point that stands for a record: its own, its village's, its centre's; of a route its nearest stop."""
    if isinstance(record, Route):
        places = [place for stop in record.stops.all() if (place := stop.village or stop.centre).live and place.point]
        return min((place.point for place in places), key=lambda point: distance_m(HANOI, point), default=None)
    if hasattr(record, "latitude"):
        return record.point
    places = [record.village, getattr(record, "centre", None)]
    return next((place.point for place in places if place is not None and place.live and place.point), None)


@pytest.mark.sampled
@pytest.mark.parametrize(
    ("filters", "model"),
    [
        (VillageFilters, Village), (CentreFilters, Centre), (ProductFilters, Product), (ProducerFilters, Producer),
        (RouteFilters, Route),
    ],
)  # fmt: skip
def test_the_nearest_come_first_then_by_name_and_key(reader, filters, model):
    def order(record):
        point = point_of(record)
        return (round(distance_m(HANOI, point), 3) if point else float("inf"), record.sort_en, record.pk)

    form = filters(query_of({"near": [NEAR]}))
    found = form.results(model.objects.live(), lambda rows: rows)
    expected = sorted(model.objects.filter(live=True), key=order)
    assert [record.pk for record in found[:]] == [record.pk for record in expected]
    pages = [record.pk for start in range(0, len(expected), 7) for record in found[start : start + 7]]
    assert pages == [record.pk for record in expected]
    for record, metres in zip(expected, form.known.values(), strict=True):
        point = point_of(record)
        assert metres == (pytest.approx(distance_m(HANOI, point), abs=0.001) if point else None)


def test_a_distance_is_told_as_precisely_as_the_point_is_known():
    told = [distance_text(metres) for metres in (None, 0.0, 3_240.0, 9_960.0, 12_600.0, 1_234_567.0)]
    assert told == ["", "0,0 km", "3,2 km", "10 km", "13 km", "1.235 km"]
