"""What is kept, for whom, under which key, and in which form."""

from __future__ import annotations

import gzip
from datetime import timedelta

import pytest
from django.conf import settings as django_settings
from django.contrib.auth import get_user_model
from tests.page_cache import committed, entries, fresh
from wagtail.models import PageViewRestriction

from core.page_cache.entry import Entry
from core.page_cache.memory import Memory
from crafts.models import Craft
from stories.models import StoryPage

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("demo_site", "kept_pages", "frozen_now"),
    pytest.mark.sampled(3),
]
LIST, HOME = "/en/crafts/", "/en/"
GZIP = {"accept-encoding": "gzip"}


# --- hits ------------------------------------------------------------------------------------------------------------


def test_the_second_reader_costs_no_query_and_gets_the_same(client, django_assert_num_queries):
    first = client.get(LIST, headers=GZIP)
    with django_assert_num_queries(0):
        again = client.get(LIST, headers=GZIP)
        plain = client.get(LIST)
        head = client.head(LIST)
    assert dict(first.headers) == dict(again.headers)
    assert first.content == again.content
    assert gzip.decompress(again.content) == plain.content
    assert (head.status_code, head["ETag"]) == (200, plain["ETag"])
    for header in ("Content-Security-Policy", "Referrer-Policy", "X-Content-Type-Options", "X-Frame-Options"):
        assert header in again
    assert again["Vary"] == "Accept-Encoding"
    assert again["Cache-Control"] == "max-age=0, must-revalidate"


def test_etags_are_strong_and_of_the_form_that_is_sent(client):
    packed, plain = client.get(LIST, headers=GZIP), client.get(LIST)
    assert packed["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in plain
    tags = {packed["ETag"], plain["ETag"]}
    assert len(tags) == 2
    assert not any(tag.startswith("W/") for tag in tags)
    for headers, response in (({**GZIP}, packed), ({}, plain)):
        again = client.get(LIST, headers={**headers, "if-none-match": response["ETag"]})
        assert (again.status_code, again.content, again["ETag"]) == (304, b"", response["ETag"])
    assert client.get(LIST, headers={"if-none-match": packed["ETag"]}).status_code == 200


def test_a_reader_who_has_the_page_already_fills_the_cache_for_others(client, kept_pages):
    tag = client.get(LIST)["ETag"]
    kept_pages.memory.clear()
    assert client.get(LIST, headers={"if-none-match": tag}).status_code == 304
    assert entries() == [f"{LIST}?"]


def test_what_is_made_anew_is_what_was_kept(client, settings):
    assert client.get(LIST).content == fresh(client, LIST, settings).content


# --- keys ------------------------------------------------------------------------------------------------------------


def test_one_entry_whatever_the_order_blanks_and_where_the_link_was_clicked(client):
    first = client.get(LIST, {"q": "tre", "page": "1"})
    for query in ("page=1&q=tre", "q=tre&page=1&family=&utm_source=zalo&fbclid=x", "family=&q=tre&page=1&utm_a="):
        assert client.get(f"{LIST}?{query}").content == first.content
    assert entries() == [f"{LIST}?page=1&q=tre"]


def test_where_a_link_was_clicked_reaches_nobody_else(client):
    assert b"fbclid" not in client.get(f"{LIST}?fbclid=secret&q=tre").content
    assert b"q=tre" in client.get(f"{LIST}?q=tre").content


@pytest.mark.parametrize(
    "query",
    ["unknown=1", "q=tre&unknown=1", "family=nowhere", "page=999", "page=abc", "page=01", f"q={'a' * 1100}"],
)
def test_what_the_page_does_not_understand_is_answered_but_not_kept(client, query):
    response = client.get(f"{LIST}?{query}")
    assert response.status_code == 200
    assert not [entry for entry in entries() if entry != f"{LIST}?"]
    assert not response.get("ETag", "").startswith("W/")


def test_values_of_one_name_keep_their_order(client):
    client.get(f"{LIST}?q=one&q=two")
    client.get(f"{LIST}?q=two&q=one")
    assert entries() == [f"{LIST}?q=one&q=two", f"{LIST}?q=two&q=one"]


def test_a_host_that_is_spelt_otherwise_makes_no_entry(client, settings):
    settings.ALLOWED_HOSTS = ["duonglang.example"]  # in place of the tests' "*"
    for host in ("duonglang.example:8123", "DuongLang.example"):
        assert client.get(LIST, headers={"host": host}).status_code == 200
    assert client.get(LIST, headers={"host": "evil.example"}).status_code == 400
    assert not [key for key in _keys() if "8123" in key or "evil" in key or "DuongLang" in key]
    client.get(LIST, headers={"host": "duonglang.example"})
    assert _keys() == [f"http://duonglang.example{LIST}?"]


def test_http_and_https_are_kept_apart(client):
    client.get(HOME)
    client.get(HOME, secure=True)
    assert {key.split(":")[0] for key in _keys()} == {"http", "https"}


def _keys():
    from core.page_cache.store import LOCAL

    return list(LOCAL.memory.entries)


# --- for whom --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("url", ["/", "/healthz", "/q/abc234", "/language/en/", "/api/v2/villages/", "/admin/login/",
                                 "/en/nowhere/", "/en/villages", "/robots.txt"])  # fmt: skip
