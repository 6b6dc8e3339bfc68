"""Every record type in the admin: each screen answers, and none ever writes half-typed facts."""

from __future__ import annotations

import re

import pytest
from django.contrib.auth.models import Permission
from django.template import engines
from django.urls import reverse
from tests import factories as make
from tests.admin_forms import form_of, url
from tests.architecture.records import MAKERS
from wagtail import hooks
from wagtail.search import index
from wagtail.snippets.models import get_snippet_models

from core import folding, permissions
from core.labels import Label
from core.models import SavedRecord
from core.record_views import ObjectScope

hooks.search_for_hooks()
RECORD_TYPES = sorted((m for m in get_snippet_models() if issubclass(m, SavedRecord)), key=lambda m: m._meta.label)
pytestmark = [pytest.mark.django_db, pytest.mark.sampled(12)]


@pytest.fixture
def editor(admin_client, monkeypatch):
    """A superuser in the admin, whose own templates print undefined names on purpose."""
    monkeypatch.setattr(engines["django"].engine, "string_if_invalid", "")
    return admin_client


@pytest.fixture
def tree():
    make.site_tree()


def facts(record):
    return {field.attname: getattr(record, field.attname) for field in record._meta.concrete_fields} | {
        relation.name: list(getattr(record, relation.get_accessor_name()).values())
        for relation in record._meta.related_objects
        if type(relation.field).__name__ == "ParentalKey"
    }


def unwritten(values):
    return {name: value for name, value in values.items() if name not in ("updated_at", "latest_revision_id")}


@pytest.fixture(params=[model._meta.label for model in RECORD_TYPES])
def record(request, editor):
    record = MAKERS[request.param]()
    return type(record)._default_manager.get(pk=record.pk)


def test_every_record_type_is_tested():
    assert {model._meta.label for model in RECORD_TYPES} == set(MAKERS)


def test_list_search_and_filters(editor, record):
    response = editor.get(url(record, "list"))
    assert response.status_code == 200
    assert url(record, "edit", record.pk) in response.content.decode()
    queries = ("?q=bat+trang", "?q=%22", "?q=%00", "?q=+", "?q=" + "x" * 500)
    for query in (*queries, "?ordering=nonsense", "?live=True&kind=zzz", "?p=99"):
        assert editor.get(url(record, "list") + query).status_code in (200, 404), query
    assert editor.get(url(record, "list_results") + "?q=a").status_code == 200


def test_add_form_has_no_autosave(editor, record):
    attrs, _data = form_of(editor.get(url(record, "add")))
    assert "w-autosave" not in attrs["data-controller"]


def test_edit_form_has_no_autosave_and_saves_unchanged(editor, record):
    before = unwritten(facts(record))
    attrs, data = form_of(editor.get(url(record, "edit", record.pk)))
    assert "w-autosave" not in attrs["data-controller"]
    response = editor.post(url(record, "edit", record.pk), data)
    assert response.status_code == 302, response.context["form"].errors
    assert unwritten(facts(type(record)._default_manager.get(pk=record.pk))) == before


def label_name(record):
    names = [field.attname for field in record._meta.concrete_fields]
    return next((name for name in names if isinstance(getattr(record, name), Label)), None)


def two_revisions(record):
    first = record.save_revision()
    name = label_name(record)
    if name:
        setattr(record, name, {"vi": "Tên khác", "en": "Another name"})
        record.save()
    return first, record.save_revision()


def test_history_compare_and_revert(editor, record):
    before = unwritten(facts(record))
    first, second = two_revisions(record)
    assert editor.get(url(record, "history", record.pk)).status_code == 200
    for pair in ((first.pk, second.pk), (second.pk, first.pk), ("earliest", "latest"), (first.pk, "live")):
        response = editor.get(url(record, "revisions_compare", record.pk, *pair))
        assert response.status_code == 200, pair
    if label_name(record):
        page = editor.get(url(record, "revisions_compare", record.pk, first.pk, second.pk)).content.decode()
        assert "en: " in page
        assert "LazyI18nString" not in page
    revert = url(record, "revisions_revert", record.pk, first.pk)
    _attrs, data = form_of(editor.get(revert))
    assert editor.post(revert, data).status_code == 302
    assert unwritten(facts(type(record)._default_manager.get(pk=record.pk))) == before
    assert editor.get(url(record, "revisions_view", record.pk, first.pk)).status_code == 200


