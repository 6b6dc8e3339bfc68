"""A whole plan in the query of an address, at most 300 characters with it (docs/adr/0022). Pure: no Django.

Only letters, digits, dot, hyphen and low line are used, so that no program on the way writes it otherwise. Reading
never raises: what can't be read is left out and told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from routes.planner.problem import MIDNIGHT, MOST_STOPS
from routes.travel.estimate import Mode
from routes.trips.plan import (
    FIRST_DATE,
    LAST_DATE,
    MOST_DAYS,
    OPEN_END,
    STAYS,
    Keep,
    Plan,
    PlanStop,
    is_window,
    point_of,
)
from routes.usual_day import EARLIEST, LATEST

VERSION = "1"
NAMES = ("p", "d", "n", "t", "m", "s", "e", "l", "o")
LONGEST = 400  # characters of `p` that are looked at
SHOWN = 24  # characters of nonsense that are repeated to the reader
MARKS = {
    (True, Keep.FREE): "M",
    (False, Keep.DAY): "K",
    (False, Keep.PLACE): "L",
    (True, Keep.DAY): "Q",
    (True, Keep.PLACE): "R",
}
STAY_LETTERS = dict(zip(STAYS, "ABCDEFGHIJNOPST", strict=True))
EXPERIENCE_LETTERS = dict(enumerate("UVWXYZ01", start=1))
MODES = {Mode.WALK: "walk", Mode.BICYCLE: "bike", Mode.MOTORBIKE: "moto", Mode.CAR: "car", Mode.BUS: "bus"}

_MARKED = {letter: marks for marks, letter in MARKS.items()}
_STAYING = {letter: minutes for minutes, letter in STAY_LETTERS.items()}
_TRYING = {letter: number for number, letter in EXPERIENCE_LETTERS.items()}
_MODE = {word: mode for mode, word in MODES.items()}
CODE = re.compile(r"[2-9a-hjkmnp-z]{6}")
_STOP = re.compile(rf"({CODE.pattern})([KLMQR]?)([A-JN-PS-Z01]?)")
_SPOT = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_WINDOW = re.compile(r"(\d\d)(\d\d)-(\d\d)(\d\d)", re.ASCII)


class FlawKind(StrEnum):
    """What is wrong with a part of a link."""

    VERSION = "version"
    UNREADABLE = "unreadable"
    TOO_MANY = "too_many"
    DATE = "date"
    DAYS = "days"
    WINDOW = "window"
    MODE = "mode"
    START = "start"
    END = "end"
    MOVED = "moved"


@dataclass(frozen=True)
class Flaw:
    """A part that can't be what it says; `text` repeats it."""

    kind: FlawKind
    text: str = ""


@dataclass(frozen=True)
class Reading:
    """What a link says, and what could not be read of it."""

    plan: Plan
    flaws: tuple[Flaw, ...] = ()


def written(plan: Plan) -> str:
    """The plan as a query; its usual values are left out."""
    plan = plan.tidied()
    parts = {
        "p": written_stops(plan.groups) if plan.stops else "",
        "d": plan.date.isoformat() if plan.date else "",
        "n": str(plan.days) if plan.days > 1 else "",
        "t": "" if (plan.earliest, plan.latest) == (EARLIEST, LATEST) else _window(plan.earliest, plan.latest),
        "m": "" if plan.mode is Mode.MOTORBIKE else MODES[plan.mode],
        "s": plan.start,
        "e": plan.end,
        "l": "" if plan.lunch else "0",
        "o": "1" if plan.own_order else "",
    }
    return "&".join(f"{name}={value}" for name, value in parts.items() if value)


def read(query: Mapping[str, Any]) -> Reading:
    """The plan of a query, each part as far as it can be true."""
    flaws: list[Flaw] = []
    values = {name: str(query.get(name, "")).strip() for name in NAMES}
    plan = Plan(
        groups=_groups(values["p"], flaws),
        date=read_date(values["d"], flaws),
        days=_days(values["n"], flaws),
        mode=_known(_MODE, values["m"], Mode.MOTORBIKE, FlawKind.MODE, flaws),
        start=_spot(values["s"], FlawKind.START, flaws),
        end=OPEN_END if values["e"] == OPEN_END else _spot(values["e"], FlawKind.END, flaws),
        lunch=values["l"] != "0",
        own_order=values["o"] == "1",
    )
    earliest, latest = _read_window(values["t"], flaws)
    plan = replace(plan, earliest=earliest, latest=latest)
    beyond = [stop for day, _, stop in plan.located() if day >= plan.days and plan.is_ordered]
    flaws += [Flaw(FlawKind.MOVED, stop.code) for stop in beyond]
    return Reading(plan.tidied(), tuple(flaws))


