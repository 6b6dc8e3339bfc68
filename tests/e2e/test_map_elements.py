"""The map's elements in a real Chromium: outlet map, record map, point picker."""

from __future__ import annotations

import pytest

sync_api = pytest.importorskip("playwright.sync_api")


@pytest.fixture
def page(browser):
    context = browser.new_context(viewport={"width": 900, "height": 900}, reduced_motion="reduce")
    context.set_default_timeout(5000)
    page = context.new_page()
    page.problems = []
    page.on("pageerror", lambda error: page.problems.append(str(error)))
    page.on("console", lambda message: "Content Security" in message.text and page.problems.append(message.text))
    page.requested = []
    page.on("request", lambda request: page.requested.append(request.url))
    yield page
    context.close()
    assert page.problems == []


@pytest.fixture
def outlet_map(page, bench):
    page.goto(f"{bench}/map")
    sync_api.expect(page.locator("[data-role=count]")).to_have_text("4 in view of 5")
    return page


def test_no_request_leaves_the_site_until_streets_are_asked_for(outlet_map, bench):
    outlet_map.mouse.wheel(0, 300)
    outlet_map.wait_for_timeout(300)
    assert all(url.startswith((bench, "data:")) for url in outlet_map.requested)
    outlet_map.get_by_role("button", name="Streets").click()
    sync_api.expect(outlet_map.get_by_text("No streets now")).to_be_visible(timeout=3000)
    assert any("tiles.invalid" in url for url in outlet_map.requested)
    sync_api.expect(outlet_map.get_by_role("button", name="Streets")).to_have_attribute("aria-pressed", "false")


def test_streets_come_and_go_and_are_remembered(outlet_map, bench):
    pixel = bytes.fromhex("47494638396101000100800000000000ffffff21f90401000000002c00000000010001000002024401003b")
    outlet_map.route("http://tiles.invalid/**", lambda route: route.fulfill(body=pixel, content_type="image/gif"))
    button = outlet_map.get_by_role("button", name="Streets")
    button.click()
    sync_api.expect(outlet_map.locator(".leaflet-tile-loaded").first).to_be_attached()
    outlet_map.reload()
    sync_api.expect(button).to_have_attribute("aria-pressed", "true")
    button.click()
    sync_api.expect(outlet_map.locator(".leaflet-tile")).to_have_count(0)
    assert outlet_map.evaluate("localStorage.getItem('duong-lang.streets')") == "off"


def test_the_list_is_that_of_the_view_and_names_outlets_without_a_point(outlet_map):
    assert outlet_map.locator("[data-role=list] > li").count() == 4
    sync_api.expect(outlet_map.get_by_role("heading", name="No point yet")).to_be_visible()
    sync_api.expect(outlet_map.locator("[data-role=pagination]")).to_be_hidden()
    outlet_map.get_by_role("button", name="Show on map: Batik").click()
    sync_api.expect(outlet_map.locator("[data-role=count]")).to_have_text("1 in view of 5")
    assert outlet_map.locator("[data-role=list] > li").all_inner_texts()[0].startswith("Batik")
    outlet_map.get_by_role("button", name="Show all").click()
    sync_api.expect(outlet_map.locator("[data-role=list] > li")).to_have_count(4)


def test_show_on_map_by_keyboard_and_back_with_escape(outlet_map):
    show = outlet_map.get_by_role("button", name="Show on map: Silk")
    show.focus()
    outlet_map.keyboard.press("Enter")
    sync_api.expect(outlet_map.get_by_role("dialog", name="Silk")).to_be_focused()
    outlet_map.keyboard.press("Escape")
    sync_api.expect(outlet_map.get_by_role("dialog")).to_have_count(0)
    sync_api.expect(show).to_be_focused()


def test_a_marker_opens_with_space_and_gets_the_focus_back(outlet_map):
    marker = outlet_map.get_by_role("button", name="Batik, Workshop")
    marker.focus()
    outlet_map.keyboard.press("Space")
    sync_api.expect(outlet_map.get_by_role("dialog", name="Batik")).to_be_focused()
    outlet_map.keyboard.press("Tab")
    outlet_map.keyboard.press("Enter")  # the close button comes first
    sync_api.expect(marker).to_be_focused()


def test_a_cluster_zooms_in_by_keyboard_until_one_point_opens_as_a_list(outlet_map):
    outlet_map.get_by_role("button", name="3 outlets, zoom in").focus()
    outlet_map.keyboard.press("Enter")
    together = outlet_map.get_by_role("button", name="2 outlets together")
    sync_api.expect(together).to_be_focused()
    outlet_map.keyboard.press("Enter")
    dialog = outlet_map.get_by_role("dialog", name="2 outlets together")
    sync_api.expect(dialog.get_by_role("link")).to_have_text(["Kiln", "Glaze"])
    outlet_map.keyboard.press("Escape")
    sync_api.expect(together).to_be_focused()


