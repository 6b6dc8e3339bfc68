"""Taking the data set out again, with everything that hangs on it, and nothing else."""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Model, QuerySet
from wagtail.models import Page, ReferenceIndex
from wagtail.signal_handlers import disable_reference_index_auto_update

from centres.models import Centre, CentrePage, Experience, OpeningPeriod, SpecialDay, Stock
from core import indexing, search
from core.models import ShortCode
from demo.scale.sizes import PREFIX
from places.models import Notice, Village, VillagePage
from products.models import Producer, Product, ProductPage, QualityMark, Recognition
from routes.models import Route, RoutePage, RouteStop
from stories.models import StoryPage, StorySubject

BATCH = 500
PAGES: tuple[Any, ...] = (StoryPage, RoutePage, CentrePage, ProductPage, VillagePage)
# What hangs on the records, each after what points at it; deleted first, without a signal for each row.
HANGING: tuple[tuple[Any, str], ...] = (
    (Stock, "centre"), (Stock, "product"), (Recognition, "product"), (QualityMark, "product"),
    (OpeningPeriod, "centre"), (SpecialDay, "centre"), (RouteStop, "route"),
    (Experience, "centre"), (Experience, "village"), (Notice, "centre"), (Notice, "village"),
)  # fmt: skip
RECORDS: tuple[Any, ...] = (Route, Product, Centre, Producer, Village)


def remove() -> int:
    """Delete everything generated; return how many records and pages there were.

    Raise `ProtectedError` when other content points at a generated record; then nothing is deleted.
    """
    with indexing.held(), disable_reference_index_auto_update(), transaction.atomic():
        count = sum(_remove_pages(model) for model in PAGES)
        for model, owner in HANGING:
            _remove_rows(model.objects.filter(**{f"{owner}__slug__startswith": PREFIX}))
        count += sum(_remove_records(model) for model in RECORDS)
        ShortCode.objects.filter(slug__startswith=PREFIX).delete()
    return count


def _keys(rows: QuerySet[Any]) -> list[Any]:
    return list(rows.order_by("pk").values_list("pk", flat=True))


def _remove_pages(model: Any) -> int:
    """Delete pages through the tree, so that their parents count right."""
    keys = _keys(model.objects.filter(slug__startswith=PREFIX))
    if model is StoryPage:
        StorySubject.objects.filter(page__slug__startswith=PREFIX).delete()
    Page.objects.filter(pk__in=keys).update(live=False)  # else each one would be unpublished first, by itself
    for start in range(0, len(keys), BATCH):
        Page.objects.filter(pk__in=keys[start : start + BATCH]).delete()
    _forget(model, Page, keys)
    return len(keys)


def _remove_records(model: Any) -> int:
    keys = _keys(model.objects.filter(slug__startswith=PREFIX))
    for start in range(0, len(keys), BATCH):
        model.objects.filter(pk__in=keys[start : start + BATCH]).delete()
    _forget(model, model, keys)
    return len(keys)


def _remove_rows(rows: QuerySet[Any]) -> None:
    keys = _keys(rows)
    for start in range(0, len(keys), BATCH):
        part = rows.model._base_manager.filter(pk__in=keys[start : start + BATCH])
        part._raw_delete(part.db)
    if hasattr(rows.model, "get_indexed_objects"):
        _forget(rows.model, rows.model, keys)


def _forget(model: type[Model], base: type[Model], keys: list[Any]) -> None:
    """Take deleted objects out of both indexes: nobody was told of their going."""
    search.remove(model, keys)
    kind = ContentType.objects.get_for_model(base)
    for start in range(0, len(keys), BATCH):
        part = [str(key) for key in keys[start : start + BATCH]]
        ReferenceIndex.objects.filter(base_content_type=kind, object_id__in=part).delete()
        ReferenceIndex.objects.filter(to_content_type=kind, to_object_id__in=part).delete()
