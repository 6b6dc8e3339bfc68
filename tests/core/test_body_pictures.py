"""Pictures in a text: made when the page is saved, read without writing; the form of a picture asks who made it."""

from __future__ import annotations

import io

import pytest
from django.core.files.images import ImageFile
from django.db import connection
from django.template import engines
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override
from tests import factories as make
from tests.pictures import file_of, photo, shorten
from wagtail.images.forms import get_image_form

from core.models import CreditedImage, CreditedRendition

pytestmark = [pytest.mark.django_db, pytest.mark.sampled(4)]


@pytest.fixture
def village(monkeypatch):
    shorten(monkeypatch)
    make.site_tree()
    return make.make_village("Làng Gốm")


def page(client, url):
    response = client.get(url)
    assert response.status_code == 200
    return response.content.decode()


def written(captured):
    return [query["sql"] for query in captured if not query["sql"].startswith(("SELECT", "SAVEPOINT", "RELEASE"))]


# --- in a text -------------------------------------------------------------------------------------------------------


def body_of(*images):
    def one(image):
        return {"image": image.pk, "caption": "A caption"}

    return [
        {"type": "picture", "value": one(images[0])},
        {"type": "gallery", "value": {"pictures": [{"type": "item", "id": str(n), "value": one(image)}
                                                   for n, image in enumerate(images)]}},
        {"type": "steps", "value": {"steps": [{"type": "item", "id": "s", "value": {
            "title": "Step", "text": "Words", "image": images[-1].pk, "duration": "", "tool": ""}}]}},
        {"type": "portrait", "value": {"name": "", "role": "Potter", "image": images[0].pk, "words": "<p>W</p>",
                                       "consent": True}},
    ]  # fmt: skip


def test_a_page_with_pictures_is_read_without_writing(client, village):
    images = [photo(600, 400) for _ in range(6)]
    narrative = make.narrative(village, "en", body=body_of(*images))
    made = CreditedRendition.objects.count()
    assert made
    few = make.narrative(make.make_village(), "en", body=body_of(*images[:2]))
    with CaptureQueriesContext(connection) as two:
        page(client, few.url)
    with CaptureQueriesContext(connection) as six:
        html = page(client, narrative.url)
    assert written(six) == []
    assert CreditedRendition.objects.count() == made
    assert len(six) <= len(two)
    assert html.count("<picture>") >= 9
    assert html.count('type="image/avif"') >= 9
    assert 'alt="Pots" lang="en"' in html


def test_a_published_draft_has_its_files(village):
    narrative = make.narrative(village, "en")
    image = photo(600, 400)
    narrative.body = narrative.body.stream_block.to_python(body_of(image, image))
    narrative.save_revision().publish()
    image.refresh_from_db()
    assert set(image.files["body"]) == {"avif", "webp", "jpeg"}


def test_before_that_the_uploaded_file_is_shown_and_nothing_made(client, village):
    narrative = make.narrative(village, "en", body=body_of(*[photo(600, 400)] * 2))
    CreditedRendition.objects.all().delete()
    CreditedImage.objects.update(files={})
    with CaptureQueriesContext(connection) as captured:
        html = page(client, narrative.url)
    assert "/original_images/" in html
    assert written(captured) == []


def test_a_text_shows_no_picture_without_its_credit(client, village):
    narrative = make.narrative(village, "en", body=body_of(*[photo(600, 400, credit="")] * 2))
    html = page(client, narrative.url)
    article = html[html.index('class="prose"') :]
    assert "A caption" not in article
    assert "<picture>" not in article[: article.index("</section>")]


# --- the form --------------------------------------------------------------------------------------------------------


def test_the_form_asks_for_the_credit_by_its_name():
    form = get_image_form(CreditedImage)({"title": "Photo"}, {"file": file_of()})
    with override("en"):
        assert [str(error) for error in form.errors["credit"]] == [
            "Credit: write who made the picture. Without it the picture is never shown."
        ]


@pytest.mark.parametrize(
    ("file", "words"),
    [
        (file_of(name="photo.jfif"), "Supported formats: AVIF, GIF, JPG, JPEG, PNG, WEBP"),
        (ImageFile(io.BytesIO(b"not a picture"), name="photo.jpg"), "valid image"),
    ],
)
def test_a_wrong_file_is_refused_with_a_clear_message(file, words):
    with override("en"):
        form = get_image_form(CreditedImage)({"title": "Photo", "credit": "A. Person"}, {"file": file})
        assert words in str(form.errors["file"])


def test_too_heavy_and_too_many_pixels(settings):
    settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE, settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS = 1000, 1000
    with override("en"):
        form = get_image_form(CreditedImage)({"title": "Photo", "credit": "A. Person"}, {"file": file_of()})
        assert "too big" in str(form.errors["file"])
        settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE = None
        form = get_image_form(CreditedImage)({"title": "Photo", "credit": "A. Person"}, {"file": file_of()})
        assert "too many pixels" in str(form.errors["file"])


def test_an_upload_in_the_admin_asks_for_the_credit(client, admin_user, monkeypatch):
    monkeypatch.setattr(engines["django"].engine, "string_if_invalid", "")  # Wagtail's templates rely on it
    client.force_login(admin_user)
    answer = client.post("/admin/images/add/", {"title": "Photo", "file": file_of(), "collection": 1})
    assert answer.status_code == 200
    assert not CreditedImage.objects.exists()
    answer = client.post(
        "/admin/images/add/", {"title": "Photo", "file": file_of(), "collection": 1, "credit": "A. Person"}
    )
    assert answer.status_code == 302
    assert CreditedImage.objects.get().credit == "A. Person"
