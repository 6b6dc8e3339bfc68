"""Finding the same page in another language."""

from __future__ import annotations

from typing import Any

from django.apps import apps

from core import languages


def fallback_page(parent: Any, path_components: list[str]) -> Any:
    """Return the best live and public page with this slug below a translation of `parent`; None when there is none."""
    if len(path_components) != 1:
        return None
    found: dict[str, Any] = {}
    siblings = parent.get_translations().live()
    for label in parent.fallback_models:
        pages = apps.get_model(label).objects.live().public().filter(slug=path_components[0])
        for sibling in siblings:
            page = pages.child_of(sibling).select_related("locale").first()
            if page:
                found[page.locale.language_code] = page
    code = languages.best(found)
    return found[code] if code else None
