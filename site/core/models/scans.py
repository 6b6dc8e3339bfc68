"""How often each printed code was scanned, by day. No cookie, no address, nothing about the reader."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.models.codes import ShortCode


class ScanCount(models.Model):
    """The scans of one code on one day."""

    code = models.ForeignKey(ShortCode, on_delete=models.CASCADE, related_name="scans", verbose_name=_("short code"))
    day = models.DateField(_("day"), db_index=True)
    count = models.PositiveIntegerField(_("scans"), default=0)

    class Meta:
        verbose_name = _("scans of a day")
        verbose_name_plural = _("scans by day")
        ordering = ["-day", "code_id"]
        constraints = [models.UniqueConstraint(fields=["code", "day"], name="one_scan_count_per_code_and_day")]

    def __str__(self) -> str:
        return f"{self.code_id} {self.day}: {self.count}"
