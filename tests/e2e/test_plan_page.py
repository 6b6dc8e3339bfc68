"""The plan's page in a browser: its link means the same everywhere, nobody's plan is lost, changes come in place."""

from __future__ import annotations

import json
import re

import pytest
from tests.e2e.test_plan_journey import PLANNED, is_planned, names_on

sync_api = pytest.importorskip("playwright.sync_api")
expect = sync_api.expect

pytestmark = pytest.mark.sampled(10)
STOPS = ".plan-line > [data-code]"


@pytest.fixture(scope="module")
def codes(browser, site):
    """The codes of five villages around Hà Nội, as their cards give them."""
    page = browser.new_page(base_url=site)
    page.goto("/en/villages/?q=ha+noi")
    found = [button.get_attribute("data-codes") for button in page.locator("main plan-button").all()]
    page.close()
    return found[:5]


def kept(page):
    return json.loads(page.evaluate("localStorage.getItem('my-plan') ?? '{}'"))


def give(page, codes):
    """Put places into the browser's basket, as if they had been added."""
    page.goto("/en/about/")
    basket = {"codes": codes, "planned": [], "query": ""}
    page.evaluate("text => localStorage.setItem('my-plan', text)", json.dumps(basket))


def order(page):
    return page.locator(STOPS).evaluate_all("all => all.map(({ dataset }) => `${dataset.day}:${dataset.code}`)")


def test_the_link_is_the_same_plan_anywhere(visit, codes):
    page = visit()
    page.goto(f"/en/plan/?add={','.join(codes[:3])}&n=2")
    is_planned(page, 3)
    link, first = page.locator("#plan-link").input_value(), order(page)
    assert len(link) <= 300
    page.reload()
    assert order(page) == first
    other = visit(width=360)
    other.goto(link)
    assert order(other) == first
    other.goto(link.replace("/en/", "/id/"))
    assert order(other) == first
    bare = visit(java_script_enabled=False)
    bare.goto(link)
    assert order(bare) == first


def test_the_basket_becomes_a_plan_and_is_found_again(visit, codes):
    page = visit()
    give(page, codes[:2])
    page.goto("/en/plan/")
    is_planned(page, 2)
    own = page.url
    page.get_by_label("How long").select_option("2")
    expect(page).to_have_url(re.compile("n=2"), timeout=PLANNED)
    page.go_back()
    expect(page).to_have_url(own)
    expect(page.locator(".plan-day")).to_have_count(1)
    page.go_forward()
    expect(page.locator(".plan-day")).to_have_count(2)
    page.goto("/en/plan/")  # later
    expect(page).to_have_url(re.compile("n=2"), timeout=PLANNED)
    page.locator("header a[hreflang=id]").click()
    expect(page).to_have_url(re.compile(r"/id/plan/\?p=.*n=2"))
    assert page.locator(".plan-ask").count() == 0


def test_a_card_elsewhere_changes_the_plan(visit, codes):
    page = visit()
    give(page, codes[:2])
    page.goto("/en/plan/")
    is_planned(page, 2)
    cards = page.context.new_page()
    cards.goto("/en/villages/?q=ha+noi")
    cards.locator("main plan-button a").nth(2).click()
    expect(page.locator(STOPS)).to_have_count(3, timeout=PLANNED)
    cards.locator("main plan-button a").nth(0).click()
    expect(page.locator(STOPS)).to_have_count(2, timeout=PLANNED)
    assert set(kept(page)["codes"]) == set(codes[1:3])


@pytest.mark.parametrize(("choice", "stops"), [("Keep mine", 2), ("Take this one", 3), ("Add its places to mine", 5)])
def test_another_plan_asks_before_it_takes_the_place_of_one_s_own(visit, codes, choice, stops):
    page = visit(width=360)
    give(page, codes[:2])
    page.goto("/en/plan/")
    is_planned(page, 2)
    own = kept(page)
    page.goto(f"/en/plan/?add={','.join(codes[2:5])}")
    question = page.get_by_role("region", name="This is a different plan from yours")
    expect(question).to_contain_text("own plan: 2. On this one: 3.")
    assert kept(page) == own
    page.get_by_role("button", name=choice).click()
    expect(page.locator("[data-code]")).to_have_count(stops, timeout=PLANNED)
    expect(page.locator(".plan-ask")).to_have_count(0)
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    assert len(kept(page)["codes"]) == stops


