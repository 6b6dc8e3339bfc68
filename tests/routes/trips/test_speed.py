"""The time of a plan's page; measures, so it runs alone: `make scale`."""

from __future__ import annotations

import statistics
import time

import pytest
from tests.routes.trips.pages import get
from tests.routes.trips.worlds import make_places, p_of

pytestmark = [pytest.mark.django_db, pytest.mark.scale, pytest.mark.usefixtures("frozen_now")]
BUDGET = 1.0  # seconds, median


def test_twenty_stops_on_three_days_come_within_a_second(client):
    places = make_places(20)
    taken = []
    for day in range(1, 8):  # another date is another problem: nothing comes from the cache
        began = time.perf_counter()
        assert get(client, f"p={p_of(*places)}&d=2027-02-0{day}&n=3&s=hanoi").status_code == 200
        taken.append(time.perf_counter() - began)
    assert statistics.median(taken) <= BUDGET
