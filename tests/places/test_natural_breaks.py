"""Natural breaks against every way to cut."""

from __future__ import annotations

import itertools
import random

import pytest

from places.natural_breaks import MOST, class_of, natural_breaks


def spread(parts):
    return sum((value - sum(part) / len(part)) ** 2 for part in parts for value in part)


def cut(values, borders):
    edges = [0, *borders, len(values)]
    return [values[start:end] for start, end in itertools.pairwise(edges)]


@pytest.mark.parametrize("seed", range(20))
def test_no_other_cut_is_better(seed):
    chance = random.Random(seed)
    values = sorted(chance.choice((chance.randint(1, 30), chance.randint(100, 120))) for _ in range(9))
    ranges = natural_breaks(shuffled := chance.sample(values, 9), 3)
    count = len(ranges)
    ours = [[value for value in values if class_of(value, ranges) == number] for number in range(count)]
    every = (cut(values, borders) for borders in itertools.combinations(range(1, 9), count - 1))
    assert spread(ours) == pytest.approx(min(spread(parts) for parts in every))
    assert sorted(shuffled) == values


def test_ranges_name_figures_that_occur_and_hold_each_one():
    values = [3000, *range(100, 900, 25), 1, 1, 1]
    ranges = natural_breaks(values)
    assert len(ranges) == MOST
    for value in values:
        part = ranges[class_of(value, ranges)]
        assert part.low <= value <= part.high
    assert {value for part in ranges for value in (part.low, part.high)} <= set(values)


@pytest.mark.parametrize(("values", "count"), [([], 0), ([7], 1), ([7, 7, 7], 1), ([1, 2], 2), (list(range(1, 7)), 5)])
def test_there_are_never_more_classes_than_figures(values, count):
    assert len(natural_breaks(values)) == count
