"""The sheets: they fit their paper, CSS and Python agree, every QR code is large enough and never too dense."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import segno

from core import qr
from editorial.labels import formats

ROOT = Path(__file__).resolve().parents[2]
CSS = (ROOT / "static/css/labels.css").read_text()
HOST_29 = "www.duonglang-ocop.example.vn"
ADDRESS = f"https://{HOST_29}/q/abc234"
every_format = pytest.mark.parametrize("sheet", formats.FORMATS.values(), ids=lambda sheet: sheet.key)


def test_the_formats_are_these():
    assert {key: each.per_sheet for key, each in formats.FORMATS.items()} == {
        "a4-8": 8,
        "a4-10": 10,
        "a4-21": 21,
        "a6": 1,
        "a3": 1,
    }


@every_format
def test_the_labels_fit_on_the_paper(sheet):
    side, top = sheet.margins
    assert side >= 0
    assert top >= 0
    columns, rows = sheet.grid
    assert columns * sheet.label[0] + (columns - 1) * sheet.gap + 2 * side == pytest.approx(sheet.paper[0], abs=0.02)
    assert rows * sheet.label[1] + 2 * top == pytest.approx(sheet.paper[1], abs=0.02)


@every_format
def test_the_style_sheet_says_the_same(sheet):
    rules = " ".join(re.findall(rf"\.sheet--{sheet.key}[ ,{{][^}}]*}}", CSS))
    columns, rows = sheet.grid
    width, height = (f"{side:g}mm" for side in sheet.label)
    columns_wanted = f"repeat({columns}, {width})" if columns > 1 else width
    assert f"grid-template-columns: {columns_wanted}" in rules
    assert f"grid-auto-rows: {height}" in rules
    assert f"--qr: {sheet.qr:g}mm" in rules
    paper = f"{sheet.paper[0]:g}mm {sheet.paper[1]:g}mm"
    assert f"@page {sheet.key.split('-')[0]} {{ size: {paper}; margin: 0; }}" in CSS
    assert f"inline-size: {sheet.paper[0]:g}mm; block-size: {sheet.paper[1]:g}mm" in rules
    if rows > 1:
        side, top = sheet.margins
        assert f"padding: {top:g}mm {side:g}mm" in rules


@every_format
@pytest.mark.parametrize("version", range(2, 11))  # version 1 holds 11 bytes: no address is that short
def test_the_symbol_is_at_least_20_mm_without_its_quiet_zone(sheet, version):
    assert sheet.symbol_mm(17 + 4 * version) >= 20


@every_format
def test_a_module_is_large_enough_for_a_telephone(sheet):
    assert sheet.symbol_mm(33) / 33 >= 0.5  # mm; a laser printer's dot is 0.04


def test_a_host_of_29_characters_needs_version_4_at_most():
    assert len(HOST_29) == 29
    symbol = qr.symbol(ADDRESS)
    assert (symbol.version, symbol.error) == (4, "Q")
    assert qr.modules(ADDRESS) == 33
    assert qr.symbol("http://localhost:8000/q/abc234").version == 3


def test_the_quiet_zone_is_four_modules_of_the_drawing():
    drawing = ET.fromstring(qr.svg(ADDRESS))
    assert drawing.get("viewBox") == "0 0 41 41"
    assert drawing.find("path").get("d").startswith("M4 4.5")
    assert drawing.get("width") is None
    assert "style" not in qr.svg(ADDRESS)


def test_the_symbol_is_the_address_itself():
    assert qr.symbol(ADDRESS) == segno.make(ADDRESS, error="q", micro=False, boost_error=False)


@pytest.mark.parametrize(
    ("count", "start", "expected"),
    [(0, 1, []), (8, 1, [8]), (9, 1, [8, 1]), (8, 3, [8, 2]), (1, 8, [8])],
)
def test_sheets_are_filled_from_the_start(count, start, expected):
    found = list(formats.sheets(list(range(count)), 8, start))
    assert [len(sheet) for sheet in found] == expected
    places = [item for sheet in found for item in sheet]
    assert places == [*[None] * (start - 1), *range(count)][: len(places)]


@pytest.mark.parametrize("start", [0, -1, 9])
def test_a_start_off_the_sheet_is_an_error(start):
    with pytest.raises(ValueError, match="no place"):
        list(formats.sheets([1], 8, start))


def test_long_names_are_set_smaller():
    steps = [formats.step("x" * length) for length in (1, 26, 27, 52, 53, 104, 105, 200)]
    assert steps == ["short", "short", "medium", "medium", "long", "long", "longest", "longest"]