def test_a_link_that_cannot_be_read_says_so_beside_one_s_own_plan(page, codes):
    give(page, codes[:2])
    page.goto("/en/plan/?p=9abc")
    is_planned(page, 2)
    told = page.get_by_text("made by another version of the site")
    expect(told).to_have_count(1)
    page.get_by_label("How long").select_option("2")
    expect(page).to_have_url(re.compile("n=2"), timeout=PLANNED)
    expect(told).to_have_count(0)


def test_without_an_answer_the_plan_stays_and_can_be_tried_again(page, codes):
    page.goto(f"/en/plan/?add={','.join(codes[:2])}")
    is_planned(page, 2)
    before, own = order(page), page.url
    page.route("**/plan/?edit=*", lambda route: route.fulfill(body="<p>No plan.</p>", content_type="text/html"))
    page.get_by_label("How long").select_option("3")
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("could not be changed")
    assert (order(page), page.url) == (before, own)
    page.unroute("**/plan/?edit=*")
    alert.get_by_role("button", name="Try again").click()
    expect(page).to_have_url(re.compile("n=3"), timeout=PLANNED)
    expect(page.get_by_role("alert")).to_have_count(0)


@pytest.mark.parametrize("touch", [False, True])
def test_stops_are_dragged_to_another_place_and_day(visit, codes, touch):
    page = visit(height=2400, has_touch=touch)
    page.goto(f"/en/plan/?add={','.join(codes[:3])}&n=2&o=1")
    is_planned(page, 3)
    page.mouse.move(5, 5)
    handles, free = page.locator(".plan-handle"), page.locator(".plan-day").nth(1)
    expect(handles).to_have_count(3)
    first = page.locator(STOPS).first.get_attribute("data-code")
    start, goal = handles.first.bounding_box(), free.bounding_box()
    drag(page, (start["x"] + 20, start["y"] + 20), (goal["x"] + 60, goal["y"] + goal["height"] - 10), touch)
    expect(page).to_have_url(re.compile(r"o=1"), timeout=PLANNED)
    expect(page.locator(f"[data-day='2'][data-code='{first}']")).to_have_count(1, timeout=PLANNED)
    expect(page.locator("[data-role=plan-said]")).to_contain_text("day 2")


def drag(page, start, goal, touch):
    """Drag with the mouse, or with a finger by the browser's own protocol."""
    if not touch:
        page.mouse.move(*start)
        page.mouse.down()
        page.mouse.move(*goal, steps=8)
        page.mouse.up()
        return
    session = page.context.new_cdp_session(page)
    points = [tuple(a + (b - a) * step / 8 for a, b in zip(start, goal, strict=True)) for step in range(9)]
    for name, at in [("touchStart", points[0]), *(("touchMove", at) for at in points[1:]), ("touchEnd", None)]:
        touches = [{"x": at[0], "y": at[1]}] if at else []
        session.send("Input.dispatchTouchEvent", {"type": name, "touchPoints": touches})


def test_the_way_may_start_where_the_reader_is(visit, codes):
    page = visit(geolocation={"latitude": 21.02851, "longitude": 105.80482}, permissions=["geolocation"])
    page.goto(f"/en/plan/?add={','.join(codes[:2])}")
    is_planned(page, 2)
    page.mouse.move(5, 5)
    page.get_by_role("button", name="Start where I am now").click()
    expect(page).to_have_url(re.compile(r"s=21\.03_105\.8(&|$)|s=21\.03_105\.80"), timeout=PLANNED)


def test_the_link_is_copied(visit, codes):
    page = visit(permissions=["clipboard-read", "clipboard-write"])
    page.goto(f"/en/plan/?add={codes[0]}")
    is_planned(page, 1)
    page.mouse.move(5, 5)
    page.get_by_role("button", name="Copy the link").click()
    expect(page.locator("share-link [role=status]")).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()") == page.locator("#plan-link").input_value()
    assert names_on(page)
