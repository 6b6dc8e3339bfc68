"""A bad row is named by file, line and column, and nothing is written."""

from __future__ import annotations

import csv

import pytest
from django.core.management import CommandError, call_command
from tests.demo.files import extra

from demo.loading import load
from demo.models import LoadedRow
from places.models import Province, Village

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo_site"), pytest.mark.sampled(6)]

BAD = [
    ("villages", "chuong", {"slug": ""}, "slug"),
    ("villages", "chuong", {"slug": "Làng Chuông"}, "slug"),
    ("villages", "chuong", {"name": ""}, "name"),
    ("villages", "chuong", {"programme": ""}, "programme"),
    ("villages", "chuong", {"programme": "XYZ"}, "programme"),
    ("villages", "chuong", {"province": "atlantis"}, "province"),
    ("villages", "chuong", {"latitude": "91"}, "latitude"),
    ("villages", "chuong", {"longitude": "east"}, "longitude"),
    ("villages", "chuong", {"latitude": ""}, "latitude"),
    ("products", "non-lang-chuong", {"name_local": ""}, "name_local"),
    ("products", "non-lang-chuong", {"programme": ""}, "programme"),
    ("products", "non-lang-chuong", {"product_group": "toys"}, "product_group"),
    ("products", "non-lang-chuong", {"village": "atlantis"}, "village"),
    ("products", "non-lang-chuong", {"stars": "6"}, "stars"),
    ("products", "non-lang-chuong", {"stars": "0"}, "stars"),
    ("products", "non-lang-chuong", {"star_scale": "3"}, "star_scale"),
    ("products", "non-lang-chuong", {"star_scale": ""}, "star_scale"),
    ("products", "non-lang-chuong", {"status": "blessed"}, "status"),
    ("products", "non-lang-chuong", {"recognised_year": "2999"}, "recognised_year"),
    ("centres", "bat-trang-museum", {"kind": ""}, "kind"),
    ("centres", "bat-trang-museum", {"kind": "castle"}, "kind"),
    ("centres", "bat-trang-museum", {"village": "atlantis"}, "village"),
    ("villages", "chuong", {"programme": "nonesuch"}, "programme"),
    ("villages", "chuong", {"best_months": "12,²"}, "best_months"),
    ("villages", "chuong", {"best_months": "9" * 5000}, "best_months"),
    ("villages", "chuong", {"name": "\u200b \u200b"}, "name"),
    ("villages", "chuong", {"name": "Làng\x01"}, "name"),
    ("villages", "chuong", {"name": "Làng \x96 Chuông"}, "name"),
    ("products", "non-lang-chuong", {"recognised_year": "12/2024"}, "recognised_year"),
    ("products", "non-lang-chuong", {"stars": "²"}, "stars"),
    ("routes", "bat-trang-footprints", {"days": "31"}, "days"),
    ("routes", "bat-trang-footprints", {"days": "9" * 5000}, "days"),
    ("routes", "bat-trang-footprints", {"status": ""}, "status"),
    ("provinces", "ha-noi", {"name_local": ""}, "name_local"),
    ("provinces", "ha-noi", {"macro_region_en": "long " * 20}, "macro_region_en"),
]


@pytest.mark.parametrize(("name", "slug", "changes", "column"), BAD)
def test_a_bad_row_is_named_and_nothing_is_written(tmp_path, name, slug, changes, column):
    before = list(LoadedRow.objects.order_by("pk").values())
    extra(tmp_path, name, slug, **changes)
    Village.objects.filter(slug="bat-trang").update(commune="would be written otherwise")
    with pytest.raises(CommandError) as caught:
        call_command("load_demo", data=[str(tmp_path)])
    assert f"{tmp_path / name}.csv, line 2, column {column}: " in str(caught.value)
    assert caught.value.returncode == 1
    assert list(LoadedRow.objects.order_by("pk").values()) == before


def test_dangling_stops_and_steps_are_named(tmp_path):
    (tmp_path / "route_stops.csv").write_text(
        "route_slug,order,stop_type,stop_slug,stop_status\nnowhere,1,village,atlantis,suggested\nlombok-craft-day,x,ship,,\n"
    )
    (tmp_path / "processes.csv").write_text("craft_slug,craft_en,country,step_order,step_title\n,Glass,VN,1,Blow\n")
    with pytest.raises(CommandError) as caught:
        call_command("load_demo", data=[str(tmp_path)])
    message = str(caught.value)
    for place in (
        "line 2, column route_slug", "line 2, column stop_slug", "line 3, column order", "line 3, column stop_type",
        "line 3, column stop_slug", "line 3, column stop_status", "line 2, column craft_slug",
    ):  # fmt: skip
        assert place in message


def test_all_bad_cells_are_named_at_once(tmp_path):
    extra(tmp_path, "products", "non-lang-chuong", stars="9", village="atlantis", name_local="")
    with pytest.raises(CommandError, match="3 problems"):
        call_command("load_demo", data=[str(tmp_path)])


