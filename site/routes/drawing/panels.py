"""The panel of a route's line and estimates in the admin."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.panels import FieldPanel, PanelGroup

from core.panels import as_script, map_options, picker_words
from routes.cards import live_stops
from routes.drawing.estimating import estimates
from routes.models import Route


class DrawingPanel(PanelGroup):
    """The line as text and from a file, the map to draw it on, and what stays and ways come to.

    Without JavaScript the two fields remain, and the estimates are those of what was saved.
    """

    def __init__(self, **kwargs: Any) -> None:
        kwargs["children"] = [FieldPanel("line"), FieldPanel("line_file")]
        super().__init__(**kwargs)

    class BoundPanel(PanelGroup.BoundPanel):
        """The fields, the map that knows their ids, and the estimates of one route."""

        template_name = "admin/drawing_panel.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """Add the editor's options and words, and the estimates of what is stored: the form may hold errors."""
            context: dict[str, Any] = super().get_context_data(parent_context)
            stored = Route.objects.for_detail().filter(pk=self.instance.pk).first() or Route()
            return {
                **context,
                "editor": {
                    "field": self.form["line"].id_for_label,
                    "file": self.form["line_file"].id_for_label,
                    "estimates_url": reverse("route_estimates"),
                    "reading_url": reverse("route_line"),
                    **map_options(),
                    "words": as_script(editor_words()),
                },
                "estimates": estimates(stored, live_stops(stored) if stored.pk else []),
            }


def editor_words() -> dict[str, Any]:
    """Return the words of the line's map in the editor's language."""
    return {
        **picker_words(),
        "map_label": _("Map: draw the line"),
        "help": _(
            "Click on the map to go on with the line, on the line itself to bend it there. Drag a point, move it with "
            "the arrow keys, remove it with the Delete key."
        ),
        "point": _("Point {number} of {count}. Arrow keys move it, Delete removes it."),
        "empty": _("No line is drawn: the map of the route joins its stops by straight lines."),
        "size": {"one": _("The line has {count} point, {kilometres} km."),
                 "other": _("The line has {count} points, {kilometres} km.")},
        "closer": _("Zoom in to move the points: there are too many here."),
        "undo": _("Undo"),
        "through_stops": _("Draw through the stops"),
        "remove": _("Remove the line"),
        "unreadable": _("The text above holds no line that can be drawn."),
        "failed": _("The server can’t be reached. What you drew is still here."),
    }  # fmt: skip
