"""The map by province: it counts what the lists count, says the same in picture, table and file, and costs little."""

from __future__ import annotations

import csv
import io
import itertools
import re
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests import factories as make
from tests.core.test_tokens import contrast
from tests.html import parse

from products.models import Product

pytestmark = [pytest.mark.django_db, pytest.mark.sampled(3)]
SVG = "{http://www.w3.org/2000/svg}"
PAGE, FILE = "/en/map/provinces/", "/en/map/provinces.csv"


@pytest.fixture
def provinces():
    make.site_tree()
    names = {"01": "Hà Nội", "48": "Đà Nẵng", "96": "Cà Mau"}
    made = {code: make.make_province({"vi": name}, official_code=code) for code, name in names.items()}
    made["51"] = make.make_province({"id": "Bali"}, official_code="51", country_code="ID")
    return made


@pytest.fixture
def register(provinces, frozen_now):
    """Hà Nội: five stars, four stars, lapsed stars; Đà Nẵng: none; one product without a province."""
    for year, stars in ((2026, 5), (2026, 4), (2020, 4)):
        product = make.make_product(province=provinces["01"])
        make.make_recognition(product, stars=stars, issued_on=date(year, 1, 1))
    crafts = make.make_group(key="handicrafts")
    make.make_product(province=provinces["48"], group=crafts)
    make.make_product(province=None)
    make.make_product(province=provinces["48"], live=False)
    ovop = make.make_programme("ovop", country_code="ID")
    make.make_product(province=provinces["51"], programme=ovop, group=make.make_group(ovop, "batik"))
    return provinces


def figures(client, query="", page=PAGE):
    """Return every row of the table as a list of texts."""
    root = parse(client.get(f"{page}?{query}").content, page).root
    rows = root.findall(".//table[@class='table table--figures']//tr")
    return [["".join(cell.itertext()).strip() for cell in row] for row in rows]


def file_rows(client, query="", page=FILE):
    return list(csv.reader(io.StringIO(client.get(f"{page}?{query}").content.decode("utf-8-sig"))))


# --- what it counts --------------------------------------------------------------------------------------------------


def test_it_counts_live_products_by_province_and_stars_valid_today(client, register):
    header, *rows = figures(client)
    assert header == ["Province", "Region", "Products", "Share (%)", "5 stars", "4 stars", "Without stars today"]
    assert rows == [
        ["Hà Nội", "", "3", "60.0", "1", "1", "1"],
        ["Đà Nẵng", "", "1", "20.0", "0", "0", "1"],
        ["Cà Mau", "", "0", "0.0", "0", "0", "0"],
        ["Province not known", "", "1", "20.0", "0", "0", "1"],
        ["Total", "5", "100.0", "1", "1", "3"],
    ]


@pytest.mark.parametrize("query", ["", "group=food", "group=handicrafts", "stars=4", "programme=ocop&stars=5"])
def test_each_province_leads_to_a_list_of_as_many(client, register, query):
    document = parse(client.get(f"{PAGE}?{query}").content, PAGE)
    rows = [row for row in document.all("tr") if row.get("data-province")]
    assert len(rows) == 3
    for row in rows:
        count = int("".join(row[2].itertext()))
        link = row[0].find("a")
        assert (link is None) == (count == 0)
        if link is not None:
            assert client.get(link.get("href")).context["page_obj"].paginator.count == count


def test_centres_are_counted_by_kind(client, register):
    for kind in ("museum", "museum", "market"):
        make.make_centre(kind=kind, province=register["48"])
    header, first, *_rest = figures(client, "what=centres")
    assert header[2:] == ["Centres", "Share (%)", "Museum", "Market"]
    assert first == ["Đà Nẵng", "", "3", "100.0", "2", "1"]
    assert figures(client, "what=centres&kind=market")[1][2] == "1"


def test_a_country_by_itself_and_the_readers_own_first(client, register):
    assert [row[0] for row in figures(client, "country=ID")] == ["Province", "Bali", "Total"]
    assert figures(client, page="/id/map/provinces/")[1][0] == "Bali"
    assert 'value="ID" selected' in client.get("/id/map/provinces/").content.decode()


def test_per_hundred_communes_where_their_number_is_known(client, register):
    register["01"].communes = 120
    register["01"].save()
    header, first, second, *_rest = figures(client, "per=communes")
    assert header[4] == "Per 100 communes"
    assert (first[0], first[4]) == ("Hà Nội", "2.5")
    assert second[4] == "not known"
    page = client.get(f"{PAGE}?per=communes").content.decode()
    assert "choropleth__area--unknown" in page
    assert 'value="communes"' not in client.get(f"{PAGE}?country=ID").content.decode()


# --- what is asked ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sort", "names"),
    [
        ("name", ["Cà Mau", "Đà Nẵng", "Hà Nội"]),
        ("part-4", ["Hà Nội", "Cà Mau", "Đà Nẵng"]),
        ("count", ["Hà Nội", "Đà Nẵng", "Cà Mau"]),
        ("nonsense", ["Hà Nội", "Đà Nẵng", "Cà Mau"]),
    ],
)
def test_rows_come_in_the_order_asked_for(client, register, sort, names):
    page = f"/vi{PAGE.removeprefix('/en')}"
    assert [row[0] for row in figures(client, f"sort={sort}", page)][1:4] == names


def test_regions_come_in_their_official_order(client, register):
    from places.models import Region

    for position, code in enumerate(("48", "01")):
        region = Region.objects.create(
            slug=f"r{code}", name={"en": f"Region {code}"}, country_code="VN", position=position
        )
        register[code].region = region
        register[code].save()
    assert [row[:2] for row in figures(client, "sort=region")][1:4] == [
        ["Đà Nẵng", "Region 48"],
        ["Hà Nội", "Region 01"],
        ["Cà Mau", ""],
    ]


