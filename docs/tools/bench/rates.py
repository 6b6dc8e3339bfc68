"""Requests per second from the page cache, against an empty view behind the same middleware: WSGI, in this process."""

from __future__ import annotations

import io
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import path
from docs.tools.bench.figures import Figure
from docs.tools.bench.measuring import now

from config import urls

REQUESTS, ROUNDS = 300, 7
EMPTY = "/bench-empty/"


def empty(request: HttpRequest) -> HttpResponse:
    """Answer nothing; its address is none that the page cache keeps."""
    return HttpResponse()


urlpatterns = [path(EMPTY.strip("/") + "/", empty), *urls.urlpatterns]
handler404, handler500 = getattr(urls, "handler404", None), getattr(urls, "handler500", None)


class Rates:
    """One WSGI application asked again and again."""

    def __init__(self) -> None:
        from django.core.handlers.wsgi import WSGIHandler

        self.application = WSGIHandler()

    def ask(self, address: str) -> int:
        """Ask once, as a server does; return the status."""
        where, _, query = address.partition("?")
        status: list[str] = []
        environment: dict[str, Any] = {
            "REQUEST_METHOD": "GET", "PATH_INFO": where, "QUERY_STRING": query, "SCRIPT_NAME": "",
            "SERVER_NAME": "localhost", "SERVER_PORT": "80", "SERVER_PROTOCOL": "HTTP/1.1", "HTTP_HOST": "localhost",
            "HTTP_ACCEPT_ENCODING": "gzip", "HTTP_ACCEPT_LANGUAGE": "vi", "REMOTE_ADDR": "127.0.0.1",
            "wsgi.url_scheme": "http", "wsgi.input": io.BytesIO(), "wsgi.errors": io.StringIO(),
            "wsgi.version": (1, 0), "wsgi.multithread": False, "wsgi.multiprocess": False, "wsgi.run_once": False,
        }  # fmt: skip
        answer = self.application(environment, lambda line, headers, info=None: status.append(line))
        b"".join(answer)
        answer.close()
        return int(status[0].split()[0])

    def seconds(self, address: str) -> float:
        """Return how long `REQUESTS` requests take."""
        started = now()
        for _ in range(REQUESTS):
            self.ask(address)
        return now() - started


def from_the_cache(addresses: list[str]) -> list[Figure]:
    """Measure kept pages turn by turn with the empty view; the best of the rounds counts for both."""
    rates, figures = Rates(), []
    for address in addresses:
        statuses = {rates.ask(address), rates.ask(address), rates.ask(EMPTY)}
        pairs = [(rates.seconds(EMPTY), rates.seconds(address)) for _ in range(ROUNDS)] if statuses == {200} else []
        base = REQUESTS / min((pair[0] for pair in pairs), default=1.0)
        rate = REQUESTS / min((pair[1] for pair in pairs), default=float("inf"))
        more = {"per second": rate, "empty view": base, "ratio": rate / base}
        times = [pair[1] / REQUESTS * 1000 for pair in pairs]
        figures.append(Figure("from the cache", address, times, status=max(statuses), more=more))
    return figures
