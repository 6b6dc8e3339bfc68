"""Facets: filters of a listing whose options say how many records each would leave.

A count keeps every other filter and frees its own: several values of one facet mean “or”, several facets mean “and”.
All counts of a page come from one query (`counting`). A form declares its facets as fields (`fields`), an app gives
their choices (`choices`), and templates get `Facet` and `Option` (`shown`).
"""

from __future__ import annotations

from core.facets.choices import Choice, Reading, of_enum
from core.facets.fields import (
    ChoiceFilter,
    FlagFilter,
    Link,
    LinkedFilter,
    LinkedFlagFilter,
    LongChoiceFilter,
    MomentFilter,
    OneChoice,
)
from core.facets.shown import Chip, Facet, Option, Sort

__all__ = [
    "Chip",
    "Choice",
    "ChoiceFilter",
    "Facet",
    "FlagFilter",
    "Link",
    "LinkedFilter",
    "LinkedFlagFilter",
    "LongChoiceFilter",
    "MomentFilter",
    "OneChoice",
    "Option",
    "Reading",
    "Sort",
    "of_enum",
]
