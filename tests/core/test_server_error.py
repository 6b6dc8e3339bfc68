"""The page for errors of ours: it must work when nothing else does, and still look like the site."""

from __future__ import annotations

import re
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.test import Client
from tests.html import parse

TEMPLATE = (Path(settings.ROOT) / "templates/500.html").read_text("utf-8")


def test_it_asks_neither_database_nor_context():
    assert "{%" not in TEMPLATE
    assert "{{" not in TEMPLATE


def test_it_is_sent_when_a_view_fails(monkeypatch):
    monkeypatch.setattr("home.views.preferred_language", lambda request: 1 / 0)
    response = Client(raise_request_exception=False).get("/")
    assert response.status_code == 500
    assert "Something broke on our side" in response.content.decode()


def test_it_is_a_whole_page_in_three_languages():
    document = parse(TEMPLATE.encode(), "/")
    assert document.faults == []
    assert document.language == "vi"
    assert {element.get("lang") for element in document.root.iter() if element.get("lang")} == {"vi", "en", "id"}


def test_everything_it_shows_is_there():
    files = re.findall(r'(?:src|href)="/static/([^"]+)"', TEMPLATE)
    assert any("scenes/" in file for file in files)
    assert [file for file in files if not finders.find(file)] == []
