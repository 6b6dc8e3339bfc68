"""Names stand in the order of PostgreSQL's `vi-x-icu`, on every database (issue 4, must hold 4).

`vietnamese_order.txt` is what PostgreSQL 15 with ICU 72 answered to
`SELECT name FROM unnest(…) AS t(name) ORDER BY name COLLATE "vi-x-icu"`; eight of the names are in NFD.
"""

from __future__ import annotations

import csv
import itertools
import random
import re
import unicodedata
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from tests.factories import make_village

from core.collation import LIMIT, sort_key
from core.sort_keys import refresh_all
from places.models import Province, Village

EXPECTED = (Path(__file__).parent / "vietnamese_order.txt").read_text("utf-8").splitlines()
SYLLABLES = re.split(
    " ",
    "lang làng lãng lảng lạng láng Làng LÀNG ba bà bá bả bã bạ băng bằng bâng bần da Da đa Đà dạ đạ o ô ơ ồ ở ợ ộ u ư "
    "ứ ự ươ uơ thu thư thử ê ế ệ e é ẹ gốm Gom GOM hồ quý quy quỳ y ý ỳ z Zam xa ca ç fò jô wa 1 2 10 Müller ø œuf "
    "café ŁÓ",
)
JOINTS = (" ", " ", " ", "-", " - ", ", ", " & ", ".", "’", "/", " “", "")


def shuffled(names):
    return random.Random(7).sample(names, len(names))


def test_the_expected_order_is_what_it_says():
    assert len(EXPECTED) == len({unicodedata.normalize("NFC", name) for name in EXPECTED}) == 200
    assert sum(unicodedata.is_normalized("NFC", name) for name in EXPECTED) == 192


def test_keys_have_the_order_of_icu():
    assert sorted(shuffled(EXPECTED), key=lambda name: sort_key(name, "vi")) == EXPECTED


def test_no_two_of_the_names_tie():
    assert len({sort_key(name, "vi") for name in EXPECTED}) == 200


@pytest.mark.django_db
def test_records_stand_in_that_order_in_the_database():
    provinces = [
        Province(name={"vi": name}, slug=f"p-{at}", country_code="VN", official_code=f"x{at}")
        for at, name in enumerate(shuffled(EXPECTED))
    ]
    for province in provinces:
        province.derive()
    Province.objects.bulk_create(provinces)
    assert [province.name.data["vi"] for province in Province.objects.by_name("vi")] == EXPECTED


def test_other_languages_take_our_letters_for_letters_with_marks():
    names = ["Da Nang", "Đà Nẵng", "Dalat", "Ebony", "Ếch", "Zurich"]
    assert sorted(shuffled(names), key=lambda name: sort_key(name, "en")) == names
    assert sorted(names, key=lambda name: sort_key(name, "vi")).index("Đà Nẵng") == 2


@pytest.mark.parametrize("language", ["vi", "en", "id", "ko"])
def test_a_key_is_short_and_of_letters_that_every_database_orders_alike(language):
    for text in [*EXPECTED, "", "  ", "陶 गाँव 🏺 ①", "İ ı ẞ", "\u0301", "ậ" * 300, "A" * 300, "x\u00ad\u200b"]:
        assert re.fullmatch("[0-9a-z]*", sort_key(text, language))
        assert len(sort_key(text, language)) <= LIMIT


def test_composed_and_decomposed_names_have_one_key():
    for name in EXPECTED:
        assert sort_key(unicodedata.normalize("NFD", name), "vi") == sort_key(unicodedata.normalize("NFC", name), "vi")


@pytest.mark.parametrize("gap", [0, 1, 5, 32, 33, 34, 66, 70])
def test_a_mark_that_comes_later_weighs_less_however_far_it_is(gap):
    word = "a" * 80
    plain, later, sooner = word, word[: gap + 1] + "á" + word[gap + 2 :], word[:gap] + "á" + word[gap + 1 :]
    keys = [sort_key(name, "vi") for name in (plain, later, sooner)]
    assert keys == sorted(keys)
    assert len(set(keys)) == 3


# --- records that are there already ----------------------------------------------------------------------------------


@pytest.mark.django_db
def test_migrating_brings_old_keys_into_step():
    village = make_village({"vi": "Bát Tràng", "en": "Bat Trang"})
    wanted = (village.sort_vi, village.sort_en, village.sort_id)
    Village.objects.filter(pk=village.pk).update(sort_vi="b0a0t0 ~", sort_en="bat trang")
    assert refresh_all() == 1
    village.refresh_from_db()
    assert (village.sort_vi, village.sort_en, village.sort_id) == wanted
    assert refresh_all() == 0


# --- the database's own order ----------------------------------------------------------------------------------------


def many_names():
    """Return the names of the demonstration data, and a thousand nonsense ones full of marks and signs."""
    names = set(EXPECTED)
    for path in sorted((Path(settings.ROOT) / "site/demo/data").glob("*.csv")):
        with path.open(encoding="utf-8") as file:
            rows = list(csv.DictReader(file))
        columns = [name for name in rows[0] if "name" in name or name == "alias"]
        names.update(" ".join(row[column].split()) for row in rows for column in columns if row[column])
    chance = random.Random(2026)
    for _ in range(1000):
        joint = chance.choice(JOINTS)
        name = joint.join(chance.choices(SYLLABLES, k=chance.randint(1, 4)))
        names.add(chance.choice((name, name, name.upper(), name.title())))
    return sorted(name for name in names if 0 < len(name) < 60)


@pytest.mark.postgres
@pytest.mark.django_db
@pytest.mark.parametrize(("language", "collation"), [("vi", "vi-x-icu"), ("en", "en-x-icu"), ("id", "id-x-icu")])
def test_keys_have_the_order_of_the_live_database(language, collation):
    if connection.vendor != "postgresql":
        pytest.skip("compares with PostgreSQL's own collation")
    with connection.cursor() as cursor:
        cursor.execute(
            f'SELECT name FROM unnest(%s::text[]) AS t(name) ORDER BY name COLLATE "{collation}"', [many_names()]
        )
        ordered = [name for (name,) in cursor.fetchall()]
    assert len(ordered) > 1500
    keys = [sort_key(name, language) for name in ordered]
    wrong = [
        pair
        for pair, both in zip(itertools.pairwise(ordered), itertools.pairwise(keys), strict=True)
        if both[0] > both[1]
    ]
    assert wrong == []
