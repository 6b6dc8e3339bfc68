"""What is hidden is hidden everywhere at once, and what is changed is changed everywhere (issue 2, point 11)."""

from __future__ import annotations

import json

import pytest
from django.db import transaction
from tests.factories import make_centre, make_product, make_story, make_village, narrative, site_tree
from wagtail.models import PageViewRestriction

pytestmark = [pytest.mark.django_db, pytest.mark.sampled(2)]
WORD = "xoanquyt"


@pytest.fixture(autouse=True)
def _commits_at_once(monkeypatch):
    """Run what waits for the commit at once: a test never commits."""
    monkeypatch.setattr(transaction, "on_commit", lambda run, **options: run())


@pytest.fixture
def village(db):
    site_tree()
    return make_village({"vi": "Làng Thử Nghiệm"})


@pytest.fixture
def words(village):
    page = narrative(village, "en", f"Words {WORD}", introduction=f"All about {WORD}")
    page.save_revision().publish()
    return page


def body(client, url):
    return client.get(url).content.decode()


def sitemap(client):
    from tests.sitemap import locations

    return locations(client)


def found(client, word=WORD, language="en"):
    page = body(client, f"/{language}/search/?q={word}")
    return "lang-thu-nghiem" in page


def leaks(client, *more):
    """Return the public surfaces that show the word: pages, lists, searches, suggestions, feeds, API."""
    urls = ["/api/v2/pages/", f"/api/v2/pages/?search={WORD}", "/api/v2/villages/", *more]
    for language in ("vi", "en", "id"):
        urls += [f"/{language}/{path}" for path in ("", "villages/", "stories/", "map/", "map/villages.geojson")]
        urls += [f"/{language}/villages/lang-thu-nghiem/", f"/{language}/search/suggestions/?q={WORD}"]
        urls += [f"/{language}/{path}?q={WORD}" for path in ("search/", "villages/", "stories/")]
    answers = {url: client.get(url) for url in urls}
    shown = [url for url, answer in answers.items() if answer.status_code == 200 and tells(answer, url)]
    return [*shown, *(url for url in sitemap(client) if WORD in url)]


def tells(answer, url):
    """Tell whether an answer shows the word, other than as what was asked for."""
    text = answer.content.decode()
    if f"q={WORD}" in url:
        return "All about" in text or f"About {WORD}" in text or "lang-thu-nghiem" in text
    return WORD in text


def test_a_public_narrative_is_everywhere(client, village, words):
    assert WORD in body(client, village.get_url("en"))
    assert found(client)
    assert {url.split("?")[0] for url in leaks(client)} >= {"/en/search/", "/en/villages/", "/api/v2/pages/"}
    assert any(url.endswith(village.get_url("en")) for url in sitemap(client))
    assert not any(url.endswith(village.get_url("vi")) for url in sitemap(client))


def test_a_narrative_behind_a_login_leaks_nowhere(client, village, words):
    PageViewRestriction.objects.create(page=words, restriction_type=PageViewRestriction.LOGIN)
    response = client.get(village.get_url("en"))
    assert response.status_code == 302
    assert "/admin/login/" in response["Location"]
    assert leaks(client) == []
    assert not any(url.endswith(village.get_url("en")) for url in sitemap(client))


def test_a_story_behind_a_login_leaks_nowhere(client, village):
    story = make_story("en", f"About {WORD}", subject=village, introduction=f"All about {WORD}")
    PageViewRestriction.objects.create(page=story, restriction_type=PageViewRestriction.LOGIN)
    assert client.get(f"/en/stories/{story.slug}/").status_code == 302
    assert leaks(client, f"/vi/stories/{story.slug}/") == []
    assert not any(url.endswith(f"/{story.slug}/") for url in sitemap(client))


def test_an_unpublished_narrative_leaves_the_facts(client, village, words):
    words.unpublish()
    assert client.get(village.get_url("en")).status_code == 200
    assert leaks(client, village.get_url("en")) == []
    assert any(url.endswith(village.get_url("vi")) for url in sitemap(client))


