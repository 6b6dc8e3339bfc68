"""Shelf labels: who may print them, what stands on them, and what is said when something is wrong."""

from __future__ import annotations

import re
from datetime import date, datetime
from urllib.parse import parse_qs, urlsplit
from zoneinfo import ZoneInfo

import pytest
from django.contrib.auth.models import Group, Permission
from django.template import engines
from tests import factories as make
from tests.html import parse

from core import clock
from editorial.labels import formats
from editorial.roles import CENTRE_MANAGERS, REGISTER_OFFICERS, ensure_roles

pytestmark = [pytest.mark.django_db, pytest.mark.sampled(3)]
SHEET, PAGE = "/admin/labels/sheet/", "/admin/labels/"


@pytest.fixture
def admin(admin_client, monkeypatch):
    """A superuser in the admin, whose own templates print undefined names on purpose."""
    monkeypatch.setattr(engines["django"].engine, "string_if_invalid", "")
    admin_client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    return admin_client


@pytest.fixture
def member(client, django_user_model, monkeypatch):
    """Logs a member of a group in; with no group, somebody who may only enter the admin."""
    monkeypatch.setattr(engines["django"].engine, "string_if_invalid", "")
    ensure_roles()

    def log_in(role=None):
        user = django_user_model.objects.create_user("person", password="x")
        if role:
            user.groups.add(Group.objects.get(name=role))
        else:
            user.user_permissions.add(Permission.objects.get(codename="access_admin"))
        client.force_login(user)
        client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
        return client

    return log_in


@pytest.fixture
def product():
    """A product with four stars of June 2025, named in two languages."""
    product = make.make_product({"vi": "Ấm chén", "en": "Tea set"}, tagline={"vi": "Men ngọc", "en": "Jade glaze"})
    make.make_recognition(product, 4, issued_on=date(2025, 6, 1))
    return product


def sheet(client, *records, status=200, **options):
    response = client.get(SHEET, {"codes": ",".join(record.code for record in records), **options})
    assert response.status_code == status
    return response.content.decode()


def words(text):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text))


# --- what stands on a label ------------------------------------------------------------------------------------------


def test_a_label_has_both_names_the_line_the_stars_and_the_code(admin, product, frozen_now, settings):
    settings.WAGTAILADMIN_BASE_URL = "https://duonglang.example/"
    text = sheet(admin, product, language="en")
    assert '<h2 class="label__name label__name--short" lang="vi">Ấm chén</h2>' in text
    assert '<p class="label__second" lang="en">Tea set</p>' in text
    assert '<p class="label__line" lang="vi">Men ngọc</p>' in text
    assert "4/5 ★ · OCOP 2025" in words(text)
    assert f'data-stars-of="{product.slug}" data-stars="4" data-out-of="5"' in text
    assert f'aria-label="QR code: https://duonglang.example/q/{product.code}"' in text
    assert f"duonglang.example/q/ {product.code}" in words(text)


def test_a_sheet_is_strict_html_with_nothing_inline_and_nothing_foreign(admin, product):
    for key in formats.FORMATS:
        response = admin.get(SHEET, {"codes": product.code, "format": key})
        document = parse(response.content, SHEET)
        assert document.faults == []
        assert f"sheet--{key}" in response.content.decode()


@pytest.mark.parametrize(("day", "shown"), [((2028, 6, 1), True), ((2028, 6, 2), False)])
def test_stars_go_with_their_last_day(admin, product, day, shown):
    with clock.frozen(datetime(*day, 12, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))):
        assert ("★" in sheet(admin, product)) is shown


def test_only_the_names_that_exist(admin):
    village = make.make_village({"vi": "Bát Tràng", "en": "Bát Tràng"})
    assert "label__second" not in sheet(admin, village, language="en")
    assert "label__second" not in sheet(admin, village, language="id")
    text = sheet(admin, make.make_craft({"en": "Pottery", "id": "Gerabah"}, country_code="ID"), language="en")
    assert 'lang="id">Gerabah<' in text
    assert 'lang="en">Pottery<' in text


def test_the_line_falls_back_and_says_its_language(admin):
    text = sheet(admin, make.make_village("Bát Tràng", tagline={"id": "Satu baris"}), language="en")
    assert '<p class="label__line" lang="id">Satu baris</p>' in text
    assert "label__line" not in sheet(admin, make.make_village("Trống"))


def test_hostile_names_are_escaped_and_set_small(admin):
    name = "<b>Ễ</b>" + "x" * 192
    text = sheet(admin, make.make_village(name))
    assert "<b>Ễ" not in text
    assert "&lt;b&gt;Ễ" in text
    assert "label__name--longest" in text


def test_every_type_of_record_has_a_label(admin):
    makers = (make.make_village, make.make_craft, make.make_centre, make.make_route, make.make_producer,
              make.make_event, make.make_product)  # fmt: skip
    text = sheet(admin, *[maker() for maker in makers])
    assert text.count("<article") == len(makers)
    assert "undefined" not in text


def test_labels_stand_in_the_order_of_the_codes_each_once(admin):
    villages = [make.make_village() for _ in range(3)]
    text = sheet(admin, villages[2], villages[0], villages[2], villages[1])
    assert re.findall(r'data-code="(\w+)"', text) == [villages[2].code, villages[0].code, villages[1].code]


