"""Labels on paper: Chromium prints them, and a reader of QR codes finds every address at 150 dpi."""

from __future__ import annotations

import re

import pytest
import zxingcpp
from pypdfium2 import PdfDocument
from tests import factories

sync_api = pytest.importorskip("playwright.sync_api")
expect = sync_api.expect
DPI = 150
HOST_29 = "www.duonglang-ocop.example.vn"
LONG = "Nghệ thuật dệt thổ cẩm truyền thống của người Ễđê Ẩm " * 4


def printed(page):
    """Return the pages of the PDF that Chromium makes of a page, as pictures at 150 dpi."""
    document = PdfDocument(page.pdf(prefer_css_page_size=True, print_background=True))
    return document, [sheet.render(scale=DPI / 72).to_pil() for sheet in document]


def millimetres(document):
    return {tuple(round(points / 72 * 25.4) for points in sheet.get_size()) for sheet in document}


@pytest.fixture
def products(django_user_model, settings, browser):
    """A hundred products, some with names as long as they get, on a host as long as version 4 holds."""
    settings.WAGTAILADMIN_BASE_URL = f"https://{HOST_29}"
    programme = factories.make_programme()
    with factories.quickly():
        return [
            factories.make_product(
                {"vi": LONG[:200] if number % 7 == 0 else f"Gốm {number}", "en": f"Pottery {number}"},
                programme=programme,
                tagline={"vi": LONG[:110]},
            )
            for number in range(100)
        ]


def show(page, client, products, key):
    """Open the sheets of products that only the test's own database has."""
    query = {"format": key, "codes": ",".join(product.code for product in products)}
    html = client.get("/admin/labels/sheet/", query).content
    page.route("**/labels-of-the-test/", lambda route: route.fulfill(body=html, content_type="text/html"))
    page.goto("/labels-of-the-test/")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("key", "labels", "sheets", "paper"),
    [
        ("a4-21", 100, 5, (210, 297)),
        ("a4-10", 10, 1, (210, 297)),
        ("a4-8", 9, 2, (210, 297)),
        ("a6", 3, 3, (105, 148)),
        ("a3", 2, 2, (297, 420)),
    ],
)
def test_every_code_is_read_from_paper(page, admin_client, products, key, labels, sheets, paper):
    show(page, admin_client, products[:labels], key)
    document, pictures = printed(page)
    assert len(document) == sheets
    assert millimetres(document) == {paper}
    read = [
        symbol for picture in pictures for symbol in zxingcpp.read_barcodes(picture, zxingcpp.BarcodeFormat.QRCode)
    ]
    wanted = [f"https://{HOST_29}/q/{product.code}" for product in products[:labels]]
    assert sorted(symbol.text for symbol in read) == sorted(wanted)


@pytest.mark.django_db
@pytest.mark.parametrize("key", ["a4-8", "a4-10", "a4-21", "a6", "a3"])
def test_no_word_leaves_its_label_or_touches_the_code(page, admin_client, products, key):
    show(page, admin_client, products[:8], key)
    page.emulate_media(media="print")
    wrong = page.evaluate(
        """() => [...document.querySelectorAll(".label[data-code]")].flatMap((label) => {
          const box = (name) => label.querySelector(name).getBoundingClientRect();
          const [own, code, words] = [label.getBoundingClientRect(), box(".label__qr"), box(".label__words")];
          const apart = words.right <= code.left + 1 || words.bottom <= code.top + 1;
          const texts = [...label.querySelectorAll("h2, p")].map((text) => text.getBoundingClientRect());
          const inside = [code, ...texts].every((one) => !one.width || (one.left >= own.left - 1
            && one.right <= own.right + 1 && one.top >= own.top - 1 && one.bottom <= own.bottom + 1));
          return apart && inside ? [] : [label.textContent.trim().slice(0, 40)];
        })"""
    )
    assert wrong == []
    side = page.locator(".label__qr").first.bounding_box()
    assert side["width"] == pytest.approx(side["height"], abs=0.1)


def test_journey_from_the_search_to_the_sheets(staff):
    page = staff(height=1000)
    page.goto("/admin/labels/")
    page.get_by_label("Type").select_option("villages")
    page.get_by_label("Words").fill("bat trang")
    page.get_by_role("button", name="Search", exact=True).last.click()
    page.get_by_role("button", name=re.compile("^Choose")).click()
    expect(page.get_by_role("checkbox", checked=True).first).to_be_visible()
    page.get_by_label("Format").select_option("a6")
    page.get_by_role("button", name="Show the sheets").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("label")
    expect(page.get_by_role("heading", level=2, name="Làng gốm Bát Tràng")).to_be_visible()
    expect(page.get_by_role("button", name="Print")).to_be_visible()