def test_copy_is_a_new_record(editor, record):
    response = editor.get(url(record, "copy", record.pk))
    _attrs, data = form_of(response)
    answer = editor.post(url(record, "add"), data)
    assert answer.status_code in (200, 302)
    if answer.status_code == 200:
        assert answer.context["form"].errors, "only a value that must be unique may stop a copy"
    else:
        assert type(record)._default_manager.count() > 1
    assert unwritten(facts(type(record)._default_manager.get(pk=record.pk))) == unwritten(facts(record))


def test_preview_of_a_saved_record(editor, record):
    _attrs, data = form_of(editor.get(url(record, "edit", record.pk)))
    address = url(record, "preview_on_edit", record.pk)
    assert editor.post(address, data).json() == {"is_valid": True, "is_available": True}
    for mode in ("vi", "id"):
        response = editor.get(f"{address}?mode={mode}")
        assert response.status_code == 200
        assert f'<html lang="{mode}"' in response.content.decode()


def test_preview_while_creating(editor, record):
    _attrs, data = form_of(editor.get(url(record, "add")))
    address = url(record, "preview_on_add")
    for given in (data, {**data, **form_of(editor.get(url(record, "edit", record.pk)))[1], "slug": "new-one"}):
        assert editor.post(address, given).status_code == 200
        assert editor.get(address).status_code == 200


def test_preview_and_save_with_emptied_facts(editor, record):
    page = editor.get(url(record, "edit", record.pk))
    _attrs, data = form_of(page)
    address = url(record, "preview_on_edit", record.pk)
    required = [name for name, field in page.context["form"].fields.items() if field.required and name in data]
    nothing = {name: value if "FORMS" in name or name.endswith("-id") else [""] for name, value in data.items()}
    for given in ({**data, name: [""]} for name in required):
        assert editor.post(address, given).status_code == 200
        assert editor.get(address).status_code == 200
        assert editor.post(url(record, "edit", record.pk), given).status_code == 200
    assert editor.post(address, nothing).status_code == 200


def test_other_screens(editor, record):
    for name in ("usage", "inspect", "delete"):
        assert editor.get(url(record, name, record.pk)).status_code == 200, name
    chooser = type(record).snippet_viewset.chooser_viewset
    for name, args in (("choose", ()), ("choose_results", ()), ("chosen", (record.pk,))):
        address = reverse(chooser.get_url_name(name), args=args)
        assert editor.get(address, {"q": "bat trang"}).status_code == 200, name


def test_every_view_of_an_object_is_scoped():
    for model in RECORD_TYPES:
        patterns = model.snippet_viewset.get_urlpatterns()
        assert len(patterns) >= 14
        assert all(issubclass(pattern.callback.view_class, ObjectScope) for pattern in patterns)


class Nobody:
    """A rule that refuses every object."""

    def allows(self, user, action, obj):
        return False

    def narrow(self, user, action, queryset):
        return queryset.none()


def test_every_view_of_an_object_asks_for_permission(editor, monkeypatch, django_user_model):
    record = make.make_village("Bát Tràng")
    user = django_user_model.objects.create_user("officer", password="x", is_superuser=False)
    grant_everything(user)
    editor.force_login(user)
    first, second = two_revisions(record)
    screens = ("edit", "delete", "history", "usage", "inspect", "copy", "preview_on_edit")
    addresses = [url(record, name, record.pk) for name in screens]
    addresses += [url(record, "revisions_compare", record.pk, first.pk, second.pk)]
    addresses += [url(record, f"revisions_{name}", record.pk, first.pk) for name in ("revert", "view")]
    for address in addresses:
        assert editor.get(address).status_code == 200, address
    monkeypatch.setattr(permissions, "_rules", {type(record)._meta.label: [Nobody()]})
    for address in addresses:
        assert editor.get(address).status_code in (302, 403), address
    listed = editor.get(url(record, "list"))
    assert listed.status_code == 200
    assert url(record, "edit", record.pk) not in listed.content.decode()


