"""Travel times of an OSRM or Valhalla server, with the estimate for whatever it doesn't tell. Pure: no Django."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar

from routes.travel.answers import DIALECTS, Legs, Line, Question, believed_leg, checked_legs, checked_line
from routes.travel.asking import ask
from routes.travel.estimate import Mode, Point, Table, Travel, estimated, estimated_table, straight_metres

PATIENCE = 2.0  # seconds for all questions of one plan together
KEPT, KEPT_DOWN = 7 * 24 * 3600, 60  # seconds in the cache: an answer, and that there was none


Told = TypeVar("Told")


class Cache(Protocol):
    """What keeps answers; Django's caches are ones."""

    def get(self, key: str) -> Any:
        """Return what was kept, or None."""

    def set(self, key: str, value: Any, timeout: int) -> Any:
        """Keep a value for so many seconds."""


@dataclass(frozen=True)
class Way:
    """The way through points: its legs, and the points to draw (the given ones when no server drew it)."""

    legs: tuple[Travel, ...]
    line: tuple[Point, ...]
    drawn: bool


@dataclass
class Router:
    """Asks one server for one plan; its patience is for all questions together. `kind` is "osrm" or "valhalla".

    Modes that neither `profiles` nor the kind's own name are estimated. Never raises for what a server does.
    """

    url: str
    kind: str
    cache: Cache
    profiles: Mapping[Mode, str] = field(default_factory=dict)
    patience: float = PATIENCE

    def table(self, points: Sequence[Point], mode: Mode) -> Table:
        """The legs between all points; each says whether it is an estimate."""
        guesses = estimated_table(points, mode)
        profile = self._profile(mode)
        if profile is None or len(points) < 2:
            return guesses
        dialect, size = DIALECTS[self.kind], range(len(points))

        def read(answer: Any) -> Legs:
            return checked_legs(dialect.read_table(answer), len(points))

        legs = self._told(dialect.table(points, profile), read)
        if legs is None:
            return guesses
        straight = straight_metres(points)
        return tuple(
            tuple(
                guesses[a][b] if a == b else believed_leg(*legs[a][b], straight[a][b], mode, self.kind) for b in size
            )
            for a in size
        )

    def way(self, points: Sequence[Point], mode: Mode) -> Way:
        """The way through the points in order, to be drawn."""
        straight, size = straight_metres(points), range(len(points) - 1)
        profile, dialect = self._profile(mode), DIALECTS[self.kind]

        def read(answer: Any) -> Line:
            legs, line = dialect.read_route(answer)
            if len(legs) != len(size):
                raise ValueError("another number of legs")
            return Line(legs, checked_line(line, points))

        told = self._told(dialect.route(points, profile), read) if profile and size else None
        if told is None:
            return Way(tuple(estimated(straight[i][i + 1], mode) for i in size), tuple(points), drawn=False)
        legs = tuple(believed_leg(*told.legs[i], straight[i][i + 1], mode, self.kind) for i in size)
        if all(leg.estimated for leg in legs):
            return Way(legs, tuple(points), drawn=False)
        return Way(legs, tuple(told.points), drawn=True)

    def _profile(self, mode: Mode) -> str | None:
        return self.profiles.get(mode, DIALECTS[self.kind].profiles.get(mode))

    def _told(self, question: Question, read: Callable[[Any], Told]) -> Told | None:
        """What `read` makes of the answer, of the cache or the server; None when there is none that it can read.

        A server that fails is left alone for a minute.
        """
        key, down = (f"travel-{_digest(self.url, *parts)}" for parts in ((self.kind, question), ("down",)))
        kept = self.cache.get(key)
        if kept is None and (self.patience <= 0 or self.cache.get(down) is not None):
            return None
        answer = self._asked(question) if kept is None else kept
        try:
            told = read(answer)
        except (TypeError, ValueError, LookupError, AttributeError):
            self.cache.set(down, True, KEPT_DOWN)
            return None
        if kept is None:
            self.cache.set(key, answer, KEPT)
        return told

    def _asked(self, question: Question) -> object | None:
        began = time.monotonic()
        answer = ask(f"{self.url.rstrip('/')}/{question.path}", question.params, question.body, self.patience)
        self.patience -= time.monotonic() - began
        return answer


def _digest(*parts: object) -> str:
    return hashlib.sha256(repr(parts).encode()).hexdigest()
