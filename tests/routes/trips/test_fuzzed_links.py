"""Whatever a link holds, the page comes with a message, never an error."""

from __future__ import annotations

import random

import pytest
from tests.routes.trips.worlds import SATURDAY, make_experience, make_places, p_of
from tests.sampling import THOROUGH

from core.models.codes import ALPHABET

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen_now")]
LINKS = 1000 if THOROUGH else 20
LETTERS = ALPHABET + "ABCDEFGHIJKLMNOPQRSTUVWXYZ01ilo.-_~%&=+ ,;<>\"'\\\x00\r\nđ😀"
NAMES = (
    "p", "d", "n", "t", "m", "s", "e", "l", "o", "add", "find", "edit", "do", "date", "days", "earliest", "latest",
    "from", "from_point", "to", "to_point", "mode", "order", "utm_source", "x",
)  # fmt: skip
VALUES = (
    "", "0", "1", "-", "9" * 400, "2026-12-05", "0001-01-01", "9999-12-31", "0000-2400", "1440", "٣", "nan", "hanoi",
    "21.03_105.85", "21.03, 105.85", "91.00_200.00", "point", "walk", "best", "own", "clear", "up-", "try-abc234-x9",
    "here", "usual", "any", "x1",
)  # fmt: skip
PATHS = ("/en/plan/", "/en/plan/", "/vi/plan/", "/id/plan/plan.gpx", "/en/plan/plan.ics", "/en/plan/booklet/")


def tampered(rng, query):
    """The query with a few letters taken away, changed or added."""
    letters = list(query)
    for _ in range(rng.randint(1, 6)):
        place = rng.randrange(len(letters) + 1)
        letters[place : place + rng.randint(0, 3)] = rng.choices(LETTERS, k=rng.randint(0, 3))
    return "".join(letters)


def made_up(rng, codes):
    """Names and values at random, codes of places among them."""
    values = (*VALUES, *codes, "".join(rng.choices(LETTERS, k=rng.randint(1, 40))))
    fields = [f"{rng.choice(('must', 'stay', 'keep'))}-{code}" for code in codes]
    return {rng.choice((*NAMES, *fields)): rng.choice(values) for _ in range(rng.randint(1, 8))}


def test_fuzzed_links_never_fail(client):
    rng = random.Random(22)
    places = make_places(6)
    make_experience(places[0], minutes=32_000)
    codes = [place.code for place in places]
    good = (
        f"p={p_of(*places[:3])}MA.{codes[3]}KU.{codes[4]}R&d={SATURDAY}&n=3&t=0730-1915&m=walk&s=hanoi&e=noi-bai&o=1"
    )
    for _ in range(LINKS):
        path = rng.choice(PATHS)
        if rng.random() < 0.6:
            query = tampered(rng, good)
            answer = client.get(path, QUERY_STRING=query.encode("utf-8", "replace").decode("latin-1"))
        else:
            query = {"p": p_of(*places), **made_up(rng, codes)}
            answer = client.get(path, query)
        assert answer.status_code in (200, 302, 400), query
        if answer.status_code == 302:
            assert client.get(answer["Location"].partition("#")[0]).status_code == 200, query
