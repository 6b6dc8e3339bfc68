"""The form fields of a route's line: drawn, pasted as text, or read from a file."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.forms.widgets import Script
from django.utils.translation import gettext_lazy as _

from routes.drawing.reading import MOST_BYTES, Point, Problem, Unreadable, read_line
from routes.drawing.tidying import tidied
from routes.drawing.words import problem_words

Geometry = dict[str, Any]
ACCEPTED = ".gpx,.kml,.geojson,.json"


def geometry(points: Sequence[Point]) -> Geometry:
    """Return the line as GeoJSON (RFC 7946), as the record keeps it."""
    return {"type": "LineString", "coordinates": [[longitude, latitude] for latitude, longitude in points]}


def line_in(data: bytes) -> Geometry:
    """Return the line that a text or a file holds, made light. ValidationError in the editor's words."""
    try:
        return geometry(tidied(read_line(data)))
    except Unreadable as error:
        raise ValidationError(problem_words(error), code=str(error.problem)) from error
    except ValueError as error:
        raise ValidationError(problem_words(Unreadable(Problem.NO_LINE)), code="no_line") from error


class LineInput(forms.Textarea):
    """The line as text; brings the files of the map to draw it on."""

    class Media:
        css: ClassVar[dict[str, list[str]]] = {"all": ["css/components/map.css", "css/components/line_editor.css"]}
        js: ClassVar[list[Any]] = [Script("js/admin/line_editor.js", type="module")]

    def format_value(self, value: Any) -> str:
        """Return the line as compact GeoJSON."""
        return json.dumps(value, separators=(",", ":")) if isinstance(value, dict) else str(value or "")


class LineField(forms.Field):
    """A line as GeoJSON, KML or GPX text; empty: None. Its value is a GeoJSON LineString."""

    widget = LineInput(attrs={"rows": 4, "spellcheck": "false"})

    def to_python(self, value: Any) -> Geometry | None:
        """Return the line that was drawn or pasted."""
        text = value if isinstance(value, str) else json.dumps(value) if value else ""
        return line_in(text.encode()) if text.strip() else None

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Tell whether it is another line; one that can't be read is."""
        try:
            return bool(self.to_python(data) != (initial or None))
        except ValidationError:
            return True


class LineFileField(forms.FileField):
    """A file with a line; its value is a GeoJSON LineString, None without a file."""

    widget = forms.FileInput(attrs={"accept": ACCEPTED})

    def __init__(self) -> None:
        super().__init__(
            label=_("Line from a file"),
            required=False,
            help_text=_("GPX, KML or GeoJSON, as a GPS or a map application exports it; it replaces the line above."),
        )

    def clean(self, data: Any, initial: Any = None) -> Geometry | None:
        """Read the file; no more of it than a line may have."""
        file: UploadedFile[Any] | None = super().clean(data, initial)
        return line_in(file.read(MOST_BYTES + 1)) if file else None
