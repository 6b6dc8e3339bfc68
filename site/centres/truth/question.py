"""The question at the door, wherever it is asked: on the centre's page, and at the stops of a plan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from centres.models import Centre
from centres.truth.counting import first_day
from core import clock, freshness


@dataclass(frozen=True)
class Question:
    """What `templates/components/was_it_open.html` shows. `day`: ISO 8601, empty for today at the centre."""

    key: str
    url: str
    title: str
    text: str = ""
    day: str = ""


def question_of(centre: Centre) -> Question | None:
    """Return the question about today; None for a centre that isn't public. The same words at any time of any day."""
    if not centre.pk or not centre.live:
        return None
    text = _("Have you been here today? Tell the next visitor. We count the answer and keep nothing about you.")
    return Question(centre.slug, address(centre), _("Was it open?"), text)


def asked_after(centre: Centre, planned: datetime) -> Question | None:
    """Return the question about a planned visit (an aware instant) once its time has come; None before, and later."""
    if not centre.live:
        return None
    if clock.now() < planned:
        freshness.until(planned)
        return None
    day = planned.astimezone(ZoneInfo(centre.zone)).date()
    if day < first_day(clock.today(centre.zone)):
        return None
    return about(centre, day)


def about(centre: Centre, day: date) -> Question:
    """Return the question about one day."""
    words = {"centre": centre.shown_name, "date": date_format(day, "DATE_FORMAT")}
    title = _("%(centre)s on %(date)s: was it open?") % words
    return Question(f"{centre.slug}-{day.isoformat()}", address(centre), title, day=day.isoformat())


def address(centre: Centre) -> str:
    """Return where the answer goes, in the reader's language."""
    return reverse("was_it_open", args=[centre.slug])
