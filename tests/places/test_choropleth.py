"""The provinces of a country as areas of one picture: all there, light, none too small to be seen."""

from __future__ import annotations

import gzip
import re

import pytest

from places import choropleth, outlines
from places.choropleth import Area, sheet

COUNTRIES = ("VN", "ID")
PATH = re.compile(r"(M-?[\d.]+[ -][\d.]*(l[-\d. ]+|h[\d.]+v[\d.]+h-[\d.]+)z)+")


@pytest.mark.parametrize("country", COUNTRIES)
def test_every_province_has_its_area(country):
    codes = [area.code for area in sheet(country).areas]
    assert codes == sorted(code for land, code in outlines.bundled().shapes() if land == country)
    assert len(codes) == {"VN": 34, "ID": 38}[country]


@pytest.mark.parametrize("country", COUNTRIES)
def test_every_path_is_one(country):
    assert [area.code for area in sheet(country).areas if not PATH.fullmatch(area.path)] == []


@pytest.mark.parametrize("country", COUNTRIES)
def test_every_number_stands_inside_the_picture(country):
    drawn = sheet(country)
    for area in drawn.areas:
        assert 0 < float(area.x) < drawn.width
        assert 0 < float(area.y) < drawn.height


@pytest.mark.parametrize("country", COUNTRIES)
def test_it_is_light(country):
    paths = "".join(area.path for area in sheet(country).areas)
    assert len(gzip.compress(paths.encode())) <= 10 * 1024


def test_the_far_islands_are_drawn_with_their_provinces():
    areas = {area.code: area for area in sheet("VN").areas}
    assert areas["48"].path.count("h2.5v2.5") >= 4  # Hoàng Sa
    assert areas["56"].path.count("h2.5v2.5") >= 10  # Trường Sa


def test_what_one_could_miss_has_a_disc():
    small = {area.code for area in sheet("ID").areas if area.is_small}
    assert {"31", "34"} <= small  # Jakarta, Yogyakarta
    assert len(small) < 8
    assert not any(area.is_small for area in sheet("VN").areas)


def test_a_number_is_only_written_where_it_fits():
    area = Area("x", "", "0", "0", room=10.0)
    assert area.holds("12", 13)
    assert not area.holds("12,345", 13)
    assert not area.holds("12", 22)


def test_another_country_is_refused():
    with pytest.raises(KeyError):
        choropleth.sheet("LA")
