"""Translating a page translates its words: its record, its slug and its subjects stay those of the source."""

from __future__ import annotations

import json

import pytest
from django.db import transaction
from tests import factories
from wagtail.models import Locale
from wagtail_localize.models import (
    OverridableSegment,
    String,
    StringSegment,
    StringTranslation,
    Translation,
    TranslationSource,
)

from home.models import HomePage

pytestmark = pytest.mark.django_db
BODY = [
    {"type": "text", "value": {"heading": "Lò", "text": "<p>Đất</p>"}, "id": "11111111-0000-4000-8000-000000000000"}
]


@pytest.fixture(autouse=True)
def _commits_at_once(monkeypatch):
    """Run what waits for the commit at once: a test never commits."""
    monkeypatch.setattr(transaction, "on_commit", lambda run, **options: run())


def sent_to_english(page, **words):
    """Submit a page for translation into English, translate its strings by `words` and publish it."""
    source = TranslationSource.update_or_create_from_instance(page)[0]
    english = Locale.objects.get(language_code="en")
    translation = Translation.objects.create(source=source, target_locale=english)
    for segment in StringSegment.objects.filter(source=source).select_related("string", "context"):
        data = words.get(segment.string.data, f"EN {segment.string.data}")
        StringTranslation.objects.create(
            translation_of=segment.string, locale=english, context=segment.context, data=data
        )
    translation.save_target(publish=True)
    return source, page.get_translation(english)


@pytest.fixture
def village():
    factories.site_tree()
    return factories.make_village("Bát Tràng")


def test_a_narrative_keeps_record_and_slug(village):
    page = factories.narrative(village, "vi", title="Làng gốm", body=json.dumps(BODY))
    source, translated = sent_to_english(page)
    assert (translated.record_id, translated.slug, translated.live) == (village.pk, village.slug, True)
    assert (translated.title, translated.body[0].value["heading"]) == ("EN Làng gốm", "EN Lò")
    assert "slug" not in set(StringSegment.objects.filter(source=source).values_list("context__path", flat=True))
    assert not OverridableSegment.objects.filter(source=source, context__path__in=("record", "slug")).exists()


def test_a_story_keeps_slug_and_subjects_and_follows_a_changed_one(village):
    story = factories.make_story("vi", "Chuyện gốm", subject=village, body=json.dumps(BODY))
    source, translated = sent_to_english(story)
    assert translated.slug == story.slug
    assert [row.village_id for row in translated.subjects.all()] == [village.pk]
    other = factories.make_village("Vạn Phúc")
    story.subjects.update(village=other)
    source.update_from_db()
    source.create_or_update_translation(Locale.objects.get(language_code="en"), publish=True)
    assert [row.village_id for row in type(story).objects.get(pk=translated.pk).subjects.all()] == [other.pk]


def test_nothing_untranslated_goes_live(village):
    story = factories.make_story("vi", "Chuyện gốm", subject=village, body=json.dumps(BODY))
    source = TranslationSource.update_or_create_from_instance(story)[0]
    translation = Translation.objects.create(source=source, target_locale=Locale.objects.get(language_code="en"))
    translation.save_target(publish=False)
    translated = story.get_translation(Locale.objects.get(language_code="en"))
    assert translated is None or not translated.live
    assert String.objects.filter(data="Lò").exists()
    assert HomePage.objects.filter(alias_of__isnull=False).count() == 0
