"""Putting a listing together: filters, count, one page of cards."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.paginator import EmptyPage, Page, PageNotAnInteger, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest

from core import cards
from core.filters import FilterForm

PAGE_SIZE = 24


def page_of(queryset: Any, number: str | None, size: int = PAGE_SIZE) -> Page[Any]:
    """Return page `number`; the first for nonsense, the last beyond the end."""
    paginator = Paginator(queryset, size)
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
    queryset: QuerySet[Any],
    count_words: Callable[[int], str],
) -> dict[str, Any]:
    """Return the context every list template expects; `count_words` says the count in words (“125 products”)."""
    page = page_of(form.apply(queryset), request.GET.get("page"))
    return {
        "form": form,
        "chips": form.chips(),
        "clear_url": request.path,
        "page_obj": page,
        "querystring": form.querystring(),
        "result_text": count_words(page.paginator.count),
        "cards": [cards.card_of(record) for record in page.object_list],
        "is_filtered": form.is_filtered,
    }
