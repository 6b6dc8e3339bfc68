"""Every kind of page is light, fits the narrowest screen and large letters, and needs no script, colour or motion."""

from __future__ import annotations

import gzip
import re

import pytest
from tests.e2e.pages import PAGES

sync_api = pytest.importorskip("playwright.sync_api")
expect = sync_api.expect

KIBIBYTES, REQUESTS = 120, 14
COMPRESSED = (".woff2", ".png", ".webp", ".avif", ".ico")
ALLOWED_WITHOUT_SCRIPT = 2  # links that a script adds: to the map's own credit


def transferred(response):
    """What the response weighs on the wire: the development server leaves compression to its proxy."""
    body = response.body()
    return len(body) if response.url.split("?")[0].endswith(COMPRESSED) else len(gzip.compress(body))


@pytest.mark.sampled(90)
@pytest.mark.parametrize("kind", PAGES)
def test_the_first_load_is_light(visit, kind):
    page = visit(width=1280)
    responses = []
    page.on("response", lambda response: responses.append(response))
    page.goto(f"/en/{PAGES[kind]}")
    page.wait_for_timeout(500)
    seen = [response for response in responses if response.status < 300 or response.status == 404]
    assert len(seen) <= REQUESTS, [response.url for response in seen]
    assert sum(map(transferred, seen)) <= KIBIBYTES * 1024


@pytest.mark.sampled(90)
@pytest.mark.parametrize("language", ["vi", "id"])  # two marks over a letter; the longest words
@pytest.mark.parametrize("kind", PAGES)
def test_nothing_scrolls_sideways(visit, kind, language):
    page = visit(width=320, height=640, language=language)
    page.goto(f"/{language}/{PAGES[kind]}")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.set_viewport_size({"width": 640, "height": 640})
    page.evaluate("document.documentElement.style.fontSize = '200%'")  # letters twice as large
    assert page.evaluate("document.documentElement.scrollWidth") <= 640


@pytest.mark.sampled(45)
@pytest.mark.parametrize("kind", PAGES)
def test_a_name_without_a_blank_is_broken(visit, kind):
    page = visit(width=320, height=640)
    page.goto(f"/en/{PAGES[kind]}")
    page.evaluate(
        """() => document.querySelectorAll("main :is(h1, h2, h3, h3 a, .section__more)").forEach((one) => {
            const text = [...one.childNodes].find((part) => part.nodeType === Node.TEXT_NODE && part.data.trim());
            if (text) text.data = "W".repeat(140);
        })"""
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.sampled(90)
@pytest.mark.parametrize("kind", PAGES)
def test_forced_colours_keep_edges_and_stillness_is_kept(visit, kind):
    page = visit(forced_colors="active")  # and with reduced motion, as every page of the suite
    page.goto(f"/en/{PAGES[kind]}")
    edgeless = page.evaluate(
        """() => { // the browser draws boxes to tick itself
            const edged = (one) => one && parseFloat(getComputedStyle(one).borderTopWidth) > 0;
            const asked = "button, .button, select, input:not([type=checkbox], [type=radio])";
            return [...document.querySelectorAll(`main :is(${asked})`)]
                .filter((one) => one.checkVisibility() && !edged(one) && !edged(one.closest("form")))
                .map((one) => one.outerHTML.slice(0, 120));
        }"""
    )
    assert edgeless == []
    assert page.evaluate("document.getAnimations().filter((one) => one.playState === 'running').length") == 0


@pytest.mark.sampled(90)
@pytest.mark.parametrize("kind", [kind for kind in PAGES if kind != "map"])  # its list is the page: test_reader
def test_without_javascript_the_same_links_and_words_are_there(visit, kind):
    def links(page):
        page.goto(f"/en/{PAGES[kind]}")
        page.wait_for_timeout(200)
        return set(page.locator("main a[href]").evaluate_all("all => all.map((one) => one.getAttribute('href'))"))

    bare = visit(java_script_enabled=False)
    with_script, without = links(visit()), links(bare)
    assert len(with_script - without) <= ALLOWED_WITHOUT_SCRIPT
    expect(bare.get_by_role("heading", level=1)).to_be_visible()
    assert len(re.findall(r"\w+", bare.locator("main").inner_text())) > 10
