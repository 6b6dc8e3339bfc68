"""The hours as schema.org states them: seasons, special days, nights, closures."""

from __future__ import annotations

from datetime import date

import pytest
from tests.centres.schedules import OFFICE, UNKNOWN, away, per, plan, shut, special

from centres.schema_org import hours_data

TODAY = date(2026, 11, 22)


def rows(schedule, name="openingHoursSpecification"):
    return [
        (",".join(day[:2] for day in row.get("dayOfWeek", ())), row["opens"], row["closes"], row.get("validFrom", ""),
         row.get("validThrough", ""))
        for row in hours_data(schedule, TODAY).get(name, ())
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("schedule", "expected"),
    [
        (OFFICE, [("Mo,Tu,We,Th,Fr", "08:00", "17:30", "", ""), ("Sa,Su", "08:00", "18:00", "", "")]),
        (plan(per("20:00", "02:00", (4,))), [("Fr", "20:00", "02:00", "", "")]),
        (plan(per("00:00", "00:00", (4,))), [("Fr", "00:00", "23:59", "", "")]),
        (plan(per("08:00", "00:00", (4,))), [("Fr", "08:00", "23:59", "", "")]),
        (plan(per("08:00", "12:00", (4,), ends="2025-12-31")), []),
        (plan(per("08:00", "12:00", (4,), starts="2026-12-01")), [("Fr", "08:00", "12:00", "2026-12-01", "")]),
        (
            plan(per("08:00", "12:00", (4,), months=(11, 12, 1))),
            [
                ("Fr", "08:00", "12:00", "2026-11-01", "2026-12-31"),
                ("Fr", "08:00", "12:00", "2027-01-01", "2027-01-31"),
                ("Fr", "08:00", "12:00", "2027-11-01", "2027-12-31"),
            ],
        ),
        (
            plan(per("08:00", "12:00", (4,), months=(12,), starts="2026-12-10", ends="2026-12-20")),
            [("Fr", "08:00", "12:00", "2026-12-10", "2026-12-20")],
        ),
        (UNKNOWN, []),
    ],
)
def test_regular_hours(schedule, expected):
    assert rows(schedule) == expected


@pytest.mark.parametrize(
    ("schedule", "expected"),
    [
        (plan(per("08:00", "17:00"), shut("2027-02-06")), [("", "00:00", "00:00", "2027-02-06", "2027-02-06")]),
        (plan(per("08:00", "17:00"), shut("2026-02-17")), []),
        (
            plan(special("2027-02-06", "20:00", "02:00"), special("2027-02-06", "08:00", "11:00")),
            [("", "08:00", "11:00", "2027-02-06", "2027-02-06"), ("", "20:00", "02:00", "2027-02-06", "2027-02-06")],
        ),
        (plan(away("2026-11-20", "2026-11-30")), [("", "00:00", "00:00", "2026-11-22", "2026-11-30")]),
        (plan(away("2026-12-01")), [("", "00:00", "00:00", "2026-12-01", "")]),
        (plan(away("2026-11-01", "2026-11-21")), []),
        (
            plan(shut("2026-11-25"), away("2026-11-24", "2026-11-26")),
            [("", "00:00", "00:00", "2026-11-24", "2026-11-26")],
        ),
    ],
)
def test_days_that_depart(schedule, expected):
    assert rows(schedule, "specialOpeningHoursSpecification") == expected


def test_nothing_is_said_of_unknown_hours():
    assert hours_data(UNKNOWN, TODAY) == {}
    assert hours_data(OFFICE, TODAY)["additionalProperty"] == [
        {
            "@type": "PropertyValue", "name": "opening_hours",
            "propertyID": "https://wiki.openstreetmap.org/wiki/Key:opening_hours",
            "value": "Mo-Fr 08:00-17:30, Sa-Su 08:00-18:00",
        }
    ]  # fmt: skip
