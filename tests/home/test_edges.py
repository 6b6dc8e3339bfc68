"""The addresses before any page: front door, language choice, short codes, health, robots, errors."""

from __future__ import annotations

import re
from pathlib import Path
from unittest import mock

import pytest
from django.conf import settings
from django.db import OperationalError
from django.urls import path
from tests import factories

from core.models import ShortCode
from home import views

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("cookie", "accept", "expected"),
    [
        ("", "", "vi"),
        ("", "en-GB,en;q=0.9", "en"),
        ("", "de,id;q=0.5", "id"),
        ("", "xx;q=abc,,;", "vi"),
        ("id", "en", "id"),
        ("nonsense", "en", "en"),
        ("x" * 3000, "y" * 3000, "vi"),
    ],
)
def test_the_front_door_asks_cookie_then_browser_then_default(client, cookie, accept, expected):
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = cookie
    response = client.get("/", headers={"accept-language": accept})
    assert (response.status_code, response["Location"]) == (302, f"/{expected}/")
    assert {"Accept-Language", "Cookie"} <= {name.strip() for name in response["Vary"].split(",")}


def test_a_choice_is_remembered_and_leads_on(client):
    response = client.get("/language/id/", {"next": "/id/products/?q=a"})
    assert (response.status_code, response["Location"]) == (302, "/id/products/?q=a")
    assert response.cookies[settings.LANGUAGE_COOKIE_NAME].value == "id"
    assert client.get("/", headers={"accept-language": "en"})["Location"] == "/id/"


@pytest.mark.parametrize(
    "wanted",
    [
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "javascript:alert(1)",
        "id/",
        "",
        "/a\r\nX: y",
        "/\x00",
    ],
)
def test_a_choice_never_leads_to_another_host(client, wanted):
    assert client.get("/language/en/", {"next": wanted})["Location"] == "/en/"


@pytest.mark.django_db
def test_an_unknown_language_is_not_found(client):
    assert client.get("/language/xx/").status_code == 404


def test_the_module_and_the_server_write_the_same_cookie():
    script = (ROOT / "static/js/page.js").read_text()
    assert f"`{settings.LANGUAGE_COOKIE_NAME}=" in script
    assert settings.LANGUAGE_COOKIE_AGE == 365 * 24 * 60 * 60


# --- short codes -----------------------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_a_code_leads_to_its_record_in_the_best_language(client):
    village = factories.make_village("Bát Tràng")
    response = client.get(f"/q/{village.code}", headers={"accept-language": "id"})
    assert (response.status_code, response["Location"]) == (302, "/id/villages/bat-trang/")
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    assert client.get(f"/q/{village.code.upper()}/")["Location"] == "/en/villages/bat-trang/"
    assert client.get(f"/q/{village.code[:3]}-{village.code[3:]}")["Location"] == "/en/villages/bat-trang/"


@pytest.mark.django_db
def test_a_code_copied_wrongly_is_understood_when_only_one_fits(client):
    village = factories.make_village("Bát Tràng")
    ShortCode.objects.filter(section="villages").update(code="a5b8u2")
    assert client.get("/q/aSb8v2")["Location"] == f"/vi/villages/{village.slug}/"
    ShortCode.objects.create(code="asb8u2", section="villages", slug="another")
    assert client.get("/q/aSb8v2").status_code == 404
    assert client.get("/q/a5b8u2").status_code == 302


@pytest.mark.django_db
@pytest.mark.parametrize("code", ["zzzzzz", "a", "ế" * 6, "%00", "a" * 60, "......"])
def test_an_unknown_code_is_a_friendly_404_in_place(client, code):
    response = client.get(f"/q/{code}", headers={"accept-language": "en"})
    assert response.status_code == 404
    assert "This page is not here" in response.content.decode()


# --- health and robots -----------------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_health_is_ok_and_not_stored(client):
    response = client.get("/healthz")
    assert (response.status_code, response.json()) == (200, {"status": "ok"})
    assert "no-store" in response["Cache-Control"]


@pytest.mark.django_db
def test_health_fails_with_the_database_or_the_cache(client):
    with mock.patch.object(views, "connection") as connection:
        connection.cursor.side_effect = OperationalError("gone")
        response = client.get("/healthz")
        assert (response.status_code, response.json()["failing"]) == (503, ["database"])
    with mock.patch.object(views.cache, "set", side_effect=ConnectionError("gone")):
        response = client.get("/healthz")
        assert (response.status_code, response.json()["failing"]) == (503, ["cache"])


def test_robots_names_the_sitemap_and_what_is_not_for_robots(client):
    text = client.get("/robots.txt", headers={"host": "duonglang.example"}).content.decode()
    assert "Sitemap: http://duonglang.example/sitemap.xml" in text
    closed = re.findall(r"^Disallow: (.+)$", text, re.MULTILINE)
    assert {"/admin/", "/api/", "/q/", "/vi/search/", "/en/search/", "/id/search/", "/vi/plan/?"} <= set(closed)
    assert "/" not in closed


# --- errors ----------------------------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_a_missing_page_says_so_in_the_language_of_its_address(client):
    factories.site_tree()
    response = client.get("/id/nothing-here/")
    text = response.content.decode()
    assert response.status_code == 404
    assert '<html lang="id">' in text
    assert text.count("<h1") == 1
    assert "undefined" not in text


@pytest.mark.django_db
def test_a_missing_page_offers_the_languages_that_have_it(client):
    homes = factories.site_tree()
    factories.index_page("map", "en").delete()
    assert homes
    text = client.get("/en/map/").content.decode()
    assert 'href="/vi/map/"' in text
    assert 'href="/id/map/"' in text


@pytest.mark.django_db
def test_addresses_without_language_or_slash_are_completed(client):
    factories.site_tree()
    assert client.get("/products/", headers={"accept-language": "en"})["Location"] == "/en/products/"
    assert client.get("/en/products")["Location"] == "/en/products/"
    assert client.get("/api/v2/villages")["Location"] == "/api/v2/villages/"


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/admin/nope", "/admin/villages/edit/1", "/admin//nope"])
def test_an_address_of_the_admin_without_its_slash_is_completed(client, path):
    answer = client.get(path)
    assert (answer.status_code, answer["Location"]) == (301, f"{path}/")
    assert client.get(f"{path}/")["Location"].startswith("/admin/login/")


def _broken(request):
    raise RuntimeError("a secret of the server")


urlpatterns = [path("broken/", _broken)]


@pytest.mark.urls(__name__)
def test_an_error_of_ours_shows_no_stack(client):
    client.raise_request_exception = False
    response = client.get("/broken/")
    assert response.status_code == 500
    text = response.content.decode()
    assert "secret" not in text
    assert "Something broke on our side" in text
