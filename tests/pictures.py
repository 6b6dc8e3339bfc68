"""Pictures for tests, drawn on the spot."""

from __future__ import annotations

import io

from django.core.files.images import ImageFile
from PIL import Image, ImageDraw

from core.models import CreditedImage
from core.renditions import SHAPES

LEFT, RIGHT = (200, 30, 30), (30, 30, 200)


def file_of(width=2000, height=1500, name="photo.jpg", colours=(LEFT, RIGHT)):
    """Return a picture whose halves have two colours."""
    picture = Image.new("RGB", (width, height), colours[0])
    ImageDraw.Draw(picture).rectangle((width // 2, 0, width, height), fill=colours[1])
    written = io.BytesIO()
    picture.save(written, "JPEG")
    return ImageFile(io.BytesIO(written.getvalue()), name=name)


def photo(width=2000, height=1500, **values):
    """Return a saved picture with everything that may be known of it."""
    values = {"credit": "A. Person", "licence": "CC BY 4.0", "alt": {"vi": "Gốm", "en": "Pots"}, **values}
    return CreditedImage.objects.create(title="Photo", file=file_of(width, height), **values)


def shorten(monkeypatch):
    """Make one size of each shape only, where nothing but the bookkeeping is tested."""
    for name, shape in SHAPES.items():
        monkeypatch.setitem(SHAPES, name, type(shape)(shape.widths[:1], shape.widths[0], shape.sizes, shape.ratio))
