"""Thousands stand apart, in the reader's way."""

from __future__ import annotations

import pytest
from django.utils.translation import override

from core.numbers import grouped


@pytest.mark.parametrize(
    ("language", "number", "text"),
    [
        ("en", 17500, "17,500"),
        ("vi", 17500, "17.500"),
        ("id", 1234567, "1.234.567"),
        ("vi", 999, "999"),
        ("en", 0, "0"),
    ],
)
def test_thousands(language, number, text):
    with override(language):
        assert grouped(number) == text