def test_the_first_sheet_begins_where_it_is_free(admin, product):
    text = sheet(admin, product, format="a4-21", start=4)
    assert text.count("label--free") == 3
    assert text.index("label--free") < text.index("<article")


def test_few_and_many_labels_ask_the_database_as_often(admin, django_assert_max_num_queries):
    programme = make.make_programme()
    products = [make.make_product(craft=make.make_craft(), programme=programme) for _ in range(12)]
    sheet(admin, *products[:1])
    with django_assert_max_num_queries(8):
        sheet(admin, *products)


# --- what is wrong ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"format": "a5"}, "There is no format “a5”."),
        ({"format": "a4-8", "start": 9}, "This sheet has 8 places."),
        ({"start": "x"}, "Enter a whole number."),
        ({"start": 0}, "greater than or equal to 1"),
        ({"language": "xx"}, "Select a valid choice."),
    ],
)
def test_a_wrong_setting_is_named_and_the_choice_is_kept(admin, product, options, message):
    text = sheet(admin, product, status=400, **options)
    assert message in words(text)
    assert f'value="{product.code}" checked' in text


def test_nothing_chosen_is_said(admin):
    assert "Choose at least one record" in sheet(admin, status=400)
    assert admin.get(SHEET, {"codes": "zzzzzz,!,,%00"}).status_code == 400


def test_more_than_the_most_are_refused(admin, monkeypatch):
    monkeypatch.setattr(formats, "MOST", 2)
    villages = [make.make_village() for _ in range(3)]
    assert "At most 2 labels at once." in sheet(admin, *villages, status=400)
    assert sheet(admin, *villages[:2]).count("<article") == 2


def test_what_is_not_live_has_no_label_and_is_counted(admin, product):
    hidden = make.make_village("Ẩn", live=False)
    text = sheet(admin, product, hidden)
    assert "Ẩn" not in text
    assert "1 of the chosen has no label, for it is not live." in text


# --- choosing --------------------------------------------------------------------------------------------------------


def test_search_by_type_and_words_keeps_what_is_ticked(admin, product):
    other = make.make_village({"vi": "Bát Tràng"})
    make.make_village({"vi": "Phú Vinh"})
    text = admin.get(PAGE, {"section": "villages", "q": "bat trang", "code": product.code}).content.decode()
    assert f'name="code" value="{other.code}">' in text
    assert f'name="code" value="{product.code}" checked>' in text
    assert "Phú Vinh" not in text


def test_all_that_were_found_can_be_chosen_at_once(admin):
    villages = [make.make_village() for _ in range(3)]
    make.make_village(live=False)
    text = admin.get(PAGE, {"section": "villages", "all_found": "1"}).content.decode()
    assert all(f'value="{village.code}" checked>' in text for village in villages)
    assert text.count("checked>") == 3


def test_the_list_of_a_type_leads_to_its_labels(admin):
    villages = [make.make_village({"vi": name}) for name in ("An", "Bình")]
    assert "/admin/bulk/places/village/labels/" in admin.get("/admin/villages/").content.decode()
    response = admin.get("/admin/bulk/places/village/labels/", {"id": [village.pk for village in villages] + ["x"]})
    assert response.status_code == 302
    target = urlsplit(response["Location"])
    assert target.path == PAGE
    assert parse_qs(target.query)["codes"] == [",".join(village.code for village in villages)]


def test_everything_in_the_list_means_what_its_filters_keep(admin):
    north, south = make.make_province(), make.make_province()
    kept = make.make_village({"vi": "Bắc"}, province=north)
    make.make_village({"vi": "Nam"}, province=south)
    response = admin.get("/admin/bulk/places/village/labels/", {"id": "all", "province": north.pk})
    assert parse_qs(urlsplit(response["Location"]).query)["codes"] == [kept.code]
    response = admin.get("/admin/bulk/places/village/labels/", {"id": "all", "q": "bac"})
    assert parse_qs(urlsplit(response["Location"]).query)["codes"] == [kept.code]


# --- who may ---------------------------------------------------------------------------------------------------------


def test_a_stranger_is_sent_to_the_login(client, product):
    response = client.get(SHEET, {"codes": product.code})
    assert response.status_code == 302
    assert "/admin/login/" in response["Location"]


def test_who_sees_no_record_prints_no_label(member, product):
    client = member()
    for url in (PAGE, f"{SHEET}?codes={product.code}"):
        response = client.get(url)
        assert response.status_code == 302  # Wagtail's answer to “not allowed”
        assert response["Location"] == "/admin/"
    assert "/admin/labels/" not in client.get("/admin/").content.decode()


def test_a_centre_manager_prints_labels_of_centres_only(member, product):
    client, centre = member(CENTRE_MANAGERS), make.make_centre("Nhà trưng bày")
    assert "Nhà trưng bày" in sheet(client, centre)
    assert "Ấm chén" not in sheet(client, centre, product)
    sheet(client, product, status=400)
    text = client.get(PAGE, {"section": "products"}).content.decode()
    assert product.code not in text
    assert client.get("/admin/bulk/products/product/labels/", {"id": product.pk})["Location"] == f"{PAGE}?codes="


def test_a_register_officer_finds_labels_in_the_menu(member, product):
    client = member(REGISTER_OFFICERS)
    assert "/admin/labels/" in client.get("/admin/").content.decode()
    assert "Ấm chén" in sheet(client, product)
