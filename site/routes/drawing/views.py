"""What the route's form asks while it is being edited: estimates, and the line in a file."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, JsonResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from core import permissions
from routes.drawing.estimating import estimates, stops_asked
from routes.drawing.fields import Geometry, LineField, LineFileField
from routes.models import Route

MOST_DAYS = 30


def _check(request: HttpRequest) -> None:
    """Refuse whoever may neither add nor change a route."""
    if not any(permissions.holds(request.user, action, Route) for action in ("add", "change")):
        raise PermissionDenied


@never_cache
@require_POST
def route_estimates(request: HttpRequest) -> JsonResponse:
    """Return the estimates of the stops in the form: `html` for the panel, `points` for the map. Nothing is saved."""
    _check(request)
    asked = request.POST
    days = asked.get("days", "")
    route = Route(
        status=Route.Status.PROMOTED,
        modes=asked.get("modes", "")[:60].replace("\x00", ""),
        days=min(max(int(days), 1), MOST_DAYS) if days.isascii() and days.isdigit() else 1,
        line=_line(asked.get("line", "")),
    )
    found = estimates(route, stops_asked(asked.getlist("stop")))
    html = render_to_string("admin/route_estimates.html", {"estimates": found}, request=request)
    return JsonResponse({"html": html, "points": found.points})


def _line(text: str) -> Geometry | None:
    """Return the line in the form; None as long as it can't be read."""
    field: Any = LineField(required=False)
    try:
        line: Geometry | None = field.clean(text)
    except ValidationError:
        return None
    return line


@never_cache
@require_POST
def route_line(request: HttpRequest) -> JsonResponse:
    """Return the `line` in a file as GeoJSON, or an `error`: why there is none. Nothing is saved."""
    _check(request)
    field: Any = LineFileField()
    try:
        line = field.clean(request.FILES.get("line_file"))
    except ValidationError as error:
        return JsonResponse({"error": " ".join(error.messages)})
    if line is None:
        return JsonResponse({"error": _("No file came with it.")})
    return JsonResponse({"line": line})
