"""The layers of the map in a real Chromium: soon usable, switched by keyboard, shared, framed, near a chosen place."""

from __future__ import annotations

import re
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import quote, unquote

import pytest

sync_api = pytest.importorskip("playwright.sync_api")
expect = sync_api.expect

ENOUGH = 15_000  # milliseconds for a slow machine
USABLE = 3000  # milliseconds after navigation
NOTE_READY = """new MutationObserver(() => {
    if (document.querySelector("outlet-map[data-ready]")) window.readyAt ??= performance.now();
}).observe(document, { subtree: true, childList: true, attributes: true })"""


def opened(page, path, start=True):
    page.goto(path)
    if start:
        page.mouse.move(5, 5)
        page.mouse.move(9, 9)
    expect(page.locator("outlet-map[data-ready]")).to_be_attached(timeout=ENOUGH)
    return page


def at_rest(link):
    """The address of a link of the list, once that follows the map no more."""
    address = None
    while (present := link.get_attribute("href")) != address:
        address = present
        link.page.wait_for_timeout(800)  # longer than the map waits before it asks
    return address


def test_the_journey_from_layer_to_cluster_to_list(visit):
    """Usable within three seconds (issue 4, must hold 6); then by keyboard alone to what comes from where."""
    page = visit(now=None)
    page.add_init_script(NOTE_READY)
    times = []
    while min(times, default=USABLE + 1) > USABLE and len(times) < 3:  # the first ones warm up server and machine
        times.append(opened(page, "/en/map/").evaluate("window.readyAt"))
    assert min(times) <= USABLE
    page.get_by_role("radio", name="Outlets").focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    expect(page).to_have_url(re.compile(r"/en/map/\?layer=products$"), timeout=ENOUGH)
    count = page.locator("[data-role=count]")
    expect(count).to_have_text(re.compile(r"\d+ products in view of"))
    expect(page.locator("[data-role=listing]")).to_have_attribute("href", "/en/products/")
    cluster = page.locator(".map-marker--cluster").first
    before = page.locator(".map-marker").count()
    cluster.focus()
    with page.expect_response(re.compile(r"products\.geojson\?.*bbox=")):
        page.keyboard.press("Enter")
    assert before
    page.get_by_role("button", name="Show all on the map").press("Enter")
    link = page.locator("[data-role=list] a.outlet__name").first
    expect(link).to_be_visible()
    address = at_rest(link)
    link.press("Enter")
    expect(page).to_have_url(re.compile(re.escape(address)))
    page.go_back()
    expect(page.get_by_role("radio", name="Products")).to_be_checked()


def test_back_restores_the_layer_and_the_filters_are_those_of_the_layer(page):
    opened(page, "/en/map/")
    page.get_by_role("radio", name="Villages").check()
    expect(page.locator("[data-role=count]")).to_have_text(re.compile("villages in view of"))
    page.locator("[data-role=filters] summary").first.click()
    expect(page.get_by_text("Only model destinations")).to_be_visible()
    page.get_by_text("Only model destinations").click()
    expect(page).to_have_url(re.compile("model=yes"))
    page.go_back()
    page.go_back()
    expect(page.get_by_role("radio", name="Outlets")).to_be_checked()
    expect(page.locator("[data-role=count]")).to_have_text(re.compile("outlets in view of"))


def test_routes_are_lines_whose_names_open_by_keyboard(page):
    opened(page, "/en/map/?layer=routes")
    expect(page.locator("path.map-route--one").first).to_be_attached(timeout=ENOUGH)
    show = page.locator("[data-role=list] [data-role=show]").first
    show.press("Enter")
    expect(page.get_by_role("dialog")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_layers_without_javascript(visit):
    page = visit(width=360, java_script_enabled=False)
    page.goto("/vi/map/")
    page.locator("input[name=layer][value=products]").check(force=True)
    page.locator(".map-layers__send").click()
    expect(page).to_have_url(re.compile("layer=products"))
    expect(page.locator("[data-role=list] a").first).to_be_visible()
    page.locator("[data-role=listing]").click()
    expect(page).to_have_url(re.compile("/vi/products/$"))


def test_what_is_shared_follows_what_is_shown(page):
    opened(page, "/en/map/")
    page.get_by_role("radio", name="Products").check()
    expect(page).to_have_url(re.compile("layer=products"))
    page.get_by_text("Share or embed this map").click()
    expect(page.get_by_label("Address of this map")).to_have_value(re.compile(r"/en/map/\?layer=products$"))
    expect(page.get_by_label("For your own site")).to_have_value(
        re.compile(r'src="http://[^"]+/embed/map/\?lang=en&amp;layer=products"')
    )


class Elsewhere(BaseHTTPRequestHandler):
    """A page of another site that frames whatever its query names."""

    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        address = unquote(self.path.partition("?")[2]).replace("&", "&amp;")
        frame = f'<iframe src="{address}" width="600" height="480" title="Map"></iframe>'
        self.wfile.write(f'<!doctype html><link rel="icon" href="data:,"><title>Elsewhere</title>{frame}'.encode())

    def log_message(self, *args):
        """Keep the test output quiet."""


@pytest.fixture
def elsewhere():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Elsewhere)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://localhost:{server.server_port}/"
    server.shutdown()
    server.server_close()


def test_another_site_frames_the_map(browser, site, elsewhere):
    context = browser.new_context()
    page = context.new_page()
    heard = []
    page.on("console", lambda message: message.type == "error" and heard.append(message.text))
    for query in ("layer=villages", "layer=villages&slug=bat-trang"):
        page.goto(f"{elsewhere}?{quote(f'{site}/embed/map/?lang=en&{query}')}")
        inside = page.frame_locator("iframe")
        expect(inside.get_by_role("link", name="Open on Đường Làng")).to_have_attribute("target", "_top")
        if "slug" in query:
            inside.get_by_role("button", name="Show the map").click()
            expect(inside.locator(".map-marker").first).to_be_visible(timeout=ENOUGH)
        else:
            inside.locator("[data-role=canvas]").hover()
            expect(inside.locator("outlet-map[data-ready]")).to_be_attached(timeout=ENOUGH)
            expect(inside.locator("[data-role=count]")).to_have_text(re.compile("villages in view of"))
    assert context.cookies() == []
    assert heard == []
    context.close()


def test_near_a_chosen_place_the_map_opens_there(page):
    opened(page, "/en/map/?near=21.03,105.85")
    marker = page.get_by_role("button", name="The place you chose")
    expect(marker).to_be_visible(timeout=ENOUGH)
    marker.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog", name="The place you chose")).to_be_focused()
    expect(page.get_by_role("button", name="Show all on the map")).to_be_visible()
