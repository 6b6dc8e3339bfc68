"""The search box: suggestions by touch, keyboard and input method, on slow and absent networks, for every eye."""

from __future__ import annotations

import re
import time
from contextlib import suppress
from urllib.parse import parse_qs, urlsplit

import pytest
from tests.e2e.test_barriers import violations

sync_api = pytest.importorskip("playwright.sync_api")
expect = sync_api.expect

TAP, SECONDS = 44, 5
PHONE = {"width": 360, "height": 640, "has_touch": True, "is_mobile": True}
BAT_TRANG = {"title": "Làng gốm Bát Tràng", "lang": "vi", "place": "Hà Nội", "url": "/en/villages/bat-trang/"}
ROUTE = {"title": "Footprints of the old village", "lang": "", "place": "", "url": "/en/routes/bat-trang-footprints/"}


def answer(words, items=(BAT_TRANG, ROUTE), meant=None):
    """What the suggestions' address says."""
    names = [("villages", "Villages"), ("routes", "Routes")]
    groups = [{"type": key, "name": name, "items": [item]} for (key, name), item in zip(names, items, strict=False)]
    return {"query": words, "groups": groups, "all": f"/en/search/?q={words}", "did_you_mean": meant}


@pytest.fixture
def told(visit):
    """Opens a page whose suggestions the test makes up: `page, box, asked = told(lambda words: …)`."""

    def open_page(reply, **options):
        page, asked = visit(**options), []

        def respond(route):
            asked.append(parse_qs(urlsplit(route.request.url).query)["q"][0])
            route.fulfill(json=reply(asked[-1]))

        page.route("**/search/suggestions/**", respond)
        page.goto("/en/search/")
        box = page.locator("main input[type=search]")
        box.click()
        expect(box).to_have_attribute("role", "combobox")
        return page, box, asked

    return open_page


def options(page):
    return page.get_by_role("listbox").get_by_role("option")


def test_journey_of_a_tourist_who_types_bat_trang_on_a_phone(visit):
    page = visit(**PHONE)
    page.goto("/en/products/")
    page.locator("header .search-box__label").tap()
    box = page.locator("header input[type=search]")
    expect(box).to_be_focused()  # one tap
    start = time.monotonic()
    page.keyboard.type("bat trang", delay=20)
    village = options(page).filter(has_text="Bát Tràng").first
    expect(village).to_be_visible()
    assert time.monotonic() - start < SECONDS
    for option in options(page).all():
        assert option.bounding_box()["height"] >= TAP
    frame = page.get_by_role("listbox").bounding_box()
    assert frame["x"] >= 0
    assert frame["x"] + frame["width"] <= 360
    assert frame["y"] + frame["height"] <= 640
    village.tap()
    expect(page).to_have_url(re.compile("/en/villages/bat-trang/$"))


def test_the_keyboard_goes_through_the_list(told):
    page, box, _asked = told(lambda words: answer(words, meant="bát tràng"))
    page.keyboard.type("bat")
    expect(options(page)).to_have_count(4)  # did you mean, two records, all results
    expect(box).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("listbox").get_by_role("group")).to_have_count(2)
    for key, number in [("ArrowDown", 1), ("ArrowDown", 2), ("ArrowUp", 1), ("ArrowUp", 4), ("Home", 1), ("End", 4)]:
        page.keyboard.press(key)
        expect(box).to_have_attribute("aria-activedescendant", f"search-words-list-{number}")
        expect(options(page).nth(number - 1)).to_have_attribute("aria-selected", "true")
        expect(page.locator("[aria-selected=true]")).to_have_count(1)
    expect(box).to_be_focused()
    expect(box).to_have_value("bat")
    page.keyboard.press("ArrowLeft")
    assert box.get_attribute("aria-activedescendant") is None
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(box).to_have_value("bat")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("listbox")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(box).to_have_value("")
    page.keyboard.type("bat")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    expect(page.get_by_role("listbox")).to_be_hidden()


