"""Routes and their stops."""

from __future__ import annotations

from core.labels import Label
from demo.reading import Row, Tables
from demo.rows.centres import CENTRE
from demo.rows.columns import NAME_LIMIT, sourced
from demo.rows.known import Known, local
from demo.rows.places import VILLAGE
from demo.wanted import Link, Wanted
from routes.models import Route

ROUTE = "routes.Route"
DOCUMENTED = "documented"


def routes(tables: Tables, known: Known) -> list[Wanted]:
    """Return the routes."""
    return [_route(row, known) for row in tables["routes"]]


def _route(row: Row, known: Known) -> Wanted:
    slug, country = row.slug(), known.country(row)
    name = row.text("name", required=True, limit=NAME_LIMIT)
    return Wanted(slug, {
        "slug": slug,
        "name": Label({local(country): name, "en": row.text("name_en", limit=NAME_LIMIT)}),
        "country_code": country,
        "days": row.whole("days", 1, 30) or 1,
        "modes": row.text("transport_mode", limit=60),
        "status": row.choice("status", Route.Status.values),
        "note": known.translated(row.text("note")),
        **sourced(row),
    })  # fmt: skip


def stops(tables: Tables, known: Known) -> list[Wanted]:
    """Return the stops of all routes."""
    wanted = []
    for row in tables["route_stops"]:
        route = row.reference("route_slug", known.routes, required=True)
        order = row.whole("order", 1, 99, required=True) or 0
        kind = row.choice("stop_type", ("village", "centre"))
        place = row.reference("stop_slug", known.centres if kind == "centre" else known.villages, required=True)
        wanted.append(Wanted(f"{route}/{order}", {
            "route": Link(ROUTE, route),
            "sort_order": order,
            "village": Link(VILLAGE, place) if kind == "village" else None,
            "centre": Link(CENTRE, place) if kind == "centre" else None,
            "documented": row.choice("stop_status", (DOCUMENTED, "suggested")) == DOCUMENTED,
        }))  # fmt: skip
    return wanted
