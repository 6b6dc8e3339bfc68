"""Writing thousands of published pages at once: the tree, the specific rows, the first revisions.

`add_child` asks for some ten queries a page. Here the paths are counted on from the last child, the rows that every
page has are written in bulk, the specific rows one by one as Django's own deserialiser does (`save_base(raw=True)`).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import F, OuterRef, Subquery
from django.db.models.fields import CharField
from django.db.models.functions import Cast
from wagtail.models import Page, ReferenceIndex, Revision

from demo.scale.storing import BATCH

TREE_COLUMNS = [field for field in Page._meta.concrete_fields if not field.primary_key]


def add_children(parent: Page, pages: list[Any]) -> None:
    """Write the pages as published children of `parent`, behind those that it has."""
    if not pages:
        return
    parent = Page.objects.select_for_update().get(pk=parent.pk)
    last = parent.get_last_child()
    before = last._get_lastpos_in_path() if last else 0
    for number, page in enumerate(pages, before + 1):
        page.depth, page.numchild = parent.depth + 1, 0
        page.path = Page._get_path(parent.path + Page.alphabet[0] * Page.steplen, page.depth, number)
        page.url_path = f"{parent.url_path}{page.slug}/"
        page.content_type = ContentType.objects.get_for_model(type(page))
        page.draft_title, page.live, page.has_unpublished_changes = page.title, True, False
        page.last_published_at = page.first_published_at
        page.latest_revision_created_at = page.first_published_at
    rows = [Page(**{column.attname: getattr(page, column.attname) for column in TREE_COLUMNS}) for page in pages]
    for page, row in zip(pages, Page.objects.bulk_create(rows, batch_size=BATCH), strict=True):
        page.pk = page.id = row.pk
        page.save_base(raw=True, force_insert=True)
    Page.objects.filter(pk=parent.pk).update(numchild=F("numchild") + len(pages))


def add_history(pages: Iterable[Any]) -> None:
    """Give each page its first revision, and note what it refers to. After its child rows are written."""
    pages, base = list(pages), ContentType.objects.get_for_model(Page)
    Revision.objects.bulk_create(
        [
            Revision(
                content_type=page.content_type,
                base_content_type=base,
                object_id=str(page.pk),
                object_str=str(page),
                created_at=page.first_published_at,
                content=page.serializable_data(),
            )
            for page in pages
        ],
        batch_size=BATCH,
    )
    own = Revision.objects.filter(base_content_type=base, object_id=Cast(OuterRef("pk"), CharField()))
    newest = Subquery(own.order_by("-pk").values("pk")[:1])
    keys = [page.pk for page in pages]
    for start in range(0, len(keys), BATCH):
        rows = Page.objects.filter(pk__in=keys[start : start + BATCH])
        rows.update(latest_revision=newest, live_revision=newest)
    for page in pages:
        ReferenceIndex.create_or_update_for_object(page)
