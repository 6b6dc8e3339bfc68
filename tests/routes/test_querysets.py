"""Routes in the order a reader wants them."""

from __future__ import annotations

import pytest
from tests.factories import make_route

from core.fields import mask_of
from routes.models import Route

pytestmark = pytest.mark.django_db


def test_routes_of_this_month_come_first_then_all_others_by_name():
    make_route("Bắc", months=mask_of([5]))
    make_route("Chợ", months=mask_of([10, 11, 12]))
    make_route("An")
    names = [str(route.name) for route in Route.objects.in_season_first(11)]
    assert names == ["Chợ", "An", "Bắc"]
