"""Which province a point lies in."""

from __future__ import annotations

import json
import random

import pytest

from places import outlines
from places.distance import distance_m
from places.geojson import feature, feature_collection

# The villages of the demonstration data outside a rough outline: islands, river banks, a commune's centroid.
OUTSIDE = [
    ("phuoc-tich", "VN", "46", 16.68, 107.34, ("VN", "44"), 1411),
    ("con-chim", "VN", "86", 9.935, 106.42, None, 274),
    ("thuan-hung", "VN", "92", 10.235, 105.575, ("VN", "82"), 2027),
    ("con-son", "VN", "92", 10.093, 105.744, ("VN", "86"), 1007),
    ("phu-quoc", "VN", "91", 10.217, 103.96, None, 278),
]


@pytest.mark.parametrize(
    ("lat", "lon", "expected"),
    [
        (20.9757, 105.9122, ("VN", "01")),  # Bát Tràng
        (15.878, 108.303, ("VN", "48")),  # Thanh Hà, Hội An, in Đà Nẵng since 2025
        (16.831, 112.331, ("VN", "48")),  # Phú Lâm, Hoàng Sa
        (8.645, 111.92, ("VN", "56")),  # Trường Sa Lớn
        (8.70855, 106.61238, ("VN", "79")),  # Côn Đảo
        (-7.846, 110.335, ("ID", "34")),  # Kasongan
        (-8.57622, 115.10686, ("ID", "51")),  # Pejaten, Bali
        (-8.70038, 116.21512, ("ID", "52")),  # Sukarara, Lombok
        (-2.5, 140.6, ("ID", "91")),  # Jayapura
        (13.2, 113.5, None),  # the sea
        (13.75, 100.5, None),  # Bangkok
        (105.9, 20.9, None),  # the pair the wrong way round
    ],
)
def test_province_at(lat, lon, expected):
    assert outlines.province_code_at(lat, lon) == expected
    if expected:
        assert outlines.contains(*expected, lat, lon)
        assert outlines.distance_to_outline(*expected, lat, lon) == 0


@pytest.mark.parametrize(("slug", "country", "code", "lat", "lon", "found", "metres"), OUTSIDE)
def test_the_points_of_the_data_that_lie_outside(slug, country, code, lat, lon, found, metres):
    assert not outlines.contains(country, code, lat, lon)
    assert outlines.province_code_at(lat, lon) == found
    assert outlines.distance_to_outline(country, code, lat, lon) == pytest.approx(metres, rel=0.01)


def test_all_provinces_are_there():
    keys = outlines.bundled().keys()
    assert [country for country, _ in keys].count("VN") == 34
    assert [country for country, _ in keys].count("ID") == 38
    assert keys == sorted(keys)


def test_read_once():
    assert outlines.bundled() is outlines.bundled()


def test_a_province_without_an_outline():
    with pytest.raises(KeyError):
        outlines.contains("VN", "00", 21, 105)
    with pytest.raises(KeyError):
        outlines.distance_to_outline("FR", "75", 48.8, 2.3)


def write_squares(folder):
    def square(code, west, east):
        ring = [[west, 20.0], [east, 20.0], [east, 21.0], [west, 21.0], [west, 20.0]]
        return feature({"type": "Polygon", "coordinates": [ring]}, {"code": code})

    vietnam = feature_collection([square("02", 106.0, 107.0), square("01", 105.0, 106.0)])
    (folder / "vietnam_provinces.geojson").write_text(json.dumps(vietnam))
    (folder / "indonesia_provinces.geojson").write_text(json.dumps(feature_collection([square("11", 95.0, 96.0)])))


def test_another_folder_and_a_shared_border(tmp_path):
    write_squares(tmp_path)
    squares = outlines.Outlines(tmp_path)
    assert squares.keys() == [("ID", "11"), ("VN", "01"), ("VN", "02")]
    assert squares.province_code_at(20.5, 106.0) == ("VN", "01")
    assert squares.contains("VN", "01", 20.5, 106.0)
    assert squares.contains("VN", "02", 20.5, 106.0)


def test_distance_agrees_with_the_geodesic(tmp_path):
    write_squares(tmp_path)
    squares = outlines.Outlines(tmp_path)
    chance = random.Random(7)
    for _ in range(20):
        lat, east = chance.uniform(20, 21), chance.uniform(0.001, 0.9)
        near = min(distance_m((lat, 107 + east), (20 + step / 200, 107)) for step in range(201))
        assert squares.distance_to_outline("VN", "02", lat, 107 + east) == pytest.approx(near, rel=0.01)


def test_a_missing_file_says_so(tmp_path):
    with pytest.raises(FileNotFoundError, match="provinces"):
        outlines.Outlines(tmp_path)
