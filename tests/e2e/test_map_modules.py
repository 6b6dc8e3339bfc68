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
