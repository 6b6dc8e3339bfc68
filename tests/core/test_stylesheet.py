"""The joined style sheet: every part once, tokens first, found by Django's static files."""

from __future__ import annotations

from pathlib import Path

from django.contrib.staticfiles import finders

from core import stylesheet


def test_parts_come_in_order_and_maps_stay_alone():
    names = [part.name for part in stylesheet.parts()]
    assert names[:3] == ["tokens.css", "base.css", "layout.css"]
    assert names[3:] == sorted(names[3:])
    assert stylesheet.ALONE.isdisjoint(names)


def test_the_joined_sheet_is_found_and_follows_its_parts(settings, tmp_path):
    settings.VAR_DIR = tmp_path
    found = Path(finders.find(stylesheet.NAME))
    assert found.read_text("utf-8") == "\n".join(part.read_text("utf-8") for part in stylesheet.parts())
    found.write_text("stale")
    assert stylesheet.bundle().read_text("utf-8") != "stale"


def test_collectstatic_gets_it_once(settings, tmp_path):
    settings.VAR_DIR = tmp_path
    [(name, storage)] = stylesheet.StylesheetFinder().list(None)
    assert storage.exists(name)


def test_no_component_names_a_file():
    assert list(stylesheet.StylesheetFinder().check()) == []
