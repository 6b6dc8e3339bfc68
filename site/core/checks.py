"""House rules as system checks: what every page type and every record type must have, so that nobody can forget it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.core.checks import CheckMessage, Error, register
from django.core.exceptions import FieldDoesNotExist
from django.template import TemplateDoesNotExist
from django.template.loader import get_template
from wagtail import hooks
from wagtail_localize.fields import get_translatable_fields

from core import detail
from core.labels import LabelField
from core.models import ListingPage, NarrativePage, Record, SavedRecord, SitePage
from core.viewsets import ScopedViewSet

# What Wagtail itself keeps out of translation, and what it translates or copies on its own.
_OUTSIDE_TRANSLATION = {"page_ptr", "complete"}


@register("house")
def check_house_rules(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Walk every page type and every record type."""
    hooks.search_for_hooks()
    found: list[CheckMessage] = []
    for model in apps.get_models():
        if issubclass(model, SitePage):
            found.extend(page_problems(model))
        elif issubclass(model, SavedRecord):
            found.extend(record_problems(model))
    return found


# --- pages -----------------------------------------------------------------------------------------------------------


def page_problems(model: Any) -> Iterator[CheckMessage]:
    """Return what a page type lacks."""
    yield from _template_problems(model)
    for rule in ("parent_page_types", "subpage_types"):
        if not any(rule in vars(base) for base in model.__mro__ if not base.__module__.startswith("wagtail.")):
            yield Error(f"{model.__name__} has no {rule}.", hint="Say where it may stand.", obj=model, id="core.E002")
    if "search_body" not in {field.field_name for field in model.get_search_fields()}:
        yield Error("It isn't found by its words.", hint="Keep SitePage.search_fields.", obj=model, id="core.E003")
    yield from _translation_problems(model)


def _template_problems(model: Any) -> Iterator[CheckMessage]:
    if issubclass(model, NarrativePage):
        label = model._meta.get_field("record").related_model._meta.label
        name = detail.registered_records().get(label)
    elif issubclass(model, ListingPage):
        name = detail.registered_listings().get(model._meta.label)
    else:
        name = model.template
    if name is None:
        yield Error("It has no page.", hint="Register it in apps.ready() with core.detail.", obj=model, id="core.E004")
    elif not _exists(name):
        yield Error(f"The template {name} is missing.", obj=model, id="core.E001")


def _exists(template: str) -> bool:
    try:
        get_template(template)
    except TemplateDoesNotExist:
        return False
    return True


def _translation_problems(model: Any) -> Iterator[CheckMessage]:
    """Each column of our own is either translated or kept in step; a column that is neither goes stale in silence."""
    known = {field.field_name for field in get_translatable_fields(model)}
    for field in model._meta.concrete_fields:
        ours = field.model._meta.app_label != "wagtailcore" and field.editable
        if ours and field.name not in known | _OUTSIDE_TRANSLATION:
            yield Error(
                f"The column {field.name} is neither translated nor synchronised.",
                hint="Add it to override_translatable_fields.",
                obj=model,
                id="core.E005",
            )


# --- records ---------------------------------------------------------------------------------------------------------


def record_problems(model: Any) -> Iterator[CheckMessage]:
    """Return what a record type lacks."""
    if not isinstance(getattr(model, "snippet_viewset", None), ScopedViewSet):
        yield Error(
            "It has no admin screens that ask for permission.",
            hint="Register a core.viewsets.ScopedViewSet in wagtail_hooks.",
            obj=model,
            id="core.E006",
        )
    if "title" not in {field.field_name for field in model.get_search_fields()}:
        yield Error("It isn't found by its name.", hint="Keep SavedRecord.search_fields.", obj=model, id="core.E007")
    for name in model.system_fields:
        if not _has_column(model, name):
            yield Error(f"system_fields names {name}, which is no column.", obj=model, id="core.E008")
    if issubclass(model, Record):
        yield from _named_record_problems(model)


def _has_column(model: Any, name: str) -> bool:
    try:
        model._meta.get_field(name)
    except FieldDoesNotExist:
        return False
    return True


def _named_record_problems(model: Any) -> Iterator[CheckMessage]:
    if not isinstance(model._meta.get_field("name"), LabelField):
        yield Error("Its name has one language only.", hint="Use core.labels.LabelField.", obj=model, id="core.E009")
    name = detail.registered_records().get(model._meta.label)
    if model.section and name is None:
        yield Error("It has an address but no page.", hint="core.detail.register_record", obj=model, id="core.E010")
    elif model.section and not _exists(str(name)):
        yield Error(f"The template {name} is missing.", obj=model, id="core.E001")
    unfrozen = {"slug", "code", "first_live_at"} - set(model.system_fields)
    if unfrozen:
        yield Error(
            f"An older revision could bring back {', '.join(sorted(unfrozen))}.",
            hint="Extend Record.system_fields.",
            obj=model,
            id="core.E011",
        )
