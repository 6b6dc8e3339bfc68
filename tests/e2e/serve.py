"""Serve the site with a held clock: `serve.py PORT NOW`. Run by `server.Server`."""

from __future__ import annotations

import sys
from datetime import datetime

import django
from django.core.servers.basehttp import run


def main(port: str, now: str) -> None:
    """Serve on 127.0.0.1 until stopped."""
    django.setup()
    from config.wsgi import application
    from core import clock

    with clock.frozen(datetime.fromisoformat(now)):
        run("127.0.0.1", int(port), application, threading=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
