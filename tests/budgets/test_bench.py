"""What `make bench` makes of its measurements: percentiles, the table, which budget is broken."""

from __future__ import annotations

import pytest
from docs.tools.bench import addresses, data
from docs.tools.bench.figures import Figure, broken, median, percentile, table


@pytest.mark.parametrize(
    ("times", "share", "expected"),
    [([], 95, 0), ([7], 95, 7), (range(1, 101), 95, 95), ([3, 1, 2], 50, 2), (range(1, 21), 95, 19), ([5, 9], 100, 9)],
)
def test_percentile_is_a_value_that_was_measured(times, share, expected):
    assert percentile(times, share) == expected


def test_median():
    assert (median([]), median([4, 1, 9]), median([1, 2])) == (0, 4, 1.5)


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (Figure("list", "/vi/products/", [500], queries=13), []),
        (Figure("list", "/vi/products/", [5], queries=14), ["/vi/products/: queries 14, at most 13 allowed"]),
        (Figure("filtered", "/a", [120, 121, 122], queries=9), ["/a: median 121, at most 120 allowed"]),
        (Figure("detail", "/d", [5], queries=21), ["/d: queries 21, at most 20 allowed"]),
        (Figure("search", "/s", [*[90] * 18, 251, 251]), ["/s: p95 251, at most 250 allowed"]),
        (Figure("suggestions", "/s", [81]), ["/s: median 81, at most 80 allowed"]),
        (Figure("centres feed", "/f", [5], size=40 * 1024, more={"repeat": 304}), []),
        (Figure("centres feed", "/f", [5], size=40 * 1024 + 1, more={"repeat": 304}), [
            "/f: kibibytes 40, at most 40 allowed",
        ]),
        (Figure("centres feed", "/f", [5], size=9, more={"repeat": 200}), ["/f: repeat 200, at least 304 allowed"]),
        (Figure("product feed", "/p", [5], size=9, more={"features": 301}), ["/p: features 301, at most 300 allowed"]),
        (Figure("from the cache", "/c", [5], more={"ratio": 0.79}), ["/c: ratio 0.79, at least 0.8 allowed"]),
        (Figure("other", "/o", [5_000], queries=900, size=10**7), []),
        (Figure("other", "/o", [], status=404), ["/o: answered 404"]),
    ],
)  # fmt: skip
def test_each_budget_can_be_broken(figure, words):
    assert broken([figure]) == words
    assert ("OVER BUDGET" in table([figure])) == bool(words)


def test_the_table_shows_every_figure():
    line = table([Figure("list", "/vi/", [10, 20, 30], queries=7, size=2048, more={"features": 3})]).splitlines()[1]
    assert line.split() == ["list", "20.0", "30.0", "7", "2.0", "/vi/", "features:", "3"]


def test_the_queries_are_fixed():
    queries = (data.ROOT / "docs/tools/bench/queries.txt").read_text(encoding="utf-8").splitlines()
    assert len(queries) == len(set(queries)) == 200


def test_the_screens_of_the_feed_are_boxes():
    paths = list(addresses.product_feeds("vi"))
    assert len(paths) == len(addresses.ZOOMS) * (1 + len(addresses.VIEWS))
    for path in paths:
        box = path.split("bbox=")[1].split("&")[0]
        west, south, east, north = map(float, box.split(","))
        assert -180 <= west < east <= 180
        assert -90 <= south < north <= 90
