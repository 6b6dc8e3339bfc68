"""Telling wagtail-localize, string by string, that pages translate one another, so that editors see them so."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationLog, TranslationSource
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments


def translated(page: Any, translations: dict[str, Any]) -> None:
    """Note that published pages translate `page`: the same blocks, with the same ids, in other languages."""
    source, _created = TranslationSource.update_or_create_from_instance(page)
    segments = list(StringSegment.objects.filter(source=source).select_related("context").order_by("order"))
    for other in translations.values():
        Translation.objects.get_or_create(source=source, target_locale=other.locale)
        StringTranslation.objects.bulk_create(_pairs(segments, other), ignore_conflicts=True)
        TranslationLog.objects.create(source=source, locale=other.locale, revision=other.latest_revision)


def _pairs(segments: list[StringSegment], other: Any) -> list[StringTranslation]:
    """Pair each string of the source with the one in its place on the other page."""
    words: dict[str, list[str]] = defaultdict(list)
    for segment in extract_segments(other):
        if isinstance(segment, StringSegmentValue):
            words[segment.path].append(segment.string.data)
    return [
        StringTranslation(
            translation_of_id=segment.string_id,
            locale=other.locale,
            context_id=segment.context_id,
            data=words[segment.context.path].pop(0),
            translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
        )
        for segment in segments
        if words[segment.context.path]
    ]
