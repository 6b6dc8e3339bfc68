"""The shares of the national data set, and the pure parts that names and texts are made from."""

from __future__ import annotations

import random

import pytest

from demo.scale import opening, texts, words
from demo.scale.sizes import Sizes, dealt, shares, stars


def test_the_stars_of_the_nation():
    assert stars(17_500) == {3: 12_632, 4: 4_742, 5: 126}
    assert round(100 * stars(17_500)[3] / 17_500, 1) == 72.2


@pytest.mark.parametrize("total", [0, 1, 7, 700, 17_500])
def test_parts_add_up_to_the_whole(total):
    parts = shares(total, {"a": 1, "b": 2.5, "c": 0})
    assert sum(parts.values()) == total
    assert parts["c"] == 0


def test_every_card_is_dealt_once():
    assert sorted(dealt({"a": 2, "b": 1}, random.Random(1))) == ["a", "a", "b"]


def test_dice_depend_on_seed_and_record_only():
    assert Sizes().chance("village", 7).random() == Sizes(villages=9).chance("village", 7).random()
    assert Sizes().chance("village", 7).random() != Sizes(seed=2).chance("village", 7).random()
    assert Sizes().chance("village", 7).random() != Sizes().chance("village", 8).random()


def test_words_fit_their_columns():
    for kind in words.all_kinds():
        assert kind.local, kind
        assert kind.en, kind
        assert set(kind.regions) <= set("RMSNCE"), kind
        assert all(bool(local) == bool(english) for local, english in words.qualifiers(kind)), kind
    for kind in ("intro", "place", "making", "use", "visit"):
        assert len(words.sentences(kind)) >= 3
        assert all(all(row.values()) for row in [*words.sentences(kind), *words.headings(kind)]), kind


def _shape(block):
    return block["type"], block["id"], [item["id"] for item in block["value"].get("steps", [])]


def test_a_text_has_the_same_blocks_in_every_language():
    names = {"vi": "Làng <Gốm>", "en": "Pottery", "id": "Gerabah"}
    pages = texts.compose(texts.About(names, names), "story", ("place", "steps", "visit"), random.Random(3))
    shapes = {code: [_shape(block) for block in page.body] for code, page in pages.items()}
    assert shapes["vi"] == shapes["en"] == shapes["id"]
    assert [kind for kind, _id, _items in shapes["vi"]] == ["text", "steps", "visit"]
    assert len({page.title for page in pages.values()}) == 3
    assert "<Gốm>" not in "".join(str(block["value"].get("text", "")) for block in pages["vi"].body)
    assert all(len(page.description) <= 155 for page in pages.values())


def test_hours_have_every_shape():
    today = opening.TET[1]
    found = [opening.hours("sales_point", today, random.Random(number)) for number in range(400)]
    assert {hours.published for hours in found} == {shape.published for _weight, shape in opening.SHAPES}
    assert 0.1 < sum(not hours.intervals for hours in found) / 400 < 0.3
    special = [day for hours in found for day in hours.days]
    assert {day.day for day in special} >= {today, opening.TET[2]}
    assert any(day.opens for day in special)
    assert all(not hours.days for hours in found if not hours.intervals)
