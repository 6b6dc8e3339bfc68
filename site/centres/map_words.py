"""The words that the map of outlets needs in the browser, in the reader's language (static/js/map/)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from centres.models import Centre
from core.map_words import base_words


def map_words() -> dict[str, Any]:
    """Return the words of the map of outlets."""
    return {
        **base_words(),
        "kinds": {**{value: str(label) for value, label in Centre.Kind.choices}, **layer_kinds()},
        "states": {
            "open": _("Open now"),
            "open_until": _("Open now, until {time}"),
            "closes_soon": _("Closes soon"),
            "closes_soon_until": _("Closes soon, at {time}"),
            "closed": _("Closed"),
            "closed_until": _("Closed, opens {time}"),
            "unknown": _("Opening hours not known"),
        },
        "count": _forms(
            lambda n: ngettext("{count} outlet in view of {total}", "{count} outlets in view of {total}", n)
        ),
        "cluster": _forms(lambda n: ngettext("{count} outlet here: zoom in", "{count} outlets here: zoom in", n)),
        "same_point": _forms(lambda n: ngettext("{count} outlet in {place}", "{count} outlets in {place}", n)),
        "marker": _("{name}, {kind}"),
        "show_on_map": _("Show on map"),
        "show_all": _("Show all on the map"),
        "unlocated": _("No point on the map yet"),
        "none_in_view": _("No outlet in this part of the map. Zoom out or move it."),
        "no_results": _("No outlet fits all of these filters."),
        "layers": layer_words(),
        "nothing_in_view": _("Nothing in this part of the map. Zoom out or move it."),
        "nothing_fits": _("Nothing fits all of these filters."),
        "in_province": _("somewhere in this province: the village is not recorded"),
        "more_places": _forms(lambda n: ngettext("and {count} more place", "and {count} more places", n)),
        "zoom_to": _("Zoom in"),
        "chosen": _("The place you chose"),
        "error": _("The list could not be loaded. What you see is the last state."),
        "retry": _("Try again"),
    }


def layer_kinds() -> dict[str, str]:
    """Return what a sign of the other layers stands for."""
    return {
        "village": _("Village"),
        "centre": _("Centre"),
        "province": _("Province"),
        "product": _("Product"),
        "route": _("Route"),
    }


def layer_words() -> dict[str, dict[str, dict[str, str]]]:
    """Return the numbers of each layer in words: alone, in view, of a cluster, of one spot."""
    return {
        "villages": {
            "number": _forms(lambda n: ngettext("{count} village", "{count} villages", n)),
            "count": _forms(
                lambda n: ngettext("{count} village in view of {total}", "{count} villages in view of {total}", n)
            ),
            "group": _forms(
                lambda n: ngettext(
                    "{count} village in and around {place}", "{count} villages in and around {place}", n
                )
            ),
            "together": _forms(
                lambda n: ngettext(
                    "{count} village in one place, {place}", "{count} villages in one place, {place}", n
                )
            ),
        },
        "routes": {
            "number": _forms(lambda n: ngettext("{count} route", "{count} routes", n)),
            "count": _forms(
                lambda n: ngettext("{count} route in view of {total}", "{count} routes in view of {total}", n)
            ),
        },
        "products": {
            "number": _forms(lambda n: ngettext("{count} product", "{count} products", n)),
            "count": _forms(
                lambda n: ngettext("{count} product in view of {total}", "{count} products in view of {total}", n)
            ),
            "group": _forms(
                lambda n: ngettext(
                    "{count} product in and around {place}", "{count} products in and around {place}", n
                )
            ),
            "together": _forms(
                lambda n: ngettext(
                    "{count} product from one place, {place}", "{count} products from one place, {place}", n
                )
            ),
        },
    }


def _forms(words: Callable[[int], str]) -> dict[str, str]:
    """Return the plural forms by the names of Intl.PluralRules; our languages need at most two."""
    return {"one": words(1), "other": words(2)}
