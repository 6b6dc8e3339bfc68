"""A former name that comes or goes is a way to find a province and everything in it."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save

from core import indexing
from places.models import Province, ProvinceAlias


def connect() -> None:
    """Connect every handler, once."""
    post_save.connect(on_alias_changed, sender=ProvinceAlias, dispatch_uid="places.on_alias_saved")
    post_delete.connect(on_alias_changed, sender=ProvinceAlias, dispatch_uid="places.on_alias_deleted")


def on_alias_changed(instance: ProvinceAlias, **kwargs: Any) -> None:
    """Index the province and its records anew, once the change is committed."""
    transaction.on_commit(partial(_reindex, instance.province_id))


def _reindex(province_id: int) -> None:
    province = Province.objects.filter(pk=province_id).first()
    if province is not None:
        indexing.reindex([province])
        indexing.reindex_dependants(province)
