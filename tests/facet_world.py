"""A small, seeded world for tests of facets: records of every type, some not live, linked at random."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, time
from typing import Any

from tests import factories as make

from centres.models import Experience, OpeningPeriod, SpecialDay, Stock
from places.models import EventDate, Notice, Region
from products.models import QualityMark
from stories.models import StorySubject

TODAY = date(2026, 11, 22)
NOON = datetime(2026, 11, 22, 5, tzinfo=UTC)
KINDS = ("museum", "showroom", "workshop")
ACCESS = ("yes", "no", "unknown")


def build(seed: int = 1) -> None:
    """Fill the empty database; needs no site tree."""
    dice = random.Random(seed)
    make.site_tree()
    with make.quickly():
        _build(dice)


def _build(dice: random.Random) -> None:
    regions = [
        Region.objects.create(slug=f"region-{n}", name={"en": f"Region {n}"}, country_code="VN") for n in range(2)
    ]
    provinces = [make.make_province(f"Tỉnh {n}", region=regions[n % 2] if n else None) for n in range(5)]
    crafts = [
        make.make_craft(f"Nghề {n}", family=dice.choice(("pottery", "silk")), country_code=dice.choice(("VN", "ID")))
        for n in range(5)
    ]
    crafts.append(make.make_craft("Nghề ẩn", live=False))
    villages = [_village(dice, provinces, crafts, live=n > 0) for n in range(9)]
    centres = [_centre(dice, provinces, villages, live=n > 0) for n in range(16)]
    producers = [
        make.make_producer(province=_maybe(dice, provinces), village=_maybe(dice, villages), live=n > 0)
        for n in range(8)
    ]
    products = [_product(dice, provinces, villages, centres, crafts, producers, live=n > 2) for n in range(60)]
    for number in range(8):
        _route(dice, villages, centres, live=number > 0)
    for number in range(8):
        _event(dice, provinces, villages, centres, live=number > 0)
    subjects = [villages, centres, products, crafts]
    for number in range(8):
        _story(dice, number, dice.choice(dice.choice(subjects)), dice.choice(dice.choice(subjects)))
    for records in (*subjects, ()):
        for record in dice.sample(list(records), min(4, len(records))):
            make.narrative(record, dice.choice(("vi", "en")), live=dice.random() < 0.8)


def _maybe(dice: random.Random, things: list[Any]) -> Any:
    return dice.choice(things) if dice.random() < 0.7 else None


def _point(dice: random.Random) -> dict[str, float]:
    """Return a point, sometimes the same as another's, sometimes none."""
    if dice.random() < 0.2:
        return {}
    return {"latitude": dice.choice((10.5, 21.0, 15.123)), "longitude": dice.choice((105.8, 106.25, 108.0))}


def _village(dice: random.Random, provinces: list[Any], crafts: list[Any], live: bool) -> Any:
    village = make.make_village(
        crafts=dice.sample(crafts, dice.randint(0, 3)), province=_maybe(dice, provinces), live=live,
        is_model_destination=dice.random() < 0.3, step_free_entrance=dice.choice(ACCESS), **_point(dice),
    )  # fmt: skip
    if dice.random() < 0.3:
        Experience.objects.create(name={"en": "Try"}, village=village, live=dice.random() < 0.7)
    return village


def _centre(dice: random.Random, provinces: list[Any], villages: list[Any], live: bool) -> Any:
    centre = make.make_centre(
        kind=dice.choice(KINDS), province=_maybe(dice, provinces), village=_maybe(dice, villages), live=live,
        step_free_entrance=dice.choice(ACCESS), timezone=dice.choice(("", "Asia/Jakarta", "Asia/Jayapura")),
        **_point(dice),
    )  # fmt: skip
    if dice.random() < 0.3:
        Experience.objects.create(name={"en": "Try"}, centre=centre, live=dice.random() < 0.7)
    if dice.random() < 0.3:
        Notice.objects.create(
            centre=centre, kind=dice.choice(("closure", "warning")), text={"en": "Works"}, live=dice.random() < 0.8,
            starts_on=date(2027, 2, 5), ends_on=dice.choice((None, date(2027, 2, 7))),
        )  # fmt: skip
    _hours(dice, centre)
    return centre


