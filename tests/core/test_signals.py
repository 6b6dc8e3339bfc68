"""What follows by itself: the index follows words and names, completeness follows the translation."""

from __future__ import annotations

import pytest
from django.conf import settings
from tests import factories as make
from wagtail.models import PageViewRestriction
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from core import indexing
from core.search import search
from crafts.models import Craft
from places.models import ProvinceAlias, Village
from products.models import Producer, Product
from routes.models import Route

pytestmark = pytest.mark.django_db


def found(text, model=Village):
    return set(model.objects.filter(pk__in=search(model, text).ids).values_list("slug", flat=True))


@pytest.fixture
def village():
    make.site_tree()
    return make.make_village("Làng Thử")


def test_a_record_is_found_by_its_narrative_while_that_is_live(village):
    page = make.narrative(village, "vi", introduction="Ở đây có tò he.")
    page.save_revision().publish()
    assert found("to he") == {village.slug}
    page.unpublish()
    assert found("to he") == set()
    page.save_revision().publish()
    assert found("to he") == {village.slug}
    page.delete()
    assert found("to he") == set()


def test_not_while_it_is_private(village):
    page = make.narrative(village, "vi", introduction="Ở đây có tò he.")
    page.save_revision().publish()
    restriction = PageViewRestriction.objects.create(page=page.get_parent(), restriction_type="login")
    assert found("to he") == set()
    restriction.delete()
    assert found("to he") == {village.slug}


def test_a_renamed_village_is_found_everywhere_it_is_named(village, django_capture_on_commit_callbacks):
    product, route = make.make_product(village=village), make.make_route(places=[village])
    with django_capture_on_commit_callbacks(execute=True):
        village.name = {"vi": "Làng Tò He"}
        village.save()
    assert found("to he", Product) == {product.slug}
    assert found("to he", Route) == {route.slug}


def test_a_renamed_province_and_craft_too(village, django_capture_on_commit_callbacks):
    craft = make.make_craft()
    village.crafts.set([craft])
    village.save()
    with django_capture_on_commit_callbacks(execute=True):
        village.province.name = {"vi": "Tỉnh Mới Tinh"}
        village.province.save()
        craft.name = {"vi": "Nặn bột"}
        craft.save()
    assert found("moi tinh") == {village.slug}
    assert found("nan bot") == {village.slug}
    assert found("nan bot", Craft) == {craft.slug}


def test_a_former_name_leads_to_the_provinces_records(village, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        alias = ProvinceAlias.objects.create(name="Hà Đông Cũ", province=village.province, kind="variant")
    assert found("ha dong cu") == {village.slug}
    with django_capture_on_commit_callbacks(execute=True):
        alias.delete()
    assert found("ha dong cu") == set()


def test_a_save_without_a_new_name_indexes_nothing_else(village, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as callbacks:
        village.commune = "Xã khác"
        village.save()
    assert callbacks == []


def test_nothing_is_indexed_while_held(village):
    with indexing.held():
        make.make_producer("Tổ hợp Im Lặng")
    assert found("im lang", Producer) == set()
    indexing.reindex_models()
    assert len(found("im lang", Producer)) == 1


def test_completeness_follows_the_translation(village):
    page = make.narrative(village, settings.LANGUAGE_CODE, introduction="Tò he.")
    page.save_revision().publish()
    source, _created = TranslationSource.update_or_create_from_instance(page)
    locale = make.index_page("villages", "en").locale
    translation = Translation.objects.create(source=source, target_locale=locale)
    twin = source.create_or_update_translation(locale, publish=False, fallback=True)[0]
    twin.get_latest_revision().publish()
    assert not type(page).objects.get(locale=locale).complete
    for segment in source.stringsegment_set.all():
        StringTranslation.objects.create(
            translation_of=segment.string,
            locale=locale,
            context=segment.context,
            data="Words",
            translation_type="manual",
        )
    translation.save_target(publish=False)
    type(page).objects.get(locale=locale).get_latest_revision().publish()
    assert type(page).objects.get(locale=locale).complete
    assert type(page).objects.get(pk=page.pk).complete
