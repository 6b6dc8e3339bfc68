"""The panel above a centre's hours in the admin: what they come to, as visitors and machines are told."""

from __future__ import annotations

from typing import Any

from django.utils.formats import time_format
from wagtail.admin.panels import Panel

from centres.confirmation import confirmation_of
from centres.door import door, local_now
from centres.models import Centre
from centres.osm_hours import to_osm
from centres.visit import css_state, state_note, state_words, week_rows


class HoursPanel(Panel):
    """State now, this week and the OSM value of the hours as they were last saved."""

    class BoundPanel(Panel.BoundPanel):
        """The panel of one centre."""

        template_name = "admin/hours_panel.html"

        def is_shown(self) -> bool:
            """Show it once there is something saved to show."""
            return self.instance is not None and self.instance.pk is not None

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """Add what is stored: a form with errors must not change it."""
            context: dict[str, Any] = super().get_context_data(parent_context)
            stored = Centre.objects.for_detail().get(pk=self.instance.pk)
            current, now = door(stored), local_now(stored)
            return {
                **context,
                "state": css_state(current),
                "state_text": state_words(current, now),
                "state_note": state_note(stored, now),
                "zone": stored.zone,
                "time": time_format(now, "H:i"),
                "days": week_rows(stored, now),
                "osm": to_osm(stored.schedule),
                "confirmation": confirmation_of(stored),
            }
