"""Links to records in rich text: stored by section and slug, shown in the reader's language, kept by translation."""

from __future__ import annotations

import json
from unittest import mock

import pytest
from django.urls import reverse
from django.utils.translation import gettext, override
from tests import factories
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.models import Locale, ReferenceIndex
from wagtail.rich_text import expand_db_html
from wagtail_localize.models import String, StringTranslation, Translation, TranslationSource

from core import search
from core.blocks.text import FEATURES
from core.choosers import record_chooser
from places.models import Province

pytestmark = [pytest.mark.django_db, pytest.mark.sampled(3)]


def link(reference, text="it"):
    return f'<a linktype="record" data-record="{reference}">{text}</a>'


def body(html):
    return [{"type": "text", "value": {"heading": "", "text": html}, "id": "6c7f0f5e-2f2a-4a5e-8f5b-0a1b2c3d4e5f"}]


def test_a_link_leads_to_the_readers_language():
    village = factories.make_village("Chuông")
    for language in ("vi", "en", "id"):
        with override(language):
            html = expand_db_html(f"<p>See {link(f'villages/{village.slug}')}.</p>")
        assert html == f'<p>See <a href="/{language}/villages/{village.slug}/">it</a>.</p>'


@pytest.mark.parametrize(
    "reference", ["villages/nowhere", "nonsense/x", "villages/", "villages", "", "about/x", "../x"]
)
def test_what_cannot_be_opened_is_plain_text(reference):
    factories.make_village("Chuông")
    assert expand_db_html(link(reference)) == "<a>it</a>"


def test_a_record_taken_offline_loses_its_links_at_once():
    village = factories.make_village("Chuông")
    village.live = False
    village.save()
    assert expand_db_html(link(f"villages/{village.slug}")) == "<a>it</a>"


@pytest.mark.parametrize("count", [1, 5])
def test_one_query_however_many_links(count, django_assert_num_queries):
    villages = [factories.make_village() for _ in range(count)]
    products = [factories.make_product() for _ in range(count)]
    html = "".join(
        [link(f"villages/{each.slug}") for each in villages] + [link(f"products/{each.slug}") for each in products]
    )
    with django_assert_num_queries(1):
        assert expand_db_html(html).count("href=") == count * 2


def test_the_editor_gets_the_name_and_stores_the_same_again():
    craft = factories.make_craft("Làm nón")
    stored = f'<p data-block-key="a1b2c">A {link(f"crafts/{craft.slug}", "hat")} here</p>'
    converter = ContentstateConverter(features=FEATURES)
    state = json.loads(converter.from_database_format(stored))
    assert [entity["type"] for entity in state["entityMap"].values()] == ["RECORD-LINK"]
    assert state["entityMap"]["0"]["mutability"] == "MUTABLE"
    assert state["entityMap"]["0"]["data"]["label"] == "Làm nón"
    assert converter.to_database_format(json.dumps(state)) == stored


def test_web_links_stay_and_page_links_are_not_offered():
    converter = ContentstateConverter(features=FEATURES)
    stored = '<p data-block-key="a1b2c">A <a href="https://example.org/">site</a></p>'
    assert converter.to_database_format(converter.from_database_format(stored)) == stored


@pytest.fixture
def homes():
    return factories.site_tree()


def test_a_story_is_linked_by_its_slug_in_every_language(homes):
    if search.searchable("stories") is None:
        pytest.skip("stories are not searchable yet")
    story = factories.make_story("vi", "Chuyện nón", body=[])
    with override("en"):
        assert expand_db_html(link(f"stories/{story.slug}")) == f'<a href="/en/stories/{story.slug}/">it</a>'
    story.unpublish()
    assert expand_db_html(link(f"stories/{story.slug}")) == "<a>it</a>"


def test_translation_offers_the_words_and_keeps_the_link(homes):
    village = factories.make_village("Chuông")
    reference = f"villages/{village.slug}"
    story = factories.make_story("vi", "Nón", village, body=body(f"<p>Thăm {link(reference, 'làng')} nhé</p>"))
    source, _created = TranslationSource.get_or_create_from_instance(story)
    english = Locale.objects.get(language_code="en")
    translation = Translation.objects.create(source=source, target_locale=english)
    words = {"Nón": "The hat", 'Thăm <a id="a1">làng</a> nhé': 'Do visit <a id="a1">the village</a>'}
    for string in String.objects.filter(segments__source=source):
        StringTranslation.objects.create(
            translation_of=string,
            locale=english,
            context=string.segments.get(source=source).context,
            data=words[string.data],
        )
    translation.save_target(publish=True)
    translated = story.get_translation(english)
    stored = translated.body[0].value["text"].source
    assert 'linktype="record"' in stored
    with override("en"):
        assert expand_db_html(stored) == f'<p>Do visit <a href="/en/{reference}/">the village</a></p>'


def test_the_usage_of_a_record_is_known(homes):
    village = factories.make_village("Chuông")
    story = factories.make_story("vi", "Nón", body=body(f"<p>{link(f'villages/{village.slug}')}</p>"))
    used_by = ReferenceIndex.get_references_to(village).values_list("object_id", flat=True)
    assert list(used_by) == [str(story.pk)]


# --- the chooser -----------------------------------------------------------------------------------------------------


def choose(client, **query):
    return json.loads(client.get(reverse("record_link"), query).content)["html"]


def test_the_chooser_finds_records_without_accents(admin_client):
    village = factories.make_village("Bát Tràng")
    hidden = factories.make_village("Bát Tràng cũ", live=False)
    html = choose(admin_client, q="bat trang")
    assert f'data-record="villages/{village.slug}"' in html
    assert hidden.slug not in html
    assert "data-record=" not in choose(admin_client, q="bat trang", section="crafts")


@pytest.mark.parametrize(
    "query", [{}, {"q": " "}, {"q": '"\x00'}, {"q": "x" * 5000}, {"q": "a", "section": "nonsense"}]
)
def test_the_chooser_survives_anything(admin_client, query):
    assert "data-record=" not in choose(admin_client, **query)


def test_the_chooser_is_for_editors(client, django_user_model):
    address = reverse("record_link")
    assert client.get(address).status_code == 302
    client.force_login(django_user_model.objects.create_user("reader", "reader@example.org", "x"))
    assert client.get(address).status_code == 302


def test_the_chooser_offers_each_slug_once(admin_client, homes):
    if search.searchable("stories") is None:
        pytest.skip("stories are not searchable yet")
    story = factories.make_story("vi", "Nón Chuông")
    factories.make_story("en", "Nón Chuông", key=story)
    assert choose(admin_client, q="non chuong").count(f'data-record="stories/{story.slug}"') == 1


def test_the_web_link_chooser_knows_no_pages(admin_client):
    html = json.loads(admin_client.get(reverse("wagtailadmin_choose_page_external_link")).content)["html"]
    assert reverse("wagtailadmin_choose_page") + '"' not in html
    with mock.patch("wagtail.admin.views.chooser.Site.get_site_root_paths") as paths:
        answer = admin_client.post(
            reverse("wagtailadmin_choose_page_external_link"),
            {"external-link-chooser-url": "http://localhost/vi/", "external-link-chooser-link_text": "home"},
        )
    assert json.loads(answer.content)["result"] == mock.ANY
    assert "id" not in json.loads(answer.content)["result"]
    paths.assert_not_called()


def test_choosers_speak_the_language_of_the_page():
    text = record_chooser(Province, "site").choose_one_text
    for language in ("en", "vi", "id"):
        with override(language):
            assert str(text) == gettext("Choose %(object)s") % {"object": Province._meta.verbose_name}
