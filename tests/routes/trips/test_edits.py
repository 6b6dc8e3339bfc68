"""The long form means the plan that its fields and its button say."""

from __future__ import annotations

from datetime import date

import pytest

from routes.travel.estimate import Mode
from routes.trips.edits import edited
from routes.trips.link import FlawKind, written
from routes.trips.plan import Keep, PlanStop

BASE = {
    "edit": "1",
    "p": "1abc234def567.ghj892",
    "order": "best",
    "date": "2026-12-05",
    "days": "2",
    "earliest": "08:00",
    "latest": "18:00",
    "mode": "motorbike",
    "from": "",
    "to": "",
    "lunch": "1",
}


def plan_of(**fields):
    reading = edited({**BASE, **fields})
    assert reading.flaws == ()
    return reading.plan


def test_an_untouched_form_changes_nothing():
    assert written(plan_of()) == "p=1abc234def567ghj892&d=2026-12-05&n=2"


def test_settings_are_taken():
    plan = plan_of(date="2027-02-03", days="3", earliest="07:30", latest="00:00", mode="car", to="-", lunch="")
    assert (plan.date, plan.days, plan.mode, plan.end, plan.lunch) == (date(2027, 2, 3), 3, Mode.CAR, "-", False)
    assert (plan.earliest, plan.latest) == (450, 1440)


def test_a_point_is_rounded_before_it_comes_into_a_link():
    plan = plan_of(**{"from": "point", "from_point": "21.02851, 105.85420", "to": "hanoi"})
    assert (plan.start, plan.end) == ("21.03_105.85", "hanoi")


def test_the_fields_of_a_stop():
    plan = plan_of(**{"stay-abc234": "60", "must-abc234": "1", "stay-def567": "x2", "stay-ghj892": "usual"})
    assert plan.stops == (
        PlanStop("abc234", must_see=True, stay=60),
        PlanStop("def567", experience=2),
        PlanStop("ghj892"),
    )


def test_a_stop_is_kept_on_a_day_or_at_its_place():
    plan = plan_of(**{"keep-abc234": "2", "keep-def567": "here"})
    assert plan.groups == (
        (PlanStop("def567", keep=Keep.PLACE),),
        (PlanStop("ghj892"), PlanStop("abc234", keep=Keep.DAY)),
    )


@pytest.mark.parametrize(
    ("button", "p"),
    [
        ("remove-def567", "1abc234ghj892"),
        ("down-abc234", "1def567abc234.ghj892"),
        ("up-def567", "1def567abc234.ghj892"),
        ("down-def567", "1abc234.def567ghj892"),
        ("up-ghj892", "1abc234def567ghj892"),
        ("up-abc234", "1abc234def567.ghj892"),
        ("down-ghj892", "1abc234def567.ghj892"),
        ("try-abc234-x3", "1abc234Wdef567ghj892"),
        ("own", "1abc234def567.ghj892"),
        ("best", "1abc234def567ghj892"),
        ("up-zzzzzz", "1abc234def567.ghj892"),
        ("nonsense", "1abc234def567ghj892"),
    ],
)
def test_buttons(button, p):
    plan = plan_of(do=button)
    assert written(plan).split("&")[0] == f"p={p}"
    assert plan.own_order == (button.partition("-")[0] in ("up", "down", "own"))


def test_in_ones_own_order_a_day_moves_a_stop():
    plan = plan_of(order="own", **{"keep-abc234": "2", "keep-def567": "1", "keep-ghj892": "2"})
    assert written(plan).startswith("p=1def567.ghj892abc234&")


def test_fewer_days_move_the_stops_of_the_last_ones():
    assert written(plan_of(order="own", days="1")) == "p=1abc234def567ghj892&d=2026-12-05&o=1"


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"date": "31/12/2026"}, FlawKind.DATE),
        ({"date": "20261231"}, FlawKind.DATE),
        ({"days": "0"}, FlawKind.DAYS),
        ({"days": "٣"}, FlawKind.DAYS),
        ({"earliest": "18:00", "latest": "08:00"}, FlawKind.WINDOW),
        ({"earliest": "soon"}, FlawKind.WINDOW),
        ({"latest": "25:00"}, FlawKind.WINDOW),
        ({"mode": "rocket"}, FlawKind.MODE),
        ({"from": "point", "from_point": "my hotel"}, FlawKind.START),
        ({"to": "point", "to_point": ""}, FlawKind.END),
        ({"to": "<b>"}, FlawKind.END),
    ],
)
def test_what_cannot_be_is_told_and_the_stops_stay(fields, kind):
    reading = edited({**BASE, **fields})
    assert [flaw.kind for flaw in reading.flaws] == [kind]
    assert reading.plan.codes == ("abc234", "def567", "ghj892")
