"""Finding the same page in another language."""

from __future__ import annotations

from typing import Any

from django.apps import apps

from core import languages
from core.privacy import public


def fallback_page(parent: Any, path_components: list[str]) -> Any:
    """Return the best live and public page with this slug below a translation of `parent`; None when there is none."""
    if len(path_components) != 1:
        return None
    found: dict[str, Any] = {}
    for label in parent.fallback_models:
        pages = public(apps.get_model(label).objects.live().filter(slug=path_components[0]))
        found.update({page.locale.language_code: page for page in pages.select_related("locale")})
    code = languages.best(found)
    return found[code] if code else None
