"""No public address asks the database more often when there is more of everything (dummy cache)."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.addresses import ENDPOINTS, PATTERNS, fill
from tests.budgets.worlds import world
from tests.factories import narrative, site_tree

from core.search import reindex
from places.models import Province

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen_now")]
FEW, MORE = 2, 6
LANGUAGE = "id"  # nothing is written in it: every name and narrative falls back
DRAWN = re.compile(r"social|/find/|nothing")  # pictures, and what is not there
ALL = (
    *PATTERNS,
    "/{language}/events/?month=2027-01",
    "/{language}/plan/?add={code}",
    *(f"/{{language}}/search/?q={words}" for words in ("lang", "san pham", "trung tam", "tuyen", "story")),
    "/{language}/search/?q=lang&type=villages",
    "/{language}/search/suggestions/?q=lang",
    "/{language}/routes/{routes}/?open_on=2026-12-05&mode=car",
    *(f"/api/v2/{endpoint}/?limit=100&lang={{language}}" for endpoint in ENDPOINTS),
)


def test_no_address_costs_more_with_more_of_everything(client):
    site_tree()
    made = world(FEW)
    for record in (made.village, made.product, made.centre, made.route, made.craft):
        narrative(record, "en")
    names = {
        "villages": made.village.slug, "products": made.product.slug, "centres": made.centre.slug,
        "routes": made.route.slug, "crafts": made.craft.slug, "producers": made.producer.slug,
        "events": made.event.slug, "stories": made.story.slug, "provinces": made.village.province.slug,
        "pages": made.story.pk, "code": made.village.code,
    }  # fmt: skip
    addresses = [fill(pattern, names, LANGUAGE) for pattern in ALL if not DRAWN.search(pattern)]
    indexed(made)
    for once in ("", "plan/", "search/?q=lang"):  # what is made once in a process is made now
        client.get(f"/{LANGUAGE}/{once}")
    few = {address: asked(client, address) for address in addresses}
    made.grow(MORE)
    indexed(made)
    grown = {}
    for address, before in few.items():
        after = asked(client, address)
        if len(after) > len(before):  # or what a process remembers is read anew
            after = asked(client, address)
        if len(after) > len(before):
            grown[address] = told(before, after)
    assert not grown, "\n".join(f"{address}: {how}" for address, how in grown.items())


def indexed(made):
    """Put everything into the search index: the world is made without it."""
    for model in (Province, *map(type, vars(made).values())):
        reindex(model.objects.all())


def asked(client, address):
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    return [query["sql"] for query in captured.captured_queries]


def told(few, many):
    """Say how many queries there were, and which of them are repeated."""
    return f"{len(few)} → {len(many)} {Counter(sql[:120] for sql in many).most_common(2)}"
