"""A word to whoever deploys the site without e-mail."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Info, register


@register(deploy=True)
def check_that_centres_can_be_asked(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Say why no page offers “Ask this centre”."""
    if settings.ASK_CENTRES:
        return []
    return [
        Info(
            "The site can't send e-mail, so no centre's page offers “Ask this centre”.",
            hint="Set EMAIL_URL, and DEFAULT_FROM_EMAIL to an address that the mail server accepts.",
            id="centres.I001",
        )
    ]
