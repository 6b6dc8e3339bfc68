"""The report on scans: added up by record, between two days, for who may view the records."""

from __future__ import annotations

import csv
from datetime import date

import pytest
from django.contrib.auth.models import Group, Permission
from django.template import engines
from tests import factories as make

from core.models import ScanCount
from editorial.roles import CENTRE_MANAGERS, ensure_roles

pytestmark = pytest.mark.django_db
REPORT = "/admin/reports/scans/"


@pytest.fixture(autouse=True)
def _undefined_names(monkeypatch):
    monkeypatch.setattr(engines["django"].engine, "string_if_invalid", "")


@pytest.fixture
def scanned():
    """A village scanned on three days and a centre scanned on one."""
    village, centre = make.make_village({"vi": "Bát Tràng"}), make.make_centre({"vi": "Nhà trưng bày"})
    for day, count in ((1, 2), (2, 3), (9, 5)):
        ScanCount.objects.create(code_id=village.code, day=date(2026, 11, day), count=count)
    ScanCount.objects.create(code_id=centre.code, day=date(2026, 11, 2), count=4)
    return village, centre


def lines(client, **query):
    response = client.get(REPORT, {"export": "csv", **query}, headers={"accept-language": "en"})
    assert response.status_code == 200
    return list(csv.DictReader(response.getvalue().decode().splitlines()))


def test_the_days_of_a_record_are_added_up(admin_client, scanned):
    first, second = lines(admin_client)
    assert (first["Name"], first["Short code"], first["Scans"]) == ("Bát Tràng", scanned[0].code, "10")
    assert (first["Days with scans"], first["First day"], first["Last day"]) == ("3", "2026-11-01", "2026-11-09")
    assert (second["Name"], second["Type"], second["Scans"]) == ("Nhà trưng bày", "Centres", "4")


def test_days_and_type_filter_before_adding_up(admin_client, scanned):
    found = lines(admin_client, day_from="2026-11-02", day_to="2026-11-08")
    assert [(line["Name"], line["Scans"]) for line in found] == [("Nhà trưng bày", "4"), ("Bát Tràng", "3")]
    assert [line["Name"] for line in lines(admin_client, section="villages")] == ["Bát Tràng"]


def test_the_page_links_to_the_records(admin_client, scanned):
    text = admin_client.get(REPORT).content.decode()
    assert f"/admin/villages/edit/{scanned[0].pk}/" in text
    assert admin_client.get(f"{REPORT}results/?day_from=nonsense&section=zzz").status_code == 200
    assert REPORT in admin_client.get("/admin/").content.decode()


def test_a_removed_record_keeps_its_line(admin_client, scanned):
    code = scanned[0].code
    scanned[0].delete()
    first = lines(admin_client)[0]
    assert (first["Name"], first["Short code"]) == ("bat-trang (removed)", code)


def test_few_and_many_lines_ask_the_database_as_often(admin_client, scanned, django_assert_max_num_queries):
    admin_client.get(REPORT)
    for number in range(20):
        ScanCount.objects.create(code_id=make.make_village().code, day=date(2026, 11, 3), count=number)
    with django_assert_max_num_queries(20):
        assert admin_client.get(REPORT).status_code == 200


def test_a_centre_manager_sees_centres_only(client, django_user_model, scanned):
    ensure_roles()
    manager = django_user_model.objects.create_user("manager", password="x")
    manager.groups.add(Group.objects.get(name=CENTRE_MANAGERS))
    client.force_login(manager)
    assert [line["Name"] for line in lines(client)] == ["Nhà trưng bày"]


def test_who_sees_no_record_sees_no_scans(client, django_user_model, scanned):
    person = django_user_model.objects.create_user("person", password="x")
    person.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(person)
    assert client.get(REPORT).status_code == 302
    assert client.get(f"{REPORT}results/").status_code == 302
