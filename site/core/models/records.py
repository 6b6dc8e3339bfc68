"""Records: facts that are the same in every language. Saved, not drafted; with history, compare, restore, preview."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from modelcluster.models import ClusterableModel, get_all_child_m2m_relations, get_all_child_relations
from wagtail.models import PreviewableMixin, RevisionMixin
from wagtail.search import index

from core import clock, detail, folding, illustrations, languages, photographs
from core.collation import sort_key
from core.fields import Confidence, latitude_field, longitude_field
from core.labels import Label, LabelField
from core.models.codes import LENGTH, ShortCode
from core.models.texts import CleanTexts
from core.search import vocabulary
from core.search.indexing import reindex
from core.slugs import ascii_slug, unique_slug


class SavedRecord(CleanTexts, PreviewableMixin, RevisionMixin, index.Indexed, ClusterableModel):
    """What every record type shares: history, preview, dates of writing."""

    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    updated_at = models.DateTimeField(_("last changed"), auto_now=True)

    search_fields: ClassVar[list[Any]] = [
        index.SearchField("title", boost=4),
        index.AutocompleteField("title"),
        index.SearchField("search_body"),
    ]
    # Columns that no form shows: an older revision must never bring them back.
    system_fields: ClassVar[tuple[str, ...]] = ("created_at", "updated_at")

    class Meta:
        abstract = True

    @property
    def title(self) -> str:
        """What the search index holds as the record's title: names, exact and folded."""
        return folding.indexable(str(self))

    @property
    def search_body(self) -> str:
        """What the search index holds besides the title."""
        return ""

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; index again what has rows of its own, for Wagtail indexes before these are written."""
        super().save(*args, **kwargs)
        vocabulary.changed()
        if get_all_child_relations(type(self)) or get_all_child_m2m_relations(type(self)):
            reindex(type(self), [self.pk])

    @classmethod
    def get_indexed_objects(cls) -> models.QuerySet[Any]:
        """Return every record with what its index entry reads, in few queries whatever their number."""
        objects = cls._default_manager.all()
        return objects.for_index() if hasattr(objects, "for_index") else objects

    def with_content_json(self, content: Any) -> Any:
        """Return the record as an older revision had it, but with today's system columns."""
        restored = super().with_content_json(content)
        for name in self.system_fields:
            setattr(restored, name, getattr(self, name))
        return restored

    @property
    def preview_modes(self) -> list[tuple[str, Any]]:
        """Offer one preview per language."""
        return [(code, languages.name(code)) for code in languages.codes()]

    @property
    def default_preview_mode(self) -> str:
        """Start with the editor's own language."""
        return languages.active()

    def preview_subject(self) -> Record | None:
        """Return the record whose page shows this one; None when no public page does."""
        return None

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """Render the public page that shows this record, in the language `mode_name`."""
        with override(mode_name or languages.active()):
            return detail.render_preview(request, self.preview_subject(), self).render()  # type: ignore[attr-defined]  # a TemplateResponse


