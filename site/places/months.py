"""Months as addresses carry them: `2026-11`. Pure: no Django."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

WRITTEN = re.compile(r"(\d{4})-(0[1-9]|1[0-2])", re.ASCII)
MONTHS_OF_YEAR = 12
REACH = 5 * MONTHS_OF_YEAR  # months: further away nothing is worked out


@dataclass(frozen=True, order=True)
class Month:
    """A month of a solar year."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> Month:
        """Return the month of a day."""
        return cls(day.year, day.month)

    @classmethod
    def read(cls, text: str, around: Month) -> Month | None:
        """Return the month written as `YYYY-MM`; None for anything else, or too far from the month `around`."""
        match = WRITTEN.fullmatch(text)
        month = cls(int(match[1]), int(match[2])) if match else None
        return month if month is not None and abs(month.ordinal - around.ordinal) <= REACH else None

    @property
    def ordinal(self) -> int:
        """Return the number of the month, counted without years."""
        return self.year * MONTHS_OF_YEAR + self.number - 1

    @property
    def first(self) -> date:
        """Return the first day."""
        return date(self.year, self.number, 1)

    @property
    def last(self) -> date:
        """Return the last day."""
        return date(self.year, self.number, calendar.monthrange(self.year, self.number)[1])

    def later(self, months: int) -> Month:
        """Return the month so many months later, or earlier."""
        year, before = divmod(self.ordinal + months, MONTHS_OF_YEAR)
        return Month(year, before + 1)

    def __str__(self) -> str:
        return f"{self.year:04}-{self.number:02}"


def months_touched(first: date, last: date) -> list[Month]:
    """Return the months from that of one day to that of another."""
    begin = Month.of(first)
    return [begin.later(step) for step in range(Month.of(last).ordinal - begin.ordinal + 1)]
