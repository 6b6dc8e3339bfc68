"""The outermost middleware: an anonymous reader's page comes from the cache, with every header the others gave it."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from typing import TypeGuard

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.http import ConditionalGetMiddleware

from core import clock, freshness
from core.middleware import TextCompressionMiddleware
from core.page_cache import store
from core.page_cache.entry import REVALIDATE, Entry
from core.page_cache.question import Question, is_public

NOT_TO_BE_KEPT = {"private", "no-store", "no-cache"}
HARMLESS_VARY = {"", "accept-encoding", "accept-language"}  # both were hidden from whoever answered


class PageCacheMiddleware:
    """Answers anonymous GET and HEAD of the public site; everything else passes by unchanged.

    An answer is kept when it is a plain 200 without cookies, for everybody, to a query whose names it understands and
    whose values are none of the endlessly many that it ignores.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self.conditional = ConditionalGetMiddleware(get_response)
        self.compression = TextCompressionMiddleware(get_response)

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Return what is kept, or make the answer and keep it."""
        question = Question.of(request)
        if question is None:
            return self._pass_by(request)
        kept = store.active()
        version, entry = kept.read(question.key) if kept is not None else ("", None)
        if entry is not None and entry.version == version and clock.now().timestamp() < entry.until:
            return entry.answer(request)
        midnight = clock.midnight_after(clock.today())
        with freshness.collected(midnight, version) as notes, question.posed(request):
            response = self.get_response(request)
        if request.method != "GET" or notes.is_personal or not _is_for_everybody(response):
            return self._as_asked(request, response, notes)
        worth_keeping = question.names <= notes.names and not notes.is_malformed
        entry = Entry.of(response, version, notes.until if worth_keeping else clock.now())
        if kept is not None and worth_keeping:
            kept.write(question.key, entry)
        return entry.answer(request)

    def _pass_by(self, request: HttpRequest) -> HttpResponseBase:
        """Let somebody's own view of a public page be kept by nobody on the way."""
        response = self.get_response(request)
        if is_public(request.path):
            response.headers.setdefault("Cache-Control", f"private, {REVALIDATE}")
        return response

    def _as_asked(self, request: HttpRequest, response: HttpResponseBase, notes: freshness.Notes) -> HttpResponseBase:
        """Do for an answer that isn't for everybody what was hidden from the middleware within: 304, compression."""
        whose = "private, " if response.status_code == HTTPStatus.OK else ""
        response.headers.setdefault("Cache-Control", f"{whose}{REVALIDATE}")
        if notes.is_personal:
            response.headers["Cache-Control"] = "private, no-store"
        response = self.conditional.process_response(request, response)
        return self.compression.process_response(request, response)


def _is_for_everybody(response: HttpResponseBase) -> TypeGuard[HttpResponse]:
    """Tell whether anybody who asks the same may get the same answer."""
    if not isinstance(response, HttpResponse) or response.status_code != HTTPStatus.OK or response.cookies:
        return False
    return not _parts(response, "Cache-Control") & NOT_TO_BE_KEPT and _parts(response, "Vary") <= HARMLESS_VARY


def _parts(response: HttpResponseBase, header: str) -> set[str]:
    return {part.partition("=")[0].strip().lower() for part in response.headers.get(header, "").split(",")}
