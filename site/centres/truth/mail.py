"""A visitor's question as a message to the centre, in the language of its country."""

from __future__ import annotations

import logging
from smtplib import SMTPException
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from centres.models import Centre
from core import languages

log = logging.getLogger(__name__)


def can_be_asked(centre: Centre) -> bool:
    """Tell whether somebody would get the question: an editor entered an address, and the site can send mail."""
    return bool(centre.email and centre.live and settings.ASK_CENTRES)


def sent(centre: Centre, question: dict[str, Any], page_url: str) -> bool:
    """Send the question, so that answering it answers the visitor; tell whether the mail server took it."""
    message = message_of(centre, question, page_url, languages.active())
    try:
        return message.send() == 1
    except (SMTPException, OSError, ValueError):  # ValueError: an address that mail can't carry
        log.warning("A question to the centre %s was not sent.", centre.slug, exc_info=True)
        return False


def message_of(centre: Centre, question: dict[str, Any], page_url: str, read_in: str) -> EmailMessage:
    """Return the message; the visitor's own words stand in its body and nowhere else."""
    with override(centre.home_language):
        name = " ".join(centre.name_in(centre.home_language)[0].split())
        day = question["visit_on"]
        words = {
            "centre": name,
            "question": question,
            "visit_on": date_format(day, "DATE_FORMAT") if day else "",
            "read_in": languages.name(read_in),
            "page_url": page_url,
            "site": settings.WAGTAIL_SITE_NAME,
        }
        return EmailMessage(
            subject=_("A visitor asks: %(centre)s") % {"centre": name},
            body=render_to_string("centres/question_mail.txt", words),
            from_email=settings.DEFAULT_FROM_EMAIL,
            to=[centre.email],
            reply_to=[question["email"]],
        )
