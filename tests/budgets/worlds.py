"""Much of everything around one village, linked with everything else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tests.factories import (
    make_centre,
    make_craft,
    make_event,
    make_producer,
    make_product,
    make_recognition,
    make_route,
    make_story,
    make_village,
    quickly,
)

HERE = {"latitude": 21.0, "longitude": 105.8}


@dataclass
class World:
    """The first of every type; `grow` puts more beside each. Names are in Vietnamese only: other readers fall back."""

    village: Any
    craft: Any
    product: Any = None
    centre: Any = None
    producer: Any = None
    route: Any = None
    event: Any = None
    story: Any = None

    def grow(self, count):
        """Make `count` more of everything and return the world."""
        with quickly():
            for _ in range(count):
                self._one_more()
        return self

    def _one_more(self):
        village, province = self.village, self.village.province
        other = make_village(crafts=[self.craft], province=province, **HERE)
        producer = make_producer(province=province, village=village)
        product = make_product(
            craft=self.craft, village=village, producer=self.producer or producer, province=province
        )
        make_recognition(product, 4)
        centre = make_centre(hours=("08:00", "17:00"), village=village, province=province, **HERE)
        centre.stock.create(product=product, role="sold")
        centre.stock.create(product=self.product or product, role="made")
        for place in (centre, self.centre or centre, village):
            place.experiences.create(name={"en": "Try"}, minutes=30)
        stops = [village, other, self.centre or centre, centre]
        route = make_route(places=stops, status="promoted")
        event = make_event(village=village, province=province, months=1 << 12, calendar="lunar", first_day=3)
        story = make_story(title=f"Story {other.pk}", subject=village)
        english = make_story("en", title=f"Story {other.pk}", subject=village, key=story)
        for about in ({"product": self.product or product}, {"centre": self.centre or centre}, {"craft": self.craft}):
            english.subjects.create(**about)
        firsts = {"product": product, "centre": centre, "producer": producer}
        for name, record in {**firsts, "route": route, "event": event, "story": story}.items():
            setattr(self, name, getattr(self, name) or record)


def world(count):
    """Make a village with `count` of everything."""
    with quickly():
        craft = make_craft()
        start = World(make_village(crafts=[craft], **HERE), craft)
    return start.grow(count)
