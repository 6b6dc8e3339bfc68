"""What the generated records hang on, all of which exists already: programmes, groups, provinces, crafts."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

import shapely

from core import clock
from core.labels import Label
from crafts.models import Craft
from demo.scale import words
from demo.scale.sizes import FOOD, REGIONS, Sizes
from places import outlines
from places.models import Province
from products.models import ProductGroup, Programme

DISTRICT_SHARE = 0.35


@dataclass
class Frame:
    """The fixed points of a run."""

    sizes: Sizes
    programmes: dict[str, Programme]
    groups: dict[tuple[str, str], ProductGroup]
    provinces: dict[str, list[Province]]
    crafts: dict[str, Craft]
    today: date
    _areas: dict[int, shapely.geometry.base.BaseGeometry | None] = field(default_factory=dict)

    @classmethod
    def read(cls, sizes: Sizes) -> Frame:
        """Read it; raise `LookupError` when Vietnam has no programme with a group of food, or no province."""
        found = Programme.objects.filter(groups__isnull=False).distinct().order_by("-country_code", "pk")
        programmes: dict[str, Programme] = {}
        for programme in found.prefetch_related("periods__levels", "groups"):
            programmes.setdefault(programme.country_code, programme)
        provinces: dict[str, list[Province]] = {}
        for province in Province.objects.select_related("region").prefetch_related("aliases").order_by("pk"):
            provinces.setdefault(province.country_code, []).append(province)
        groups = {(country, row.key): row for country, one in programmes.items() for row in one.groups.all()}
        crafts = {craft.slug: craft for craft in Craft.objects.order_by("pk")}
        frame = cls(sizes, programmes, groups, provinces, crafts, clock.today())
        if "VN" not in frame.countries:
            raise LookupError("Vietnam has no provinces, or no programme with a group “food”: run load_demo first.")
        return frame

    @cached_property
    def countries(self) -> list[str]:
        """Return the countries that have provinces and a programme with the group of food."""
        return [
            country for country in self.programmes
            if self.provinces.get(country) and (country, FOOD.get(country, "")) in self.groups
        ]  # fmt: skip

    def groups_of(self, country: str) -> tuple[str, ...]:
        """Return the keys of a country's product groups."""
        return tuple(key for of, key in self.groups if of == country)

    def weights(self, country: str) -> dict[int, float]:
        """Return how much of the programme each province has, by its place in the list: region, then communes."""
        provinces = self.provinces[country]
        communes: dict[int | None, int] = {}
        for province in provinces:
            communes[province.region_id] = communes.get(province.region_id, 0) + (province.communes or 1)
        return {
            number: REGIONS.get(province.region.slug if province.region else "", ("", 5))[1]
            * (province.communes or 1)
            / communes[province.region_id]
            for number, province in enumerate(provinces)
        }

    def region(self, province: Province) -> str:
        """Return the letter of a province's region in `kinds.csv`; empty abroad."""
        return REGIONS.get(province.region.slug if province.region else "", ("", 0))[0]

    def place_name(self, province: Province, chance: random.Random) -> str:
        """Return the name of a former district of the province, or of a commune that could lie in it."""
        districts = [row.name.split(" (")[0] for row in province.aliases.all() if row.kind == "former_district"]
        if districts and chance.random() < DISTRICT_SHARE:
            return chance.choice(districts)
        return words.commune(province.country_code, chance)

    def point(self, province: Province, chance: random.Random) -> tuple[float, float] | None:
        """Return a point (latitude, longitude) inside the largest part of a province; None without an outline."""
        area = self._area(province)
        if area is None:
            return None
        west, south, east, north = area.bounds
        while True:
            lat, lon = round(chance.uniform(south, north), 5), round(chance.uniform(west, east), 5)
            if shapely.contains_xy(area, lon, lat):
                return lat, lon

    def near(self, province: Province, lat: float, lon: float, chance: random.Random) -> tuple[float, float]:
        """Return a point some hundred metres from another in the same province."""
        around = (round(lat + chance.uniform(-0.004, 0.004), 5), round(lon + chance.uniform(-0.004, 0.004), 5))
        area = self._area(province)
        return around if area is not None and shapely.contains_xy(area, around[1], around[0]) else (lat, lon)

    def _area(self, province: Province) -> shapely.geometry.base.BaseGeometry | None:
        """Return the largest part of an outline: a province's far islands would leave most points in the sea."""
        if province.pk not in self._areas:
            shape = outlines.bundled().shapes().get((province.country_code, province.official_code))
            if shape is not None:
                shape = max(getattr(shape, "geoms", [shape]), key=lambda part: part.area)
                shapely.prepare(shape)
            self._areas[province.pk] = shape
        return self._areas[province.pk]


def bilingual(country: str, local: str, english: str) -> Label:
    """Return a label in the country's own language and in English."""
    return Label({"id" if country == "ID" else "vi": local, "en": english})
