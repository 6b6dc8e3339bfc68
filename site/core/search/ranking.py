"""How well an index entry matches, as a number that SQL works out: the same on both databases, small is good.

Names come first: as typed, beginning as typed, without marks, beginning without marks, its words apart, by a synonym.
Then other words: as typed, without marks, apart; names that hold the words apart and without their marks are between.
Within a tier the reader's own language, more mentions (of words apart: more in the name or beside their neighbour),
what there is more to say about, and the shorter name come first.
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
    FOLDED_NAME_APART = 7
    FOLDED_WORDS = 8
    APART = 9


OBSCURE = 200_000  # what is added to the rank of what there is nothing more to say about
WORST = Tier.APART * 10_000_000
_TIER, _FOREIGN, _MENTION, _LONGEST = 10_000_000, 4_000_000, 400_000, 9_999
_MOST_MENTIONS = 9
_ENOUGH_OF_A_PAIR = 2
_COUNTED = 4_000  # letters of the other words in which mentions are counted; the labels come first
_TEXTS = {"sqlite": ("title", "body"), "postgresql": ("title_text", "body_text")}
_POSITION, _LEAST = {"sqlite": "instr", "postgresql": "strpos"}, {"sqlite": "MIN", "postgresql": "LEAST"}


def tier_of(rank: int) -> Tier:
    """Return the kind of match that a rank stands for."""
    return Tier(rank // _TIER)


def rank(query: Query, alias: str) -> SQL:
    """Return the rank of the index entry `alias`."""
    by_name, values = name_rank(query, alias)
    by_words, more = word_rank(query, alias)
    return f"(COALESCE({by_name}, {by_words}) + {length(alias)})", [*values, *more]


def name_rank(query: Query, alias: str) -> SQL:
    """Return the rank of a match in the names of the entry, without their length; NULL when there is none."""
    names = _spaced(alias, 0)
    whens, values = [], []
    for tier, readings in _name_tiers(query):
        condition = " OR ".join("(" + " AND ".join([_holds(names)] * len(phrases)) + ")" for phrases in readings)
        whens.append(f"WHEN {condition} THEN {tier * _TIER}")
        values += [phrase for phrases in readings for phrase in phrases]
    return f"(CASE {' '.join(whens)} END)", values


def word_rank(query: Query, alias: str, foreign: str = "0") -> SQL:
    """Return the rank of a match in the other words, which may be long; `foreign` is SQL for 0 or 1."""
    names, words = _spaced(alias, 0), _spaced(alias, 1)
    whens, values = [], []
    for tier, phrase in _word_tiers(query):
        whens.append(f"WHEN {_holds(words)} THEN {_within(tier, foreign, _mentions(words, phrase))}")
        values += [phrase, phrase]
    if len(whens) > 1 and len(parts := query.parts(query.folded)) > 1:
        condition = " AND ".join([_holds(names)] * len(parts))
        whens.insert(1, f"WHEN {condition} THEN {Tier.FOLDED_NAME_APART * _TIER}")
        values[2:2] = [f" {part}" for part in parts]
    together, phrases = _together(query, names, words)
    return f"(CASE {' '.join(whens)} ELSE {_within(Tier.APART, foreign, together)} END)", [*values, *phrases]


def length(alias: str) -> str:
    """Return what the length of the names adds to the rank."""
    return _least(_LONGEST, f"length({_spaced(alias, 0)})")


def _spaced(alias: str, column: int) -> str:
    """Return the names (0) or the other words (1) with blanks around them, so that a word can be asked for."""
    return f"(' ' || {alias}.{_TEXTS[connection.vendor][column]} || ' ')"


def _within(tier: Tier, foreign: str, mentions: str) -> str:
    """Return the rank of other words: the tier, then the language, then how much there is of what was typed."""
    missing = f"{_MOST_MENTIONS} - {_least(_MOST_MENTIONS, mentions)}"
    return f"{tier * _TIER} + {foreign} * {_FOREIGN} + ({missing}) * {_MENTION}"


def _together(query: Query, names: str, words: str) -> SQL:
    """Return how much holds together of words apart: which stand in the name, and twice as much beside each other."""
    single = [f" {word} " for word in dict.fromkeys(_typed(query))]
    pairs = [f" {first} {second} " for first, second in dict.fromkeys(pairwise(_typed(query)))]
    parts = [f"CASE WHEN {_holds(names)} THEN 1 ELSE 0 END" for _word in single]
    parts += [f"2 * {_least(_ENOUGH_OF_A_PAIR, _mentions(words, pair))}" for pair in pairs]
    return f"({' + '.join(parts)})", [*single, *pairs]


def _typed(query: Query) -> tuple[str, ...]:
    """Return the words as typed; a drawing is a word only when it is folded."""
    return query.exact or query.folded


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
    exact, folded = " ".join(_typed(query)), " ".join(query.folded)
    yield Tier.NAME, [[f" {exact} "]]
    yield Tier.NAME_BEGINS, [[f" {exact}"]]
    if folded and folded != exact:
        yield Tier.FOLDED_NAME, [[f" {folded} "]]
        yield Tier.FOLDED_NAME_BEGINS, [[f" {folded}"]]
    parts = query.parts(_typed(query))
    if len(parts) > 1:
        yield Tier.NAME_APART, [[f" {part}" for part in parts]]
    if query.alternatives:
        yield Tier.SYNONYM, [[f" {word} " for word in words.exact] for words in query.alternatives]


def _word_tiers(query: Query) -> Iterator[tuple[Tier, str]]:
    """Yield what the other words must hold."""
    exact, folded = " ".join(_typed(query)), " ".join(query.folded)
    yield Tier.WORDS, f" {exact} "
    if folded and folded != exact:
        yield Tier.FOLDED_WORDS, f" {folded} "
