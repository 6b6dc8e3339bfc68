"""Several reads in one query give the same rows as each by itself, on both databases."""

from __future__ import annotations

from datetime import date

import pytest
from tests import factories as make

from centres.models import Centre, OpeningPeriod
from core.models import CreditedImage
from core.together import prefetch_together, read_together
from places.models import Event, Notice, Village
from products.models import Product, Recognition
from routes.models import Route, RouteStop
from stories.models import StoryPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    make.site_tree()
    with make.quickly():
        craft = make.make_craft(months=6)
        villages = [make.make_village(crafts=[craft], latitude=20 + n / 8, longitude=105.1) for n in range(3)]
        for village in villages:
            centre = make.make_centre(hours=("08:00", "17:00"), village=village)
            centre.special_days.create(day=date(2027, 2, 6), opens=None)
            make.make_recognition(make.make_product("Ấm “chén” 100%", village=village), 4)
            make.make_event(village=village).dates.create(starts_on=date(2027, 1, 2))
            for place in ({"village": village}, {"centre": centre}):
                Notice.objects.create(kind="closure", text={"en": "Flood"}, starts_on=date(2027, 1, 1), **place)
        line = {"type": "LineString", "coordinates": [[105.1, 20.0], [105.2, 21.0]]}
        make.make_route(places=villages, line=line)
        make.make_story("en", subject=villages[0])
        make.make_image(credit="x", alt={"en": "A pot"})


def plans():
    """The reads of a page: joins, columns of other tables, more than ninety columns, texts, dates, keys, JSON."""
    return [
        Village.objects.for_cards().order_by("-latitude", "pk"),
        Product.objects.for_detail().by_name(),
        Centre.objects.for_cards().filter(latitude__isnull=True).by_name()[:2],
        Route.objects.order_by("pk"),
        Event.objects.for_list().order_by("pk"),
        Recognition.objects.defer("decision_note").order_by("-pk"),
        CreditedImage.objects.order_by("pk"),
        StoryPage.objects.select_related("locale").order_by("pk"),
        RouteStop.objects.values_list("village__slug", "stay_minutes").order_by("-pk"),
        OpeningPeriod.objects.order_by("pk"),
        Village.objects.none(),
        Village.objects.filter(slug="nowhere"),
    ]


def told(row):
    """Everything a row holds, its joined rows included."""
    if not hasattr(row, "_meta"):
        return row
    joined = {name: told(other) for name, other in row._state.fields_cache.items()}
    own = {name: (type(value), value) for name, value in vars(row).items() if name[0] != "_"}
    return own | {"joined": joined}


def test_rows_are_the_same_in_the_same_order(world, django_assert_num_queries):
    together = plans()
    with django_assert_num_queries(2):  # the second for the dates of the events
        read_together(*together)
    for alone, read in zip(plans(), together, strict=True):
        with django_assert_num_queries(0):
            rows = list(read)
        assert list(map(told, rows)) == list(map(told, alone)), alone.model
        assert [type(row) for row in rows] == [type(row) for row in alone]


def test_what_was_read_is_not_read_again_and_one_alone_waits(world, django_assert_num_queries):
    first, second, third = Village.objects.all(), Product.objects.all(), Route.objects.all()
    rows = list(first)
    with django_assert_num_queries(1):
        read_together(first, second, third)
    assert [id(row) for row in first] == [id(row) for row in rows]
    with django_assert_num_queries(0):
        read_together(first, second, Village.objects.none(), Village.objects.all())


def test_relations_are_fetched_as_prefetching_does(world, django_assert_num_queries):
    relations = ("opening_periods", "special_days", "notices", "village__notices")
    together = list(Centre.objects.select_related("village").order_by("pk"))
    alone = Centre.objects.select_related("village").prefetch_related(*relations).order_by("pk")
    with django_assert_num_queries(1):
        prefetch_together(together, *relations)
    for ours, theirs in zip(together, alone, strict=True):
        with django_assert_num_queries(0):
            assert [told(row) for row in ours.village.notices.all()] == list(map(told, theirs.village.notices.all()))
            for relation in relations[:3]:
                rows = getattr(ours, relation).all()
                assert list(rows) == list(getattr(theirs, relation).all())
                assert all(row.centre is ours for row in rows)


def test_a_queryset_that_fetches_together_stays_one(world, django_assert_num_queries):
    with django_assert_num_queries(2):
        centres = list(Centre.objects.for_cards().with_hours().filter(live=True).by_name())
        assert all(centre.schedule for centre in centres)
    with django_assert_num_queries(1):
        assert Centre.objects.with_hours().filter(pk=0).first() is None
    with django_assert_num_queries(1):
        assert len(Centre.objects.with_hours().values_list("slug", flat=True)) == 3
