"""Every component and block, in three languages, with ordinary and hostile content: nothing overflows at 320 px."""

from __future__ import annotations

import pytest

from core.gallery.words import MODES, ORDINARY

sync_api = pytest.importorskip("playwright.sync_api")
expect = sync_api.expect

# What stands out of a sample's box, and text that its frame cuts off; what is hidden on purpose is neither.
OVERFLOWING = """() => {
  const found = [];
  const hidden = ".visually-hidden, .motif, picture, [hidden], .leaflet-container, canvas, option";
  const clipped = (element, box) => {
    for (let up = element; up !== box; up = up.parentElement)
      if (up !== element && getComputedStyle(up).overflowX !== "visible") return true;
    return false;
  };
  for (const box of document.querySelectorAll("[data-sample]")) {
    const frame = box.getBoundingClientRect();
    for (const element of box.querySelectorAll("*")) {
      if (element.closest(hidden) || element.closest("svg")) continue;
      const { left, right, width } = element.getBoundingClientRect();
      if (!width) continue;
      const name = `${box.dataset.sample}: ${element.tagName.toLowerCase()}.${element.className}`;
      const outside = right > frame.right + 1 || left < frame.left - 1;
      if (outside && !clipped(element, box)) found.push(`${name} stands out`);
      const style = getComputedStyle(element);
      const words = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
      const cut = style.overflowX !== "visible" && style.textOverflow !== "ellipsis";
      if (words && cut && element.scrollWidth > element.clientWidth + 1) found.push(`${name} is cut off`);
    }
  }
  return found;
}"""
WIDE = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


@pytest.fixture
def gallery(staff):
    """Gives the component gallery: `gallery(320, "vi", "long")`."""

    def open_gallery(width, language="en", mode=ORDINARY):
        page = staff(width=width)
        page.goto(f"/admin/components/?language={language}&content={mode}")
        return page

    return open_gallery


def test_nothing_overflows_at_320_pixels(staff):
    page = staff(width=320)
    for language in ("vi", "en", "id"):
        for mode in MODES:
            page.goto(f"/admin/components/?language={language}&content={mode}")
            assert page.locator("[data-sample]").count() > 40
            assert page.evaluate(OVERFLOWING) == [], (language, mode)
            assert not page.evaluate(WIDE), (language, mode)


def test_the_lightbox_by_keyboard(gallery):
    page = gallery(1280)
    pictures = page.locator(".gallery__picture")
    dialog = page.get_by_role("dialog", name="From leaf to hat")
    caption = dialog.locator("p")
    pictures.first.focus()
    page.keyboard.press("Enter")
    expect(dialog).to_be_visible()
    expect(caption).to_contain_text("1 / 4 Leaves on the road")
    page.keyboard.press("ArrowRight")
    expect(caption).to_contain_text("2 / 4 Sixteen bamboo rings")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    expect(caption).to_contain_text("4 / 4")
    page.keyboard.press("Home")
    expect(caption).to_contain_text("1 / 4")
    for name in ("Previous picture", "Next picture", "Close"):
        page.keyboard.press("Tab")
        expect(dialog.get_by_role("button", name=name)).to_be_focused()
    page.keyboard.press("End")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(pictures.last).to_be_focused()


def test_pictures_are_links_without_scripts(staff):
    page = staff(java_script_enabled=False)
    page.goto("/admin/components/?language=en")
    for link in page.locator(".gallery__picture").all():
        assert page.request.get(link.get_attribute("href")).headers["content-type"].startswith("image/")


# --- listening -------------------------------------------------------------------------------------------------------

# A voice that says one piece at a time, when the test lets it.
VOICE = """(language) => {
  const voices = language ? [{ lang: language, localService: true, name: "test" }] : [];
  const spoken = (globalThis.spoken = []);
  const target = new EventTarget();
  const speech = Object.assign(target, {
    getVoices: () => voices,
    speak: (utterance) => { spoken.push(utterance.text); speech.current = utterance; },
    cancel: () => { speech.current = null; },
    finish: () => speech.current.dispatchEvent(new Event("end")),
  });
  Object.defineProperty(globalThis, "speechSynthesis", { value: speech });
  globalThis.SpeechSynthesisUtterance = class extends EventTarget {
    constructor(text) { super(); this.text = text; }
  };
}"""
STORY = "/en/stories/sixteen-rings/"


def with_voice(page, language):
    page.add_init_script(f"({VOICE})({language!r})")
    page.goto(STORY)
    return page.get_by_role("button", name="Listen")


def test_a_story_is_read_aloud_and_goes_on_where_it_stopped(visit):
    page = visit()
    listen = with_voice(page, "en-GB")
    expect(listen).to_be_visible()
    listen.click()
    pause = page.get_by_role("button", name="Pause")
    expect(page.locator("[data-read-aloud]")).to_have_count(1)
    page.evaluate("speechSynthesis.finish()")
    pause.click()
    expect(page.locator("[data-read-aloud]")).to_have_count(0)
    page.get_by_role("button", name="Listen").click()
    first, second, again = page.evaluate("spoken")
    assert first == page.locator("#story-text h2").first.inner_text()
    assert second == again
    assert len(second) <= 220


@pytest.mark.parametrize("language", ["", "fr-FR"])
def test_no_voice_no_button(visit, language):
    page = visit()
    expect(with_voice(page, language)).to_have_count(0)
