"""The plain card of a record that has no public page, or not enough facts for it yet."""

from __future__ import annotations

from typing import Any

from django.db.models import Field
from django.utils.formats import localize
from django.utils.translation import gettext as _

from core.facts import Fact, label_fact, text_fact
from core.labels import Label

_HIDDEN = {"slug", "live"}


def is_whole(record: Any) -> bool:
    """Tell whether a record is saved and has every fact that the table asks for, so that its page can be shown."""
    needed = [column.attname for column in record._meta.concrete_fields if not column.null]
    return all(getattr(record, name) is not None for name in needed)


def rows(record: Any) -> list[Fact]:
    """Return the record's own facts, in the order of the table; nothing is read that the form didn't give."""
    columns = [column for column in record._meta.concrete_fields if column.editable and column.name not in _HIDDEN]
    return [_row(record, column) for column in columns if column.name != "latest_revision" and not column.primary_key]


def _row(record: Any, column: Field[Any, Any]) -> Fact:
    title = str(column.verbose_name).capitalize()
    value = getattr(record, column.attname)
    if value is None:
        return text_fact(title, "")
    if isinstance(value, Label):
        return label_fact(title, value)
    if column.is_relation:
        return text_fact(title, getattr(record, column.name))
    if isinstance(value, bool):
        return text_fact(title, _("Yes") if value else _("No"))
    if column.choices:
        return text_fact(title, getattr(record, f"get_{column.name}_display")())
    if hasattr(column, "words"):
        return text_fact(title, column.words(value))
    return text_fact(title, localize(value))
