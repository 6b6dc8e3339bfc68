"""Where the answers to “Was it open?” go.

No CSRF token: it would need a cookie, and the page with the form is kept whole for everybody. What protects instead is
the browser's own word about where the request comes from (`origin`) and limits by connection and centre (`limits`).
Nobody is logged in here, no answer of one person can be changed by another, and the most that gets through is one more
in a count that a person in the department looks at.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from http import HTTPStatus

from django.db import Error as DjangoDatabaseError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from centres.models import Centre
from centres.truth import limits
from centres.truth.counting import Answer, add_one, day_of
from centres.truth.origin import is_from_here
from centres.truth.pages import length, page_context, public_centre
from centres.truth.question import question_of
from centres.truth.visitors import visitor

LARGEST = 2 * 1024  # bytes of a whole answer
ONLY_POST = "POST"


@dataclass(frozen=True)
class Outcome:
    """What became of an answer, in the reader's words. `ask_again`: the buttons are offered once more."""

    status: HTTPStatus
    title: str
    text: str
    ask_again: bool = True


@csrf_exempt
@never_cache
def was_it_open(request: HttpRequest, slug: str) -> HttpResponse:
    """Count a posted answer and say thank you; anything else is told in words what this address is for."""
    centre = public_centre(slug)
    outcome = _outcome(request, centre)
    if _wants_json(request):
        response: HttpResponse = JsonResponse({"title": outcome.title, "text": outcome.text}, status=outcome.status)
    else:
        context = {**page_context(request, centre), "outcome": outcome, "question": question_of(centre)}
        response = render(request, "centres/was_it_open.html", context, status=outcome.status)
    if outcome.status == HTTPStatus.METHOD_NOT_ALLOWED:
        response.headers["Allow"] = ONLY_POST
    if outcome.status == HTTPStatus.TOO_MANY_REQUESTS:
        response.headers["Retry-After"] = str(limits.MINUTE)
    return response


def _wants_json(request: HttpRequest) -> bool:
    """Tell whether static/js/was_it_open.js asks: it shows the words in place."""
    return request.get_preferred_type(["text/html", "application/json"]) == "application/json"


def _outcome(request: HttpRequest, centre: Centre) -> Outcome:
    """Check the answer from the cheapest to the dearest question, and count it."""
    if request.method != ONLY_POST:
        text = _("This address only takes answers. You can give one here.")
        return Outcome(HTTPStatus.METHOD_NOT_ALLOWED, _("Was it open?"), text)
    if not is_from_here(request):
        text = _("Your browser did not say that the answer comes from this site. Please give it on this page.")
        return Outcome(HTTPStatus.FORBIDDEN, _("Not counted"), text)
    if length(request) > LARGEST:
        return Outcome(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, _("Not counted"), _("That was more than an answer."))
    answer, day = request.POST.get("answer", ""), day_of(centre, request.POST.get("day", ""))
    if answer not in set(Answer):
        text = _("Answer: choose whether it was open, closed, or not to be found.")
        return Outcome(HTTPStatus.BAD_REQUEST, _("Not counted"), text)
    if day is None:
        text = _("Day: we count answers about today and the six days before it.")
        return Outcome(HTTPStatus.BAD_REQUEST, _("Not counted"), text)
    try:
        return _counted(visitor(request), centre, day, Answer(answer))
    except (DjangoDatabaseError, limits.CacheIsAway):
        text = _("The answer could not be written just now. Please try again in a minute.")
        return Outcome(HTTPStatus.SERVICE_UNAVAILABLE, _("Not counted"), text)


def _counted(connection: str, centre: Centre, day: date, answer: Answer) -> Outcome:
    """Count the answer unless it is one of too many. Raises `CacheIsAway`, and what the database raises."""
    door = (connection, centre.slug)
    if not limits.ANSWERS_AT_A_DOOR.allows(*door) or not limits.ANSWERS.allows(connection):
        text = _("Enough answers came from your connection today, so this one was not counted.")
        return Outcome(HTTPStatus.OK, _("Thank you"), text, ask_again=False)
    if not limits.ANSWERS_ABOUT_A_CENTRE.allows(centre.slug):
        limits.ANSWERS_AT_A_DOOR.give_back(*door)
        text = _("Many answers about this centre came at once, so this one was not counted. Try again in a minute.")
        return Outcome(HTTPStatus.TOO_MANY_REQUESTS, _("Not counted"), text)
    try:
        add_one(centre, day, answer)
    except DjangoDatabaseError:
        limits.ANSWERS_AT_A_DOOR.give_back(*door)
        raise
    return Outcome(HTTPStatus.OK, _("Thank you"), _thanks(answer), ask_again=False)


def _thanks(answer: Answer) -> str:
    """Say what the answer does."""
    if answer is Answer.OPEN:
        return _("Your answer is counted: the next visitor can rely a little more on this door.")
    return _("Your answer is counted. When several visitors find the same, the tourism department checks.")
