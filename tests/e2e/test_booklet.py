"""The booklet on paper: few sheets, whole stops, little ink, and every code read back at 150 dpi."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pypdfium2
import pytest
import zxingcpp
from django.template.loader import render_to_string
from django.utils import translation
from tests.routes.exports.journeys import HOSTILE, journey, stop

from core.models.codes import derive_code
from routes.exports.booklet import booklet_context
from routes.trips.link import written
from routes.trips.plan import Plan, PlanStop

DPI, POINTS, INCH = 150, 72, 25.4
MOST_SHEETS = {"a4": 3, "a5": 6}
SIZES = {"a4": (210, 297), "a5": (148, 210)}
MOST_INK = 0.09  # of a sheet, its codes included
DARK = 140  # of 255
VILLAGES = ("bat-trang", "van-phuc", "ha-thai", "chuong", "quang-phu-cau")
MUSEUM = "bat-trang-museum"


def plan_query():
    """Six stops over two days from Hà Nội."""
    codes = [derive_code("villages", slug) for slug in VILLAGES] + [derive_code("centres", MUSEUM)]
    return written(Plan((tuple(map(PlanStop, codes)),), date(2026, 12, 5), days=2, start="hanoi"))


def printed(page):
    """The sheets of a page as Chromium prints it."""
    return list(pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True, print_background=True)))


def pictures(sheets):
    return [sheet.render(scale=DPI / POINTS).to_pil() for sheet in sheets]


def read(picture):
    """The addresses that a telephone finds on a sheet."""
    return [code.text for code in zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode)]


def labelled(page):
    """The addresses that the page says its codes hold."""
    labels = [code.get_attribute("aria-label") for code in page.locator(".code [role=img]").all()]
    return [label[label.index("http") :] for label in labels]


def words(sheet):
    return " ".join(sheet.get_textpage().get_text_range().split())


def size(sheet):
    return tuple(round(points / POINTS * INCH) for points in sheet.get_size())


@pytest.mark.sampled(4)
@pytest.mark.parametrize("paper", ["a4", "a5"])
@pytest.mark.parametrize("language", ["vi", "en", "id"])
def test_a_plan_of_six_stops_prints_on_few_sheets_with_every_code(visit, language, paper):
    page = visit(language=language)
    page.goto(f"/{language}/plan/booklet/?{plan_query()}&paper={paper}")
    assert page.locator(".stop").count() == 6
    sheets = printed(page)
    assert len(sheets) <= MOST_SHEETS[paper]
    assert {size(sheet) for sheet in sheets} == {SIZES[paper]}
    drawn = pictures(sheets)
    assert sorted(address for picture in drawn for address in read(picture)) == sorted(labelled(page))
    assert max(np.mean(np.asarray(picture.convert("L")) < DARK) for picture in drawn) < MOST_INK


def test_booklet_of_a_route_with_no_stop_split_journey(visit):
    page = visit()
    page.goto("/en/routes/bat-trang-footprints/booklet/?open_on=2026-12-05&paper=a5")
    page.get_by_role("button", name="Print").wait_for()
    stops = [
        (each.locator("h3").inner_text(), each.locator("figcaption").inner_text())
        for each in page.locator(".stop").all()
    ]
    assert len(stops) > 1
    sheets = [words(sheet) for sheet in printed(page)]
    for name, code in stops:
        assert any(" ".join(name.split()) in sheet and code in sheet for sheet in sheets), name
    assert "Back to the route" not in " ".join(sheets)
    page.get_by_role("link", name="A4").click()
    assert {size(sheet) for sheet in printed(page)} == {SIZES["a4"]}
    page.get_by_role("link", name="Back to the route").click()
    assert page.url.endswith("/en/routes/bat-trang-footprints/?open_on=2026-12-05")


@pytest.mark.sampled(4)
@pytest.mark.parametrize("width", [None, 360])
@pytest.mark.parametrize("paper", ["a4", "a5"])
def test_words_of_the_world_stay_on_the_sheet(visit, paper, width, frozen_now):
    storable = [text for text in HOSTILE if "\ud800" not in text]  # no database and no page holds half a character
    stops = [
        stop(number, name=f"{text} {number}", notes=(text,) * 3, kind=text, hours=text, address=text)
        for number, text in enumerate((*storable, "Nghiêngnghiêngngả" * 17), start=1)
    ]
    whole = replace(journey(stops), title="Nghiêngnghiêngngả" * 12, path=f"/en/plan/?p={'1abcdef' * 36}")
    with translation.override("en"):
        html = render_to_string("routes/booklet.html", booklet_context(whole, paper))
    page = visit(width=width or 1280)
    page.route("**/booklet-of-the-test/", lambda route: route.fulfill(body=html, content_type="text/html"))
    page.goto("/booklet-of-the-test/")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    sheets = printed(page)
    found = sorted(address for picture in pictures(sheets) for address in read(picture))
    assert found == sorted(labelled(page))
    assert {size(sheet) for sheet in sheets} == {SIZES[paper]}
