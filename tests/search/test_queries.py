"""What people type and what they mean by it: queries.csv, asked of the search page and of its suggestions.

Expected is what a sensible person expects, not what the engine once gave; several right answers are joined by `|`. A
note tells when a query is typed in another way than it is written there: decomposed (NFD) or repeated.
"""

from __future__ import annotations

import csv
import json
import os
import statistics
import time
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import translation
from tests.sampling import THOROUGH

from core import search
from core.folding import folded_words
from demo.scale import PREFIX
from search.views import search_page

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo_site", "frozen_now")]

FIRST, LEAST = 3, 0.95
SUGGESTIONS_MS = 80
LONG = 500


def typed(row):
    """The query as somebody types it."""
    if row["note"] == "NFD":
        return unicodedata.normalize("NFD", row["query"])
    if row["note"] == f"repeated to {LONG} characters":
        return (f"{row['query']} " * LONG)[:LONG]
    return row["query"]


def fixture():
    """Every row, with its expectations taken apart."""
    with Path(__file__).with_name("queries.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            row["words"] = typed(row)
            row["wanted"] = {
                (kind, slug) for kind in row["expected_type"].split("|") for slug in row["expected_slug"].split("|")
            }
            yield row


ROWS = list(fixture())
TAKEN = ROWS if THOROUGH else ROWS[::4]
CORRECT = [row for row in TAKEN if row["spelling"] == "correct"]


def slug_of(url):
    """The slug in an address."""
    return urlsplit(url).path.strip("/").split("/")[-1]


@dataclass(frozen=True)
class Result:
    """One result of the page."""

    kind: str
    slug: str
    title: str

    def answers(self, row):
        """Tell whether it is what was meant; a generated record is, when its name holds every word."""
        if self.slug.startswith(PREFIX) and self.kind in row["expected_type"].split("|"):
            return set(folded_words(row["words"])) <= set(folded_words(self.title))
        return (self.kind, self.slug) in row["wanted"]


def shown(rf, row, **more):
    """The context of the search page: the view's own, without drawing it."""
    with translation.override(row["language"]):
        request = rf.get(f"/{row['language']}/search/", {"q": row["words"], **more})
        request.LANGUAGE_CODE = row["language"]
        return search_page(request).context_data


def result_of(found):
    """One result, as the page shows it; campaigns and plain pages have no section in their address."""
    return Result(found.kind.key, slug_of(found.card.url), found.card.title)


def in_first(rf, row):
    """Tell whether what was meant is among the first three results of the page."""
    page = shown(rf, row)
    leading = [*page["best"], *(found for group in page["groups"] for found in group.cards)]
    return any(result_of(found).answers(row) for found in leading[:FIRST])


def found(rf, row):
    """Tell whether what was meant is among the results of its type, on whatever page."""
    for kind in row["expected_type"].split("|"):
        page, last = 1, 1
        while page <= last:
            group = shown(rf, row, type=kind, page=page)["shown"]
            if group is None:
                break
            if any((result.kind, result.slug) in row["wanted"] for result in map(result_of, group.cards)):
                return True
            page, last = page + 1, group.page_obj.paginator.num_pages
    return False


def line(row):
    """A row for the eyes of whoever mends it."""
    return f"{row['language']} {row['query']!r} → {row['expected_type']}/{row['expected_slug']} ({row['note']})"


def check(rf, rows):
    """Hold the page to its promise; the misses are printed."""
    late = [row for row in rows if not in_first(rf, row)]
    lost = [row for row in late if row["spelling"] == "correct" and not found(rf, row)]
    share = 1 - len(late) / len(rows)
    print(f"{share:.1%} of {len(rows)} in the first {FIRST}; late:", *map(line, late), sep="\n  ")
    assert [line(row) for row in lost] == []
    assert share >= LEAST, [line(row) for row in late]


def test_the_fixture_is_large_and_names_what_exists():
    assert len(ROWS) >= 120
    assert {row["language"] for row in ROWS} == {"vi", "en", "id"}
    assert len({(row["words"], row["language"]) for row in ROWS}) == len(ROWS)
    there = {kind.key: set(kind.public().values_list("slug", flat=True)) for kind in search.types()}
    assert [line(row) for row in ROWS if not any(slug in there[kind] for kind, slug in row["wanted"])] == []
    named = {slug for row in ROWS for _kind, slug in row["wanted"]}
    assert named - set().union(*there.values()) == set()


def test_what_is_meant_comes_first(rf):
    check(rf, TAKEN)


@pytest.mark.skipif(os.environ.get("FULL") != "1", reason="minutes: with FULL=1")
def test_what_is_meant_comes_first_among_a_whole_country(rf):
    call_command("generate_scale", verbosity=0)
    check(rf, ROWS)


def suggested(client, row):
    """The suggestions for a row: type and slug, and how many milliseconds they took."""
    now = time.process_time if connection.vendor == "sqlite" else time.perf_counter  # others work here, too
    start = now()
    response = client.get(f"/{row['language']}/search/suggestions/", {"q": row["words"]})
    taken = 1000 * (now() - start)
    answer = json.loads(response.content)
    return [(group["type"], slug_of(item["url"])) for group in answer["groups"] for item in group["items"]], taken


def test_suggestions_lead_to_what_is_meant_and_come_at_once(client):
    answers = [(row, *suggested(client, row)) for row in CORRECT]
    missed = [row for row, items, _taken in answers if not row["wanted"] & set(items)]
    print("not suggested:", *map(line, missed), sep="\n  ")
    assert all(len(items) <= 8 for _row, items, _taken in answers)
    assert 1 - len(missed) / len(CORRECT) >= LEAST, [line(row) for row in missed]
    assert statistics.median(taken for _row, _items, taken in answers) <= SUGGESTIONS_MS
