"""GeoJSON objects and bounding boxes (RFC 7946)."""

from __future__ import annotations

import json

import pytest

from places.geojson import BBox, feature, feature_collection, line, parse_bbox, point


def test_a_point_is_longitude_first_and_rounded():
    assert point(20.97571234567, 105.9122) == {"type": "Point", "coordinates": [105.9122, 20.975712]}


@pytest.mark.parametrize("pair", [(91, 0), (-90.1, 0), (0, 180.5), (float("nan"), 0), (0, float("inf"))])
def test_a_point_off_the_globe_is_refused(pair):
    with pytest.raises(ValueError, match="must lie between"):
        point(*pair)


def test_a_line_needs_two_points():
    assert line([(21, 105), (20, 106)])["coordinates"] == [[105, 21], [106, 20]]
    with pytest.raises(ValueError, match="two points"):
        line([(21, 105)])


def test_features():
    place = feature(point(21, 105), {"slug": "bat-trang"}, "bat-trang")
    assert place["id"] == "bat-trang"
    nowhere = feature(None, {})
    assert nowhere == {"type": "Feature", "geometry": None, "properties": {}}
    collection = feature_collection([place, nowhere], BBox(102, 8, 110, 24))
    assert collection["bbox"] == [102, 8, 110, 24]
    assert json.loads(json.dumps(collection, allow_nan=False)) == collection
    assert feature_collection([]) == {"type": "FeatureCollection", "features": []}


@pytest.mark.parametrize(
    ("text", "box"),
    [
        ("102,8,110,24", BBox(102, 8, 110, 24)),
        (" 102.5 , -8e0,110., +24", BBox(102.5, -8, 110, 24)),
        ("-180,-90,180,90", BBox(-180, -90, 180, 90)),
        ("170,-10,-170,10", BBox(170, -10, -170, 10)),
        ("105,21,105,21", BBox(105, 21, 105, 21)),
    ],
)
def test_parse_bbox(text, box):
    assert parse_bbox(text) == box


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "four numbers"),
        ("1,2,3", "four numbers"),
        ("1,2,3,4,5", "four numbers"),
        ("a,2,3,4", "'a', which is not a number"),
        ("1,,3,4", "not a number"),
        ("nan,2,3,4", "not a number"),
        ("inf,2,3,4", "not a number"),
        ("1_0,2,3,4", "not a number"),
        ("١,2,3,4", "not a number"),
        ("1e999,2,3,4", "longitude inf"),
        ("181,2,3,4", "longitude 181"),
        ("1,2,-181,4", "longitude -181"),
        ("1,-91,3,4", "latitude -91"),
        ("1,2,3,90.1", "latitude 90.1"),
        ("1,5,3,4", "south"),
    ],
)
def test_parse_bbox_says_what_is_wrong(text, message):
    with pytest.raises(ValueError, match=message):
        parse_bbox(text)


def test_a_box_holds_its_edges():
    box = parse_bbox("102,8,110,24")
    assert box.longitude_ranges == ((102, 110),)
    assert box.contains(8, 102)
    assert box.contains(24, 110)
    assert not box.contains(7.999, 105)
    assert not box.contains(20, 110.001)


def test_a_box_over_the_antimeridian():
    box = parse_bbox("170,-10,-170,10")
    assert box.longitude_ranges == ((170, 180), (-180, -170))
    assert box.contains(0, 175)
    assert box.contains(0, -175)
    assert box.contains(0, 180)
    assert box.contains(0, -180)
    assert not box.contains(0, 0)
    assert not box.contains(11, 175)
