"""axe-core finds no barrier on any kind of page: three languages, light and dark, on a phone and on a desk."""

from __future__ import annotations

import os

import pytest
from axe_playwright_python import sync_playwright as axe_playwright
from tests.e2e.pages import PAGES

SCREENS = [(width, scheme) for width in (360, 1280) for scheme in ("light", "dark")]
EVERYTHING = {"resultTypes": ["violations"]}
# The dark scheme changes colours and nothing else; with FULL=1 everything is looked at again all the same.
IN_THE_DARK = EVERYTHING if os.environ.get("FULL") == "1" else {**EVERYTHING, "runOnly": ["color-contrast"]}


def violations(page, scheme):
    """Run axe, which the first call brought into the page."""
    options = EVERYTHING if scheme == "light" else IN_THE_DARK
    if page.evaluate("typeof axe === 'undefined'"):
        page.evaluate(axe_playwright.Axe().axe_script)
    return page.evaluate("options => axe.run(options)", options)["violations"]


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
        found += [
            (width, scheme, one["id"], one["help"], one["nodes"][0]["html"][:160]) for one in violations(page, scheme)
        ]
    assert found == []
