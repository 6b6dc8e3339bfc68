"""Keeping the index and the translation state right whenever words, names or privacy change."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save, pre_delete, pre_save
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published, page_slug_changed, page_unpublished
from wagtail_localize.models import Translation

from core import body_pictures, indexing, photographs
from core.models import CreditedImage, NarrativePage, SavedRecord, WordsPage
from core.search import vocabulary

# Columns whose words other records' index entries repeat.
REPEATED = ("name", "former_unit", "merged_from")


def connect() -> None:
    """Connect every handler, once."""
    page_published.connect(on_published, dispatch_uid="core.on_published")
    page_unpublished.connect(on_narrative_changed, dispatch_uid="core.on_unpublished")
    page_slug_changed.connect(on_narrative_changed, dispatch_uid="core.on_slug_changed")
    post_delete.connect(on_deleted, dispatch_uid="core.on_deleted")
    for signal in (post_save, post_delete):
        signal.connect(
            on_privacy_changed, sender=PageViewRestriction, dispatch_uid=f"core.on_privacy_changed.{id(signal)}"
        )
    pre_save.connect(before_saving, dispatch_uid="core.before_saving")
    post_save.connect(after_saving, dispatch_uid="core.after_saving")
    post_save.connect(on_page_saved, dispatch_uid="core.on_page_saved")
    pre_save.connect(before_saving_image, sender=CreditedImage, dispatch_uid="core.before_saving_image")
    post_save.connect(on_image_saved, sender=CreditedImage, dispatch_uid="core.on_image_saved")
    pre_delete.connect(on_image_deleted, sender=CreditedImage, dispatch_uid="core.on_image_deleted")


# --- pages -----------------------------------------------------------------------------------------------------------


def is_complete(page: Page) -> bool:
    """Tell whether every string of a page is translated; a page that is no translation is its own source."""
    found = Translation.objects.filter(
        source__object_id=page.translation_key, target_locale_id=page.locale_id, enabled=True
    )
    translation = found.exclude(source__locale_id=page.locale_id).first()
    if translation is None:
        return True
    total, translated = translation.get_progress()
    return bool(total == translated)


def on_published(instance: Page, **kwargs: Any) -> None:
    """Note whether the translation is complete, and index the record with its new words."""
    vocabulary.changed()
    if isinstance(instance, WordsPage):
        instance.complete = is_complete(instance)
        type(instance)._default_manager.filter(pk=instance.pk).update(complete=instance.complete)
    on_narrative_changed(instance)


def on_narrative_changed(instance: Page, **kwargs: Any) -> None:
    """Index the record of a narrative anew."""
    if isinstance(instance, NarrativePage) and instance.record_id:
        indexing.reindex([type(instance.record)._default_manager.get(pk=instance.record_id)])


def on_deleted(instance: Any, **kwargs: Any) -> None:
    """Index the record of a deleted narrative anew."""
    if isinstance(instance, NarrativePage):
        on_narrative_changed(instance)


def on_privacy_changed(instance: PageViewRestriction, **kwargs: Any) -> None:
    """Index the records of every narrative that just became private, or public."""
    page = Page.objects.filter(pk=instance.page_id).first()
    for narrative in page.get_descendants(inclusive=True).specific() if page else ():
        on_narrative_changed(narrative)


# --- records ---------------------------------------------------------------------------------------------------------


def before_saving(
    sender: type[Any], instance: Any, update_fields: Any = None, raw: bool = False, **kwargs: Any
) -> None:
    """Note whether a record's name changes, for `after_saving`."""
    if raw or not isinstance(instance, SavedRecord) or not instance.pk or update_fields is not None:
        return
    columns = [name for name in REPEATED if any(column.name == name for column in sender._meta.concrete_fields)]
    stored = sender._default_manager.filter(pk=instance.pk).values(*columns).first() if columns else None
    instance._renamed = bool(stored and any(stored[name] != getattr(instance, name) for name in columns))


def after_saving(sender: type[Any], instance: Any, **kwargs: Any) -> None:
    """After a renaming, index everything that shows the name anew, once the change is committed."""
    if isinstance(instance, SavedRecord) and instance.__dict__.pop("_renamed", False):
        transaction.on_commit(partial(indexing.reindex_dependants, instance))


# --- pictures --------------------------------------------------------------------------------------------------------


def on_page_saved(instance: Any, update_fields: Any = None, raw: bool = False, **kwargs: Any) -> None:
    """Make the files of the pictures in a page's body, so that reading it makes none."""
    if isinstance(instance, WordsPage) and update_fields is None and not raw:
        body_pictures.make(instance)


def before_saving_image(instance: CreditedImage, raw: bool = False, **kwargs: Any) -> None:
    """Note whether the picture's file is replaced, for `on_image_saved`."""
    if instance.pk and not raw:
        stored = CreditedImage.objects.filter(pk=instance.pk).values_list("file", flat=True).first()
        instance._replaced = stored is not None and stored != instance.file.name


def on_image_saved(instance: CreditedImage, created: bool, raw: bool = False, **kwargs: Any) -> None:
    """Bring everything that shows a picture in step with it, once the change is committed."""
    if not created and not raw:
        replaced = instance.__dict__.pop("_replaced", False)
        transaction.on_commit(partial(photographs.refresh, instance.pk, replaced))


def on_image_deleted(instance: CreditedImage, **kwargs: Any) -> None:
    """Give the motif back to everything that showed the picture."""
    photographs.forget(instance)
