"""Telling the CDN that pages changed: one purge of everything, since every page may show what was written."""

from __future__ import annotations

import time
from threading import Lock, Thread

from django.conf import settings
from wagtail.contrib.frontend_cache.utils import get_backends

EVERYTHING = "/*"
PAUSE = 1.0  # seconds between two purges: a command that writes row by row doesn't send a thousand


class Purger:
    """Sends purges from a thread of its own, so that a CDN that doesn't answer holds up nobody who saves."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.thread: Thread | None = None
        self.asked_again = False

    def ask(self) -> None:
        """Purge at once; what comes while a purge or the pause after it lasts is purged together at its end."""
        with self.lock:
            if self.thread is not None:
                self.asked_again = True
                return
            self.thread = Thread(target=self._work)  # no daemon: a command ends when its last purge is sent
            self.thread.start()

    def _work(self) -> None:
        while True:
            purge_everything()
            time.sleep(PAUSE)
            with self.lock:
                if not self.asked_again:
                    self.thread = None
                    return
                self.asked_again = False


_PURGER = Purger()


def purge() -> None:
    """Have the CDN forget the site, when there is one."""
    if settings.CDN_PURGE_URL:
        _PURGER.ask()


def purge_everything() -> None:
    """Send the purge through Wagtail's backends, which log what fails; `/*` is for the CDN to understand."""
    for backend in get_backends().values():
        backend.purge(f"{settings.WAGTAILADMIN_BASE_URL.rstrip('/')}{EVERYTHING}")
