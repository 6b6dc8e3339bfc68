"""Deleting a record that others can't be without is refused in words, one by one and in bulk."""

from __future__ import annotations

import pytest
from django.db import connection
from django.template import engines
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests import factories as make
from tests.admin_forms import url
from wagtail import hooks
from wagtail.models import ReferenceIndex

from core import deletion

hooks.search_for_hooks()
pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("bulk", [False, True])
def test_what_others_need_is_not_deleted(admin_client, monkeypatch, bulk):
    """Rows written in bulk are in no reference index: the database would refuse them with an error page."""
    monkeypatch.setattr(engines["django"].engine, "string_if_invalid", "")  # Wagtail's templates print undefined names
    product = make.make_product(producer=make.make_producer("Hợp tác xã"))
    producer = product.producer
    ReferenceIndex.objects.all().delete()
    address = url(producer, "delete", producer.pk)
    if bulk:
        address = reverse("wagtail_bulk_action", args=("products", "producer", "delete")) + f"?id={producer.pk}"
    assert admin_client.get(address).status_code == 200
    answer = admin_client.post(address, follow=True)
    assert answer.redirect_chain[-1][0] == url(producer, "list")
    assert str(product) in str(next(iter(answer.context["messages"])))
    assert type(producer).objects.filter(pk=producer.pk).exists()
    product.delete()
    admin_client.post(address, follow=True)
    assert not type(producer).objects.filter(pk=producer.pk).exists()


def test_finding_them_costs_the_same_however_many_they_are():
    """A recognition is called after its product: asking all of them for their names would read each."""
    programme = make.make_recognition(make.make_product()).programme
    with CaptureQueriesContext(connection) as few:
        before = deletion.needing([programme])
    make.make_recognition(make.make_product())
    with CaptureQueriesContext(connection) as many:
        assert len(deletion.needing([programme])) == len(before) + 2
    assert len(many) == len(few)
