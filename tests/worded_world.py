"""One of everything, so that tests can tell content from interface: facts in English carry ◆, names and sources ◇."""

from __future__ import annotations

import json
from datetime import date, time
from typing import Any

from tests import factories as make

from centres.models import SpecialDay, Stock
from home.models import CampaignPage, HomePage, PlainPage
from places.models import EventDate, Notice, Region
from products.models import QualityMark

SECTIONS = ("products", "villages", "centres", "routes", "crafts", "producers", "events", "stories", "map", "search")


def fact(words: str) -> dict[str, str]:
    """Return a label in English only, as the data gives most facts."""
    return {"en": f"◆ {words}"}


def name(words: str) -> dict[str, str]:
    """Return a name in English only; names need no language of their own (WCAG 2.2, 3.1.2)."""
    return {"en": f"◇ {words}"}


def build() -> list[str]:
    """Fill the empty database; return the paths below a language of all that was made, and of every list."""
    homes = make.site_tree()
    HomePage.objects.update(title="◇ home", headline="◇ headline", introduction="◇ introduction")
    region = Region.objects.create(slug="r", name=name("region"), country_code="VN")
    province = make.make_province(name("province"), region=region, official_code="01", merged_from="◇ merged")
    craft = make.make_craft(name("craft"), tagline=fact("tagline"), months=6)
    craft.steps.create(
        title=fact("step"), text=fact("what"), duration=fact("an hour"), tool=fact("knife"), source="◇ source"
    )
    village, centre = _village(craft, province), _centre(province)
    product = _product(craft, village, centre)
    fair = make.make_centre(
        name("fair"), kind="fair_stand", province=province, fair_starts_on=date(2026, 11, 1),
        fair_ends_on=date(2026, 12, 31), note=fact("note"),
    )  # fmt: skip
    Stock.objects.create(centre=centre, product=product, role="made", checked_on=date(2026, 10, 1))
    Stock.objects.create(centre=fair, product=product, role="sold")
    route = make.make_route(
        name("route"), [village, centre], status="promoted", days=2, months=12, note=fact("note"), source="◇ source",
    )  # fmt: skip
    route.stops.update(note=fact("stop"), stay_minutes=30, day=1)
    event = make.make_event(
        name("event"), village=village, province=province, tagline=fact("tagline"), description=fact("description"),
        calendar="lunar", months=2, first_day=3, last_day=5,
    )  # fmt: skip
    EventDate.objects.create(event=event, starts_on=date(2026, 12, 1), ends_on=date(2026, 12, 3))
    story = make.make_story("en", "◆ story", subject=village, introduction="◆ introduction", sources="◇ source")
    for page in (_campaign(homes["en"], village), _plain(homes["en"])):
        page.save_revision().publish()
    make.narrative(village, "en", "◆ words", introduction="◆ introduction", body=_body())
    records = [craft, village, product, product.producer, centre, fair, route, event]
    paths = [f"{record.section}/{record.slug}/" for record in records]
    return [*paths, f"stories/{story.slug}/", "visit/", "about/", "", *(f"{section}/" for section in SECTIONS)]


def _village(craft: Any, province: Any) -> Any:
    village = make.make_village(
        name("village"), [craft], province=province, tagline=fact("tagline"), fact=fact("fact"), season=fact("season"),
        founded=fact("founded"), craft_text=fact("craft text"), former_unit="◇ commune", commune="◇ ward",
        latitude=21.0, longitude=105.8, geo_source="◇ who says", geo_confidence="low", source="◇ source",
        confidence="medium", is_model_destination=True, model_since="2025", model_decided_by="◇ committee",
        model_source="◇ decision", step_free_entrance="yes", accessible_toilet="no",
    )  # fmt: skip
    village.experiences.create(
        name=fact("try it"), description=fact("how"), minutes=60, languages="vi, en", group_min=2, group_max=9,
        months=6, how_to_ask=fact("ask"),
    )  # fmt: skip
    Notice.objects.create(village=village, kind="warning", text=fact("mud"), starts_on=date(2026, 1, 1))
    return village


def _centre(province: Any) -> Any:
    centre = make.make_centre(
        name("centre"), ("08:00", "17:00"), province=province, tagline=fact("tagline"), address="◇ 1",
        note=fact("note"), hours_as_published="◇ hours", hours_source="◇ source", latitude=21.1, longitude=105.9,
        hours_confirmed_on=date(2026, 10, 1), kind="experience_centre", source="◇ source", phone="1",
    )  # fmt: skip
    centre.opening_periods.create(weekdays=3, opens=time(18), closes=time(1), months=6)
    SpecialDay.objects.create(centre=centre, day=date(2027, 2, 6), reason=fact("Tết"))
    centre.experiences.create(name=fact("throw a pot"))
    Notice.objects.create(
        centre=centre, kind="closure", text=fact("flood"), starts_on=date(2026, 1, 1), ends_on=date(2099, 1, 1)
    )
    return centre


def _product(craft: Any, village: Any, centre: Any) -> Any:
    producer = make.make_producer(name("producer"), province=village.province, village=village)
    product = make.make_product(
        name("product"), craft=craft, village=village, province=village.province, producer=producer, centre=centre,
        source="◇ source", tagline=fact("tagline"), note=fact("note"),
    )  # fmt: skip
    type(product.group).objects.update(name=name("group"))
    type(product.programme).objects.update(name=name("programme"), description=fact("programme"))
    make.make_recognition(product, 4, source="◇ source", decision_note="◇ decision", issuer="◇ issuer")
    make.make_recognition(product, 3, issued_on=date(2019, 1, 1), precision="year", level="district")
    for status in ("nominated", "potential", "designated_place", "stars_not_stated"):
        make.make_recognition(product, None, status=status, issued_on=None)
    QualityMark.objects.create(
        product=product, kind="gi", name="◇ mark", issuer="◇ office", source="◇ source", valid_until=date(2099, 1, 1)
    )
    return product


def _campaign(home: Any, village: Any) -> Any:
    page = CampaignPage(
        title="◆ visit", slug="visit", introduction="◆ come", village=village, locale=home.locale, body=_body()
    )
    return home.add_child(instance=page)


def _plain(home: Any) -> Any:
    return home.add_child(instance=PlainPage(title="◆ about", slug="about", locale=home.locale, introduction="◆ who"))


def _body() -> str:
    """Return one text and one step."""
    step = {"title": "◆ first", "text": "◆ do it", "image": None, "duration": "◆ 1 h", "tool": "◆ knife"}
    row = {"type": "item", "id": "11111111-1111-4111-8111-111111111111", "value": step}
    return json.dumps([
        {"type": "text", "value": {"heading": "◆ heading", "text": "<p>◆ text</p>"}, "id": "a" * 8},
        {"type": "steps", "value": {"heading": "◆ how", "steps": [row]}, "id": "b" * 8},
    ])  # fmt: skip
