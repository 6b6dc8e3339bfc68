"""“Ask this centre”: a form on a page of its own, which nobody keeps.

As with the answers at the door there is no CSRF token, which would need a cookie: `origin` and `stamp` stand in for
it, a hidden field catches programs that fill in everything, and `limits` holds the rest. Whatever is refused comes
back with the visitor's words still in the form. The centre's address stands nowhere on the page.
"""

from __future__ import annotations

import hashlib
from http import HTTPStatus
from typing import Any, cast

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from centres.models import Centre
from centres.truth import limits, mail
from centres.truth.ask_form import AskForm
from centres.truth.origin import is_from_here
from centres.truth.pages import length, page_context, public_centre
from centres.truth.stamp import Age, age_of, stamped
from centres.truth.visitors import visitor
from core import addresses

LARGEST = 64 * 1024  # bytes of a whole form: thirty times the longest question


def ask_url(centre: Centre) -> str:
    """Return the address of the form in the reader's language; "" while nobody would get the question."""
    return reverse("ask_centre", args=[centre.slug]) if centre.pk and mail.can_be_asked(centre) else ""


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def ask_centre(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the form, or send what was written in it; 404 for a centre that can't be asked."""
    centre = public_centre(slug)
    if not mail.can_be_asked(centre):
        raise Http404
    if request.method != "POST":
        return _form_page(request, centre, AskForm(initial={"stamp": stamped(slug)}))
    if length(request) > LARGEST:
        words = _("The question was too long to be read. Please write it anew, in at most 2,000 characters.")
        empty = AskForm(initial={"stamp": stamped(slug)})
        return _form_page(request, centre, empty, words, HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    return _posted(request, centre)


def _posted(request: HttpRequest, centre: Centre) -> HttpResponse:
    """Send a question that is whole, from here, from a person, and not one of too many."""
    form = AskForm(request.POST)
    if not form.is_valid():
        return _form_page(request, centre, _kept(form, centre))
    if words := _doubt(request, form, centre):
        return _form_page(request, centre, _kept(form, centre), words)
    token = hashlib.blake2b(repr(sorted(form.cleaned_data.items())).encode(), digest_size=16).hexdigest()
    if not limits.claim(token):
        return _sent_page(request, centre, form)  # the same form once more: a double click, or “reload”
    if trouble := _trouble_sending(request, centre, form):
        limits.release(token)
        return _form_page(request, centre, _kept(form, centre), *trouble)
    return _sent_page(request, centre, form)


def _trouble_sending(request: HttpRequest, centre: Centre, form: AskForm) -> tuple[str, HTTPStatus] | None:
    """Send the question; return why it wasn't sent, in words and as a status."""
    connection = visitor(request)
    later = _("Your question could not be sent just now. It is still here: please try again in a few minutes.")
    try:
        if not _is_within_limits(connection, centre):
            words = _("Too many questions were sent in a short time. Please send yours again in an hour.")
            return words, HTTPStatus.TOO_MANY_REQUESTS
    except limits.CacheIsAway:
        return later, HTTPStatus.OK
    if mail.sent(centre, form.cleaned_data, addresses.absolute(request, centre.url)):
        return None
    limits.QUESTIONS.give_back(connection)
    return later, HTTPStatus.OK


def _is_within_limits(connection: str, centre: Centre) -> bool:
    """Count a question, not for a visitor whom only the others at this centre keep waiting. Raises `CacheIsAway`."""
    if not limits.QUESTIONS.allows(connection):
        return False
    if limits.QUESTIONS_TO_A_CENTRE.allows(centre.slug):
        return True
    limits.QUESTIONS.give_back(connection)
    return False


def _doubt(request: HttpRequest, form: AskForm, centre: Centre) -> str:
    """Return why we can't be sure that a person sent this from our form; "" when we are."""
    if not is_from_here(request):
        return _("Your browser did not say that the question comes from this page. Please send it once more.")
    if form.cleaned_data["website"]:
        return _("A field that must stay empty was filled in, perhaps by your browser. Please send it once more.")
    age = age_of(form.cleaned_data["stamp"], centre.slug)
    return {
        Age.RIGHT: "",
        Age.TOO_FAST: _("That was sent faster than anyone can write. Please read your question again, then send it."),
        Age.TOO_OLD: _("This page had been open for more than a day. Please send your question once more."),
        Age.FORGED: _("We could not tell when this page was opened. Please send your question once more."),
    }[age]


def _kept(form: AskForm, centre: Centre) -> AskForm:
    """Return the form with the visitor's words; the trap is emptied, and a stamp that no longer holds made anew."""
    data = cast(QueryDict, form.data).copy()
    data["website"] = ""
    if age_of(data.get("stamp", ""), centre.slug) not in (Age.RIGHT, Age.TOO_FAST):
        data["stamp"] = stamped(centre.slug)
    form.data = data
    return form


def _form_page(
    request: HttpRequest, centre: Centre, form: AskForm, refusal: str = "", status: int = HTTPStatus.OK
) -> HttpResponse:
    context: dict[str, Any] = {**page_context(request, centre), "form": form, "refusal": refusal}
    return render(request, "centres/ask.html", context, status=status)


def _sent_page(request: HttpRequest, centre: Centre, form: AskForm) -> HttpResponse:
    context = {**page_context(request, centre), "email": form.cleaned_data["email"]}
    return render(request, "centres/asked.html", context)
