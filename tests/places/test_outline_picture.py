"""The picture of the land that the map page shows first."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

GEO = Path(__file__).resolve().parents[2] / "static" / "geo"
COLOUR = re.compile("#[0-9a-f]{6}")


@pytest.mark.parametrize("name", ["outline.svg", "outline-dark.svg"])
def test_it_is_light_valid_and_without_styles(name):
    text = (GEO / name).read_text("utf-8")
    assert len(text.encode()) <= 30 * 1024
    assert "style" not in text
    root = ElementTree.fromstring(text)
    (whole,) = root.findall("{http://www.w3.org/2000/svg}view")
    left, top, width, height = map(int, whole.get("viewBox").split())
    inner_left, inner_top, inner_width, inner_height = map(int, root.get("viewBox").split())
    assert left < inner_left < inner_left + inner_width < left + width
    assert top < inner_top < inner_top + inner_height < top + height


def test_light_and_dark_differ_in_their_colours_alone():
    light, dark = ((GEO / name).read_text("utf-8") for name in ("outline.svg", "outline-dark.svg"))
    assert light != dark
    assert COLOUR.sub("", light) == COLOUR.sub("", dark)


def test_its_colours_are_those_of_the_map():
    sheet = (GEO.parent / "css" / "components" / "map.css").read_text("utf-8")
    for name in ("outline.svg", "outline-dark.svg"):
        assert set(COLOUR.findall((GEO / name).read_text("utf-8"))) <= set(COLOUR.findall(sheet))
