"""Typefaces, icons and scenes: there, small, and complete."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from PIL import Image, ImageFont

from core import sections

ROOT = Path(__file__).resolve().parents[2]
FONTS = ROOT / "static/fonts"
ICONS = ROOT / "static/img/icons"
SCENES = ROOT / "static/img/scenes"
LETTERS = "ẤấẦẬẶặẼẾỄễỆỘộỐỖƠờỢƯữỰÝỵĐđĨũéèêçœ“”‘’–—…·•×€"  # Lora has no ₫: prices are never headings


def test_three_typefaces_weigh_little():
    files = sorted(FONTS.glob("*.woff2"))
    assert [file.name for file in files] == ["be-vietnam-pro-400.woff2", "be-vietnam-pro-600.woff2", "lora-600.woff2"]
    assert sum(file.stat().st_size for file in files) <= 72 * 1024


@pytest.mark.parametrize("name", ["be-vietnam-pro-400", "be-vietnam-pro-600", "lora-600"])
def test_every_letter_is_drawn(name):
    font = ImageFont.truetype(ROOT / f"site/core/social/fonts/{name}.ttf", 40)
    missing = bytes(font.getmask("\ue000"))
    assert [letter for letter in LETTERS if bytes(font.getmask(letter)) == missing] == []


def test_the_licences_are_beside_the_fonts():
    for folder in (FONTS, ROOT / "site/core/social/fonts"):
        assert {file.name for file in folder.glob("OFL-*.txt")} == {"OFL-Be-Vietnam-Pro.txt", "OFL-Lora.txt"}


def test_first_paint_needs_no_wait_for_type():
    base = (ROOT / "templates/base.html").read_text("utf-8")
    preloaded = re.findall(r'rel="preload" href="{% static "fonts/([\w.-]+)" %}" as="font".* crossorigin>', base)
    assert preloaded == ["be-vietnam-pro-400.woff2", "lora-600.woff2", "be-vietnam-pro-600.woff2"]


@pytest.mark.parametrize(("name", "side"), [("favicon.ico", 32), ("apple-touch-icon.png", 180)])
def test_icons_have_their_size(name, side):
    assert Image.open(ICONS / name).size == (side, side)


def test_the_manifest_names_files_beside_it_in_their_size():
    manifest = json.loads((ICONS / "site.webmanifest").read_text("utf-8"))
    paper = re.search(r"--paper: (#\w+);", (ROOT / "static/css/tokens.css").read_text("utf-8"))[1]
    assert manifest["background_color"] == paper
    for icon in manifest["icons"]:
        assert "x".join(map(str, Image.open(ICONS / icon["src"]).size)) == icon["sizes"]


def test_every_section_has_its_scene():
    assert {*sections.SECTIONS, "home", "not_found", "out_of_order"} <= {file.stem for file in SCENES.glob("*.svg")}


@pytest.mark.parametrize("scene", sorted(SCENES.glob("*.svg")), ids=lambda file: file.stem)
def test_scenes_are_light_and_stand_alone(scene):
    text = scene.read_text("utf-8")
    assert len(text.encode()) <= 8 * 1024
    assert not re.search(r"<(style|script|text|image)|href=\"[^#]", text)
    assert 'preserveAspectRatio="xMid' in text
