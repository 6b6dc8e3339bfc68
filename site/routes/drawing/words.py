"""What is wrong with a line, in the editor's words."""

from __future__ import annotations

from django.utils.translation import gettext as _

from routes.drawing.reading import MOST_BYTES, MOST_POINTS, Problem, Unreadable


def problem_words(error: Unreadable) -> str:
    """Say why no line could be read, and what to do about it."""
    return {
        Problem.TOO_LARGE: _("The file is larger than %(n)s MiB. Export the line alone, with fewer points."),
        Problem.ZIPPED: _("This is a zipped file (KMZ, perhaps). Unzip it and give the KML inside."),
        Problem.UNKNOWN_FORMAT: _("This is neither GPX nor KML nor GeoJSON. %(detail)s"),
        Problem.BROKEN: _("The file is damaged and can’t be read: %(detail)s"),
        Problem.NO_LINE: _("There is no line in it: a GPX track or route, a KML or GeoJSON LineString is needed."),
        Problem.OUT_OF_RANGE: _("“%(detail)s” is no coordinate: latitudes reach from −90 to 90, longitudes to 180."),
        Problem.TOO_MANY_POINTS: _("The line has more than %(points)s points. Export it with fewer."),
    }[error.problem] % {"n": MOST_BYTES // 2**20, "points": MOST_POINTS, "detail": error.detail}