def test_enter_opens_the_option_or_searches(told):
    page, box, _asked = told(answer)
    page.keyboard.type("bat")
    expect(options(page)).to_have_count(3)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/en/villages/bat-trang/$"))
    page.goto("/en/search/")
    box.fill("bat")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/en/search/\?q=bat$"))


def test_the_number_is_spoken_and_other_words_are_offered(told):
    page, _box, _asked = told(lambda words: answer(words, meant="bát tràng"))
    page.keyboard.type("bat trag")
    expect(page.locator("main search-box [role=status]")).to_have_text("Suggestions: 2")
    first, last = options(page).first, options(page).last
    expect(first).to_contain_text("Did you mean “bát tràng”?")
    expect(first).to_have_attribute("href", "/en/search/?q=b%C3%A1t+tr%C3%A0ng")
    expect(last).to_contain_text("All results for “bat trag”")


def test_titles_are_text_and_what_was_typed_is_marked(told):
    hostile = {**BAT_TRANG, "title": "Làng <img src=x onerror=alert(1)> Bát Tràng", "lang": "vi"}
    page, _box, _asked = told(lambda words: answer(words, [hostile]))
    page.keyboard.type("bat tr")
    option = options(page).first
    expect(option).to_contain_text("<img src=x onerror=alert(1)>")
    assert option.locator("img").count() == 0
    assert option.locator("mark").all_inner_texts() == ["Bát", "Tr"]
    assert option.locator("[lang=vi]").count() == 1


def test_marking_folds_accents_and_only_marks_beginnings(page):
    page.goto("/en/about/")
    cases = [
        ("Đường Lâm", "duong", "[Đường] Lâm"),
        ("Bát Tràng", "BÁT tr", "[Bát] [Tr]àng"),
        ("Sơn mài Hạ Thái", "ai", "Sơn mài Hạ Thái"),
        ("D'Harvest 🎉 nón", "non", "D'Harvest 🎉 [nón]"),
        ("a+b (c)", "(c) a+", "[a]+b ([c])"),
        ("Nón", "", "Nón"),
    ]
    marked = page.evaluate(
        """async (cases) => {
            const { parts } = await import("/static/js/search/marking.js");
            const shown = ([text, marked]) => (marked ? `[${text}]` : text);
            return cases.map(([title, words]) => parts(title, words).map(shown).join(""));
        }""",
        [case[:2] for case in cases],
    )
    assert marked == [case[2] for case in cases]


def test_an_input_method_is_left_alone(told):
    page, box, asked = told(answer)
    typing = page.context.new_cdp_session(page)

    def compose(text):
        typing.send("Input.imeSetComposition", {"text": text, "selectionStart": len(text), "selectionEnd": len(text)})

    for text in ("b", "ba", "bas", "bát"):  # Telex, quicker than the pause
        compose(text)
    page.wait_for_timeout(200)
    assert asked == []
    typing.send("Input.insertText", {"text": "bát"})
    expect(options(page)).to_have_count(3)
    assert asked == ["bát"]
    compose("tràng")  # Android keeps composing until the word ends: a rest is enough
    page.wait_for_timeout(600)
    assert len(asked) == 2
    box.dispatch_event("keydown", {"key": "ArrowDown", "isComposing": True})
    assert box.get_attribute("aria-activedescendant") is None


