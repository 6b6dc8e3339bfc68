"""Generated producers, and which of them makes what."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from core.labels import Label
from demo.scale import words
from demo.scale.frame import Frame
from demo.scale.places import spread
from demo.scale.sizes import (
    FOOD,
    FOOD_SHARE,
    INDONESIAN_GROUPS,
    INDONESIAN_SHARE,
    OTHER_GROUPS,
    SOURCE,
    dealt,
    shares,
)
from demo.scale.storing import Written, slug_of
from places.models import Province, Village
from products.models import Producer

VILLAGE_SHARE = 0.4
Group = tuple[str, str]
"""(country, key of the group)"""


@dataclass
class Maker:
    """A producer with what is known of it beyond its record: the group it works in, its trade, its place."""

    record: Producer
    group: Group
    trade: str
    province: Province
    place: str


def group_counts(frame: Frame, total: int) -> dict[Group, int]:
    """Return how many of `total` products belong to each group: 78.3 % are food, 2 % come from Indonesia."""
    here = {key: weight for key, weight in OTHER_GROUPS.items() if ("VN", key) in frame.groups}
    there = {key: weight for key, weight in INDONESIAN_GROUPS.items() if ("ID", key) in frame.groups}
    abroad = round(total * INDONESIAN_SHARE) if "ID" in frame.countries else 0
    counts: dict[Group, int] = {("ID", key): count for key, count in shares(abroad, there).items() if abroad}
    food = round(total * FOOD_SHARE) - counts.get(("ID", FOOD["ID"]), 0)
    counts["VN", FOOD["VN"]] = food if here else total - abroad
    counts |= {("VN", key): count for key, count in shares(total - abroad - food, here).items() if here}
    return counts


def producers(frame: Frame, written: Written, villages: list[Village]) -> dict[Group, list[Maker]]:
    """Write the producers; return them by the group they work in."""
    counts = group_counts(frame, frame.sizes.producers)
    groups: dict[str, list[Group]] = defaultdict(list)
    for group in dealt(counts, frame.sizes.chance("producer", "groups")):
        groups[group[0]].append(group)
    by_province: dict[int | None, list[Village]] = defaultdict(list)
    for village in villages:
        by_province[village.province_id].append(village)
    provinces = spread(frame, "producer", frame.sizes.producers)
    planned = [
        _maker(frame, number, province, _next(groups, province), by_province[province.pk])
        for number, province in enumerate(provinces)
    ]
    found, _fresh = written.records(Producer, [maker.record for maker in planned])
    makers: dict[Group, list[Maker]] = defaultdict(list)
    for maker, record in zip(planned, found, strict=True):
        maker.record = record
        makers[maker.group].append(maker)
    return makers


def _next(groups: dict[str, list[Group]], province: Province) -> Group:
    """Return the next group of the province's country; both were split by the same rule."""
    return groups[province.country_code].pop()


def _maker(frame: Frame, number: int, province: Province, group: Group, villages: list[Village]) -> Maker:
    chance, country = frame.sizes.chance("producer", number), province.country_code
    kind = chance.choice(words.kinds(group[1], frame.region(province)) or words.all_kinds())
    village = chance.choice(villages) if villages and chance.random() < VILLAGE_SHARE else None
    place = village.commune.split(" ", 1)[1] if village else frame.place_name(province, chance)
    brand, pattern = (chance.choice(words.names(what, country)) for what in ("brand", "producer"))
    name = pattern.format(brand=brand, kind=kind.local.lower(), place=place)
    producer = Producer(
        name=Label({"id" if country == "ID" else "vi": name}),
        slug=slug_of(name, number),
        province=province,
        village=village,
        country_code=country,
        source=SOURCE,
    )
    return Maker(producer, group, kind.trade, province, place)
