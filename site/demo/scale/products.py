"""Generated products: each by a producer of its group, so that group, place and maker agree."""

from __future__ import annotations

import random

from core.labels import Label
from demo.scale import words
from demo.scale.frame import Frame, bilingual
from demo.scale.producers import Group, Maker, group_counts
from demo.scale.sizes import SOURCE, dealt
from demo.scale.storing import Written, slug_of
from products.models import Product


def products(frame: Frame, written: Written, makers: dict[Group, list[Maker]]) -> tuple[list[Product], set[int]]:
    """Write the products; return all of them in order, and the keys of the new ones. Every maker is used."""
    chance = frame.sizes.chance("product", "groups")
    planned: list[Product] = []
    idle = {group: chance.sample(of_group, len(of_group)) for group, of_group in makers.items()}
    for number, group in enumerate(dealt(group_counts(frame, frame.sizes.products), chance)):
        dice = frame.sizes.chance("product", number)
        waiting = idle.get(group)
        maker = waiting.pop() if waiting else _any(makers, group, dice)
        planned.append(_product(frame, number, group, maker, dice))
    return written.records(Product, planned)


def _any(makers: dict[Group, list[Maker]], group: Group, dice: random.Random) -> Maker | None:
    """Return a maker of the group, else one of the country; None when there is none."""
    found = makers.get(group) or [
        maker for (country, _key), some in makers.items() if country == group[0] for maker in some
    ]
    return dice.choice(found) if found else None


def _product(frame: Frame, number: int, group: Group, maker: Maker | None, dice: random.Random) -> Product:
    country, key = group
    province = maker.province if maker else dice.choice(frame.provinces[country])
    place = maker.place if maker else frame.place_name(province, dice)
    kind = dice.choice(words.kinds(key, frame.region(province), maker.trade if maker else "") or words.all_kinds())
    local, english = dice.choice(words.qualifiers(kind))
    name = words.capitalised(" ".join(part for part in (kind.local, local, place) if part))
    return Product(
        name=bilingual(country, name, " ".join(part for part in (kind.en, english) if part) + f", {place}"),
        tagline=Label({}),
        slug=slug_of(name, number),
        programme=frame.programmes[country],
        group=frame.groups[group],
        craft=frame.crafts.get(kind.craft),
        producer=maker.record if maker else None,
        province=province,
        village=maker.record.village if maker else None,
        source=SOURCE,
    )
