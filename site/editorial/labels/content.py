"""What stands on the label of a record: names, the stars valid today, one line, motif, QR code and code."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, override

from core import addresses, languages, qr
from core.labels import Label
from editorial.labels import formats


@dataclass(frozen=True)
class Text:
    """Words and the language they are in."""

    words: str
    language: str


@dataclass(frozen=True)
class ShelfLabel:
    """One label, ready for templates/editorial/label.html; what is unknown is None."""

    code: str
    slug: str
    address: str
    motif: str
    name: Text
    step: str
    second_name: Text | None
    line: Text | None
    stars: dict[str, Any] | None
    qr: SafeString
    invitations: tuple[Text, ...]


def label_of(record: Any, second: str) -> ShelfLabel:
    """Return the label of a live record, in its own language and in `second`."""
    home = record.home_language
    name = Text(*record.name_in(home))
    address = addresses.of_code(record.code)
    return ShelfLabel(
        code=record.code,
        slug=record.slug,
        address=address,
        motif=record.motif,
        name=name,
        step=formats.step(name.words),
        second_name=_second_name(record, name, second),
        line=_line(record, home, second),
        stars=_stars(record),
        qr=mark_safe(qr.svg(address)),  # drawn by segno from an address of ours
        invitations=_invitations(home, second),
    )


def printed_address(address: str) -> str:
    """Return the address as it is read aloud: host and path, without the code itself."""
    parts = urlsplit(address)
    return f"{parts.netloc}{parts.path.rpartition('/')[0]}/"


def _second_name(record: Any, name: Text, second: str) -> Text | None:
    """Return the name in the second language when there is one and it is another one."""
    words = Label(record.name).data.get(second, "")
    return Text(words, second) if words and words != name.words else None


def _line(record: Any, home: str, second: str) -> Text | None:
    """Return the tagline: the local one, else the second language's, else any along the chain."""
    taglines = Label(record.tagline).data
    code = next((code for code in (home, second) if taglines.get(code)), None)
    words, language = (taglines[code], code) if code else languages.pick(taglines, second)
    return Text(words, language) if words else None


def _stars(record: Any) -> dict[str, Any] | None:
    """Return the stars of a recognition valid today, out of the scale of its time, with programme and year."""
    badge = getattr(record, "badge", None)
    if badge is None:
        return None
    programme = " ".join(str(part) for part in (record.programme.short_name, badge.year) if part)
    return {"stars": badge.stars, "out_of": badge.out_of, "programme": programme}


def _invitations(*codes: str) -> tuple[Text, ...]:
    """Return what the camera is for, once a language."""
    texts: dict[str, Text] = {}
    for code in codes:
        with override(code):
            words = gettext("Scan to read the story")
        texts.setdefault(words, Text(words, code))
    return tuple(texts.values())
