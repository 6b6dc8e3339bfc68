"""Numbers as the reader writes them: 17,500 in English, 17.500 in Vietnamese and Indonesian."""

from __future__ import annotations

from django.utils.formats import number_format


def grouped(number: int) -> str:
    """Return a whole number with its thousands apart."""
    return number_format(number, decimal_pos=0, force_grouping=True)
