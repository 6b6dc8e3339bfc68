"""The admin's lists, choosers and exports ask the database as often for many records as for few (dummy cache)."""

from __future__ import annotations

import pytest
from django.db import connection
from django.template import engines
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.admin_forms import url
from tests.architecture.records import MAKERS
from tests.factories import quickly
from wagtail import hooks

from products.models import ProductGroup, Programme

hooks.search_for_hooks()
pytestmark = pytest.mark.django_db
ONCE = ("products.Programme", "products.ProductGroup", "search.Synonym")  # their makers give the same one again
FEW, MORE = 2, 4


def test_lists_and_choosers_cost_the_same_for_many(admin_client, monkeypatch):
    monkeypatch.setattr(engines["django"].engine, "string_if_invalid", "")
    records = [make() for make in MAKERS.values()]
    more(FEW - 1)
    few = [asked(admin_client, address) for address in addresses(records)]
    more(MORE)
    assert [asked(admin_client, address) for address in addresses(records)] == few


def addresses(records):
    for record in records:
        yield url(record, "list")
        yield url(record, "list") + "?export=csv"
        yield reverse(type(record).snippet_viewset.chooser_viewset.get_url_name("choose"))


def more(count):
    """Make so many of every type."""
    with quickly():
        for number in range(count):
            for label, make in MAKERS.items():
                if label not in ONCE:
                    make()
            for programme in Programme.objects.all():
                programme.groups.create(key=f"{ProductGroup.objects.count()}-{number}", name={"vi": "Nhóm"})


def asked(client, address):
    """Return an address with the number of its queries."""
    with CaptureQueriesContext(connection) as queries:
        response = client.get(address)
    assert response.status_code == 200, address
    return address, len(queries)