class Record(SavedRecord):
    """A record with a name and, when `section` says so, an address of its own in every language."""

    name = LabelField(
        _("name"), help_text=_("The local name first; other languages where an established name exists.")
    )
    tagline = LabelField(_("tagline"), blank=True, help_text=_("One concrete line, at most 110 characters."))
    slug = models.SlugField(
        _("slug"),
        max_length=120,
        unique=True,
        blank=True,
        help_text=_("ASCII, the same in every language. It freezes when the record first goes live."),
    )
    code = models.CharField(_("short code"), max_length=LENGTH, blank=True, db_index=True, editable=False)
    live = models.BooleanField(_("live"), default=True, db_index=True, help_text=_("Shown to the public."))
    first_live_at = models.DateTimeField(_("first live"), null=True, blank=True, editable=False)
    image = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+",
        verbose_name=_("photograph"), help_text=_("It takes the place of the drawn illustration everywhere."),
    )  # fmt: skip
    illustration = models.CharField(
        _("illustration"), max_length=20, blank=True, choices=illustrations.choices,
        help_text=_("What is drawn while there is no photograph. Empty: what its craft, village or group suggests."),
    )  # fmt: skip
    picture = models.JSONField(default=dict, blank=True, editable=False)  # the photograph's files: core.photographs
    source = models.TextField(_("source"), blank=True, help_text=_("Where the facts were read: addresses or titles."))
    confidence = models.CharField(_("confidence"), max_length=10, choices=Confidence, blank=True)
    sort_vi = models.CharField(max_length=120, editable=False, db_index=True, default="")
    sort_en = models.CharField(max_length=120, editable=False, db_index=True, default="")
    sort_id = models.CharField(max_length=120, editable=False, db_index=True, default="")

    section: ClassVar[str] = ""
    sort_columns: ClassVar[tuple[str, ...]] = ("sort_vi", "sort_en", "sort_id")
    search_fields: ClassVar[list[Any]] = [*SavedRecord.search_fields, index.FilterField("live")]
    system_fields: ClassVar[tuple[str, ...]] = (
        *SavedRecord.system_fields, "slug", "code", "first_live_at", "picture", "sort_vi", "sort_en", "sort_id",
    )  # fmt: skip

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return str(self.name) or self.slug

    # --- words and names ---------------------------------------------------------------------------------------------

    @property
    def country(self) -> str:
        """Return the ISO 3166-1 alpha-2 country of the record; subclasses know it."""
        return "VN"

    @property
    def home_language(self) -> str:
        """Return the language the record's own people speak."""
        return "id" if self.country == "ID" else "vi"

    @property
    def motif(self) -> str:
        """Return the craft family whose pattern stands for a missing photograph."""
        return self.illustration or self.suggested_motif

    @property
    def suggested_motif(self) -> str:
        """Return the family that follows from what the record is; subclasses know it."""
        return illustrations.GENERAL

    @property
    def photograph(self) -> photographs.Photograph | None:
        """Return the photograph that takes the motif's place; None when there is none to show."""
        return photographs.of(self)

    def name_in(self, language: str | None = None) -> tuple[str, str]:
        """Return the record's name for a reader of `language`, and the language it is in.

        The local name stands before English for a reader of a language that has none of its own.
        """
        data = Label(self.name).data
        code = language or languages.active()
        if code not in data and self.home_language in data and code != "en":
            code = self.home_language
        return languages.pick(data, code)

    @property
    def shown_name(self) -> str:
        """Return the name as its page shows it to the reader."""
        return self.name_in()[0]

    @property
    def title(self) -> str:
        """Names in every language, exact and folded."""
        return folding.indexable(*Label(self.name).data.values(), self.slug)

    @property
    def search_body(self) -> str:
        """Taglines, related names and the live public narratives of every language, exact and folded."""
        return folding.indexable(*Label(self.tagline).data.values(), *self.search_texts(), *self.narrative_texts())

    def search_texts(self) -> list[str]:
        """Return further texts by which the record should be found: places, makers, crafts."""
        return []

    def narrative_texts(self) -> list[str]:
        """Return the words of the record's live, public narratives."""
        pages = getattr(self, "public_narratives", None)  # prefetched by `RecordQuerySet.for_index`
        if pages is None and self.pk and hasattr(self, "narratives"):
            pages = self.narratives.live().public()
        return [page.plain_text() for page in pages or []]

    # --- address -----------------------------------------------------------------------------------------------------

    def get_url(self, language: str | None = None) -> str:
        """Return the record's path in a language (the reader's by default); empty when it has no page."""
        return f"/{language or languages.active()}/{self.section}/{self.slug}/" if self.section else ""

    @property
    def url(self) -> str:
        """Return the record's path in the reader's language."""
        return self.get_url()

    def preview_subject(self) -> Record | None:
        """Preview the record's own page."""
        return self if self.section else None

    # --- writing -----------------------------------------------------------------------------------------------------

    def clean(self) -> None:
        """Refuse a changed slug once the record has been live, and a name in no language."""
        super().clean()
        if not Label(self.name):
            raise ValidationError({"name": _("Give the name in at least one language.")})
        if self.pk:
            stored = type(self)._default_manager.filter(pk=self.pk).values_list("slug", "first_live_at").first()
            if stored and not self.slug:
                self.slug = stored[0]
            if stored and stored[1] and stored[0] != self.slug:
                message = _("This address is in print and in links: it can no longer change (it is “%(slug)s”).")
                raise ValidationError({"slug": message % {"slug": stored[0]}})

    def derive(self) -> None:
        """Fill every column that follows from others; called on each save, and by bulk writers."""
        self.tagline = Label(self.tagline)
        self.name = Label(self.name)
        self.picture = photographs.derived(self)
        self.derive_sort_keys()
        if self.live and self.first_live_at is None:
            self.first_live_at = clock.now()

    def derive_sort_keys(self) -> None:
        """Fill the columns that order records by name in each language."""
        for column in self.sort_columns:
            code = column.removeprefix("sort_")
            setattr(self, column, sort_key(self.name_in(code)[0], code))

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save with slug, short code and sort keys kept right."""
        columns = kwargs.get("update_fields")
        if columns is not None and "image" in columns:
            self.picture = photographs.derived(self)
            kwargs["update_fields"] = {*columns, "picture"}
        if columns is None:
            if not self.slug:
                self.slug = self._free_slug()
            if self.section:
                self.code = ShortCode.claim(self.section, self.slug)
            self.derive()
        super().save(*args, **kwargs)

    def _free_slug(self) -> str:
        wanted = ascii_slug(self.name_in(self.home_language)[0]) or "record"
        others = type(self)._default_manager.exclude(pk=self.pk).filter(slug__startswith=wanted)
        return unique_slug(wanted, set(others.values_list("slug", flat=True)))


class Place(Record):
    """A record with a point (WGS 84) and the answers a visitor with a wheelchair asks for."""

    latitude = latitude_field()
    longitude = longitude_field()
    geo_source = models.CharField(_("source of the point"), max_length=200, blank=True)
    geo_confidence = models.CharField(_("confidence of the point"), max_length=10, choices=Confidence, blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(class)s_point_whole_or_absent",
                condition=Q(latitude__isnull=True, longitude__isnull=True)
                | Q(  # a comparison with nothing is no refusal (SQL), so presence is asked for by name
                    latitude__isnull=False,
                    longitude__isnull=False,
                    latitude__range=(-90, 90),
                    longitude__range=(-180, 180),
                ),
                violation_error_message=_("Give both latitude and longitude, or neither."),
            )
        ]

    @property
    def point(self) -> tuple[float, float] | None:
        """Return `(latitude, longitude)`; None when the place has no known point."""
        if self.latitude is None or self.longitude is None:
            return None
        return (self.latitude, self.longitude)
