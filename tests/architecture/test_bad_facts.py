"""A fact that breaks a rule of the domain is refused in words an editor understands, and nothing is written."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction
from django.template import engines
from tests import factories as make
from tests.admin_forms import form_of, url
from tests.architecture.records import MAKERS
from wagtail import hooks

from centres.models import Stock
from places.models import ProvinceAlias

hooks.search_for_hooks()
pytestmark = [pytest.mark.django_db, pytest.mark.sampled(8)]

BAD = [
    ("places.Village", {"latitude": ""}),
    ("places.Village", {"longitude": ""}),
    ("places.Village", {"latitude": "91"}),
    ("places.Village", {"longitude": "nan"}),
    ("places.Village", {"slug": "another"}),
    ("places.Village", {"slug": "Đường"}),
    ("places.Province", {"timezone": "Mars/Base"}),
    ("places.Notice", {"ends_on": "2020-01-01"}),
    ("places.Notice", {"village": ""}),
    ("places.Event", {"first_day": "40"}),
    ("places.Event", {"first_day": "10", "last_day": "5"}),
    ("places.Event", {"first_day": "1", "last_day": "45"}),
    ("places.Event", {"first_day": "", "last_day": "4"}),
    ("places.Event", {"dates-0-ends_on": "2025-01-01"}),
    ("products.Programme", {"country_code": "ZZ"}),
    ("products.Programme", {"periods-0-shown_from": "9"}),
    ("products.Programme", {"periods-0-stars_max": "0"}),
    ("products.Programme", {"periods-0-ends_on": "1990-01-01"}),
    ("products.Producer", {"country_code": "ZZ"}),
    ("products.Recognition", {"stars": "6"}),
    ("products.Recognition", {"stars": ""}),
    ("products.Recognition", {"out_of": ""}),
    ("products.Recognition", {"out_of": "7", "stars": "6"}),
    ("products.Recognition", {"status": "nominated"}),
    ("products.Recognition", {"issued_on": "2099-01-01"}),
    ("products.Recognition", {"revoked_on": "1999-01-01"}),
    ("products.Recognition", {"decision_number": "by the province"}),
    ("products.QualityMark", {"issued_on": "2025-01-01", "valid_until": "2024-01-01"}),
    ("centres.Centre", {"kind": "fair_stand"}),
    ("centres.Centre", {"kind": "fair_stand", "fair_starts_on": "2026-01-01"}),
    ("centres.Centre", {"kind": "fair_stand", "fair_starts_on": "2026-01-02", "fair_ends_on": "2026-01-01"}),
    ("centres.Centre", {"timezone": "Mars/Base"}),
    ("centres.Centre", {"timezone": "Asia"}),
    ("centres.Centre", {"country_code": "ZZ"}),
    ("centres.Centre", {"latitude": ""}),
    ("centres.Centre", {"website": "javascript:alert(1)"}),
    ("centres.Centre", {"opening_periods-0-weekdays": []}),
    ("centres.Centre", {"opening_periods-0-starts_on": "2027-02-01", "opening_periods-0-ends_on": "2027-01-01"}),
    ("centres.Centre", {"special_days-0-closed": []}),
    ("centres.Centre", {
        "special_days-TOTAL_FORMS": "2", "special_days-1-day": "2027-02-06", "special_days-1-closed": "on",
        "special_days-1-id": "",
    }),
    ("centres.Experience", {"group_min": "9", "group_max": "2"}),
    ("centres.Experience", {"centre": ""}),
    ("routes.Route", {"days": "0"}),
    ("routes.Route", {"days": "31"}),
    ("routes.Route", {"country_code": "ZZ"}),
    ("routes.Route", {"stops-0-village": ""}),
    ("routes.Route", {"line": "{"}),
]  # fmt: skip


@pytest.fixture
def editor(admin_client, monkeypatch):
    """A superuser in the admin, whose own templates print undefined names on purpose."""
    monkeypatch.setattr(engines["django"].engine, "string_if_invalid", "")
    return admin_client


def refusals(form):
    """Return every message of a form and of its rows."""
    forms = [form, *(row for rows in getattr(form, "formsets", {}).values() for row in rows.forms)]
    return [message for one in forms for messages in one.errors.values() for message in messages]


@pytest.mark.parametrize(("label", "changes"), BAD)
def test_a_bad_fact_is_refused_in_words(editor, label, changes):
    record = MAKERS[label]()
    before = type(record)._default_manager.filter(pk=record.pk).values().get()
    _attrs, data = form_of(editor.get(url(record, "edit", record.pk)))
    data.update({name: value if isinstance(value, list) else [value] for name, value in changes.items()})
    response = editor.post(url(record, "edit", record.pk), data)
    assert response.status_code == 200
    found = refusals(response.context["form"])
    assert found
    assert not [message for message in found if "Constraint" in message]
    assert type(record)._default_manager.filter(pk=record.pk).values().get() == before


@pytest.mark.parametrize(
    ("label", "column", "other"),
    [
        (
            "centres.Stock", "role",
            lambda own: Stock.objects.create(centre=own.centre, product=own.product, role="made"),
        ),
        ("products.ProductGroup", "key", lambda own: make.make_group(own.programme, "milk")),
        ("places.Province", "official_code", lambda own: make.make_province("Huế", official_code="46")),
        (
            "places.ProvinceAlias", "name",
            lambda own: ProvinceAlias.objects.create(name="Hà Đông", province=own.province, kind="variant"),
        ),
    ],
)  # fmt: skip
def test_what_exists_already_is_refused_in_words(editor, label, column, other):
    record = MAKERS[label]()
    taken = getattr(other(record), column)
    _attrs, data = form_of(editor.get(url(record, "edit", record.pk)))
    response = editor.post(url(record, "edit", record.pk), {**data, column: [taken]})
    assert response.status_code == 200
    assert refusals(response.context["form"])


@pytest.mark.parametrize(
    ("label", "values"),
    [
        ("places.Village", {"latitude": None}),
        ("centres.Centre", {"longitude": None}),
        ("centres.Centre", {"latitude": 95}),
        ("centres.Centre", {"kind": "fair_stand", "fair_starts_on": "2026-01-01"}),
        ("products.Recognition", {"out_of": None}),
        ("products.Recognition", {"stars": 6}),
        ("routes.Route", {"days": 0}),
    ],
)
def test_the_database_refuses_what_an_import_gets_wrong(label, values):
    record = MAKERS[label]()
    with pytest.raises(IntegrityError), transaction.atomic():
        type(record)._default_manager.filter(pk=record.pk).update(**values)
