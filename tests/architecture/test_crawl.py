"""A crawl from `/` over every language: links, languages, addresses, clean HTML (issue 2, points 2 and 3).

By default every section and a seeded sample of the pages; FULL=1 (`make verify`) crawls everything.
"""

from __future__ import annotations

import os
import random
import re
from collections import deque
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from tests.html import Document, parse

from core.registry import models_by_section

FULL = os.environ.get("FULL") == "1"
THOROUGH = os.environ.get("CI") == "true"
PAGES = 100_000 if FULL else 200 if THOROUGH else 25
LANGUAGES = settings.CONTENT_LANGUAGES
NEXT_PAGE = re.compile(r"[^?]*\?page=\d+")
pytestmark = pytest.mark.django_db


class Crawl:
    """Everything that was reached from `/`."""

    def __init__(self, client):
        self.client = client
        self.pages: dict[str, Document] = {}
        self.wrong: list[str] = []

    def run(self, start, limit):
        seen, queue, generator = {start}, deque([start]), random.Random(2026)
        while queue and len(self.pages) < limit:
            url = queue.popleft()
            document = self.fetch(url)
            if document is None:
                continue
            fresh = sorted({link for link in document.links() if link not in seen and self.is_followed(link, url)})
            seen.update(fresh)
            if not FULL:
                generator.shuffle(fresh)
            queue.extend(fresh)
        return self

    @staticmethod
    def is_followed(link, source):
        """Leave out what is no page, and the filters of filters and changes of plans: of those there is no end."""
        if link.startswith(("/admin/", "/documents/", "/media/")) or "/plan/?add=" in link:  # nofollow
            return False
        return "?" not in link or "?" not in source or NEXT_PAGE.fullmatch(link) is not None

    def fetch(self, url):
        response = self.client.get(url, HTTP_ACCEPT_LANGUAGE="vi")
        if response.status_code in (301, 302):
            target = urlsplit(response["Location"])._replace(scheme="", netloc="").geturl()
            response = self.client.get(target)
            url = target
        if response.status_code != 200:
            self.wrong.append(f"{response.status_code} {url}")
            return None
        if not response["Content-Type"].startswith("text/html"):
            return None
        document = self.pages[url] = parse(response.content, url)
        self.wrong += [f"{url}: {fault}" for fault in document.faults]
        language = url.split("/")[1]
        if language in LANGUAGES and document.language != language:
            self.wrong.append(f"{url}: html lang is {document.language}")
        return document


def head(document):
    """Return canonical, alternates by language, and whether the page may be indexed."""
    canonical = [link.get("href") for link in document.head_links("canonical")]
    alternates = {link.get("hreflang"): link.get("href") for link in document.head_links("alternate")}
    robots = " ".join(meta.get("content", "") for meta in document.all("meta") if meta.get("name") == "robots")
    return canonical, alternates, "noindex" not in robots


def path(url):
    return urlsplit(url)._replace(scheme="", netloc="").geturl()


def test_crawl(demo_site, client):
    crawl = Crawl(client).run("/", PAGES)
    assert not crawl.wrong, "\n".join(crawl.wrong[:40])
    assert len(crawl.pages) >= min(PAGES, 200)
    if FULL or THOROUGH:
        assert {url.split("/")[1] for url in crawl.pages} >= set(LANGUAGES)
    wrong = [fault for url, document in list(crawl.pages.items()) for fault in address_faults(crawl, url, document)]
    assert not wrong, "\n".join(wrong[:40])


def address_faults(crawl, url, document):
    canonical, alternates, indexed = head(document)
    if len(canonical) != 1:
        return [f"{url}: {len(canonical)} canonical links"]
    faults = []
    if path(canonical[0]).split("?")[0] != url.split("?")[0]:
        faults.append(f"{url}: canonical is {canonical[0]}")
    if not indexed and alternates:
        faults.append(f"{url}: hidden, but it has alternates")
    if indexed and alternates and "?" not in url and url.split("/")[1] not in alternates:
        faults.append(f"{url}: does not name itself among its alternates")
    if alternates and "x-default" not in alternates:
        faults.append(f"{url}: no x-default")
    for address in set(alternates.values()):
        other = crawl.pages.get(path(address)) or crawl.fetch(path(address))
        if other is None or head(other)[1] != alternates:
            faults.append(f"{url}: {address} does not answer with the same alternates")
    return faults


@pytest.mark.parametrize("section", ["villages", "products", "centres", "routes", "crafts"])
def test_every_record_has_its_address_in_every_language(demo_site, client, section):
    slugs = list(models_by_section()[section].objects.live().values_list("slug", flat=True))
    chosen = slugs if FULL else random.Random(7).sample(slugs, 8)
    wrong = [
        url
        for slug in chosen
        for language in LANGUAGES
        if client.get(url := f"/{language}/{section}/{slug}/").status_code != 200
    ]
    assert not wrong


@pytest.mark.parametrize("section", ["villages", "products", "centres", "routes", "crafts", "producers", "events"])
def test_counts_on_listings_equal_the_database(demo_site, client, section):
    model = models_by_section()[section]
    for language in LANGUAGES:
        context = client.get(f"/{language}/{section}/").context
        assert context["page_obj"].paginator.count == model.objects.live().count()
