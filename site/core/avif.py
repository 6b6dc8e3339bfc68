"""AVIF at a speed that an editor can wait for: a photograph's files are made while its record is saved.

Measured on 1440 × 1152: libavif's default (speed 6) takes eight times as long for files a tenth smaller.
"""

from __future__ import annotations

from typing import Any, BinaryIO

from willow.image import AvifImageFile
from willow.plugins.pillow import PillowImage
from willow.registry import registry

SPEED = 9  # 0 is the slowest and smallest, 10 the quickest


def save_as_avif(
    picture: Any, file: BinaryIO, quality: int = 61, lossless: bool = False, apply_optimizers: bool = True
) -> AvifImageFile:
    """Write a Pillow picture of Willow's; colours of a printing profile are brought to sRGB, as AVIF holds RGB."""
    if picture.image.mode == "CMYK" and picture.get_icc_profile() is not None:
        picture = picture.transform_colorspace_to_srgb()
    options: dict[str, Any] = {"quality": 100, "subsampling": "4:4:4"} if lossless else {"quality": quality}
    profile = picture.get_icc_profile()
    if profile is not None:
        options["icc_profile"] = profile
    picture.image.save(file, "AVIF", speed=SPEED, **options)
    return AvifImageFile(file)


def register() -> None:
    """Let Willow write AVIF with this from now on."""
    registry.register_operation(PillowImage, "save_as_avif", save_as_avif)
