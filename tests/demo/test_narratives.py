"""The words: as many as promised, long enough, said once, and complete in every language."""

from __future__ import annotations

import re
from collections import defaultdict

import pytest
from django.conf import settings
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from centres.models import CentrePage
from core import sections
from core.models import ListingPage
from crafts.models import CraftPage
from demo import narratives
from demo.loading import DATA, load
from demo.narrative_files import read_narratives
from home import languages
from home.models import CampaignPage, HomePage, PlainPage
from places.models import VillagePage
from products.models import ProductPage
from routes.models import RoutePage
from stories.models import StoryPage

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo_site"), pytest.mark.sampled(3)]

WRITTEN = {
    VillagePage: 14,
    ProductPage: 16,
    CentrePage: 12,
    RoutePage: 10,
    CraftPage: 10,
    StoryPage: 14,
    CampaignPage: 2,
    PlainPage: len(sections.PLAIN_PAGES),
}
LONG = {StoryPage: 450, CampaignPage: 260}
WORDS = re.compile(r"[^\W_]+")
RUN = 8


def pages(code):
    """Return every page with a body in a language."""
    found = [page for model in WRITTEN for page in model.objects.filter(locale__language_code=code)]
    return found + [languages.index_page(section, code) for section in languages.INDEX_PAGES]


@pytest.mark.parametrize("code", settings.CONTENT_LANGUAGES)
@pytest.mark.parametrize(("model", "count"), WRITTEN.items(), ids=lambda value: getattr(value, "__name__", value))
def test_as_many_as_promised(model, count, code):
    written = model.objects.live().filter(locale__language_code=code, is_demonstration=True, complete=True)
    assert written.count() == count


@pytest.mark.parametrize("code", settings.CONTENT_LANGUAGES)
def test_every_narrative_is_long_enough(code):
    for page in pages(code):
        wanted = LONG.get(type(page), 200)
        assert len(page.plain_text().split()) >= wanted, page.url


@pytest.mark.parametrize("code", settings.CONTENT_LANGUAGES)
def test_no_eight_words_stand_in_two_narratives(code):
    runs = defaultdict(set)
    for page in pages(code):
        words = [word.lower() for word in WORDS.findall(page.plain_text())]
        for start in range(len(words) - RUN + 1):
            runs[tuple(words[start : start + RUN])].add(page.url)
    assert {" ".join(run): urls for run, urls in runs.items() if len(urls) > 1} == {}


@pytest.mark.parametrize("code", settings.CONTENT_LANGUAGES)
def test_no_eight_words_stand_in_two_files(code):
    runs = defaultdict(set)
    for path in (DATA / "narratives").glob(f"*/*/{code}.md"):
        body = path.read_text(encoding="utf-8").split("---\n", 2)[2]
        lines = [line for line in body.splitlines() if not line.startswith("- ")]  # chosen records are no words
        words = WORDS.findall(" ".join(lines).lower())
        for start in range(len(words) - RUN + 1):
            runs[tuple(words[start : start + RUN])].add(str(path.parent.relative_to(DATA)))
    assert {" ".join(run): names for run, names in runs.items() if len(names) > 1} == {}


def test_every_story_tells_its_process_and_its_sources():
    for page in StoryPage.objects.all():
        assert any(block.block_type == "steps" for block in page.body), page.url
        assert page.sources
        assert page.live_subjects()


def test_campaigns_invite_to_the_model_destinations_of_the_data():
    for code in settings.CONTENT_LANGUAGES:
        pages = CampaignPage.objects.live().filter(locale__language_code=code)
        assert {page.slug: page.place.slug for page in pages} == {
            "visit-hong-van": "hong-van",
            "visit-phu-dong": "phu-dong-green-park",
        }
        for page in pages:
            assert page.place.is_model_destination
            assert {block.block_type for block in page.body} == {"text", "visit", "records"}


def test_plain_pages_are_those_the_footer_links():
    assert set(PlainPage.objects.values_list("slug", flat=True)) == set(sections.PLAIN_PAGES)


