"""What a load writes, that a second one writes nothing, and that what a person did stays."""

from __future__ import annotations

import pytest
from django.core.management import CommandError, call_command
from django.db.models import Sum
from tests.demo.files import extra, rows
from wagtail.models import Page, ReferenceIndex, Revision

from centres.models import Centre, OpeningPeriod
from core.collation import sort_key
from core.models import ShortCode
from crafts.models import Craft, CraftStep
from demo.loading import load
from demo.models import LoadedRow
from places.models import Province, ProvinceAlias, Village
from products.models import Producer, Product, Recognition
from routes.models import Route, RouteStop
from search.models import Synonym

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo_site"), pytest.mark.sampled(5)]

TABLES = {
    "provinces": Province,
    "province_aliases": ProvinceAlias,
    "villages": Village,
    "products": Product,
    "centres": Centre,
    "routes": Route,
    "route_stops": RouteStop,
    "processes": CraftStep,
    "craft_labels": Craft,
    "synonyms": Synonym,
}
COUNTED = (
    *TABLES.values(),
    Producer,
    Recognition,
    OpeningPeriod,
    Village.crafts.through,
    Page,
    Revision,
    LoadedRow,
    ShortCode,
)


@pytest.mark.parametrize("name", TABLES)
def test_every_row_is_there(name):
    assert TABLES[name].objects.count() == len(rows(name))


@pytest.mark.parametrize("name", ["provinces", "villages", "products", "centres", "routes"])
def test_every_slug_is_there_and_live(name):
    live = set(TABLES[name].objects.filter(live=True).values_list("slug", flat=True))
    assert live == {row["slug"] for row in rows(name)}


def test_crafts_and_steps():
    assert Craft.objects.count() == 40
    assert CraftStep.objects.count() == 246


def test_every_free_text_craft_is_mapped():
    known = {row["text"]: row["craft_slug"] for row in rows("craft_map")}
    assert {row["craft"] for row in rows("villages")} == set(known)
    assert {slug for slug in known.values() if slug} <= set(Craft.objects.values_list("slug", flat=True))


def test_every_recognition_keeps_what_its_row_says():
    for row in rows("products"):
        recognition = Recognition.objects.get(product__slug=row["slug"])
        assert str(recognition.stars or "") == row["stars"]
        assert str(recognition.year or "") == row["recognised_year"]
        recognition.full_clean()


def test_dates_are_as_precise_as_the_source():
    by_slug = {r.product.slug: r for r in Recognition.objects.select_related("product")}
    council = next(row for row in rows("products") if row["decision"] == "national council of 16 January 2025")
    assert str(by_slug[council["slug"]].issued_on) == "2025-01-16"
    assert by_slug[council["slug"]].precision == "day"
    numbered = next(row for row in rows("products") if row["decision"] == "Quyết định 144/QĐ-UBND")
    assert by_slug[numbered["slug"]].decision_number == "144/QĐ-UBND"
    assert by_slug[numbered["slug"]].precision == "year"


def test_codes_and_order_are_those_of_single_saves():
    product = Product.objects.order_by("pk").first()
    before = (product.code, product.sort_vi, product.sort_en, product.sort_id)
    product.save()
    product.refresh_from_db()
    assert (product.code, product.sort_vi, product.sort_en, product.sort_id) == before


def test_hours_that_parse_are_periods_and_the_others_stay_text():
    assert Centre.objects.get(slug="bat-trang-museum").opening_periods.count() == 2
    unread = [row for row in rows("centres") if "public holidays" in row["opening_hours"]]
    assert unread
    for row in unread:
        centre = Centre.objects.get(slug=row["slug"])
        assert centre.hours_as_published == row["opening_hours"]
        assert not centre.opening_periods.exists()


def test_model_destinations():
    assert set(Centre.objects.model_destinations().values_list("slug", flat=True)) == {
        "phu-dong-green-park",
        "ocop-point-hong-van",
    }
    assert set(Village.objects.model_destinations().values_list("slug", flat=True)) == {"hong-van", "phu-dong"}


def test_no_personal_name_without_consent():
    assert "Phan Thị Thuận" not in str(Village.objects.get(slug="phung-xa").tagline.data)


def test_the_admin_knows_what_refers_to_what():
    stop = RouteStop.objects.filter(village__isnull=False).first()
    referring = {row.base_content_type.model for row in ReferenceIndex.get_references_to(stop.village)}
    assert "route" in referring


def test_time_zones():
    zones = dict(Province.objects.values_list("slug", "timezone"))
    assert (zones["id-jawa-barat"], zones["id-bali"], zones["id-papua"]) == (
        "Asia/Jakarta",
        "Asia/Makassar",
        "Asia/Jayapura",
    )
    assert zones["ha-noi"] == "Asia/Ho_Chi_Minh"


def test_a_second_load_writes_nothing():
    before = [model.objects.count() for model in COUNTED]
    changed = Village.objects.order_by("-updated_at").first().updated_at
    result = load([])
    assert not result.counts
    assert [model.objects.count() for model in COUNTED] == before
    assert Village.objects.order_by("-updated_at").first().updated_at == changed


