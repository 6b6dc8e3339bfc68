"""Menu, language switcher, filters and pages of a list, by keyboard alone, with the focus always to be seen."""

from __future__ import annotations

import re

import pytest
from tests.e2e.pages import PLAN
from tests.e2e.test_reader import tab_to

sync_api = pytest.importorskip("playwright.sync_api")
expect = sync_api.expect


def test_the_menu_of_a_phone_opens_and_leads_on(visit):
    page = visit(width=360, height=740)
    page.goto("/en/")
    menu = page.locator("header summary", has_text="Menu")
    tab_to(page, menu)
    page.keyboard.press("Enter")
    link = page.get_by_role("navigation", name="Main").get_by_role("link", name="Routes")
    tab_to(page, link, limit=12)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/en/routes/$"))


def test_the_language_changes_and_the_page_stays(page):
    page.goto("/en/crafts/conical-hat/")
    tab_to(page, page.locator("header a[hreflang=id]").first)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/id/crafts/conical-hat/$"))
    expect(page.locator("html")).to_have_attribute("lang", "id")


@pytest.mark.parametrize("width", [360, 1280])
def test_filters_narrow_a_list_and_a_chip_takes_one_away(visit, width):
    page = visit(width=width)
    page.goto("/en/products/")
    if width == 360:
        tab_to(page, page.locator("main summary", has_text="Filters"))
        page.keyboard.press("Enter")
    tab_to(page, page.locator("main form").get_by_label("Words"), limit=80)
    page.keyboard.type("nuoc mam")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("q=nuoc"))
    chip = page.locator("a.chip--remove").first
    tab_to(page, chip, limit=80)
    page.keyboard.press("Enter")
    expect(page).not_to_have_url(re.compile("q=nuoc"))


def test_the_pages_of_a_list(page):
    page.goto("/en/products/")
    tab_to(page, page.locator("main").get_by_role("link", name=re.compile("Next")), limit=120)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("page=2"))


@pytest.mark.parametrize("path", ["", "products/", "villages/bat-trang/", "stories/sixteen-rings/", f"plan/?{PLAN}"])
def test_the_focus_is_always_to_be_seen(page, path):
    page.goto(f"/en/{path}")
    hidden = []
    for _step in range(40):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            """() => {
                const one = document.activeElement;
                if (one === document.body) return true;
                const shown = (style) => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
                const box = one.getBoundingClientRect();
                const around = one.closest("label, form") ?? one; // a choice and a search form are outlined as a whole
                const styles = [getComputedStyle(one), getComputedStyle(one, "::after"), getComputedStyle(around)];
                const inside = box.width > 0 && box.bottom > 0 && box.top < innerHeight;
                return (inside && styles.some(shown)) || one.outerHTML.slice(0, 100);
            }"""
        )
        if seen is not True:
            hidden.append(seen)
    assert hidden == []
