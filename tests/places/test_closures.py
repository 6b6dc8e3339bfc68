"""What closes a village or a centre: one rule, with its words and its dates."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError
from django.utils.html import conditional_escape
from django.utils.translation import override
from tests.factories import make_centre, make_province, make_village

from centres.models import Centre
from core import clock
from core.labels import Label
from places.closures import (
    Closure,
    closed_now,
    closed_words,
    closure_note,
    closure_on,
    closure_words,
    closures_of,
    notices_ahead,
)
from places.models import Notice, Village

pytestmark = pytest.mark.django_db


def day(number):
    return date(2026, 11, number)


def notice(place, first=20, last=None, kind="closure", **values):
    owner = {"centre": place} if isinstance(place, Centre) else {"village": place}
    values.setdefault("text", {"en": "Roof works", "vi": "Sửa mái"})
    return Notice.objects.create(
        kind=kind, starts_on=day(first), ends_on=day(last) if last else None, **owner, **values
    )


def read(place):
    return type(place).objects.for_detail().get(pk=place.pk)


def test_a_villages_closure_counts_for_the_centres_in_it():
    village = make_village()
    centre, elsewhere = make_centre(village=village), make_centre()
    notice(village, 20, 25)
    notice(centre, 24, 26, text={"en": "Stocktaking"})
    found = closures_of(read(centre))
    assert {(str(one.text), one.of_village) for one in found} == {("Sửa mái", True), ("Stocktaking", False)}
    assert [one.of_village for one in closures_of(read(village))] == [False]
    assert closures_of(read(elsewhere)) == ()


def test_only_live_closures_count():
    centre = make_centre()
    notice(centre, kind="warning")
    notice(centre, live=False)
    assert closures_of(read(centre)) == ()
    assert closure_on(read(centre), day(24)) is None


@pytest.mark.parametrize(
    ("closures", "on", "ends"),
    [
        ([(20, 25)], 19, "open"),
        ([(20, 25)], 20, 25),
        ([(20, 25)], 25, 25),
        ([(20, 25)], 26, "open"),
        ([(20, None)], 28, None),
        ([(20, 25), (22, 27)], 24, 27),
        ([(20, 25), (26, 28)], 24, 28),
        ([(20, 25), (27, 28)], 24, 25),
        ([(26, 28), (20, 25), (29, None)], 21, None),
        ([(20, 28), (22, 24)], 23, 28),
    ],
)
def test_what_holds_on_a_day_and_until_when(closures, on, ends):
    centre = make_centre()
    for first, last in closures:
        notice(centre, first, last)
    found = closure_on(read(centre), day(on))
    assert ("open" if found is None else found.ends_on) == (day(ends) if isinstance(ends, int) else ends)


@pytest.mark.parametrize(
    ("ends", "today", "words"),
    [
        (None, 24, "Closed until further notice"),
        (25, 24, "Closed until the end of 25 November 2026"),
        (25, 25, "Closed today"),
        (25, None, "Closed until the end of 25 November 2026"),
    ],
)
def test_words(ends, today, words):
    closure = Closure(day(20), day(ends) if ends else None)
    with override("en"):
        assert closure_words(closure, day(today) if today else None) == words


def test_a_closure_begins_by_the_places_own_calendar():
    village = make_village(province=make_province(timezone="Asia/Jayapura"))
    notice(village, 24, 24)
    with override("en"):
        for hour, words in ((14, ""), (15, "Closed today")):  # 23:00 and midnight there
            with clock.frozen(datetime(2026, 11, 23, hour, 30, tzinfo=UTC)):
                assert closed_words(read(village)) == words


def test_a_card_knows_the_days_by_a_column(django_assert_num_queries, frozen_now):
    village = make_village()
    centre, lone, open_one = make_centre(village=village), make_centre(), make_village()
    notice(village, 20, 25)  # today is 22 November 2026
    notice(centre, 26, None)
    notice(lone, 1, 3)
    notice(lone, 22, 22)
    notice(lone, 22, None, live=False)
    notice(open_one, 22, None, "warning")
    for place, ends in ((village, day(25)), (centre, None), (lone, day(22)), (open_one, "open")):
        with django_assert_num_queries(1):
            card = type(place).objects.for_cards().get(pk=place.pk)
            found = closed_now(card)
        assert ("open" if found is None else found.ends_on) == ends
        assert set(closures_of(card)) == {replace(one, of_village=False) for one in closures_of(read(place))}


def test_a_note_marks_the_language_of_the_reason():
    closure = Closure(day(20), None, Label({"en": "Roof <works>"}))
    with override("en"):
        assert closure_note(closure) == "Closed until further notice: Roof <works>"
        assert "lang=" not in conditional_escape(closure_note(closure))
        assert closure_note(Closure(day(20), None)) == "Closed until further notice"
    with override("vi"):
        assert '<span lang="en">Roof &lt;works&gt;</span>' in conditional_escape(closure_note(closure))


def test_where_notices_were_not_read_nothing_is_asked(django_assert_num_queries):
    village = make_village()
    centre = make_centre(village=village)
    notice(village)
    found = [Village.objects.get(pk=village.pk), Centre.objects.select_related("village").get(pk=centre.pk)]
    with django_assert_num_queries(0):
        assert [closed_words(place) for place in found] == ["", ""]


def test_notices_that_are_not_over_stand_on_the_page(frozen_now):
    village = make_village("Bát Tràng")
    centre = read(make_centre(village=village))  # today is 22 November 2026
    for first, last in ((1, 21), (28, 30), (22, 22)):
        notice(centre, first, last)
    for first, last in ((20, None), (27, 27)):
        notice(village, first, last, "warning")
    with override("en"):
        found = notices_ahead(read(centre))
    assert [(one["kind"], one["in_force"], one["dates"], one["village"] is not None) for one in found] == [
        ("warning", True, "until further notice", True),
        ("closure", True, "today only", False),
        ("warning", False, "only on 27 November 2026", True),
        ("closure", False, "from 28 November 2026 until the end of 30 November 2026", False),
    ]
    assert notices_ahead(make_village()) == []
    assert notices_ahead(Village(name={"vi": "Mới"})) == []


@pytest.mark.parametrize(
    ("values", "fields"),
    [
        ({}, {"village", "centre"}),
        ({"starts_on": day(20), "ends_on": day(19)}, {"ends_on"}),
    ],
)
def test_what_is_wrong_with_a_notice_names_its_field(values, fields):
    place = {"village": make_village()} if values else {}
    values = {"kind": "closure", "text": {"en": "Works"}, "starts_on": day(20), **place, **values}
    with pytest.raises(ValidationError) as caught:
        Notice(**values).full_clean()
    assert set(caught.value.message_dict) - {"__all__"} == fields
