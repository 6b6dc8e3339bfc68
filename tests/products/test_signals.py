"""A product's stars follow its recognitions and its programme's rules."""

from __future__ import annotations

from datetime import date

import pytest
from tests import factories as make

from products.models import Product, Recognition

pytestmark = pytest.mark.django_db


def stars(product):
    return Product.objects.get(pk=product.pk).current_stars


@pytest.fixture
def product():
    return make.make_product()


def recognise(product, stars, **values):
    return Recognition.objects.create(
        product=product, programme=product.programme, status="recognised", stars=stars, out_of=5,
        issued_on=date(2025, 6, 1), **values,
    )  # fmt: skip


def test_a_saved_and_a_deleted_recognition(product):
    recognition = recognise(product, 4)
    assert stars(product) == 4
    recognition.revoked_on = date(2025, 12, 1)
    recognition.save()
    assert stars(product) is None
    recognition.revoked_on = None
    recognition.save()
    assert stars(product) == 4
    recognition.delete()
    assert stars(product) is None


def test_a_period_with_other_rules(product, django_capture_on_commit_callbacks):
    recognise(product, 3)
    period = product.programme.periods.get()
    with django_capture_on_commit_callbacks(execute=True):
        period.shown_from = 4
        period.save()
    assert stars(product) is None
    with django_capture_on_commit_callbacks(execute=True):
        period.shown_from, period.validity_months = 3, 6
        period.save()
    assert stars(product) is None
    assert Recognition.objects.get().valid_until == date(2025, 12, 1)


def test_a_programme_saved_with_its_periods(product, django_capture_on_commit_callbacks):
    recognise(product, 3)
    programme = product.programme
    period = programme.periods.get()
    period.validity_months = 6
    programme.periods.set([period])
    with django_capture_on_commit_callbacks(execute=True):
        programme.save()
    assert stars(product) is None
