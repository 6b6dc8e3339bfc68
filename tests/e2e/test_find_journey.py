"""From the search to a centre's page by keyboard alone, on a phone, with every other host out of reach."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from tests.e2e.test_reader import tab_to

sync_api = pytest.importorskip("playwright.sync_api")
expect = sync_api.expect

STARTED = 15_000  # milliseconds until a slow machine has drawn the map


def choose(page, target, key="Enter", limit=60):
    """Walk to `target` with Tab, see it there, and press a key."""
    tab_to(page, target, limit)
    expect(target).to_be_in_viewport()
    page.keyboard.press(key)


@pytest.fixture
def phone(visit, site):
    """A narrow page that reaches no host but the site's."""
    page = visit(width=360, height=740)
    host = urlsplit(site).netloc
    page.context.route(lambda address: urlsplit(address).netloc != host, lambda route: route.abort())
    return page


def test_the_journey_from_search_to_a_centre(phone):
    phone.goto("/en/")
    tab_to(phone, phone.locator("header input[type=search]"))
    phone.keyboard.type("bat trang")
    phone.keyboard.press("Enter")
    expect(phone).to_have_url(re.compile(r"/search/\?q=bat\+trang"))
    expect(phone.locator("main").get_by_role("link", name=re.compile("Bát Tràng")).first).to_be_visible()

    choose(phone, phone.locator("header summary", has_text="Menu"))
    choose(phone, phone.get_by_role("navigation", name="Main").get_by_role("link", name="Centres"), limit=12)
    expect(phone).to_have_url(re.compile("/en/centres/$"))
    count = phone.locator("[data-region=count]")
    everything = count.inner_text()
    choose(phone, phone.locator(".facets__summary"))
    museum = phone.get_by_role("checkbox", name=re.compile("Museum"))
    choose(phone, museum, "Space")
    expect(phone).to_have_url(re.compile(r"\?kind=museum$"))
    expect(count).not_to_have_text(everything)
    expect(museum).to_be_focused()
    phone.keyboard.press("Escape")
    expect(phone.locator(".facets__summary")).to_be_focused()

    choose(phone, phone.get_by_role("link", name="Show on the map"))
    expect(phone).to_have_url(re.compile(r"/en/map/\?kind=museum$"))
    show = phone.locator("[data-role=list]").get_by_role("button", name=re.compile("Show on map")).first
    choose(phone, show, limit=90)
    popup = phone.get_by_role("dialog")
    expect(popup).to_be_focused(timeout=STARTED)
    choose(phone, popup.get_by_role("link").first, limit=6)
    expect(phone).to_have_url(re.compile(r"/en/centres/[\w-]+/$"))
    expect(phone.get_by_role("heading", level=1)).to_be_visible()
