"""axe-core finds no barrier on any kind of page, in two languages, on a phone and on a desk."""

from __future__ import annotations

import pytest

axe_playwright = pytest.importorskip("axe_playwright_python.sync_playwright")

PAGES = {
    "home": "",
    "list": "villages/",
    "detail": "villages/bat-trang/",
    "product": "products/bo-bat-dia-gom-su-hoa-sen-do/",
    "map": "map/",
    "search": "search/?q=bat+trang",
    "story": "stories/sixteen-rings/",
}
WIDTHS = (360, 1280)


@pytest.mark.sampled
@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("kind", PAGES)
def test_no_barrier(visit, kind, language):
    page = visit(language=language)
    page.goto(f"/{language}/{PAGES[kind]}")
    page.wait_for_load_state("networkidle")
    found = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        violations = axe_playwright.Axe().run(page).response["violations"]
        found += [(width, each["id"], each["help"], each["nodes"][0]["html"][:160]) for each in violations]
    assert found == []
