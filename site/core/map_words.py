"""The words that every map in the browser needs, in the reader's language (static/js/map/)."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _


def base_words() -> dict[str, Any]:
    """Return the words of every map."""
    return {
        "map_label": _("Map. Arrow keys move it, plus and minus zoom."),
        "zoom_in": _("Zoom in"),
        "zoom_out": _("Zoom out"),
        "show_map": _("Show the map"),
        "close": _("Close"),
        "streets": {
            "button": _("Streets"),
            "failed": _("The street map can't be reached. The outline stays."),
        },
    }
