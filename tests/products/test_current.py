"""The stars a product shows: the newest recognition valid today, kept right on every write, gone the day after."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError
from tests.factories import make_product, make_programme, make_recognition

from core import clock
from products.current import refresh_current
from products.models import Product, ProgrammePeriod, Recognition

pytestmark = pytest.mark.django_db
HANOI = ZoneInfo("Asia/Ho_Chi_Minh")


def at(year, month, day, hour=12):
    return clock.frozen(datetime(year, month, day, hour, tzinfo=HANOI))


def fresh(product):
    return Product.objects.get(pk=product.pk)


def test_the_newest_valid_recognition_counts():
    product = make_product()
    make_recognition(product, 5, issued_on=date(2024, 1, 10))
    make_recognition(product, 4, issued_on=date(2025, 3, 10))
    make_recognition(product, 3, issued_on=date(2020, 3, 10))
    with at(2026, 11, 22):
        badge = fresh(product).badge
        assert (badge.stars, badge.out_of, badge.year, badge.exact) == (4, 5, 2025, True)


def test_stars_vanish_the_day_after_without_any_job():
    product = make_product()
    with at(2026, 11, 22, 23):
        make_recognition(product, 4, issued_on=date(2023, 11, 22))
        assert fresh(product).badge.stars == 4
        assert list(Product.objects.starred()) == [product]
    with at(2026, 11, 23, 0):
        assert fresh(product).badge is None
        assert not Product.objects.starred().exists()
        assert [row.stars_today for row in Product.objects.by_stars()] == [0]


def test_year_only_adds_that_the_exact_date_is_unknown():
    product = make_product()
    make_recognition(product, 4, issued_on=date(2023, 1, 1), precision="year")
    with at(2026, 11, 22):
        refresh_current([product.pk])
        assert fresh(product).badge.exact is False
    with at(2027, 1, 2):
        assert fresh(product).badge is None


def test_no_date_is_history_only():
    product = make_product()
    make_recognition(product, 5, issued_on=None)
    assert fresh(product).badge is None


@pytest.mark.parametrize("status", ["nominated", "potential", "designated_place"])
def test_other_statuses_never_give_stars(status):
    product = make_product()
    make_recognition(product, None, status=status)
    assert fresh(product).badge is None
    assert fresh(product).current_until is None


def test_stars_not_stated_hold_but_show_no_stars():
    product = make_product()
    make_recognition(product, None, status="stars_not_stated")
    with at(2026, 11, 22):
        assert fresh(product).current_until == date(2028, 6, 1)
        assert fresh(product).badge is None


def test_fewer_than_shown_are_not_shown():
    product = make_product()
    make_recognition(product, 2)
    assert fresh(product).badge is None


def test_an_award_on_the_present_scale_of_a_programme_without_validity_stays():
    ovop = make_programme("ovop", stars_max=5, shown_from=1, validity_months=None)
    ovop.periods.update(starts_on=date(2013, 1, 1), ends_on=date(2021, 12, 31))
    ProgrammePeriod.objects.create(programme=ovop, starts_on=date(2022, 1, 1), stars_max=3, shown_from=1)
    ovop = type(ovop).objects.get(pk=ovop.pk)
    new, old = make_product(programme=ovop), make_product(programme=ovop)
    make_recognition(new, 3, out_of=3, issued_on=date(2022, 1, 1), precision="year")
    make_recognition(old, 5, out_of=5, issued_on=date(2018, 1, 1), precision="year")
    for moment in (at(2026, 11, 22), at(2027, 1, 2), at(2030, 1, 1)):
        with moment:
            badge = fresh(new).badge
            assert (badge.stars, badge.out_of, badge.year) == (3, 3, 2022)
            assert fresh(old).badge is None


def test_revoking_and_deleting_keep_the_product_right():
    product = make_product()
    old = make_recognition(product, 3, issued_on=date(2024, 6, 1))
    new = make_recognition(product, 5, issued_on=date(2025, 6, 1))
    with at(2026, 11, 22):
        new.revoked_on = date(2026, 1, 1)
        new.save()
        assert fresh(product).badge.stars == 3
        old.delete()
        assert fresh(product).badge is None


def test_changed_rules_of_a_programme_reach_its_products(django_capture_on_commit_callbacks):
    product = make_product()
    make_recognition(product, 4, issued_on=date(2023, 6, 1))
    with at(2026, 11, 22):
        refresh_current([product.pk])
        assert fresh(product).badge is None
        period = product.programme.periods.get()
        period.validity_months = 60
        with django_capture_on_commit_callbacks(execute=True):
            period.save()
        assert fresh(product).badge.stars == 4


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("issued_on", {"issued_on": date(2027, 1, 1)}),
        ("revoked_on", {"revoked_on": date(2027, 1, 1)}),
        ("decision_number", {"decision_number": "first national batch of 20"}),
        ("out_of", {"stars": 4, "out_of": 7}),
    ],
)
def test_bad_input_names_the_field(field, values):
    product = make_product()
    data = {"stars": 4, "out_of": 5, "issued_on": date(2025, 1, 1), **values}
    recognition = Recognition(product=product, programme=product.programme, status="recognised", **data)
    with at(2026, 11, 22), pytest.raises(ValidationError) as caught:
        recognition.full_clean()
    assert field in caught.value.message_dict


@pytest.mark.parametrize("number", ["144/QĐ-UBND", "6385/QĐ-UBND", "148/QĐ-TTg".upper(), "30/2026/QH"])
def test_decision_numbers_are_accepted(number):
    product = make_product()
    recognition = Recognition(
        product=product, programme=product.programme, status="recognised", stars=4, out_of=5,
        issued_on=date(2025, 1, 1), decision_number=number,
    )  # fmt: skip
    recognition.full_clean()
