"""The map's pure ES modules in a real Chromium: clusters, opening hours, labels."""

from __future__ import annotations

import pytest


@pytest.fixture(scope="module")
def run(browser, bench):
    """Runs a function body in a blank page with one of the pure modules as `m`."""
    page = browser.new_page()
    page.goto(f"{bench}/blank")

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
    assert sorted(id for ids in first for id in ids) == list(range(402))
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


DAY = """[["2026-11-22T08:00+07:00", "open"],
          ["2026-11-22T17:30+07:00", "closed"], ["2026-11-23T08:00+07:00", "open"]]"""


@pytest.mark.parametrize(
    ("changes", "now", "state", "until"),
    [
        ("[]", "2026-11-22T05:00Z", "unknown", None),
        (DAY, "2026-11-22T05:00Z", "open", "2026-11-22T17:30+07:00"),
        (DAY, "2026-11-22T09:29:59Z", "open", "2026-11-22T17:30+07:00"),
        (DAY, "2026-11-22T09:30Z", "closes_soon", "2026-11-22T17:30+07:00"),
        (DAY, "2026-11-22T10:29:59Z", "closes_soon", "2026-11-22T17:30+07:00"),
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


def test_a_view_is_asked_for_in_whole_tiles_so_that_small_moves_ask_the_same(run):
    first, moved, world = run(
        "area_feed",
        """const view = { west: 105.1, south: 20.2, east: 106.4, north: 21.3 };
        const shifted = { west: 105.12, south: 20.21, east: 106.42, north: 21.31 };
        const all = { west: -500, south: -95, east: 500, north: 95 };
        return [m.tiledBox(view, 8.5), m.tiledBox(shifted, 8.5), m.tiledBox(all, 3)];""",
    )
    assert first == moved
    west, south, east, north = (float(edge) for edge in first["bbox"].split(","))
    assert west <= 105.1 < 106.4 <= east
    assert south <= 20.2 < 21.3 <= north
    assert first["zoom"] == "8.5"
    west, south, east, north = (float(edge) for edge in world["bbox"].split(","))
    assert (west, east) == (-180, 180)
    assert -90 <= south < -80
    assert 80 < north <= 90


def test_areas_are_read_with_what_a_zoom_parts_and_what_is_a_line(run):
    cluster, route = run(
        "area_feed",
        """return [
            { id: 1, bbox: [105, 20, 106, 21], geometry: { type: "Point", coordinates: [105.5, 20.5] } },
            { id: "r", geometry: { type: "LineString", coordinates: [[105, 20], [106, 21]] } },
        ].map((one) => m.readArea({ properties: { count: 3 }, ...one }));""",
    )
    assert cluster == {"id": "1", "lat": 20.5, "lon": 105.5, "count": 3, "bounds": [[20, 105], [21, 106]]}
    assert route == {"id": "r", "lat": 20, "lon": 105, "count": 3, "line": [[20, 105], [21, 106]]}


def test_labels_speak_the_readers_language(run):
    texts = run(
        "place_labels",
        """const sea = { n: "Biển Java", e: "Java Sea", i: "Laut Jawa" };
        return [["vi", sea], ["id", sea], ["fr", sea], ["en", { n: "Hội An" }]].map(([l, p]) => m.labelText(p, l));""",
    )
    assert texts == ["Biển Java", "Laut Jawa", "Java Sea", "Hội An"]


@pytest.mark.parametrize(
    ("now", "state", "text"),
    [
        ("2026-11-24T12:00+07:00", "closed", "Closed until the end of 26 November"),
        ("2026-11-27T09:00+07:00", "open", "Open"),
    ],
)
def test_a_closure_says_how_long_until_the_door_opens(run, now, state, text):
    found = run(
        "outlet_card",
        f"""
        const words = {{ has: () => false, text: (key) => ({{ "states.open": "Open" }})[key] ?? key }};
        const changes = [["2026-11-24T00:00+07:00", "closed"], ["2026-11-27T08:00+07:00", "open"]];
        const outlet = {{ changes_at: changes, closed: "Closed until the end of 26 November" }};
        return m.openState(outlet, words, new Date("{now}"));
        """,
    )
    assert found == {"state": state, "text": text}


def test_a_holiday_is_said_below_the_state(run):
    found = run(
        "outlet_card",
        """
        const words = { language: "en", has: () => false, text: (key) => key };
        const outlet = { kind: "museum", name: "A", url: "/a/", changes_at: [], holiday: "Tết: hours may differ" };
        return m.outletCard(outlet, words, new Date()).textContent;
        """,
    )
    assert found.endswith("Tết: hours may differ")
