"""The dashboard's welcome: each role is led to its own work, and to nothing else; the counts are right and cheap."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import Group, Permission
from django.template import engines
from django.urls import reverse
from tests import factories as make

from core import clock
from editorial.roles import CENTRE_MANAGERS, EDITORS, MODERATORS, REGISTER_OFFICERS, ensure_roles
from editorial.welcome import work_of
from home.models import PlainPage

pytestmark = [pytest.mark.django_db, pytest.mark.sampled(3)]


@pytest.fixture
def person(django_user_model):
    ensure_roles()

    def make_person(role=None):
        if role is None:
            return django_user_model.objects.create_superuser("admin", password="x")
        user = django_user_model.objects.create_user(role, password="x")
        user.groups.add(Group.objects.get(name=role))
        return user

    return make_person


@pytest.fixture
def site():
    homes = make.site_tree()
    make.make_centre()
    make.make_centre(hours_confirmed_on=clock.today() - timedelta(days=10))
    return homes


def blocks(user):
    reverse("wagtailadmin_home")  # the admin registers its screens when addresses are first read
    return {work.key: work for work in work_of(user)}


def counts(work):
    return [number.count for number in work.numbers]


@pytest.mark.parametrize(
    ("role", "keys"),
    [
        (REGISTER_OFFICERS, ["register", "centres"]),
        (CENTRE_MANAGERS, ["centres"]),
        (EDITORS, ["pages"]),
        (MODERATORS, ["pages"]),
        (None, ["register", "centres", "pages", "people"]),
    ],
)
def test_each_role_sees_its_own_work(role, keys, person, site):
    assert list(blocks(person(role))) == keys


@pytest.mark.parametrize("role", [REGISTER_OFFICERS, CENTRE_MANAGERS, EDITORS, None])
def test_every_way_on_is_open(role, person, site, client, monkeypatch):
    monkeypatch.setattr(engines["django"].engine, "string_if_invalid", "")  # Wagtail's templates rely on it
    user = person(role)
    client.force_login(user)
    found = blocks(user).values()
    for work in found:
        addresses = [part.url for part in (*work.numbers, *work.actions, *work.items) if part.url]
        assert addresses
        assert {url: client.get(url).status_code for url in addresses} == dict.fromkeys(addresses, 200)


@pytest.fixture
def in_english(settings):
    settings.LANGUAGE_CODE = "en"  # the admin's, for who has not chosen one


def test_the_dashboard_greets_and_leads(person, site, client, in_english):
    client.force_login(person(REGISTER_OFFICERS))
    text = client.get(reverse("wagtailadmin_home")).content.decode()
    assert "welcome__block--register" in text
    assert "welcome__block--pages" not in text
    assert "Add a product" in text


def test_nobody_in_particular_is_told_so(django_user_model, client, in_english):
    ensure_roles()
    user = django_user_model.objects.create_user("new", password="x")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)
    assert "Ask an administrator" in client.get(reverse("wagtailadmin_home")).content.decode()


def test_awards_that_lapse_within_ninety_days_are_counted_and_named(person):
    today = clock.today()
    soon = make.make_recognition(make.make_product("Trà"), issued_on=date(today.year - 3, today.month, 28))
    make.make_recognition(make.make_product("Mới"), issued_on=today - timedelta(days=30))
    hidden = make.make_product("Ẩn", live=False)
    make.make_recognition(hidden, issued_on=date(today.year - 3, today.month, 28))
    register = blocks(person(REGISTER_OFFICERS))["register"]
    assert today <= soon.product.current_until <= today + timedelta(days=90)
    assert counts(register) == [1]
    assert [item.title for item in register.items] == ["Trà"]


def test_hours_never_confirmed_or_long_ago_wait(person, site):
    make.make_centre(hours_confirmed_on=clock.today() - timedelta(days=91))
    make.make_centre(live=False)
    assert counts(blocks(person(CENTRE_MANAGERS))["centres"]) == [2]


def test_the_only_centre_opens_at_once(person):
    centre = make.make_centre()
    work = blocks(person(CENTRE_MANAGERS))["centres"]
    assert work.actions[0].url == reverse(centre.snippet_viewset.get_url_name("edit"), args=[centre.pk])


def test_managers_write_stories_only_when_they_may(person, site):
    assert all("pages" not in action.url for action in blocks(person(CENTRE_MANAGERS))["centres"].actions)
    assert "storypage" in blocks(person(EDITORS))["pages"].actions[0].url


def test_drafts_changes_and_pages_taken_down_are_counted(person, site):
    home = site["vi"]
    draft = home.add_child(instance=PlainPage(title="Nháp", slug="nhap", live=False))
    changed = home.add_child(instance=PlainPage(title="Sửa", slug="sua", has_unpublished_changes=True))
    home.add_child(instance=PlainPage(title="Gỡ", slug="go", live=False, first_published_at=clock.now()))
    pages = blocks(person(EDITORS))["pages"]
    assert counts(pages) == [1, 1, 1, 0]
    assert {item.title for item in pages.items} == {draft.title, changed.title}


def test_few_queries(person, site, django_assert_max_num_queries):
    user = person()
    for _ in range(6):
        make.make_centre()
        make.make_recognition(make.make_product())
    with django_assert_max_num_queries(12):
        work_of(user)


def test_the_number_of_lapsing_awards_leads_to_the_list_of_just_these(person, client, frozen_now, monkeypatch):
    monkeypatch.setattr(engines["django"].engine, "string_if_invalid", "")  # Wagtail's templates rely on it
    for issued, live in ((date(2023, 12, 1), True), (date(2024, 3, 1), True), (date(2023, 12, 2), False)):
        make.make_recognition(make.make_product(live=live), issued_on=issued)
    make.make_product()
    user = person()
    number = blocks(user)["register"].numbers[0]
    client.force_login(user)
    listed = client.get(number.url).context["page_obj"].object_list
    assert [product.current_until for product in listed] == [date(2026, 12, 1)]
    assert number.count == len(listed)
