"""Streets that fail: within three seconds the outline is back and says why, also when the server never answers."""

from __future__ import annotations

import pytest
from tests.e2e.test_map_elements import outlet_map, page  # noqa: F401 - the bench's fixtures

sync_api = pytest.importorskip("playwright.sync_api")
expect = sync_api.expect

PIXEL = bytes.fromhex("47494638396101000100800000000000ffffff21f90401000000002c00000000010001000002024401003b")
LIMIT = 3000  # milliseconds
UNTIL_NOTICE = """() => new Promise((resolve) => {
    const [button, status] = document.querySelectorAll(".leaflet-right > :is(.map-button, .map-status)");
    const started = performance.now();
    const seen = () => status.textContent && resolve(performance.now() - started);
    new MutationObserver(seen).observe(status, { childList: true, characterData: true, subtree: true });
    button.click();
})"""


def hang(route):
    """Never answer."""


def refuse(route):
    route.fulfill(status=503, body="busy")


def fill(route):
    route.fulfill(body=PIXEL, content_type="image/gif")


@pytest.mark.parametrize("answer", [hang, refuse])
def test_streets_that_fail_or_hang_give_way_in_three_seconds(outlet_map, answer):  # noqa: F811
    outlet_map.route("http://tiles.invalid/**", answer)
    button = outlet_map.get_by_role("button", name="Streets")
    assert outlet_map.evaluate(UNTIL_NOTICE) <= LIMIT
    expect(outlet_map.get_by_role("status").filter(has_text="No streets now")).to_be_visible()
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(outlet_map.locator(".leaflet-tile")).to_have_count(0)


def test_a_missing_tile_is_no_failure_but_most_of_them_are(outlet_map):  # noqa: F811
    answered = []

    def nearly_all(route):
        answered.append(route)
        (hang if len(answered) % 6 == 0 else fill)(route)

    outlet_map.route("http://tiles.invalid/**", nearly_all)
    button = outlet_map.get_by_role("button", name="Streets")
    button.click()
    outlet_map.wait_for_timeout(2600)
    expect(button).to_have_attribute("aria-pressed", "true")
    outlet_map.unroute("http://tiles.invalid/**")
    outlet_map.route("http://tiles.invalid/**", hang)
    outlet_map.get_by_role("button", name="Zoom in", exact=True).click()
    expect(outlet_map.get_by_text("No streets now")).to_be_visible(timeout=4000)
