"""The place in a result's words where the search found something, in the language it is written in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import QuerySet, TextField
from django.db.models.functions import Cast

from core import cards, languages, privacy, search
from core.blocks.narrative import plain_text
from core.cards import foreign
from core.facts import unit_fact
from core.labels import Label, LabelField
from core.models import Record
from core.search.excerpts import Parts, quotation
from core.search.ranking import Tier

LABELS = ("tagline", "fact", "description", "craft_text", "founded", "season", "note")
PLAIN = ("commune", "address")
SHORT = 25  # characters: a label of a word or two says less than the card's own line
Passage = tuple[str, str]  # words, and their language: empty when it is the reader's own


def narratives(hits: Iterable[search.Hit]) -> dict[int, Passage]:
    """Return the words of the narratives in which hits were found, by the narrative's key: one query for all types."""
    wanted: dict[str, list[int]] = {}
    for hit in hits:
        if hit.narrative and hit.tier >= Tier.SYNONYM:
            wanted.setdefault(hit.kind, []).append(hit.narrative)
    models = {kind.key: kind.narratives for kind in search.types()}
    rows = [_rows(models[kind], keys) for kind, keys in wanted.items()]
    if not rows:
        return {}
    body = next(iter(models[kind] for kind in wanted))._meta.get_field("body")
    found = rows[0].union(*rows[1:], all=True) if len(rows) > 1 else rows[0]
    return {
        key: (f"{introduction} {plain_text(body.to_python(raw))}", foreign(language))
        for key, language, introduction, raw in found
    }


def _rows(model: Any, keys: list[int]) -> QuerySet[Any]:
    public = privacy.public(model._default_manager.live().filter(pk__in=keys)).order_by()
    raw = public.annotate(raw=Cast("body", TextField()))
    return raw.values_list("pk", "locale__language_code", "introduction", "raw")


def passage(item: Any, card: cards.Card, query: search.Query, narrative: Passage | None) -> tuple[Parts, str]:
    """Return the excerpt of a result and its language; none when only its name or nothing it shows matched."""
    for words, language in _texts(item, card, narrative):
        says_little = len(words) < SHORT and card.text
        found = quotation(words, query) if words and not says_little else []
        if found:
            return found, language
    return [], ""


def _texts(item: Any, card: cards.Card, narrative: Passage | None) -> Iterator[Passage]:
    """Yield what may be quoted: the card's own line, the narrative that matched, then the record's labels."""
    yield card.text, card.text_lang
    if not isinstance(item, Record):
        yield plain_text(item.body), foreign(item.language)
        return
    if narrative:
        yield narrative
    yield from _labels(item)


def _labels(record: Record) -> Iterator[Passage]:
    """Yield the labels of a record, and where it lies: what the reader sees on its page."""
    columns = {column.name for column in record._meta.concrete_fields} - record.get_deferred_fields()
    for name in LABELS:
        if name in columns and isinstance(record._meta.get_field(name), LabelField):
            words, language = languages.pick(Label(getattr(record, name)).data)
            yield words, foreign(language)
    if "former_unit" in columns:
        unit = unit_fact("", record.former_unit)
        yield unit.value, unit.lang
    for name in PLAIN:
        if name in columns:
            yield getattr(record, name), ""
