"""Links over relations that higher apps declare: told in the reader's language."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet

from core import languages
from core.facets.fields import Link
from core.privacy import public


def told(model: Callable[[], Any]) -> Callable[[], list[Link]]:
    """Return what makes a record one that can be read about in the reader's own language: a narrative or a story.

    Through `narratives` and, where stories are about such records, `story_subjects`; `model` is asked late.
    """
    return lambda: _told(model())


def _told(model: Any) -> list[Link]:
    links = [Link("pk", _readable(model.narratives.rel.related_model), "record_id")]
    relations = {relation.get_accessor_name(): relation for relation in model._meta.related_objects}
    subjects = relations.get("story_subjects")
    if subjects is None:
        return links
    rows = subjects.related_model._default_manager
    stories = _readable(rows.model._meta.get_field("page").related_model)
    return [*links, Link("pk", rows.filter(page__in=stories.values("pk")), subjects.field.attname)]


def _readable(pages: Any) -> QuerySet[Any]:
    """Return the live and public pages of a type in the reader's own language."""
    found: QuerySet[Any] = public(pages._default_manager.live()).filter(locale__language_code=languages.active())
    return found.order_by()