@pytest.mark.parametrize(
    "query", ["group=x", "stars=9", "country=XX", "what=x", "per=x%00", "programme=ovop", "stars=x"]
)
def test_bad_values_are_ignored_and_the_form_says_so(client, register, query):
    response = client.get(f"{PAGE}?{query}")
    assert response.status_code == 200
    assert "is not one of the choices and was ignored" in response.content.decode()
    assert figures(client, query) == figures(client)
    assert client.get(f"{FILE}?{query}").status_code == 200


def test_filters_of_something_else_are_ignored_and_named(client, register):
    page = client.get(f"{PAGE}?what=centres&group=food&stars=5").content.decode()
    assert "was ignored: Group, Stars valid today." in page


def test_a_choice_is_kept_while_the_order_changes(client, register):
    document = parse(client.get(f"{PAGE}?group=food&stars=4").content, PAGE)
    links = [
        head.find("a").get("href")
        for head in document.all("th")
        if head.get("scope") == "col" and head.find("a") is not None
    ]
    assert links[0] == "?group=food&sort=name&stars=4"
    assert document.all("table")[0].find(".//th[@aria-sort]").get("aria-sort") == "descending"


# --- picture and file ------------------------------------------------------------------------------------------------


def test_the_picture_has_a_class_and_a_name_for_each_province(client, register):
    document = parse(client.get(PAGE).content, PAGE)
    assert document.faults == []
    areas = {
        link.get("data-province"): link
        for link in document.all(f"{SVG}a")
        if "choropleth__area" in link.get("class", "")
    }
    assert {slug: link.get("class").split("--")[1] for slug, link in areas.items()} == {
        "ha-noi": "5",
        "da-nang": "4",
        "ca-mau": "0",
    }
    assert areas["ha-noi"].find(f"{SVG}title").text == "Hà Nội: 3"
    assert areas["ha-noi"].get("href") == "/en/products/?province=ha-noi"
    assert areas["ca-mau"].get("href") is None
    legend = [" ".join("".join(entry.itertext()).split()) for entry in document.root.findall(".//figcaption//li")]
    assert legend == ["none (1 province)", "1 (1 province)", "3 (1 province)"]


def test_the_file_says_what_the_page_says(client, register):
    for query in ("", "sort=name", "group=food&sort=part-4", "what=centres", "country=ID"):
        shown = figures(client, query)
        assert file_rows(client, query) == [*shown[:-1], ["Total", "", *shown[-1][1:]]]


def test_the_file_opens_rightly_in_a_spreadsheet(client, register):
    province = register["48"]
    province.name = {"vi": "=HYPERLINK(1)"}
    province.save()
    response = client.get("/vi/map/provinces.csv")
    assert response.content.startswith(b"\xef\xbb\xbf")
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="duong-lang-products-VN-2026-11-22.csv"'
    rows = file_rows(client, page="/vi/map/provinces.csv")
    assert "'=HYPERLINK(1)" in [row[0] for row in rows]
    assert rows[1][3] == "60.0"  # a point in every language


@pytest.mark.parametrize("language", ["vi", "en", "id"])
def test_nothing_at_all_is_shown_as_such(client, language):
    make.site_tree()
    for address in ("map/provinces/", "map/provinces/?what=centres&country=ID", "map/provinces.csv"):
        assert client.get(f"/{language}/{address}").status_code == 200


# --- where it stands -------------------------------------------------------------------------------------------------


def test_its_addresses(client, register):
    document = parse(client.get(f"{PAGE}?stars=4").content, PAGE)
    assert [link.get("href") for link in document.head_links("canonical")] == [f"http://testserver{PAGE}"]
    assert {link.get("hreflang") for link in document.head_links("alternate")} == {"vi", "en", "id", "x-default"}
    card = next(meta.get("content") for meta in document.all("meta") if meta.get("property") == "og:image")
    assert client.get(card.removeprefix("http://testserver")).status_code == 200
    assert f"http://testserver{PAGE}" in client.get("/sitemap-fixed.xml").content.decode()
    for page in ("/en/map/", "/en/"):
        make.make_centre(province=register["01"])
        assert f'href="{PAGE}"' in client.get(page).content.decode()


def test_few_queries_whatever_the_number(client, register):
    def queries():
        cache.clear()
        with CaptureQueriesContext(connection) as captured:
            client.get(PAGE)
        return len(captured)

    few = queries()
    Product.objects.bulk_create(
        Product(name={"vi": f"P{at}"}, slug=f"p-{at}", province=register["96"], programme=make.make_programme(),
                group=make.make_group()) for at in range(50)
    )  # fmt: skip
    assert queries() == few <= 4


# --- its colours -----------------------------------------------------------------------------------------------------

SHEET = (Path(settings.ROOT) / "static/css/components/choropleth.css").read_text("utf-8")


def colours(scheme):
    light, dark = SHEET.split("@media (prefers-color-scheme: dark)")[:2]
    return dict(re.findall(r"--choropleth-([\w-]+): (#[0-9a-f]{3,6});", light if scheme == "light" else dark))


@pytest.mark.parametrize(("scheme", "high"), [("light", "45"), ("dark", "345")])
def test_numbers_are_legible_on_every_tone(scheme, high):
    tones = colours(scheme)
    for number in "012345":
        ink = tones["high-ink" if number in high else "low-ink"]
        assert contrast(ink, tones[number]) >= 4.5, number


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_tones_go_one_way(scheme):
    tones = [contrast(colours(scheme)[number], "#000") for number in "012345"]
    assert tones == sorted(tones, reverse=scheme == "light")
    assert all(max(pair) / min(pair) >= 1.1 for pair in itertools.pairwise(tones))
