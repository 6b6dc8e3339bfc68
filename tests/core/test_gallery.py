"""The component gallery: nothing without a sample, staff only, under the public policy, in every language and mode."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from tests.html import parse

from core.gallery import views
from core.gallery.component_samples import COMPONENTS
from core.gallery.words import BARE, LENGTH, MODES, UNBROKEN

ADDRESS = "/admin/components/"
TEMPLATES = Path(settings.ROOT) / "templates"
pytestmark = pytest.mark.django_db


@pytest.fixture
def staff(client):
    client.force_login(get_user_model().objects.create_superuser("an", "an@example.org", "a"))
    return client


def test_every_component_has_a_sample():
    assert set(COMPONENTS) == {path.stem for path in (TEMPLATES / "components").glob("*.html")}


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("language", settings.CONTENT_LANGUAGES)
def test_every_sample_is_rendered(language, mode, rf):
    shown = [*views.components(language, mode, rf.get("/")), *views.blocks(language, mode)]
    for each in shown:
        for word, html in each.samples:
            assert html.strip() or each.name == "records" or mode == BARE, (each.template, word)
            assert "⚠undefined" not in html, (each.template, word)


def test_the_gallery_is_for_staff(client):
    response = client.get(ADDRESS)
    assert response.status_code == 302
    assert "/admin/login/" in response["Location"]


def test_the_gallery_keeps_the_public_policy(staff):
    response = staff.get(ADDRESS)
    assert response.status_code == 200
    assert "unsafe" not in response["Content-Security-Policy"]
    html = response.content.decode()
    assert "<style" not in html
    assert " style=" not in html
    assert "unsafe-inline" in staff.get("/admin/")["Content-Security-Policy"]


def test_staff_choose_language_and_content(staff):
    page = staff.get(ADDRESS, {"language": "id", "content": "long"})
    assert parse(page.content, ADDRESS).language == "id"
    assert len(UNBROKEN) == LENGTH == 200
    assert UNBROKEN in page.content.decode()
    assert staff.get(ADDRESS, {"language": "xx", "content": "yy"}).status_code == 200


def test_every_template_is_named(staff):
    html = staff.get(ADDRESS).content.decode()
    for name in COMPONENTS:
        assert f"templates/components/{name}.html" in html
    for block in ("gallery", "quote", "portrait", "timeline", "materials", "media", "call"):
        assert f"templates/blocks/{block}.html" in html


def test_the_admin_leads_to_it(staff):
    assert ADDRESS in staff.get("/admin/").content.decode()
