"""When an event takes place: from its calendar, from stated dates, and from what replaces what."""

from __future__ import annotations

from datetime import date

import pytest

from places.occurrences import Rule, Stated, occurrences, runs

D = date
FIRST, LAST = D(2026, 1, 1), D(2027, 12, 31)


def spans(found):
    return [(one.starts_on, one.ends_on) for one in found]


def when(rule, *stated, first=FIRST, last=LAST):
    return occurrences(rule, stated, first, last)


RULES = {
    "one lunar day": (Rule("lunar", (4,), 9), [(D(2026, 5, 25), D(2026, 5, 25)), (D(2027, 5, 14), D(2027, 5, 14))]),
    "several lunar days": (
        Rule("lunar", (4,), 1, 5), [(D(2026, 5, 17), D(2026, 5, 21)), (D(2027, 5, 6), D(2027, 5, 10))],
    ),
    "a lunar month": (Rule("lunar", (3,)), [(D(2026, 4, 17), D(2026, 5, 16)), (D(2027, 4, 7), D(2027, 5, 5))]),
    "a lunar season": (Rule("lunar", (1, 2, 3)), [(D(2026, 2, 17), D(2026, 5, 16)), (D(2027, 2, 6), D(2027, 5, 5))]),
    "the last lunar month": (
        Rule("lunar", (12,)), [(D(2026, 1, 19), D(2026, 2, 16)), (D(2027, 1, 8), D(2027, 2, 5)),
                               (D(2027, 12, 28), D(2028, 1, 25))],
    ),
    "one solar day": (Rule("solar", (10,), 2), [(D(2026, 10, 2), D(2026, 10, 2)), (D(2027, 10, 2), D(2027, 10, 2))]),
    "a solar month": (Rule("solar", (3,)), [(D(2026, 3, 1), D(2026, 3, 31)), (D(2027, 3, 1), D(2027, 3, 31))]),
    "odd years": (Rule("solar", (3,), years="odd"), [(D(2027, 3, 1), D(2027, 3, 31))]),
    "even years": (Rule("solar", (3,), years="even"), [(D(2026, 3, 1), D(2026, 3, 31))]),
    "months around new year": (
        Rule("solar", (11, 12, 1)),
        [(D(2025, 11, 1), D(2026, 1, 31)), (D(2026, 11, 1), D(2027, 1, 31)), (D(2027, 11, 1), D(2028, 1, 31))],
    ),
    "announced": (Rule("other", (2, 3)), [(D(2026, 2, 1), D(2026, 3, 31)), (D(2027, 2, 1), D(2027, 3, 31))]),
    "announced, with a day that can't be": (Rule("other", (2,), 5), [(D(2026, 2, 1), D(2026, 2, 28)),
                                                                    (D(2027, 2, 1), D(2027, 2, 28))]),
    "29 February": (Rule("solar", (2,), 29), [(D(2026, 2, 28), D(2026, 2, 28)), (D(2027, 2, 28), D(2027, 2, 28))]),
    "nothing stated": (Rule("lunar"), []),
}  # fmt: skip


@pytest.mark.parametrize("name", RULES)
def test_reckoned(name):
    rule, expected = RULES[name]
    found = when(rule)
    assert spans(found) == expected
    assert not any(one.confirmed or one.stated for one in found)
    assert {one.day_known for one in found} <= {rule.first_day is not None and rule.calendar != "other"}


def test_in_a_leap_year_a_feast_is_kept_once():
    found = when(Rule("lunar", (6,), 15), first=D(2025, 1, 1), last=D(2025, 12, 31))
    assert spans(found) == [(D(2025, 7, 9), D(2025, 7, 9))]


def test_days_of_several_months_are_several_times():
    found = when(Rule("solar", (3, 8), 5), last=D(2026, 12, 31))
    assert [one.key for one in found] == ["2026-03", "2026-08"]
    assert spans(found) == [(D(2026, 3, 5), D(2026, 3, 5)), (D(2026, 8, 5), D(2026, 8, 5))]


def test_a_stated_date_replaces_the_reckoned_one_of_its_year_under_the_same_key():
    rule = Rule("lunar", (4,), 9)
    reckoned = when(rule)
    found = when(rule, Stated(D(2026, 5, 30), D(2026, 5, 31), confirmed=True))
    assert spans(found) == [(D(2026, 5, 30), D(2026, 5, 31)), (D(2027, 5, 14), D(2027, 5, 14))]
    assert [one.key for one in found] == [one.key for one in reckoned]
    assert [(one.stated, one.confirmed) for one in found] == [(True, True), (False, False)]


def test_a_stated_date_before_new_year_stands_for_the_feast_after_it():
    found = when(Rule("lunar", (1,), 4), Stated(D(2026, 2, 15)), last=D(2026, 12, 31))
    assert spans(found) == [(D(2026, 2, 15), D(2026, 2, 15))]
    assert found[0].key == "2026"


def test_a_stated_date_replaces_a_month():
    found = when(Rule("other", (10,)), Stated(D(2026, 10, 21), D(2026, 10, 23), True), last=D(2026, 12, 31))
    assert spans(found) == [(D(2026, 10, 21), D(2026, 10, 23))]
    assert found[0].day_known


def test_two_stated_dates_of_one_year_both_count_under_different_keys():
    found = when(Rule("solar", (3,)), Stated(D(2026, 3, 2)), Stated(D(2026, 3, 20)), last=D(2026, 12, 31))
    assert spans(found) == [(D(2026, 3, 2), D(2026, 3, 2)), (D(2026, 3, 20), D(2026, 3, 20))]
    assert len({one.key for one in found}) == 2


def test_stated_dates_need_no_calendar():
    found = when(Rule("other"), Stated(D(2026, 6, 5)), Stated(D(2031, 6, 5)))
    assert spans(found) == [(D(2026, 6, 5), D(2026, 6, 5))]


def test_what_touches_the_range_counts():
    rule = Rule("solar", (4,), 10, 20)
    assert spans(when(rule, first=D(2026, 4, 20), last=D(2026, 4, 30))) == [(D(2026, 4, 10), D(2026, 4, 20))]
    assert when(rule, first=D(2026, 4, 21), last=D(2026, 4, 30)) == []


def test_years_far_away_give_nothing_and_no_error():
    assert when(Rule("lunar", (1,)), Stated(D(9999, 12, 31)), first=D(9998, 1, 1), last=D(9999, 12, 30)) == []
    assert when(Rule("lunar", (1,)), Stated(D(1, 1, 1)), first=D(1, 1, 1), last=D(1, 1, 1))


@pytest.mark.parametrize(
    ("months", "expected"),
    [((), []), ((5,), [(5,)]), ((1, 11, 12), [(11, 12, 1)]), ((2, 3, 7), [(2, 3), (7,)]),
     (range(1, 13), [tuple(range(1, 13))])],
)  # fmt: skip
def test_runs(months, expected):
    assert runs(months) == expected
