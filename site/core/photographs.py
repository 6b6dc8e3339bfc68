"""Photographs: their files are made when a record or a page is saved, never when one is read.

What a page needs is kept in two derived columns: `files` of the picture itself (every file, by shape and format) and
`picture` of each record or story that shows it, so that a list costs no further query. Paths are stored; the storage
turns them into addresses when a page is shown. A picture without a credit is never shown.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.core.files.storage import default_storage
from PIL import Image
from wagtail.images import get_image_model

from core import languages
from core.labels import Label
from core.renditions import FALLBACK, FORMATS, MIME, OF_A_RECORD, SHAPES

log = logging.getLogger(__name__)
File = list[Any]  # path, width, height
COLOUR = "colour"


# --- reading ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Framed:
    """A photograph in one shape, ready for `<picture>`."""

    src: str
    width: int
    height: int
    sizes: str
    sources: list[dict[str, str]] = field(default_factory=list)
    largest: tuple[str, int, int] = ("", 0, 0)


@dataclass(frozen=True)
class Photograph:
    """What may be shown of a picture: its files, its description for the reader, who made it."""

    alt: str
    alt_lang: str  # the language of the description
    credit: str
    licence: str
    licence_url: str
    files: dict[str, Any]
    original: File

    @property
    def colour(self) -> str:
        """Return the colour that stands in its place until it has arrived; empty when unknown."""
        return str(self.files.get(COLOUR, ""))

    def path(self, shape: str) -> str:
        """Return where its JPEG of a shape is stored; the uploaded file when none was made."""
        return str(self.files[shape][FALLBACK][0][0]) if shape in self.files else str(self.original[0])

    def framed(self, shape: str) -> Framed:
        """Return it in a shape; the uploaded file while that shape hasn't been made."""
        files = self.files.get(shape)
        if not files:
            path, width, height = self.original
            url = default_storage.url(path)
            return Framed(url, width, height, SHAPES[shape].sizes, largest=(url, width, height))
        path, width, height = files[FALLBACK][0]
        biggest = files[FORMATS[-1]][-1]
        return Framed(
            src=default_storage.url(path),
            width=width,
            height=height,
            sizes=SHAPES[shape].sizes,
            sources=[{"type": MIME[name], "srcset": _srcset(files[name])} for name in FORMATS],
            largest=(default_storage.url(biggest[0]), biggest[1], biggest[2]),
        )


def _srcset(files: Iterable[File]) -> str:
    return ", ".join(f"{default_storage.url(path)} {width}w" for path, width, _height in files)


def of(owner: Any) -> Photograph | None:
    """Return the photograph of a record or story; None when it has none, or one without a credit.

    Only a form that was not saved yet (a preview) asks the database for the picture.
    """
    if not owner.image_id:
        return None
    kept = owner.picture if owner.picture.get("image") == owner.image_id else described(owner.image)
    return _photograph(kept) if kept.get("credit") else None


def of_image(image: Any) -> Photograph | None:
    """Return a picture that an editor put into a text; None without one, or when it has no credit."""
    kept = described(image) if image else {}
    return _photograph(kept) if kept.get("credit") else None


def _photograph(kept: dict[str, Any]) -> Photograph:
    alt, language = languages.pick(kept["alt"])
    words = {name: kept[name] for name in ("credit", "licence", "licence_url", "files", "original")}
    return Photograph(alt=alt, alt_lang=language, **words)


# --- writing ---------------------------------------------------------------------------------------------------------


def derived(owner: Any) -> dict[str, Any]:
    """Return what the `picture` column of a record or story has to hold; makes the files that are missing."""
    image = owner.image if owner.image_id else None
    if image is None:
        return {}
    return described(image) if make(image, OF_A_RECORD) else {"image": image.pk}


def described(image: Any) -> dict[str, Any]:
    """Return a picture as the `picture` column holds it; nothing but its key when it has no credit."""
    credit = image.credit.strip()
    if not credit:
        return {"image": image.pk}
    return {
        "image": image.pk,
        "alt": dict(Label(image.alt).data),
        "credit": credit,
        "licence": image.licence,
        "licence_url": image.licence_url,
        "files": image.files,
        "original": [image.file.name, image.width, image.height],
    }


def make(image: Any, shapes: Iterable[str]) -> bool:
    """Make the files of these shapes that aren't there and note them on the picture; False when it can't be read."""
    wanted = {name: SHAPES[name].renditions(image.width, image.height) for name in shapes}
    image.prefetched_renditions = list(image.renditions.all())  # the table knows, not what a process remembers
    try:
        specs = [each.spec for renditions in wanted.values() for each in renditions]
        made = image.get_renditions(*specs)
        files = dict(image.files)
        for name, renditions in wanted.items():
            files[name] = {}
            for each in renditions:
                file = made[each.spec]
                files[name].setdefault(each.format, []).append([file.file.name, file.width, file.height])
        if COLOUR not in files:
            files[COLOUR] = _colour(made[specs[-1]])
    except Exception:  # each format's library raises its own; a picture must not keep a record from being saved
        log.exception("The picture %s (%s) can't be read.", image.pk, image.file.name)
        return False
    finally:
        del image.prefetched_renditions
    if files != image.files:
        image.files = files
        type(image)._default_manager.filter(pk=image.pk).update(files=files)
    return True


def _colour(rendition: Any) -> str:
    """Return the mean colour of a JPEG as `#rrggbb`."""
    with rendition.open_file() as file, Image.open(file) as picture:
        return "#" + picture.convert("RGB").resize((1, 1), Image.Resampling.BOX).tobytes().hex()


def refresh(key: int, replaced: bool = False) -> None:
    """Bring everything that shows a picture in step with it; `replaced` says that its file is another one."""
    image = get_image_model()._default_manager.filter(pk=key).first()
    if image is None:
        return
    shapes = {name for name in image.files if name in SHAPES}
    users = [model for model in pictured() if model._default_manager.filter(image=image).exists()]
    if replaced:
        image.renditions.all().delete()
        image.files = {}
    if users:
        shapes.update(OF_A_RECORD)
    readable = make(image, shapes) if shapes else True
    for model in users:
        column = described(image) if readable else {"image": image.pk}
        model._default_manager.filter(image=image).update(picture=column)


def forget(image: Any) -> None:
    """Empty the column of everything that shows a picture, before that is deleted."""
    for model in pictured():
        model._default_manager.filter(image=image).update(picture={})


def pictured() -> list[Any]:
    """Return every type that has a photograph: `image`, and `picture` derived from it."""
    return [model for model in apps.get_models() if hasattr(model, "photograph")]
