"""The times of one day's stops in a given order: the only judge of what is possible. Pure: no Django.

The rules, which all solvers and the exhaustive reference share:

- A visit lies wholly within one opening and within the day; nobody stays past closing. It starts as early as it can.
  An opening belongs to the day it begins on, and to the next one if it reaches in: nobody waits for the next morning.
- One sets out as late as the first visit's start allows, so there is no waiting before it.
- Lunch is one break between two activities: on arrival before a visit, or after a visit before setting out. It lies
  within its two times, at its first minute possible, where it costs least. It is due on a day that begins before
  lunch's earliest and isn't over by its latest; allowed on any that begins before it; else one has eaten or will.
- A day costs its travelling and waiting minutes (all but stays and lunch).
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from routes.planner.problem import MIDNIGHT, Day, Problem, Stop, Window

Opening = tuple[int, int]  # first and last minute a visit may start


class Measured(NamedTuple):
    """The best a day's order can do; smaller is better."""

    cost: int
    ends: int
    lunch_slot: int | None  # 2k: on arrival at visit k; 2k + 1: after it; None: no lunch


class DayClock:
    """One day of a problem with everything precomputed; stops are their indexes in it."""

    def __init__(self, problem: Problem, index: int) -> None:
        self.index = index
        self.day: Day = problem.days[index]
        self.stops: tuple[Stop, ...] = problem.stops
        self.stays = tuple(stop.stay for stop in problem.stops)
        self.windows = tuple(_windows(stop, index, self.day) for stop in problem.stops)
        self.openings = tuple(self._openings(stop) for stop in range(len(problem.stops)))
        self._leaves = tuple(self._leaves_of(stop) for stop in range(len(problem.stops)))
        self.positions = tuple(
            stop.lock.position if stop.lock and stop.lock.day == index else None for stop in problem.stops
        )
        places = [stop.place for stop in problem.stops]
        self.legs = tuple(tuple(problem.travel[a][b] for b in places) for a in places)
        start, end = self.day.start, self.day.end
        self.legs_out = tuple(0 if start is None else problem.travel[start][place] for place in places)
        self.legs_home = tuple(0 if end is None else problem.travel[place][end] for place in places)
        self.lunch = problem.lunch

    def _openings(self, stop: int) -> tuple[Opening, ...]:
        """When visits may start: windows cut to the day, less the stay; none where the stop is locked out."""
        lock = self.stops[stop].lock
        if lock and lock.day != self.index:
            return ()
        spans = (
            (max(window.opens, self.day.earliest), min(window.closes, self.day.latest) - self.stays[stop])
            for window in self.windows[stop]
        )
        return tuple(span for span in spans if span[0] <= span[1])

    def _leaves_of(self, stop: int) -> list[int | None]:
        """By the minute of arrival, from the day's earliest to its latest: when one leaves again."""
        leaves: list[int | None] = []
        for first, last in self.openings[stop]:
            arrivals = range(self.day.earliest + len(leaves), last + 1)
            leaves += [max(at, first) + self.stays[stop] for at in arrivals]
        return leaves + [None] * (self.day.latest + 1 - self.day.earliest - len(leaves))

    @property
    def alike(self) -> tuple[object, ...]:
        """Days of one problem with the same value can't be told apart by any order."""
        return (self.day.earliest, self.day.latest, self.day.start, self.day.end, self.openings, self.positions)

    def possible(self, stop: int, position: int) -> bool:
        """Whether locks and hours let the stop be the day's visit at a position, whatever its time."""
        return bool(self.openings[stop]) and self.positions[stop] in (None, position)

    def start(self, stop: int, at: int) -> int | None:
        """The first minute from `at` at which a visit may start; None when there is none any more."""
        leave = self.leave(stop, at)
        return None if leave is None else leave - self.stays[stop]

    def begin(self, stop: int) -> tuple[int, int] | None:
        """(departure, start of the visit) when the day begins with a stop."""
        leg = self.legs_out[stop]
        start = self.start(stop, self.day.earliest + leg)
        return None if start is None else (start - leg, start)

    def leave(self, stop: int, at: int | None) -> int | None:
        """When one who arrives at `at` leaves again; None for one who can't visit."""
        return None if at is None or at > self.day.latest else self._leaves[stop][at - self.day.earliest]

    def eats(self, departs: int) -> bool:
        """Whether a day that begins then may have a lunch."""
        return self.lunch is not None and departs < self.lunch.earliest

    def lunch_end(self, at: int | None) -> int | None:
        """When a lunch begun at the first minute possible from `at` is over; None when it's too late for one."""
        if self.lunch is None or at is None:
            return None
        end = max(at, self.lunch.earliest) + self.lunch.minutes
        return end if end <= self.lunch.latest else None

    def over(self, leave: int, lunched: bool, eats: bool, stop: int) -> int | None:
        """When the day ends if its last visit is left at `leave`; None when too late, or without a due lunch."""
        ends = leave + self.legs_home[stop]
        if ends > self.day.latest:
            return None
        hungry = eats and not lunched and self.lunch is not None and ends > self.lunch.latest
        return None if hungry else ends

    def measure(self, order: tuple[int, ...]) -> Measured | None:
        """The least the order costs, and where lunch goes; None when it isn't possible. An empty day costs nothing."""
        if not order:
            return Measured(0, 0, None)
        begun = self.begin(order[0]) if self._in_place(order) else None
        if begun is None:
            return None
        departs, at = begun
        eats = self.eats(departs)
        plain: int | None = at + self.stays[order[0]]
        lunched, slot = (self.leave(order[0], self.lunch_end(at)), 0) if eats else (None, 0)
        for k, (i, j) in enumerate(pairwise(order)):
            leg, before = self.legs[i][j], plain
            plain = None if before is None else self.leave(j, before + leg)
            lunched = None if lunched is None else self.leave(j, lunched + leg)
            if eats and before is not None:
                ends = self.lunch_end(before)
                lunched, slot = _sooner(lunched, slot, self.leave(j, None if ends is None else ends + leg), 2 * k + 1)
                lunched, slot = _sooner(lunched, slot, self.leave(j, self.lunch_end(before + leg)), 2 * k + 2)
            if plain is None and lunched is None:
                return None
        return self._measured(order, departs, plain, lunched, slot)

    def _in_place(self, order: tuple[int, ...]) -> bool:
        return all(self.positions[stop] in (None, position) for position, stop in enumerate(order))

    def _measured(
        self, order: tuple[int, ...], departs: int, plain: int | None, lunched: int | None, slot: int
    ) -> Measured | None:
        last, stays = order[-1], sum(self.stays[stop] for stop in order)
        eats = self.eats(departs)
        found: list[Measured] = []
        if plain is not None and (ends := self.over(plain, False, eats, last)) is not None:
            found.append(Measured(ends - departs - stays, ends, None))
        if eats and self.lunch is not None:
            options = [(lunched, slot)]
            if self.day.end is not None:
                options.append((self.lunch_end(plain), 2 * len(order) - 1))
            for leave, where in options:
                if leave is not None and (ends := self.over(leave, True, eats, last)) is not None:
                    found.append(Measured(ends - departs - stays - self.lunch.minutes, ends, where))
        return min(found, key=lambda one: one[:2]) if found else None


def _sooner(leave: int | None, slot: int, other: int | None, other_slot: int) -> tuple[int | None, int]:
    """The earlier of two ways to have lunched, the first when equal."""
    return (other, other_slot) if other is not None and (leave is None or other < leave) else (leave, slot)


def clocks(problem: Problem) -> list[DayClock]:
    """A clock for each day of the problem."""
    return [DayClock(problem, index) for index in range(len(problem.days))]


def _windows(stop: Stop, index: int, day: Day) -> tuple[Window, ...]:
    """What is open on the day in order, also what closes before one may set out: that is told as a time missed.

    What began the night before and is over by then, or opens after the day, is another day's.
    """
    ends = max(day.latest, MIDNIGHT)
    found = (one for one in stop.windows.get(index, ()) if one.opens < ends)
    own = (one for one in found if one.opens >= 0 or one.closes > day.earliest)
    return tuple(sorted(own, key=lambda window: (window.opens, window.closes, window.known)))
