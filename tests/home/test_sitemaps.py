"""The sitemap: what is live, public and real, in its real languages, in few queries."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests import factories
from wagtail.models import PageViewRestriction

from home import sitemaps
from products.models import Product

NS = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
HOST = "http://testserver"

pytestmark = pytest.mark.django_db


def read(client, section: str, page: int = 1) -> dict[str, dict[str, str]]:
    """Return the alternates of every address of one file, as paths."""
    response = client.get(f"/sitemap-{section}.xml", {"p": page})
    assert response.status_code == 200
    found = {}
    for url in ET.fromstring(response.content).findall("s:url", NS):
        links = {link.get("hreflang"): link.get("href").removeprefix(HOST) for link in url.findall("x:link", NS)}
        assert url.find("s:lastmod", NS) is not None or section in ("pages", "fixed")
        found[url.find("s:loc", NS).text.removeprefix(HOST)] = links
    return found


def test_the_index_names_a_file_for_every_section(client):
    response = client.get("/sitemap.xml")
    assert response.status_code == 200
    assert "Last-Modified" not in response
    files = [loc.text for loc in ET.fromstring(response.content).iterfind("s:sitemap/s:loc", NS)]
    for section in (
        "pages",
        "fixed",
        "stories",
        "villages",
        "products",
        "centres",
        "routes",
        "crafts",
        "producers",
        "events",
    ):
        assert f"{HOST}/sitemap-{section}.xml" in files


def test_a_record_without_words_stands_in_every_content_language(client):
    factories.make_village("Bát Tràng")
    found = read(client, "villages")
    assert set(found) == {f"/{code}/villages/bat-trang/" for code in ("vi", "en", "id")}
    for links in found.values():
        assert links["x-default"] == "/vi/villages/bat-trang/"
        assert set(links) == {"vi", "en", "id", "x-default"}


def test_a_record_with_words_stands_where_they_are_real(client):
    factories.site_tree()
    village = factories.make_village("Bát Tràng")
    factories.narrative(village, "en")
    factories.narrative(village, "id", complete=False)
    hidden = factories.narrative(village, "vi")
    PageViewRestriction.objects.create(page=hidden, restriction_type=PageViewRestriction.LOGIN)
    assert read(client, "villages") == {
        "/en/villages/bat-trang/": {"en": "/en/villages/bat-trang/", "x-default": "/en/villages/bat-trang/"}
    }
    PageViewRestriction.objects.all().delete()
    assert set(read(client, "villages")) == {"/vi/villages/bat-trang/", "/en/villages/bat-trang/"}


def test_nothing_hidden_stands_in_it(client):
    factories.site_tree()
    factories.narrative(factories.make_village("Ẩn", live=False), "en")
    factories.make_story("en", "Draft", live=False)
    factories.make_story("en", "Half", complete=False)
    secret = factories.make_story("en", "Secret")
    PageViewRestriction.objects.create(page=secret, restriction_type=PageViewRestriction.PASSWORD, password="x")
    assert read(client, "villages") == {}
    assert read(client, "stories") == {}


def test_stories_and_pages_stand_in_their_own_languages(client):
    factories.site_tree()
    story = factories.make_story("vi", "A story", last_published_at="2026-01-02T00:00:00Z")
    factories.make_story("en", "A story", key=story, last_published_at="2026-01-03T00:00:00Z")
    found = read(client, "stories")
    assert set(found) == {"/vi/stories/a-story/", "/en/stories/a-story/"}
    pages = read(client, "pages")
    assert {"/vi/", "/en/", "/id/", "/en/products/", "/id/map/"} <= set(pages)
    assert pages["/en/"] == {"vi": "/vi/", "en": "/en/", "id": "/id/", "x-default": "/vi/"}


def test_the_alternates_are_those_of_the_pages_own_head(client):
    factories.site_tree()
    village = factories.make_village("Bát Tràng")
    factories.narrative(village, "en")
    factories.narrative(village, "id")
    for address, links in read(client, "villages").items():
        html = client.get(address).content.decode()
        head = dict(re.findall(r'<link rel="alternate" hreflang="([^"]+)" href="http://testserver([^"]+)">', html))
        assert head == links


def test_the_list_of_files_and_the_file_of_pages_are_cheap(client, django_assert_max_num_queries):
    factories.site_tree()
    with django_assert_max_num_queries(10):  # one for each type of record, one for pages, one for stories
        client.get("/sitemap.xml")
    with django_assert_max_num_queries(1):
        client.get("/sitemap-pages.xml")


def test_files_are_short_and_cost_the_same_with_few_and_many(client, monkeypatch):
    factories.site_tree()
    province, programme = factories.make_province(), factories.make_programme()
    for _ in range(3):
        factories.make_product(province=province, programme=programme)
    with CaptureQueriesContext(
        connection,
    ) as few:
        assert len(read(client, "products")) == 9
    group = Product.objects.first().group
    many = [
        Product(name={"vi": f"x {n}"}, slug=f"x-{n}", programme=programme, group=group, province=province)
        for n in range(40)
    ]
    Product.objects.bulk_create(many)
    with CaptureQueriesContext(connection) as more:
        assert len(read(client, "products")) == 129
    assert len(more) == len(few) <= 4
    monkeypatch.setattr(sitemaps, "ADDRESSES_PER_FILE", 60)
    first, second = read(client, "products"), read(client, "products", 3)
    assert (len(first), len(second)) == (60, 9)
    assert client.get("/sitemap.xml").content.decode().count("sitemap-products.xml") == 3
    for page in ("4", "0", "-1", "x", "9" * 5000, "1.5"):
        assert client.get("/sitemap-products.xml", {"p": page}).status_code == 404
    assert client.get("/sitemap-nothing.xml").status_code == 404


def test_an_address_that_asks_for_a_login_stands_in_no_sitemap_and_no_head(client):
    factories.site_tree()
    village = factories.make_village("Bát Tràng")
    hidden = factories.narrative(village, "en")
    PageViewRestriction.objects.create(page=hidden, restriction_type=PageViewRestriction.LOGIN)
    found = read(client, "villages")
    assert set(found) == {"/vi/villages/bat-trang/", "/id/villages/bat-trang/"}
    for address, links in found.items():
        html = client.get(address).content.decode()
        head = dict(re.findall(r'<link rel="alternate" hreflang="([^"]+)" href="http://testserver([^"]+)">', html))
        assert head == links
        assert "en" not in links
