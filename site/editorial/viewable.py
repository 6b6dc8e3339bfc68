"""Which types of record a member of staff may see: who sees none has no business with labels and scans."""

from __future__ import annotations

from typing import Any

from core import permissions, registry
from core.models import Record


def models_for(user: Any) -> dict[str, type[Record]]:
    """Return the record types with an address that a user may view, by section."""
    models = registry.models_by_section()
    return {section: model for section, model in models.items() if permissions.holds(user, "view", model)}
