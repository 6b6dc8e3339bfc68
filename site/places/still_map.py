"""The small map of a page, drawn as an SVG of at most 6 KiB: land, province, towns, numbered stops. Pure: no Django.

Colours and type come from classes (static/css/components/record_map.css). The page may crop the picture to the SAFE
frame around its middle, so everything that tells the place lies in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import dist
from typing import Any
from xml.sax.saxutils import escape, quoteattr

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from places.atlas import Town, bundled, projected
from places.geojson import Point
from places.outlines import ProvinceKey, province_code_at
from places.svg_paths import decimal, rings, steps

WIDTH, HEIGHT = 800, 340
SAFE = (290, 225)  # width and height of the frame that is never cropped
LIMIT = 6 * 1024  # bytes
STEP = 512  # bytes: what the ground may take is rounded, so that maps of one area share it
ONE_POINT_SCALE = 150.0  # units to a degree of longitude: 130 km to either side on the narrowest phone
NEAREST_SCALE = 400.0  # nearer, there is nothing to tell the place by
GRID = 0.25  # degrees: maps of neighbouring points share their land
TOLERANCES = (0.6, 1.0, 1.6, 2.5, 4.0, 6.0)  # units; the first that keeps the picture within LIMIT
SMALLEST = 5.0  # tolerances squared of an island drawn
ISLET = 2.0  # units, the size an islet without a country is drawn at
TOWNS = 4
CORNERS = 80  # of a drawn line: less than 1 KiB
TOGETHER = 20.0  # units: stops nearer than this share one sign
DISC, LINE, SPACE = 10.0, 15.0, 8.0  # units: radius of a sign, height of a line, room after a name
LETTER = {"still__town": 6.7, "still__name": 8.6, "still__number": 6.7}  # units: widths of a letter

Place = tuple[float, float]
"""x and y in the picture, y downwards."""


@dataclass(frozen=True)
class Mark:
    """A point to show; stops of a route have a number."""

    latitude: float
    longitude: float
    name: str = ""
    number: int | None = None


@dataclass(frozen=True)
class Frame:
    """What part of the earth the picture shows."""

    x: float
    y: float
    scale: float

    def place(self, x: float, y: float) -> Place:
        """Return where a projected point stands in the picture."""
        return (x - self.x) * self.scale + WIDTH / 2, (y - self.y) * self.scale + HEIGHT / 2

    def box(self) -> tuple[float, float, float, float]:
        """Return the projected box that the picture shows, with a margin that hides the cut."""
        half_width, half_height = (WIDTH / 2 + 4) / self.scale, (HEIGHT / 2 + 4) / self.scale
        return self.x - half_width, self.y - half_height, self.x + half_width, self.y + half_height


def still_map(marks: Sequence[Mark], label: str, language: str, line: Sequence[Point] = ()) -> str:
    """Return the map of the points, named `label`, its towns in `language`; "" without a point.

    Numbered stops are joined by their own `line`, where somebody has drawn it, else straight.
    """
    if not marks:
        return ""
    frame = frame_of([*((mark.latitude, mark.longitude) for mark in marks), *line])
    provinces = frozenset(key for mark in marks if (key := province_code_at(mark.latitude, mark.longitude)))
    over = "".join(_signs(marks, frame, language, line))
    head = (
        f'<svg class="still" role="img" aria-label={quoteattr(label)} viewBox="0 0 {WIDTH} {HEIGHT}" '
        'preserveAspectRatio="xMidYMid slice">'
    )
    room = LIMIT - len(f"{head}{over}</svg>".encode())
    return f"{head}{_ground(frame, provinces, room // STEP * STEP)}{over}</svg>"


def frame_of(points: Sequence[Point]) -> Frame:
    """Return the frame that shows one point with what lies around it, or several as large as they fit."""
    flat = [projected(*point) for point in points]
    west, east = min(x for x, _ in flat), max(x for x, _ in flat)
    north, south = min(y for _, y in flat), max(y for _, y in flat)
    x, y = (west + east) / 2, (north + south) / 2
    if east - west < 1e-5 and south - north < 1e-5:
        return Frame(round(x / GRID) * GRID, round(y / GRID) * GRID, ONE_POINT_SCALE)
    room = [(side - 3 * DISC) / span for side, span in zip(SAFE, (east - west, south - north), strict=True) if span]
    return Frame(x, y, min(*room, NEAREST_SCALE))


@lru_cache(maxsize=1024)
def _ground(frame: Frame, provinces: frozenset[ProvinceKey], room: int) -> str:
    """Return sea, land, provinces and borders in at most `room` bytes; nothing when no simplification gets there."""
    atlas, box = bundled(), frame.box()
    lands = _areas(_placed(atlas.lands_in(box), frame), TOLERANCES[0])
    whole = shapely.union_all(lands)
    own = shapely.intersection(_placed([atlas.province(key) for key in sorted(provinces)], frame), whole)
    sheet, islets = _placed([atlas.sheet], frame), shapely.centroid(_placed(atlas.islets_in(box), frame))
    inner, borders = _placed(atlas.inner_lines_in(box), frame), _placed(atlas.borders_in(box), frame)
    squares = [_square(islet.x, islet.y) for islet in islets]
    for tolerance in TOLERANCES:
        drawn = "".join(
            [
                _path("still__sea", rings(_areas(sheet, tolerance))),
                _path("still__land", [*rings(_areas(lands, tolerance)), *squares]),
                _path("still__province", rings(_areas(own, tolerance))),
                _path("still__line", _lines(inner, tolerance)),
                _path("still__border", _lines(borders, tolerance)),
            ]
        )
        if len(drawn.encode()) <= room:
            return drawn
    return ""


def _placed(shapes: Sequence[BaseGeometry], frame: Frame) -> Any:
    """Return those shapes that meet the picture in its units, cut to it, as an array."""
    cut = shapely.clip_by_rect(np.array(shapes, dtype=object), *frame.box())
    offset = (WIDTH / 2 - frame.x * frame.scale, HEIGHT / 2 - frame.y * frame.scale)
    return shapely.transform(cut[~shapely.is_empty(cut)], lambda flat: flat * frame.scale + offset)


def _areas(shapes: Any, tolerance: float) -> Any:
    """Return the simplified polygons that are large enough, as an array."""
    parts = shapely.get_parts(shapely.simplify(shapely.get_parts(shapes), tolerance))
    polygon = shapely.get_type_id(parts) == shapely.GeometryType.POLYGON
    return parts[polygon & (shapely.area(parts) >= SMALLEST * tolerance**2)]


def _lines(shapes: Any, tolerance: float) -> list[str]:
    parts = shapely.get_parts(shapely.simplify(shapely.get_parts(shapes), tolerance))
    return [steps(line.coords) for line in parts[shapely.length(parts) > 2 * DISC]]


def _square(x: float, y: float) -> str:
    return f"M{decimal(x - ISLET / 2)} {decimal(y - ISLET / 2)}h{decimal(ISLET)}v{decimal(ISLET)}h-{decimal(ISLET)}z"


def _path(name: str, parts: Sequence[str]) -> str:
    return f'<path class="{name}" d="{"".join(parts)}"/>' if parts else ""


def _signs(marks: Sequence[Mark], frame: Frame, language: str, drawn: Sequence[Point]) -> Iterator[str]:
    """Return the line between stops, towns, and the marks themselves, in the order they are painted."""
    places = [frame.place(*projected(mark.latitude, mark.longitude)) for mark in marks]
    stops = sorted(
        ((mark.number, place) for mark, place in zip(marks, places, strict=True) if mark.number is not None),
        key=lambda stop: stop[0],
    )
    boxes: list[BaseGeometry] = [_around(x, y, 2 * DISC, 2 * DISC) for x, y in places]
    line = _drawn(drawn, frame) or [place for _, place in stops]
    if len(line) > 1:
        boxes.append(shapely.LineString(line))
        yield _path("still__route still__route--drawn" if drawn else "still__route", [steps(line)])
    own = _own_name(marks, places, boxes)
    yield from _towns(frame, places, boxes, language, {mark.name for mark in marks})
    yield own
    for numbers, (x, y) in _together(stops):
        yield _disc(_ranges(numbers), x, y)
    for mark, (x, y) in zip(marks, places, strict=True):
        if mark.number is None:
            yield f'<circle class="still__point" cx="{decimal(x)}" cy="{decimal(y)}" r="6.5"/>'


def _drawn(line: Sequence[Point], frame: Frame) -> list[Place]:
    """Return a drawn line with no more corners than the picture can afford."""
    if len(line) < 2:
        return []
    shape = shapely.LineString([frame.place(*projected(*point)) for point in line])
    tolerance = TOLERANCES[0]
    drawn = shapely.simplify(shape, tolerance)
    while shapely.get_num_coordinates(drawn) > CORNERS:
        tolerance *= 1.5
        drawn = shapely.simplify(shape, tolerance, preserve_topology=False)
    return [(x, y) for x, y in drawn.coords]


def _own_name(marks: Sequence[Mark], places: Sequence[Place], boxes: list[BaseGeometry]) -> str:
    """Return the name of a lone point, when it fits; its room is taken from the towns."""
    if len(marks) != 1 or not marks[0].name:
        return ""
    return _beside(marks[0].name, places[0], boxes, "still__name", DISC + 1, 12.0)


def _towns(
    frame: Frame, places: Sequence[Place], boxes: list[BaseGeometry], language: str, taken: set[str]
) -> Iterator[str]:
    """Return the most telling towns near the points whose names cover nothing."""
    shown = 0
    for town in _ranked(bundled().towns_in(frame.box()), frame, places):
        place, name = frame.place(town.x, town.y), town.name_in(language)
        if shown == TOWNS or name in taken or town.names[0] in taken:
            continue
        text = _beside(name, place, boxes, "still__town", 3.0, 6.0)
        if text:
            shown += 1
            yield f'<circle class="still__dot" cx="{decimal(place[0])}" cy="{decimal(place[1])}" r="2"/>{text}'


def _ranked(towns: Iterable[Town], frame: Frame, places: Sequence[Place]) -> list[Town]:
    """Return the towns, nearest first; a level of importance is worth 40 units of distance."""

    def weight(town: Town) -> tuple[float, str]:
        here = frame.place(town.x, town.y)
        return min(dist(here, place) for place in places) + 40.0 * town.rank, town.names[0]

    return sorted(towns, key=weight)


def _beside(name: str, place: Place, boxes: list[BaseGeometry], css: str, start: float, gap: float) -> str:
    """Return the name right or left of its place where it covers nothing, and take that room; "" where none is."""
    x, y = place
    width = LETTER[css] * len(name)
    for side, anchor in ((1, ""), (-1, ' text-anchor="end"')):
        near, far = sorted((x + side * start, x + side * (gap + width + SPACE)))
        box = shapely.box(near, y - LINE / 2, far, y + LINE / 2)
        if _safe().covers(box) and not any(box.intersects(other) for other in boxes):
            boxes.append(box)
            left, low = decimal(x + side * gap), decimal(y + LINE / 4)
            return f'<text class="{css}" x="{left}" y="{low}"{anchor}>{escape(name)}</text>'
    return ""


def _safe() -> shapely.Polygon:
    return _around(WIDTH / 2, HEIGHT / 2, *SAFE)


def _around(x: float, y: float, width: float, height: float) -> shapely.Polygon:
    return shapely.box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)


def _together(stops: Sequence[tuple[int, Place]]) -> list[tuple[list[int], Place]]:
    """Return the stops in groups that share one sign, each at the place of its first stop."""
    groups: list[tuple[list[int], Place]] = []
    for number, place in stops:
        near = (group for group in groups if dist(group[1], place) < TOGETHER)
        group = next(near, None)
        if group:
            group[0].append(number)
        else:
            groups.append(([number], place))
    return groups


def _ranges(numbers: Sequence[int]) -> str:
    """Return "1–3, 5" for 1, 2, 3, 5."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}" if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)


def _disc(text: str, x: float, y: float) -> str:
    half = max(DISC, LETTER["still__number"] * len(text) / 2 + 4)
    return (
        f'<rect class="still__stop" x="{decimal(x - half)}" y="{decimal(y - DISC)}" width="{decimal(2 * half)}" '
        f'height="{decimal(2 * DISC)}" rx="{decimal(DISC)}"/>'
        f'<text class="still__number" x="{decimal(x)}" y="{decimal(y + LINE / 4)}" text-anchor="middle">{text}</text>'
    )
