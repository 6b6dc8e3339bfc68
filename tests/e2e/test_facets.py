"""Facets in a real Chromium: lists change in place, the browser's own ways stay right, and all of it works without."""

from __future__ import annotations

import re

import pytest
from tests.e2e.test_barriers import violations
from tests.e2e.test_reader import tab_to

sync_api = pytest.importorskip("playwright.sync_api")
expect = sync_api.expect

HANOI = {"latitude": 21.027764, "longitude": 105.834160}


def facet(page, name):
    """A facet, unfolded."""
    found = page.locator(f"[data-facet={name}]")
    if found.get_attribute("open") is None:
        found.locator("summary").click()
    return found


def count(page):
    return page.locator("[data-region=count]")


@pytest.fixture
def products(page):
    """The list of products; `loads` counts the documents that the browser itself has gone to."""
    page.loads = []
    page.on("request", lambda request: request.is_navigation_request() and page.loads.append(request.url))
    page.goto("/en/products/")
    return page


def test_a_tick_changes_the_list_in_place_and_back_undoes_it(products):
    everything = count(products).inner_text()
    box = facet(products, "stars").get_by_role("checkbox").first
    box.focus()
    products.keyboard.press("Space")
    expect(products).to_have_url(re.compile(r"\?stars=\d$"))
    expect(count(products)).not_to_have_text(everything)
    narrowed = count(products).inner_text()
    expect(box).to_be_checked()
    expect(box).to_be_focused()
    number = re.search(r"\d+", narrowed)[0]
    expect(products.locator("[data-facet=stars] .option__count").first).to_have_text(f"({number})")
    expect(products.locator("header a[hreflang=vi]").first).to_have_attribute("href", re.compile(r"stars=\d"))
    products.go_back()
    expect(count(products)).to_have_text(everything)
    expect(box).not_to_be_checked()
    products.go_forward()
    expect(count(products)).to_have_text(narrowed)
    assert len(products.loads) == 1


def test_several_values_of_a_facet_make_more_and_each_has_its_chip(products):
    boxes = facet(products, "stars").get_by_role("checkbox")
    boxes.nth(0).check()
    chips = products.locator(".chip--remove")
    expect(chips).to_have_count(1)
    boxes.nth(1).check()
    expect(chips).to_have_count(2)
    expect(products.locator("[data-facet=stars] .facet__chosen")).to_contain_text("2")
    chips.first.focus()
    products.keyboard.press("Enter")
    expect(chips).to_have_count(1)
    expect(chips.first).to_be_focused()
    products.get_by_role("link", name="Clear all").click()
    expect(products).to_have_url(re.compile("/products/$"))
    expect(count(products)).to_be_focused()
    assert len(products.loads) == 1


def test_pages_and_orders_change_in_place(products):
    first = products.locator("main h2").first.inner_text()
    products.locator("main").get_by_role("link", name=re.compile("Next")).click()
    expect(products).to_have_url(re.compile("page=2"))
    expect(products.locator("main h2").first).not_to_have_text(first)
    expect(count(products)).to_be_focused()
    expect(count(products)).to_be_in_viewport()
    products.get_by_role("link", name="Stars", exact=True).click()
    expect(products).to_have_url(re.compile(r"\?sort=stars$"))
    expect(products.get_by_role("link", name="Stars", exact=True)).to_be_focused()
    facet(products, "programme").get_by_role("checkbox").first.check()
    expect(products).to_have_url(re.compile("sort=stars"))
    assert len(products.loads) == 1


def test_motifs_that_come_in_place_are_drawn(products):
    products.locator("main").get_by_role("link", name=re.compile("Next")).click()
    expect(products).to_have_url(re.compile("page=2"))
    missing = """() => [...document.querySelectorAll("main svg use")]
        .map((use) => use.getAttribute("href")).filter((id) => id.startsWith("#") && !document.querySelector(id))"""
    assert products.evaluate(missing) == []


