"""Order by drag in the admin: groups of products in their list, stops of a route in its form."""

from __future__ import annotations

import re

import pytest

sync_api = pytest.importorskip("playwright.sync_api")
expect = sync_api.expect


@pytest.fixture
def admin(staff):
    """A watched page on which the editor has logged in."""
    return staff(height=1200)


def settled(locator):
    """The box of an element that no longer moves: maps and tables above it may still be growing."""
    before = None
    while (box := locator.bounding_box()) != before:
        before = box
        locator.page.wait_for_timeout(300)
    return box


def drag(page, handle, target):
    """Drag as a hand does: press, move in steps, let go below the target's middle."""
    end, start = settled(target), settled(handle)
    page.mouse.move(start["x"] + start["width"] / 2, start["y"] + start["height"] / 2)
    page.mouse.down()
    page.mouse.move(end["x"] + 20, end["y"] + end["height"] * 0.8, steps=20)
    page.mouse.up()


def test_groups_are_put_in_order_by_drag(admin):
    address = "/admin/product-groups/?ordering=position"
    admin.goto(address)
    names = admin.locator("main tbody tr td.title")
    before = [name.split("\n")[0] for name in names.all_inner_texts()]
    rows = admin.locator("main tbody tr")
    with admin.expect_response(re.compile("/reorder/")) as moved:
        drag(admin, rows.nth(0).locator("[data-w-orderable-target=handle], .handle").first, rows.nth(1))
    assert moved.value.ok
    admin.goto(address)
    after = [name.split("\n")[0] for name in names.all_inner_texts()]
    assert after[:2] == before[1::-1]
    assert after[2:] == before[2:]


def test_stops_are_put_in_order_by_drag(admin):
    admin.goto("/admin/routes/")
    admin.locator("main tbody tr td.title a").first.click()
    admin.get_by_role("tab", name="Stops").click()
    order = admin.locator("input[name$='-ORDER'][name^='stops-']:not([name*=__prefix__])")
    before = [field.input_value() for field in order.all()]
    assert before[:2] == ["1", "2"]
    stops = admin.locator("#inline_child_stops-0, #inline_child_stops-1")
    expect(admin.locator("line-editor .leaflet-container")).to_be_visible()
    handle = stops.first.locator("[data-inline-panel-child-drag], button[title*=Drag]").first
    drag(admin, handle, stops.nth(1))
    expect(admin.locator("#id_stops-0-ORDER")).to_have_value("2")
    expect(admin.locator("#id_stops-1-ORDER")).to_have_value("1")
