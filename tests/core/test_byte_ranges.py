"""Players get the parts of a recording they ask for; everything else is served whole, as ever."""

from __future__ import annotations

import pytest
from django.core.files.base import ContentFile
from wagtail.documents import get_document_model
from wagtail.models import Collection, CollectionViewRestriction

from core import byte_ranges

CONTENT = bytes(range(100))
pytestmark = pytest.mark.django_db


def document(name="a.mp3"):
    return get_document_model().objects.create(title=name, file=ContentFile(CONTENT, name=name))


def fetch(client, recording, **headers):
    return client.get(recording.url, headers={"Accept-Encoding": "gzip", **headers})


@pytest.mark.parametrize(
    ("asked", "told", "body"),
    [
        ("bytes=0-1", "bytes 0-1/100", CONTENT[:2]),
        ("bytes=90-", "bytes 90-99/100", CONTENT[90:]),
        ("bytes=-10", "bytes 90-99/100", CONTENT[90:]),
        ("bytes=-1000", "bytes 0-99/100", CONTENT),
        ("bytes=95-1000", "bytes 95-99/100", CONTENT[95:]),
    ],
)
def test_a_part(client, asked, told, body):
    response = fetch(client, document(), Range=asked)
    assert response.status_code == 206
    assert response["Content-Range"] == told
    assert response.content == body
    assert response["Content-Length"] == str(len(body))
    assert response["Content-Type"] == "audio/mpeg"


def test_no_answer_is_larger_than_the_limit(client, monkeypatch):
    monkeypatch.setattr(byte_ranges, "MOST", 10)
    response = fetch(client, document(), Range="bytes=5-")
    assert response["Content-Range"] == "bytes 5-14/100"
    assert response.content == CONTENT[5:15]


def test_behind_the_end_there_is_nothing(client):
    response = fetch(client, document(), Range="bytes=100-")
    assert response.status_code == 416
    assert response["Content-Range"] == "bytes */100"


@pytest.mark.parametrize("headers", [{}, {"Range": "bytes=-"}, {"Range": "lines=1-2"}, {"Range": "bytes=0-1,4-5"},
                                     {"Range": "bytes=0-1", "If-Range": '"another"'}])  # fmt: skip
def test_the_whole_file(client, headers):
    response = fetch(client, document(), **headers)
    assert response.status_code == 200


def test_other_documents_are_whole(client):
    assert fetch(client, document("a.pdf"), Range="bytes=0-1").status_code == 200


def test_a_private_recording_stays_private(client):
    recording = document()
    CollectionViewRestriction.objects.create(collection=Collection.get_first_root_node(), restriction_type="login")
    assert fetch(client, recording, Range="bytes=0-1").status_code == 302
