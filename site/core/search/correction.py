"""Did you mean: what was typed, with its typing errors put right, when that finds something.

The words are cut into phrases of the vocabulary in the cheapest way: an error costs more in a short phrase than in a
long one, each further phrase costs, a common one costs a little less. So “bat chang” becomes “bát tràng” and not
“bát chanh”, and what is right already stays as it is.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import NamedTuple

from django.db import connection

from core.search import vocabulary
from core.search.all_types import overview
from core.search.matching import matching_rows, own_index
from core.search.query import Query
from core.search.ranking import Tier
from core.search.vocabulary import Vocabulary, errors_allowed

MOST_WORDS = 6
MOST_TRIED = 4
_CUT, _ERROR, _RARE_WORD, _UNKNOWN, _FIRST_LETTER, _COMMON = 0.5, 4.0, 0.3, 2.0, 0.1, 0.03
_ABOUT_AS_LIKELY, _LIKELY = 0.35, 1.0
_BEAM = 8
_INFORMAL = str.maketrans({"f": "ph", "j": "gi", "w": "qu", "z": "d"})  # as Vietnamese is typed among friends
# Telex keys that no input method took away: doubled letters and w for shapes, a last letter for the tone.
_TELEX = re.compile(r"(?<=a)a|(?<=e)e|(?<=o)o|(?<=d)d|(?<=[aou])w|(?<=[a-z])[sfrxj]$")
# What sounds alike in one region or another, on either side.
_SOUNDS = (("tr", "ch"), ("gi", "d"), ("r", "d"), ("s", "x"), ("l", "n"), ("y", "i"), ("k", "c"), ("q", "c"))
_SAME_SOUND = 0.5  # of an error
_ALL_TRIED = 3  # words; of more, those that are known are left alone


class Guess(NamedTuple):
    """Words as they may have been meant, and what it costs to think so."""

    cost: float
    words: tuple[str, ...]


class Correction(NamedTuple):
    """What was probably meant, the best kind of match that it has, and what it costs to think so."""

    text: str
    tier: Tier
    cost: float

    @property
    def is_name(self) -> bool:
        """Tell whether it stands in a name."""
        return self.tier <= Tier.FOLDED_NAME_BEGINS

    @property
    def is_likely(self) -> bool:
        """Tell whether it is a name so near to what was typed that it may stand in its place."""
        return self.is_name and self.cost <= _LIKELY


def did_you_mean(query: str | Query) -> str | None:
    """Return the words that were probably meant and that find something; None when there is nothing to put right."""
    found = correction(query if isinstance(query, Query) else Query.parse(query))
    return found.text if found else None


def correction(query: Query) -> Correction | None:
    """Return what was probably meant: of the likeliest readings one that stands in a name, else any that finds."""
    letters = "".join(query.folded)
    if not errors_allowed(letters) or len(query.folded) > MOST_WORDS or len(query.exact) != len(query.folded):
        return None
    guesses = _guesses(query, vocabulary.current())[:MOST_TRIED]
    likely = [guess for guess in guesses if guess.cost <= guesses[0].cost + _ABOUT_AS_LIKELY]
    in_names = (_found(guess, names_only=True) for guess in likely)
    named = (found for found in in_names if found and found.is_name)
    anywhere = (found for guess in guesses if (found := _found(guess)))
    return next(named, None) or next(anywhere, None)


def offered(query: Query, best: Tier | None) -> Correction | None:
    """Return what to offer for a query of this best match (None: nothing found); nothing when it finds its words.

    What holds its words only far apart may be there by chance: then just a name very near to them is worth offering.
    """
    if query.blank or query.hopeless or best not in (None, Tier.APART):
        return None
    meant = correction(query)
    return meant if meant and (best is None or meant.is_likely) else None


def _found(guess: Guess, names_only: bool = False) -> Correction | None:
    """Return the guess with its best kind of match; None when it finds nothing."""
    meant = Query.parse(" ".join(guess.words))
    best = overview(meant, 1, names_only=names_only).best
    return Correction(meant.text, best, guess.cost) if best is not None else None


def _guesses(query: Query, known: Vocabulary) -> list[Guess]:
    """Return the cheapest readings that differ from what was typed."""
    count = len(query.folded)
    best: list[list[Guess]] = [[Guess(0, ())], *([] for _word in query.folded)]
    for end in range(1, count + 1):
        for start in range(max(0, end - vocabulary.LONGEST_PHRASE), end):
            for option in _options(query, start, end, known):
                best[end] += [Guess(so_far.cost + option.cost, so_far.words + option.words) for so_far in best[start]]
        best[end] = sorted(dict.fromkeys(best[end]))[:_BEAM]
    read = [(guess, Query.parse(" ".join(guess.words)).folded) for guess in best[count]]
    first_of: dict[tuple[str, ...], Guess] = {}
    for guess, folded in read:
        first_of.setdefault(folded, guess)
    first_of.pop(query.folded, None)
    return list(first_of.values())


def _options(query: Query, start: int, end: int, known: Vocabulary) -> Iterator[Guess]:
    """Yield the phrases that some words in a row may stand for."""
    letters = "".join(query.folded[start:end])
    phrase = known.get(letters)
    words = query.folded[start:end]
    if phrase is not None:
        typed = query.exact[start:end]
        yield Guess(_CUT - _common(phrase.number), typed if typed != words else tuple(phrase.text.split(" ")))
    elif end - start == 1:
        yield Guess(_CUT + (_RARE_WORD if _occurs(letters) else _UNKNOWN), query.exact[start:end])
        yield from _halves(letters, known)
    for meant in {letters.translate(_INFORMAL), "".join(_TELEX.sub("", word) for word in words)} - {letters}:
        formal = known.get(meant)
        if formal is not None and phrase is None:
            yield Guess(_CUT + _RARE_WORD - _common(formal.number), tuple(formal.text.split(" ")))
    if len(query.folded) > _ALL_TRIED and all(known.get(word) for word in words):
        return
    for near in known.neighbours(letters):
        errors = _SAME_SOUND if _sound(near.letters) == _sound(letters) else near.errors
        if len(near.phrase.text.split(" ")) > end - start and near.letters[0] != letters[0]:
            continue  # another beginning and a blank besides: nobody means that
        cost = _CUT + errors * _ERROR / max(len(letters), len(near.letters)) - _common(near.phrase.number)
        yield Guess(cost + (near.letters[0] != letters[0]) * _FIRST_LETTER, tuple(near.phrase.text.split(" ")))


def _halves(letters: str, known: Vocabulary) -> Iterator[Guess]:
    """Yield two known phrases that were typed without the blank between them."""
    for cut in range(2, len(letters) - 1):
        first, second = known.get(letters[:cut]), known.get(letters[cut:])
        if first and second:
            common = min(_common(first.number), _common(second.number))
            yield Guess(2 * _CUT - common, (*first.text.split(" "), *second.text.split(" ")))


def _sound(letters: str) -> str:
    for one, other in _SOUNDS:
        letters = letters.replace(one, other)
    return letters


def _common(count: int) -> float:
    return min(_CUT, _COMMON * math.log(count + 1))


def _occurs(word: str) -> bool:
    """Tell whether a word stands anywhere in the index, if in no name."""
    if not own_index():
        return False
    sql, values = matching_rows(Query(word, (word,), (word,)))
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT EXISTS ({sql})", values)
        return bool(cursor.fetchone()[0])
