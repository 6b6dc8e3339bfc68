"""The trees of the content languages: complete, real, translations of each other; repaired when they are not."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.core.checks import run_checks
from django.core.management import CommandError, call_command
from wagtail.models import Locale, Page, Site

from home import languages
from home.models import HomePage

pytestmark = [pytest.mark.django_db, pytest.mark.sampled(2)]


def test_from_nothing_to_every_tree():
    call_command("sync_languages")
    assert not Page.objects.filter(title__startswith="Welcome").exists()
    for code in settings.CONTENT_LANGUAGES:
        home = languages.home_page(code)
        assert home.url == f"/{code}/"
        for section in languages.INDEX_PAGES:
            page = languages.index_page(section, code)
            assert page.url == f"/{code}/{section}/"
            assert page.live
            assert page.alias_of_id is None
            assert page.get_translations(inclusive=True).count() == len(settings.CONTENT_LANGUAGES)
    assert Site.objects.get(is_default_site=True).root_page_id == languages.home_page(settings.LANGUAGE_CODE).pk
    assert Page.find_problems() == ([], [], [], [], [])


def test_twice_is_the_same():
    languages.sync()
    before = list(Page.objects.order_by("pk").values_list("pk", "path", "title", "latest_revision"))
    assert languages.sync().done == []
    assert list(Page.objects.order_by("pk").values_list("pk", "path", "title", "latest_revision")) == before


def test_what_is_missing_is_named_and_repaired():
    languages.sync()
    key = languages.index_page("map", "vi").translation_key
    languages.index_page("map", "en").delete()
    with pytest.raises(CommandError, match="en: the “map” page is missing"):
        call_command("sync_languages", check=True)
    assert languages.sync().done == ["en: “map” page"]
    assert languages.index_page("map", "en").translation_key == key


def test_an_alias_is_named_and_made_real():
    languages.sync()
    page = languages.index_page("stories", "id")
    type(page).objects.filter(pk=page.pk).update(alias_of=languages.index_page("stories", "vi"))
    assert languages.problems() == ["id: the “stories” page is an alias, so that nobody can write in it."]
    languages.sync()
    assert languages.problems() == []
    assert languages.index_page("stories", "id").alias_of_id is None


def test_the_system_check():
    found = run_checks(tags=["languages"], databases=["default"])
    assert [message.msg for message in found] == ["No content language has its pages yet."]
    languages.sync()
    assert run_checks(tags=["languages"], databases=["default"]) == []
    languages.home_page("en").delete()
    assert any(
        "en: the home page is missing" in message.msg
        for message in run_checks(tags=["languages"], databases=["default"])
    )
    assert run_checks(tags=["languages"]) == []


def test_a_new_language_gets_its_tree(settings):
    languages.sync()
    settings.CONTENT_LANGUAGES = [*settings.CONTENT_LANGUAGES, "fr"]
    settings.WAGTAIL_CONTENT_LANGUAGES = settings.LANGUAGES = [*settings.LANGUAGES, ("fr", "French")]
    languages.sync()
    assert Locale.objects.filter(language_code="fr").exists()
    assert languages.problems() == []


def test_a_home_page_that_was_moved_is_the_sites_again():
    languages.sync()
    Site.objects.update(root_page=languages.home_page("en"))
    assert languages.problems() == ["The default site does not lead to the home page of the default language."]
    languages.sync()
    assert languages.problems() == []


@pytest.mark.sampled
@pytest.mark.parametrize("section", languages.INDEX_PAGES)
def test_an_editor_cannot_change_the_slug_of_a_section(section):
    languages.sync()
    page = languages.index_page(section, "en")
    page.slug = "elsewhere"
    page.save()
    assert languages.index_page(section, "en").slug == section
    assert HomePage.objects.count() == len(settings.CONTENT_LANGUAGES)
