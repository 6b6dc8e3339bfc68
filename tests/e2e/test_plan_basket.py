"""“Add to plan” in a browser: it adds and takes away, is counted in the header of every tab, and twenty are enough."""

from __future__ import annotations

import json
import re

import pytest
from tests.e2e.test_reader import tab_to

sync_api = pytest.importorskip("playwright.sync_api")
expect = sync_api.expect


def first(page):
    return page.locator("main plan-button a").first


def named(words, name):
    return re.compile(rf"^{words} ?: {re.escape(name)}$")


def kept(page):
    return json.loads(page.evaluate("localStorage.getItem('my-plan') ?? '{}'")).get("codes", [])


def my_plan(page):
    return page.locator("[data-role=plan-link]")


@pytest.mark.parametrize("key", ["Enter", " "])
def test_a_journey_by_keyboard_from_card_to_count(visit, key):
    page = visit(width=360, height=740)
    page.goto("/en/villages/")
    name = page.locator("main plan-button").first.get_attribute("data-name")
    tab_to(page, first(page), limit=60)
    expect(first(page)).to_have_role("button")
    expect(first(page)).to_have_attribute("aria-pressed", "false")
    expect(first(page)).to_have_accessible_name(named("Add to plan", name))
    page.keyboard.press(key)
    expect(first(page)).to_have_attribute("aria-pressed", "true")
    expect(first(page)).to_have_accessible_name(named("In my plan", name))
    expect(my_plan(page)).to_have_accessible_name("My plan (1)")
    expect(page.locator(".plan-voice [role=status]")).to_have_text(f"{name} is on your plan now.")
    page.keyboard.press(key)
    expect(my_plan(page)).to_have_accessible_name("My plan")
    assert kept(page) == []


def test_every_tab_knows(visit):
    page = visit()
    page.goto("/en/villages/")
    other = page.context.new_page()
    other.goto("/en/villages/")
    first(page).click()
    expect(my_plan(other)).to_have_accessible_name("My plan (1)")
    expect(first(other)).to_have_attribute("aria-pressed", "true")


def test_lists_that_change_in_place_have_buttons_too(page):
    page.goto("/en/villages/?q=bat+trang")
    first(page).click()
    page.goto("/en/villages/")
    page.locator("main form").get_by_label("Words").fill("bat trang")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("q=bat"))
    expect(first(page)).to_have_attribute("aria-pressed", "true")


def test_twenty_places_are_enough_and_it_is_said(page):
    page.goto("/en/villages/")
    buttons = page.locator("main plan-button a")
    for number in range(20):
        buttons.nth(number).click()
    buttons.nth(20).click()
    expect(page.locator(".plan-voice [role=status]")).to_contain_text("Your plan is full")
    expect(buttons.nth(20)).to_have_attribute("aria-pressed", "false")
    assert len(kept(page)) == 20


def test_the_button_lies_over_the_card_s_link_and_is_large_enough_to_touch(visit):
    page = visit(width=360, height=740, has_touch=True)
    page.goto("/en/villages/")
    first(page).tap()
    expect(page).to_have_url(re.compile("/en/villages/$"))
    expect(my_plan(page)).to_have_accessible_name("My plan (1)")
    assert first(page).bounding_box()["height"] >= 44
    assert my_plan(page).bounding_box()["height"] >= 44


def test_nothing_moves_when_the_count_appears(page):
    page.goto("/en/villages/")
    first(page).click()
    page.add_init_script(
        "globalThis.moved = 0; new PerformanceObserver((list) => { for (const one of list.getEntries())"
        " globalThis.moved += one.value; }).observe({ type: 'layout-shift', buffered: true })"
    )
    page.reload()
    expect(my_plan(page)).to_have_accessible_name("My plan (1)")
    assert page.evaluate("globalThis.moved") == 0


@pytest.mark.parametrize("without", ["storage", "script"])
def test_without_storage_or_script_it_is_a_plain_link(visit, without):
    page = visit(java_script_enabled=without != "script")
    if without == "storage":
        page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } })")
    page.goto("/en/villages/?q=bat+trang")
    expect(first(page)).to_have_role("link")
    assert re.fullmatch(r"/en/plan/\?add=[2-9a-z]{6}", first(page).get_attribute("href"))


def test_a_popup_of_the_map_offers_its_place(page):
    page.goto("/en/map/?kind=museum")
    page.locator("[data-role=list] > li").first.get_by_role("button", name=re.compile("Show on map")).click()
    popup = page.get_by_role("dialog")
    expect(popup).to_be_visible(timeout=15_000)
    popup.get_by_role("button", name=re.compile("^Add to plan")).click()
    expect(popup.locator("plan-button a")).to_have_attribute("aria-pressed", "true")
    expect(popup.locator("plan-button a")).to_be_focused()
    expect(my_plan(page)).to_have_accessible_name("My plan (1)")


@pytest.mark.parametrize("layer", ["centres", "villages"])
def test_the_map_s_list_adds_too_and_stays_in_step_with_the_map(visit, layer):
    page = visit(width=360)
    page.goto(f"/en/map/?layer={layer}")
    page.mouse.move(5, 5)
    page.mouse.move(9, 9)
    expect(page.locator("outlet-map[data-ready]")).to_be_attached(timeout=15_000)
    rows = page.locator("[data-role=list] > li:has(plan-button)")
    if layer == "villages":
        page.get_by_role("button", name="Zoom in", exact=True).first.wait_for()
        while not rows.count():
            page.locator(".map-marker--cluster").first.press("Enter")
            page.wait_for_timeout(1000)
    row = page.locator(f'[data-slug="{rows.first.get_attribute("data-slug")}"]')
    button = row.locator("plan-button a")
    button.press("Space")
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(button).to_be_focused()
    assert button.bounding_box()["height"] >= 24
    row.get_by_role("button", name="Show on map").press("Enter")
    popup = page.get_by_role("dialog").locator("plan-button a")
    expect(popup).to_have_attribute("aria-pressed", "true")
    popup.press("Enter")
    expect(popup).to_have_attribute("aria-pressed", "false")
    page.keyboard.press("Escape")
    expect(row.locator("plan-button a")).to_have_attribute("aria-pressed", "false")
    button.press("Enter")  # once, though the list was put together anew
    expect(button).to_have_attribute("aria-pressed", "true")
    assert len(kept(page)) == 1
