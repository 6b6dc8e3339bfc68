"""From the home page to an exported two-day plan on a phone: by touch, by keyboard alone, and without JavaScript."""

from __future__ import annotations

import re

import gpxpy
import pytest
from icalendar import Calendar
from tests.e2e.test_find_journey import choose
from tests.e2e.test_reader import tab_to

sync_api = pytest.importorskip("playwright.sync_api")
expect = sync_api.expect

PHONE = {"width": 360, "height": 740}
PLANNED = 15_000  # milliseconds until a slow machine has found an order


def names_on(page):
    """Return the names of the stops of a plan, in their order."""
    return page.locator(".plan-line > [data-code] h3").all_inner_texts()


def exported(page, start):
    """Return the text of the file that `start` makes the browser save."""
    with page.expect_download() as waiting:
        start()
    return waiting.value.path().read_text()


def way(page, name):
    return page.locator("[data-region=plan-take-along]").get_by_role("link", name=name)


def is_planned(page, stops):
    expect(page).to_have_url(re.compile(r"/en/plan/\?p=1.*d=\d{4}-\d\d-\d\d"), timeout=PLANNED)
    expect(page.locator(".plan-line > [data-code]")).to_have_count(stops, timeout=PLANNED)


def test_by_touch(visit):
    page = visit(**PHONE, has_touch=True)
    page.goto("/en/")
    page.locator("header summary", has_text="Menu").tap()
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Villages").tap()
    expect(page).to_have_url(re.compile("/en/villages/$"))
    page.goto("/en/villages/?q=ha+noi")
    adding = page.locator("main plan-button a")
    for number in range(3):
        adding.nth(number).tap()
    page.locator(".plan-voice").get_by_role("link", name="Open my plan").tap()
    is_planned(page, 3)
    expect(page.locator("[data-role=plan-link]")).to_have_accessible_name("My plan (3)")

    page.locator("#plan-settings-panel > summary").tap()
    page.get_by_label("How long").select_option("2")
    expect(page).to_have_url(re.compile("n=2"), timeout=PLANNED)
    expect(page.locator(".plan-day")).to_have_count(2)
    expect(page.locator("#plan-settings-panel")).to_have_attribute("open", "")

    track = gpxpy.parse(exported(page, way(page, re.compile("GPX")).tap))
    assert [point.name for point in track.waypoints][:3] == names_on(page)


@pytest.mark.sampled(3)
def test_by_keyboard(visit):
    page = visit(**PHONE)
    page.goto("/en/")
    tab_to(page, page.locator("header input[type=search]"))
    page.keyboard.type("bat trang")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/en/search/"))
    adding = page.locator("main plan-button a")
    choose(page, adding.nth(0), "Enter")
    choose(page, adding.nth(1), "Space")
    page.goto("/en/")
    choose(page, page.locator("[data-role=plan-link]"))
    is_planned(page, 2)

    choose(page, page.locator("#plan-settings-panel > summary"))
    tab_to(page, page.get_by_label("How long"))
    page.keyboard.press("2")
    expect(page).to_have_url(re.compile("n=2"), timeout=PLANNED)
    expect(page.get_by_label("How long")).to_be_focused()
    later = page.locator("[id^=down-]:not([disabled])").first
    code = later.get_attribute("id").removeprefix("down-")
    choose(page, later, limit=90)
    expect(page).to_have_url(re.compile("o=1"), timeout=PLANNED)
    expect(page.locator("[data-role=plan-said]")).to_contain_text("day")
    assert page.evaluate("document.activeElement.closest('[data-code]')?.dataset.code") == code

    calendar = way(page, re.compile("ICS"))
    tab_to(page, calendar, limit=120)
    events = Calendar.from_ical(exported(page, lambda: page.keyboard.press("Enter"))).walk("VEVENT")
    assert len(events) >= 2


@pytest.mark.sampled(3)
def test_without_javascript(visit):
    page = visit(**PHONE, java_script_enabled=False)
    page.goto("/en/")
    page.locator("header input[type=search]").fill("bat trang")
    page.locator("header input[type=search]").press("Enter")
    page.locator("main plan-button a").first.click()
    is_planned(page, 1)
    page.get_by_label("Name of a village or centre").fill("van phuc")
    page.get_by_label("Name of a village or centre").press("Enter")
    page.get_by_role("button", name=re.compile("^Add ?:")).first.click()
    is_planned(page, 2)
    page.locator("#plan-settings-panel > summary").click()
    page.get_by_label("How long").select_option("2")
    page.locator("#plan-update").click()
    expect(page).to_have_url(re.compile("n=2"))
    expect(page.locator(".plan-day")).to_have_count(2)
    names = names_on(page)
    assert len(names) == 2
    track = gpxpy.parse(exported(page, way(page, re.compile("GPX")).click))
    assert {point.name for point in track.waypoints} >= set(names)
