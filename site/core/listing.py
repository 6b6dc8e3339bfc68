"""Putting a listing together: filters with their counts, one page of cards."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.paginator import EmptyPage, Page, PageNotAnInteger, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest

from core import freshness
from core.filters import FilterForm, Plan

PAGE_SIZE = 24


def page_of(queryset: Any, number: str | None, size: int = PAGE_SIZE, count: int | None = None) -> Page[Any]:
    """Return page `number`; the first for nonsense, the last beyond the end. `count` when it is known already."""
    paginator = Paginator(queryset, size)
    if count is not None:
        paginator.count = count  # in place of the cached property's own query
    page = _page_in(paginator, number)
    freshness.reads("page")
    if number not in (None, "", str(page.number)):
        freshness.malformed()
    return page


def _page_in(paginator: Paginator[Any], number: str | None) -> Page[Any]:
    try:
        return paginator.page(number or 1)
    except PageNotAnInteger:
        return paginator.page(1)
    except EmptyPage:
        beyond = (number or "").strip().isdigit() and int(number or 0) > 0
        return paginator.page(paginator.num_pages if beyond else 1)


def listing(
    request: HttpRequest,
    form: FilterForm,
    records: QuerySet[Any],
    plan: Plan,
    count_words: Callable[[int], str],
) -> dict[str, Any]:
    """Return the context every list template expects.

    `records` are counted as they are, `plan` reads what cards need; `count_words` says a count (“125 products”).
    """
    count = form.count(records)
    page = page_of(form.results(records, plan), request.GET.get("page"), count=count)
    page.object_list = list(page.object_list)
    return {
        **form_context(request, form),
        "page_obj": page,
        "result_text": count_words(count),
        "cards": form.cards_of(page.object_list),
    }


def form_context(request: HttpRequest, form: FilterForm) -> dict[str, Any]:
    """Return what the bar of filters shows, after the form has counted."""
    return {
        "form": form,
        "facets": form.facets,
        "chips": form.chips(),
        "sorts": form.sort_links(),
        "clear_url": request.path,
        "querystring": form.querystring(),
        "is_filtered": form.is_filtered,
    }
