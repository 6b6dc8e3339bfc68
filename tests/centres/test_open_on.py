"""Open on a day or at a moment: the filter of centres and villages against a scan minute by minute."""

from __future__ import annotations

import os
import random
from datetime import date, datetime, time, timedelta

import pytest
from tests.facet_reference import query_of

from centres.filters import CentreFilters
from centres.models import Centre
from places.filters import VillageFilters
from places.models import Notice, Village

MOMENTS = 200 if os.environ.get("FULL") == "1" else 10
TET = date(2027, 2, 6)
MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)


def openings(centre, day):
    """Return what opens on a day, by the rows alone: special hours stand in place of the weekly ones."""
    if shut(centre, day):
        return []
    special = [row for row in centre.special_days.all() if row.day == day]
    if any(row.closed for row in special):
        return []
    weekly = [
        row
        for row in centre.opening_periods.all()
        if row.weekdays >> day.weekday() & 1 and (not row.months or row.months >> day.month & 1)
    ]
    edges = [(datetime.combine(day, row.opens), datetime.combine(day, row.closes)) for row in special or weekly]
    return [(opens, closes if closes > opens else closes + DAY) for opens, closes in edges]


def shut(centre, day):
    """Tell whether a closure of the centre or its village, or the dates of its fair, keep it shut on a day."""
    notices = [*centre.notices.all(), *(centre.village.notices.all() if centre.village else ())]
    closed = any(
        notice.live and notice.kind == "closure" and notice.starts_on <= day <= (notice.ends_on or day)
        for notice in notices
    )
    return closed or not (centre.fair_starts_on or day) <= day <= (centre.fair_ends_on or day)


def open_at(centre, moment):
    day = moment.date()
    spans = [*openings(centre, day - DAY), *openings(centre, day)]
    return not shut(centre, day) and any(opens <= moment < closes for opens, closes in spans)


def open_during(centre, day):
    start = datetime.combine(day, time())
    return any(open_at(centre, start + number * MINUTE) for number in range(24 * 60))


def moments(number):
    """Return days and minutes around Tết and around the New Year, many of them in the night."""
    dice = random.Random(6)
    for count in range(number):
        day = dice.choice((TET, date(2027, 1, 1))) + timedelta(days=dice.randint(-4, 4))
        if count % 4 == 0:
            yield day
        else:
            hour = dice.choice((0, 0, 1, 2, 8, 11, 17, 20, 21, 22, 23))
            yield datetime.combine(day, time(hour, dice.choice((0, 1, 29, 30, 59))))


def close_some():
    """Write closures around Tết and the New Year at some centres with hours, and at the villages of others."""
    dice = random.Random(7)
    opened = list(Centre.objects.filter(live=True, opening_periods__isnull=False).distinct().order_by("pk"))
    for centre in dice.sample(opened, min(len(opened), 12)):
        first = dice.choice((TET, date(2027, 1, 1))) + timedelta(days=dice.randint(-4, 3))
        place = {"village": centre.village} if centre.village_id and dice.random() < 0.6 else {"centre": centre}
        last = first + timedelta(days=dice.randint(0, 4)) if dice.random() < 0.8 else None
        Notice.objects.create(kind="closure", text={"en": "Closed"}, starts_on=first, ends_on=last, **place)


def text(moment):
    return moment.isoformat(timespec="minutes") if isinstance(moment, datetime) else moment.isoformat()


def test_centres_and_villages_open_on_are_those_of_a_scan(reader):
    close_some()
    centres = list(Centre.objects.filter(live=True).with_hours())
    seen = set()
    for moment in moments(MOMENTS):
        is_open = open_at if isinstance(moment, datetime) else open_during
        expected = {centre.pk for centre in centres if is_open(centre, moment)}
        data = query_of({"open_on": [text(moment)]})
        found = CentreFilters(data, shown=False).apply(Centre.objects.live())
        assert set(found.values_list("pk", flat=True)) == expected, moment
        villages = {centre.village_id for centre in centres if centre.pk in expected} - {None}
        there = VillageFilters(data, shown=False).apply(Village.objects.live())
        assert set(there.values_list("pk", flat=True)) == villages & set(
            Village.objects.filter(live=True).values_list("pk", flat=True)
        )
        seen.add(len(expected))
    assert len(seen) > 2


@pytest.mark.parametrize(
    ("moment", "said"),
    [("2027-02-06", "6 February 2027"), ("2026-11-28T10:30", "28 November 2026, 10:30")],
)
def test_the_chip_says_the_moment_as_dates_are_written(reader, moment, said):
    chips = CentreFilters(query_of({"open_on": [moment]})).chips()
    assert [chip.label.partition(": ")[2] for chip in chips] == [said]
