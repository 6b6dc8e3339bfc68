"""Generated centres: 119 of 700 in Hà Nội, at points inside their provinces, with hours in many shapes."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta

from centres.models import Centre, OpeningPeriod, SpecialDay
from core.labels import Label
from demo.scale import words
from demo.scale.frame import Frame, bilingual
from demo.scale.opening import Hours, hours
from demo.scale.places import access
from demo.scale.sizes import (
    CENTRES_OF_HANOI,
    HANOI,
    INDONESIAN_SHARE,
    NATIONAL_CENTRES,
    SOURCE,
    dealt,
    shares,
)
from demo.scale.storing import Written, slug_of
from places.models import Province, Village

KINDS = {
    "sales_point": 55, "showroom": 15, "experience_centre": 12, "workshop": 8, "market": 5, "museum": 3,
    "fair_stand": 2,
}  # fmt: skip
IN_VILLAGE_SHARE = 0.45
MODEL_SHARE = 0.015


def centres(frame: Frame, written: Written, villages: list[Village]) -> tuple[list[Centre], set[int]]:
    """Write the centres with their hours; return all of them in order, and the keys of the new ones."""
    by_province: dict[int | None, list[Village]] = defaultdict(list)
    for village in villages:
        by_province[village.province_id].append(village)
    kinds = dealt(shares(frame.sizes.centres, KINDS), frame.sizes.chance("centre", "kinds"))
    planned = [
        _centre(frame, number, province, kinds[number], by_province[province.pk])
        for number, province in enumerate(_provinces(frame, frame.sizes.centres))
    ]
    found, fresh = written.records(Centre, [centre for centre, _hours in planned])
    opening = [(centre, when) for centre, (_planned, when) in zip(found, planned, strict=True) if centre.pk in fresh]
    written.rows(OpeningPeriod, [row for centre, when in opening for row in _periods(centre, when)])
    written.rows(SpecialDay, [row for centre, when in opening for row in _special_days(centre, when)])
    return found, fresh


def _provinces(frame: Frame, total: int) -> list[Province]:
    """Return a province for each centre: Hà Nội has its published number of points, the rest are spread."""
    weights = frame.weights("VN")
    hanoi = next((number for number in weights if frame.provinces["VN"][number].slug == HANOI), None)
    there = round(total * CENTRES_OF_HANOI / NATIONAL_CENTRES) if hanoi is not None else 0
    abroad = round(total * INDONESIAN_SHARE) if "ID" in frame.countries else 0
    others = {("VN", number): weight for number, weight in weights.items() if number != hanoi or len(weights) == 1}
    cards: dict[tuple[str, int], int] = shares(total - there - abroad, others)
    if abroad:
        cards |= {("ID", number): count for number, count in shares(abroad, frame.weights("ID")).items()}
    if hanoi is not None:
        cards["VN", hanoi] = cards.get(("VN", hanoi), 0) + there
    return [frame.provinces[country][n] for country, n in dealt(cards, frame.sizes.chance("centre", "provinces"))]


def _centre(frame: Frame, number: int, province: Province, kind: str, villages: list[Village]) -> tuple[Centre, Hours]:
    dice, country = frame.sizes.chance("centre", number), province.country_code
    village = dice.choice(villages) if villages and dice.random() < IN_VILLAGE_SHARE else None
    place = village.commune.split(" ", 1)[1] if village else frame.place_name(province, dice)
    craft = dice.choice(words.crafted_kinds(frame.groups_of(country), frame.region(province)) or words.all_kinds())
    name = dice.choice(words.names(f"centre_{kind}", country)).format(place=place, craft=craft.local.lower())
    point = village.point if village else None
    point = frame.near(province, *point, dice) if point else frame.point(province, dice)
    when = hours(kind, frame.today, dice)
    fair = frame.today + timedelta(days=dice.randrange(-20, 60)) if kind == "fair_stand" else None
    model = dice.random() < MODEL_SHARE
    return Centre(
        name=bilingual(country, name, f"{str(Centre.Kind(kind).name).replace('_', ' ').capitalize()}, {place}"),
        slug=slug_of(name, number),
        kind=kind,
        address=f"{place}, {province.name}",
        country_code=country,
        province=province,
        village=village,
        latitude=point[0] if point else None,
        longitude=point[1] if point else None,
        geo_source=SOURCE if point else "",
        geo_confidence="low" if point else "",
        hours_as_published=when.published,
        hours_source=SOURCE if when.published else "",
        fair_starts_on=fair,
        fair_ends_on=fair + timedelta(days=4) if fair else None,
        is_model_destination=model,
        model_decided_by=str(province.name) if model else "",
        source=SOURCE,
        **access(dice),
    ), when


def _periods(centre: Centre, when: Hours) -> list[OpeningPeriod]:
    return [
        OpeningPeriod(
            centre=centre,
            sort_order=order,
            weekdays=row.weekdays,
            opens=row.opens,
            closes=row.closes,
            months=row.months,
        )
        for order, row in enumerate(when.intervals)
    ]


def _special_days(centre: Centre, when: Hours) -> list[SpecialDay]:
    reason = Label({"vi": "Tết Nguyên đán", "en": "Lunar New Year", "id": "Tahun Baru Imlek"})
    return [
        SpecialDay(
            centre=centre, day=row.day, closed=row.opens is None, opens=row.opens, closes=row.closes, reason=reason
        )
        for row in when.days
    ]
