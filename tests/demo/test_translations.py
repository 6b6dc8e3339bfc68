"""What the files give in English stands in Vietnamese and Indonesian too; a text without translation stays English."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import Counter

import pytest
from django.core.management import CommandError, call_command
from django.utils import translation
from tests.demo.files import extra, rows

from centres.models import Centre
from crafts.models import CraftStep
from demo.loading import load
from places.models import Event, Region, Village
from products.models import Product
from routes.models import Route

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo_site"), pytest.mark.sampled(4)]

FACTS = [
    ("villages", "craft", Village, "craft_text"),
    ("villages", "founded_fact", Village, "founded"),
    ("villages", "one_line_fact", Village, "fact"),
    ("villages", "best_season_festival", Village, "season"),
    ("products", "note", Product, "note"),
    ("centres", "note", Centre, "note"),
    ("routes", "note", Route, "note"),
    ("festivals", "prose", Event, "description"),
]
STEPS = [("step_title", "title"), ("step_text", "text")]
REGIONS = ("provinces", "macro_region_en")
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def translations(folder, *lines):
    """Write a further folder's translations of facts."""
    with (folder / "fact_translations.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("en", "vi", "id"), *lines])


def numbers(text):
    """Count the numbers of a text, however its language writes them: 1,000 is 1.000, and m2 m²."""
    found = NUMBER.findall(unicodedata.normalize("NFKC", text))
    return Counter(re.sub(r"[.,]", "", number) for number in found)


def missing(label, text):
    """Return the languages in which a label of an English text has no words."""
    assert label.data.get("en", "") == text
    return {"vi", "id"} - set(label.data) if text else set()


# --- our own data ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("table", "column", "model", "name"), FACTS, ids=lambda value: str(value))
def test_every_fact_stands_in_every_language(table, column, model, name):
    records = {record.slug: record for record in model.objects.all()}
    assert not [
        row["slug"] for row in rows(table) if missing(getattr(records[row["slug"]], name), row[column].strip())
    ]


@pytest.mark.parametrize(("column", "name"), STEPS)
def test_every_step_stands_in_every_language(column, name):
    steps = {(step.craft.slug, step.sort_order): step for step in CraftStep.objects.select_related("craft")}
    assert not [
        (row["craft_slug"], row["step_order"])
        for row in rows("processes")
        if missing(getattr(steps[row["craft_slug"], int(row["step_order"])], name), row[column].strip())
    ]


@pytest.mark.parametrize(
    ("table", "columns"),
    [
        ("fact_translations", [*[(table, column) for table, column, _model, _name in FACTS], REGIONS]),
        ("step_translations", [("processes", column) for column, _name in STEPS]),
    ],
)
def test_every_translation_is_of_a_text_we_have_and_keeps_its_numbers(table, columns):
    texts = {row[column].strip() for name, column in columns for row in rows(name)}
    for row in rows(table):
        assert row["en"] in texts
        for code in ("vi", "id"):
            assert unicodedata.is_normalized("NFC", row[code])
            assert numbers(row["en"]) <= numbers(row[code]), row[code]


def test_every_region_is_named_in_every_language():
    assert Region.objects.count() > 10
    assert not [region.slug for region in Region.objects.all() if {"vi", "en", "id"} - set(region.name.data)]


def test_the_tagline_keeps_its_own_words():
    taglines = {row["slug"]: row for row in rows("village_taglines")}
    for row in rows("villages"):
        words = {"en": row["one_line_fact"], "vi": taglines[row["slug"]]["vi"], "id": taglines[row["slug"]]["id"]}
        assert Village.objects.get(slug=row["slug"]).tagline.data == words


# --- further folders -------------------------------------------------------------------------------------------------


def test_a_text_without_translation_shows_in_english(tmp_path):
    extra(tmp_path, "villages", "bat-trang", founded_fact="A new fact")
    load([tmp_path])
    founded = Village.objects.get(slug="bat-trang").founded
    assert founded.data == {"en": "A new fact"}
    with translation.override("vi"):
        assert str(founded) == "A new fact"


def test_a_translation_reaches_a_record_that_was_loaded_in_english(tmp_path):
    extra(tmp_path, "villages", "bat-trang", founded_fact="A new fact")
    load([tmp_path])
    translations(tmp_path, ("A new fact", "Một điều mới", ""))
    assert load([tmp_path]).counts == {"places.Village": 1}
    assert Village.objects.get(slug="bat-trang").founded.data == {"en": "A new fact", "vi": "Một điều mới"}
    assert not load([tmp_path]).counts


def test_a_later_folder_s_translation_replaces_ours(tmp_path):
    translations(tmp_path, ("More than 600 years", "Trên 600 năm", "Di atas 600 tahun"))
    load([tmp_path])
    assert Village.objects.get(slug="bao-la").founded.data["vi"] == "Trên 600 năm"


def test_a_row_without_english_or_said_twice_is_named(tmp_path):
    translations(tmp_path, ("", "Một điều", "Satu hal"), ("Twice", "Hai", "Dua"), ("Twice", "Hai", "Dua"))
    with pytest.raises(CommandError) as caught:
        call_command("load_demo", data=[str(tmp_path)])
    assert "fact_translations.csv, line 2, column en: is missing" in str(caught.value)
    assert "fact_translations.csv, line 4, column en: “Twice” stands in line 3" in str(caught.value)
