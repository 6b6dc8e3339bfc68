"""An editor's day in the admin: a centre that appears on the map, a story that is translated and read in English."""

from __future__ import annotations

import re

import pytest

sync_api = pytest.importorskip("playwright.sync_api")
expect = sync_api.expect


@pytest.fixture
def editor(staff):
    """A watched page on which the editor has logged in."""
    return staff(height=1000)


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
    editor.locator("#id_country_code").select_option("VN")
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
    outlet.get_by_role("button", name="Xem trên bản đồ").click()
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


@pytest.mark.sampled(2)
def test_a_story_is_written_translated_and_read_in_english(editor, visit):
    write_story(editor)
    reader = visit()
    reader.goto("/en/stories/bep-lua-thu/")
    expect(reader.locator("main [lang=vi]").first).to_be_visible()  # until it is translated, and it says so

    editor.get_by_role("button", name="More options for 'Bếp lửa thử'").click()
    editor.get_by_role("link", name="Translate this page").click()
    editor.get_by_label("English").check()
    editor.get_by_role("button", name="Submit").click()
    for words in ("The trial hearth", "An opening line.", "The kiln", '<a id="a1">Bát Tràng village</a>'):
        translate(editor, words)
    editor.get_by_role("button", name="Publish in English").click()
    expect(editor.get_by_text("published").first).to_be_visible()

    reader.goto("/en/stories/bep-lua-thu/")
    expect(reader.locator("html")).to_have_attribute("lang", "en")
    expect(reader.get_by_role("heading", level=1)).to_have_text("The trial hearth")
    expect(reader.locator("main [lang=vi]").filter(has_text="Bếp")).to_have_count(0)
    link = reader.get_by_role("link", name="Bát Tràng village")
    expect(link).to_have_attribute("href", "/en/villages/bat-trang/")
    reader.goto("/en/villages/bat-trang/")
    expect(reader.get_by_role("link", name="The trial hearth")).to_be_visible()


def write_story(page):
    """Write a story in Vietnamese with a subject and a link to a record, and publish it."""
    page.goto("/admin/stories/")
    row = page.get_by_role("row").filter(has=page.get_by_text("Vietnamese", exact=True)).first
    row.locator("td").nth(2).get_by_role("link").click()
    page.get_by_role("link", name="Add child page").first.click()
    page.locator("#id_title").fill("Bếp lửa thử")
    page.locator("#id_introduction").fill("Một câu mở đầu.")
    page.get_by_role("button", name="Insert a block").first.click()
    page.get_by_role("option", name="Text", exact=True).click()
    page.locator("[name=body-0-value-heading]").fill("Lò gốm")
    page.locator(".public-DraftEditor-content").first.click()
    page.keyboard.type("Bát Tràng")
    link_to_record(page, "bat trang", "villages/bat-trang")
    choose(page, "Choose village", "bat trang", "Làng gốm Bát Tràng")
    expect(page).to_have_url(re.compile("/edit/$"))  # autosaved as a draft
    page.wait_for_timeout(1500)  # Wagtail loses a publication that overtakes an autosave: let the last one start,
    expect(page.get_by_text("Saved", exact=True)).to_be_visible()  # and end
    expect(page.locator("#id_slug")).to_have_value("bep-lua-thu")
    page.get_by_role("button", name="More actions").last.click()
    page.locator("[name=action-publish]").click()
    expect(page.get_by_text("created and published").or_(page.get_by_text("has been published")).first).to_be_visible()


def link_to_record(page, words, reference):
    """Select what was typed and link it to a record, by keyboard but for the toolbar."""
    page.keyboard.press("Control+a")
    page.locator("button[name=RECORD-LINK]:visible").first.click()
    search = page.locator(".record-link input[name=q]")
    expect(search).to_be_focused()
    expect(search).to_have_value("Bát Tràng")  # what was selected is looked for
    search.fill(words)
    page.keyboard.press("Enter")
    page.locator(f"[data-record-link-results]:not([inert]) [data-record='{reference}']").press("Enter")
    expect(page.locator(".modal-content")).to_have_count(0)
    expect(page.locator(".TooltipEntity")).to_have_text("Bát Tràng")


def translate(page, words):
    """Translate the first string that isn't translated yet."""
    left = page.get_by_role("button", name="Translate", exact=True)
    left.first.wait_for()
    count = left.count()
    left.first.click()
    page.locator("main textarea:visible").fill(words)
    page.get_by_role("button", name="Save", exact=True).click()
    expect(left).to_have_count(count - 1)
