"""Serve the site with a held clock and one editor: `serve.py PORT NOW`. Run by `server.Server`."""

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


def main(port: str, now: str) -> None:
    """Serve on 127.0.0.1 until stopped."""
    django.setup()
    from config.wsgi import application
    from core import clock

    add_editor()
    with clock.frozen(datetime.fromisoformat(now)):
        run("127.0.0.1", int(port), application, threading=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
