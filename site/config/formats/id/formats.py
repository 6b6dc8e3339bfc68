"""Indonesian dates with the whole month: “16 Januari 2025”."""

from __future__ import annotations

DATE_FORMAT = "j F Y"
MONTH_DAY_FORMAT = "j F"
TIME_FORMAT = "H.i"
DATETIME_FORMAT = "j F Y, H.i"
