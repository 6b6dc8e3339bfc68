"""Generated recognitions: 72.2, 27.1 and 0.7 per cent have three, four and five stars; 12 per cent have lapsed."""

from __future__ import annotations

import random
from datetime import date, timedelta

from demo.scale.frame import Frame
from demo.scale.sizes import LAPSED_SHARE, SOURCE, dealt, stars
from demo.scale.storing import Written
from products.current import refresh_current
from products.models import Product, ProgrammePeriod, Recognition

VALID_DAYS = 1_060  # just under 36 months
LAPSED_DAYS = (1_500, 2_300)  # over 36 months even when only the year of issue is known
UNDATED_SHARE = 0.15  # of the lapsed ones
EARLIER_SHARE = 0.22
PRECISIONS, PRECISION_WEIGHTS = ("day", "month", "year"), (84, 8, 8)
OLD_INDONESIAN_YEARS, NEW_INDONESIAN_YEARS = (2013, 2015, 2018), (2022, 2024)
EARLIEST = date(2019, 1, 1)
AUTHORITIES = {"national": "Bộ Nông nghiệp và Môi trường", "district": "UBND huyện", "province": "UBND tỉnh"}


def recognitions(frame: Frame, written: Written, products: list[Product], fresh: set[int]) -> None:
    """Write the recognitions of the new products, and what follows from them on the products."""
    held = dealt(stars(len(products)), frame.sizes.chance("stars"))
    lapsed = _lapsed(frame, products, held)
    acts = [
        act
        for number, (product, count) in enumerate(zip(products, held, strict=True))
        if product.pk in fresh
        for act in _acts(frame, number, product, count, number in lapsed)
    ]
    for act in acts:
        act.derive()
    written.rows(Recognition, acts)
    refresh_current(fresh)


def _lapsed(frame: Frame, products: list[Product], held: list[int]) -> set[int]:
    """Return the numbers of the products that lost their stars: never five, and Indonesia's on the scale of old."""
    abroad = {n for n, product in enumerate(products) if product.programme.country_code == "ID"}
    old_scale = {n for n in abroad if held[n] > 3}
    others = [n for n, count in enumerate(held) if count < 5 and n not in abroad]
    wanted = max(0, round(len(products) * LAPSED_SHARE) - len(old_scale))
    return old_scale | set(frame.sizes.chance("lapsed").sample(others, min(wanted, len(others))))


def _acts(frame: Frame, number: int, product: Product, count: int, lapsed: bool) -> list[Recognition]:
    dice = frame.sizes.chance("recognition", number)
    issued = _indonesian(dice, count) if product.programme.country_code == "ID" else _issued(frame, dice, lapsed)
    newest = _act(product, dice, count, *issued)
    if newest is None:
        return []
    earlier = None
    if newest.issued_on and dice.random() < EARLIER_SHARE:
        before = newest.issued_on - timedelta(days=1_100 + dice.randrange(200))
        earlier = _act(product, dice, max(3, count - 1), before, "day") if before >= EARLIEST else None
    return [act for act in (earlier, newest) if act]


def _issued(frame: Frame, dice: random.Random, lapsed: bool) -> tuple[date | None, str]:
    """Return the day of issue and how much of it is known."""
    precision = dice.choices(PRECISIONS, PRECISION_WEIGHTS)[0]
    if lapsed and dice.random() < UNDATED_SHARE:
        return None, "day"
    days = dice.randrange(*LAPSED_DAYS) if lapsed else dice.randrange(VALID_DAYS)
    day = frame.today - timedelta(days=days)
    return {"month": day.replace(day=1), "year": day.replace(month=1, day=1)}.get(precision, day), precision


def _indonesian(dice: random.Random, count: int) -> tuple[date, str]:
    """Return a year of award: those with more than three stars were given on the scale of old."""
    return date(dice.choice(OLD_INDONESIAN_YEARS if count > 3 else NEW_INDONESIAN_YEARS), 1, 1), "year"


def _act(product: Product, dice: random.Random, count: int, day: date | None, precision: str) -> Recognition | None:
    """Return the act; None when the programme had no rules on that day."""
    period = product.programme.period_on(day) if day else next(iter(product.programme.periods.all()), None)
    if period is None:
        return None
    level = _level(period, count)
    number = f"{dice.randrange(100, 9_000)}/QĐ-{'BNNMT' if level == 'national' else 'UBND'}"
    return Recognition(
        product=product,
        programme=product.programme,
        status=Recognition.Status.RECOGNISED,
        stars=min(count, period.stars_max),
        out_of=period.stars_max,
        issued_on=day,
        precision=precision,
        decision_number=number if product.programme.country_code == "VN" else "",
        issuer=AUTHORITIES.get(level, "") if product.programme.country_code == "VN" else "",
        level=level,
        source=SOURCE,
    )


def _level(period: ProgrammePeriod, count: int) -> str:
    """Return who recognised that many stars at the time."""
    found = (row.level for row in period.levels.all() if row.stars_from <= count <= row.stars_to)
    return next(found, "")
