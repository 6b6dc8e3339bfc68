"""The house rules hold, and each one catches what it is there for."""

from __future__ import annotations

import pytest
from django.core.checks import run_checks

from core import checks, detail
from places.models import Province, Village, VillagePage
from products.models import Product
from stories.models import StoryPage


def ids(problems):
    return [problem.id for problem in problems]


def test_the_house_is_in_order():
    assert run_checks(tags=["house"]) == []


@pytest.mark.parametrize(
    ("model", "name", "value", "expected"),
    [
        (StoryPage, "template", "stories/nowhere.html", "core.E001"),
        (StoryPage, "search_fields", [], "core.E003"),
        (StoryPage, "translatable_fields", [], "core.E005"),
        (Village, "snippet_viewset", None, "core.E006"),
        (Village, "search_fields", [], "core.E007"),
        (Product, "system_fields", ("current_moons",), "core.E008"),
        (Product, "system_fields", (), "core.E011"),
        (Province, "section", "provinces", "core.E010"),
    ],
)
def test_a_broken_rule_is_named(model, name, value, expected, monkeypatch):
    monkeypatch.setattr(model, name, value, raising=False)
    problems = checks.page_problems if issubclass(model, StoryPage) else checks.record_problems
    assert expected in ids(problems(model))


def test_a_page_without_tree_rules_is_named(monkeypatch):
    monkeypatch.delattr(StoryPage, "subpage_types")
    assert "core.E002" in ids(checks.page_problems(StoryPage))


def test_a_record_without_a_page_is_named(monkeypatch):
    monkeypatch.delitem(detail._records, "places.Village")
    assert "core.E004" in ids(checks.page_problems(VillagePage))
    assert "core.E010" in ids(checks.record_problems(Village))
