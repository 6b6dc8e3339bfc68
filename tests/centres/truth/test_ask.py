"""“Ask this centre”: the question reaches the mailbox that an editor entered, and nobody learns the address."""

from __future__ import annotations

import re
from datetime import date, timedelta
from smtplib import SMTPRecipientsRefused
from unittest import mock

import pytest
from django.core import mail
from django.core.cache import cache
from django.core.mail import EmailMessage
from tests import factories
from tests.centres.truth.world import FROM_HERE, NOON, QUESTION, ask, centre_in, send, stamp

from centres.models import Centre
from centres.truth import ask_view
from centres.truth.ask_form import LONGEST_MESSAGE
from centres.truth.checks import check_that_centres_can_be_asked
from centres.truth.limits import Limit
from core import clock

pytestmark = pytest.mark.django_db


def words(response):
    return response.content.decode()


def refused(response, sentence, status=200):
    """The question was not sent, the page says why, and the visitor's words are still in the form."""
    text = words(response)
    assert (response.status_code, mail.outbox) == (status, [])
    assert sentence in text
    assert "Are you open on Tết?" in text
    assert 'value="an@example.net"' in text
    assert 'value="2026-12-01"' in text
    return text


# --- offered, or not -------------------------------------------------------------------------------------------------


def test_it_is_offered_only_where_somebody_reads_it(client, centre, museum, settings):
    factories.site_tree()
    assert ask(museum) in words(client.get(museum.get_url("en")))
    assert "/ask/" not in words(client.get(centre.get_url("en")))
    assert client.get(ask(centre)).status_code == 404
    assert client.get("/en/centres/no-such/ask/").status_code == 404
    settings.ASK_CENTRES = False
    assert "/ask/" not in words(client.get(museum.get_url("en")))
    assert client.get(ask(museum)).status_code == 404
    assert send(client, museum).status_code == 404
    assert [problem.id for problem in check_that_centres_can_be_asked(None)] == ["centres.I001"]


def test_a_hidden_centre_is_not_asked(client, museum):
    Centre.objects.update(live=False)
    assert client.get(ask(museum)).status_code == send(client, museum).status_code == 404
    assert mail.outbox == []


@pytest.mark.sampled(3)
@pytest.mark.parametrize("language", ["vi", "en", "id"])
def test_the_form_is_nobodys_to_keep_and_tells_no_address(client, museum, language, kept_pages):
    response = client.get(f"/{language}/centres/{museum.slug}/ask/")
    text = words(response)
    assert "no-store" in response["Cache-Control"]
    assert not response.cookies
    assert not kept_pages.memory.entries
    assert 'content="noindex' in text
    assert "museum@example.org" not in text
    assert "csrf" not in text.lower()


def test_the_address_is_on_no_page_and_in_no_feed(client, museum):
    factories.site_tree()
    sent = send(client, museum)
    assert len(mail.outbox) == 1
    for page in (
        sent,
        *map(client.get, (museum.get_url("en"), f"/api/v2/centres/{museum.slug}/", "/en/map/centres.geojson")),
    ):
        assert page.status_code == 200
        assert "museum@example.org" not in words(page)


# --- sent ------------------------------------------------------------------------------------------------------------


def test_the_question_goes_to_the_centre_and_the_answer_to_the_visitor(client, museum):
    response = send(client, museum)
    (message,) = mail.outbox
    assert (message.to, message.cc, message.bcc) == (["museum@example.org"], [], [])
    assert message.reply_to == ["an@example.net"]
    assert "Are you open on Tết?\n\nAn\n" in message.body
    assert "an@example.net" in message.body
    assert f"http://testserver/en/centres/{museum.slug}/" in message.body
    assert "Nhà gốm" in message.subject
    text = words(response)
    assert "Your question is sent" in text
    assert "an@example.net" in text
    assert "no-store" in response["Cache-Control"]
    assert not response.cookies


def test_name_and_day_may_be_missing(client, museum):
    send(client, museum, name="", visit_on="")
    assert len(mail.outbox) == 1


@pytest.mark.parametrize(("country", "language"), [("VN", "vi"), ("ID", "id")])
def test_the_message_speaks_the_language_of_the_country(client, country, language, monkeypatch):
    """The page is read in English; what `override` chose shows in the name of the centre and in the date."""
    names = {"vi": "Nhà gốm", "en": "Pottery house", "id": "Rumah gerabah"}
    centre = factories.make_centre(names, country_code=country, email="house@example.org")
    send(client, centre)
    (message,) = mail.outbox
    assert names[language] in message.subject
    assert "2026" in message.body
    assert "December" not in message.body


def test_the_question_is_sent_as_typed(client, museum):
    typed = "<b>Có mở cửa không?</b> & “giá” {{ 7*7 }} 👩‍👩‍👧"
    send(client, museum, message=typed)
    assert typed in mail.outbox[0].body


def test_the_same_form_twice_is_one_question(client, museum, limits):
    form = stamp(museum)
    pages = [send(client, museum, stamp=form) for _ in range(2)]
    assert len(mail.outbox) == 1
    assert all("Your question is sent" in words(page) for page in pages)
    send(client, museum, stamp=form, message="Something else")
    assert len(mail.outbox) == 2


# --- refused ---------------------------------------------------------------------------------------------------------


