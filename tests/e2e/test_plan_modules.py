"""The plan's pure ES modules in a real Chromium: what the basket holds, and the plan's address as text."""

from __future__ import annotations

import json

import pytest

A, B, C, D = "aaaaaa", "bbbbbb", "cccccc", "dddddd"


@pytest.fixture(scope="module")
def run(browser, bench):
    """Runs a function body in a blank page with one of the pure modules as `m`."""
    page = browser.new_page()
    page.goto(f"{bench}/blank")

    def evaluate(module, body, *given):
        script = f"async (given) => {{ const m = await import('/static/js/plan/{module}.js'); {body} }}"
        return page.evaluate(script, list(given))

    yield evaluate
    page.close()


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (None, []),
        ("", []),
        ("null", []),
        ("[]", []),
        ("{}", []),
        ('{"codes": "aaaaaa"}', []),
        ('{"codes": ["aaaaaa", "aaaaaa", "AAAAAA", "short", 7, null, "bbbbbb"]}', [A, B]),
    ],
)
def test_a_basket_is_what_can_be_read_of_it(run, text, codes):
    found = run("basket", "return m.parsed(given[0])", text)
    assert found == {"codes": codes, "planned": [], "query": ""}


def test_a_basket_never_holds_more_than_a_plan(run):
    many = json.dumps({"codes": [f"aaaaa{letter}" for letter in "23456789abcdefghjkmnpqrstuvwxyz"]})
    assert run("basket", "return [m.parsed(given[0]).codes.length, m.MOST]", many) == [20, 20]


@pytest.mark.parametrize(
    ("codes", "wanted", "after"),
    [
        ([], [A], [A]),
        ([A, B], [A], [B]),
        ([A], [A, B, C], [A, B, C]),  # a route: what is missing comes
        ([A, B, C], [A, B], [C]),  # and all of it goes
        ([f"aaaa{n:02}".replace("0", "z").replace("1", "y") for n in range(20)], [A], None),
    ],
)
def test_a_tap_adds_or_takes_away(run, codes, wanted, after):
    assert run("basket", "return m.toggled(given[0], given[1])", codes, wanted) == after


@pytest.mark.parametrize(
    ("codes", "planned", "query", "after"),
    [
        ([], [], "", ""),
        ([A, B], [], "", f"add={A},{B}"),
        ([A], [A], f"p=1{A}&d=2026-12-05", f"p=1{A}&d=2026-12-05"),
        ([A, B], [A], f"p=1{A}", f"p=1{A}&add={B}"),
        ([B], [A, B], f"p=1{A}{B}", ""),  # the plan's page takes one away
    ],
)
def test_the_header_leads_straight_to_the_plan(run, codes, planned, query, after):
    assert run("basket", "return m.queryOf(given[0])", {"codes": codes, "planned": planned, "query": query}) == after


@pytest.mark.parametrize(
    ("p", "days"),
    [
        (None, []),
        ("1", []),
        (f"1{A}M{B}KC.{D}", [[f"{A}M", f"{B}KC"], [D]]),
        (f"1{A}.{B}..{C}", [[A], [B], [], [C]]),
    ],
)
def test_the_stops_of_an_address(run, p, days):
    assert run("address", "return m.daysOf(given[0])", p) == days


@pytest.mark.parametrize(
    ("codes", "planned", "query", "after"),
    [
        ([], [A], f"p=1{A}", ""),
        ([A], [], "", f"add={A}"),
        ([A, B], [A], f"p=1{A}M&d=2026-12-05&n=2", f"p=1{A}M&d=2026-12-05&n=2&add={B}"),
        ([B, C], [A, B], f"p=1{A}M.{B}KC&n=2", f"p=1.{B}KC&n=2&add={C}"),
        ([C], [A, B], f"p=1{A}{B}&m=car", f"m=car&add={C}"),
        ([A], [A], f"p=1{A}", f"p=1{A}"),
    ],
)
def test_the_plan_last_seen_catches_up_with_the_basket(run, codes, planned, query, after):
    basket = {"codes": codes, "planned": planned, "query": query}
    assert run("address", "return decodeURIComponent(m.caughtUp(given[0]))", basket) == after


@pytest.mark.parametrize(
    ("shown", "days", "after"),
    [
        (f"1{A}M{B}.{C}", [[B, A], [C]], f"1{B}{A}M.{C}"),
        (f"1{A}M{B}.{C}", [[], [C, A, B]], f"1.{C}{A}M{B}"),
        (f"1{A}{B}.{C}{D}", [[A], [C]], f"1{A}{B}.{C}{D}"),  # those left out stay on their day
        (f"1{A}.{B}.{C}", [[B, A]], f"1{B}{A}{C}"),
    ],
)
def test_an_order_made_by_hand(run, shown, days, after):
    found = run("address", "return m.inOrder(given[0], given[1], given[2])", f"p={shown}&m=car", shown, days)
    assert found == f"p={after}&m=car&o=1"
