"""What OSRM and Valhalla are asked and what they answer, believed only as far as it can be true. Pure: no Django.

OSRM: project-osrm.org/docs (table, route). Valhalla: valhalla.github.io/valhalla/api (sources_to_targets, route).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from routes.travel.estimate import MOST_MINUTES, Mode, Point, Travel, estimated, minutes_of, straight_metres

FASTEST = 150 / 3.6  # m/s along the straight line; whatever is faster is a mistake
SLOWEST, SLACK = 20, 7_200  # times the estimate, plus seconds (a ferry): whatever is slower is a mistake
LONGEST_DETOUR, DETOUR_SLACK = 20, 100_000  # times the straight line, plus metres
HUGE = 1e12  # whole numbers of JSON may be too large for a float, and its floats infinite or none
MOST_POINTS = 100_000  # of a line
FARTHEST_ROAD = 10_000  # metres from a place to the nearest road

Legs = list[list[tuple[Any, Any]]]  # (seconds, metres) as the server gave them


class Question(NamedTuple):
    """A request: a GET with `params`, or a POST with `body`."""

    path: str
    params: dict[str, str]
    body: Any = None


class Line(NamedTuple):
    """The way through points: seconds and metres of each leg, and the points to draw."""

    legs: list[tuple[Any, Any]]
    points: Sequence[Point]


def osrm_table(points: Sequence[Point], profile: str) -> Question:
    """All pairs, durations and distances."""
    return Question(f"table/v1/{profile}/{_pairs(points)}", {"annotations": "duration,distance"})


def osrm_route(points: Sequence[Point], profile: str) -> Question:
    """The way through the points in order."""
    return Question(f"route/v1/{profile}/{_pairs(points)}", {"overview": "simplified", "geometries": "geojson"})


def valhalla_table(points: Sequence[Point], profile: str) -> Question:
    """All pairs."""
    places = _places(points)
    return Question(
        "sources_to_targets", {}, {"sources": places, "targets": places, "costing": profile, "units": "km"}
    )


def valhalla_route(points: Sequence[Point], profile: str) -> Question:
    """The way through the points in order."""
    return Question("route", {}, {"locations": _places(points), "costing": profile, "units": "km"})


def read_osrm_table(answer: Any) -> Legs:
    """Durations with distances; without these (old servers) the distances are unknown. Raises when it's no table."""
    durations = answer["durations"]
    distances = answer.get("distances") or [[None] * len(row) for row in durations]
    return [list(zip(*rows, strict=True)) for rows in zip(durations, distances, strict=True)]


def read_valhalla_table(answer: Any) -> Legs:
    """Times with distances. Raises when it's no table."""
    rows = answer["sources_to_targets"]
    return [[(cell["time"], _metres(cell["distance"])) if cell else (None, None) for cell in row] for row in rows]


def read_osrm_route(answer: Any) -> Line:
    """Raises when it's no route."""
    route = answer["routes"][0]
    legs = [(leg["duration"], leg["distance"]) for leg in route["legs"]]
    return Line(legs, [(latitude, longitude) for longitude, latitude in route["geometry"]["coordinates"]])


def read_valhalla_route(answer: Any) -> Line:
    """Raises when it's no route."""
    legs = answer["trip"]["legs"]
    times = [(leg["summary"]["time"], _metres(leg["summary"]["length"])) for leg in legs]
    return Line(times, [point for leg in legs for point in polyline(leg["shape"])])


def believed_leg(seconds: Any, metres: Any, straight: float, mode: Mode, source: str) -> Travel:
    """The server's leg if a traveller could do it, otherwise the estimate."""
    guess = estimated(straight, mode)
    most = min(guess.minutes * 60 * SLOWEST + SLACK, MOST_MINUTES * 60)
    if not _number(seconds) or not straight / FASTEST <= seconds <= most:
        return guess
    possible = _number(metres) and straight * 0.9 - 1_000 <= metres <= straight * LONGEST_DETOUR + DETOUR_SLACK
    return Travel(minutes_of(seconds), round(metres) if possible else guess.metres, source)


def checked_legs(legs: Legs, size: int) -> Legs:
    """The legs. ValueError unless they are as many as there are pairs of so many points."""
    if len(legs) != size or any(len(row) != size for row in legs):
        raise ValueError("a table of another size")
    return legs


def checked_line(line: Sequence[Point], points: Sequence[Point]) -> tuple[Point, ...]:
    """The line, fit to be drawn. ValueError unless it has two points or more, all on Earth, and leads from about the
    first of the given points to about the last.
    """
    if not 2 <= len(line) <= MOST_POINTS:
        raise ValueError("a line has two points or more")
    if not all(_number(a) and _number(b) and abs(a) <= 90 and abs(b) <= 180 for a, b in line):
        raise ValueError("a point of the line is not on Earth")
    for given, drawn in ((points[0], line[0]), (points[-1], line[-1])):
        if straight_metres([given, drawn])[0][1] > FARTHEST_ROAD:
            raise ValueError("the line leads elsewhere")
    return tuple((float(a), float(b)) for a, b in line)


def polyline(encoded: str, precision: float = 1e6) -> list[Point]:
    """The points of an encoded polyline (developers.google.com/maps/documentation/utilities/polylinealgorithm)."""
    deltas, value, shift = [], 0, 0
    for character in encoded:
        bits = ord(character) - 63
        if not 0 <= bits < 64 or shift > 35:
            raise ValueError("not an encoded polyline")
        value |= (bits & 31) << shift
        shift += 5
        if bits < 32:
            deltas.append(~(value >> 1) if value & 1 else value >> 1)
            value = shift = 0
    points, latitude, longitude = [], 0, 0
    for north, east in zip(deltas[::2], deltas[1::2], strict=True):
        latitude, longitude = latitude + north, longitude + east
        points.append((latitude / precision, longitude / precision))
    return points


class Dialect(NamedTuple):
    """How one kind of server is asked and understood."""

    table: Callable[[Sequence[Point], str], Question]
    route: Callable[[Sequence[Point], str], Question]
    read_table: Callable[[Any], Legs]
    read_route: Callable[[Any], Line]
    profiles: dict[Mode, str]


DIALECTS = {
    "osrm": Dialect(
        osrm_table,
        osrm_route,
        read_osrm_table,
        read_osrm_route,
        {Mode.WALK: "foot", Mode.BICYCLE: "bike", Mode.CAR: "car"},
    ),
    "valhalla": Dialect(
        valhalla_table,
        valhalla_route,
        read_valhalla_table,
        read_valhalla_route,
        {Mode.WALK: "pedestrian", Mode.BICYCLE: "bicycle", Mode.MOTORBIKE: "motor_scooter", Mode.CAR: "auto"},
    ),
}


def _number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) <= HUGE


def _metres(kilometres: Any) -> Any:
    return kilometres * 1000 if _number(kilometres) else None


def _pairs(points: Sequence[Point]) -> str:
    return ";".join(f"{longitude:.5f},{latitude:.5f}" for latitude, longitude in points)


def _places(points: Sequence[Point]) -> list[dict[str, float]]:
    return [{"lat": round(latitude, 5), "lon": round(longitude, 5)} for latitude, longitude in points]
