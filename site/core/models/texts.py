"""Texts that any page and file may hold: pasted ones bring characters that HTML, XML and calendars forbid."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models

from core import clean_text

# Of just these columns: rich text, slugs and addresses have rules of their own.
CLEANERS = {models.CharField: clean_text.printable_line, models.TextField: clean_text.printable}


class CleanTexts:
    """Cleans the plain texts of a form; labels clean themselves. Stands before the base of the model."""

    def clean(self) -> None:
        """Take out what no page or file may hold; refuse a required text of which nothing is left."""
        super().clean()  # type: ignore[misc]  # of Model
        for column in self._meta.concrete_fields:  # type: ignore[attr-defined]  # of Model
            cleaner, text = CLEANERS.get(type(column)), self.__dict__.get(column.attname)  # deferred ones stay so
            if cleaner and isinstance(text, str) and (cleaned := cleaner(text)) != text:
                if not cleaned and not column.blank:
                    raise ValidationError({column.name: column.error_messages["blank"]})
                setattr(self, column.attname, cleaned)
