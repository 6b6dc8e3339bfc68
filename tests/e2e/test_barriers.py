"""axe-core finds no barrier on any kind of page: three languages, light and dark, on a phone and on a desk."""

from __future__ import annotations

import pytest
from tests.e2e.pages import PAGES

axe_playwright = pytest.importorskip("axe_playwright_python.sync_playwright")

SCREENS = [(width, scheme) for width in (360, 1280) for scheme in ("light", "dark")]


@pytest.mark.sampled(40)
@pytest.mark.parametrize("language", ["vi", "en", "id"])
@pytest.mark.parametrize("kind", PAGES)
def test_no_barrier(visit, kind, language):
    page = visit(language=language)
    page.goto(f"/{language}/{PAGES[kind]}")
    page.wait_for_load_state("networkidle")
    found = []
    for width, scheme in SCREENS:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        violations = axe_playwright.Axe().run(page).response["violations"]
        found += [(width, scheme, each["id"], each["help"], each["nodes"][0]["html"][:160]) for each in violations]
    assert found == []
