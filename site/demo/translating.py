"""A page's words in another language as wagtail-localize keeps them, so that an editor sees a complete translation."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from wagtail.models import Locale
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments


def translate(page: Any, twin: Any, code: str) -> Any:
    """Return the published translation of `page`, with the strings of `twin`: the same blocks in the language `code`."""
    locale = Locale.objects.get(language_code=code)
    source, _created = TranslationSource.update_or_create_from_instance(page)
    Translation.objects.get_or_create(source=source, target_locale=locale)
    _remember(source, twin, locale)
    translated, _created = source.create_or_update_translation(locale, publish=False, fallback=True)
    translated.get_latest_revision().publish()
    return translated


def _remember(source: TranslationSource, twin: Any, locale: Locale) -> None:
    """Pair the strings of both languages by their place on the page and store the pairs."""
    words: dict[str, list[str]] = defaultdict(list)
    for segment in extract_segments(twin):
        if isinstance(segment, StringSegmentValue):
            words[segment.path].append(segment.string.data)
    pairs: dict[tuple[int, int], StringTranslation] = {}
    for segment in StringSegment.objects.filter(source=source).select_related("context").order_by("order"):
        waiting = words[segment.context.path]
        if waiting:
            pairs[segment.string_id, segment.context_id] = StringTranslation(
                translation_of_id=segment.string_id,
                locale=locale,
                context_id=segment.context_id,
                data=waiting.pop(0),
                translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
            )
    StringTranslation.objects.bulk_create(pairs.values(), ignore_conflicts=True)
