"""At a closed door with a phone: one tap tells it, with and without JavaScript; a question can be asked before."""

from __future__ import annotations

import re

import pytest

sync_api = pytest.importorskip("playwright.sync_api")
expect = sync_api.expect
CENTRE = "/en/centres/bat-trang-museum/"


def closed(page):
    return page.get_by_role("button", name="No, closed")


def test_one_tap_is_thanked_in_place_and_asked_once(visit):
    page = visit(width=360, has_touch=True)
    page.goto(CENTRE)
    closed(page).tap()
    said = page.locator("was-it-open [role=status]")
    expect(said).to_contain_text("Your answer is counted")
    expect(said).to_be_focused()
    expect(closed(page)).to_be_hidden()
    expect(page).to_have_url(re.compile(f"{CENTRE}$"))
    page.goto(CENTRE.replace("/en/", "/vi/"))
    expect(page.locator("was-it-open form")).to_be_hidden()
    assert page.context.cookies() == []


def test_a_portal_that_answers_in_our_place_is_no_thank_you(visit):
    page = visit(width=360)
    page.goto(CENTRE)
    page.route("**/was-it-open/", lambda route: route.fulfill(body="<h1>Log in to the guests’ network</h1>"))
    closed(page).focus()
    page.keyboard.press("Enter")
    expect(page.locator("was-it-open [role=status]")).to_contain_text("could not be sent")
    expect(closed(page)).to_be_focused()


def test_without_javascript_a_page_says_thank_you(visit):
    page = visit(width=360, java_script_enabled=False)
    page.goto(CENTRE)
    closed(page).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you")
    page.get_by_role("link", name="Back to the centre").click()
    expect(page).to_have_url(re.compile(f"{CENTRE}$"))
    assert page.context.cookies() == []


def test_a_question_that_is_not_sent_keeps_its_words(visit):
    """The server's clock stands still, so the form is sent in the instant in which it was opened."""
    page = visit(width=360)
    page.goto(CENTRE)
    page.get_by_role("link", name="Ask this centre").click()
    page.get_by_label("Your question").fill("Are you open on Tết?")
    send = page.get_by_role("button", name="Send the question")
    send.click()
    page.get_by_role("link", name="Your e-mail address").click()
    expect(page.get_by_label("Your e-mail address")).to_be_focused()
    page.keyboard.type("an@example.net")
    send.click()
    expect(page.get_by_text("sent faster than anyone can write")).to_be_visible()
    expect(page.get_by_label("Your question")).to_have_value("Are you open on Tết?")
    assert page.context.cookies() == []
