"""Pages: words, one page per language, drafted and translated. A narrative page points at its record."""

from __future__ import annotations

import math
from typing import Any, ClassVar

from django.apps import apps
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.admin.widgets.slug import SlugInput
from wagtail.fields import StreamField
from wagtail.models import Page, PageViewRestriction
from wagtail.search import index
from wagtail.url_routing import RouteResult
from wagtail_localize.fields import SynchronizedField, TranslatableField

from core import detail, folding, languages
from core.blocks import NarrativeBlock
from core.blocks.narrative import plain_text
from core.models.texts import CleanTexts
from core.panels import DemonstrationNotice
from core.routing import fallback_page
from core.search.fields import FoldedTitle
from core.slugs import browser_rules

WORDS_A_MINUTE = 200


class SitePage(CleanTexts, Page):
    """What every page type shares: search without accents, slug the same in all languages."""

    search_fields: ClassVar[list[Any]] = [
        *Page.search_fields,
        FoldedTitle("title", boost=4),
        index.SearchField("search_body"),
    ]
    promote_panels: ClassVar[list[Any]] = [
        FieldPanel("slug", widget=SlugInput(formatters=browser_rules())),
        FieldPanel("seo_title"),
        FieldPanel("search_description"),
    ]
    override_translatable_fields: ClassVar[list[Any]] = [
        SynchronizedField("slug", overridable=False),
        TranslatableField("title"),
    ]

    class Meta:
        abstract = True

    @property
    def language(self) -> str:
        """Return the code of the language the page is written in."""
        return str(self.locale.language_code)

    @property
    def search_body(self) -> str:
        """Words for the index, exact and folded."""
        return folding.indexable(self.title, self.plain_text())

    def plain_text(self) -> str:
        """Return the page's words without mark-up."""
        return self.title

    def get_view_restrictions(self) -> Any:
        """Return the restrictions on the page and above it; the site has no alias pages.

        One query; none for a page that was fetched with `core.privacy.mark_private` and isn't private.
        """
        if self.__dict__.get("is_private") is False:
            return PageViewRestriction.objects.none()
        above = [self.path[:end] for end in range(self.steplen, len(self.path) + 1, self.steplen)]
        return PageViewRestriction.objects.filter(page__path__in=above)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add what the layout asks of every page: breadcrumbs, canonical address, languages."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context.update(self.layout_context(request))
        return context

    def layout_context(self, request: HttpRequest) -> dict[str, Any]:
        """Return breadcrumbs, canonical address and languages."""
        return detail.page_context(request, self)


class WordsPage(SitePage):
    """A page with an introduction and a narrative body."""

    introduction = models.TextField(_("introduction"), blank=True, help_text=_("One or two sentences, shown large."))
    body = StreamField(NarrativeBlock(), blank=True, verbose_name=_("narrative"))
    is_demonstration = models.BooleanField(
        _("demonstration content"),
        default=False,
        help_text=_("Written by the makers of this software to show how a page can look. Replace or confirm it."),
    )
    complete = models.BooleanField(default=True, editable=False)

    goes_down_with: ClassVar[tuple[str, ...]] = ()  # links to records without which the page isn't shown
    content_panels: ClassVar[list[Any]] = [
        DemonstrationNotice(),
        *Page.content_panels,
        FieldPanel("introduction"),
        FieldPanel("body"),
    ]
    settings_panels: ClassVar[list[Any]] = [FieldPanel("is_demonstration"), *Page.settings_panels]
    override_translatable_fields: ClassVar[list[Any]] = [
        *SitePage.override_translatable_fields,
        SynchronizedField("is_demonstration", overridable=False),
    ]

    class Meta:
        abstract = True

    def plain_text(self) -> str:
        """Return title, introduction and body without mark-up."""
        return " ".join(part for part in (self.title, self.introduction, plain_text(self.body)) if part)

    @cached_property
    def reading_minutes(self) -> int:
        """Return the reading time in whole minutes, at least one."""
        return max(1, math.ceil(len(self.plain_text().split()) / WORDS_A_MINUTE))

    def with_content_json(self, content: Any) -> Any:
        """Keep the translation state, which belongs to the page and not to a revision."""
        restored = super().with_content_json(content)
        restored.complete = self.complete
        return restored


