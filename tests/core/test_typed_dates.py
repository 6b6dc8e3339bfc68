"""Days and times as people here type them."""

from __future__ import annotations

from datetime import date, time

import pytest
from django import forms
from django.utils.translation import override


@pytest.mark.parametrize("language", ["vi", "en", "id"])
@pytest.mark.parametrize("typed", ["05/12/2026", "5-12-2026", "2026-12-05"])
def test_the_day_comes_before_the_month(language, typed):
    with override(language):
        assert forms.DateField().clean(typed) == date(2026, 12, 5)


@pytest.mark.parametrize("typed", ["8h30", "08:30", "08:30:00"])
def test_vietnamese_hours(typed):
    with override("vi"):
        assert forms.TimeField().clean(typed) == time(8, 30)
        assert forms.TimeField().clean("17h") == time(17)
