"""Generated villages."""

from __future__ import annotations

import random

from demo.scale import words
from demo.scale.frame import Frame, bilingual
from demo.scale.sizes import INDONESIAN_SHARE, SOURCE, dealt, shares
from demo.scale.storing import Written, slug_of
from places.models import Province, Village

ANSWERS = ("yes", "no", "unknown")
ANSWER_WEIGHTS = (25, 30, 45)
MODEL_SHARE = 0.01


def spread(frame: Frame, what: str, total: int) -> list[Province]:
    """Return a province for each of `total` records: a few in Indonesia, the rest as the programme is spread."""
    chance = frame.sizes.chance(what, "provinces")
    abroad = round(total * INDONESIAN_SHARE) if "ID" in frame.countries else 0
    cards = {("VN", number): count for number, count in shares(total - abroad, frame.weights("VN")).items()}
    if abroad:
        cards |= {("ID", number): count for number, count in shares(abroad, frame.weights("ID")).items()}
    return [frame.provinces[country][number] for country, number in dealt(cards, chance)]


def villages(frame: Frame, written: Written) -> list[Village]:
    """Write the villages and their crafts; return all of them."""
    provinces = spread(frame, "village", frame.sizes.villages)
    planned = [_village(frame, number, province) for number, province in enumerate(provinces)]
    found, fresh = written.records(Village, [village for village, _craft in planned])
    links = [
        Village.crafts.through(village_id=village.pk, craft_id=frame.crafts[craft].pk)
        for village, (_planned, craft) in zip(found, planned, strict=True)
        if village.pk in fresh and craft in frame.crafts
    ]
    written.rows(Village.crafts.through, links)
    return found


def _village(frame: Frame, number: int, province: Province) -> tuple[Village, str]:
    """Return a village and the slug of its craft."""
    chance, country = frame.sizes.chance("village", number), province.country_code
    kind = chance.choice(words.crafted_kinds(frame.groups_of(country), frame.region(province)) or words.all_kinds())
    place = frame.place_name(province, chance)
    pattern = chance.choice(words.names("village", country))
    name = pattern.format(craft=kind.local.lower(), place=place)
    point = frame.point(province, chance)
    model = chance.random() < MODEL_SHARE
    return Village(
        name=bilingual(country, name, f"{place} {kind.en.lower()} village"),
        slug=slug_of(name, number),
        province=province,
        commune=f"{'Kecamatan' if country == 'ID' else 'Xã'} {place}",
        former_unit=f"{place}, {province.name}",
        craft_text=bilingual(country, kind.local.lower(), kind.en.lower()),
        programme_key=frame.programmes[country].key,
        group_key=kind.group,
        latitude=point[0] if point else None,
        longitude=point[1] if point else None,
        geo_source=SOURCE if point else "",
        geo_confidence="low" if point else "",
        is_model_destination=model,
        model_since=str(frame.today.year - chance.randrange(4)) if model else "",
        model_decided_by=str(province.name) if model else "",
        source=SOURCE,
        **access(chance),
    ), kind.craft


def access(chance: random.Random) -> dict[str, str]:
    """Return the answers about step-free access, often not known."""
    fields = ("step_free_entrance", "accessible_toilet", "parking")
    return dict(zip(fields, chance.choices(ANSWERS, ANSWER_WEIGHTS, k=3), strict=True))
