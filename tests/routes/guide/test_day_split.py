from __future__ import annotations

import random
from itertools import combinations

import pytest

from routes.guide.day_split import days_of


def split(days, minutes, legs=None, stated=None):
    legs = legs if legs is not None else [0] * (len(minutes) - 1)
    return days_of(stated or [None] * len(minutes), days, minutes, legs)


def test_a_stated_day_counts_and_the_stops_after_it_go_along():
    assert split(3, [60] * 5, stated=[None, 2, None, 3, None]) == [1, 2, 2, 3, 3]


def test_no_stop_goes_back_to_an_earlier_day():
    assert split(3, [60] * 4, stated=[1, 3, 2, None]) == [1, 3, 3, 3]


def test_a_stated_day_may_lie_beyond_the_length_and_days_may_be_free():
    assert split(2, [60] * 2, stated=[1, 4]) == [1, 4]


def test_without_statement_the_days_are_as_alike_as_can_be():
    assert split(2, [90, 30, 90, 90, 90], [0, 26, 29, 57]) == [1, 1, 1, 2, 2]


def test_of_equal_cuts_the_first_days_are_the_fullest():
    assert split(2, [60, 60, 60]) == [1, 1, 2]
    assert split(3, [60] * 4) == [1, 1, 2, 3]


def test_more_days_than_stops_leave_days_free():
    assert split(14, [60, 60]) == [1, 2]


@pytest.mark.parametrize("count", [0, 1])
def test_hardly_any_stops(count):
    assert days_of([None] * count, 3, [60] * count, []) == [1] * count


def test_the_cut_is_the_best_of_all():
    chance = random.Random(5)
    for _ in range(200):
        count = chance.randint(1, 8)
        minutes = [chance.choice([30, 45, 60, 90, 120]) for _ in range(count)]
        legs = [chance.randint(0, 200) for _ in range(count - 1)]
        days = chance.randint(1, 5)
        found = days_of([None] * count, days, minutes, legs)
        assert found == sorted(found)
        assert len(set(found)) == min(days, count)
        assert squares(found, minutes, legs) == least(min(days, count), minutes, legs)


def squares(days, minutes, legs):
    sums = {}
    for day, stay, leg in zip(days, minutes, [0, *legs], strict=True):
        sums[day] = sums.get(day, 0) + stay + leg
    return sum(length**2 for length in sums.values())


def least(days, minutes, legs):
    cuts = combinations(range(1, len(minutes)), days - 1)
    return min(
        squares([1 + sum(at >= cut for cut in chosen) for at in range(len(minutes))], minutes, legs) for chosen in cuts
    )
