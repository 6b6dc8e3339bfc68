"""Whatever is sent to a public address, the answer is never 500. Seeded; FULL=1 sends 200 requests to each address."""

from __future__ import annotations

import os
import random
import re
from urllib.parse import quote, quote_plus

import pytest
from django.db import transaction
from django.urls import URLPattern, get_resolver, resolve
from django.utils import translation
from tests import addresses, factories

REQUESTS = 200 if os.environ.get("FULL") == "1" else 25
GOOD = {200, 204, 301, 302, 304, 400, 403, 404, 405, 410}
VALUES = (
    "", " ", "0", "-1", "1", "2", "9" * 30, "9" * 5000, "1e999", "nan", "inf", "-0", "1.5", "٣", "\x00",
    "a\x00b", "\r\nX-A: b",
    "' OR 1=1 --", '"; DROP TABLE core_shortcode; --', "1) UNION SELECT password FROM accounts_user", "%",
    "%s%s%n", "\\", "$$",
    "{{ 7*7 }}", "{% debug %}", "<script>alert(1)</script>", "../../../../etc/passwd", "gốm", "Đường Lâm",
    "e\u0301" * 200,
    "\u202e\ufeff\u200b", "😀" * 50, "x" * 5000, "a(" * 400,
    "AND OR NOT NEAR * ^ : ( ) -", '"', '""""', "*", "-", "2026-11-22",
    "2026-13-45", "0000-00-00", "9999-12-31T23:59", "2026-11-22T09:00+25:00", "105,20,106,22",
    "nan,nan,nan,nan", "1,2,3",
    "181,91,-181,-91", "21.03,105.85", "name", "-name", "random", "museum", "ocop", "vi", "zh-hans", "true",
    "null", "[]", "*,-id",
    "_,name", "id,id", "wagtailcore.Page", "stories.StoryPage", "auth.Group", "root", "json", "api",
)  # fmt: skip
LANGUAGES = (
    "",
    "en",
    "id;q=0.1,vi",
    "xx-YY-zz",
    "*",
    ",,;;q=q",
    "en;q=9e999",
    "zh-Hant-TW-x-" + "a" * 4000,
    "\x7f\xff",
    "é",
)
COOKIES = (
    "",
    "language=id",
    "language=" + "x" * 4000,
    "sessionid='--",
    "sessionid=\x00; csrftoken=;;",
    "=;=",
    "language",
)
RANGES = ("", "bytes=0-1", "bytes=-1", "bytes=9-1", "items=0-1", "bytes=" + "0-1," * 500)
ETAGS = ("", "*", '"x"', "W/", '"', "x" * 3000)
METHODS = ("GET", "GET", "GET", "GET", "HEAD", "OPTIONS", "POST")


@pytest.fixture(scope="module")
def names(django_db_setup, django_db_blocker):
    """One thing of every kind, kept for the whole module."""
    with django_db_blocker.unblock(), transaction.atomic():
        factories.site_tree()
        craft = factories.make_craft("Gốm")
        village = factories.make_village("Bát Tràng", crafts=[craft], latitude=20.98, longitude=105.91)
        centre = factories.make_centre(
            "Bảo tàng", village=village, hours=("08:00", "17:00"), latitude=20.98, longitude=105.9
        )
        producer = factories.make_producer("Gốm Sứ", village=village)
        product = factories.make_product("Ấm", craft=craft, village=village, producer=producer, centre=centre)
        factories.make_recognition(product)
        words = factories.narrative(village, "en")
        yield {
            "villages": village.slug, "crafts": craft.slug, "centres": centre.slug, "products": product.slug,
            "producers": producer.slug, "routes": factories.make_route("Đường gốm", [village, centre]).slug,
            "events": factories.make_event("Hội làng", village=village).slug, "provinces": village.province.slug,
            "stories": factories.make_story("vi", "A story", subject=village).slug, "pages": str(words.pk),
            "code": village.code,
        }  # fmt: skip
        transaction.set_rollback(True)


def _query(dice: random.Random) -> str:
    """Return a query string: known and unknown names, repeated, sometimes broken."""
    pairs = []
    for _ in range(dice.choice((0, 1, 1, 2, 3, 8))):
        name = dice.choice(addresses.FILTERS) if dice.random() < 0.9 else dice.choice(VALUES)[:60]
        pairs += [f"{quote_plus(name)}={quote_plus(dice.choice(VALUES))}"] * dice.choice((1, 1, 1, 2))
    return "&".join(pairs) + dice.choice(("", "", "", "&", "&&=", "&q=%ff%fe", "&q=%", "&" + "a=1&" * 50))


def _path(pattern: str, names: dict[str, str], dice: random.Random) -> str:
    """Return the address, sometimes with nonsense for one of its names."""
    if dice.random() < 0.3:
        garbage = quote(dice.choice(VALUES)[:300], safe="") or "x"
        names = {**names, **{name: garbage for name in re.findall(r"\{(\w+)\}", pattern) if name != "language"}}
    path = addresses.fill(pattern, names, dice.choice(addresses.LANGUAGES))
    return path[:-1] if len(path) > 1 and dice.random() < 0.05 else path


def _headers(dice: random.Random) -> dict[str, str]:
    wanted = {
        "HTTP_ACCEPT_LANGUAGE": LANGUAGES, "HTTP_COOKIE": COOKIES, "HTTP_RANGE": RANGES, "HTTP_IF_NONE_MATCH": ETAGS,
        "HTTP_ACCEPT": ("", "*/*", "text/html", "application/xml;q=x", "x"), "HTTP_ACCEPT_ENCODING": ("", "gzip", "*"),
        "HTTP_IF_MODIFIED_SINCE": ("", "yesterday", "Thu, 01 Jan 1970 00:00:00 GMT"),
        "HTTP_AUTHORIZATION": ("", "Basic x", "Bearer \x00"),
    }  # fmt: skip
    return {name: value for name, values in wanted.items() if (value := dice.choice(values))}


@pytest.mark.django_db
def test_no_public_address_is_left_out(names):
    """Whoever adds an address adds its pattern to tests/addresses.py."""
    with translation.override("en"):
        tried = {resolve(addresses.fill(pattern, names)).url_name for pattern in addresses.PATTERNS}
        assert set(_names(get_resolver())) - tried == set()


def _names(resolver):
    """Yield the names of our own addresses: what Wagtail includes is its own affair."""
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLPattern):
            yield from [pattern.name] if pattern.name else []
        elif not str(getattr(pattern.urlconf_name, "__name__", "")).startswith("wagtail") and not pattern.namespace:
            yield from _names(pattern)


@pytest.mark.sampled
@pytest.mark.django_db
@pytest.mark.parametrize("pattern", addresses.PATTERNS)
def test_no_request_breaks_an_address(client, names, pattern):
    client.raise_request_exception = False
    dice = random.Random(pattern)
    for _ in range(REQUESTS):
        method, path = dice.choice(METHODS), _path(pattern, names, dice)
        query, headers = _query(dice), _headers(dice)
        response = client.generic(method, path, QUERY_STRING=query, **headers)
        assert response.status_code in GOOD, (response.status_code, method, path, query[:400], headers)
