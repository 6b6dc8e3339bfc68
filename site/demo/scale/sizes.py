"""How many of everything, and in which shares. Pure: no Django. Source of the shares: DOMAIN.md, section 1."""

from __future__ import annotations

import random
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)

PREFIX = "scale-"
SOURCE = "generate_scale"

NATIONAL_PRODUCTS, NATIONAL_FIVE_STARS = 17_500, 126
FOUR_STAR_SHARE = 0.271  # three stars take the rest: 72.2 %
LAPSED_SHARE = 0.12
FOOD_SHARE = 0.783
INDONESIAN_SHARE = 0.02
NATIONAL_CENTRES, CENTRES_OF_HANOI = 700, 119
HANOI = "ha-noi"

FOOD = {"VN": "food", "ID": "food_beverage"}
OTHER_GROUPS: Mapping[str, float] = {"drinks": 85, "handicrafts": 70, "herbal": 30, "ornamental": 18, "tourism": 14}
INDONESIAN_GROUPS: Mapping[str, float] = {
    "food_beverage": 40, "woven_textile": 20, "batik": 15, "plaiting": 15, "pottery": 10,
}  # fmt: skip
# The Red River delta first, then the Mekong delta, then the south central coast with the highlands.
REGIONS: Mapping[str, tuple[str, float]] = {
    "red-river-delta": ("R", 30),
    "mekong-delta": ("M", 20),
    "south-central-coast-and-central-highlands": ("S", 17),
    "northern-midlands-and-mountains": ("N", 16),
    "north-central": ("C", 11),
    "southeast": ("E", 6),
}


@dataclass(frozen=True)
class Sizes:
    """How many records of each kind there shall be; narratives and stories are counted once, not per language."""

    products: int = NATIONAL_PRODUCTS
    producers: int = 9_300
    centres: int = NATIONAL_CENTRES
    villages: int = 2_000
    routes: int = 300
    narratives: int = 1_500
    stories: int = 600
    seed: int = 1911

    def chance(self, *what: object) -> random.Random:
        """Return the dice of one record: the same for the same seed, whatever else is generated."""
        return random.Random(f"{self.seed}/{'/'.join(map(str, what))}")  # reproducible, not secret


def shares(total: int, weights: Mapping[Key, float]) -> dict[Key, int]:
    """Split a number by weights into whole parts that add up to it (largest remainder)."""
    whole = sum(weights.values())
    exact = {key: total * weight / whole for key, weight in weights.items()}
    parts = {key: int(value) for key, value in exact.items()}
    by_remainder = sorted(exact, key=lambda key: parts[key] - exact[key])
    for key in by_remainder[: total - sum(parts.values())]:
        parts[key] += 1
    return parts


def dealt(counts: Mapping[Key, int], chance: random.Random) -> list[Key]:
    """Return every key as often as told, shuffled."""
    cards = [key for key, count in counts.items() for _ in range(count)]
    chance.shuffle(cards)
    return cards


def stars(products: int) -> dict[int, int]:
    """Return how many products hold 3, 4 and 5 stars: 126 of 17,500 hold five."""
    five = round(products * NATIONAL_FIVE_STARS / NATIONAL_PRODUCTS)
    four = round(products * FOUR_STAR_SHARE)
    return {3: products - four - five, 4: four, 5: five}
