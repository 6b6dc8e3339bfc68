"""The map's ES modules and elements in a real Chromium, served from `static/` without Django."""

from __future__ import annotations

import importlib.util
import json
import mimetypes
import os
import shutil
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

sync_api = pytest.importorskip("playwright.sync_api")

STATIC = Path(__file__).resolve().parents[2] / "static"
LEAFLET = Path(importlib.util.find_spec("leaflet").submodule_search_locations[0]) / "static/leaflet"
TILES = "http://tiles.invalid/{z}/{x}/{y}.png"
POLICY = f"default-src 'self'; img-src 'self' data: {TILES.split('/{')[0]}"
BASEMAP = {
    "type": "FeatureCollection",
    "bbox": [85, -16, 155, 32],
    "features": [
        {
            "type": "Feature",
            "properties": {"k": "land"},
            "geometry": {"type": "Polygon", "coordinates": [[[102, 8], [110, 8], [110, 24], [102, 24], [102, 8]]]},
        },
        {
            "type": "Feature",
            "properties": {"k": "place", "n": "Hà Nội", "e": "Hanoi", "r": 3, "cap": 1},
            "geometry": {"type": "Point", "coordinates": [105.84, 21.02]},
        },
    ],
}
WORDS = {
    "map_label": "Map",
    "zoom_in": "Zoom in",
    "zoom_out": "Zoom out",
    "streets": {"button": "Streets", "failed": "No streets now"},
    "close": "Close",
    "count": {"one": "{count} in view of {total}", "other": "{count} in view of {total}"},
    "show_on_map": "Show on map",
    "show_all": "Show all",
    "unlocated": "No point yet",
    "none_in_view": "None here",
    "no_results": "No results",
    "error": "Not refreshed",
    "retry": "Try again",
    "marker": "{name}, {kind}",
    "cluster": {"one": "{count} outlet, zoom in", "other": "{count} outlets, zoom in"},
    "same_point": {"one": "{count} outlet together", "other": "{count} outlets together"},
    "kinds": {"museum": "Museum", "workshop": "Workshop"},
    "states": {"open": "Open", "closes_soon": "Closes soon", "closed": "Closed", "unknown": "Hours unknown"},
    "clear": "Clear",
    "help": "Click the map",
    "out_of_range": "Out of range",
}
# Two on one point, one near them, one far away, one nowhere yet.
OUTLETS = [
    ("kiln", "museum", 20.97570, 105.91220),
    ("glaze", "workshop", 20.97570, 105.91220),
    ("silk", "workshop", 20.97830, 105.77160),
    ("batik", "workshop", -7.84600, 110.33500),
    ("paper", "museum", None, None),
]


def feed(kind):
    located, unlocated = [], []
    for slug, its_kind, lat, lon in OUTLETS:
        if kind and kind != its_kind:
            continue
        properties = {"slug": slug, "name": slug.title(), "kind": its_kind, "url": f"/{slug}/", "changes_at": []}
        if lat is None:
            unlocated.append(properties)
        else:
            point = {"type": "Point", "coordinates": [lon, lat]}
            located.append({"type": "Feature", "properties": properties, "geometry": point})
    return {"type": "FeatureCollection", "features": located, "unlocated": unlocated}


def words_script():
    return f'<script type="application/json" data-role="words">{json.dumps(WORDS)}</script>'


def document(module, body, leaflet=""):
    return f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Map</title>
<link rel="icon" href="/static/none.png"><link rel="stylesheet" href="/leaflet/leaflet.css">
<link rel="stylesheet" href="/static/css/components/map.css"><link rel="stylesheet" href="/box.css">{leaflet}
<script type="module" src="/static/js/map/{module}.js"></script></head><body>{body}</body></html>"""


def map_page():
    body = f"""<outlet-map data-feed="/feed" data-basemap="/basemap" data-tiles-url="{TILES}" data-streets="ask">
<form data-role="filters"><label>Kind <select name="kind"><option value="">All</option><option>museum</option>
<option>workshop</option><option>boom</option></select></label><input type="hidden" name="near" value="21,105"></form>
<div data-role="canvas"></div><p data-role="count" aria-live="polite">5 outlets</p>
<ol data-role="list"><li data-slug="kiln"><a href="/kiln/">Kiln</a></li></ol>
<nav data-role="pagination"><a href="?page=2">2</a></nav>{words_script()}</outlet-map>"""
    return document("outlet_map", body, '<script src="/leaflet/leaflet.js"></script>')


LAZY = 'data-basemap="/basemap" data-leaflet-js="/leaflet/leaflet.js" data-leaflet-css="/leaflet/leaflet.css"'


def picker_page():
    body = f"""<form><input id="id_latitude"><input id="id_longitude">
