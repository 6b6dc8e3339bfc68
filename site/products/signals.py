"""A recognition or a programme's rules that change bring the products' current stars up to date."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save

from products.current import refresh_current
from products.models import Programme, ProgrammePeriod, Recognition

BATCH = 500


def connect() -> None:
    """Connect every handler, once."""
    for signal, name in ((post_save, "saved"), (post_delete, "deleted")):
        signal.connect(on_recognition, sender=Recognition, dispatch_uid=f"products.recognition_{name}")
        signal.connect(on_rules, sender=ProgrammePeriod, dispatch_uid=f"products.period_{name}")
    post_save.connect(on_rules, sender=Programme, dispatch_uid="products.programme_saved")


def on_recognition(instance: Recognition, **kwargs: Any) -> None:
    """Bring the recognition's product up to date at once."""
    refresh_current([instance.product_id])


def on_rules(instance: Programme | ProgrammePeriod, **kwargs: Any) -> None:
    """Bring all recognitions of the programme up to date, once the change is committed."""
    programme_id = instance.programme_id if isinstance(instance, ProgrammePeriod) else instance.pk
    transaction.on_commit(partial(refresh_programme, programme_id))


def refresh_programme(programme_id: int) -> int:
    """Recompute how long every recognition of a programme holds, and its products' stars; return how many changed."""
    programme = Programme.objects.filter(pk=programme_id).prefetch_related("periods").first()
    changed: list[Recognition] = []
    for recognition in Recognition.objects.filter(programme_id=programme_id).iterator(BATCH) if programme else ():
        recognition.programme = programme
        before = recognition.valid_until
        recognition.derive()
        if recognition.valid_until != before:
            changed.append(recognition)
    Recognition.objects.bulk_update(changed, ["valid_until"], batch_size=BATCH)
    refresh_current(Recognition.objects.filter(programme_id=programme_id).values_list("product_id", flat=True))
    return len(changed)
