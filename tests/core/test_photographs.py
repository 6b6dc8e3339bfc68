"""Photographs: made on save, kept right, shown without a further query and without writing anything."""

from __future__ import annotations

import re

import pytest
from django.core.files.storage import default_storage
from django.db import connection
from django.test.utils import CaptureQueriesContext
from PIL import Image
from tests import factories as make
from tests.pictures import RIGHT, file_of, photo, shorten
from wagtail.images.forms import get_image_form
from wagtail_localize.fields import SynchronizedField

from core import photographs
from core.models import CreditedImage, CreditedRendition
from places.models import Village
from stories.models import StoryPage

pytestmark = [pytest.mark.django_db, pytest.mark.sampled(4)]


@pytest.fixture
def small(monkeypatch):
    """Keep the list short where only the bookkeeping is tested."""
    shorten(monkeypatch)


@pytest.fixture
def village(small):
    make.site_tree()
    return make.make_village("Làng Gốm", image=photo(800, 600))


def page(client, url):
    response = client.get(url)
    assert response.status_code == 200
    return response.content.decode()


# --- the list --------------------------------------------------------------------------------------------------------


def test_every_size_and_format_is_made_from_the_one_list():
    village = make.make_village(image=photo())
    files = village.picture["files"]
    assert [width for _path, width, _height in files["card"]["avif"]] == [360, 720]
    assert [width for _path, width, _height in files["hero"]["webp"]] == [800, 1440]
    assert [height for _path, _width, height in files["square"]["avif"]] == [512]
    for name, (across, down) in {"card": (4, 3), "hero": (5, 4), "square": (1, 1)}.items():
        assert set(files[name]) == {"avif", "webp", "jpeg"}
        for format_ in files[name].values():
            assert all(width * down == height * across for _path, width, height in format_)
    assert re.fullmatch("#[0-9a-f]{6}", village.photograph.colour)


def test_nothing_is_made_larger_than_the_picture():
    village = make.make_village(image=photo(700, 700))
    files = village.picture["files"]
    assert [file[1:] for file in files["card"]["webp"]] == [[360, 270], [700, 526]]
    assert [file[1:] for file in files["hero"]["avif"]] == [[700, 560]]
    assert [file[1] for file in files["square"]["jpeg"]] == [512]


def test_the_crop_follows_the_focal_point(small, django_capture_on_commit_callbacks):
    image = photo(1600, 400)
    village = make.make_village(image=image)

    def colour():
        with default_storage.open(village.photograph.path("square")) as file, Image.open(file) as shown:
            return shown.convert("RGB").getpixel((5, 100))

    assert colour()[0] > 150
    image.focal_point_x, image.focal_point_y, image.focal_point_width, image.focal_point_height = 1500, 200, 50, 50
    with django_capture_on_commit_callbacks(execute=True):
        image.save()
    village.refresh_from_db()
    assert colour()[2] > 150


# --- kept right ------------------------------------------------------------------------------------------------------


def test_words_follow_the_picture(village, django_capture_on_commit_callbacks):
    story = make.make_story(image=village.image)
    image = village.image
    image.credit, image.alt = "B. Person", {"en": "Jars"}
    with django_capture_on_commit_callbacks(execute=True):
        image.save()
    for shown in (Village.objects.get(pk=village.pk), StoryPage.objects.get(pk=story.pk)):
        assert (shown.photograph.credit, shown.photograph.alt) == ("B. Person", "Jars")


def test_a_replaced_file_is_shown(village, django_capture_on_commit_callbacks):
    before = village.photograph
    image = CreditedImage.objects.get(pk=village.image_id)
    image.file = file_of(800, 600, "other.jpg", (RIGHT, RIGHT))
    with django_capture_on_commit_callbacks(execute=True):
        image.save()
    village.refresh_from_db()
    assert "other" in village.photograph.path("card")
    assert before.path("card") not in set(CreditedRendition.objects.values_list("file", flat=True))
    assert village.photograph.colour != before.colour


def test_a_file_replaced_in_the_form_is_shown(village, django_capture_on_commit_callbacks):
    image = CreditedImage.objects.get(pk=village.image_id)
    form_class = get_image_form(CreditedImage)
    form = form_class(
        {"title": "Photo", "credit": "C. Person", "collection": image.collection_id},
        {"file": file_of(800, 600, "form.jpg")},
        instance=image,
    )
    assert form.is_valid(), form.errors
    with django_capture_on_commit_callbacks(execute=True):
        form.save()
    village.refresh_from_db()
    kept = set(CreditedRendition.objects.values_list("file", flat=True))
    assert "form" in village.photograph.path("card")
    assert {file[0] for file in village.picture["files"]["card"]["avif"]} <= kept


