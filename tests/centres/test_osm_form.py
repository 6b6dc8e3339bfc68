"""The OSM form as other programs read it: opening_hours.js refuses some of what our own library takes.

1,449 random schedules were compared with opening_hours.js 3.15, minute by minute over 12 days; these are the kinds
that it could not read before.
"""

from __future__ import annotations

import random
import re

import opening_hours
import pytest
from tests.centres.schedules import DATED_MONTHS, FROM_MONTHS, TO_MONTHS, away, on, per, plan
from tests.centres.test_hours_reference import random_schedule

from centres.hours import to_osm
from centres.schedules import shut_by

DAYS = per("08:00", "17:00")
UNREADABLE = re.compile(r"\b1900\b|\d\+ off|\b(\d{4})-\1\b")


@pytest.mark.parametrize(
    ("schedule", "osm"),
    [
        (plan(per("08:00", "17:00", ends="2026-12-31")), "1901 Jan 01-2026 Dec 31 Mo-Su 08:00-17:00"),
        (plan(DAYS, away("2026-11-24")), "Mo-Su 08:00-17:00; 2026 Nov 24-9999 Dec 31 off"),
        (
            plan(DAYS, *shut_by((), (on("2026-12-05"), on("2026-12-08")))),
            "Mo-Su 08:00-17:00; 1901 Jan 01-2026 Dec 04 off; 2026 Dec 09-9999 Dec 31 off",
        ),
        (
            FROM_MONTHS,
            "2026 Dec 20-2026 Dec 31 Mo-Su 08:00-12:00, 2027+ Jan,Dec Mo-Su 08:00-12:00",
        ),
        (
            TO_MONTHS,
            "1901-2026 Jan,Dec Mo-Su 08:00-12:00, 2027 Jan 01-2027 Jan 10 Mo-Su 08:00-12:00",
        ),
        (
            DATED_MONTHS,
            "2025 Dec 20-2025 Dec 31 Mo-Su 08:00-12:00, 2026-2027 Jan,Dec Mo-Su 08:00-12:00, "
            "2028 Jan 01-2028 Jan 10 Mo-Su 08:00-12:00",
        ),
        (
            plan(per("08:00", "12:00", months=(2,), starts="2025-12-20", ends="2027-01-10")),
            "2026 Feb 01-2026 Feb 28 Mo-Su 08:00-12:00",
        ),
    ],
)
def test_open_ends_and_single_years(schedule, osm):
    assert to_osm(schedule) == osm
    assert opening_hours.validate(osm)


def test_nothing_that_others_cannot_read_is_written():
    written = [to_osm(random_schedule(random.Random(seed), on("2026-12-28"))) for seed in range(300)]
    assert not [osm for osm in written if UNREADABLE.search(osm)]
