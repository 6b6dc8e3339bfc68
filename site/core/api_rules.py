"""What every endpoint of the read API shares: JSON whatever is asked, no login, bounded input, bad input is 400."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import FieldError, ValidationError
from django.db import DataError
from django.db.models import QuerySet
from django.http import HttpRequest, JsonResponse
from django.utils.translation import override
from rest_framework import status
from rest_framework.negotiation import BaseContentNegotiation
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response
from wagtail.api.v2.pagination import WagtailPagination
from wagtail.api.v2.utils import BadRequestError

from core import languages

MAX_OFFSET = 1_000_000
MAX_FIELDS = 500  # characters; Wagtail's parser calls itself for every bracket
MAX_NESTING = 4
# What Django and Wagtail raise deep inside for input that fits no column: the client's mistake, not ours.
UNFIT = (ValueError, OverflowError, ValidationError, FieldError, DataError)


class AlwaysJson(BaseContentNegotiation):
    """Answer JSON, whatever `Accept` or `format` say."""

    def select_parser(self, request: Request, parsers: Any) -> Any:
        """Take the first parser: nothing is ever posted."""
        return next(iter(parsers), None)

    def select_renderer(self, request: Request, renderers: Any, format_suffix: str | None = None) -> Any:
        """Take the one renderer."""
        return renderers[0], renderers[0].media_type


class BoundedPagination(WagtailPagination):
    """`limit` (at most `WAGTAILAPI_LIMIT_MAX`) and `offset`, which no database can overflow on."""

    def paginate_queryset(self, queryset: QuerySet[Any], request: Request, view: Any = None) -> Any:
        """Return the slice; raise `BadRequestError` for nonsense."""
        offset = request.GET.get("offset", "0")
        if len(offset) > len(str(MAX_OFFSET)) or not offset.isascii() or not offset.isdigit():
            raise BadRequestError("offset must be a whole number, at most 1000000")
        return super().paginate_queryset(queryset, request, view)


class JsonRules:
    """Mixin before Wagtail's viewsets."""

    authentication_classes: ClassVar[tuple[Any, ...]] = ()
    renderer_classes: ClassVar[list[Any]] = [JSONRenderer]
    content_negotiation_class = AlwaysJson
    pagination_class = BoundedPagination
    request: Request

    @property
    def language(self) -> str:
        """Return the language of `name` and of messages: `?lang=`, else the site's first language."""
        wanted = self.request.GET.get("lang", "")
        return wanted if wanted in languages.codes() else settings.LANGUAGE_CODE

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Answer in the language of `?lang=`, never in the browser's: addresses alone decide, so caches can."""
        wanted = request.GET.get("lang", "")
        with override(wanted if wanted in languages.codes() else settings.LANGUAGE_CODE):
            return super().dispatch(request, *args, **kwargs)  # type: ignore[misc]  # of the viewset

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Refuse what no endpoint understands."""
        super().initial(request, *args, **kwargs)  # type: ignore[misc]  # of the viewset
        if request.GET.get("lang", settings.LANGUAGE_CODE) not in languages.codes():
            raise BadRequestError(f"lang must be one of: {', '.join(languages.codes())}")
        fields = request.GET.get("fields", "")
        if len(fields) > MAX_FIELDS or fields.count("(") > MAX_NESTING:
            raise BadRequestError("fields error: too long")
        if any("\x00" in value for values in request.GET.lists() for value in (values[0], *values[1])):
            raise BadRequestError("null characters are not allowed")

    def find_object(self, queryset: QuerySet[Any], request: Request) -> Any:
        """Find an object by `id`; None for nonsense."""
        wanted = request.GET.get("id", "")
        return (
            queryset.filter(pk=int(wanted)).first()
            if wanted.isascii() and wanted.isdigit() and len(wanted) < 19
            else None
        )

    def handle_exception(self, exc: Exception) -> Response:
        """Answer 400 for input that fits no column, and leave the rest to Wagtail."""
        if isinstance(exc, UNFIT):
            return Response({"message": "a parameter has an impossible value"}, status=status.HTTP_400_BAD_REQUEST)
        return super().handle_exception(exc)  # type: ignore[misc]  # of the viewset

    def finalize_response(self, request: Request, response: Any, *args: Any, **kwargs: Any) -> Any:
        """Have everybody ask again each time: the ETag answers most of them."""
        response = super().finalize_response(request, response, *args, **kwargs)  # type: ignore[misc]  # of the viewset
        if response.status_code == status.HTTP_200_OK:
            response["Cache-Control"] = "public, max-age=0, must-revalidate"
        return response


def unknown_endpoint(request: HttpRequest) -> JsonResponse:
    """Answer 404 for any other address below /api/."""
    return JsonResponse({"message": "not found"}, status=404)