def test_another_picture_and_none(village):
    village.image = photo(800, 600, credit="D. Person")
    village.save(update_fields=["image"])
    village.refresh_from_db()
    assert village.photograph.credit == "D. Person"
    village.image = None
    village.save()
    village.refresh_from_db()
    assert (village.picture, village.photograph) == ({}, None)


def test_a_deleted_picture_gives_the_motif_back(client, village):
    CreditedImage.objects.get(pk=village.image_id).delete()
    village.refresh_from_db()
    assert (village.image_id, village.picture) == (None, {})
    assert 'class="motif"' in page(client, village.get_url("vi"))


def test_an_older_revision_brings_no_files_back(village):
    village.save_revision()
    revision = village.latest_revision
    village.image = photo(800, 600, credit="E. Person")
    village.save()
    restored = revision.as_object()
    assert restored.photograph.credit == "A. Person"  # the picture of then, with what is known of it today
    restored.save()
    assert Village.objects.get(pk=village.pk).picture["image"] == restored.image_id


def test_a_picture_that_cant_be_read_leaves_the_motif(client, small, caplog):
    make.site_tree()
    image = photo(800, 600)
    image.file.storage.delete(image.file.name)
    village = make.make_village(image=image)
    assert village.photograph is None
    assert "can't be read" in caplog.text
    assert 'class="motif"' in page(client, village.get_url("vi"))


def test_records_without_photographs_cost_nothing():
    province = make.make_province()
    village = Village(name={"vi": "Làng"}, province=province)
    with CaptureQueriesContext(connection) as captured:
        village.derive()
    assert captured.captured_queries == []
    assert village.picture == {}


# --- shown -----------------------------------------------------------------------------------------------------------


def test_a_hero_has_formats_sizes_and_a_credit(client):
    make.site_tree()
    village = make.make_village(image=photo(licence_url="https://creativecommons.org/licenses/by/4.0/"))
    html = page(client, village.get_url("en"))
    hero = html[html.index("hero__picture") : html.index("</figure>")]
    assert re.findall(r'<source type="(.+?)"', hero) == ["image/avif", "image/webp"]
    assert len(re.findall(r"\S+ (?:800|1440)w", hero)) == 4
    assert 'width="800" height="640"' in hero
    assert 'fetchpriority="high"' in hero
    assert "loading=" not in hero
    assert 'alt="Pots"' in hero
    assert "A. Person" in hero
    assert 'rel="license nofollow noopener">CC BY 4.0</a>' in hero
    assert "style=" not in hero


def test_a_card_is_lazy_and_keeps_its_place(client, village):
    html = page(client, "/en/villages/")
    shown = html[html.index("card__picture") :]
    shown = shown[: shown.index("</picture>")]
    assert 'loading="lazy" decoding="async"' in shown
    assert 'width="360" height="270"' in shown
    assert 'sizes="auto, ' in shown
    assert village.photograph.colour in shown


def test_the_description_is_in_the_readers_language_or_says_which(client, small):
    make.site_tree()
    village = make.make_village(image=photo(800, 600, alt={"vi": "Gốm"}))
    assert 'alt="Gốm" lang="vi"' in page(client, village.get_url("en"))
    assert 'alt="Gốm" fetch' in page(client, village.get_url("vi"))


def test_without_a_credit_it_is_never_shown(client, small):
    make.site_tree()
    village = make.make_village(image=photo(800, 600, credit=" "))
    assert village.photograph is None
    with CaptureQueriesContext(connection) as captured:
        assert Village.objects.get(pk=village.pk).photograph is None
    assert len(captured) == 1
    assert 'class="motif"' in page(client, village.get_url("vi"))


def test_addresses_come_from_the_storage_when_a_page_is_shown(village, monkeypatch):
    monkeypatch.setattr(photographs.default_storage, "url", lambda path: f"https://bucket.example/{path}?signed")
    framed = Village.objects.get(pk=village.pk).photograph.framed("card")
    assert framed.src.startswith("https://bucket.example/images/")


def test_a_story_and_its_translations_share_the_photograph(client, small):
    make.site_tree()
    story = make.make_story(image=photo(800, 600), subject=make.make_village())
    html = page(client, story.url)
    assert "story-head__picture" in html
    assert "A. Person" in html
    kept = [field for field in StoryPage.override_translatable_fields if isinstance(field, SynchronizedField)]
    assert "image" in [field.field_name for field in kept if not field.overridable]
    assert "<picture>" in page(client, "/en/stories/")


def test_twenty_photographs_cost_as_many_queries_as_two(client, small):
    make.site_tree()
    with make.quickly():
        for _ in range(2):
            make.make_village(image=photo(400, 300))
    with CaptureQueriesContext(connection) as few:
        page(client, "/en/villages/")
    with make.quickly():
        for _ in range(18):
            make.make_village(image=photo(400, 300))
    with CaptureQueriesContext(connection) as many:
        assert page(client, "/en/villages/").count("<picture>") == 20
    assert len(many) == len(few)
