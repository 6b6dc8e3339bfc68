"""How far the hours of a centre can be trusted: who last confirmed them when, fading after 90 days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from centres.models import Centre
from core import clock

CONFIRM_EVERY = timedelta(days=90)  # hours confirmed longer ago count as unconfirmed


class Trust(StrEnum):
    """What is known of the hours: confirmed lately, only published or confirmed long ago, or not known at all."""

    CONFIRMED = "confirmed"
    UNCONFIRMED = "unconfirmed"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Confirmation:
    """The last confirmation, and the days since, by the centre's own calendar."""

    trust: Trust
    on: date | None = None
    days: int = 0

    @property
    def is_confirmed(self) -> bool:
        """Tell whether somebody confirmed the hours within `CONFIRM_EVERY`."""
        return self.trust is Trust.CONFIRMED

    @property
    def words(self) -> str:
        """Say how long ago the hours were confirmed, or that they weren't; empty when there are none."""
        if self.trust is Trust.UNKNOWN:
            return ""
        if self.trust is Trust.UNCONFIRMED:
            return _("Hours not confirmed")
        if self.days == 0:
            return _("Hours confirmed today")
        return ngettext(
            "Hours confirmed %(n)s day ago", "Hours confirmed %(n)s days ago", self.days
        ) % {"n": self.days}  # fmt: skip


def confirmation_of(centre: Centre) -> Confirmation:
    """Return what is known of the confirmation of a centre's hours; the answer holds till midnight there."""
    on, today = centre.hours_confirmed_on, clock.today(centre.zone)
    schedule = centre.schedule
    if not (schedule.periods or schedule.special_days or centre.hours_as_published):
        return Confirmation(Trust.UNKNOWN, on)
    if on is not None and on >= today - CONFIRM_EVERY:
        return Confirmation(Trust.CONFIRMED, on, max(0, (today - on).days))
    return Confirmation(Trust.UNCONFIRMED, on)


def unconfirmed_notice(centre: Centre, found: Confirmation) -> dict[str, str] | None:
    """Return what to tell a visitor while the hours are unconfirmed; None when they are confirmed."""
    if found.is_confirmed:
        return None
    if found.trust is Trust.UNKNOWN:
        text = _("Nobody has told us the opening hours yet.")
    elif found.on:
        text = _("Last confirmed on %(date)s: they may have changed.") % {"date": date_format(found.on, "DATE_FORMAT")}
    else:
        text = _("These are the hours as published; nobody has confirmed them yet.")
    if centre.phone:
        advice, url, link = _("Call before you travel:"), f"tel:{centre.phone}", centre.phone
    elif centre.website:
        advice, url, link = _("Ask before you travel:"), centre.website, _("the centre’s website")
    else:
        advice, url, link = _("Ask before you travel."), "", ""
    return {"title": _("Opening hours not confirmed"), "text": f"{text} {advice}", "url": url, "link_text": link}
