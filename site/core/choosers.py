"""The chooser of records in forms, with its words in the reader's language."""

from __future__ import annotations

from typing import Any

from django.utils.functional import lazy
from django.utils.translation import gettext, gettext_noop
from wagtail.snippets.widgets import AdminSnippetChooser

TEXTS = {
    "choose_one_text": gettext_noop("Choose %(object)s"),
    "choose_another_text": gettext_noop("Choose another %(object)s"),
    "link_to_chosen_text": gettext_noop("Edit this %(object)s"),
}


def _filled(message: str, name: Any) -> str:
    return gettext(message) % {"object": name}


_filled_later = lazy(_filled, str)


def record_chooser(model: Any, icon: str) -> AdminSnippetChooser:
    """Return Wagtail's widget; its own words are put together once, in the language the process started in."""
    name = model._meta.verbose_name
    texts = {key: _filled_later(message, name) for key, message in TEXTS.items()}
    return AdminSnippetChooser(model=model, icon=icon, **texts)
