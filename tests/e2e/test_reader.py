"""A reader's way through the site: by keyboard, on the map, without JavaScript, on the narrowest screen."""

from __future__ import annotations

import re

import pytest

sync_api = pytest.importorskip("playwright.sync_api")
expect = sync_api.expect


def main_link(page, name):
    """A link of the page's own content, not of its header or footer."""
    return page.locator("main").get_by_role("link", name=name).first


def read_along(page):
    """Go from home to a village, change the language, go on to a product, all by following links."""
    page.goto("/en/")
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Villages").click()
    expect(page).to_have_url(re.compile("/en/villages/$"))
    page.goto("/en/villages/?q=bat+trang")
    main_link(page, "Bát Tràng").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Bát Tràng")
    page.locator("header a[hreflang=vi]").click()
    expect(page).to_have_url(re.compile("/vi/villages/bat-trang/$"))
    expect(page.locator("html")).to_have_attribute("lang", "vi")
    page.locator("header a[hreflang=en]").click()
    product = page.locator("main a[href^='/en/products/']:not([href*='?'])").first
    address = product.get_attribute("href")
    product.click()
    expect(page).to_have_url(re.compile(f"{address}$"))
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_from_home_to_a_product(page):
    read_along(page)


def test_every_step_works_without_javascript(visit):
    page = visit(java_script_enabled=False)
    read_along(page)
    page.goto("/en/")
    page.locator("header input[type=search]").fill("bat trang")
    page.locator("header input[type=search]").press("Enter")
    main_link(page, "Bát Tràng").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Bát Tràng")
    page.goto("/en/map/")
    page.locator(".facets__summary").click()
    page.get_by_role("checkbox", name=re.compile("Museum")).check()
    page.get_by_role("button", name="Show results").click()
    expect(page).to_have_url(re.compile("kind=museum"))
    expect(page.locator("[data-role=list] > li").first).to_be_visible()
    main_link(page, re.compile("Museum|Bảo tàng")).click()
    expect(page).to_have_url(re.compile("/en/centres/"))


def tab_to(page, target, limit=60):
    """Press Tab until the focus is on `target`."""
    for _ in range(limit):
        page.keyboard.press("Tab")
        if target.evaluate("element => element === document.activeElement"):
            return
    pytest.fail(f"{limit} times Tab did not reach {target}")


def test_search_by_keyboard_alone(page):
    page.goto("/en/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to content")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.goto("/en/")
    tab_to(page, page.locator("header input[type=search]"))
    page.keyboard.type("bat trang")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/en/search/\?q=bat"))
    found = page.locator("main").get_by_role("link", name="Bát Tràng").first
    tab_to(page, found)
    address = found.get_attribute("href")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(f"{address}$"))


def test_the_map_answers_the_keyboard(page):
    page.goto("/en/map/?kind=museum")
    outlets = page.locator("[data-role=list] > li")
    show = outlets.first.get_by_role("button", name=re.compile("Show on map"))
    show.focus()
    page.keyboard.press("Enter")
    popup = page.get_by_role("dialog")
    expect(popup).to_be_focused()
    expect(popup.get_by_role("link").first).to_have_attribute("href", re.compile("^/en/centres/"))
    page.keyboard.press("Escape")
    expect(popup).to_have_count(0)
    expect(show).to_be_focused()
