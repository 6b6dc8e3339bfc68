"""A story: words about one or more records, in one language, translated like every page."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.models import Orderable
from wagtail_localize.fields import SynchronizedField

from centres.models import Centre
from core import detail, photographs
from core.models import ListingPage, WordsPage
from core.models.pages import FallbackMixin
from core.privacy import mark_private
from crafts.models import Craft
from places.models import Village
from products.models import Product
from stories.querysets import SUBJECTS, StoryManager, SubjectManager


class StoryPage(WordsPage):
    """One story in one language; its subjects are records, the same in every language."""

    image = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+",
        verbose_name=_("photograph"), help_text=_("It takes the place of the drawn illustration everywhere."),
    )  # fmt: skip
    picture = models.JSONField(default=dict, blank=True, editable=False)  # the photograph's files: core.photographs
    sources = models.TextField(_("sources"), blank=True, help_text=_("Where the facts were read, one per line."))

    objects = StoryManager()
    parent_page_types: ClassVar[list[str]] = ["stories.StoryIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "stories/story.html"
    content_panels: ClassVar[list[Any]] = [
        *WordsPage.content_panels,
        FieldPanel("image"),
        InlinePanel("subjects", label=_("Subject"), heading=_("Subjects"), min_num=1),
        FieldPanel("sources"),
    ]
    override_translatable_fields: ClassVar[list[Any]] = [
        *WordsPage.override_translatable_fields,
        SynchronizedField("subjects", overridable=False),
        SynchronizedField("sources", overridable=False),
        SynchronizedField("image", overridable=False),
    ]

    class Meta:
        verbose_name = _("story")
        verbose_name_plural = _("stories")

    @property
    def photograph(self) -> photographs.Photograph | None:
        """Return the photograph that takes the motif's place; None when there is none to show."""
        return photographs.of(self)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save with what the pages need of the photograph."""
        if kwargs.get("update_fields") is None:
            self.picture = photographs.derived(self)
        super().save(*args, **kwargs)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add subjects, sources and further stories."""
        context = super().get_context(request, *args, **kwargs)
        context.update(detail.listing_context(request, self))
        return context

    def live_subjects(self) -> list[Any]:
        """Return the records the story is about that are live, in the editor's order."""
        return [row.record for row in self.subject_rows if row.record and row.record.live]

    @cached_property
    def subject_rows(self) -> list[Any]:
        """Return the subjects with their records: as a draft or a list holds them, or in one go from the table."""
        held = {**getattr(self, "_prefetched_objects_cache", {}), **getattr(self, "_cluster_related_objects", {})}
        return list(self.subjects.all() if "subjects" in held or not self.pk else self.subjects.with_records())

    @property
    def motif(self) -> str:
        """Return the craft family of the first subject that has a craft of its own."""
        motifs = [row.motif for row in self.subject_rows if row.record]
        return next((motif for motif in reversed(motifs) if motif != "community"), "community")


class StorySubject(Orderable):
    """A record that a story is about: exactly one."""

    page = ParentalKey(StoryPage, on_delete=models.CASCADE, related_name="subjects")
    village = models.ForeignKey(
        Village, on_delete=models.CASCADE, null=True, blank=True, related_name="story_subjects"
    )
    product = models.ForeignKey(
        Product, on_delete=models.CASCADE, null=True, blank=True, related_name="story_subjects"
    )
    centre = models.ForeignKey(Centre, on_delete=models.CASCADE, null=True, blank=True, related_name="story_subjects")
    craft = models.ForeignKey(Craft, on_delete=models.CASCADE, null=True, blank=True, related_name="story_subjects")

    objects: ClassVar[Any] = SubjectManager()
    panels: ClassVar[list[Any]] = [FieldRowPanel([FieldPanel(name) for name in SUBJECTS])]

    class Meta(Orderable.Meta):
        verbose_name = _("subject")
        constraints = [
            models.CheckConstraint(
                name="story_subject_exactly_one",
                condition=Q(village__isnull=False, product__isnull=True, centre__isnull=True, craft__isnull=True)
                | Q(village__isnull=True, product__isnull=False, centre__isnull=True, craft__isnull=True)
                | Q(village__isnull=True, product__isnull=True, centre__isnull=False, craft__isnull=True)
                | Q(village__isnull=True, product__isnull=True, centre__isnull=True, craft__isnull=False),
                violation_error_message=_("Choose exactly one record."),
            )
        ]

    @property
    def record(self) -> Any:
        """Return the record."""
        return self.village or self.product or self.centre or self.craft

    @property
    def motif(self) -> str:
        """Return the motif of the record, of a place from the column of `with_names` when that was read."""
        place: Any = self.village or self.centre
        if place is not None and "craft_family" in self.__dict__:
            return place.illustration or self.__dict__["craft_family"] or "community"
        return str(self.record.motif)


class StoryIndexPage(FallbackMixin, ListingPage):
    """The list of stories; a story of another language answers under its own slug, with a notice."""

    fixed_slug: ClassVar[str] = "stories"
    fallback_models: ClassVar[tuple[str, ...]] = ("stories.StoryPage",)
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = ["stories.StoryPage"]

    class Meta:
        verbose_name = _("list of stories")

    def route(self, request: HttpRequest, path_components: list[str]) -> Any:
        """Route to a live story with language and privacy in one query; else as every list of pages does."""
        if len(path_components) == 1:
            stories = mark_private(StoryPage.objects.child_of(self).live().select_related("locale"))
            story = stories.filter(slug=path_components[0]).first()
            if story is not None:
                return story.route(request, [])
        return super().route(request, path_components)
