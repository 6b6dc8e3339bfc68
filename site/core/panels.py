"""Panels of our own for the admin's forms."""

from __future__ import annotations

import json
from typing import Any, ClassVar

from django import forms
from django.conf import settings
from django.forms.widgets import Script
from django.templatetags.static import static
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from wagtail.admin.panels import FieldPanel, HelpPanel, PanelGroup

from core import languages

_UNSAFE_IN_SCRIPTS = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


class CoordinateInput(forms.NumberInput):
    """A number of degrees; brings the map picker's files, also into inline rows."""

    class Media:
        css: ClassVar[dict[str, list[str]]] = {"all": ["css/components/map.css", "css/components/point_picker.css"]}
        js: ClassVar[list[Any]] = [Script("js/map/point_picker.js", type="module")]

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"step": "any", **(attrs or {})})


class PointPanel(PanelGroup):
    """Latitude and longitude with a map to click on; without JavaScript the two fields remain."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs["children"] = [FieldPanel(name, widget=CoordinateInput) for name in ("latitude", "longitude")]
        super().__init__(**kwargs)

    class BoundPanel(PanelGroup.BoundPanel):
        """The fields, and the picker that knows their ids."""

        template_name = "admin/point_panel.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """Add the picker's options and words."""
            context: dict[str, Any] = super().get_context_data(parent_context)
            context["picker"] = {
                "lat_input": self.form["latitude"].id_for_label,
                "lon_input": self.form["longitude"].id_for_label,
                **map_options(),
                "words": as_script(picker_words()),
            }
            return context


def map_options() -> dict[str, Any]:
    """Return what every map in the admin is made with; see templates/admin/map_options.html."""
    return {
        "lang": languages.active(),
        "basemap": static("geo/basemap.geojson"),
        "leaflet_js": static("leaflet/leaflet.js"),
        "leaflet_css": static("leaflet/leaflet.css"),
        "streets": settings.MAP_STREETS,
        "tiles_url": settings.MAP_TILES_URL,
        "tiles_attribution": settings.MAP_TILES_ATTRIBUTION,
    }


def picker_words() -> dict[str, Any]:
    """Return the words of the map picker in the editor's language."""
    return {
        "map_label": _("Map: choose the point"),
        "zoom_in": _("Zoom in"),
        "zoom_out": _("Zoom out"),
        "help": _("Click on the map, drag the marker or move it with the arrow keys; or type the degrees above."),
        "marker": _("Chosen point: {lat}, {lon}. Move it with the arrow keys."),
        "clear": _("Remove the point"),
        "out_of_range": _("Latitude lies between -90 and 90, longitude between -180 and 180."),
        "streets": {"button": _("Streets"), "failed": _("The street map can't be reached.")},
    }


def as_script(value: Any) -> SafeString:
    """Return JSON that can stand inside a script element."""
    return mark_safe(json.dumps(value, ensure_ascii=False).translate(_UNSAFE_IN_SCRIPTS))


class DemonstrationNotice(HelpPanel):
    """Tells the editor that the words were written to show the software; absent from every other page."""

    def __init__(self, template: str = "admin/demonstration_notice.html", **kwargs: Any) -> None:
        super().__init__(template=template, **kwargs)

    class BoundPanel(HelpPanel.BoundPanel):
        """The notice of one page."""

        def is_shown(self) -> bool:
            """Show it only while the page says that it is demonstration content."""
            return bool(getattr(self.instance, "is_demonstration", False))