def test_home_pages_and_sections_have_their_words():
    for code in settings.CONTENT_LANGUAGES:
        home = languages.home_page(code)
        assert home.headline
        assert home.introduction
        for section in languages.INDEX_PAGES:
            page = languages.index_page(section, code)
            assert isinstance(page, ListingPage)
            assert page.introduction


def test_translations_are_complete_in_the_admin():
    assert TranslationSource.objects.count() == len(list((DATA / "narratives").glob("*/*/")))
    assert Translation.objects.count() == 2 * TranslationSource.objects.count()
    for translation in Translation.objects.select_related("source", "target_locale"):
        total, done = translation.get_progress()
        assert total == done > 0
        assert translation.get_target_instance().live
    assert not StringTranslation.objects.filter(has_error=True).exists()


@pytest.mark.parametrize(
    ("model", "slug"), [(StoryPage, "sixteen-rings"), (VillagePage, "sukarara"), (HomePage, None)]
)
def test_saving_a_translation_again_changes_no_word(model, slug):
    for translation in Translation.objects.filter(source__specific_content_type__model=model._meta.model_name):
        page = translation.get_target_instance()
        if slug and page.slug != slug:
            continue
        before = (page.title, page.introduction, page.plain_text(), page.slug)
        translation.save_target(publish=False)
        page = model.objects.get(pk=page.pk)
        assert (page.title, page.introduction, page.plain_text(), page.slug) == before


def test_the_source_language_is_that_of_the_place():
    found = TranslationSource.objects.filter(specific_content_type__model="villagepage").select_related("locale")
    written = {source.as_instance().slug: source.locale.language_code for source in found}
    assert written["sukarara"] == written["kasongan"] == "id"
    assert written["bat-trang"] == "vi"


def test_a_persons_page_is_left_alone_and_a_deleted_one_stays_away():
    page = VillagePage.objects.get(slug="bat-trang", locale__language_code="vi")
    page.title = "Của tôi"
    page.save_revision().publish()
    StoryPage.objects.get(slug="sixteen-rings", locale__language_code="en").delete()
    load([])
    assert VillagePage.objects.get(pk=page.pk).title == "Của tôi"
    assert not StoryPage.objects.filter(slug="sixteen-rings", locale__language_code="en").exists()


def test_files_that_do_not_match_are_named(tmp_path):
    folder = tmp_path / "stories" / "a-story"
    folder.mkdir(parents=True)
    head = "---\ntitle: A\nintroduction: B\nsource_language: vi\n---\n"
    (folder / "vi.md").write_text(f"{head}## One\nWords.\n\nMore.\n")
    (folder / "en.md").write_text(f"{head}## One\nWords.\n")
    problems = []
    assert read_narratives(tmp_path, problems) == []
    assert [str(problem).split(": ")[0] for problem in problems] == [f"{folder / 'en.md'}, line 1, column body"]


@pytest.mark.parametrize(
    ("line", "other"),
    [
        ("", ""),
        ("destination: village:\n", "destination: village:\n"),
        ("destination: product:a\n", "destination: product:a\n"),
        ("destination: village:a\n", "destination: village:b\n"),
    ],
)
def test_a_campaign_names_one_place_in_every_language(tmp_path, line, other):
    folder = tmp_path / "campaigns" / "visit-a"
    folder.mkdir(parents=True)
    for code, own in (("vi", line), ("en", other)):
        head = f"---\ntitle: A\nintroduction: B\nsource_language: vi\n{own}---\n"
        (folder / f"{code}.md").write_text(f"{head}## One\nWords.\n")
    problems = []
    assert read_narratives(tmp_path, problems) == []
    assert {problem.column for problem in problems} == {"destination"}


def test_a_campaign_of_an_unknown_place_is_left_out(tmp_path):
    folder = tmp_path / "campaigns" / "visit-nowhere"
    folder.mkdir(parents=True)
    head = "---\ntitle: A\nintroduction: B\nsource_language: vi\ndestination: village:nowhere\n---\n"
    (folder / "vi.md").write_text(f"{head}## One\nWords.\n")
    problems = []
    assert narratives.write(narratives.read(tmp_path, problems)) == {}
    assert problems == []
