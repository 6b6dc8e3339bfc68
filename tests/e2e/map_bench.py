"""The bench on which the map's scripts are tried: `static/` and a small feed, served without Django."""

from __future__ import annotations

import importlib.util
import json
import mimetypes
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

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
            located.append({"type": "Feature", "id": slug, "properties": properties, "geometry": point})
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
