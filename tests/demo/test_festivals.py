"""Every festival that the data's prose names is an event, and no day is invented."""

from __future__ import annotations

import re
from datetime import date

import pytest
from tests.demo.files import extra, rows

from demo.loading import BadData, load
from places.models import Event, Village

# What the prose says of seasons; whatever else it says is a festival, and has a row of its own.
MONTH = "(January|February|March|April|May|June|July|August|September|October|November|December)"
SEASON = re.compile(
    rf"""^(All[ ]year | Dry[ ]season | ((Months|The[ ]weeks)[ ])?[Bb]efore[ ]Tết | [Bb]usiest[ ]before[ ]Tết
    | Twelfth[ ]lunar[ ]month | Anchovy[ ]season[ ]in[ ]the[ ]third[ ]lunar[ ]month
    | Lotus[ ]season | [Mm]ain[ ]harvests | (Spring|Coffee)[ ]harvest | Harvest[ ]season[ ]in[ ]Tam[ ]Cốc
    | Sedge[ ]harvest([ ]in[ ]early[ ]summer[ ]and[ ]autumn)? | Rice[ ]seasons | [Ff]ruit[ ]season
    | Palm[ ]sugar[ ]season | Salt[ ]season | Production[ ]peaks[ ]from[ ]November[ ]to[ ]Tết
    | Buckwheat[ ]flower[ ]season | terraces[ ]golden[ ]in[ ]September | December[ ]until[ ]Tết)
    [ ]?\(?({MONTH}(([ ]to[ ]|-){MONTH})?(,[ ]{MONTH}|[ ]and[ ]{MONTH}-{MONTH})?)?\)?$""",
    re.VERBOSE,
)


def parts(text):
    return [part.strip() for part in text.split(";")]


def test_every_text_is_a_season_or_the_prose_of_a_row():
    told = {(row["village"], row["prose"]) for row in rows("festivals")}
    left = {
        (row["slug"], part)
        for row in rows("villages")
        for part in parts(row["best_season_festival"])
        if not SEASON.match(part)
    }
    assert left == told


def test_a_day_is_only_given_where_the_prose_has_a_number():
    for row in rows("festivals"):
        for column in ("first_day", "last_day"):
            if row[column]:
                assert row[column] in re.findall(r"\d+", row["prose"]), row["slug"]


def test_a_month_is_only_left_out_with_a_reason():
    assert [row["slug"] for row in rows("festivals") if not row["months"] and "not stated" not in row["note"]
            and "no " not in row["note"]] == []  # fmt: skip


def test_best_months_are_those_of_the_season():
    for row in rows("villages"):
        numbers = [int(number) for number in row["best_months"].split(",") if number]
        assert set(numbers) <= set(range(1, 13))
        if "All year" in row["best_season_festival"]:
            assert len(numbers) == 12


@pytest.mark.django_db
@pytest.mark.usefixtures("demo_site")
class TestLoaded:
    """What stands in the database."""

    def test_every_row_is_an_event_of_its_village(self):
        for row in rows("festivals"):
            event = Event.objects.get(slug=row["slug"])
            event.full_clean()
            assert event.village.slug == row["village"]
            assert event.province == event.village.province
            assert {code: event.name.data[code] for code in ("vi", "en", "id")} == {
                code: row[f"name_{code}"] for code in ("vi", "en", "id")
            }
            assert event.description.data["en"] == row["prose"]
            assert {"vi", "id"} <= set(event.description.data)
            assert not event.dates.exists()

    def test_the_giong_festival_of_2026_and_2027(self):
        event = Event.objects.get(slug="hoi-giong-phu-dong")
        found = event.between(date(2026, 1, 1), date(2027, 12, 31))
        assert [one.starts_on for one in found] == [date(2026, 5, 25), date(2027, 5, 14)]

    def test_seasons_of_villages(self):
        assert Village.objects.get(slug="cau-dat").months == sum(1 << month for month in (10, 11, 12))
        assert Village.objects.get(slug="prailiu").months == 0

    def test_a_second_load_leaves_what_a_person_changed(self):
        event = Event.objects.get(slug="hoi-giong-phu-dong")
        event.first_day = 8
        event.save()
        assert load([]).counts == {}
        event.refresh_from_db()
        assert event.first_day == 8

    @pytest.mark.parametrize(
        ("changes", "column"),
        [({"first_day": "31"}, "first_day"), ({"months": "13"}, "months"), ({"calendar": "moon"}, "calendar"),
         ({"village": "atlantis"}, "village"), ({"years": "some"}, "years"), ({"prose": ""}, "prose")],
    )  # fmt: skip
    def test_a_bad_row_is_named(self, tmp_path, changes, column):
        extra(tmp_path, "festivals", "hoi-giong-phu-dong", **changes)
        with pytest.raises(BadData) as refused:
            load([tmp_path])
        assert column in {problem.column for problem in refused.value.problems}
