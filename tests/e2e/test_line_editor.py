"""A route's line in the admin: drawn by mouse and by keyboard, read from a file, undone; estimates follow."""

from __future__ import annotations

import json
import re

import pytest

sync_api = pytest.importorskip("playwright.sync_api")
expect = sync_api.expect

TRACK = (
    b'<gpx xmlns="http://www.topografix.com/GPX/1/1" version="1.1"><trk><trkseg><trkpt lat="21.0" lon="105.8"/>'
    b'<trkpt lat="21.02" lon="105.9"/><trkpt lat="20.95" lon="105.95"/></trkseg></trk></gpx>'
)


@pytest.fixture
def form(staff):
    """The form of the first route, on the tab of its stops, with the map drawn."""
    page = staff(height=1400)
    page.goto("/admin/routes/")
    page.locator("main tbody tr td.title a").first.click()
    page.get_by_role("tab", name="Stops and line").click()
    expect(page.locator("line-editor .leaflet-container")).to_be_visible()
    return page


def line(page):
    """The points that the field holds, as [longitude, latitude]."""
    text = page.locator("#id_line").input_value()
    return json.loads(text)["coordinates"] if text else []


def test_a_line_is_drawn_bent_moved_and_undone(form):
    form.get_by_role("button", name="Remove the line").evaluate("button => button.disabled || button.click()")
    box = form.locator("line-editor .line-editor__map")
    box.scroll_into_view_if_needed()
    for x, y in ((150, 200), (350, 200)):
        box.click(position={"x": x, "y": y})
    assert len(line(form)) == 2
    box.click(position={"x": 250, "y": 203})
    assert len(line(form)) == 3, "a click on the line bends it there"
    points = form.locator(".line-editor__point")
    expect(points).to_have_count(3)
    points.nth(1).focus()
    before = line(form)[1]
    form.keyboard.press("Shift+ArrowDown")
    assert line(form)[1][1] < before[1]
    expect(form.locator(".line-editor__point:focus")).to_have_count(1)
    form.keyboard.press("Delete")
    assert len(line(form)) == 2
    form.get_by_role("button", name="Undo").click()
    assert len(line(form)) == 3


def test_a_file_shows_at_once_and_a_wrong_one_says_why(form):
    form.locator("#id_line_file").set_input_files(
        {"name": "way.gpx", "mimeType": "application/gpx+xml", "buffer": TRACK}
    )
    expect(form.locator("#id_line")).to_have_value(re.compile("105.95"))
    expect(form.locator(".line-editor__hint")).to_contain_text("3 points")
    form.locator("#id_line_file").set_input_files(
        {"name": "way.gpx", "mimeType": "application/gpx+xml", "buffer": b"x"}
    )
    expect(form.locator(".line-editor__hint--wrong")).to_contain_text("neither GPX nor KML")
    assert len(line(form)) == 3


def test_estimates_follow_the_form(form):
    table = form.locator("line-editor [data-role=estimates]")
    expect(table.locator("tbody tr th").first).to_be_visible()
    stay = form.locator("#id_stops-0-stay_minutes")
    stay.fill("215")
    expect(table).to_contain_text("3 h 35 min")
