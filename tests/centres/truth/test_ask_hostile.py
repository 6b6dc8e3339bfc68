"""What programs try at “Ask this centre”: headers, parcels, nonsense."""

from __future__ import annotations

import random

import pytest
from django.core import mail
from django.template import engines
from tests import factories
from tests.architecture.test_fuzz import VALUES
from tests.centres.truth.world import FROM_HERE, ask, send, stamp
from tests.sampling import FULL

pytestmark = pytest.mark.django_db
POSTS = 200 if FULL else 50


@pytest.mark.sampled(3)
@pytest.mark.parametrize("break_", ["\r\n", "\n", "\r", "%0a", "\u2028", "\x0b"])
def test_no_line_of_a_visitor_becomes_a_header(client, museum, break_):
    send(client, museum, name=f"An{break_}Bcc: victim@example.org", message=f"Hello{break_}Bcc: victim@example.org")
    send(client, museum, email=f"an@example.net{break_}Bcc: victim@example.org")
    (message,) = mail.outbox
    assert message.recipients() == ["museum@example.org"]
    head = message.message().as_string().split("\n\n", 1)[0]
    assert "victim" not in head


def test_a_name_with_breaks_does_not_break_the_subject(client):
    centre = factories.make_centre({"vi": "Nhà\r\nBcc: victim@example.org"}, email="house@example.org")
    send(client, centre)
    (message,) = mail.outbox
    assert "\n" not in message.subject
    assert message.recipients() == ["house@example.org"]


def test_a_parcel_is_no_question(client, museum):
    response = send(client, museum, message="x" * 100_000)
    assert response.status_code == 413
    assert "too long to be read" in response.content.decode()


def test_posts_of_nonsense_never_break_it(client, museum, monkeypatch):
    client.raise_request_exception = False
    monkeypatch.setattr(engines["django"].engine, "string_if_invalid", "")
    dice = random.Random(5)
    good = {"message": "x", "email": "a@example.net", "stamp": stamp(museum)}
    kinds = (
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "text/plain",
        "application/json",
        "",
    )
    for number in range(POSTS):
        address = dice.choice((ask(museum), ask(museum).replace("/ask/", "/was-it-open/")))
        if number % 3:
            data = {name: dice.choice((dice.choice(VALUES), value)) for name, value in good.items()}
            data |= {name: dice.choice(VALUES) for name in ("name", "visit_on", "website", "answer", "day")}
            response = client.post(address, data, headers=FROM_HERE)
        else:
            body = dice.choice(VALUES).encode("utf-8", "replace") * dice.choice((1, 3))
            response = client.generic("POST", address, body, dice.choice(kinds), headers=FROM_HERE)
        assert response.status_code in (200, 400, 413, 429), (response.status_code, number)
        assert not response.cookies