def test_eight_real_points_lie_outside_their_outline():
    assert len(load([]).warnings) == 8


# --- what a person did -----------------------------------------------------------------------------------------------


def test_a_persons_change_survives_and_other_fields_still_move(tmp_path):
    village = Village.objects.get(slug="bat-trang")
    village.commune = "Đã sửa tay"
    village.save()
    extra(tmp_path, "villages", "bat-trang", commune="Từ tệp", founded_fact="A new fact")
    result = load([tmp_path])
    village.refresh_from_db()
    assert village.commune == "Đã sửa tay"
    assert village.founded.data == {"en": "A new fact"}
    assert result.counts["places.Village"] == 1


def test_an_unchanged_field_follows_the_file_and_what_derives_from_it(tmp_path):
    extra(tmp_path, "villages", "bat-trang", name="Zzz")
    load([tmp_path])
    village = Village.objects.get(slug="bat-trang")
    assert village.name.data == {"vi": "Zzz"}
    assert village.sort_vi == sort_key("Zzz", "vi")


def test_a_column_added_since_is_filled_in_rows_loaded_before(tmp_path):
    before_the_column = {"bat-trang": "", "van-phuc": "Một người viết"}
    for slug, commune in before_the_column.items():
        Village.objects.filter(slug=slug).update(commune=commune)
        row = LoadedRow.objects.get(model_label="places.Village", key=slug)
        del row.values["commune"]
        row.save()
    assert load([]).counts["places.Village"] == 1
    communes = dict(Village.objects.filter(slug__in=before_the_column).values_list("slug", "commune"))
    assert communes == {"bat-trang": "Xã Bát Tràng", "van-phuc": "Một người viết"}
    assert not load([]).counts


def test_a_changed_recognition_moves_the_products_stars(tmp_path):
    starred = Product.objects.starred([5]).first()
    extra(tmp_path, "products", starred.slug, stars="4")
    load([tmp_path])
    starred.refresh_from_db()
    assert starred.current_stars == 4


def test_what_a_person_deleted_stays_deleted():
    RouteStop.objects.filter(village__slug="chuong").delete()
    CraftStep.objects.filter(craft__slug="lacquer").delete()
    before = (RouteStop.objects.count(), CraftStep.objects.count())
    load([])
    assert (RouteStop.objects.count(), CraftStep.objects.count()) == before


def test_a_further_row_is_loaded_with_its_links(tmp_path):
    extra(tmp_path, "products", "non-lang-chuong", slug="non-moi", name_local="Nón mới", producer="Hợp tác xã Nón Mới")
    load([tmp_path])
    product = Product.objects.get(slug="non-moi")
    assert product.village.slug == "chuong"
    assert str(product.producer.name) == "Hợp tác xã Nón Mới"
    assert product.code
    assert product.recognitions.count() == 1


def test_a_person_s_own_record_is_never_taken_over(tmp_path):
    own = Village.objects.create(name={"vi": "Của tôi"}, slug="lang-moi")
    extra(tmp_path, "villages", "chuong", slug="lang-moi", name="Từ tệp")
    load([tmp_path])
    own.refresh_from_db()
    assert own.name.data == {"vi": "Của tôi"}
    assert not own.crafts.exists()


def test_a_further_row_may_name_a_record_that_only_the_database_holds(tmp_path):
    Village.objects.create(name={"vi": "Của tôi"}, slug="lang-moi")
    extra(tmp_path, "products", "non-lang-chuong", slug="non-moi", village="lang-moi")
    load([tmp_path])
    assert Product.objects.get(slug="non-moi").village.slug == "lang-moi"


def test_unknown_is_allowed(tmp_path):
    extra(
        tmp_path,
        "products",
        "non-lang-chuong",
        slug="non-moi",
        village="",
        province="",
        producer="",
        recognised_year="",
    )
    extra(
        tmp_path,
        "centres",
        "bat-trang-museum",
        slug="bao-tang-moi",
        latitude="",
        longitude="",
        province="",
        village="",
    )
    load([tmp_path])
    product = Product.objects.get(slug="non-moi")
    assert (product.village, product.province, product.producer, product.recognitions.get().issued_on) == (None,) * 4
    assert Centre.objects.get(slug="bao-tang-moi").point is None


def test_production_refuses_without_yes(settings):
    settings.DEMO_LOGINS = False
    with pytest.raises(CommandError, match="--yes"):
        call_command("load_demo")
    call_command("load_demo", yes=True)


def test_demo_logins(client, django_user_model):
    assert set(django_user_model.objects.values_list("username", flat=True)) >= {
        "admin",
        "editor",
        "register",
        "manager",
    }
    assert client.login(username="editor", password="duong-lang")
    assert client.get("/admin/").status_code == 200


def test_demo_logins_exist_nowhere_else(settings, django_user_model):
    django_user_model.objects.all().delete()
    settings.DEMO_LOGINS = False
    call_command("load_demo", yes=True)
    assert not django_user_model.objects.exists()


def test_total_of_valid_stars_is_kept_by_the_clock():
    assert Product.objects.starred().aggregate(total=Sum("current_stars"))["total"] > 0
