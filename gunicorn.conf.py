"""gunicorn's settings; it reads this file by itself when it is started in this folder (docs/operations.md)."""

from __future__ import annotations

import os
from typing import Any

bind = "127.0.0.1:8000"
workers = int(os.environ.get("WEB_CONCURRENCY", "").strip() or 1)
threads = 4
worker_tmp_dir = "/dev/shm" if os.path.isdir("/dev/shm") else None

# Path, never the query: it may hold where a reader stands (`near`) or what they look for; nor the referrer, which may
# be such an address.
access_log_format = '%(h)s %(t)s "%(m)s %(U)s %(H)s" %(s)s %(B)s %(M)sms "%(a)s"'


def on_starting(server: Any) -> None:
    """Refuse several processes without Redis: each would keep pages of its own (system check core.E020)."""
    if server.cfg.workers > 1 and not os.environ.get("REDIS_URL", "").strip():
        raise SystemExit("More than one web process needs REDIS_URL.")
