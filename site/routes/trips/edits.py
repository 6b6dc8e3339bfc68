"""The page's long form → the plan it means; what can't be is told as a flaw, nothing is lost. Pure: no Django."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from places import near
from routes.planner.problem import MIDNIGHT
from routes.travel.estimate import Mode
from routes.trips.link import SHOWN, Flaw, FlawKind, Reading, read, read_date
from routes.trips.plan import (
    MOST_DAYS,
    MOST_EXPERIENCES,
    STAYS,
    Keep,
    Plan,
    PlanStop,
    is_window,
    written_point,
)

POINT = "point"  # the choice among starts and ends that takes what is typed beside it
HERE = "here"  # the choice of keeping a stop on its day and place
USUAL, ANYWHERE = "usual", "any"  # no value is blank: blank ones don't reach us (core.page_cache)
_TIME = re.compile(r"(\d{1,2}):(\d\d)(?::\d\d)?", re.ASCII)
_MOVE = re.compile(r"(up|down|remove|try)-([2-9a-z]{6})(?:-x([1-8]))?")

Groups = list[list[PlanStop]]


def edited(form: Mapping[str, Any]) -> Reading:
    """The plan of a submitted form: its stops as they stood, changed by its fields and its button."""
    given = read({"p": form.get("p", "")})
    flaws = [*given.flaws]
    own = form.get("order") == "own"
    plan = replace(_settings(form, flaws), own_order=own)
    groups = _kept_groups(form)
    days = max(plan.days, len(groups))
    groups += [[] for _ in range(days - len(groups))]
    groups = [[_changed(stop, form) for stop in group] for group in groups]
    groups = _on_days(groups, form, own)
    return Reading(_pressed(replace(plan, groups=_frozen(groups)), str(form.get("do", ""))).tidied(), tuple(flaws))


def _kept_groups(form: Mapping[str, Any]) -> Groups:
    """The stops by day, as the page showed them: its own order, whatever order the plan is in."""
    shown = read({"p": form.get("p", ""), "n": str(MOST_DAYS), "o": "1"}).plan
    return [list(group) for group in shown.groups]


def _settings(form: Mapping[str, Any], flaws: list[Flaw]) -> Plan:
    usual = Plan()
    earliest, latest = _window(form, flaws)
    return replace(
        usual,
        date=read_date(_text(form, "date"), flaws),
        days=_number(_text(form, "days"), flaws),
        earliest=earliest,
        latest=latest,
        mode=_mode(_text(form, "mode"), flaws),
        start=_spot(form, "from", FlawKind.START, flaws),
        end=_spot(form, "to", FlawKind.END, flaws),
        lunch=bool(_text(form, "lunch")),
    )


def _text(form: Mapping[str, Any], name: str) -> str:
    return str(form.get(name, "")).strip()


def _number(text: str, flaws: list[Flaw]) -> int:
    if text and not (text.isascii() and text.isdigit() and 1 <= int(text[:3]) <= MOST_DAYS):
        flaws.append(Flaw(FlawKind.DAYS, text[:SHOWN]))
        return 1
    return int(text or 1)


def _mode(text: str, flaws: list[Flaw]) -> Mode:
    if text and text not in set(Mode):
        flaws.append(Flaw(FlawKind.MODE, text[:SHOWN]))
        return Mode.MOTORBIKE
    return Mode(text or Mode.MOTORBIKE)


def _window(form: Mapping[str, Any], flaws: list[Flaw]) -> tuple[int, int]:
    usual = Plan()
    texts = _text(form, "earliest"), _text(form, "latest")
    earliest = _minute(texts[0], usual.earliest)
    latest = _minute(texts[1], usual.latest)
    latest = MIDNIGHT if latest == 0 else latest  # until 00:00 is until the day is over
    if earliest is None or latest is None or not is_window(earliest, latest):
        flaws.append(Flaw(FlawKind.WINDOW, "–".join(texts)[:SHOWN]))
        return usual.earliest, usual.latest
    return earliest, latest


def _minute(text: str, usual: int) -> int | None:
    """The minute of the day; None for no time."""
    if not text:
        return usual
    match = _TIME.fullmatch(text)
    if match is None or int(match[1]) > 24 or int(match[2]) > 59:
        return None
    return int(match[1]) * 60 + int(match[2])


def _spot(form: Mapping[str, Any], name: str, kind: FlawKind, flaws: list[Flaw]) -> str:
    chosen = _text(form, name)
    if chosen == POINT:
        typed = _text(form, f"{name}_point")
        try:
            return written_point(near.parse(typed))
        except ValueError:
            flaws.append(Flaw(kind, typed[:SHOWN]))
            return ""
    letter = "s" if kind is FlawKind.START else "e"
    reading = read({letter: chosen})
    flaws += reading.flaws
    return reading.plan.start if kind is FlawKind.START else reading.plan.end


def _changed(stop: PlanStop, form: Mapping[str, Any]) -> PlanStop:
    """The stop with its own fields; without any it stays as it was."""
    if f"stay-{stop.code}" not in form:
        return stop
    stay = _text(form, f"stay-{stop.code}")
    number = stay[1:] if stay[:1] == "x" else ""
    trying = int(number) if number in {str(n) for n in range(1, MOST_EXPERIENCES + 1)} else None
    minutes = int(stay) if stay in {str(n) for n in STAYS} else None
    return replace(stop, must_see=bool(_text(form, f"must-{stop.code}")), stay=minutes, experience=trying)


def _on_days(groups: Groups, form: Mapping[str, Any], own: bool) -> Groups:
    """The stops on the days that their fields say; one that comes to another day stands last there."""
    kept: Groups = [[] for _ in groups]
    moved: Groups = [[] for _ in groups]
    for day, group in enumerate(groups):
        for stop in group:
            wanted = _text(form, f"keep-{stop.code}") if f"keep-{stop.code}" in form else None
            target = int(wanted) - 1 if wanted and wanted.isascii() and wanted.isdigit() else day
            target = target if 0 <= target < len(groups) else day
            (kept if target == day else moved)[target].append(stop if own else _held(stop, wanted))
    return [before + after for before, after in zip(kept, moved, strict=True)]


def _held(stop: PlanStop, wanted: str | None) -> PlanStop:
    """The stop as free as its field says."""
    if wanted is None:
        return stop
    keep = Keep.PLACE if wanted == HERE else Keep.DAY if wanted.isdigit() else Keep.FREE
    return replace(stop, keep=keep)


def _pressed(plan: Plan, button: str) -> Plan:
    """The plan after a button: another kind of order, or a stop moved or taken away."""
    if button in ("best", "own"):
        return replace(plan, own_order=button == "own")
    match = _MOVE.fullmatch(button)
    if match is None:
        return plan
    verb, code, number = match.groups()
    groups = [list(group) for group in plan.groups]
    if verb == "try":
        tried = int(number) if number else None
        trying = [[replace(s, experience=tried) if s.code == code else s for s in group] for group in groups]
        return replace(plan, groups=_frozen(trying))
    if verb == "remove":
        return replace(plan, groups=_frozen([[s for s in group if s.code != code] for group in groups]))
    return replace(plan, groups=_frozen(_moved(groups, code, -1 if verb == "up" else 1)), own_order=True)


def _moved(groups: Groups, code: str, step: int) -> Groups:
    """The stop one place earlier or later, past the border of its day when it is at it."""
    for day, group in enumerate(groups):
        for position, stop in enumerate(group):
            if stop.code != code:
                continue
            target = position + step
            if 0 <= target < len(group):
                group[position], group[target] = group[target], group[position]
            elif 0 <= day + step < len(groups):
                group.remove(stop)
                groups[day + step].insert(0 if step > 0 else len(groups[day + step]), stop)
            return groups
    return groups


def _frozen(groups: Groups) -> tuple[tuple[PlanStop, ...], ...]:
    return tuple(map(tuple, groups))