def test_the_same_slug_twice_in_one_file_is_named(tmp_path):
    found = extra(tmp_path, "villages", "chuong")
    with (tmp_path / "villages.csv").open("a", encoding="utf-8", newline="") as file:
        csv.DictWriter(file, found).writerow(found)
    with pytest.raises(CommandError, match=r"line 3, column slug: .*stands in line 2"):
        call_command("load_demo", data=[str(tmp_path)])


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(CommandError, match="no such folder"):
        call_command("load_demo", data=[str(tmp_path / "nothing")])


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ("slug,name\naa,Làng\nbb,Làng".encode("latin-1"), "line 2, column name: is not written in UTF-8"),
        ("slug,name\naa,Làng".encode("utf-16"), "line 1, column 1: is not written in UTF-8"),
        (b"slug,name\naa," + b"x" * 200_000, "line 2, column name: can't be read"),
        (b"slug,name,programme\naa,L\x00ng,OCOP", "line 2, column name: holds the control character U+0000"),
        (b'slug,name,programme\naa,A,OCOP\nbb,"B,OCOP\ncc,C,OCOP\n', "line 3, column name: can't be read"),
        (b'slug,name,programme\naa,"A"B,OCOP\n', "line 2, column name: can't be read"),
        (b"slug;name;programme\naa;A;OCOP\n", "line 1, column slug: is no column of this file"),
        (b"PK\x03\x04\x14\x00\x06\x00", "line 1, column 1: holds the control character U+0003"),
        (b"slug,name,programme,name\naa,A,OCOP,\n", "line 1, column name: heads two columns"),
        (b'slug,name,programme,former_admin\naa,A,OCOP,"x\r\ny"\r\n,B,OCOP,\r\n', "line 4, column slug: is missing"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(tmp_path, content, place):
    (tmp_path / "villages.csv").write_bytes(content)
    with pytest.raises(CommandError) as caught:
        call_command("load_demo", data=[str(tmp_path)])
    assert f"{tmp_path / 'villages.csv'}, {place}" in str(caught.value)


@pytest.mark.parametrize("written", ["01", "1_0", "１"])
def test_a_stop_s_order_is_written_plainly(tmp_path, written):
    """“1” and “01” would be two rows of a file and one stop."""
    extra(tmp_path, "route_stops", "bat-trang-footprints", column="route_slug", order=written)
    with pytest.raises(CommandError, match=r"line 2, column order: .*is not a whole number"):
        call_command("load_demo", data=[str(tmp_path)])


def test_a_code_that_a_province_of_the_database_holds_is_named(tmp_path):
    Province.objects.create(name={"vi": "Của tôi"}, slug="tinh-moi", country_code="VN", official_code="99")
    extra(tmp_path, "provinces", "hue", slug="hue-moi", code="99")
    with pytest.raises(CommandError, match=r"line 2, column code: “99” is the code of tinh-moi already"):
        call_command("load_demo", data=[str(tmp_path)])


@pytest.mark.parametrize(
    ("name", "content", "place"),
    [
        ("product_group_labels", "programme,key,name_en\nOCOP,<b>,Bold\n", "line 2, column key"),
        ("synonyms", "words,means,both_ways\nChuong,chuông,no\n", "line 2, column means"),
    ],
)
def test_what_the_admin_would_refuse_is_named(tmp_path, name, content, place):
    (tmp_path / f"{name}.csv").write_text(content, encoding="utf-8")
    with pytest.raises(CommandError, match=place):
        call_command("load_demo", data=[str(tmp_path)])


def test_what_is_passed_over_is_said(tmp_path):
    (tmp_path / "village.csv").write_text("slug\n")
    (tmp_path / "glossary.csv").write_text("key\n")
    first, second = load([tmp_path]).warnings[:2]
    assert first.startswith(f"{tmp_path} holds none of the files that are loaded: centres.csv, ")
    assert second == f"{tmp_path / 'village.csv'} is none of the files that are loaded"
    (tmp_path / "villages.csv").write_text("slug,name,programme,latitde\n")
    unknown = f"{tmp_path / 'villages.csv'}, line 1, column latitde: is no column that is loaded"
    assert unknown in load([tmp_path]).warnings


def test_two_provinces_of_a_country_cannot_share_a_code(tmp_path):
    extra(tmp_path, "provinces", "hue", slug="hue-moi")
    with pytest.raises(CommandError, match=r"line 2, column code: “46” is the code of hue already"):
        call_command("load_demo", data=[str(tmp_path)])


def test_a_label_of_an_unknown_craft_is_named(tmp_path):
    (tmp_path / "craft_labels.csv").write_text("craft_slug,name_en,family\nmoon-dust,Moon dust,wood\n")
    with pytest.raises(CommandError, match="line 2, column craft_slug: “moon-dust” does not exist"):
        call_command("load_demo", data=[str(tmp_path)])
