"""Small, saved records and page trees for tests; every argument has a sensible default."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, time
from typing import Any

from django.conf import settings
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Locale, Page, Site
from wagtail.signal_handlers import disable_reference_index_auto_update

from centres.models import Centre, CentreIndexPage, MapPage, OpeningPeriod
from core import sections
from core.indexing import held
from core.models import CreditedImage
from core.slugs import ascii_slug
from crafts.models import Craft, CraftIndexPage
from home.models import HomePage
from places.models import Event, EventIndexPage, Province, Village, VillageIndexPage
from products.current import refresh_current
from products.models import (
    Producer,
    ProducerIndexPage,
    Product,
    ProductGroup,
    ProductIndexPage,
    Programme,
    ProgrammePeriod,
    Recognition,
)
from routes.models import Route, RouteIndexPage, RouteStop
from stories.models import StoryIndexPage, StoryPage, StorySubject

INDEX_PAGES = {
    "products": ProductIndexPage,
    "villages": VillageIndexPage,
    "centres": CentreIndexPage,
    "routes": RouteIndexPage,
    "stories": StoryIndexPage,
    "crafts": CraftIndexPage,
    "producers": ProducerIndexPage,
    "events": EventIndexPage,
    "map": MapPage,
}
_numbers = itertools.count(1)


def _label(name: Any, default: str, number: int, language: str = "vi") -> dict[str, str]:
    if isinstance(name, dict):
        return name
    return {language: name or f"{default} {number}"}


def make_province(name: Any = None, **values: Any) -> Province:
    """Return a saved province of Vietnam."""
    number = next(_numbers)
    values.setdefault("country_code", "VN")
    values.setdefault("official_code", f"x{number}")
    return Province.objects.create(name=_label(name, "Tỉnh", number), **values)


def make_craft(name: Any = None, **values: Any) -> Craft:
    """Return a saved craft."""
    number = next(_numbers)
    values.setdefault("country_code", "VN")
    values.setdefault("family", "pottery")
    return Craft.objects.create(name=_label(name, "Nghề", number), **values)


def make_village(name: Any = None, crafts: list[Craft] | None = None, **values: Any) -> Village:
    """Return a saved village with a province, optionally with crafts."""
    number = next(_numbers)
    if "province" not in values:
        values["province"] = make_province()
    village = Village(name=_label(name, "Làng", number), **values)
    village.save()
    if crafts:
        village.crafts.set(crafts)
        village.save()
    return village


def make_programme(key: str = "ocop", **values: Any) -> Programme:
    """Return the programme with this key: five stars, shown from three, 36 months, unless told otherwise."""
    programme = Programme.objects.filter(key=key).first()
    if programme:
        return programme
    rules = {name: values.pop(name) for name in ("stars_max", "shown_from", "validity_months") if name in values}
    values.setdefault("short_name", key.upper())
    values.setdefault("country_code", "VN")
    programme = Programme.objects.create(key=key, name={"en": key.upper()}, **values)
    defaults = {"stars_max": 5, "shown_from": 3, "validity_months": 36}
    ProgrammePeriod.objects.create(programme=programme, starts_on=date(2018, 5, 7), **{**defaults, **rules})
    return programme


def make_group(programme: Programme | None = None, key: str = "food", **values: Any) -> ProductGroup:
    """Return the programme's group with this key."""
    programme = programme or make_programme()
    values.setdefault("name", {"en": key.capitalize(), "vi": f"Nhóm {key}"})
    return ProductGroup.objects.get_or_create(programme=programme, key=key, defaults=values)[0]


def make_producer(name: Any = None, **values: Any) -> Producer:
    """Return a saved producer."""
    return Producer.objects.create(name=_label(name, "Hợp tác xã", next(_numbers)), **values)


def make_product(name: Any = None, **values: Any) -> Product:
    """Return a saved product of OCOP's food group with a province."""
    number = next(_numbers)
    programme = values.setdefault("programme", make_programme())
    values.setdefault("group", make_group(programme))
    if "province" not in values:
        values["province"] = make_province()
    return Product.objects.create(name=_label(name, "Sản phẩm", number), **values)


def make_recognition(product: Product, stars: int | None = 4, **values: Any) -> Recognition:
    """Return a saved recognition of the product, and keep the product's current stars right."""
    values.setdefault("status", "recognised" if stars else "stars_not_stated")
    values.setdefault("out_of", 5 if stars else None)
    values.setdefault("issued_on", date(2025, 6, 1))
    recognition = Recognition.objects.create(product=product, programme=product.programme, stars=stars, **values)
    refresh_current([product.pk])
    product.refresh_from_db()
    product.__dict__.pop("badge", None)
    return recognition


