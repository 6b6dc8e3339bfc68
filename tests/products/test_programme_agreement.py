"""A product, its group and its recognitions are of one programme."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def other():
    return make.make_programme("ovop", country_code="ID", stars_max=3, shown_from=1)


def test_a_group_of_another_programme_is_refused(other):
    product = make.make_product()
    product.full_clean()
    product.group = make.make_group(other, "batik")
    with pytest.raises(ValidationError, match="group"):
        product.full_clean()


def test_a_recognition_by_another_programme_is_refused(other):
    recognition = make.make_recognition(make.make_product())
    recognition.full_clean()
    recognition.programme, recognition.stars, recognition.out_of = other, 3, 3
    with pytest.raises(ValidationError, match="programme"):
        recognition.full_clean()
