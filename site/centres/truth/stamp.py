"""When a form was opened, signed, in a hidden field: a program fills forms at once, a person does not. No cookie."""

from __future__ import annotations

from enum import Enum, auto

from django.core import signing

from core import clock

SOONEST, LATEST = 3, 24 * 60 * 60  # seconds between opening the form and sending it
_signer = signing.Signer(salt="centres.truth.stamp")


class Age(Enum):
    """What a stamp says about the form that carries it."""

    RIGHT = auto()
    TOO_FAST = auto()
    TOO_OLD = auto()
    FORGED = auto()


def stamped(slug: str) -> str:
    """Return the stamp of the form about a centre, opened now."""
    return _signer.sign(f"{slug} {int(clock.now().timestamp())}")


def age_of(stamp: str, slug: str) -> Age:
    """Tell how long ago the form was opened; a stamp of another centre, or of nobody, is forged."""
    try:
        about, _, opened = _signer.unsign(stamp).partition(" ")
    except signing.BadSignature:
        return Age.FORGED
    if about != slug:
        return Age.FORGED
    seconds = clock.now().timestamp() - int(opened)
    if seconds < SOONEST:
        return Age.TOO_FAST
    return Age.RIGHT if seconds <= LATEST else Age.TOO_OLD
