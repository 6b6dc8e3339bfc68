"""The hours in the admin: what they come to, one tick to confirm them, errors that name their field."""

from __future__ import annotations

from datetime import date, time

import pytest
from django.template import engines
from tests.admin_forms import form_of
from tests.factories import make_centre

from centres.models import Centre, SpecialDay

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen_now")]
PERIOD = "opening_periods-0"


@pytest.fixture
def editor(admin_client, monkeypatch):
    """A superuser in the admin, whose own templates print undefined names on purpose."""
    monkeypatch.setattr(engines["django"].engine, "string_if_invalid", "")
    return admin_client


@pytest.fixture
def centre():
    made = make_centre(hours=("08:00", "17:00"), hours_confirmed_on=date(2026, 1, 1))
    SpecialDay.objects.create(centre=made, day=date(2027, 2, 6), closed=True)
    return made


def edit(centre):
    return f"/admin/centres/edit/{centre.pk}/"


def send(client, centre, **changes):
    address = edit(centre)
    _attrs, data = form_of(client.get(address))
    data.update({name: [value] for name, value in changes.items()})
    return client.post(address, data)


def test_the_form_shows_what_the_hours_come_to(editor, centre):
    page = editor.get(edit(centre)).content.decode()
    assert page.count("08:00–17:00") >= 7
    assert "<code>Mo-Su 08:00-17:00; 2027 Feb 06 off</code>" in page
    assert "hours-panel" not in editor.get("/admin/centres/add/").content.decode()


def test_one_tick_confirms_the_hours_today(editor, centre):
    assert send(editor, centre).status_code == 302
    assert Centre.objects.get().hours_confirmed_on == date(2026, 1, 1)
    assert send(editor, centre, confirmed_today="on").status_code == 302
    assert Centre.objects.get().hours_confirmed_on == date(2026, 11, 22)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"hours_confirmed_on": "2026-11-23"}, "hours_confirmed_on"),
        ({"timezone": "Asia/Hanoi"}, "timezone"),
        ({"special_days-0-closed": "", "special_days-0-opens": "08:00"}, "special_days-0-closes"),
        ({"special_days-0-day": "0206-02-17"}, "special_days-0-day"),
        ({f"{PERIOD}-starts_on": "2026-05-01", f"{PERIOD}-ends_on": "2026-04-01"}, f"{PERIOD}-ends_on"),
        ({f"{PERIOD}-starts_on": "0206-05-01"}, f"{PERIOD}-starts_on"),
    ],
)  # fmt: skip
def test_an_error_names_its_field_and_loses_nothing(editor, centre, changes, field):
    changes = {"tagline_0": "Một dòng", **changes}
    address = edit(centre)
    _attrs, data = form_of(editor.get(address))
    for name, value in changes.items():
        data[name] = [value] if value else []
    response = editor.post(address, data)
    assert response.status_code == 200
    form = response.context["form"]
    errors = dict(form.errors)
    for name, formset in form.formsets.items():
        for index, row in enumerate(formset.forms):
            errors.update({f"{name}-{index}-{key}": value for key, value in row.errors.items()})
    assert field in errors, errors
    assert "Một dòng" in response.content.decode()
    assert Centre.objects.get().opening_periods.get().opens == time(8)
