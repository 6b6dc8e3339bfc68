"""What the tests of the truth loop share: a centre in a zone, and posts as a browser sends them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from tests import factories

from centres.models import DoorCount
from centres.truth.stamp import stamped
from core import clock

DAY = date(2026, 11, 22)
NOON = datetime(2026, 11, 22, 5, tzinfo=UTC)  # noon in Hà Nội
FROM_HERE = {"Sec-Fetch-Site": "same-origin", "Origin": "http://testserver"}
LOCMEM = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "truth"}}
QUESTION = {
    "message": "Are you open on Tết?\r\n\r\nAn",
    "email": "an@example.net",
    "name": "An",
    "visit_on": "2026-12-01",
}


def door(centre):
    return f"/en/centres/{centre.slug}/was-it-open/"


def ask(centre):
    return f"/en/centres/{centre.slug}/ask/"


def tell(client, centre, answer="open", headers=FROM_HERE, **data):
    return client.post(door(centre), {"answer": answer, **data}, headers=headers)


def counts(centre):
    return {row.day: (row.open, row.closed, row.not_found) for row in DoorCount.objects.filter(centre=centre)}


def stamp(centre, seconds=60):
    """The stamp of a form that was opened so many seconds ago."""
    with clock.frozen(clock.now() - timedelta(seconds=seconds)):
        return stamped(centre.slug)


def send(client, centre, headers=FROM_HERE, **data):
    return client.post(ask(centre), {**QUESTION, "website": "", "stamp": stamp(centre), **data}, headers=headers)


def centre_in(zone, **values):
    return factories.make_centre({"en": "Pottery house", "vi": "Nhà gốm"}, timezone=zone, **values)