def test_words_are_looked_for_after_a_pause(products):
    words = products.locator("main").get_by_label("Words")
    words.press_sequentially("nuoc mam", delay=20)
    expect(products).to_have_url(re.compile(r"q=nuoc\+mam"))
    expect(words).to_be_focused()
    expect(words).to_have_value("nuoc mam")
    products.locator(".chip--remove").click()
    expect(words).to_have_value("")
    assert len(products.loads) == 1


def test_the_last_choice_wins(products):
    delayed = []
    products.route("**/products/?stars=*", lambda route: delayed.append(route) if not delayed else route.continue_())
    boxes = facet(products, "stars").get_by_role("checkbox")
    boxes.nth(0).check()
    expect(products.locator("live-list")).to_have_attribute("aria-busy", "true")
    boxes.nth(1).check()
    expect(products.locator(".chip--remove")).to_have_count(2)
    assert products.locator("live-list").get_attribute("aria-busy") is None


def test_when_it_fails_the_browser_goes_there_itself(products):
    kinds = []

    def answer_nonsense(route):
        kinds.append(route.request.resource_type)
        if route.request.resource_type == "fetch":
            route.fulfill(body="<p>No list.</p>", content_type="text/html")
        else:
            route.continue_()

    products.route("**/products/?stars=*", answer_nonsense)
    facet(products, "stars").get_by_role("checkbox").first.check()
    expect(products.locator(".chip--remove")).to_have_count(1)
    assert kinds == ["fetch", "document"]


def test_a_long_list_narrows_without_accents(products):
    provinces = facet(products, "province")
    provinces.get_by_role("searchbox").fill("dong nai")
    expect(provinces.locator(".option:visible")).to_have_text([re.compile("Đồng Nai")])
    expect(provinces.get_by_role("status")).to_have_text("Choices shown: 1")
    provinces.get_by_role("checkbox", name=re.compile("Đồng Nai")).check()
    expect(products).to_have_url(re.compile("province=dong-nai"))
    expect(provinces.get_by_role("searchbox")).to_have_value("dong nai")
    expect(provinces.locator(".option:visible")).to_have_count(1)


@pytest.mark.parametrize("path", ["products/", "map/"])
def test_escape_closes_the_panel_of_a_phone(visit, path):
    page = visit(width=360, height=740)
    page.goto(f"/en/{path}")
    button = page.locator(".facets__summary")
    button.focus()
    page.keyboard.press("Enter")
    tab_to(page, page.locator("main").get_by_label("Words"), limit=3)
    page.wait_for_load_state("networkidle")  # the map fetches the facets' script when they are reached for
    page.keyboard.press("Escape")
    expect(page.locator(".facets__body")).to_be_hidden()
    expect(button).to_be_focused()


def test_show_results_leaves_the_panel_for_the_results(visit):
    page = visit(width=360, height=740)
    page.goto("/en/products/")
    page.locator(".facets__summary").click()
    facet(page, "programme").get_by_role("checkbox").first.check()
    expect(page.locator(".facets__summary")).to_have_text("Filters (1)")
    page.get_by_role("button", name="Show results").click()
    expect(page.locator(".facets__body")).to_be_hidden()
    expect(count(page)).to_be_focused()
    expect(count(page)).to_be_in_viewport()


@pytest.mark.parametrize("width", [360, 1280])
def test_without_javascript_it_is_a_form(visit, width):
    page = visit(width=width, java_script_enabled=False)
    page.goto("/en/centres/")
    if width == 360:
        page.locator(".facets__summary").click()
    facet(page, "kind").get_by_role("checkbox", name=re.compile("Museum")).check()
    facet(page, "open_on").get_by_label("Day").fill("2026-11-28")
    page.get_by_role("button", name="Show results").click()
    expect(page).to_have_url(re.compile("kind=museum"))
    expect(page.locator(".chip--remove")).to_have_count(2)
    expect(page.locator("[data-role=near-me]")).to_be_hidden()


def test_an_empty_list_says_what_to_take_away(page):
    page.goto("/en/products/?q=zzzz&stars=4")
    page.get_by_role("link", name="Without “Words: zzzz”").click()
    expect(page).to_have_url(re.compile(r"\?stars=4$"))
    expect(page.locator("main h2").first).to_be_visible()
    expect(page.locator("main").get_by_label("Words")).to_have_value("")


