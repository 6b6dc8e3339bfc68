"""What else there is along a route: stories about its stops, other routes nearby; one query."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, Count, F, Min, OuterRef, Q, QuerySet, Subquery, Value, When, Window
from django.db.models.functions import Coalesce, RowNumber

from core import languages
from core.cards import Card
from core.privacy import public
from core.together import read_together
from places.geojson import Point
from routes.cards import route_summary
from routes.guide.reading import at_places, key_of
from routes.models import Route, RouteStop
from stories.cards import story_card_at
from stories.models import StoryPage, StorySubject

STORIES, ROUTES = 4, 3
REACH = 1.5  # degrees, some 160 km: farther, nobody calls it near


@dataclass(frozen=True)
class Along:
    """Cards of stories, whose picture is that of their stop, and of other routes."""

    stories: list[Card]
    near: list[Card]


def along(route: Route, stops: Sequence[RouteStop]) -> Along:
    """Read the newest stories about the stops, and the other live routes that pass nearest to their middle."""
    points = [stop.place.point for stop in stops if stop.place and stop.place.point]
    stories, near = _stories(stops), _near(route, points)
    read_together(stories, near)
    motifs = {key_of(stop.place): stop for stop in stops if stop.place}
    return Along(
        [_card(page, motifs[_stop_key(page)]) for page in stories],
        [route_summary(one, one.stop_count) for one in near],
    )


def _stories(stops: Sequence[RouteStop]) -> QuerySet[Any]:
    """Return the newest stories about the stops, each in its best language, with the stop that it is about."""
    about = StorySubject.objects.filter(at_places(key_of(stop.place) for stop in stops if stop.place))
    stories = StoryPage.objects.filter(pk__in=about.values("page_id")).values("translation_key")
    subject = about.filter(page__translation_key=OuterRef("translation_key")).order_by("sort_order", "pk")
    pages = (
        public(StoryPage.objects.live())
        .filter(translation_key__in=stories)
        .select_related("locale")
        .annotate(
            along_village=Subquery(subject.values("village_id")[:1]),
            along_centre=Subquery(subject.values("centre_id")[:1]),
            rank=Window(RowNumber(), partition_by="translation_key", order_by=(_by_language(), "pk")),
        )
        .filter(rank=1)
        .order_by("-first_published_at", "pk")
    )
    found: QuerySet[Any] = pages[:STORIES]
    return found


def _by_language() -> Case:
    """Order pages by the reader's chain of languages."""
    places = [When(locale__language_code=code, then=Value(rank)) for rank, code in enumerate(languages.chain())]
    return Case(*places, default=Value(len(places)))


def _stop_key(page: Any) -> tuple[str, int]:
    return ("village", page.along_village) if page.along_village else ("centre", page.along_centre)


def _card(page: StoryPage, stop: RouteStop) -> Card:
    return story_card_at(page, stop.village, stop.motif)


def _near(route: Route, points: Sequence[Point]) -> QuerySet[Route]:
    """Return the other live routes by their distance from the middle of the points, those within reach."""
    if not points:
        return Route.objects.none()
    latitude, longitude = (sum(side) / len(points) for side in zip(*points, strict=True))
    stops = RouteStop.objects.filter(route=OuterRef("pk")).order_by()
    away = stops.annotate(away=_flat_distance(latitude, longitude)).values("route")
    live = Q(stops__village__live=True) | Q(stops__centre__live=True)
    return (
        Route.objects.live()
        .exclude(pk=route.pk)
        .annotate(
            away=Subquery(away.annotate(least=Min("away")).values("least")),
            stop_count=Count("stops", filter=live),
        )
        .with_motif()
        .filter(away__lte=REACH**2)
        .order_by("away", "pk")[:ROUTES]
    )


def _flat_distance(latitude: float, longitude: float) -> Any:
    """Return the squared distance of a live stop in degrees of latitude: good enough to sort by."""
    north = _coordinate("latitude") - latitude
    east = (_coordinate("longitude") - longitude) * math.cos(math.radians(latitude))
    return north * north + east * east


def _coordinate(name: str) -> Any:
    return Coalesce(
        *(Case(When(**{f"{place}__live": True}, then=F(f"{place}__{name}"))) for place in ("village", "centre"))
    )
