"""The home page, one per language, and plain pages below it."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from core import detail
from core.models import SitePage, WordsPage
from core.models.pages import FallbackMixin


class HomePage(FallbackMixin, SitePage):
    """The front door of one language."""

    headline = models.CharField(_("headline"), max_length=120, blank=True)
    introduction = models.TextField(_("introduction"), blank=True)

    fallback_models: ClassVar[tuple[str, ...]] = ("home.PlainPage", "home.CampaignPage")
    parent_page_types: ClassVar[list[str]] = ["wagtailcore.Page"]
    subpage_types: ClassVar[list[str]] = [
        "products.ProductIndexPage",
        "products.ProducerIndexPage",
        "places.VillageIndexPage",
        "places.EventIndexPage",
        "centres.CentreIndexPage",
        "centres.MapPage",
        "routes.RouteIndexPage",
        "crafts.CraftIndexPage",
        "stories.StoryIndexPage",
        "home.CampaignPage",
        "home.PlainPage",
    ]
    template = "home/home.html"
    content_panels: ClassVar[list[Any]] = [*Page.content_panels, FieldPanel("headline"), FieldPanel("introduction")]
    promote_panels: ClassVar[list[Any]] = [FieldPanel("seo_title"), FieldPanel("search_description")]

    class Meta:
        verbose_name = _("home page")

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        """Take the slug from the language: it shows in no address, and translating must not change it."""
        if self.locale_id:
            self.slug = f"home-{self.language}"
        super().full_clean(*args, **kwargs)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the featured records."""
        context = super().get_context(request, *args, **kwargs)
        context.update(detail.listing_context(request, self))
        return context

    def plain_text(self) -> str:
        """Return headline and introduction."""
        return f"{self.headline} {self.introduction}"


class PlainPage(WordsPage):
    """About, accessibility, sources, legal notices: words that belong to no record."""

    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = []
    template = "home/plain.html"

    class Meta:
        verbose_name = _("plain page")
        verbose_name_plural = _("plain pages")
