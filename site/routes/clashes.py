"""What an order of stops can't keep: whole sentences with both times."""

from __future__ import annotations

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from routes.planner.problem import Closed, ClosedBy
from routes.planner.schedule import Clash, Conflict
from routes.wording import Clock, minute_words


def clash_words(conflict: Conflict, clock: Clock = minute_words) -> str:
    """Say what is wrong with a visit or a day of a fixed order. `clock` writes its minutes."""
    words = {"at": clock(conflict.at), "limit": "" if conflict.limit is None else clock(conflict.limit)}
    if conflict.kind is Clash.CLOSED_THAT_DAY:
        return closed_words(conflict.closed) if conflict.closed else _("Closed on this day.")
    if conflict.kind is Clash.ARRIVES_AFTER_CLOSING:
        return _("You arrive at %(at)s, but it closes at %(limit)s.") % words
    if conflict.kind is Clash.LEAVES_AFTER_CLOSING:
        return _("Your visit lasts until %(at)s, but it closes at %(limit)s.") % words
    if conflict.kind is Clash.BACK_TOO_LATE:
        return _("The day ends at %(at)s, later than the %(limit)s you wanted.") % words
    return _("There is no time for lunch before %(limit)s.") % words if words["limit"] else _("No time for lunch.")


def closed_words(closed: Closed) -> str:
    """Say what shuts a stop on a day."""
    if closed.by is ClosedBy.NOTICE:
        if closed.until is None:
            return _("Closed until further notice.")
        return _("Closed until the end of %(date)s.") % {"date": date_format(closed.until, "DATE_FORMAT")}
    return (
        _("Closed on this date, as an exception.") if closed.by is ClosedBy.SPECIAL_DAY else _("Closed on this day.")
    )
