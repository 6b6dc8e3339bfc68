"""The map page before its map is there, and how it starts; the still maps of other pages."""

from __future__ import annotations

import gzip
import re

import pytest

sync_api = pytest.importorskip("playwright.sync_api")
expect = sync_api.expect

LATER = re.compile(r"leaflet|basemap|centres\.geojson|outlet_map|base_map")
COMPRESSED = (".woff2", ".png", ".webp", ".avif")
ENOUGH = 15_000  # milliseconds until a slow machine has come to rest and drawn the map


def transferred(response):
    body = response.body()
    return len(body) if response.url.endswith(COMPRESSED) else len(gzip.compress(body))


def until_loaded(page, path):
    """Open a page and return what it asked for before it came to rest."""
    responses = []
    page.on("response", lambda response: responses.append(response))
    page.goto(path)
    page.wait_for_timeout(500)
    return list(responses)


@pytest.mark.parametrize("width", [360, 1280])
def test_little_is_fetched_before_the_map_starts(visit, width):
    page = visit(width=width, height=800)
    responses = until_loaded(page, "/en/map/")
    assert not [response.url for response in responses if LATER.search(response.url)]
    assert len(responses) <= 14
    assert sum(map(transferred, responses)) <= 120 * 1024
    expect(page.locator("[data-role=canvas] img")).to_be_visible()
    expect(page.locator(".leaflet-container")).to_be_visible(timeout=ENOUGH)


SAVE_DATA = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })"


@pytest.mark.parametrize("reach", ["hover", "focus"])
def test_who_saves_data_gets_the_map_by_reaching_for_it(page, reach):
    page.add_init_script(SAVE_DATA)
    page.goto("/en/map/")
    page.wait_for_timeout(3500)
    expect(page.locator("[data-role=canvas] picture")).to_be_visible()
    if reach == "hover":
        page.locator("[data-role=canvas]").hover()
    else:
        page.locator(".facets__summary").focus()
    expect(page.locator(".map-marker").first).to_be_visible(timeout=ENOUGH)
    expect(page.locator("[data-role=canvas] picture")).to_have_count(0)


def test_what_is_done_before_the_start_is_done_after_it(page):
    page.goto("/en/map/")
    page.locator("[data-role=show]").nth(2).click()
    expect(page.get_by_role("dialog")).to_be_focused(timeout=ENOUGH)
    page.goto("/en/map/")
    page.locator(".facets__summary").click()
    page.get_by_role("checkbox", name=re.compile("Museum")).check()
    expect(page).to_have_url(re.compile("kind=museum"), timeout=ENOUGH)


def test_the_focus_stays_on_its_outlet_when_the_map_takes_over_the_list(page):
    page.goto("/en/map/")
    link = page.locator("[data-role=list] > li a").nth(2)
    address = link.get_attribute("href")
    link.focus()
    expect(page.locator(".map-marker").first).to_be_visible(timeout=ENOUGH)
    expect(page.locator(f"[data-role=list] a[href='{address}']")).to_be_focused()


@pytest.mark.parametrize(("width", "height"), [(360, 800), (1280, 900)])
def test_map_and_list_are_on_the_first_screen(visit, width, height):
    page = visit(width=width, height=height)
    page.goto("/vi/map/")
    canvas = page.locator("[data-role=canvas]").bounding_box()
    assert canvas["x"] + canvas["width"] == width
    assert canvas["y"] + canvas["height"] <= height
    first = page.locator(".outlet__name").first.bounding_box()
    assert first["y"] + first["height"] <= height


@pytest.mark.parametrize("touch", [False, True])
def test_the_sheet_is_pulled_up_and_put_back(visit, touch):
    page = visit(width=360, height=800, has_touch=touch)
    page.goto("/id/map/")
    pull, sheet = page.locator("[data-role=pull]"), page.locator("[data-role=sheet]")
    pull.focus()
    for expanded in ("true", "false"):
        if touch:
            pull.tap()
        else:
            page.keyboard.press("Enter")
        expect(pull).to_have_attribute("aria-expanded", expanded)
        assert (sheet.bounding_box()["y"] < 320) == (expanded == "true")
        expect(pull).to_be_in_viewport()


def test_without_javascript_the_list_is_the_page(visit):
    page = visit(width=360, height=800, java_script_enabled=False)
    page.goto("/en/map/")
    for name in ("canvas", "pull", "show"):
        expect(page.locator(f"[data-role={name}]").first).to_be_hidden()
    expect(page.locator("[data-role=list] a").first).to_be_in_viewport()
    expect(page.locator("[data-role=pagination]")).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False])
def test_detail_pages_have_a_picture_until_the_map_is_asked_for(visit, scripts):
    page = visit(java_script_enabled=scripts)
    responses = until_loaded(page, "/en/villages/bat-trang/")
    assert not [response.url for response in responses if re.search(r"leaflet|basemap|map\.css", response.url)]
    still = page.get_by_role("img", name=re.compile("^Map: "))
    expect(still).to_be_visible()
    if scripts:
        page.get_by_role("button", name="Show the map").click()
        expect(page.locator("record-map .map-marker")).to_be_visible()
        expect(still).to_be_hidden()
        page.emulate_media(media="print")
        expect(still).to_be_visible()
