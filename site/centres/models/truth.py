"""What visitors found at the door, by centre and day. No cookie, no address, no hour, nothing about the visitor."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from centres.models.records import Centre


class DoorCount(models.Model):
    """How many visitors found one centre open, closed, or not at all, on one day of the centre's own calendar."""

    centre = models.ForeignKey(Centre, on_delete=models.CASCADE, related_name="door_counts", verbose_name=_("centre"))
    day = models.DateField(_("day"), db_index=True)
    open = models.PositiveIntegerField(_("found open"), default=0)
    closed = models.PositiveIntegerField(_("found closed"), default=0)
    not_found = models.PositiveIntegerField(_("not found"), default=0)

    class Meta:
        verbose_name = _("door of a day")
        verbose_name_plural = _("doors by day")
        ordering = ["-day", "centre_id"]
        constraints = [models.UniqueConstraint(fields=["centre", "day"], name="one_door_count_per_centre_and_day")]

    def __str__(self) -> str:
        return f"{self.centre_id} {self.day}: {self.open}/{self.closed}/{self.not_found}"
