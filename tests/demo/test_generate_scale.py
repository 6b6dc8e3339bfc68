"""The national data set, small: its shares, that it is the same every time, and that it goes without a trace."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict
from datetime import date

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db.models import Count
from tests.factories import (
    make_craft,
    make_group,
    make_product,
    make_programme,
    make_province,
    make_recognition,
    make_story,
    make_village,
    site_tree,
)
from wagtail.models import Page, Revision

from centres.models import Centre, SpecialDay, Stock
from core.models import ShortCode
from core.search import search
from demo.scale import Sizes, generate, remove
from places import outlines
from places.models import ProvinceAlias, Region, Village
from products.models import Producer, Product, ProductPage, ProgrammePeriod
from routes.models import Route
from stories.models import StoryPage

pytestmark = [pytest.mark.django_db, pytest.mark.sampled(3)]
SMALL = Sizes(products=140, producers=80, centres=24, villages=20, routes=5, narratives=8, stories=3)
TINY = Sizes(products=20, producers=12, centres=6, villages=5, routes=2, narratives=4, stories=2)
MINE = {"slug__startswith": "scale-"}


@pytest.fixture
def ground():
    """What the data set hangs on, and content of somebody else."""
    site_tree()
    ocop = make_programme()
    for key in ("food", "drinks", "handicrafts"):
        make_group(ocop, key)
    ovop = make_programme("ovop", country_code="ID", shown_from=1, validity_months=None)
    ovop.periods.update(starts_on=date(2013, 1, 1), ends_on=date(2021, 12, 31))
    ProgrammePeriod.objects.create(programme=ovop, starts_on=date(2022, 1, 1), stars_max=3)
    for key in ("batik", "food_beverage"):
        make_group(ovop, key)
    delta = Region.objects.create(slug="red-river-delta", name={"en": "Delta"}, country_code="VN")
    hanoi = make_province("Hà Nội", slug="ha-noi", official_code="01", region=delta, communes=126)
    ProvinceAlias.objects.create(name="Gia Lâm (Hà Nội)", province=hanoi, kind="former_district")
    make_province("Lào Cai", official_code="15", communes=99)
    make_province("Bali", official_code="51", country_code="ID")
    craft = make_craft({"en": "Pottery"}, slug="glazed-pottery")
    village = make_village("Bát Tràng", crafts=[craft], province=hanoi)
    make_recognition(make_product("Bát", province=hanoi, village=village))
    make_story(subject=village, title="Somebody's own")
    return hanoi


def rows():
    return {model._meta.label: model._base_manager.count() for model in apps.get_models()}


def names():
    return {
        model: list(model.objects.filter(**MINE).order_by("slug").values_list("slug", "name"))
        for model in (Product, Producer, Village, Centre, Route)
    }


def test_a_small_nation(ground):
    counts = generate(SMALL)
    assert (counts["products.Product"], counts["products.Producer"], counts["routes.Route"]) == (140, 80, 5)
    _shares_are_right()
    _places_are_right(ground)
    _pages_are_real_ones_in_three_languages()
    assert search(Product, "banh").ids
    first = names()
    assert generate(SMALL).total() == 0
    assert names() == first


def _shares_are_right():
    products = Product.objects.filter(**MINE).prefetch_related("recognitions")
    newest = [max(product.recognitions.all(), key=lambda act: act.pk) for product in products]
    assert Counter(act.stars for act in newest)[5] == 1
    assert sum(product.group.key in ("food", "food_beverage") for product in products) == round(0.783 * 140)
    assert 140 - products.starred().count() == round(0.12 * 140)
    assert all(product.code and product.sort_vi and product.first_live_at for product in products)
    assert all(product.producer.province_id == product.province_id for product in products)
    assert not Producer.objects.filter(**MINE, products__isnull=True).exists()


def _places_are_right(hanoi):
    assert Centre.objects.filter(**MINE, province=hanoi).count() >= round(119 / 700 * 24)
    for place in [*Village.objects.filter(**MINE), *Centre.objects.filter(**MINE)]:
        assert outlines.contains(place.province.country_code, place.province.official_code, *place.point)
    stops = Route.objects.filter(**MINE).annotate(number=Count("stops")).values_list("number", flat=True)
    assert set(stops) <= set(range(3, 9))
    assert Stock.objects.exists()
    assert SpecialDay.objects.exists()


def _pages_are_real_ones_in_three_languages():
    assert Page.find_problems() == ([], [], [], [], [])
    assert ProductPage.objects.filter(**MINE).count() == 3 * round(0.6 * 8)
    assert StoryPage.objects.filter(**MINE).count() == 3 * 3
    story = StoryPage.objects.filter(**MINE, locale__language_code="en").first()
    assert story.get_translations().count() == 2
    assert story.subjects.exists()
    assert story.is_demonstration
    assert Revision.objects.get(pk=story.live_revision_id).as_object().title == story.title
    assert story.get_parent().get_children().filter(pk=story.pk).exists()
    assert search(StoryPage, story.title).ids


def test_it_goes_without_a_trace(ground):
    before, stars = rows(), Product.objects.values_list("slug", "current_stars").get()
    call_command("generate_scale", verbosity=0, **asdict(TINY))
    first = names()
    other = make_product("Của người khác", province=ground, village=Village.objects.filter(**MINE).first())
    with pytest.raises(CommandError, match="nothing was removed: Của người khác"):
        call_command("generate_scale", "--remove")
    assert Product.objects.filter(**MINE).count() == TINY.products
    other.delete()
    ShortCode.objects.filter(slug=other.slug).delete()
    assert remove() == 20 + 12 + 6 + 5 + 2 + 3 * (4 + 2)
    assert rows() == before
    assert Product.objects.values_list("slug", "current_stars").get() == stars
    assert Page.find_problems() == ([], [], [], [], [])
    assert search(Product, "bat").ids
    assert search(StoryPage, "own").ids
    generate(TINY)
    assert names() == first


def test_the_command_says_what_is_missing():
    with pytest.raises(CommandError, match="run load_demo first"):
        call_command("generate_scale", "--products", "5")
