"""What codes stand for, and where those of other records lead."""

from __future__ import annotations

import pytest
from tests import factories as make

from routes.trips.reading import stops_of

pytestmark = pytest.mark.django_db


def test_codes_lead_to_places_in_their_order_for_as_many_queries_as_there_are_types(django_assert_num_queries):
    villages = [make.make_village() for _ in range(4)]
    centre = make.make_centre(village=villages[3])
    hidden = make.make_village(live=False)
    routes = [
        make.make_route(places=[villages[2], hidden, villages[1]]),
        make.make_route(places=[centre, villages[1]]),
    ]
    products = [make.make_product(village=village) for village in (villages[0], None, hidden)]
    events = [make.make_event(village=villages[3], centre=centre), make.make_event(village=villages[0])]
    asked = [products[1], *routes, villages[3], *events, products[0], products[2]]
    with django_assert_num_queries(4):  # the codes, routes, events, products
        found = stops_of([*(record.code for record in asked), "nobody"])
    places = [villages[2], villages[1], centre, villages[3], villages[0]]
    assert found == [*(place.code for place in places), "nobody"]
    with django_assert_num_queries(0):
        assert stops_of([]) == []
