"""The page of a route in a browser: its form changes day and means in place, and every state has its address."""

from __future__ import annotations

import re

import pytest

sync_api = pytest.importorskip("playwright.sync_api")
expect = sync_api.expect

pytestmark = pytest.mark.sampled(10)
ROUTE = "/en/routes/bat-trang-footprints/"
OPEN_DAY, DAYS = '[data-region="open-day"]', '[data-region="days"]'
SATURDAY = "5 December 2026"
USUAL = re.compile(r"\?open_on=2026-12-05$")  # by bicycle, as the route says


def times(page):
    """From when to when each stop is visited."""
    return page.locator(f"{DAYS} .stop__times strong").all_inner_texts()


def test_day_and_means_change_in_place_and_come_back(visit):
    page = visit()
    page.goto(ROUTE)
    expect(page.locator(OPEN_DAY)).to_contain_text("Today, Monday, 23 November 2026")
    page.evaluate("window.stayed = true")
    day, means = page.get_by_label("Your first day"), page.get_by_label("How you travel")
    day.focus()
    day.fill("2026-12-05")
    expect(page.locator(OPEN_DAY)).to_contain_text(SATURDAY)
    expect(page).to_have_url(USUAL)
    expect(day).to_be_focused()
    dated = times(page)
    assert dated
    means.focus()
    means.select_option("walk")
    expect(page).to_have_url(re.compile(r"\?open_on=2026-12-05&mode=walk$"))
    expect(means).to_be_focused()
    assert times(page) != dated
    assert page.evaluate("window.stayed")
    page.go_back()
    expect(page).to_have_url(USUAL)
    expect(day).to_have_value("2026-12-05")
    expect(means).to_have_value("")
    assert times(page) == dated
    page.go_back()
    expect(page.locator(OPEN_DAY)).to_contain_text("Today")
    expect(day).to_have_value("")


def test_a_way_to_a_part_of_the_page_asks_for_no_page(visit):
    page = visit()
    page.goto(ROUTE)
    page.evaluate("window.isTheSame = true")
    page.get_by_role("link", name="The stops", exact=True).click()
    expect(page).to_have_url(re.compile("#days-title$"))
    page.go_back()
    expect(page).to_have_url(re.compile(f"{ROUTE}$"))
    page.wait_for_load_state("networkidle")
    assert page.evaluate("window.isTheSame")


@pytest.mark.parametrize("programs", [True, False])
def test_the_page_is_shared_as_it_stands(visit, programs):
    page = visit(permissions=["clipboard-read", "clipboard-write"])
    shared = "window.shared = null; Navigator.prototype.share = async (what) => { window.shared = what; }"
    page.add_init_script(shared if programs else "delete Navigator.prototype.share")
    page.goto(ROUTE)
    page.get_by_label("How you travel").select_option("walk")
    expect(page).to_have_url(re.compile("mode=walk$"))
    button = page.locator("share-link").get_by_role("button")
    expect(button).to_have_text("Share…" if programs else "Copy the link")
    button.press("Enter")
    if programs:
        assert page.evaluate("window.shared.url") == page.url
        assert page.evaluate("window.shared.title") == page.locator("h1").inner_text()
    else:
        expect(page.locator("share-link [role=status]")).to_have_text("Copied")
        assert page.evaluate("navigator.clipboard.readText()") == page.url


def test_the_form_works_without_scripts(visit):
    page = visit(java_script_enabled=False)
    page.goto(ROUTE)
    page.get_by_label("Your first day").fill("2026-12-05")
    page.get_by_role("button", name="Show", exact=True).click()
    expect(page.locator(OPEN_DAY)).to_contain_text(SATURDAY)
    assert times(page)