def written_stops(groups: Iterable[Iterable[PlanStop]]) -> str:
    """The stops by day, as `p` has them."""
    return VERSION + ".".join("".join(map(_written_stop, group)) for group in groups)


def _written_stop(stop: PlanStop) -> str:
    trying = EXPERIENCE_LETTERS.get(stop.experience) if stop.experience else None
    staying = STAY_LETTERS.get(stop.stay, "") if stop.stay else ""
    return stop.code + MARKS.get((stop.must_see, stop.keep), "") + (trying or staying)


def _groups(text: str, flaws: list[Flaw]) -> tuple[tuple[PlanStop, ...], ...]:
    if not text:
        return ()
    if text[0] != VERSION:
        flaws.append(Flaw(FlawKind.VERSION, text[:SHOWN]))
        return ()
    seen: set[str] = set()
    groups = [_group(part, seen, flaws) for part in text[1:LONGEST].split(".")]
    if len(seen) > MOST_STOPS:
        flaws.append(Flaw(FlawKind.TOO_MANY, str(len(seen))))
    return tuple(groups)


def _group(text: str, seen: set[str], flaws: list[Flaw]) -> tuple[PlanStop, ...]:
    """The stops of a day, each once; at most MOST_STOPS in all."""
    stops, at, lost = [], 0, ""
    while at < len(text):
        match = _STOP.match(text, at)
        if match is None:
            lost, at = lost + text[at], at + 1
            continue
        at = match.end()
        if match[1] not in seen and len(seen) < MOST_STOPS:
            stops.append(_read_stop(*match.groups()))
        seen.add(match[1])
    if lost:
        flaws.append(Flaw(FlawKind.UNREADABLE, lost[:SHOWN]))
    return tuple(stops)


def _read_stop(code: str, mark: str, stay: str) -> PlanStop:
    must_see, keep = _MARKED.get(mark, (False, Keep.FREE))
    return PlanStop(code, must_see, keep, _STAYING.get(stay), _TRYING.get(stay))


def read_date(text: str, flaws: list[Flaw]) -> date | None:
    """The day that a link or the form names as 2026-12-05; None for none, and for what is no day of a plan: a flaw."""
    if not text:
        return None
    try:
        day = date.fromisoformat(text) if _DATE.fullmatch(text) else None
    except ValueError:
        day = None
    if day is None or not FIRST_DATE <= day <= LAST_DATE:
        flaws.append(Flaw(FlawKind.DATE, text[:SHOWN]))
        return None
    return day


def _days(text: str, flaws: list[Flaw]) -> int:
    return _known({str(n): n for n in range(1, MOST_DAYS + 1)}, text, 1, FlawKind.DAYS, flaws)


def _known(values: Mapping[str, Any], text: str, usual: Any, kind: FlawKind, flaws: list[Flaw]) -> Any:
    if text and text not in values:
        flaws.append(Flaw(kind, text[:SHOWN]))
    return values.get(text, usual)


def _spot(text: str, kind: FlawKind, flaws: list[Flaw]) -> str:
    if text and (len(text) > SHOWN or not (_SPOT.fullmatch(text) or point_of(text))):
        flaws.append(Flaw(kind, text[:SHOWN]))
        return ""
    return text


def _window(earliest: int, latest: int) -> str:
    return "-".join(f"{minute // 60:02}{minute % 60:02}" for minute in (earliest, latest))


def _read_window(text: str, flaws: list[Flaw]) -> tuple[int, int]:
    if not text:
        return EARLIEST, LATEST
    match = _WINDOW.fullmatch(text)
    if match is not None:
        hours = [int(part) for part in match.groups()]
        earliest, latest = hours[0] * 60 + hours[1], hours[2] * 60 + hours[3]
        if max(hours[1], hours[3]) < 60 and latest <= MIDNIGHT and is_window(earliest, latest):
            return earliest, latest
    flaws.append(Flaw(FlawKind.WINDOW, text[:SHOWN]))
    return EARLIEST, LATEST