def test_near_me_is_asked_on_a_tap_and_rounded(visit):
    page = visit(geolocation=HANOI, permissions=["geolocation"])
    page.add_init_script(
        "window.asked = 0; const ask = navigator.geolocation.getCurrentPosition.bind(navigator.geolocation);"
        "navigator.geolocation.getCurrentPosition = (...all) => { window.asked++; ask(...all); };"
    )
    page.goto("/en/villages/")
    near = facet(page, "near")
    assert page.evaluate("window.asked") == 0
    near.get_by_role("button", name="Near me").click()
    expect(page).to_have_url(re.compile(r"\?near=21\.03%2C105\.83$"))
    assert page.evaluate("window.asked") == 1
    expect(page.locator(".card__distance").first).to_have_text(re.compile(r"^[\d.,]+ km away$"))
    expect(near.get_by_label("Near a place")).to_have_value("21.03,105.83")
    expect(near.get_by_role("button", name="Near me")).to_be_focused()


@pytest.mark.parametrize(("code", "words"), [(1, "did not share"), (2, "cannot tell"), (3, "took too long")])
def test_who_is_not_found_is_told_so(visit, code, words):
    page = visit()
    page.add_init_script(f"navigator.geolocation.getCurrentPosition = (_yes, no) => no({{ code: {code} }});")
    page.goto("/en/centres/")
    near = facet(page, "near")
    near.get_by_role("button", name="Near me").click()
    expect(near.get_by_role("status")).to_contain_text(words)
    expect(near.get_by_role("status")).to_contain_text("choose a place", ignore_case=True)
    expect(page).to_have_url(re.compile("/centres/$"))


def test_near_a_place_without_javascript(visit):
    page = visit(java_script_enabled=False)
    page.goto("/en/villages/")
    facet(page, "near").get_by_label("Near a place").select_option(label="Hanoi")
    page.get_by_role("button", name="Show results").click()
    expect(page).to_have_url(re.compile(r"near=\d+\.\d+%2C\d+\.\d+"))
    expect(page.locator(".card__distance").first).to_contain_text("km")


def test_the_readers_own_place_stays_out_of_the_maps_address(visit):
    page = visit(geolocation=HANOI, permissions=["geolocation"])
    page.goto("/en/map/")
    page.locator(".facets__summary").click()
    facet(page, "near").get_by_role("button", name="Near me").click()
    expect(page.locator("outlet-map")).to_have_attribute("data-near", "21.03,105.83")
    expect(page.locator("outlet-map")).to_have_attribute("data-ready", "", timeout=15_000)
    expect(page).to_have_url(re.compile("/en/map/$"))
    facet(page, "near").get_by_label("Near a place").select_option(label="Hanoi")
    expect(page).to_have_url(re.compile("near="))


def test_the_maps_facets_count_anew(visit):
    page = visit()
    page.goto("/en/map/")
    page.locator(".facets__summary").click()
    facet(page, "kind").get_by_role("checkbox", name=re.compile("Museum")).check()
    expect(page.locator(".facets__summary")).to_have_text("Filters (1)", timeout=15_000)
    expect(page).to_have_url(re.compile("kind=museum"), timeout=15_000)
    page.go_back()
    expect(page.locator(".facets__summary")).to_have_text("Filters")
    expect(page.get_by_role("checkbox", name=re.compile("Museum"))).not_to_be_checked()


@pytest.mark.parametrize("path", ["products/?stars=4&q=a", "centres/?kind=museum", "map/?kind=museum"])
@pytest.mark.parametrize("width", [360, 1280])
def test_no_barrier_in_open_facets(visit, path, width):
    page = visit(width=width)
    page.goto(f"/en/{path}")
    if page.locator(".facets__summary").is_visible():
        page.locator(".facets__summary").click()
    page.evaluate("document.querySelectorAll('[data-facet]').forEach((one) => { one.open = true; })")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert [(one["id"], one["nodes"][0]["html"][:200]) for one in violations(page, scheme)] == []
