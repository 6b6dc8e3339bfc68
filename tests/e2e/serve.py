"""Serve the site with a held clock, an editor and a centre with a mailbox: `serve.py PORT NOW`. `Server` runs it."""

from __future__ import annotations

import sys
from datetime import datetime

import django
from django.core.servers.basehttp import run

EDITOR, PASSWORD = "an.nguyen", "a-very-long-road"


def add_editor() -> None:
    """Add the person of the tests: a register officer and editor, no superuser."""
    from django.contrib.auth import get_user_model

    from editorial.roles import EDITORS, REGISTER_OFFICERS, ensure_roles

    groups = [group for group in ensure_roles() if group.name in (EDITORS, REGISTER_OFFICERS)]
    get_user_model().objects.create_user(EDITOR, f"{EDITOR}@example.org", PASSWORD).groups.set(groups)


def add_mailbox() -> None:
    """Give one centre a mailbox that leads nowhere, so that it can be asked."""
    from centres.models import Centre

    Centre.objects.filter(slug="bat-trang-museum").update(email="museum@example.org")


def main(port: str, now: str) -> None:
    """Serve on 127.0.0.1 until stopped."""
    django.setup()
    from config.wsgi import application
    from core import clock

    add_editor()
    add_mailbox()
    with clock.frozen(datetime.fromisoformat(now)):
        run("127.0.0.1", int(port), application, threading=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