class NarrativePage(WordsPage):
    """The narrative of one record in one language. Subclasses add `record`, a foreign key to their record type."""

    record: Any
    record_id: Any
    preview_modes = Page.DEFAULT_PREVIEW_MODES

    goes_down_with: ClassVar[tuple[str, ...]] = ("record",)
    content_panels: ClassVar[list[Any]] = [
        *WordsPage.content_panels[:-2],
        FieldPanel("record"),
        *WordsPage.content_panels[-2:],
    ]
    promote_panels: ClassVar[list[Any]] = [FieldPanel("seo_title"), FieldPanel("search_description")]
    override_translatable_fields: ClassVar[list[Any]] = [
        *WordsPage.override_translatable_fields,
        SynchronizedField("record", overridable=False),
    ]

    class Meta:
        abstract = True

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        """Take the slug from the record: the system sets it, in every language the same."""
        if self.record_id:
            self.slug = self.record.slug
        super().full_clean(*args, **kwargs)

    def clean(self) -> None:
        """Refuse a second narrative of the same record in the same language."""
        super().clean()
        detail.refuse_second_narrative(self)

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Serve the narrative; a record that isn't live takes its narratives down with it."""
        if not self.record.live:
            raise Http404
        return super().serve(request, *args, **kwargs)

    def get_template(self, request: HttpRequest, *args: Any, **kwargs: Any) -> str:
        """Use the record's own template, the same with and without a narrative."""
        return detail.template_of(self.record)

    def layout_context(self, request: HttpRequest) -> dict[str, Any]:
        """Return nothing: the context of the record has it, without asking for the page's translations."""
        return {}

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the record's facts and relations."""
        context = super().get_context(request, *args, **kwargs)
        context.update(detail.record_context(request, self.record, self))
        return context

    def get_sitemap_urls(self, request: Any = None) -> list[dict[str, Any]]:
        """Stand in the sitemap through the record, never twice."""
        return []


class ListingPage(WordsPage):
    """The page above a listing; the listing itself comes from the app's registered builder."""

    max_count_per_parent = 1
    fixed_slug: ClassVar[str] = ""
    promote_panels: ClassVar[list[Any]] = [FieldPanel("seo_title"), FieldPanel("search_description")]

    class Meta:
        abstract = True

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        """Keep the section's slug: addresses, printed codes and the navigation depend on it."""
        self.slug = self.section_slug
        super().full_clean(*args, **kwargs)

    @property
    def section_slug(self) -> str:
        """Return the slug that the section has in every language."""
        return self.fixed_slug or self.slug

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Serve the listing; nobody keeps one that tells where its reader is."""
        response: HttpResponse = super().serve(request, *args, **kwargs)
        form = (getattr(response, "context_data", None) or {}).get("form")
        if getattr(form, "is_personal", False):
            patch_cache_control(response, no_store=True, private=True)
        return response

    def get_template(self, request: HttpRequest, *args: Any, **kwargs: Any) -> str:
        """Use the section's list template."""
        return detail.listing_template_of(self)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the filtered, paginated listing."""
        context = super().get_context(request, *args, **kwargs)
        context.update(detail.listing_context(request, self))
        return context


class RecordIndexPage(ListingPage):
    """A listing whose children are the records' addresses, with or without a narrative of their own."""

    record_model: ClassVar[str] = ""

    class Meta:
        abstract = True

    @property
    def section_slug(self) -> str:
        """Return the section of the listed records."""
        return str(apps.get_model(self.record_model).section)

    def route(self, request: HttpRequest, path_components: list[str]) -> Any:
        """Route to the reader's own narrative as the real child page, else to the record itself."""
        if not path_components:
            return super().route(request, path_components)
        if len(path_components) > 1:
            raise Http404
        record = detail.live_record(self, path_components[0])
        own = next((page for page in detail.live_narratives(record) if page.locale_id == self.locale_id), None)
        if own:
            own.record = record
            return own.route(request, [])
        return RouteResult(self, kwargs={"record": record})

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Serve the listing, or the record that `route` found."""
        record = kwargs.pop("record", None)
        if record is None:
            return super().serve(request, *args, **kwargs)
        return detail.render_record(request, record, self)


class FallbackMixin:
    """An index of pages (stories, plain pages) that looks a slug up in the other languages before answering 404."""

    fallback_models: ClassVar[tuple[str, ...]] = ()

    def route(self, request: HttpRequest, path_components: list[str]) -> Any:
        """Route as Wagtail does; when nothing is there, to the same page in the best other language."""
        try:
            return super().route(request, path_components)  # type: ignore[misc]  # of Page
        except Http404:
            other = fallback_page(self, path_components)
            if other is None:
                raise
            return RouteResult(self, kwargs={"other": other})

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Serve the page, or the page in another language that `route` found, with its notice."""
        other = kwargs.pop("other", None)
        if other is None:
            return super().serve(request, *args, **kwargs)  # type: ignore[misc]  # of Page
        request.fallback_from = languages.active()  # type: ignore[attr-defined]  # read by detail.page_context
        return other.serve(request)
