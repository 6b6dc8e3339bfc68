"""What somebody pastes from elsewhere may hold characters that HTML, XML and calendars forbid: none is stored."""

from __future__ import annotations

import json

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.template import engines
from icalendar import Calendar
from tests import factories as make
from tests.admin_forms import form_of, url
from wagtail import hooks

from core.models import CreditedImage
from places.models import ProvinceAlias, Village

hooks.search_for_hooks()
pytestmark = pytest.mark.django_db
PASTED = "\u202eGốm\x01 Bát\x0bTràng\r\nBcc: a@example.org\ufffe"


def test_a_label_is_stored_without_them_whoever_writes_it():
    village = make.make_village({"vi": PASTED})
    Village.objects.bulk_update([village], ["name"])
    village.refresh_from_db()
    assert village.name == {"vi": "Gốm Bát Tràng Bcc: a@example.org"}


def test_forms_clean_every_text(admin_client, monkeypatch):
    monkeypatch.setattr(engines["django"].engine, "string_if_invalid", "")  # Wagtail's templates print undefined names
    village = make.make_village()
    _attrs, data = form_of(admin_client.get(url(village, "edit", village.pk)))
    data |= {"commune": [PASTED], "founded_0": ["Năm\x0b 1500\r\n\x1a"]}
    data |= {"name_0": ["\x01"], "name_1": ["Bát Tràng\x02"]}
    assert admin_client.post(url(village, "edit", village.pk), data).status_code == 302
    village.refresh_from_db()
    assert village.commune == "Gốm Bát Tràng Bcc: a@example.org"
    assert village.founded == {"vi": "Năm\n 1500"}
    assert village.name == {"en": "Bát Tràng"}


def test_a_page_s_title_is_cleaned():
    make.site_tree()
    assert make.make_story(title="Đất\x0b và lửa\x01").title == "Đất và lửa"


def test_so_are_the_words_of_a_picture():
    picture = CreditedImage(title=PASTED, credit="Vũ\x0b Hà\x01")
    picture.clean()
    assert (picture.title, picture.credit) == ("Gốm Bát Tràng Bcc: a@example.org", "Vũ Hà")


def test_a_required_text_of_which_nothing_is_left_is_refused():
    with pytest.raises(ValidationError, match="name"):
        ProvinceAlias(name="\u202e\x01", kind="variant").clean()


def test_what_was_not_read_is_not_read_to_be_cleaned(django_assert_num_queries):
    pk = ProvinceAlias.objects.create(province=make.make_province(), name="Hà Tây\x01", kind="variant").pk
    alias = ProvinceAlias.objects.only("name").get(pk=pk)
    with django_assert_num_queries(0):
        alias.clean()
    assert alias.name == "Hà Tây"


def test_a_name_never_breaks_the_calendar(client):
    """A row written before this rule may still hold a break."""
    make.site_tree()
    village = make.make_village("Bát Tràng")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE places_village SET name = %s", [json.dumps({"vi": PASTED})])
    calendar = Calendar.from_ical(client.get(f"/vi/events.ics?village={village.slug}").content)
    assert "\n" not in str(calendar["x-wr-calname"])
