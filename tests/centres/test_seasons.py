"""The week on a centre's page says when it isn't the week of every season."""

from __future__ import annotations

from datetime import date, time

import pytest
from tests.factories import make_centre, site_tree

from centres.models import OpeningPeriod
from core.fields import mask_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen_now")]  # Sunday, 22 November 2026


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({}, False),
        ({"months": 1 << 2}, True),
        ({"months": 1 << 2, "ends_on": date(2025, 11, 15)}, False),
        ({"months": mask_of(range(1, 13))}, False),
        ({"starts_on": date(2026, 1, 1)}, False),
        ({"starts_on": date(2026, 11, 23)}, True),
        ({"ends_on": date(2026, 11, 22)}, True),
        ({"ends_on": date(2026, 11, 15)}, False),
    ],
)
def test_hours_of_other_seasons_are_announced(client, values, told):
    site_tree()
    centre = make_centre(hours=("08:00", "17:00"))
    OpeningPeriod.objects.create(centre=centre, opens=time(18), closes=time(20), **values)
    html = client.get(centre.get_url("en")).content.decode()
    assert ("At other times of the year the hours are different." in html) is told
