"""Links for the phone's maps: the right two places, in order, and nothing that breaks an address."""

from __future__ import annotations

from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from tests.routes.exports.journeys import HOSTILE, journey, stop

from routes.exports.file_addresses import file_address, is_plan
from routes.exports.phone_links import phone_links, place_link, way_links
from routes.itinerary import Day, Leg

BAT_TRANG, CHUONG = (20.975, 105.9125), (20.8643, 105.7431)


@pytest.mark.parametrize(
    ("mode", "google", "apple", "free"),
    [
        ("walk", ["walking"], ["w"], "fossgis_osrm_foot"),
        ("bicycle", ["bicycling"], None, "fossgis_osrm_bike"),
        ("motorbike", ["driving"], ["d"], "fossgis_osrm_car"),
        ("car", ["driving"], ["d"], "fossgis_osrm_car"),
        ("bus", ["transit"], ["r"], "fossgis_osrm_car"),
        ("", None, None, "fossgis_osrm_car"),
    ],
)
def test_a_way_goes_from_here_to_there_by_that_means(mode, google, apple, free):
    ours, theirs, everybody_s = (parse_qs(urlsplit(link.url).query) for link in way_links(BAT_TRANG, CHUONG, mode))
    assert ours["origin"] == theirs["saddr"] == ["20.975000,105.912500"]
    assert ours["destination"] == theirs["daddr"] == ["20.864300,105.743100"]
    assert everybody_s["route"] == ["20.975000,105.912500;20.864300,105.743100"]
    assert (ours.get("travelmode"), theirs.get("dirflg"), everybody_s["engine"]) == (google, apple, [free])


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_a_name_stays_inside_its_pin(name):
    address = place_link(BAT_TRANG, name)
    assert address.startswith("geo:20.975000,105.912500?q=20.975000,105.912500(")
    assert address.isascii()
    assert address.isprintable()
    assert not set(address) & set("\"'<>& #")
    assert len(unquote(address)) < 140


def test_each_way_of_a_day_has_its_links():
    [day] = phone_links(journey())
    assert (day.legs[0].start, day.legs[0].end) == ("Hà Nội", "Làng gốm Bát Tràng")
    assert len(day.legs) == 4
    assert [link.name for link in day.legs[0].links] == ["Google Maps", "Apple Maps", "OpenStreetMap"]


def test_a_way_without_a_point_has_none():
    day = Day(1, (stop(1), stop(2, point=None), stop(3), stop(4)), legs=(Leg(5, 100),) * 3)
    [shown] = phone_links(journey(days=[day]))
    assert len(shown.legs) == 1
    assert phone_links(journey(days=[Day(1, (stop(1, point=None), stop(2)))])) == ()


@pytest.mark.parametrize(
    ("path", "kind", "address"),
    [
        ("/vi/routes/gom/", "gpx", "/vi/routes/gom/route.gpx"),
        ("/vi/routes/gom/?mode=car", "booklet", "/vi/routes/gom/booklet/?mode=car"),
        ("/vi/routes/plan/", "kml", "/vi/routes/plan/route.kml"),
        ("/id/plan/?p=1&d=2", "ics", "/id/plan/plan.ics?p=1&d=2"),
        ("/id/plan/?p=1&d=2", "booklet", "/id/plan/booklet/?p=1&d=2"),
    ],
)
def test_files_lie_beside_the_page(path, kind, address):
    itinerary = journey(path=path)
    assert file_address(itinerary, kind) == address
    assert is_plan(itinerary) == path.startswith("/id")
