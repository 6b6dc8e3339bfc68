"""Three “closed” in a week put a centre on the department's list; confirming the hours takes it off again."""

from __future__ import annotations

import csv
from datetime import UTC, date, datetime, timedelta

import pytest
from django.contrib.auth.models import Group, Permission
from django.template import engines
from tests import factories
from tests.centres.truth.world import DAY, NOON, centre_in

from centres.models import Centre, DoorCount, SpecialDay
from centres.truth.found_closed import found_closed, of, visible_to
from core import clock, permissions
from editorial.roles import CENTRE_MANAGERS, EDITORS, MODERATORS, REGISTER_OFFICERS, ensure_roles
from editorial.welcome import work_of

pytestmark = pytest.mark.django_db
REPORT = "/admin/reports/found-closed/"


@pytest.fixture(autouse=True)
def _undefined_names(monkeypatch):
    monkeypatch.setattr(engines["django"].engine, "string_if_invalid", "")  # Wagtail's templates rely on it


@pytest.fixture
def person(django_user_model):
    def make(role=None):
        ensure_roles()
        user = django_user_model.objects.create_user(role or "person", password="x")
        if role:
            user.groups.add(Group.objects.get(name=role))
        else:
            user.user_permissions.add(Permission.objects.get(codename="access_admin"))
        return user

    return make


def shut(centre, *days_ago, times=1, today=DAY, **others):
    for ago in days_ago:
        DoorCount.objects.create(centre=centre, day=today - timedelta(days=ago), closed=times, **others)


def names(doors=None):
    return [str(door.centre) for door in (found_closed(Centre.objects.all()) if doors is None else doors)]


def lines(client, address=REPORT):
    response = client.get(address, {"export": "csv"}, headers={"accept-language": "en"})
    assert response.status_code == 200
    return list(csv.DictReader(response.getvalue().decode().splitlines()))


# --- the rule --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("days_ago", "times", "listed"),
    [
        ((0,), 2, False),
        ((0,), 3, True),
        ((0, 1, 6), 1, True),
        ((0, 1, 7), 1, False),
        ((6,), 3, True),
        ((7,), 3, False),
        ((-1,), 3, False),  # tomorrow, should it ever be written
        ((7, 8), 9, False),
        ((0, 6), 1, False),
    ],
)
def test_three_within_seven_days(centre, days_ago, times, listed):
    shut(centre, *days_ago, times=times)
    assert bool(found_closed(Centre.objects.all())) is listed
    assert (of(centre) is not None) is listed


def test_open_and_not_found_do_not_make_it_closed(centre):
    DoorCount.objects.create(centre=centre, day=DAY, open=9, not_found=9, closed=2)
    assert names() == []


def test_the_week_is_the_centres_own():
    west, east = centre_in("Asia/Ho_Chi_Minh"), centre_in("Asia/Jayapura")
    late = datetime(2026, 11, 22, 16, 0, tzinfo=UTC)  # 23:00 on the 22nd in Hà Nội, 01:00 on the 23rd in Jayapura
    for centre in (west, east):
        shut(centre, 6, times=3)
    with clock.frozen(late):
        assert [door.centre for door in found_closed(Centre.objects.all())] == [west]


@pytest.mark.parametrize(("confirmed_ago", "counted"), [(None, 6), (3, 4), (2, 2), (1, 2), (0, 0)])
def test_only_what_came_after_the_confirmation_counts(centre, confirmed_ago, counted):
    shut(centre, 0, 2, 3, times=2)
    if confirmed_ago is not None:
        centre.hours_confirmed_on = DAY - timedelta(days=confirmed_ago)
        centre.save()
    found = of(centre)
    assert (found.closed if found else 0) == (counted if counted >= 3 else 0)


def test_most_often_first_and_hidden_ones_not_at_all(centre):
    often, hidden = factories.make_centre({"vi": "Ao"}), factories.make_centre({"vi": "Ẩn"}, live=False)
    for each, times in ((centre, 3), (often, 5), (hidden, 9)):
        shut(each, 0, times=times)
    assert names() == ["Ao", str(centre)]


def test_few_and_many_doors_ask_the_database_as_often(centre, django_assert_num_queries):
    shut(centre, 0, times=3)
    with django_assert_num_queries(2):
        found_closed(Centre.objects.all())
    for _ in range(8):
        shut(factories.make_centre(), 0, 1, 2)
    with django_assert_num_queries(2):
        assert len(found_closed(Centre.objects.all())) == 9


# --- the list --------------------------------------------------------------------------------------------------------


