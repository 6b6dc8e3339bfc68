"""With OpenSearch instead of our own index: the same calls answer, in its order and with our synonyms."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from tests.factories import make_story, make_village, site_tree

from core import search
from core.search import Query, all_types, correction, engine
from core.search.synonyms import Words
from places.models import Village

pytestmark = pytest.mark.django_db


@pytest.fixture
def opensearch(monkeypatch):
    """A search backend that knows whole words of titles and slugs, in the order of its own."""
    asked = []

    def found(words, model, operator):
        asked.append(words)
        records = model._default_manager.order_by("-pk")
        return [record for record in records if all(word in record.slug for word in words.split())]

    for module in (engine, all_types, correction):
        monkeypatch.setattr(module, "own_index", lambda: False)
    monkeypatch.setattr(engine, "get_search_backend", lambda: SimpleNamespace(search=found))
    return asked


def test_one_model_is_searched_in_the_order_of_the_backend(opensearch):
    first, second = make_village({"vi": "Làng gốm Bát Tràng"}), make_village({"vi": "Bát Tràng mới"})
    assert search.search(Village, "bát tràng").ids == [second.pk, first.pk]
    assert list(search.ranked(Village.objects.all(), "bat trang")[:1]) == [second]
    assert search.filter_queryset(Village.objects.all(), "bat trang").count() == 2
    assert opensearch[0] == "bat trang"


def test_synonyms_are_asked_for_as_well(opensearch):
    hat = make_village({"vi": "Nón"}, slug="non-la")
    asked = Query("hat", ("hat",), ("hat",), (Words.of("non la"),))
    assert search.search(Village, asked).ids == [hat.pk]
    assert opensearch == ["hat", "non la"]


def test_all_types_at_once(opensearch):
    site_tree()
    villages = [make_village({"vi": f"Bát Tràng {number}"}) for number in range(3)]
    make_village({"vi": "Bát Tràng ẩn"}, live=False)
    make_story("en", "Bat Trang at night")
    found = search.overview(Query.parse("bat trang"), 2)
    kind = search.searchable("villages")
    assert found.count(kind, "vi") == 3
    assert [hit.key for hit in found.of(kind, "vi")] == [villages[2].pk, villages[1].pk]
    assert found.count(search.searchable("stories"), "en") == 1
    assert found.count(search.searchable("stories"), "vi") == 0
    assert search.did_you_mean("bat trnag") == "bát tràng"
