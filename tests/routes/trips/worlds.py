"""Places around Hà Nội for plans, and random plans for their links."""

from __future__ import annotations

import string
from datetime import date

from hypothesis import strategies as st
from tests import factories

from centres.models import Experience
from core.models.codes import ALPHABET
from routes.travel.estimate import Mode
from routes.trips.plan import MOST_DAYS, MOST_EXPERIENCES, STAYS, Keep, Plan, PlanStop, written_point

SATURDAY = "2026-11-28"  # the first after the tests' usual day, a Sunday
HANOI = (21.029, 105.852)
codes = st.text(ALPHABET, min_size=6, max_size=6)
spots = st.one_of(
    st.sampled_from(["", "hanoi", "ga-ha-noi", "tan-son-nhat"]),
    codes,
    st.tuples(st.floats(-90, 90), st.floats(-180, 180)).map(written_point),
)
stops = st.builds(
    PlanStop,
    code=codes,
    must_see=st.booleans(),
    keep=st.sampled_from(Keep),
    stay=st.sampled_from([None, *STAYS]),
    experience=st.none(),
) | st.builds(PlanStop, code=codes, must_see=st.booleans(), experience=st.integers(1, MOST_EXPERIENCES))
nonsense = st.text(string.ascii_letters + string.digits + ".-_~%*'\"<>\x00 ôđ😀", max_size=60)


@st.composite
def plans(draw):
    """Any plan that a reader could make."""
    found = draw(st.lists(stops, max_size=20, unique_by=lambda stop: stop.code))
    days = draw(st.integers(1, MOST_DAYS))
    groups = [[] for _ in range(days)]
    for stop in found:
        groups[draw(st.integers(0, days - 1))].append(stop)
    earliest = draw(st.integers(0, 1439))
    return Plan(
        groups=tuple(map(tuple, groups)),
        date=draw(st.none() | st.dates(date(2020, 1, 1), date(2099, 12, 31))),
        days=days,
        earliest=earliest,
        latest=draw(st.integers(earliest + 1, 1440)),
        mode=draw(st.sampled_from(Mode)),
        start=draw(spots),
        end=draw(spots | st.just("-")),
        lunch=draw(st.booleans()),
        own_order=draw(st.booleans()),
    )


def make_places(number, province=None):
    """Villages and centres in turn, some kilometres apart; centres are open from 8 to 17."""
    province = province or factories.make_province("Hà Nội")
    places = []
    for index in range(number):
        point = {"latitude": 21 + 0.02 * (index // 2), "longitude": 105.8 + 0.03 * (index % 5), "province": province}
        if index % 2:
            places.append(factories.make_centre(hours=("08:00", "17:00"), kind="museum", **point))
        else:
            places.append(factories.make_village(**point))
    return places


def make_experience(place, minutes=40, **values):
    """Something to try at a place."""
    relation = "village" if place.section == "villages" else "centre"
    values.setdefault("name", {"vi": "Tự tay vuốt gốm", "en": "Throw a pot"})
    return Experience.objects.create(minutes=minutes, **{relation: place}, **values)


def p_of(*places):
    """The stops of a link."""
    return "1" + "".join(place.code for place in places)
