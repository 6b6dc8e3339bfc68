"""One question to a server that may be down, slow, endless or lying: an answer in time or none. Pure: no Django."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any

import requests

MOST_BYTES = 4_000_000
CHUNK = 65_536


def ask(url: str, params: Mapping[str, str], body: Any, patience: float) -> object | None:
    """The JSON of the answer (a POST with a body, otherwise a GET); None unless all of it is here within `patience`.

    The time-outs of `requests` are for each read, and looking up a name has none: only another thread can be left.
    """
    answer: SimpleQueue[object | None] = SimpleQueue()
    until = time.monotonic() + patience
    Thread(target=lambda: answer.put(_answer(url, params, body, until)), daemon=True).start()
    try:
        return answer.get(timeout=max(0.0, patience))
    except Empty:
        return None


def _answer(url: str, params: Mapping[str, str], body: Any, until: float) -> object | None:
    try:
        return _read(url, params, body, until)
    except (requests.RequestException, OSError, ValueError, RecursionError):
        return None


def _read(url: str, params: Mapping[str, str], body: Any, until: float) -> object | None:
    options: dict[str, Any] = {
        "timeout": max(0.05, until - time.monotonic()),
        "stream": True,
        "allow_redirects": False,
    }
    asked = requests.get(url, params=params, **options) if body is None else requests.post(url, json=body, **options)
    content = b""
    with asked as response:
        if response.status_code != requests.codes.ok:
            return None
        for chunk in response.iter_content(CHUNK):
            content += chunk
            if len(content) > MOST_BYTES or time.monotonic() > until:
                return None
    found: object = json.loads(content)
    return found
