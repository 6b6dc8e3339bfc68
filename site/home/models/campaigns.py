"""The campaign page of a model destination: the words that invite, above what the records know of the place."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail_localize.fields import SynchronizedField

from centres.models import Centre
from core import detail
from core.models import WordsPage
from home.querysets import CampaignManager
from places.models import Village


class CampaignPage(WordsPage):
    """Invites to one village or centre. It goes down with the place, and shows nothing that the records don't know."""

    village = models.ForeignKey(
        Village, on_delete=models.PROTECT, null=True, blank=True, related_name="campaigns", verbose_name=_("village")
    )
    centre = models.ForeignKey(
        Centre, on_delete=models.PROTECT, null=True, blank=True, related_name="campaigns", verbose_name=_("centre")
    )

    objects = CampaignManager()
    goes_down_with: ClassVar[tuple[str, ...]] = ("village", "centre")
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = []
    template = "home/campaign.html"
    content_panels: ClassVar[list[Any]] = [
        *WordsPage.content_panels[:-2],
        FieldRowPanel([FieldPanel("village"), FieldPanel("centre")], heading=_("Destination")),
        *WordsPage.content_panels[-2:],
    ]
    override_translatable_fields: ClassVar[list[Any]] = [
        *WordsPage.override_translatable_fields,
        SynchronizedField("village", overridable=False),
        SynchronizedField("centre", overridable=False),
    ]

    class Meta:
        verbose_name = _("campaign page")
        verbose_name_plural = _("campaign pages")
        constraints = [
            models.CheckConstraint(
                name="campaign_one_destination",
                condition=models.Q(village__isnull=True) ^ models.Q(centre__isnull=True),
                violation_error_message=_("Choose a village or a centre, not both."),
            )
        ]

    @property
    def place(self) -> Village | Centre | None:
        """Return the destination as it was fetched with the page; None only while the page is being written."""
        return self.village or self.centre

    @cached_property
    def destination(self) -> Village | Centre | None:
        """Return the destination with all that the page shows of it."""
        if self.village_id:
            return Village.objects.for_detail().get(pk=self.village_id)
        return Centre.objects.for_detail().get(pk=self.centre_id) if self.centre_id else None

    def clean(self) -> None:
        """Refuse a page without a destination, or with two."""
        super().clean()
        if bool(self.village_id) == bool(self.centre_id):
            message = _("Choose a village or a centre, not both.")
            raise ValidationError({"village": message})

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Serve the page while its destination is live."""
        if self.destination is None or not self.destination.live:
            raise Http404
        return super().serve(request, *args, **kwargs)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add what is known of the destination, and what lies around it."""
        context = super().get_context(request, *args, **kwargs)
        context.update(detail.listing_context(request, self))
        return context
