"""Reading thousands of records at once: SQLite takes no condition deeper than a thousand (Django asks in that way)."""

from __future__ import annotations

from copy import deepcopy

import pytest
from tests.factories import make_centre, make_product, make_route, make_village

from centres.models import Centre
from products.models import Product
from routes.models import Route, RouteStop

pytestmark = pytest.mark.django_db
MANY = 1001


def copies(record, **places):
    """Make many more of a record, each with another of the places given."""
    rows = []
    for number in range(MANY):
        copy = deepcopy(record)
        copy._state.adding = True
        copy.pk, copy.slug, copy.code = None, f"{record.slug}-{number}", f"m{number:05}"
        for name, keys in places.items():
            setattr(copy, f"{name}_id", keys[number])
        rows.append(copy)
    return [made.pk for made in type(record)._default_manager.bulk_create(rows, batch_size=100)]


def test_the_map_and_the_index_read_as_many_as_there_are():
    villages = copies(make_village())
    copies(make_product(), village=villages)
    copies(make_centre(), village=villages)
    route = make_route(places=[])
    RouteStop.objects.bulk_create(RouteStop(route=route, village_id=village) for village in villages)
    assert len(Centre.objects.for_map()) > MANY
    for model in (Product, Centre, Route):
        assert list(model.get_indexed_objects())
