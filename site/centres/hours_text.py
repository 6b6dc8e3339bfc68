"""Reads opening hours as sources publish them, in English, Vietnamese or Indonesian. Pure: no Django."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import time

from centres.hours import Period

ALL_DAYS = frozenset(range(7))
DAY_NAMES = (
    ("monday", "mon", "mo", "thứ hai", "thứ 2", "t2", "senin", "sen"),
    ("tuesday", "tues", "tue", "tu", "thứ ba", "thứ 3", "t3", "selasa", "sel"),
    ("wednesday", "wed", "we", "thứ tư", "thứ 4", "t4", "rabu", "rab"),
    ("thursday", "thurs", "thur", "thu", "th", "thứ năm", "thứ 5", "t5", "kamis", "kam"),
    ("friday", "fri", "fr", "thứ sáu", "thứ 6", "t6", "jumat", "jum'at", "jum"),
    ("saturday", "sat", "sa", "thứ bảy", "thứ 7", "t7", "sabtu", "sab"),
    ("sunday", "sun", "su", "chủ nhật", "chúa nhật", "cn", "minggu", "ahad", "min"),
)
DAY_OF = {name: number for number, names in enumerate(DAY_NAMES) for name in names}
EVERY_DAY = ("daily", "every day", "everyday", "hằng ngày", "hàng ngày", "mỗi ngày", "setiap hari", "tiap hari")
NON_STOP = ("24/7", "24/24", "24 hours", "24 jam", "24 giờ")
CLOSED = ("closed on", "closed", "đóng cửa", "nghỉ", "tutup", "libur")
FILLERS = ("opening hours", "open", "giờ mở cửa", "mở cửa", "jam buka", "buka", "pukul", "from", "từ")
ANNOTATION = re.compile(r"\(\s*(?:reference|tham khảo|referensi)\s*\)")
CLOCK = re.compile(r"(\d{1,2})(?:[:.h](\d\d))?h?\s*(am|pm)?")


def _any(names: Iterable[str]) -> str:
    return "(?:" + "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True)) + r")(?!\w)"


_CLOCK = r"\d{1,2}(?:[:.h]\d\d(?:\s*[ap]m)?|h|\s*[ap]m)(?![\w:])"
_DASH = r"\s*(?:[-\u2010-\u2015~]|\b(?:to|until|đến|tới|sampai|hingga)\b|\bs/d\b|\bs\.d\.)\s*"
TOKEN = re.compile(
    rf"\s*(?:(?P<nonstop>{_any(NON_STOP)})"
    rf"|(?P<opens>{_CLOCK}){_DASH}(?P<closes>{_CLOCK})"
    rf"|(?P<closed>{_any(CLOSED)})"
    rf"|(?P<every>{_any(EVERY_DAY)})"
    rf"|(?P<first>{_any([*DAY_OF, *(f'{name}s' for name in DAY_OF if name.endswith('day'))])})\.?"
    rf"(?:{_DASH}(?P<last>{_any(DAY_OF)})\.?)?"
    rf"|(?P<filler>(?:{_any(FILLERS)}):?|:)"
    r"|(?P<separator>,|&|(?:and|và|dan)(?!\w)))\s*"
)


@dataclass
class _Run:
    """Neighbouring tokens of one kind: "days", "hours" or "closed"."""

    kind: str
    days: frozenset[int] = frozenset()
    hours: list[tuple[time, time]] = field(default_factory=list)


def parse_published(text: str) -> list[Period] | None:
    """The weekly hours a published text states, or None unless every part of it is understood without guessing."""
    plain = ANNOTATION.sub(" ", unicodedata.normalize("NFC", text).casefold())
    parts = [part for part in re.split(r"[;\n]", plain) if part.strip()]
    try:
        clauses = [clause for part in parts for clause in _clauses(_runs(part), alone=len(parts) == 1)]
    except ValueError:
        return None
    closed = frozenset(day for days, hours in clauses if not hours for day in days)
    stated = [day for days, hours in clauses if hours for day in days]
    if len(stated) != len(set(stated)):
        return None
    return [
        Period(days - closed, opens, closes) for days, hours in clauses if days - closed for opens, closes in hours
    ] or None


def _runs(part: str) -> list[_Run]:
    """ValueError at the first thing that isn't understood."""
    runs: list[_Run] = []
    position, joined = 0, True
    while position < len(part):
        token = TOKEN.match(part, position)
        if token is None:
            raise ValueError(part[position:])
        position = token.end()
        if token["separator"]:
            joined = True
        elif not token["filler"]:
            _append(runs, _run(token), joined)
            joined = False
    return runs


def _append(runs: list[_Run], run: _Run, joined: bool) -> None:
    if not runs or runs[-1].kind != run.kind:
        runs.append(run)
    elif joined:
        runs[-1].days |= run.days
        runs[-1].hours += run.hours
    else:
        raise ValueError("two of a kind without a separator")


def _run(token: re.Match[str]) -> _Run:
    if token["nonstop"]:
        return _Run("hours", hours=[(time(0), time(0))])
    if token["opens"]:
        return _Run("hours", hours=[_hours(token["opens"], token["closes"])])
    if token["closed"]:
        return _Run("closed")
    return _Run("days", days=ALL_DAYS if token["every"] else _days(token["first"], token["last"]))


def _days(first: str, last: str | None) -> frozenset[int]:
    """From one weekday to another, over the weekend if need be."""
    start = DAY_OF.get(first, DAY_OF.get(first.removesuffix("s"), 0))
    end = DAY_OF[last] if last else start
    return frozenset((start + offset) % 7 for offset in range((end - start) % 7 + 1))


def _hours(opens: str, closes: str) -> tuple[time, time]:
    """ValueError for no clock time, and for a morning opening that seems to end before it: "8:00-5:00"."""
    start, end = _minutes(opens), _minutes(closes)
    overnight = end % (24 * 60) <= start and end != 24 * 60
    if start >= 24 * 60 or start == end or (overnight and end > 0 and start < 12 * 60):
        raise ValueError(f"{opens}-{closes}")
    return time(start // 60, start % 60), time(end // 60 % 24, end % 60)


def _minutes(clock: str) -> int:
    """Minutes after midnight, 24:00 included."""
    match = CLOCK.fullmatch(clock)
    if match is None:
        raise ValueError(clock)
    hour, minute, half = int(match[1]), int(match[2] or 0), match[3]
    if half:
        if not 1 <= hour <= 12:
            raise ValueError(clock)
        hour = hour % 12 + (12 if half == "pm" else 0)
    if minute > 59 or hour * 60 + minute > 24 * 60:
        raise ValueError(clock)
    return hour * 60 + minute


def _clauses(runs: list[_Run], *, alone: bool) -> list[tuple[frozenset[int], list[tuple[time, time]]]]:
    """(days, hours) pairs, no hours for closed days. Hours alone are every day's when nothing else states hours."""
    if alone and runs and runs[0].kind == "hours" and (len(runs) == 1 or runs[1].kind == "closed"):
        runs = [_Run("days", days=ALL_DAYS), *runs]
    if len(runs) % 2:
        raise ValueError("days without hours, or hours without days")
    pairs = list(zip(runs[::2], runs[1::2], strict=True))
    if any((one.kind == "days") == (other.kind == "days") for one, other in pairs):
        raise ValueError("hours don't follow days")
    return [(one.days | other.days, one.hours + other.hours) for one, other in pairs]