<point-picker data-lat-input="id_latitude" data-lon-input="id_longitude" {LAZY}>{words_script()}</point-picker></form>
<template><div data-inline-panel-child>
<input id="id_s-0-latitude" value="20,97"><input id="id_s-0-longitude" value="105.9">
<point-picker data-lat-suffix="-latitude" data-lon-suffix="-longitude" {LAZY}>{words_script()}</point-picker>
</div></template>"""
    return document("point_picker", body)


def record_page():
    points = [
        {"lat": 20.97, "lon": 105.91, "name": "Kiln", "url": "/kiln/", "number": 1},
        {"lat": 20.71, "lon": 105.87, "name": "Pearl", "url": "/pearl/", "number": 2},
    ]
    body = f"""<record-map {LAZY}><p data-role="still"><button data-role="show">Show map</button></p>
<div data-role="canvas" hidden></div>
<script type="application/json" data-role="points">{json.dumps(points)}</script>{words_script()}</record-map>"""
    return document("record_map", body)


PAGES = {"/map": map_page, "/picker": picker_page, "/record": record_page}
BOX = '[data-role="canvas"], .point-picker__map { position: relative; height: 400px !important }'


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        address = urlsplit(self.path)
        content_type, body = self.answer(address.path, parse_qs(address.query))
        self.send_response(200 if body is not None else 404)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Security-Policy", POLICY)
        self.end_headers()
        self.wfile.write(body or b"")

    def answer(self, path, query):
        if path in PAGES:
            return "text/html; charset=utf-8", PAGES[path]().encode()
        if path == "/blank":
            return "text/html; charset=utf-8", b"<!doctype html><title>Blank</title>"
        if path == "/box.css":
            return "text/css", BOX.encode()
        if path == "/basemap":
            return "application/json", json.dumps(BASEMAP).encode()
        if path == "/feed":
            kind = query.get("kind", [""])[0]
            return "application/geo+json", None if kind == "boom" else json.dumps(feed(kind)).encode()
        return self.file(path)

    def file(self, path):
        root = {"static": STATIC, "leaflet": LEAFLET}.get(path.split("/")[1], STATIC)
        file = root / "/".join(path.split("/")[2:])
        content_type = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        return content_type, file.read_bytes() if file.is_file() else None

    def log_message(self, *args):
        """Keeps the test output quiet."""


@pytest.fixture(scope="module")
def site():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def browser():
    chromium = shutil.which("chromium")
    if not chromium:
        if os.environ.get("CI") == "true":
            pytest.fail("CI needs chromium on the PATH")
        pytest.skip("chromium is not installed")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu", "--disable-quic"]
        )
        yield browser
        browser.close()


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
def outlet_map(page, site):
    page.goto(f"{site}/map")
    sync_api.expect(page.locator("[data-role=count]")).to_have_text("4 in view of 5")
    return page


@pytest.fixture(scope="module")
def run(browser, site):
    """Runs a function body in a blank page with one of the pure modules as `m`."""
    page = browser.new_page()
    page.goto(f"{site}/blank")

    def evaluate(module, body):
        return page.evaluate(f"async () => {{ const m = await import('/static/js/map/{module}.js'); {body} }}")

    yield evaluate
    page.close()


SPREAD = """
let seed = 7; const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
const points = Array.from({ length: 400 }, (_, id) => ({ id, lat: random() * 30 - 10, lon: random() * 40 + 95 }));
points.push({ id: 400, lat: 20.9757, lon: 105.9122 }, { id: 401, lat: 20.9757, lon: 105.9122 });
"""


@pytest.mark.parametrize("zoom", [3, 6.5, 9, 18])
def test_clusters_hold_every_point_once_and_ignore_input_order(run, zoom):
    first, again, reverse = run(
        "clusters",
        SPREAD
        + f"""
        const idsOf = ({{ items }}) => items.map((item) => item.id).sort();
        const ids = (given) => m.cluster(given, {zoom}).map(idsOf).sort();
        return [ids(points), ids(points), ids([...points].reverse())];
        """,
    )
    assert first == again == reverse
    assert sorted(sum(first, [])) == list(range(402))
    assert any({400, 401} <= set(ids) for ids in first)


def test_clusters_part_with_the_zoom_except_on_one_point(run):
    counts, together = run(
        "clusters",
        SPREAD
        + """
        return [[3, 6, 9, 12, 18].map((zoom) => m.cluster(points, zoom).length),
                m.cluster(points, 18).filter(({ items }) => items.length > 1).map(({ items }) => m.onOnePoint(items))];
        """,
    )
    assert counts == sorted(counts)
    assert counts[0] < 100
    assert counts[-1] == 401
    assert together == [True]


DAY = """[["2026-11-22T08:00+07:00", "open"], ["2026-11-22T17:00+07:00", "soon"],
          ["2026-11-22T17:30+07:00", "closed"], ["2026-11-23T08:00+07:00", "open"]]"""


@pytest.mark.parametrize(
    ("changes", "now", "state", "until"),
    [
        ("[]", "2026-11-22T05:00Z", "unknown", None),
        (DAY, "2026-11-22T05:00Z", "open", "2026-11-22T17:30+07:00"),
        (DAY, "2026-11-22T10:10Z", "closes_soon", "2026-11-22T17:30+07:00"),
        (DAY, "2026-11-22T10:30Z", "closed", "2026-11-23T08:00+07:00"),
        (DAY, "2026-11-22T00:59Z", "open", "2026-11-22T17:30+07:00"),
        (DAY, "2026-11-23T02:00Z", "open", None),
        (DAY, "2026-11-25T02:00Z", "unknown", None),
        ('[["2026-11-22T08:00+07:00", "unheard"]]', "2026-11-22T05:00Z", "unknown", None),
    ],
)
def test_state_now(run, changes, now, state, until):
    found = run("open_now", f"return m.stateNow({changes}, new Date('{now}'))")
    assert found == {"state": state, "until": until}


def test_instants_are_told_on_the_outlets_own_clock(run):
    same_day, next_day, far = run(
        "open_now",
        """const now = new Date("2026-11-22T05:00Z");
        return ["2026-11-22T17:30+07:00", "2026-11-23T08:00+09:00", "2027-01-02T08:00+07:00"]
            .map((iso) => m.formatInstant(iso, "en", now));""",
    )
    assert same_day == "17:30"
    assert "Mon" in next_day
    assert "08:00" in next_day
    assert "Jan" in far


def test_labels_speak_the_readers_language(run):
    texts = run(
        "place_labels",
        """const sea = { n: "Biển Java", e: "Java Sea", i: "Laut Jawa" };
        return [["vi", sea], ["id", sea], ["fr", sea], ["en", { n: "Hội An" }]].map(([l, p]) => m.labelText(p, l));""",
    )
    assert texts == ["Biển Java", "Laut Jawa", "Java Sea", "Hội An"]


def test_no_request_leaves_the_site_until_streets_are_asked_for(outlet_map, site):
    outlet_map.mouse.wheel(0, 300)
    outlet_map.wait_for_timeout(300)
    assert all(url.startswith((site, "data:")) for url in outlet_map.requested)
    outlet_map.get_by_role("button", name="Streets").click()
    sync_api.expect(outlet_map.get_by_text("No streets now")).to_be_visible(timeout=3000)
    assert any("tiles.invalid" in url for url in outlet_map.requested)
    sync_api.expect(outlet_map.get_by_role("button", name="Streets")).to_have_attribute("aria-pressed", "false")


def test_streets_come_and_go_and_are_remembered(outlet_map, site):
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


def test_filters_change_address_feed_and_list_and_back_restores_them(outlet_map, site):
    select = outlet_map.get_by_label("Kind")
    select.select_option("museum")
    sync_api.expect(outlet_map.locator("[data-role=count]")).to_have_text("1 in view of 2")
    assert outlet_map.url == f"{site}/map?kind=museum"
    assert any("/feed?kind=museum&near=21%2C105" in url for url in outlet_map.requested)
    outlet_map.go_back()
    sync_api.expect(outlet_map.locator("[data-role=count]")).to_have_text("4 in view of 5")
    sync_api.expect(select).to_have_value("")


def test_the_readers_position_is_taken_out_of_the_address(page, site):
    page.goto(f"{site}/map?near=21,105&kind=museum")
    sync_api.expect(page).to_have_url(f"{site}/map?kind=museum")


def test_a_failed_feed_says_so_and_keeps_the_list(outlet_map, site):
    outlet_map.get_by_label("Kind").select_option("boom")
    sync_api.expect(outlet_map.get_by_role("alert")).to_contain_text("Not refreshed")
    assert outlet_map.locator("[data-role=list] > li").count() == 4
    assert outlet_map.url == f"{site}/map"


def test_record_map_loads_leaflet_only_when_asked(page, site):
    page.goto(f"{site}/record")
    page.wait_for_load_state("networkidle")
    assert not [url for url in page.requested if url.endswith("leaflet.js") or url.endswith("/basemap")]
    page.get_by_role("button", name="Show map").click()
    page.get_by_role("button", name="2. Pearl").press("Enter")
    sync_api.expect(page.get_by_role("link", name="2. Pearl")).to_have_attribute("href", "/pearl/")
    sync_api.expect(page.locator(".map-route")).to_have_count(1)


def test_point_picker_writes_what_is_clicked_moved_typed_and_cleared(page, site):
    page.goto(f"{site}/picker")
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


def test_point_picker_works_in_a_row_added_later_and_moved(page, site):
    page.goto(f"{site}/picker")
    page.evaluate("document.body.append(document.querySelector('template').content.cloneNode(true))")
    row = page.locator("[data-inline-panel-child]")
    marker = row.locator(".point-picker__marker")
    sync_api.expect(marker).to_have_attribute("aria-label", "{name}, {kind}")
    row.evaluate("row => document.body.prepend(row)")
    sync_api.expect(marker).to_have_count(1)
    sync_api.expect(row.locator(".point-picker__map")).to_have_count(1)
