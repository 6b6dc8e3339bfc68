"""A picture that can't be read is refused in words, wherever it is uploaded."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from wagtail.images import get_image_model
from wagtail.images.forms import get_image_form
from wagtail.models import Collection

pytestmark = pytest.mark.django_db


def picture(kind, size=(300, 200)):
    written = BytesIO()
    Image.effect_noise(size, 80).save(written, kind)
    return written.getvalue()


def bomb():
    """A PNG of few bytes that says it has 900 million pixels."""

    def part(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", 30_000, 30_000, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + part(b"IHDR", head) + part(b"IDAT", b"") + part(b"IEND", b"")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("half.jpg", picture("JPEG")[:4000]),  # a phone that lost its signal
        ("half.png", picture("PNG")[:4000]),
        ("script.gif", b"GIF89a/*" + bytes(20) + b"*/=alert(1)"),
        ("bomb.png", bomb()),
    ],
)
def test_what_cannot_be_read_is_refused(name, data):
    values = {"title": "Lò gốm", "credit": "An", "collection": Collection.get_first_root_node().pk}
    form = get_image_form(get_image_model())(values, {"file": SimpleUploadedFile(name, data)})
    assert set(form.errors) == {"file"}


def test_a_whole_picture_is_taken():
    values = {"title": "Lò gốm", "credit": "An", "collection": Collection.get_first_root_node().pk}
    form = get_image_form(get_image_model())(values, {"file": SimpleUploadedFile("a.jpg", picture("JPEG"))})
    assert form.is_valid(), form.errors
