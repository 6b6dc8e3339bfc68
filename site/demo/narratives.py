"""Turning the narratives into pages, one per language, that an editor sees as translations of the first."""

from __future__ import annotations

import json
import uuid
from collections import Counter
from pathlib import Path
from typing import Any

from wagtail.models import Locale, ReferenceIndex
from wagtail.signal_handlers import disable_reference_index_auto_update

from centres.models import Centre, CentrePage
from core import clock
from crafts.models import Craft, CraftPage
from demo import translating
from demo.models import LoadedRow
from demo.narrative_files import Narrative, Section, Text, destination, plain, read_narratives, rich_text, subjects
from demo.written import Problem
from home import languages
from home.models import CampaignPage, HomePage, PlainPage
from places.models import Village, VillagePage
from products.models import Product, ProductPage
from routes.models import Route, RoutePage
from stories.models import StoryPage, StorySubject

RECORDS: dict[str, Any] = {"village": Village, "product": Product, "centre": Centre, "route": Route, "craft": Craft}
RECORD_PAGES: dict[str, tuple[str, Any]] = {
    "villages": ("village", VillagePage),
    "products": ("product", ProductPage),
    "centres": ("centre", CentrePage),
    "routes": ("route", RoutePage),
    "crafts": ("craft", CraftPage),
}
# Pages of their own: the type, and the section they stand in (none: below the home page).
FREE_PAGES: dict[str, tuple[Any, str]] = {
    "stories": (StoryPage, "stories"),
    "campaigns": (CampaignPage, ""),
    "pages": (PlainPage, ""),
}
NAMESPACE = uuid.UUID("5d0c3a52-6f0a-4d27-9d5c-0a7b4f0c6a11")


def read(folder: Path, problems: list[Problem]) -> list[Narrative]:
    """Return the narratives of the folder; files that don't match one another are problems."""
    return read_narratives(folder, problems)


def write(narratives: list[Narrative]) -> Counter[str]:
    """Create the pages that don't exist yet, in every language; return how many, by model."""
    done = {(row.model_label, row.key) for row in LoadedRow.objects.filter(model_label__startswith="narrative.")}
    counts: Counter[str] = Counter()
    written: list[Any] = []
    with disable_reference_index_auto_update():
        for narrative in narratives:
            label = f"narrative.{narrative.kind}"
            pages = {} if (label, narrative.slug) in done else _pages(narrative)
            if pages:
                source = pages.pop(narrative.source_language)
                translating.translated(source, pages)
                LoadedRow.objects.create(model_label=label, key=narrative.slug, object_id=source.pk)
                written += [source, *pages.values()]
    for page in written:
        ReferenceIndex.create_or_update_for_object(page)
        counts[page._meta.label] += 1
    return counts


def _pages(narrative: Narrative) -> dict[str, Any]:
    """Return the published pages by language; none when a person's page, or no place for one, is there."""
    places = {code: _new_or_empty(narrative, Locale.objects.get(language_code=code)) for code in narrative.texts}
    if any(page is None for page, _parent in places.values()):
        return {}
    key = next((page.translation_key for page, parent in places.values() if parent is None), uuid.uuid4())
    for code, (page, parent) in places.items():
        page.translation_key = key
        fill(page, narrative, narrative.texts[code], narrative.source)
        _publish(page, parent)
    return {code: page for code, (page, _parent) in places.items()}


def _publish(page: Any, parent: Any) -> None:
    """Save a page as published, with the first revision of its history: as publishing does, but with few queries."""
    now = clock.now()
    page.live, page.has_unpublished_changes = True, False
    page.first_published_at, page.last_published_at = page.first_published_at or now, now
    if parent is None:
        page.save()
    else:
        parent.add_child(instance=page)
    revision = page.save_revision(clean=False, changed=False)
    type(page).objects.filter(pk=page.pk).update(live_revision=revision)


def _new_or_empty(narrative: Narrative, locale: Locale) -> tuple[Any, Any]:
    """Return the page to be filled and, for a new one, its parent; `(None, None)` when there is nothing to do."""
    code, kind, slug = locale.language_code, narrative.kind, narrative.slug
    if kind in ("sections", "home"):
        page = languages.home_page(code) if kind == "home" else languages.index_page(slug, code)
        return (page, None) if page and not page.introduction else (None, None)
    if kind in RECORD_PAGES:
        name, model = RECORD_PAGES[kind]
        record = RECORDS[name].objects.filter(slug=slug).first()
        if record is None or model.objects.filter(record=record).exists():
            return None, None
        return model(record=record, slug=slug, locale=locale), languages.index_page(kind, code)
    free, section = FREE_PAGES[kind]
    links = _destination(narrative)
    if links is None or free.objects.filter(slug=slug).exists():
        return None, None
    parent = languages.index_page(section, code) if section else languages.home_page(code)
    return free(slug=slug, locale=locale, **links), parent


def _destination(narrative: Narrative) -> dict[str, Any] | None:
    """Return the place of a campaign by its field, nothing for other kinds; None when the place doesn't exist."""
    if narrative.kind != "campaigns":
        return {}
    return dict(_found([destination(narrative.source)])) or None


def fill(page: Any, narrative: Narrative, text: Text, source: Text) -> None:
    """Put the words of one language on a page. The same blocks get the same ids in every language."""
    page.introduction, page.search_description = text["introduction"], text["search_description"]
    if isinstance(page, HomePage):
        page.headline = text["title"]
        return
    if narrative.kind == "sections":
        page.seo_title = text["title"]
    else:
        page.title = text["title"]
    page.is_demonstration = True
    page.body = json.dumps([_block(narrative, section, i) for i, section in enumerate(text.sections)])
    if isinstance(page, StoryPage):
        page.sources = "\n".join(part.strip() for part in source["sources"].split(" ; "))
        page.subjects = [StorySubject(**{kind: record}) for kind, record in _found(subjects(source))]


def _found(pairs: list[tuple[str, str]]) -> list[tuple[str, Any]]:
    """Return the records of some (kind, slug) pairs, without those that don't exist (any more)."""
    found = [(kind, RECORDS[kind].objects.filter(slug=slug).first()) for kind, slug in pairs if kind in RECORDS]
    return [(kind, record) for kind, record in found if record is not None]


def _block(narrative: Narrative, section: Section, position: int) -> dict[str, Any]:
    def block_id(*parts: object) -> str:
        return str(uuid.uuid5(NAMESPACE, "/".join(map(str, (narrative.kind, narrative.slug, position, *parts)))))

    value: dict[str, Any] = {"heading": plain(section.heading)}
    if section.kind == "steps":
        value["steps"] = [
            {
                "type": "item",
                "id": block_id("step", i),
                "value": {
                    "title": plain(step.title),
                    "text": step.text,
                    "image": None,
                    "duration": step.duration,
                    "tool": step.tool,
                },
            }
            for i, step in enumerate(section.steps)
        ]
    elif section.kind == "records":
        value["records"] = [
            {"type": kind, "id": block_id("record", i), "value": record.pk}
            for i, (kind, record) in enumerate(_found(section.records))
        ]
    else:
        value["text"] = rich_text(section.paragraphs)
    return {"type": section.kind, "id": block_id(), "value": value}
