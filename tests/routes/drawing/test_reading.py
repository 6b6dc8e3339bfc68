"""Lines from files: what is read, what is refused and why; hostile files end in words, never in an error."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routes.drawing.fields import line_in
from routes.drawing.reading import MOST_BYTES, Problem, Unreadable, read_line
from routes.drawing.tidying import DECIMALS, MOST_KEPT, tidied

LINE = [(21.0285, 105.8542), (21.0001, 105.9), (20.9757, 105.9122)]


def gpx(points, kind="trkpt", version="1/1"):
    marks = "".join(f'<{kind} lat="{lat}" lon="{lon}"><ele>3</ele></{kind}>' for lat, lon in points)
    inside = f"<trk><trkseg>{marks}</trkseg></trk>" if kind == "trkpt" else f"<rte>{marks}</rte>"
    space = f"http://www.topografix.com/GPX/{version}"
    return f'<?xml version="1.0"?><gpx xmlns="{space}" version="1.1">{inside}</gpx>'.encode()


def kml(points):
    places = "\n ".join(f"{lon},{lat},0" for lat, lon in points)
    return (
        '<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark>'
        f"<LineString><coordinates>\n{places}\n</coordinates></LineString></Placemark></Document></kml>"
    ).encode()


def track(points):
    marks = "".join(f"<gx:coord>{lon} {lat} 0</gx:coord>" for lat, lon in points)
    space = 'xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="http://www.google.com/kml/ext/2.2"'
    return f"<kml {space}><Placemark><gx:Track>{marks}</gx:Track></Placemark></kml>".encode()


def positions(points):
    return [[lon, lat] for lat, lon in points]


def geojson(value):
    return json.dumps(value).encode()


STRING = {"type": "LineString", "coordinates": positions(LINE)}
PARTS = {"type": "MultiLineString", "coordinates": [positions(LINE[:2]), positions(LINE[1:])]}


@pytest.mark.parametrize(
    "data",
    [
        gpx(LINE),
        gpx(LINE, version="1/0"),
        gpx(LINE, kind="rtept"),
        b"\xef\xbb\xbf" + gpx(LINE),
        b"\n  " + kml(LINE),
        track(LINE),
        geojson(STRING),
        geojson(PARTS),
        geojson({"type": "Feature", "properties": {}, "geometry": STRING}),
        geojson({"type": "FeatureCollection", "features": [{"type": "Feature", "geometry": PARTS}]}),
        geojson({"type": "GeometryCollection", "geometries": [{"type": "Point", "coordinates": [1, 2]}, STRING]}),
        geojson([[lon, lat, 12.5] for lat, lon in LINE]),
    ],
)
def test_every_format_gives_the_same_line(data):
    assert read_line(data) == LINE


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", Problem.UNKNOWN_FORMAT),
        (b"Hello", Problem.UNKNOWN_FORMAT),
        (b"<html></html>", Problem.UNKNOWN_FORMAT),
        (b"PK\x03\x04....", Problem.ZIPPED),
        (b"<gpx>", Problem.BROKEN),
        (b"{", Problem.BROKEN),
        (b'{"type": "LineString", "coordinates": 7}', Problem.BROKEN),
        (b'{"type": "LineString", "coordinates": [[105]]}', Problem.BROKEN),
        (b"[" * 100_000, Problem.BROKEN),
        (b'{"a": "\xff"}', Problem.BROKEN),
        (b'<!DOCTYPE gpx [<!ENTITY a "b">]><gpx>&a;</gpx>', Problem.BROKEN),
        (b'<!DOCTYPE gpx SYSTEM "file:///etc/passwd"><gpx/>', Problem.BROKEN),
        (gpx([]), Problem.NO_LINE),
        (gpx(LINE[:1]), Problem.NO_LINE),
        (gpx([LINE[0], LINE[0]]), Problem.NO_LINE),
        (geojson({"type": "Point", "coordinates": [1, 2]}), Problem.NO_LINE),
        (gpx([(91, 0), (0, 0)]), Problem.OUT_OF_RANGE),
        (gpx([("nan", 0), (0, 0)]), Problem.OUT_OF_RANGE),
        (gpx([("north", 0), (0, 0)]), Problem.OUT_OF_RANGE),
        (b"<gpx><trkpt/><trkpt/></gpx>", Problem.OUT_OF_RANGE),
        (kml([("", 0), (0, 0)]), Problem.OUT_OF_RANGE),
        (b'{"type": "LineString", "coordinates": [[true, 1], [2, 3]]}', Problem.OUT_OF_RANGE),
        (b'{"type": "LineString", "coordinates": [[1e400, 1], [2, 3]]}', Problem.OUT_OF_RANGE),
        (b"<" + b" " * MOST_BYTES, Problem.TOO_LARGE),
    ],
)
def test_what_is_no_line_says_why(data, problem):
    with pytest.raises(Unreadable) as refused:
        read_line(data)
    assert refused.value.problem == problem


def is_read_or_refused(data):
    """Tell whether a text ends as a line or as a problem with a name."""
    try:
        return len(read_line(data)) > 1
    except Unreadable as refused:
        return refused.problem in Problem


@given(st.binary(max_size=300) | st.text(max_size=300).map(lambda text: b"<gpx>" + text.encode() + b"</gpx>"))
def test_nonsense_is_refused_in_words(data):
    assert is_read_or_refused(data)


def nested(inner):
    """Lists and objects of such values, with the names that GeoJSON has."""
    names = st.sampled_from(["type", "coordinates", "geometry", "features"])
    return st.lists(inner, max_size=4) | st.dictionaries(names, inner, max_size=4)


@given(st.recursive(st.none() | st.booleans() | st.floats() | st.text(max_size=5), nested, max_leaves=12))
def test_any_json_is_read_or_refused(value):
    assert is_read_or_refused(json.dumps(value).encode())


def test_a_long_line_becomes_light_and_keeps_its_ends_and_its_length():
    drawn = [(21 + 0.1 * ((n % 40) / 40), 105 + n / 20_000) for n in range(20_000)]
    kept = tidied(drawn)
    assert 2 <= len(kept) <= MOST_KEPT
    assert kept[0] == tuple(round(value, DECIMALS) for value in drawn[0])
    assert kept[-1] == tuple(round(value, DECIMALS) for value in drawn[-1])


def test_what_is_straight_is_two_points():
    assert tidied([(21.0, 105.0), (21.0, 105.5), (21.0, 106.0)]) == [(21.0, 105.0), (21.0, 106.0)]


def test_a_line_that_goes_nowhere_is_none():
    with pytest.raises(ValueError, match="two different points"):
        tidied([(21.0, 105.0), (21.0000001, 105.0)])


def test_the_record_keeps_geojson():
    assert line_in(gpx(LINE)) == {"type": "LineString", "coordinates": positions(LINE)}
