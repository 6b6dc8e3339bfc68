"""Every reason and every clash is a whole sentence in three languages' grammar, with both its times."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import translation

from routes.clashes import clash_words, closed_words
from routes.planner.problem import Closed, ClosedBy, Day, Lunch, Problem, Stop, Window
from routes.planner.schedule import Clash, Conflict, LeftOut, Reason
from routes.trips.reasons import reason_words

SATURDAY = date(2026, 12, 5)
STOPS = (Stop("a", 0, 60, {0: (Window(480, 1020),)}), Stop("b", 1, 60, {}))
PROBLEM = Problem(
    STOPS,
    (Day(SATURDAY, 480, 1080), Day(date(2026, 12, 6), 480, 1080)),
    ((0, 9), (9, 0)),
    "Asia/Jakarta",
    Lunch(960, 1020, 45),
)
NAMES = {"a": "Kasongan", "b": "Bantul"}
TIMES = {Reason.CLOSED, Reason.NOT_CHOSEN, Reason.PLACE_TAKEN, Reason.STAY_TOO_LONG}


def words_of(left, zone="Asia/Jakarta"):
    with translation.override("en"):
        return reason_words(left, PROBLEM, NAMES, zone)


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_is_a_sentence(reason):
    text = words_of(LeftOut("b", reason, 0, 1050, 1020, other="a"))
    assert text.endswith((".", "!"))
    assert "%(" not in text
    if reason not in TIMES:
        assert "17:00" in text
        assert ("16:00" if reason is Reason.NO_LUNCH_LEFT else "17:30") in text


@pytest.mark.parametrize("kind", Clash)
def test_every_clash_is_a_sentence(kind):
    with translation.override("en"):
        texts = [clash_words(Conflict(kind, 1050, 1020)), clash_words(Conflict(kind, 1050))]
    assert all(text.endswith(".") and "%(" not in text for text in texts)
    if kind not in (Clash.CLOSED_THAT_DAY, Clash.NO_TIME_FOR_LUNCH):
        assert "17:30" in texts[0]
        assert "17:00" in texts[0]


def test_each_way_to_be_closed_is_told_apart():
    until = Closed(ClosedBy.NOTICE, date(2026, 12, 24))
    others = (Closed(ClosedBy.NOTICE), Closed(ClosedBy.HOURS), Closed(ClosedBy.SPECIAL_DAY))
    with translation.override("en"):
        texts = [closed_words(closed) for closed in (until, *others)]
    assert len(set(texts)) == 4
    assert "24 December 2026" in texts[0]


def test_closed_days_are_named():
    closed = ((0, Closed(ClosedBy.HOURS)), (1, Closed(ClosedBy.SPECIAL_DAY)))
    text = words_of(LeftOut("b", Reason.CLOSED, closed=closed))
    assert "Saturday" in text
    assert "Sunday" in text
    assert words_of(LeftOut("b", Reason.CLOSED)).endswith(".")


def test_times_are_the_stops_own():
    left = LeftOut("b", Reason.CLOSES_FIRST, 0, 1050, 1020)
    assert "18:30" in words_of(left, "Asia/Makassar")


def test_another_day_is_named():
    assert "00:30 on Sunday" in words_of(LeftOut("b", Reason.DAY_TOO_SHORT, 0, 1470, 1080))


def test_the_other_stop_and_must_sees_are_named():
    assert "Kasongan" in words_of(LeftOut("b", Reason.ANOTHER_CLOSES, 0, 1050, 1020, other="a"))
    assert "must see" in words_of(LeftOut("b", Reason.NO_TIME_LEFT, 0, 1090, 1080, for_must_sees=True))
