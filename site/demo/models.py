"""What the loader remembers, so that it never overwrites what a person changed or brings back what one deleted."""

from __future__ import annotations

from django.db import models


class LoadedRow(models.Model):
    """One loaded thing: where it is, and the values last written. No values: a person's own, left untouched."""

    model_label = models.CharField(max_length=80)
    key = models.CharField(max_length=250)
    object_id = models.PositiveBigIntegerField()
    values = models.JSONField(default=dict)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["model_label", "key"], name="one_memory_per_loaded_row")]

    def __str__(self) -> str:
        return f"{self.model_label} {self.key}"
