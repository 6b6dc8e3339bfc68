"""Conditions over relations that higher apps declare: told in the reader's language."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.models import Q, QuerySet

from core import languages
from core.privacy import public


def told(model: Callable[[], Any]) -> Callable[[], Q]:
    """Return the condition that a narrative or a story about the record can be read in the reader's own language.

    Through `narratives` and, where stories are about such records, `story_subjects`; `model` is asked late.
    """
    return lambda: _told(model())


def _told(model: Any) -> Q:
    condition = Q(pk__in=_readable(model.narratives.rel.related_model).values("record_id"))
    relations = {relation.get_accessor_name(): relation for relation in model._meta.related_objects}
    subjects = relations.get("story_subjects")
    if subjects is None:
        return condition
    rows = subjects.related_model._default_manager
    stories = _readable(rows.model._meta.get_field("page").related_model)
    about = rows.filter(page__in=stories.values("pk"), **{f"{subjects.field.name}__isnull": False})
    return condition | Q(pk__in=about.order_by().values(subjects.field.attname))


def _readable(pages: Any) -> QuerySet[Any]:
    """Return the live and public pages of a type in the reader's own language."""
    found: QuerySet[Any] = public(pages._default_manager.live()).filter(locale__language_code=languages.active())
    return found.order_by()
