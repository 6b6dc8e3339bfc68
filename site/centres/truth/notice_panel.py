"""The notice on the form of a centre that visitors found closed."""

from __future__ import annotations

from typing import Any

from django.utils.functional import cached_property
from wagtail.admin.panels import HelpPanel

from centres.truth import found_closed
from centres.truth.report import day_words


class FoundClosedNotice(HelpPanel):
    """Tells the editor what visitors found, until the hours are confirmed; absent from every other centre."""

    def __init__(self, template: str = "admin/found_closed_notice.html", **kwargs: Any) -> None:
        super().__init__(template=template, **kwargs)

    class BoundPanel(HelpPanel.BoundPanel):
        """The notice of one centre."""

        @cached_property
        def door(self) -> found_closed.FoundClosed | None:
            """Return what visitors found; None when they didn't find it closed often enough."""
            return found_closed.of(self.instance)

        @property
        def days(self) -> list[str]:
            """Return the days in words."""
            return [day_words(self.door.centre, day) for day in self.door.closed_days] if self.door else []

        def is_shown(self) -> bool:
            """Show it only while the centre is on the list."""
            return self.door is not None
