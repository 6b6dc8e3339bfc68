"""Records and stories on paper: at most two sheets of A4, with the code that leads back."""

from __future__ import annotations

import re

import pypdfium2
import pytest
import zxingcpp
from tests.e2e.pages import PAGES

PRINTED = ("village", "craft", "product", "product-with-stars", "centre", "route", "story")
DPI, POINTS = 150, 72


@pytest.mark.sampled(24)
@pytest.mark.parametrize("language", ["vi", "en", "id"])
@pytest.mark.parametrize("kind", PRINTED)
def test_a_page_prints_on_two_sheets_with_its_code(visit, tmp_path, kind, language):
    page = visit(language=language)
    page.goto(f"/{language}/{PAGES[kind]}")
    path = tmp_path / "page.pdf"
    page.pdf(path=path, format="A4", prefer_css_page_size=True, print_background=True)
    document = pypdfium2.PdfDocument(path)
    assert len(document) <= 2
    sheets = [document[number] for number in range(len(document))]
    found = [
        code.text
        for sheet in sheets
        for code in zxingcpp.read_barcodes(
            sheet.render(scale=DPI / POINTS).to_pil(), formats=zxingcpp.BarcodeFormat.QRCode
        )
    ]
    assert len(found) == 1
    assert re.search(r"/q/[a-z0-9]{6}$|/stories/sixteen-rings/$", found[0])
    words = " ".join(sheet.get_textpage().get_text_range() for sheet in sheets)
    assert found[0] in words.replace("\r\n", "")