def _hours(dice: random.Random, centre: Any) -> None:
    """Give a centre hours: office hours, nights past midnight, seasons; others around Tết 2027 (6 February)."""
    for _number in range(dice.randint(0, 2)):
        opens = dice.choice((time(7), time(8, 30), time(18), time(21)))
        closes = dice.choice((time(11, 30), time(17), time(23), time(2), time(0)))
        OpeningPeriod.objects.create(
            centre=centre, opens=opens, closes=closes, weekdays=dice.choice((127, 31, 96)),
            months=dice.choice((0, 0, 6)),
        )  # fmt: skip
    for day in dice.sample(range(4, 9), dice.randint(0, 3)):
        closed = dice.random() < 0.6
        hours = {} if closed else {"opens": time(20), "closes": dice.choice((time(22), time(1, 30)))}
        SpecialDay.objects.create(centre=centre, day=date(2027, 2, day), closed=closed, **hours)


def _product(
    dice: random.Random, provinces: Any, villages: Any, centres: Any, crafts: Any, producers: Any, live: bool
) -> Any:
    programme = make.make_programme(dice.choice(("ocop", "ovop")))
    product = make.make_product(
        programme=programme, group=make.make_group(programme, dice.choice(("food", "drinks"))), live=live,
        province=_maybe(dice, provinces), village=_maybe(dice, villages), craft=_maybe(dice, crafts),
        centre=_maybe(dice, centres) if dice.random() < 0.2 else None, producer=_maybe(dice, producers),
    )  # fmt: skip
    if dice.random() < 0.7:
        make.make_recognition(
            product, dice.choice((3, 4, 5)), issued_on=dice.choice((date(2019, 1, 1), date(2025, 6, 1)))
        )
    for _number in range(dice.randint(0, 2)):
        until = dice.choice((None, TODAY, date(2026, 11, 21)))
        QualityMark.objects.create(product=product, kind=dice.choice(("gi", "organic")), name="x", valid_until=until)
    for _number in range(dice.randint(0, 2)):
        role = dice.choice(("made", "sold"))
        Stock.objects.get_or_create(product=product, centre=dice.choice(centres), role=role)
    return product


def _route(dice: random.Random, villages: list[Any], centres: list[Any], live: bool) -> None:
    places = dice.sample([*villages, *centres], dice.randint(0, 3))
    make.make_route(places=places, days=dice.randint(1, 5), status=dice.choice(("linked", "promoted")), live=live)


def _event(dice: random.Random, provinces: list[Any], villages: list[Any], centres: list[Any], live: bool) -> None:
    """Make an event with dates of some years, or else with solar months."""
    place = {"village": _maybe(dice, villages)} if dice.random() < 0.8 else {"centre": dice.choice(centres)}
    event = make.make_event(**place, province=_maybe(dice, provinces), live=live)
    for year in range(2026, 2026 + dice.randint(0, 3)):
        EventDate.objects.create(event=event, starts_on=date(year, dice.choice((1, 2, 11)), 3))
    if not event.dates.exists():
        event.calendar, event.months = "solar", sum(1 << month for month in dice.sample(range(1, 13), 2))
        event.save()


def _story(dice: random.Random, number: int, *subjects: Any) -> None:
    """Make a story in one language or two, about one record or two."""
    languages = dice.sample(("vi", "en"), dice.randint(1, 2))
    first = None
    for language in languages:
        page = make.make_story(language, f"Story {number}", key=first, live=dice.random() < 0.9)
        first = first or page
        for subject in dict.fromkeys(subjects):
            StorySubject.objects.create(page=page, **{type(subject).__name__.lower(): subject})
