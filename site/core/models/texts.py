"""Texts that any page and file may hold: pasted ones bring characters that HTML, XML and calendars forbid."""

from __future__ import annotations

from django.db import models

from core import clean_text

CLEANERS = {models.CharField: clean_text.printable_line, models.TextField: clean_text.printable}


class CleanTexts:
    """Cleans the plain texts of a form; labels clean themselves. Stands before the base of the model."""

    def clean(self) -> None:
        """Take out what no page or file may hold."""
        super().clean()  # type: ignore[misc]  # of Model
        for column in self._meta.concrete_fields:  # type: ignore[attr-defined]  # of Model
            cleaner = CLEANERS.get(type(column))
            text = getattr(self, column.attname)
            if cleaner and isinstance(text, str):
                setattr(self, column.attname, cleaner(text))
