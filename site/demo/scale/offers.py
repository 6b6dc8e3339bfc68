"""Generated stock, experiences, quality marks and notices."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from centres.models import Centre, Experience, Stock
from core.labels import Label
from demo.scale.frame import Frame
from demo.scale.sizes import SOURCE
from demo.scale.storing import Written
from places.models import Notice, Village
from products.models import Product, QualityMark

STOCK_OF_A_CENTRE = (4, 20)
MADE_SHARE = {"workshop": 0.8, "experience_centre": 0.4}
EXPERIENCE_SHARE = {Centre: 0.35, Village: 0.12}
MARK_SHARE = 0.08
NOTICE_SHARE = {Centre: 0.03, Village: 0.01}
MARKS = {
    "gi": ("Chỉ dẫn địa lý", "Cục Sở hữu trí tuệ"),
    "collective": ("Nhãn hiệu tập thể", "Cục Sở hữu trí tuệ"),
    "organic": ("Hữu cơ TCVN 11041", "Tổ chức chứng nhận"),
    "food_safety": ("HACCP", "Tổ chức chứng nhận"),
}
TRIES = Label({"vi": "Làm thử cùng thợ", "en": "Try it with the makers", "id": "Mencoba bersama perajin"})
WATCHES = Label({"vi": "Xem thợ làm", "en": "Watch the makers", "id": "Melihat perajin bekerja"})
CLOSURE = Label({"vi": "Tạm đóng cửa để sửa chữa.", "en": "Closed for repairs.", "id": "Tutup untuk perbaikan."})
WARNING = Label({
    "vi": "Đường vào làng đang sửa; xin gửi xe ở ngoài.",
    "en": "The road into the village is under repair; please park outside.",
    "id": "Jalan menuju desa sedang diperbaiki; mohon parkir di luar.",
})  # fmt: skip


def stock(frame: Frame, written: Written, centres: list[Centre], fresh: set[int], products: list[Product]) -> None:
    """Write what the new centres make and sell, mostly from their own province."""
    nearby: dict[int | None, list[Product]] = defaultdict(list)
    for product in products:
        nearby[product.province_id].append(product)
    rows = []
    for number, centre in enumerate(centres):
        if centre.pk in fresh:
            dice = frame.sizes.chance("stock", number)
            rows += list(_stock(frame, centre, nearby[centre.province_id] or products, dice))
    written.rows(Stock, rows)


def _stock(frame: Frame, centre: Centre, products: list[Product], dice: random.Random) -> Iterator[Stock]:
    for product in dice.sample(products, min(len(products), dice.randint(*STOCK_OF_A_CENTRE))):
        made = dice.random() < MADE_SHARE.get(centre.kind, 0.03)
        checked = frame.today - timedelta(days=dice.randrange(700)) if dice.random() < 0.7 else None
        for role in ("made", "sold") if made and dice.random() < 0.5 else ("made" if made else "sold",):
            yield Stock(centre=centre, product=product, role=role, checked_on=checked, source=SOURCE)


def experiences(frame: Frame, written: Written, places: list[Any], fresh: set[int]) -> None:
    """Write what a visitor can try or watch at some of these new places, all of one type."""
    rows = []
    for number, place in enumerate(places):
        dice = frame.sizes.chance("experience", type(place).__name__, number)
        if place.pk in fresh and dice.random() < EXPERIENCE_SHARE[type(place)]:
            smallest = dice.choice((1, 2, 5))
            rows.append(Experience(
                name=dice.choice((TRIES, WATCHES)),
                minutes=dice.choice((30, 45, 60, 90, 120, 180)),
                languages=dice.choice(("vi", "vi, en", "vi, en, fr")),
                group_min=smallest,
                group_max=smallest + dice.choice((5, 10, 20, 40)),
                source=SOURCE,
                **{_field(place): place},
            ))  # fmt: skip
    written.rows(Experience, rows)


def marks(frame: Frame, written: Written, products: list[Product], fresh: set[int]) -> None:
    """Write quality marks of some of the new products; some have ended."""
    rows = []
    for number, product in enumerate(products):
        dice = frame.sizes.chance("mark", number)
        if product.pk in fresh and dice.random() < MARK_SHARE:
            kind = dice.choice(list(MARKS))
            issued = frame.today - timedelta(days=dice.randrange(1_800))
            name, issuer = MARKS[kind]
            rows.append(QualityMark(
                product=product,
                kind=kind,
                name=f"{name} {product.province}" if kind in ("gi", "collective") else name,
                issuer=issuer,
                issued_on=issued,
                valid_until=issued + timedelta(days=1_095) if kind in ("organic", "food_safety") else None,
                source=SOURCE,
            ))  # fmt: skip
    written.rows(QualityMark, rows)


def notices(frame: Frame, written: Written, places: list[Any], fresh: set[int]) -> None:
    """Write closures and warnings at a few of these new places, all of one type: past, present and to come."""
    rows = []
    for number, place in enumerate(places):
        dice = frame.sizes.chance("notice", type(place).__name__, number)
        if place.pk in fresh and dice.random() < NOTICE_SHARE[type(place)]:
            closed = dice.random() < 0.5
            starts = frame.today + timedelta(days=dice.randrange(-40, 20))
            rows.append(Notice(
                kind="closure" if closed else "warning",
                text=CLOSURE if closed else WARNING,
                starts_on=starts,
                ends_on=starts + timedelta(days=dice.randrange(3, 30)),
                **{_field(place): place},
            ))  # fmt: skip
    written.rows(Notice, rows)


def _field(place: Centre | Village) -> str:
    return "centre" if isinstance(place, Centre) else "village"
