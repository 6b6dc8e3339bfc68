"""The form of a route: its line can also come from a file."""

from __future__ import annotations

import json
from typing import Any

from wagtail.admin.forms import WagtailAdminModelForm

from routes.drawing.fields import LineField, LineFileField


class RouteForm(WagtailAdminModelForm):
    """A file that could be read replaces the line, and is not lost when something else in the form is wrong."""

    data: Any
    line_file = LineFileField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = self.fields["line"]
        self.fields["line"] = LineField(label=own.label, required=False, help_text=own.help_text)

    def clean(self) -> dict[str, Any]:
        """Take the line of the file."""
        cleaned: dict[str, Any] = super().clean()
        drawn = cleaned.pop("line_file", None)
        if drawn:
            cleaned["line"] = drawn
            self._errors.pop("line", None)
            self.data = self.data.copy()
            self.data[self.add_prefix("line")] = json.dumps(drawn, separators=(",", ":"))
        return cleaned
