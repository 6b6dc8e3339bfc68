"""The filters of the list of stories."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, ClassVar

from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from core import languages
from core.collation import sort_key
from core.facets import FlagFilter, LinkedFilter
from core.facets.counting import count
from core.filters import FilterForm
from core.search import search
from crafts.choices import craft_choices
from places.choices import province_choices, region_key_choices
from stories.models import StoryPage, StorySubject


def subjects() -> QuerySet[Any]:
    """Return what stories are about, with the craft, province and region of each."""
    provinces = ("village__province", "centre__province", "product__province")
    return StorySubject.objects.annotate(
        of_craft=Coalesce("craft_id", "product__craft_id"),
        of_province=Coalesce(*(f"{name}_id" for name in provinces)),
        of_region=Coalesce(*(f"{name}__region_id" for name in provinces)),
    )


def in_my_language() -> Q:
    """Return the condition that the story can be read in the reader's own language."""
    return Q(locale__language_code=languages.active())


class StoryFilters(FilterForm):
    """Filters of stories. Words find a story in any of its languages; facets narrow the version that is shown."""

    sorts: ClassVar[dict[str, Any]] = {"newest": _("Newest first"), "name": _("Name")}
    default_sort: ClassVar[str] = "newest"

    craft = LinkedFilter(label=_("Craft"), choices=craft_choices, rows=subjects, owner="page_id", column="of_craft")
    region = LinkedFilter(
        label=_("Region"), choices=region_key_choices, rows=subjects, owner="page_id", column="of_region"
    )
    province = LinkedFilter(
        label=_("Province"), choices=province_choices, rows=subjects, owner="page_id", column="of_province"
    )
    story = FlagFilter(label=_("In my language"), condition=in_my_language)

    @cached_property
    def versions(self) -> dict[int, str]:
        """Return keys and titles of the version of each story that the reader gets, of those found, newest first."""
        stories: Any = StoryPage.objects.all()
        words = self.values.get("q", "")
        if words:
            found = self.filter_q(stories.readable(), words).order_by()
            stories = stories.filter(translation_key__in=found.values("translation_key"))
        shown: dict[int, str] = stories.best_titles()
        return shown

    def count(self, records: QuerySet[Any] | None = None) -> int:
        """Count the versions by facet."""
        shown = StoryPage.objects.filter(pk__in=list(self.versions))
        self.counts = count(shown, self.counted_fields, self.chosen_values)
        return self.counts.total

    def keys(self) -> list[int]:
        """Return the keys of the versions that all filters leave, in the chosen order; call `count` before."""
        left = self.counts.keys if self.counts else frozenset()
        kept = {pk: title for pk, title in self.versions.items() if str(pk) in left}
        if self.sort == "relevance" and "q" in self.values:
            return self._best_match_first(kept)
        if self.sort != "name":
            return list(kept)
        language = languages.active()
        return sorted(kept, key=lambda pk: (sort_key(kept[pk], language), pk))

    def _best_match_first(self, kept: Collection[int]) -> list[int]:
        """Put versions in the order in which the words find their stories, in whatever language."""
        stories = StoryPage.objects.filter(pk__in=kept).values("translation_key")
        pages: Any = StoryPage.objects.readable().filter(translation_key__in=stories)
        story_of = dict(pages.values_list("pk", "translation_key"))
        shown = {story_of[pk]: pk for pk in kept}
        return list(dict.fromkeys(shown[story_of[pk]] for pk in search(pages, self.values["q"]).ids))
