"""Hubs: real ones, where they say they are."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from places import outlines
from routes.trips.hubs import NAMED_IN, hubs
from routes.trips.link import CODE, written
from routes.trips.plan import Plan, point_of

COAST = 2_000  # metres: the outlines are rough, and runways are built into the sea
ZONES = {"Asia/Ho_Chi_Minh": {"VN"}, "Asia/Jakarta": {"ID"}, "Asia/Makassar": {"ID"}, "Asia/Jayapura": {"ID"}}


@pytest.mark.parametrize("hub", hubs().values(), ids=lambda hub: hub.key)
def test_a_hub_lies_in_its_province(hub):
    assert outlines.distance_to_outline(hub.country, hub.province, *hub.point) <= COAST
    assert outlines.province_code_at(*hub.point) in {(hub.country, hub.province), None}
    assert hub.country in ZONES[hub.zone]
    assert ZoneInfo(hub.zone)


@pytest.mark.parametrize("hub", hubs().values(), ids=lambda hub: hub.key)
def test_a_hub_has_a_key_of_its_own_kind_and_all_names(hub):
    assert not CODE.fullmatch(hub.key)
    assert point_of(hub.key) is None
    assert hub.kind in {"city", "station", "airport"}
    assert all(hub.names[language].strip() for language in NAMED_IN)
    assert len(written(Plan(start=hub.key))) <= len("s=-89.99_-179.99")


def test_both_countries_have_every_kind():
    for country in ("VN", "ID"):
        assert {hub.kind for hub in hubs().values() if hub.country == country} == {"city", "station", "airport"}
    assert len({hub.point for hub in hubs().values()}) == len(hubs()) >= 40
