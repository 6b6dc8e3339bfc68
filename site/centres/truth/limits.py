"""How often something may happen: counters in the cache, each for one window of time, which die with it.

Windows begin with the day of the deployment's own zone, as visitors' names do (`visitors`). Without a cache that
counts (the dummy one) nothing is limited. While the cache is away nothing is allowed, since whoever floods the site
may have brought it down: `CacheIsAway` says so, for a visitor must not be told that they came too often.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.cache import cache

from core import clock

log = logging.getLogger(__name__)
MINUTE, HOUR, DAY = 60, 60 * 60, 24 * 60 * 60  # seconds


class CacheIsAway(Exception):
    """Nobody can tell what is within a limit."""


@dataclass(frozen=True)
class Limit:
    """At most `most` times in each window of `seconds`; `name` is unique."""

    name: str
    most: int
    seconds: int

    def allows(self, *whose: object) -> bool:
        """Count one more, and tell whether that is still within the limit. Raises `CacheIsAway`."""
        try:
            return _one_more(self._key(whose), self.seconds) <= self.most
        except Exception as error:  # every cache library raises its own errors
            log.exception("The cache does not count.")
            raise CacheIsAway from error

    def give_back(self, *whose: object) -> None:
        """Count one less: what was allowed came to nothing, by no fault of the visitor's."""
        try:
            cache.decr(self._key(whose))
        except ValueError:
            return  # it is gone, or nothing is ever kept
        except Exception:  # as above
            log.exception("The cache does not count back.")

    def _key(self, whose: tuple[object, ...]) -> str:
        now = clock.now().astimezone(ZoneInfo(settings.TIME_ZONE))
        local = now.timestamp() + (now.utcoffset() or timedelta()).total_seconds()
        return ".".join(["truth", self.name, *map(str, whose), str(int(local // self.seconds))])


def claim(name: str) -> bool:
    """Tell whether nobody has claimed this name within the last day: a form sent twice is one question."""
    try:
        return bool(cache.add(f"truth.claim.{name}", 1, DAY))
    except Exception:  # every cache library raises its own errors
        log.exception("The cache does not remember.")
        return True


def release(name: str) -> None:
    """Let the name be claimed again."""
    try:
        cache.delete(f"truth.claim.{name}")
    except Exception:  # every cache library raises its own errors
        log.exception("The cache does not forget.")


def _one_more(key: str, seconds: int) -> int:
    cache.add(key, 0, seconds)
    try:
        return int(cache.incr(key))
    except ValueError:  # it went between the two, or nothing is ever kept
        return 1


# An answer: two phones of one household; a group behind one connection; a crowd at one door, but no flood.
ANSWERS_AT_A_DOOR = Limit("answers-at-a-door", 2, DAY)
ANSWERS = Limit("answers", 40, DAY)
ANSWERS_ABOUT_A_CENTRE = Limit("answers-about-a-centre", 20, MINUTE)
# A question: it costs somebody's time to read.
QUESTIONS = Limit("questions", 4, HOUR)
QUESTIONS_TO_A_CENTRE = Limit("questions-to-a-centre", 20, HOUR)