def test_the_list_tells_days_and_hours(admin_client):
    centre = factories.make_centre({"vi": "Nhà gốm"}, ("08:00", "17:00"), hours_confirmed_on=date(2026, 11, 1))
    SpecialDay.objects.create(centre=centre, day=DAY, closed=True)
    shut(centre, 0, times=2, open=1, not_found=1)
    shut(centre, 1)
    (line,) = lines(admin_client)
    assert (line["Centre"], line["Found closed"], line["Found open"], line["Not found"]) == ("Nhà gốm", "3", "1", "1")
    saturday, sunday = line["Days, and our hours"].split("; ")
    assert "closed 1×" in saturday
    assert "08:00–17:00" in saturday
    assert sunday.endswith("our hours: closed")
    assert line["Hours confirmed on"] == "2026-11-01"
    text = admin_client.get(REPORT).content.decode()
    assert f"/admin/centres/edit/{centre.pk}/" in text
    assert "<th" in text
    assert REPORT in admin_client.get("/admin/").content.decode()


def test_the_empty_list_says_what_that_means(admin_client):
    text = admin_client.get(REPORT, headers={"accept-language": "en"}).content.decode()
    assert "No door was found closed three times" in text
    assert admin_client.get(f"{REPORT}results/?p=nonsense&ordering=zzz").status_code == 200


def test_few_and_many_lines_of_the_list(admin_client, django_assert_max_num_queries):
    admin_client.get(REPORT)
    for _ in range(20):
        shut(factories.make_centre(hours=("08:00", "17:00")), 0, times=3)
    with django_assert_max_num_queries(22):
        assert admin_client.get(REPORT).status_code == 200


@pytest.mark.sampled(2)
@pytest.mark.parametrize("role", [REGISTER_OFFICERS, EDITORS, MODERATORS, CENTRE_MANAGERS])
def test_every_role_that_views_centres_sees_the_list(client, person, centre, role):
    shut(centre, 0, times=3)
    client.force_login(person(role))
    assert len(lines(client)) == 1
    text = client.get(REPORT).content.decode()
    assert (f"/admin/centres/edit/{centre.pk}/" in text) is (role in (REGISTER_OFFICERS, CENTRE_MANAGERS))


def test_nobody_else_does(client, person, centre):
    shut(centre, 0, times=3)
    assert client.get(REPORT).status_code == 302
    client.force_login(person())
    assert client.get(REPORT).status_code == 302
    assert client.get(f"{REPORT}results/").status_code == 302


def test_a_team_sees_its_own_centres_and_the_department_all(client, person, monkeypatch, centre):
    other = factories.make_centre({"vi": "Nhà khác"})
    for each in (centre, other):
        shut(each, 0, times=3)

    class Team:
        """May look at all centres and change one."""

        def allows(self, user, action, obj):
            return action == "view" or obj.pk == centre.pk

        def narrow(self, user, action, queryset):
            return queryset if action == "view" else queryset.filter(pk=centre.pk)

    editor, manager = person(EDITORS), person(CENTRE_MANAGERS)
    monkeypatch.setattr(permissions, "_rules", {"centres.Centre": [Team()]})
    assert set(visible_to(editor)) == {centre, other}
    assert set(visible_to(manager)) == {centre}
    client.force_login(manager)
    assert [line["Centre"] for line in lines(client)] == [str(centre)]


# --- on the centre's form, and on the dashboard ----------------------------------------------------------------------


def test_the_form_warns_until_the_hours_are_confirmed(admin_client, centre):
    form = f"/admin/centres/edit/{centre.pk}/"
    words = "times within the last week"
    assert words not in admin_client.get(form, headers={"accept-language": "en"}).content.decode()
    shut(centre, 0, 1, times=2)
    assert words in admin_client.get(form, headers={"accept-language": "en"}).content.decode()
    assert words not in admin_client.get("/admin/centres/add/", headers={"accept-language": "en"}).content.decode()
    Centre.objects.update(hours_confirmed_on=DAY)
    assert words not in admin_client.get(form, headers={"accept-language": "en"}).content.decode()
    with clock.frozen(NOON + timedelta(days=1)):
        shut(centre, 0, times=3, today=DAY + timedelta(days=1))
        assert words in admin_client.get(form, headers={"accept-language": "en"}).content.decode()


def test_the_dashboard_counts_them_when_there_are_any(admin_client, admin_user, centre):
    admin_client.get("/admin/")

    def number():
        (work,) = [work for work in work_of(admin_user) if work.key == "centres"]
        return [(number.count, number.url) for number in work.numbers if number.url == REPORT]

    assert number() == []
    shut(centre, 0, times=3)
    assert number() == [(1, REPORT)]
