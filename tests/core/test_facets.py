"""Facets: exact counts from one query, values ignored and said so, chips and orders; the table in the documents."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests import facet_reference as reference
from tests.facet_reference import FORMS, combinations, query_of

from core.registry import models_by_section
from crafts.filters import CraftFilters
from products.filters import ProductFilters
from products.models import Product

FULL = os.environ.get("FULL") == "1"
COMBINATIONS = 300 if FULL else 6
DOCUMENT = Path(__file__).resolve().parents[2] / "docs/facets.md"
UNCOUNTED = {"q", "near", "open_on"}


def counted(section, chosen):
    """Return a form that has counted, and the keys that it leaves, in order."""
    form = FORMS[section](query_of(chosen))
    if section == "stories":
        form.count()
        return form, form.keys()
    model = models_by_section()[section]
    form.count(model.objects.live())
    return form, [record.pk for record in form.results(model.objects.live(), lambda rows: rows)[:1000]]


@pytest.mark.sampled(3)
@pytest.mark.parametrize("section", FORMS)
def test_counts_and_records_are_those_of_brute_force(reader, section):
    table = reference.rows(section)
    assert len(table) >= 5
    for chosen in combinations(table, section, COMBINATIONS):
        form, keys = counted(section, chosen)
        assert form.errors == {}, chosen
        assert sorted(keys) == sorted(reference.left(table, chosen)), chosen
        assert form.counts.total == len(keys), chosen
        for facet in form.facets:
            if facet.name not in UNCOUNTED:
                told = {option.value: option.count for option in facet.options if option.count}
                assert told == reference.counts(table, chosen, facet.name), (chosen, facet.name)
                assert {option.value for option in facet.options if option.chosen} == set(chosen.get(facet.name, ()))


@pytest.mark.sampled(3)
@pytest.mark.parametrize("section", FORMS)
def test_every_facet_of_a_listing_is_in_the_reference(reader, section):
    fields = set(FORMS[section].base_fields) - UNCOUNTED
    assert fields == set(next(iter(reference.rows(section).values())))


def test_all_counts_come_from_one_query(reader):
    form = ProductFilters(query_of({"stars": ["4"], "mark": ["gi"], "story": ["yes"], "province": ["tinh-1"]}))
    with CaptureQueriesContext(connection) as queries:
        form.count(Product.objects.live())
    assert len(queries) == 1


def test_values_that_are_not_offered_are_ignored_one_by_one_and_said_so(reader):
    form = ProductFilters(query_of({"province": ["tinh-1", "atlantis", "tinh-2"], "stars": ["9"], "near": ["x"]}))
    assert form.values["province"] == ["tinh-1", "tinh-2"]
    assert "stars" not in form.values
    assert {name: len(errors) for name, errors in form.errors.items()} == {"province": 1, "stars": 1, "near": 1}
    assert "atlantis" in str(form.errors["province"])
    facet = next(facet for facet in form.facets if facet.name == "stars")
    assert len(facet.errors) == 1


def test_a_chip_takes_away_just_its_value(reader):
    form = CraftFilters(query_of({"family": ["silk", "pottery"], "story": ["yes"], "sort": ["name"], "x": ["1"]}))
    assert form.querystring() == "family=pottery&family=silk&sort=name&story=yes"
    assert {(chip.label, chip.remove_url) for chip in form.chips()} == {
        ("Family: Silk", "?family=pottery&sort=name&story=yes"),
        ("Family: Pottery", "?family=silk&sort=name&story=yes"),
        ("With a story in my language", "?family=pottery&family=silk&sort=name"),
    }


def test_orders_on_offer_depend_on_what_is_asked(reader):
    def orders(**chosen):
        form = ProductFilters(query_of({name: [value] for name, value in chosen.items()}))
        return form.sort, [sort.value for sort in form.sort_links()]

    usual = ["name", "stars", "newest"]
    assert orders() == ("name", usual)
    assert orders(q="tea") == ("relevance", ["relevance", *usual])
    assert orders(near="21.03,105.85") == ("nearest", ["nearest", *usual])
    assert orders(q="tea", near="21.03,105.85", sort="stars") == ("stars", ["nearest", "relevance", *usual])
    assert orders(sort="nearest") == ("name", usual)
    assert CraftFilters(query_of({})).sort_links() == []


def test_a_date_and_a_time_may_come_as_two_values(reader):
    form = FORMS["centres"](query_of({"open_on": ["2027-02-06", "09:30"]}))
    assert form.querystring() == "open_on=2027-02-06T09%3A30"
    assert FORMS["centres"](query_of({"open_on": ["2027-02-06", ""]})).querystring() == "open_on=2027-02-06"
    assert "open_on" in FORMS["centres"](query_of({"open_on": ["2027-02-06T09:00+07:00"]})).errors


def tables():
    """Return the tables of the document: name → the listings that have it."""
    found: list[dict[str, set[str]]] = []
    listings: list[str] = []
    for line in DOCUMENT.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if cells[0] in ("Name", "Order"):
            listings = [cell.split(",")[0] for cell in cells[1:]]
            found.append({})
        elif match := re.match(r"`(\w+)`", cells[0]):
            found[-1][match[1]] = {name for name, cell in zip(listings, cells[1:], strict=True) if cell == "✓"}
    return found


def test_the_tables_in_the_documents_are_those_of_the_code(reader):
    facets, orders = tables()
    for section, form in FORMS.items():
        assert {name for name, listings in facets.items() if section in listings} == set(form.base_fields), section
        asked = form(query_of({"q": ["x"], "near": ["21,105"]}))
        offered = set(asked.offered_sorts())
        assert {name for name, listings in orders.items() if section in listings} == offered, section
