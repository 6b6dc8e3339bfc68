"""The site in a process of its own, on a copy of the test database, with the clock held."""

from __future__ import annotations

import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60  # seconds until the server answers


def copied(database: Path, media: Path, folder: Path) -> None:
    """Copy a database into `folder`, and link its media: what a browser writes stays out of other tests."""
    with closing(sqlite3.connect(database)) as original, closing(sqlite3.connect(folder / "db.sqlite3")) as copy:
        original.backup(copy)
    (folder / "media").symlink_to(media)


class Server:
    """The development server on a free port; use it in a `with` statement."""

    def __init__(self, folder: Path, now: str) -> None:
        """Prepare to serve the database in `folder` at the instant `now` (ISO 8601)."""
        self.folder, self.now = folder, now
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"

    def __enter__(self) -> Server:
        """Start, and wait until the site answers."""
        environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "config.settings.dev",
            "DATABASE_URL": "",
            "VAR_DIR": str(self.folder),
            "PYTHONPATH": str(ROOT / "site"),
        }
        self.log = (self.folder / "server.log").open("wb")
        script = str(Path(__file__).with_name("serve.py"))
        self.process = subprocess.Popen(
            [sys.executable, script, str(self.port), self.now],
            cwd=ROOT, env=environment, stdout=self.log, stderr=subprocess.STDOUT,
        )  # fmt: skip
        self._wait()
        return self

    def __exit__(self, *_error: object) -> None:
        """Stop."""
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(timeout=10)
        self.log.close()

    def _wait(self) -> None:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and self.process.poll() is None:
            try:
                urlopen(f"{self.address}/robots.txt", timeout=5).close()
            except (URLError, TimeoutError, ConnectionError):
                time.sleep(0.2)
            else:
                return
        self.process.kill()
        pytest.fail(f"The server did not answer:\n{(self.folder / 'server.log').read_text()[-3000:]}")
