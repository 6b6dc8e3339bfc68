"""AVIF written by `core.avif`: readable, near the original, whatever colours the upload has."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageCms
from willow.image import Image as WillowImage
from willow.image import JPEGImageFile

from core import avif


def written(picture, **options):
    """Return a picture as it comes back from an AVIF file made through Willow's registry."""
    uploaded, file = io.BytesIO(), io.BytesIO()
    picture.save(uploaded, "JPEG", quality=95, **options)
    uploaded.seek(0)
    willow = WillowImage.open(uploaded)
    assert isinstance(willow, JPEGImageFile)
    willow.save_as_avif(file, quality=61)
    return Image.open(io.BytesIO(file.getvalue()))


@pytest.mark.parametrize("mode", ["RGB", "L", "CMYK"])
def test_colours_survive(mode):
    back = written(Image.new("RGB", (64, 48), (200, 60, 60)).convert(mode))
    assert (back.format, back.size) == ("AVIF", (64, 48))
    expected = Image.new("RGB", (1, 1), (200, 60, 60)).convert(mode).convert("RGB").getpixel((0, 0))
    assert all(abs(a - b) < 12 for a, b in zip(back.convert("RGB").getpixel((20, 20)), expected, strict=True))


def test_the_colour_profile_goes_along():
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    assert written(Image.new("RGB", (32, 32)), icc_profile=profile).info["icc_profile"] == profile


def test_it_is_the_quick_one(monkeypatch):
    speeds = []
    monkeypatch.setattr(
        Image.Image, "save", lambda self, file, name, **options: speeds.append((name, options["speed"]))
    )
    avif.save_as_avif(
        type("Pillow", (), {"image": Image.new("RGB", (8, 8)), "get_icc_profile": lambda self: None})(), None
    )
    assert speeds == [("AVIF", avif.SPEED)]