def test_a_slow_network_keeps_the_last_list_and_drops_what_is_late(visit):
    page, waiting = visit(), {}
    page.route("**/search/suggestions/**", lambda route: waiting.update({route.request.url.split("q=")[-1]: route}))
    page.goto("/en/search/")
    box = page.locator("main input[type=search]")
    box.click()
    expect(box).to_have_attribute("role", "combobox")

    def until_asked(words):
        for _ in range(50):
            if words in waiting:
                return waiting[words]
            page.wait_for_timeout(20)
        pytest.fail(f"nobody asked for {words}: {list(waiting)}")

    page.keyboard.type("bat")
    until_asked("bat").fulfill(json=answer("bat"))
    expect(options(page)).to_have_count(3)
    page.keyboard.type(" tr")
    late = until_asked("bat+tr")
    expect(options(page)).to_have_count(3)
    page.keyboard.type("ang")
    until_asked("bat+trang").fulfill(json=answer("bat trang", [BAT_TRANG]))
    expect(options(page)).to_have_count(2)
    with suppress(sync_api.Error):  # the page has given it up
        late.fulfill(json=answer("bat tr"))
    page.wait_for_timeout(100)
    expect(options(page)).to_have_count(2)
    count = len(waiting)
    for _letter in "ang":
        page.keyboard.press("Backspace")
    page.wait_for_timeout(300)
    page.keyboard.type("ang")
    page.wait_for_timeout(300)
    assert len(waiting) == count  # both were there already, or are still being asked for


def test_without_a_network_or_an_answer_nothing_happens(visit):
    page = visit()
    page.goto("/en/search/")
    box = page.locator("main input[type=search]")
    box.click()
    expect(box).to_have_attribute("role", "combobox")
    page.context.set_offline(True)
    page.keyboard.type("bat trang")
    page.wait_for_timeout(300)
    expect(page.get_by_role("listbox")).to_have_count(0)
    page.context.set_offline(False)
    page.route("**/search/suggestions/**", lambda route: route.fulfill(json=answer("", [])))
    page.keyboard.type("!")
    page.wait_for_timeout(300)
    expect(page.get_by_role("listbox")).to_have_count(0)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/en/search/\?q=bat"))


@pytest.mark.parametrize("path", ["", "search/", "villages/no-such-village/"])
def test_the_list_stands_above_the_keyboard_of_a_phone(visit, path):
    page = visit(**{**PHONE, "height": 380})  # what a keyboard leaves
    page.goto(f"/en/{path}")
    page.locator("main input[type=search]").tap()
    page.keyboard.type("gom")
    expect(options(page).first).to_be_in_viewport(ratio=1)
    frame = page.get_by_role("listbox").bounding_box()
    assert frame["height"] >= 200
    assert frame["y"] + frame["height"] <= 380


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_no_barrier_in_the_open_list(told, width, scheme):
    page, _box, _asked = told(lambda words: answer(words, meant="bát tràng"), width=width)
    page.emulate_media(color_scheme=scheme)
    page.keyboard.type("bat")
    page.keyboard.press("ArrowDown")
    expect(options(page)).to_have_count(4)
    page.keyboard.press("ArrowDown")
    found = violations(page, "light")
    assert [(one["id"], one["nodes"][0]["html"][:200]) for one in found] == []


def test_without_javascript_the_round_button_of_a_phone_is_the_way_to_search(visit):
    page = visit(**PHONE, java_script_enabled=False)
    page.goto("/en/products/")
    box = page.locator("header input[type=search]")
    page.locator("header .search-box__label").tap()
    expect(box).to_be_focused()
    page.keyboard.type("bat trang")
    page.locator("header").get_by_role("button", name="Search").tap()
    expect(page).to_have_url(re.compile(r"/en/search/\?q=bat\+trang$"))
    expect(page.locator("main").get_by_role("link", name=re.compile("Bát Tràng")).first).to_be_visible()


def test_nothing_is_fetched_before_somebody_reaches_for_the_box(visit):
    page, modules = visit(), []
    page.on("request", lambda request: modules.append(request.url) if "/js/search/" in request.url else None)
    page.goto("/en/products/")
    page.wait_for_timeout(300)
    assert modules == []
    page.locator("header input[type=search]").focus()
    expect(page.locator("header input[type=search]")).to_have_attribute("role", "combobox")
    assert len(modules) == 3
