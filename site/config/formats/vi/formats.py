"""Vietnamese dates in lower case, so that they stand inside a sentence: “ngày 4 tháng 3 năm 2026”; 17.500 grouped."""

from __future__ import annotations

DATE_FORMAT = r"\n\g\à\y j \t\h\á\n\g n \n\ă\m Y"
YEAR_MONTH_FORMAT = r"\t\h\á\n\g n \n\ă\m Y"
MONTH_DAY_FORMAT = r"\n\g\à\y j \t\h\á\n\g n"
NUMBER_GROUPING = 3
# What is typed: the day before the month, else 05/12 would quietly be the 12th of May.
DATE_INPUT_FORMATS = ["%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%d/%m/%y"]
TIME_INPUT_FORMATS = ["%H:%M", "%H:%M:%S", "%Hh%M", "%Hh"]
