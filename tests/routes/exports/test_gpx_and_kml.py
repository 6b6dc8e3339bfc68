"""GPX and KML hold to their schemas whatever the words; every point is where it belongs."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import gpxpy
import pytest
import xmlschema
from defusedxml import ElementTree
from tests.routes.exports.journeys import BASE, HOSTILE, SATURDAY, captions, hostile, journey, stop

from core.clean_text import one_line
from routes.exports.gpx import gpx
from routes.exports.kml import kml

SCHEMAS = Path(__file__).with_name("schemas")
KML = "{http://www.opengis.net/kml/2.2}"
ATOM = "{http://www.w3.org/2005/Atom}"


@cache
def schema(name):
    return xmlschema.XMLSchema(str(SCHEMAS / name), allow="local")


def written(itinerary, write):
    """The file, after its schema has seen it."""
    file = write(itinerary, BASE, captions(itinerary))
    schema("gpx.xsd" if write is gpx else "ogckml22.xsd").validate(file.decode())
    return file.decode()


def cases():
    three = journey()
    two_days = (three.days[0], replace(three.days[0], number=2, stops=(stop(4), stop(5)), start=None, legs=()))
    return {
        "dated": three,
        "undated": journey([stop(1), stop(2)]),
        "one stop": journey([stop(1)]),
        "no stop": journey([]),
        "no point": journey([stop(1, point=None)], line=()),
        "line": replace(three, line=((21.0, 105.8), (21.1, 105.9), (-8.5, 115.2))),
        "two days": replace(three, days=two_days),
        "bare": replace(three, source="", notes=()),
        **{f"hostile {number}": hostile(text) for number, text in enumerate(HOSTILE)},
    }


@pytest.mark.parametrize("write", [gpx, kml])
@pytest.mark.parametrize("case", cases())
def test_every_file_holds_to_its_schema(case, write):
    assert written(cases()[case], write).startswith("<?xml")


def test_gpx_loads_in_gpxpy_with_points_names_and_order():
    itinerary = cases()["line"]
    file = gpxpy.parse(written(itinerary, gpx))
    stops = list(itinerary.stops())
    assert [(point.latitude, point.longitude) for point in file.waypoints] == [
        pytest.approx(one.point, abs=1e-6) for one in stops
    ]
    assert [point.name for point in file.waypoints] == [one.name for one in stops]
    assert [point.link for point in file.waypoints] == [BASE + one.path for one in stops]
    assert file.link == f"{BASE}/en/routes/along-the-red-river/?open_on=2026-12-05&mode=car"
    assert (file.name, file.author_name, file.routes[0].source) == ("Along the Red River", "Đường Làng", "Sở Du lịch")
    assert "08:00–17:00" in file.waypoints[0].description
    [route] = file.routes
    assert [point.name for point in route.points] == ["Hà Nội", *[one.name for one in stops], "Hà Nội"]
    [track] = file.tracks
    assert [(point.latitude, point.longitude) for point in track.segments[0].points] == list(itinerary.line)


def test_gpx_has_a_route_a_day_and_no_track_without_a_line():
    file = gpxpy.parse(written(cases()["two days"], gpx))
    assert [(route.number, len(route.points)) for route in file.routes] == [(1, 5), (2, 3)]
    assert file.routes[1].name == "Along the Red River · Day 2"
    assert file.tracks == []


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_words_come_through_both_formats(text):
    file = gpxpy.parse(written(hostile(text), gpx))
    assert (file.waypoints[0].name or "") == one_line(text)
    tree = ElementTree.fromstring(written(hostile(text), kml))
    [first, *_] = [mark for mark in tree.iter(f"{KML}Placemark") if mark.find(f"{KML}ExtendedData") is not None]
    assert first.findtext(f"{KML}name") == f"1. {one_line(text)}".strip()


def test_a_stop_without_a_point_is_named_and_has_no_mark():
    itinerary = journey([stop(1), stop(2, name="Làng Chuông", point=None), stop(3)])
    file = gpxpy.parse(written(itinerary, gpx))
    assert len(file.waypoints) == 2
    assert "Làng Chuông" in file.description
    tree = ElementTree.fromstring(written(itinerary, kml))
    assert "Làng Chuông" in tree.findtext(f"{KML}Document/{KML}description")
    coordinates = " ".join(element.text for element in tree.iter(f"{KML}coordinates"))
    assert "0.000000" not in coordinates


def test_kml_tells_facts_to_programs_and_words_as_html():
    itinerary = journey([stop(1, hour=8, notes=("Closed <today> & tomorrow",)), stop(2, hour=10)])
    tree = ElementTree.fromstring(written(itinerary, kml))
    [folder] = tree.iter(f"{KML}Folder")
    marks = {mark.findtext(f"{KML}name"): mark for mark in folder.iter(f"{KML}Placemark")}
    first = marks["1. Làng gốm Bát Tràng"]
    facts = {data.get("name"): data.findtext(f"{KML}value") for data in first.iter(f"{KML}Data")}
    assert facts["code"] == "c00001"
    assert facts["starts"] == f"{SATURDAY}T08:00:00+07:00"
    assert first.find(f"{ATOM}link").get("href") == f"{BASE}/en/villages/village-1/"
    assert "Closed &lt;today&gt; &amp; tomorrow<br>" in first.findtext(f"{KML}description")
    assert len(marks) == 4  # Hà Nội, where the day begins and ends, the stops, the line
    [line] = folder.iter(f"{KML}LineString")
    assert len(line.findtext(f"{KML}coordinates").split()) == 4


@pytest.mark.parametrize(
    ("degree", "text"), [(0.00001, "0.000010"), (-0.0000001, "0.000000"), (179.9999999, "-180.000000")]
)
def test_coordinates_have_no_exponent_and_stay_in_range(degree, text):
    itinerary = journey([stop(1, point=(0.00001, degree)), stop(2)])
    assert f'lat="0.000010" lon="{text}"' in written(itinerary, gpx)
    assert f"{text.replace('-', '')},0.000010" in written(itinerary, kml)
