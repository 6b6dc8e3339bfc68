"""One saved record of every type, with what hangs on it."""

from __future__ import annotations

from datetime import date, time

from tests import factories as make

from centres.models import Experience, OpeningPeriod, SpecialDay, Stock
from crafts.models import CraftStep
from places.models import EventDate, Notice, ProvinceAlias
from products.models import QualityMark
from search.models import Synonym


def craft():
    record = make.make_craft("Gốm", months=6)
    words = {"title": {"vi": "Nặn", "en": "Shape"}, "text": {"vi": "Nặn đất"}, "source": "x"}
    CraftStep.objects.create(craft=record, sort_order=0, **words)
    return record


def event():
    record = make.make_event("Hội", village=make.make_village())
    EventDate.objects.create(event=record, starts_on=date(2026, 2, 1), ends_on=date(2026, 2, 3))
    return record


def centre():
    record = make.make_centre("Bảo tàng", hours=("08:00", "17:00"), latitude=20.9757, longitude=105.9122)
    OpeningPeriod.objects.filter(centre=record).update(sort_order=0)
    OpeningPeriod.objects.create(centre=record, weekdays=3, opens=time(18), closes=time(1), sort_order=1)
    SpecialDay.objects.create(centre=record, day=date(2027, 2, 6), reason={"vi": "Tết"})
    return record


MAKERS = {
    "crafts.Craft": craft,
    "places.Province": lambda: make.make_province("Hà Nội"),
    "places.ProvinceAlias": lambda: ProvinceAlias.objects.create(
        name="Hà Tây", province=make.make_province("Hà Nội"), kind="former_province"
    ),
    "places.Village": lambda: make.make_village(
        "Bát Tràng", crafts=[make.make_craft()], latitude=20.9757, longitude=105.9122
    ),
    "places.Event": event,
    "places.Notice": lambda: Notice.objects.create(
        village=make.make_village(), kind="closure", text={"vi": "Đóng"}, starts_on=date(2026, 1, 1)
    ),
    "products.Programme": lambda: make.make_programme("ovop"),
    "products.ProductGroup": lambda: make.make_group(key="tea"),
    "products.Producer": lambda: make.make_producer("Hợp tác xã Chè"),
    "products.Product": lambda: make.make_recognition(make.make_product("Chè"), 5).product,
    "products.Recognition": lambda: make.make_recognition(make.make_product("Chè"), 5),
    "products.QualityMark": lambda: QualityMark.objects.create(
        product=make.make_product(), kind="gi", name="Chè Thái Nguyên", source="x"
    ),
    "centres.Centre": centre,
    "centres.Stock": lambda: Stock.objects.create(centre=make.make_centre(), product=make.make_product(), role="sold"),
    "centres.Experience": lambda: Experience.objects.create(name={"vi": "Vuốt gốm"}, centre=make.make_centre()),
    "search.Synonym": lambda: Synonym.objects.create(words="conical hat", means="nón lá"),
    "routes.Route": lambda: make.make_route("Sông Hồng", places=[make.make_village(), make.make_centre()]),
}