@pytest.mark.sampled(3)
@pytest.mark.parametrize(
    ("field", "value", "label"),
    [
        ("message", "", "Your question"),
        ("message", " \r\n\t ", "Your question"),
        ("message", "x" * (LONGEST_MESSAGE + 1), "Your question"),
        ("email", "", "Your e-mail address"),
        ("email", "an at example", "Your e-mail address"),
        ("email", "a@" + "b" * 300 + ".org", "Your e-mail address"),
        ("name", "x" * 81, "Your name (optional)"),
        ("visit_on", "2026-13-45", "Day of your visit (optional)"),
        ("visit_on", "1926-12-01", "Day of your visit (optional)"),
        ("visit_on", "9999-12-31", "Day of your visit (optional)"),
    ],
)
def test_a_fault_names_its_field_and_loses_nothing(client, museum, field, value, label):
    response = send(client, museum, **{field: value})
    text = words(response)
    assert (response.status_code, mail.outbox) == (200, [])
    assert f'<a href="#id_{field}">{label}</a>' in text
    for name, kept in {**QUESTION, field: value}.items():
        if name != "message" and (name != field or value.isprintable()):
            assert f'value="{kept}"' in text or not kept
    assert f'id="id_{field}_error"' in text


def test_a_question_of_the_longest_length_counts_a_break_once(client, museum):
    send(client, museum, message="\r\n".join(["x" * 99] * 20))
    assert len(mail.outbox) == 1


def test_the_trap_is_sprung(client, museum):
    text = refused(send(client, museum, website="https://buy.example"), "must stay empty")
    assert "buy.example" not in text


@pytest.mark.parametrize(
    ("seconds", "sentence"),
    [
        (0, "sent faster than anyone can write"),
        (2, "sent faster than anyone can write"),
        (3, ""),
        (24 * 3600, ""),
        (24 * 3600 + 1, "open for more than a day"),
        (-3600, "sent faster than anyone can write"),
    ],
)
def test_a_form_is_sent_neither_at_once_nor_days_later(client, museum, seconds, sentence):
    response = send(client, museum, stamp=stamp(museum, seconds))
    if not sentence:
        assert len(mail.outbox) == 1
        return
    text = refused(response, sentence)
    again = re.search(r'name="stamp" value="([^"]+)"', text)[1]
    with clock.frozen(NOON + timedelta(seconds=5)):
        assert ("Your question is sent" in words(send(client, museum, stamp=again))) is (seconds >= 0)


@pytest.mark.sampled(3)
@pytest.mark.parametrize("forge", ["", "x", "no-such 1:abc", ":", "\x00", "x" * 3000])
def test_a_forged_stamp_is_no_stamp(client, museum, forge):
    refused(send(client, museum, stamp=forge), "could not tell when")


def test_a_stamp_is_for_one_centre_and_can_not_be_changed(client, museum):
    other = centre_in("Asia/Jakarta", email="other@example.org")
    refused(send(client, museum, stamp=stamp(other)), "could not tell when")
    refused(send(client, museum, stamp=stamp(museum).replace(" 1", " 2")), "could not tell when")


@pytest.mark.sampled(3)
@pytest.mark.parametrize("headers", [{}, {"Origin": "http://evil.example"}, {"Sec-Fetch-Site": "cross-site"}])
def test_another_site_can_not_send(client, museum, headers):
    refused(send(client, museum, headers=headers), "comes from this page")


def test_too_many_questions_wait_and_keep_their_words(client, museum, limits):
    for n in range(4):
        assert "Your question is sent" in words(send(client, museum, message=f"Question {n}"))
    assert len(mail.outbox) == 4
    mail.outbox.clear()
    refused(send(client, museum), "Too many questions", 429)
    refused(send(client, museum), "Too many questions", 429)
    with clock.frozen(NOON + timedelta(hours=1)):
        assert "Your question is sent" in words(send(client, museum))


def test_one_centre_is_not_flooded_from_many_places(client, museum, limits):
    for n in range(25):
        data = {**QUESTION, "message": f"Question {n}", "stamp": stamp(museum)}
        response = client.post(ask(museum), data, headers=FROM_HERE, REMOTE_ADDR=f"203.0.113.{n}")
    assert response.status_code == 429
    assert len(mail.outbox) == 20


def test_who_is_held_up_by_others_at_one_centre_may_still_ask_at_others(client, museum, limits):
    with mock.patch.object(ask_view.limits, "QUESTIONS_TO_A_CENTRE", Limit("none", 0, 3600)):
        for _ in range(5):  # one more than an hour's questions
            assert send(client, museum).status_code == 429
    assert "Your question is sent" in words(send(client, museum))


@pytest.mark.sampled(3)
@pytest.mark.parametrize("error", [ConnectionRefusedError(), TimeoutError(), SMTPRecipientsRefused({}), ValueError()])
def test_a_mail_server_that_fails_loses_nothing(client, museum, error, limits, caplog):
    with mock.patch.object(EmailMessage, "send", side_effect=error):
        for _ in range(5):  # one more than an hour's questions: what failed was none
            refused(send(client, museum), "could not be sent just now")
    assert "an@example.net" not in caplog.text
    assert "Your question is sent" in words(send(client, museum))
    assert len(mail.outbox) == 1


def test_while_the_cache_is_away_nothing_is_sent_and_nobody_is_called_too_eager(client, museum, limits):
    with mock.patch.object(cache, "incr", side_effect=ConnectionError):
        refused(send(client, museum), "could not be sent just now")
    assert "Your question is sent" in words(send(client, museum))


def test_the_day_is_any_within_a_year(client, museum):
    for day in (date(2025, 11, 30), date(2027, 11, 20)):
        send(client, museum, visit_on=day.isoformat())
    assert len(mail.outbox) == 2
