"""An editor's day in the admin: a centre that appears on the map, and a story that is translated and read in English."""

from __future__ import annotations

import re

import pytest

from tests.e2e.serve import EDITOR, PASSWORD

sync_api = pytest.importorskip("playwright.sync_api")
expect = sync_api.expect


@pytest.fixture
def editor(visit):
    """A watched page on which the editor has logged in."""
    page = visit(height=1000, now=None)  # Wagtail's animations need a clock that runs
    page.goto("/admin/")
    page.get_by_label("Username").fill(EDITOR)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page).to_have_url(re.compile("/admin/$"))
    return page


def choose(page, button, words, result):
    """Open a chooser, search in it and take a result."""
    page.get_by_role("button", name=button, exact=True).click()
    window = page.locator(".modal-content")
    window.locator("input[name=q]").fill(words)
    window.get_by_role("link", name=result, exact=True).click()
    expect(window).to_have_count(0)


def test_a_centre_with_a_point_and_hours_is_on_the_map_at_once(editor, visit):
    editor.goto("/admin/centres/add/")
    editor.locator("#id_name_0").fill("Nhà trưng bày Làng Thử")
    editor.locator("#id_kind").select_option("showroom")
    editor.get_by_role("tab", name="Place and map").click()
    editor.locator("#id_country_code").fill("VN")
    choose(editor, "Choose province", "ha noi", "Hanoi")
    pick_point(editor, "21.0287", "105.8524")
    editor.get_by_role("tab", name="Opening hours").click()
    editor.get_by_role("button", name="Add Opening period").click()
    editor.locator("#id_opening_periods-0-opens").fill("08:00")
    editor.locator("#id_opening_periods-0-closes").fill("17:30")
    editor.keyboard.press("Escape")
    editor.get_by_role("button", name="Save", exact=True).click()
    expect(editor.get_by_text("created")).to_be_visible()

    reader = visit(language="vi-VN")
    reader.goto("/vi/map/?kind=showroom")
    outlet = reader.locator("[data-slug=nha-trung-bay-lang-thu]")
    expect(outlet.first).to_be_visible()
    outlet.get_by_role("button").click()
    expect(reader.get_by_role("dialog", name="Nhà trưng bày Làng Thử")).to_be_visible()
    reader.get_by_role("dialog").get_by_role("link").first.click()
    expect(reader.get_by_role("heading", level=1)).to_have_text("Nhà trưng bày Làng Thử")
    expect(reader.locator("main")).to_contain_text("08:00")


def pick_point(page, latitude, longitude):
    """Click on the picker's map, then nudge the marker and correct the numbers."""
    picker = page.locator(".point-picker__map")
    picker.scroll_into_view_if_needed()
    picker.click(position={"x": 200, "y": 120})
    expect(page.locator("#id_latitude")).not_to_have_value("")
    page.locator(".point-picker__marker").press("ArrowRight")
    page.locator("#id_latitude").fill(latitude)
    page.locator("#id_longitude").fill(longitude)
