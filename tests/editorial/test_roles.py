"""Roles: what each group may do, and that making them twice changes nothing."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from tests import factories as make
from wagtail.models import GroupCollectionPermission, GroupPagePermission

from editorial.roles import CENTRE_MANAGERS, EDITORS, RECORDS, REGISTER_OFFICERS, ensure_roles

pytestmark = pytest.mark.django_db


@pytest.fixture
def person(django_user_model):
    ensure_roles()

    def make_person(role):
        user = django_user_model.objects.create_user(role, password="x")
        user.groups.add(Group.objects.get(name=role))
        return user

    return make_person


def test_twice_is_the_same():
    counts = []
    for _ in range(2):
        call_command("ensure_roles")
        tables = (Group, GroupPagePermission, GroupCollectionPermission)
        granted = sum(group.permissions.count() for group in Group.objects.all())
        counts.append([granted, *(table.objects.count() for table in tables)])
    assert counts[0] == counts[1]


def test_what_a_person_granted_stays():
    ensure_roles()
    extra = Permission.objects.get(codename="delete_village")
    Group.objects.get(name=EDITORS).permissions.add(extra)
    ensure_roles()
    assert Group.objects.get(name=EDITORS).permissions.filter(pk=extra.pk).exists()


@pytest.mark.parametrize("role", RECORDS)
def test_everyone_enters_the_admin(role, person, client):
    client.force_login(person(role))
    assert client.get("/admin/").status_code == 200


def test_register_officers_own_the_register(person):
    officer = person(REGISTER_OFFICERS)
    for name in ("product", "recognition", "producer", "qualitymark", "programme"):
        assert officer.has_perms([f"products.{action}_{name}" for action in ("add", "change", "delete")])


def test_managers_never_add_or_delete_records(person):
    manager = person(CENTRE_MANAGERS)
    assert manager.has_perm("centres.change_centre")
    names = [name.split(".") for name in manager.get_all_permissions()]
    assert {codename.split("_")[0] for app, codename in names if app in RECORD_APPS} == {"change", "view"}


RECORD_APPS = {label.split(".")[0] for granted in RECORDS.values() for label in granted}


def test_editors_write_below_the_home_of_every_language(person):
    homes, editor = make.site_tree(), person(EDITORS)
    for home in homes.values():
        assert home.permissions_for_user(editor).can_publish_subpage()
    assert editor.has_perm("places.change_village")
    assert not editor.has_perm("products.change_product")