def make_centre(name: Any = None, hours: tuple[str, str] | None = None, **values: Any) -> Centre:
    """Return a saved showroom with a province; `hours=("08:00", "17:00")` opens it every day."""
    number = next(_numbers)
    values.setdefault("kind", "showroom")
    if "province" not in values:
        values["province"] = make_province()
    centre = Centre.objects.create(name=_label(name, "Trung tâm", number), **values)
    if hours:
        opens, closes = (time.fromisoformat(text) for text in hours)
        OpeningPeriod.objects.create(centre=centre, opens=opens, closes=closes)
    return centre


def make_route(name: Any = None, places: list[Any] | None = None, **values: Any) -> Route:
    """Return a saved route that stops at the places (villages or centres) in order."""
    values.setdefault("status", "linked")
    route = Route.objects.create(name=_label(name, "Tuyến", next(_numbers)), **values)
    for position, place in enumerate(places or []):
        field = "centre" if isinstance(place, Centre) else "village"
        RouteStop.objects.create(route=route, sort_order=position, **{field: place})
    return route


def make_event(name: Any = None, **values: Any) -> Event:
    """Return a saved event."""
    return Event.objects.create(name=_label(name, "Lễ hội", next(_numbers)), **values)


def make_image(title: str = "Picture", **values: Any) -> CreditedImage:
    """Return a saved picture of a few pixels."""
    return CreditedImage.objects.create(
        title=title, file=get_test_image_file(filename=f"{ascii_slug(title)}.png"), **values
    )


# --- pages -----------------------------------------------------------------------------------------------------------


@contextmanager
def quickly() -> Iterator[None]:
    """Write much without the search index and the reference index, which most tests don't read."""
    with held(), disable_reference_index_auto_update():
        yield


def site_tree() -> dict[str, HomePage]:
    """Create locales, home and index pages of every content language; return the home pages by language."""
    with quickly():
        return _site_tree()


def _site_tree() -> dict[str, HomePage]:
    root = Page.objects.get(depth=1)
    homes: dict[str, HomePage] = {}
    keys: dict[str, Any] = {}
    for code in settings.CONTENT_LANGUAGES:
        locale = Locale.objects.get_or_create(language_code=code)[0]
        home = HomePage(title=f"Home {code}", slug=f"home-{code}", locale=locale)
        _share_key(home, keys, "home")
        homes[code] = root.add_child(instance=home)
        for slug, model in INDEX_PAGES.items():
            page = model(title=sections.name(slug), slug=slug, locale=locale)
            _share_key(page, keys, slug)
            home.add_child(instance=page)
    Site.objects.all().delete()
    Site.objects.create(hostname="localhost", port=80, root_page=homes[settings.LANGUAGE_CODE], is_default_site=True)
    Page.objects.filter(depth=2).exclude(pk__in=[home.pk for home in homes.values()]).delete()
    return {code: HomePage.objects.get(pk=home.pk) for code, home in homes.items()}


def _share_key(page: Page, keys: dict[str, Any], name: str) -> None:
    """Make pages of one name translations of each other."""
    if name in keys:
        page.translation_key = keys[name]
    keys[name] = page.translation_key


def index_page(section: str, language: str) -> Any:
    """Return the index page of a section in a language."""
    return INDEX_PAGES[section].objects.get(locale__language_code=language)


def narrative(record: Any, language: str, title: str = "", **values: Any) -> Any:
    """Return a live narrative of a record in a language (needs `site_tree`)."""
    parent = index_page(record.section, language)
    model = type(record).narratives.rel.related_model
    page = model(title=title or f"Words {language}", slug=record.slug, record=record, locale=parent.locale, **values)
    other = model.objects.filter(record=record).first()
    if other:
        page.translation_key = other.translation_key
    return parent.add_child(instance=page)


def make_story(
    language: str = "vi", title: str = "A story", subject: Any = None, key: Any = None, **values: Any
) -> StoryPage:
    """Return a live story in a language; `key` is the story of which it is a translation (needs `site_tree`)."""
    parent = index_page("stories", language)
    values.setdefault("slug", ascii_slug(title))
    page = StoryPage(title=title, locale=parent.locale, **values)
    if key is not None:
        page.translation_key = key.translation_key
    parent.add_child(instance=page)
    if subject is not None:
        StorySubject.objects.create(page=page, **{type(subject).__name__.lower(): subject})
    return page