def grant_everything(user):
    user.user_permissions.set(Permission.objects.all())


def test_bulk_delete_asks_for_each_object(editor, monkeypatch, django_user_model):
    village = make.make_village()
    user = django_user_model.objects.create_user("officer", password="x")
    grant_everything(user)
    editor.force_login(user)
    monkeypatch.setattr(permissions, "_rules", {"places.Village": [Nobody()]})
    address = reverse("wagtail_bulk_action", args=("places", "village", "delete"))
    editor.post(f"{address}?id={village.pk}", {"confirm": "on"})
    assert type(village).objects.filter(pk=village.pk).exists()


def test_pages_keep_autosave(editor, tree):
    page = make.index_page("villages", "vi")
    attrs, _data = form_of(editor.get(reverse("wagtailadmin_pages:edit", args=(page.pk,))))
    assert "w-autosave" in attrs["data-controller"]


def test_text_of_unknown_languages_survives_a_save(editor):
    village = make.make_village({"vi": "Bát Tràng", "tlh": "batlh"})
    _attrs, data = form_of(editor.get(url(village, "edit", village.pk)))
    assert editor.post(url(village, "edit", village.pk), data).status_code == 302
    village.refresh_from_db()
    assert village.name.data == {"vi": "Bát Tràng", "tlh": "batlh"}


def test_an_emptied_slug_stays(editor):
    village = make.make_village("Bát Tràng")
    _attrs, data = form_of(editor.get(url(village, "edit", village.pk)))
    data.update({"slug": "", "name_0": "Tên mới"})
    assert editor.post(url(village, "edit", village.pk), data).status_code == 302
    village.refresh_from_db()
    assert village.slug == "bat-trang"


def test_search_without_accents(editor):
    village, other = make.make_village("Bát Tràng"), make.make_village("Vạn Phúc")
    for each in (village, other):
        index.insert_or_update_object(each)
    for query in ("bat trang", "Bát Tràng", "BAT", "bat tr"):
        found = editor.get(url(village, "list"), {"q": query}).content.decode()
        assert url(village, "edit", village.pk) in found, query
        assert url(other, "edit", other.pk) not in found, query


def test_every_record_type_is_searched_without_accents(editor, record):
    words = {label for name in ("name", "text") if isinstance(label := getattr(record, name, None), Label)}
    spoken = next(iter(next(iter(words)).data.values())) if words else str(record).split(" → ")[0].split(":")[0]
    index.insert_or_update_object(record)
    found = editor.get(url(record, "list"), {"q": folding.fold(spoken)}).content.decode()
    assert url(record, "edit", record.pk) in found, spoken
    assert url(record, "edit", record.pk) not in editor.get(url(record, "list"), {"q": "zzqqzz"}).content.decode()


def test_lists_have_columns_and_filters(editor):
    for model in RECORD_TYPES:
        viewset = model.snippet_viewset
        assert len(viewset.list_display) >= 4, model
        assert viewset.filterset_class or model._meta.label == "products.Programme", model  # two rows need no filter


def test_the_form_s_tabs_and_sortable_rows(editor):
    for label, tabs, rows in (("centres.Centre", 4, ["opening_periods"]), ("routes.Route", 3, ["stops"]),
                              ("crafts.Craft", 3, ["steps"]), ("products.Product", 3, [])):  # fmt: skip
        record = MAKERS[label]()
        page = editor.get(url(record, "edit", record.pk)).content.decode()
        assert len(set(re.findall(r'<a[^>]*id="tab-label-([\w-]+)"', page))) == tabs, label
        for name in rows:
            assert f"{name}-0-ORDER" in page


def test_a_point_outside_its_province_is_saved_with_a_warning(editor):
    province = make.make_province("Hà Nội", official_code="01")
    village = make.make_village("Bát Tràng", province=province, latitude=10.0, longitude=106.0)
    _attrs, data = form_of(editor.get(url(village, "edit", village.pk)))
    response = editor.post(url(village, "edit", village.pk), data, follow=True)
    assert response.status_code == 200
    assert any(message.level_tag == "warning" for message in response.context["messages"])
