"""How well an index entry matches, as a number that SQL works out: the same on both databases, small is good.

Names come first: as typed, beginning as typed, without marks, beginning without marks, its words apart, by a synonym.
Then other words: as typed, without marks, apart. Within a tier the reader's own language, more mentions (of words
apart: more in the name or beside their neighbour), what there is more to say about, and the shorter name come first.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum
from itertools import pairwise

from django.db import connection

from core.search.matching import SQL
from core.search.query import Query


class Tier(IntEnum):
    """The kinds of match, best first."""

    NAME = 0
    NAME_BEGINS = 1
    FOLDED_NAME = 2
    FOLDED_NAME_BEGINS = 3
    NAME_APART = 4
    SYNONYM = 5
    WORDS = 6
    FOLDED_WORDS = 7
    APART = 8


_TIER, _FOREIGN, _MENTION, _OBSCURE, _LONGEST = 10_000_000, 4_000_000, 400_000, 200_000, 9_999
_MOST_MENTIONS = 9
_ENOUGH_OF_A_PAIR = 2
_COUNTED = 4_000  # letters of the other words in which mentions are counted; the labels come first
_TEXTS = {"sqlite": ("title", "body"), "postgresql": ("title_text", "body_text")}
_POSITION, _LEAST = {"sqlite": "instr", "postgresql": "strpos"}, {"sqlite": "MIN", "postgresql": "LEAST"}


def tier_of(rank: int) -> Tier:
    """Return the kind of match that a rank stands for."""
    return Tier(rank // _TIER)


def rank(query: Query, alias: str, foreign: str = "0", obscure: str = "0") -> SQL:
    """Return the rank of the index entry `alias`; `foreign` and `obscure` are SQL for 0 or 1, within a tier."""
    names, words = (f"(' ' || {alias}.{column} || ' ')" for column in _TEXTS[connection.vendor])
    whens: list[str] = []
    values: list[str] = []
    for tier, readings in _name_tiers(query):
        condition = " OR ".join("(" + " AND ".join([_holds(names)] * len(phrases)) + ")" for phrases in readings)
        whens.append(f"WHEN {condition} THEN {tier * _TIER}")
        values += [phrase for phrases in readings for phrase in phrases]
    for tier, phrase in _word_tiers(query):
        within = _within(tier, foreign, _mentions(words, phrase))
        whens.append(f"WHEN {_holds(words)} THEN {within}")
        values += [phrase, phrase]
    together, phrases = _together(query, names, words)
    size = _least(_LONGEST, f"length({names})")
    order = f"CASE {' '.join(whens)} ELSE {_within(Tier.APART, foreign, together)} END"
    return f"({order} + {obscure} * {_OBSCURE} + {size})", [*values, *phrases]


def _within(tier: Tier, foreign: str, mentions: str) -> str:
    """Return the rank of other words: the tier, then the language, then how much there is of what was typed."""
    missing = f"{_MOST_MENTIONS} - {_least(_MOST_MENTIONS, mentions)}"
    return f"{tier * _TIER} + {foreign} * {_FOREIGN} + ({missing}) * {_MENTION}"


def _together(query: Query, names: str, words: str) -> SQL:
    """Return how much holds together of words apart: which stand in the name, and twice as much beside each other."""
    single = [f" {word} " for word in dict.fromkeys(query.exact)]
    pairs = [f" {first} {second} " for first, second in dict.fromkeys(pairwise(query.exact))]
    parts = [f"CASE WHEN {_holds(names)} THEN 1 ELSE 0 END" for _word in single]
    parts += [f"2 * {_least(_ENOUGH_OF_A_PAIR, _mentions(words, pair))}" for pair in pairs]
    return f"({' + '.join(parts)})", [*single, *pairs]


def _holds(text: str) -> str:
    return f"{_POSITION[connection.vendor]}({text}, %s) > 0"


def _least(number: int, other: str) -> str:
    return f"{_LEAST[connection.vendor]}({number}, {other})"


def _mentions(words: str, phrase: str) -> str:
    """Return how often the beginning of the words holds the phrase."""
    beginning = f"substr({words}, 1, {_COUNTED})"
    return f"((length({beginning}) - length(replace({beginning}, %s, ''))) / {len(phrase)})"


def _name_tiers(query: Query) -> Iterator[tuple[Tier, list[list[str]]]]:
    """Yield what the names must hold, all of one of the lists; each tier is tried only when the better ones fail."""
    exact, folded = " ".join(query.exact), " ".join(query.folded)
    yield Tier.NAME, [[f" {exact} "]]
    yield Tier.NAME_BEGINS, [[f" {exact}"]]
    if folded and folded != exact:
        yield Tier.FOLDED_NAME, [[f" {folded} "]]
        yield Tier.FOLDED_NAME_BEGINS, [[f" {folded}"]]
    if len(query.folded) > 1:
        yield Tier.NAME_APART, [[f" {word}" for word in dict.fromkeys(query.folded)]]
    if query.alternatives:
        yield Tier.SYNONYM, [[f" {word} " for word in words.exact] for words in query.alternatives]


def _word_tiers(query: Query) -> Iterator[tuple[Tier, str]]:
    """Yield what the other words must hold."""
    exact, folded = " ".join(query.exact), " ".join(query.folded)
    yield Tier.WORDS, f" {exact} "
    if folded and folded != exact:
        yield Tier.FOLDED_WORDS, f" {folded} "
