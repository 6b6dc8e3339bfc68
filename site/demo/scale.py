"""A plain batch of invented products, to measure lists and search at the size of the national register.

Slugs begin with `scale-`, so that `remove` finds them again. Nothing of it is meant to be read.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from core import clock
from core.labels import Label
from core.models import ShortCode
from core.search import reindex
from places.models import Province
from products.current import refresh_current
from products.models import Producer, Product, ProductGroup, Programme, Recognition

PREFIX = "scale-"
BATCH = 1000
_SEED = 1911
_SPAN_DAYS = 4 * 365

THINGS = (
    ("Chè", "Tea"), ("Trà", "Tea"), ("Gốm", "Pottery"), ("Bát gốm", "Pottery bowl"), ("Nước mắm", "Fish sauce"),
    ("Mật ong", "Honey"), ("Nón lá", "Leaf hat"), ("Lụa", "Silk"), ("Khăn lụa", "Silk scarf"), ("Gạo", "Rice"),
    ("Bún", "Rice noodles"), ("Miến", "Glass noodles"), ("Bánh đa", "Rice crackers"), ("Tương", "Soya paste"),
    ("Rượu", "Spirit"), ("Cà phê", "Coffee"), ("Hồ tiêu", "Pepper"), ("Muối", "Salt"), ("Mây tre đan", "Wickerwork"),
    ("Tranh", "Print"), ("Sơn mài", "Lacquer"), ("Chiếu cói", "Sedge mat"), ("Hương", "Incense"), ("Cam", "Oranges"),
    ("Bưởi", "Pomelos"), ("Nấm", "Mushrooms"), ("Giò", "Sausage"), ("Tôm khô", "Dried shrimps"),
    ("Đường phèn", "Rock sugar"),
)  # fmt: skip
KINDS = (
    ("nõn", "of young buds"), ("cổ truyền", "in the old way"), ("hữu cơ", "organic"), ("hoa sen", "with lotus"),
    ("đặc biệt", "special"), ("thượng hạng", "choice"), ("rừng", "of the forest"), ("sấy lạnh", "freeze-dried"),
    ("hảo hạng", "finest"), ("làng nghề", "of the craft village"), ("gia truyền", "of the family"), ("tươi", "fresh"),
)  # fmt: skip
MAKERS = (
    "An Bình", "Bảo Lâm", "Đại Phát", "Đồng Tâm", "Hòa Hợp", "Hương Quê", "Minh Đức", "Ngọc Hà", "Phú Thịnh",
    "Quê Hương", "Sông Đà", "Tân Lập", "Thanh Thủy", "Thuận Thành", "Trường Sơn", "Việt Hưng", "Xuân Mai",
)  # fmt: skip


@dataclass(frozen=True)
class _Frame:
    """What the invented products hang on; all of it exists already."""

    programmes: list[Programme]
    groups: dict[int, list[ProductGroup]]
    provinces: list[Province]
    chance: random.Random

    @classmethod
    def read(cls) -> _Frame:
        """Read it; raise `LookupError` when there is no programme with groups, or no province."""
        programmes = list(
            Programme.objects.filter(groups__isnull=False).distinct().prefetch_related("periods", "groups")
        )
        provinces = list(Province.objects.order_by("pk"))
        if not programmes or not provinces:
            raise LookupError("There is no programme with groups, or no province: run load_demo first.")
        groups = {programme.pk: list(programme.groups.all()) for programme in programmes}
        return cls(programmes, groups, provinces, random.Random(_SEED))


def generate(count: int) -> int:
    """Add invented products up to `count`, with producers, recognitions and index entries; return how many are new."""
    frame = _Frame.read()
    there = set(Product.objects.filter(slug__startswith=PREFIX).values_list("slug", flat=True))
    producers = _producers(frame, max(1, count // 2))
    products = [_product(frame, number, producers) for number in range(count)]
    fresh = _store(Product, [product for product in products if product.slug not in there])
    acts = [act for product in fresh if (act := _recognition(frame, product))]
    Recognition.objects.bulk_create(acts, batch_size=BATCH)
    refresh_current(product.pk for product in fresh)
    reindex(Product, [product.pk for product in fresh])
    reindex(Recognition, [act.pk for act in acts])
    return len(fresh)


def remove() -> int:
    """Delete every invented product and producer; return how many products there were."""
    products = Product.objects.filter(slug__startswith=PREFIX)
    count = products.count()
    products.delete()
    Producer.objects.filter(slug__startswith=PREFIX).delete()
    return count


def _producers(frame: _Frame, count: int) -> list[Producer]:
    there = {producer.slug: producer for producer in Producer.objects.filter(slug__startswith=PREFIX)}
    wanted = []
    for number in range(count):
        name, province = f"Hợp tác xã {frame.chance.choice(MAKERS)} {number + 1}", frame.chance.choice(frame.provinces)
        country = province.country_code
        wanted.append(
            Producer(name=Label({"vi": name}), slug=f"{PREFIX}p{number:05}", province=province, country_code=country)
        )
    fresh = _store(Producer, [producer for producer in wanted if producer.slug not in there])
    reindex(Producer, [producer.pk for producer in fresh])
    return [*there.values(), *fresh]


def _product(frame: _Frame, number: int, producers: list[Producer]) -> Product:
    chance = frame.chance
    (thing_vi, thing_en), (kind_vi, kind_en) = chance.choice(THINGS), chance.choice(KINDS)
    programme, province, maker = chance.choice(frame.programmes), chance.choice(frame.provinces), chance.choice(MAKERS)
    return Product(
        name=Label({"vi": f"{thing_vi} {kind_vi} {maker}", "en": f"{thing_en} {kind_en}, {maker}"}),
        slug=f"{PREFIX}{number:05}",
        programme=programme,
        group=chance.choice(frame.groups[programme.pk]),
        province=province,
        producer=chance.choice(producers),
    )


def _store(model: type[Any], records: list[Any]) -> list[Any]:
    """Write records with codes and derived columns, without signals."""
    codes = ShortCode.claim_many(model.section, [record.slug for record in records])
    for record in records:
        record.code = codes[record.slug]
        record.derive()
    return list(model.objects.bulk_create(records, batch_size=BATCH))


def _recognition(frame: _Frame, product: Product) -> Recognition | None:
    """Return an award of the past four years on the scale of its time; none for one product in ten."""
    issued_on: date = clock.today() - timedelta(days=frame.chance.randrange(_SPAN_DAYS))
    period = product.programme.period_on(issued_on)
    if period is None or frame.chance.random() < 0.1:
        return None
    act = Recognition(
        product=product,
        programme=product.programme,
        status=Recognition.Status.RECOGNISED,
        stars=frame.chance.randint(period.shown_from, period.stars_max),
        out_of=period.stars_max,
        issued_on=issued_on,
        source="generated",
    )
    act.derive()
    return act