def test_a_deleted_narrative_leaves_the_facts(client, village, words):
    words.delete()
    assert client.get(village.get_url("en")).status_code == 200
    assert leaks(client, village.get_url("en")) == []
    for language in ("vi", "en", "id"):
        assert any(url.endswith(village.get_url(language)) for url in sitemap(client))


def test_a_record_taken_offline_takes_everything_with_it(client, village, words):
    village.live = False
    village.save()
    for language in ("vi", "en", "id"):
        assert client.get(village.get_url(language)).status_code == 404
    assert "Thử Nghiệm" not in body(client, "/vi/villages/")
    assert not found(client)
    assert not any("lang-thu-nghiem" in url for url in sitemap(client))
    assert client.get(f"/api/v2/villages/{village.slug}/").status_code == 404
    assert client.get("/api/v2/villages/").json()["meta"]["total_count"] == 0
    assert client.get(f"/q/{village.code}").status_code in (404, 410)


def test_a_centre_taken_offline_leaves_the_feed(client, db):
    site_tree()
    centre = make_centre({"vi": "Trung tâm Thử"}, latitude=21.0, longitude=105.8)
    assert centre.slug in body(client, "/vi/map/centres.geojson")
    centre.live = False
    centre.save()
    assert json.loads(body(client, "/vi/map/centres.geojson"))["features"] == []


def test_a_changed_name_is_changed_everywhere(client, village):
    village.name = {"vi": "Làng Đổi Tên"}
    village.save()
    for url in (village.get_url("vi"), "/vi/villages/", "/vi/search/?q=doi+ten"):
        page = body(client, url)
        assert "Làng Đổi Tên" in page
        assert "Thử Nghiệm" not in page


def test_a_changed_place_name_reaches_the_search_of_what_lies_there(client, db):
    site_tree()
    village = make_village({"vi": "Làng Gốm"})
    product = make_product({"vi": "Bình vôi"}, village=village)
    village.name = {"vi": "Làng Xyzabc"}
    village.save()
    assert product.slug in body(client, "/vi/search/?q=xyzabc")


def test_a_changed_title_of_a_page_is_changed_everywhere(client, village, words):
    story = make_story("en", f"About {WORD}", subject=village)
    for page in (words, story):
        page.title = "Quite another heading"
        page.save_revision().publish()
    urls = [village.get_url("en"), f"/en/stories/{story.slug}/", "/en/stories/", "/en/search/?q=quite+another+heading"]
    for url in urls:
        assert "Quite another heading" in body(client, url), url
        assert f"About {WORD}" not in body(client, url), url
    assert f"About {WORD}" not in body(client, f"/en/search/?q={WORD}")
    assert any(url.endswith(f"/en/stories/{story.slug}/") for url in sitemap(client))


def test_a_changed_name_of_a_centre_is_changed_in_list_and_feed(client, db):
    site_tree()
    centre = make_centre({"vi": "Tên cũ"}, latitude=21.0, longitude=105.8)
    centre.name = {"vi": "Tên mới"}
    centre.save()
    for url in ("/vi/map/centres.geojson", "/vi/map/", "/vi/centres/", "/vi/search/?q=ten+moi", centre.get_url("vi")):
        assert "Tên mới" in body(client, url), url
        assert "Tên cũ" not in body(client, url), url


def test_stories_follow_their_own_state(client, db):
    site_tree()
    village = make_village({"vi": "Làng Kể"})
    story = make_story("vi", f"Chuyện {WORD}", subject=village)
    assert story.title in body(client, "/en/stories/")
    assert story.title in body(client, village.get_url("en"))
    page = body(client, f"/en/stories/{story.slug}/")
    assert 'lang="vi"' in page
    assert "noindex" in page
    story.unpublish()
    assert client.get(f"/en/stories/{story.slug}/").status_code == 404
    assert story.title not in body(client, "/en/stories/")
    assert story.title not in body(client, village.get_url("en"))
    assert f"chuyen-{WORD}" not in body(client, f"/vi/search/?q={WORD}")
