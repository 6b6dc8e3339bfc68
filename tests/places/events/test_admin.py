"""The editor's form of an event: it explains, names the wrong field, and shows the next times."""

from __future__ import annotations

import pytest
from django.template import engines
from tests.admin_forms import form_of
from tests.factories import make_event

from core.fields import mask_of
from places.models import Event

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen_now")]


@pytest.fixture
def editor(admin_client, monkeypatch):
    """A superuser in the admin, whose own templates print undefined names on purpose."""
    monkeypatch.setattr(engines["django"].engine, "string_if_invalid", "")
    return admin_client


@pytest.fixture
def event():
    return make_event({"en": "Feast"}, calendar="lunar", months=mask_of([4]), first_day=9)


def test_list_and_form_show_the_next_time(editor, event):
    words = "14 May 2027 (worked out from the lunar calendar, to be confirmed)"
    headers = {"accept-language": "en"}
    assert words in editor.get("/admin/events/", headers=headers).content.decode()
    assert words in editor.get(f"/admin/events/edit/{event.pk}/", headers=headers).content.decode()


def test_a_day_that_the_month_has_not_is_refused_at_its_field(editor, event):
    address = f"/admin/events/edit/{event.pk}/"
    _attributes, data = form_of(editor.get(address))
    data["first_day"] = ["31"]
    response = editor.post(address, data)
    assert response.status_code == 200
    assert set(response.context["form"].errors) == {"first_day"}
    assert Event.objects.get().first_day == 9
