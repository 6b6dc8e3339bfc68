"""Import, open, save unchanged, restore an older revision: no recognition and no register fact may change."""

from __future__ import annotations

from datetime import date

import pytest
from django.template import engines
from django.urls import reverse
from tests import factories as make
from tests.admin_forms import form_of, url

from products.current import refresh_current
from products.models import Product, Recognition

pytestmark = pytest.mark.django_db
REGISTER_FACTS = ("slug", "code", "first_live_at", "created_at", *Product.current_fields)


@pytest.fixture
def editor(admin_client, monkeypatch):
    """A superuser in the admin, whose own templates print undefined names on purpose."""
    monkeypatch.setattr(engines["django"].engine, "string_if_invalid", "")
    return admin_client


def register_facts():
    products = list(Product.objects.order_by("pk").values(*REGISTER_FACTS))
    return products, list(Recognition.objects.order_by("pk").values())


def imported():
    """Write as an import does: rows in bulk, no revisions, the current stars afterwards."""
    product = make.make_product("Chè tôm nõn", village=make.make_village())
    Recognition.objects.bulk_create(
        [
            Recognition(
                product=product,
                programme=product.programme,
                status="recognised",
                stars=stars,
                out_of=5,
                issued_on=day,
                valid_until=date(day.year + 3, day.month, day.day),
            )
            for stars, day in ((3, date(2021, 5, 1)), (4, date(2024, 5, 1)), (5, date(2025, 5, 1)))
        ]
    )
    refresh_current([product.pk])
    return Product.objects.get(pk=product.pk)


def test_opening_and_saving_unchanged_changes_nothing(editor):
    product = imported()
    before = register_facts()
    _attrs, data = form_of(editor.get(url(product, "edit", product.pk)))
    assert editor.post(url(product, "edit", product.pk), data).status_code == 302
    assert register_facts() == before


def test_restoring_an_older_revision_keeps_what_an_import_wrote_since(editor):
    product = imported()
    old = product.save_revision()
    Recognition.objects.bulk_create(
        [
            Recognition(
                product=product,
                programme=product.programme,
                status="recognised",
                stars=4,
                out_of=5,
                issued_on=date(2026, 5, 1),
                valid_until=date(2029, 4, 30),
            )
        ]
    )
    refresh_current([product.pk])
    before = register_facts()
    assert Product.objects.get(pk=product.pk).current_stars == 4
    revert = url(product, "revisions_revert", product.pk, old.pk)
    _attrs, data = form_of(editor.get(revert))
    assert editor.post(revert, data).status_code == 302
    assert register_facts() == before


def test_restoring_brings_words_back_and_nothing_else(editor):
    product = imported()
    old = product.save_revision()
    before = register_facts()
    product.name = {"vi": "Tên mới", "en": "New name"}
    product.save()
    product.save_revision()
    revert = url(product, "revisions_revert", product.pk, old.pk)
    _attrs, data = form_of(editor.get(revert))
    assert editor.post(revert, data).status_code == 302
    assert str(Product.objects.get(pk=product.pk).name) == "Chè tôm nõn"
    assert register_facts() == before


def test_an_old_revision_of_a_recognition_keeps_its_validity_right(editor):
    product = imported()
    award = product.recognitions.order_by("-issued_on").first()
    old = award.save_revision()
    revert = reverse(type(award).snippet_viewset.get_url_name("revisions_revert"), args=(award.pk, old.pk))
    before = award.valid_until
    _attrs, data = form_of(editor.get(revert))
    assert editor.post(revert, data).status_code == 302
    award.refresh_from_db()
    assert abs((award.valid_until - before).days) <= 1