def test_these_are_never_kept(client, url):
    client.get(url)
    assert entries() == []


def test_a_login_neither_reads_nor_fills(client):
    anonymous = client.get(LIST).content
    client.force_login(get_user_model().objects.create_superuser("chi", "chi@example.org", "a-very-long-road"))
    Craft.objects.update(live=False)  # not committed: what is kept still says the old name
    seen = client.get(LIST)
    assert seen.content != anonymous
    assert "private" in seen["Cache-Control"]
    client.get(HOME)
    assert entries() == [f"{LIST}?"]


@pytest.mark.parametrize("name", ["SESSION_COOKIE_NAME", "CSRF_COOKIE_NAME"])
def test_a_cookie_of_one_person_passes_by(client, name):
    client.cookies[getattr(django_settings, name)] = "x"
    client.get(LIST)
    assert entries() == []


@pytest.mark.parametrize("headers", [{"authorization": "Basic eDp5"}, {"hx-request": "true"},
                                     {"x-requested-with": "XMLHttpRequest"}])  # fmt: skip
def test_a_login_or_a_part_of_a_page_passes_by(client, headers):
    client.get(LIST, headers=headers)
    assert entries() == []


def test_messages_pass_by(client):
    client.cookies["messages"] = "x"
    client.get(LIST)
    assert entries() == []


def test_the_chosen_language_changes_no_page_below_a_language(client, settings):
    plain = client.get(LIST)
    client.cookies[django_settings.LANGUAGE_COOKIE_NAME] = "id"
    assert client.get(LIST, headers={"accept-language": "ko"}).content == plain.content
    assert entries() == [f"{LIST}?"]
    assert client.get("/")["Location"] == "/id/"
    assert fresh(client, LIST, settings, headers={"accept-language": "ko"}).content == plain.content


def test_a_page_behind_a_password_is_not_kept(client):
    with committed():
        story = StoryPage.objects.filter(locale__language_code="en").first()
        PageViewRestriction.objects.create(page=story, restriction_type="password", password="x")
    response = client.get(story.get_url())
    assert "csrfmiddlewaretoken" in response.content.decode()
    assert "private" in response["Cache-Control"] or "no-cache" in response["Cache-Control"]
    assert entries() == []


def test_nothing_kept_holds_a_token_or_the_user_bar(client):
    for url in (HOME, LIST, "/en/villages/bat-trang/", "/en/search/?q=tre", "/en/map/"):
        text = client.get(url).content.decode()
        assert "csrfmiddlewaretoken" not in text
        assert "wagtail-userbar" not in text
    assert len(entries()) == 5


def test_no_answer_to_an_anonymous_reader_sets_a_cookie(client):
    for url in (HOME, LIST, "/en/search/?q=tre", "/en/map/", "/en/map/centres.geojson", "/sitemap.xml"):
        assert not client.get(url).cookies, url


# --- bounds ----------------------------------------------------------------------------------------------------------


def test_the_store_forgets_the_least_recently_used(client):
    entry = Entry("", 0, (), "", b"x" * 1000, False)
    store = Memory(max_bytes=10_000, max_entries=100)
    for name in "abc":
        store.put(name, entry)
    store.get("a")
    store.put("d", entry)
    assert list(store.entries) == ["c", "a", "d"]
    store.put("d", entry)
    assert store.bytes == 9000
    small = Memory(max_bytes=10_000, max_entries=2)
    for name in "abc":
        small.put(name, Entry("", 0, (), "", b"", False))
    assert list(small.entries) == ["b", "c"]


def test_an_entry_ends_at_midnight_at_the_latest(client, frozen_now, kept_pages):
    client.get(LIST)
    (entry,) = kept_pages.memory.entries.values()
    assert entry.until == (frozen_now + timedelta(hours=12)).timestamp()