def test_filters_change_address_feed_and_list_and_back_restores_them(outlet_map, bench):
    select = outlet_map.get_by_label("Kind")
    select.select_option("museum")
    sync_api.expect(outlet_map.locator("[data-role=count]")).to_have_text("1 in view of 2")
    assert outlet_map.url == f"{bench}/map?kind=museum"
    assert any("/feed?kind=museum&near=21%2C105" in url for url in outlet_map.requested)
    outlet_map.go_back()
    sync_api.expect(outlet_map.locator("[data-role=count]")).to_have_text("4 in view of 5")
    sync_api.expect(select).to_have_value("")


def test_the_readers_position_is_taken_out_of_the_address(page, bench):
    page.goto(f"{bench}/map?near=21,105&kind=museum")
    sync_api.expect(page).to_have_url(f"{bench}/map?kind=museum")


def test_a_failed_feed_says_so_and_keeps_the_list(outlet_map, bench):
    outlet_map.get_by_label("Kind").select_option("boom")
    sync_api.expect(outlet_map.get_by_role("alert")).to_contain_text("Not refreshed")
    assert outlet_map.locator("[data-role=list] > li").count() == 4
    assert outlet_map.url == f"{bench}/map"


def test_record_map_loads_leaflet_only_when_asked(page, bench):
    page.goto(f"{bench}/record")
    page.wait_for_load_state("networkidle")
    assert not [url for url in page.requested if url.endswith("leaflet.js") or url.endswith("/basemap")]
    page.get_by_role("button", name="Show map").click()
    page.get_by_role("button", name="2. Pearl").press("Enter")
    sync_api.expect(page.get_by_role("link", name="2. Pearl")).to_have_attribute("href", "/pearl/")
    sync_api.expect(page.locator(".map-route")).to_have_count(1)


def test_point_picker_follows_a_marker_that_is_dragged(page, bench):
    page.goto(f"{bench}/picker")
    lat, lon = page.locator("#id_latitude"), page.locator("#id_longitude")
    lat.fill("21.0")
    lon.fill("105.8")
    marker = page.locator(".point-picker__marker")
    marker.scroll_into_view_if_needed()
    box = marker.bounding_box()
    middle = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(*middle)
    page.mouse.down()
    page.mouse.move(middle[0] + 80, middle[1] - 60, steps=8)
    page.mouse.up()
    assert float(lat.input_value()) > 21.0
    assert float(lon.input_value()) > 105.8


def test_point_picker_writes_what_is_clicked_moved_typed_and_cleared(page, bench):
    page.goto(f"{bench}/picker")
    lat, lon = page.locator("#id_latitude"), page.locator("#id_longitude")
    page.evaluate("window.edits = 0; addEventListener('change', () => window.edits++)")
    page.locator(".leaflet-control-zoom").wait_for()
    page.locator(".point-picker__map").click(position={"x": 300, "y": 200})
    assert float(lat.input_value())
    assert page.evaluate("window.edits") == 2
    lat.fill("21.0")
    lon.fill("105.8")
    marker = page.locator(".point-picker__marker")
    marker.focus()
    page.keyboard.press("ArrowRight")
    small = float(lon.input_value()) - 105.8
    page.keyboard.press("Shift+ArrowRight")
    big = float(lon.input_value()) - 105.8 - small
    assert 0 < small < big
    assert float(lat.input_value()) == 21.0
    lat.fill("105.8")
    sync_api.expect(page.get_by_text("Out of range")).to_be_visible()
    sync_api.expect(marker).to_have_count(0)
    page.get_by_role("button", name="Clear").click()
    assert (lat.input_value(), lon.input_value()) == ("", "")


def test_point_picker_works_in_a_row_added_later_and_moved(page, bench):
    page.goto(f"{bench}/picker")
    page.evaluate("document.body.append(document.querySelector('template').content.cloneNode(true))")
    row = page.locator("[data-inline-panel-child]")
    marker = row.locator(".point-picker__marker")
    sync_api.expect(marker).to_have_attribute("aria-label", "{name}, {kind}")
    row.evaluate("row => document.body.prepend(row)")
    sync_api.expect(marker).to_have_count(1)
    sync_api.expect(row.locator(".point-picker__map")).to_have_count(1)
