"""Synonyms of the search, which editors extend."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from core import folding
from core.models import SavedRecord


class Synonym(SavedRecord):
    """Whoever searches for some words finds what the site calls by others: conical hat → nón lá."""

    words = models.CharField(
        _("what people type"), max_length=120, help_text=_("With or without accents, in any language.")
    )
    means = models.CharField(
        _("what it is called here"), max_length=120, help_text=_("As names on this site write it: nón lá.")
    )
    both_ways = models.BooleanField(
        _("in both directions"),
        default=False,
        help_text=_("The two say the same, and either should find the other: chè and trà."),
    )
    note = models.CharField(_("note"), max_length=250, blank=True)

    class Meta:
        verbose_name = _("synonym")
        verbose_name_plural = _("synonyms")
        ordering = ["words", "means", "pk"]
        constraints = [models.UniqueConstraint(fields=["words", "means"], name="one_synonym_per_pair")]

    search_fields: ClassVar[list[Any]] = [*SavedRecord.search_fields, index.FilterField("both_ways")]

    def __str__(self) -> str:
        return f"{self.words} {'↔' if self.both_ways else '→'} {self.means}"

    @property
    def title(self) -> str:
        """Find the synonym by both of its sides."""
        return folding.indexable(self.words, self.means)

    def clean(self) -> None:
        """Refuse a side without a letter, and a pair that the search takes for the same anyway."""
        super().clean()
        sides = {name: folding.fold(getattr(self, name)) for name in ("words", "means")}
        missing = {name: _("Give at least one word.") for name, side in sides.items() if not side}
        if missing:
            raise ValidationError(missing)
        if sides["words"] == sides["means"]:
            raise ValidationError({"means": _("The search takes these for the same already: accents don't matter.")})
