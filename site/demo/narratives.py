"""Turning the narratives into pages: the source language as a page, the others as its wagtail-localize translations."""

from __future__ import annotations

import json
import uuid
from collections import Counter
from pathlib import Path
from typing import Any

from wagtail.models import Locale

from centres.models import Centre, CentrePage
from crafts.models import Craft, CraftPage
from demo import translating
from demo.models import LoadedRow
from demo.narrative_files import Narrative, Section, Text, plain, read_narratives, rich_text, subjects
from demo.reading import Problem
from home import languages
from home.models import HomePage, PlainPage
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
NAMESPACE = uuid.UUID("5d0c3a52-6f0a-4d27-9d5c-0a7b4f0c6a11")


def read(folder: Path, problems: list[Problem]) -> list[Narrative]:
    """Return the narratives of the folder; files that don't match one another are problems."""
    return read_narratives(folder, problems)


def write(narratives: list[Narrative]) -> Counter[str]:
    """Create the pages that don't exist yet, in every language; return how many, by model."""
    done = {(row.model_label, row.key) for row in LoadedRow.objects.filter(model_label__startswith="narrative.")}
    counts: Counter[str] = Counter()
    for narrative in narratives:
        label = f"narrative.{narrative.kind}"
        if (label, narrative.slug) in done:
            continue
        page = _source_page(narrative)
        if page is not None:
            pages = [page, *_translations(narrative, page)]
            counts[page._meta.label] += len(pages)
            LoadedRow.objects.create(model_label=label, key=narrative.slug, object_id=page.pk)
    return counts


# --- the source language ---------------------------------------------------------------------------------------------


def _source_page(narrative: Narrative) -> Any:
    """Return the published page in the language it was written in; None when a person's page or nothing is there."""
    locale = Locale.objects.get(language_code=narrative.source_language)
    page, parent = _new_or_empty(narrative, locale)
    if page is None:
        return None
    fill(page, narrative, narrative.source)
    if parent is not None:
        parent.add_child(instance=page)
    page.save_revision(clean=False).publish()
    return page


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
    model, parent = (StoryPage, languages.index_page("stories", code)) if kind == "stories" else (PlainPage, languages.home_page(code))
    if model.objects.filter(slug=slug).exists():
        return None, None
    return model(slug=slug, locale=locale), parent


def fill(page: Any, narrative: Narrative, text: Text) -> None:
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
        page.sources = "\n".join(part.strip() for part in text["sources"].split(" ; "))
        page.subjects = [StorySubject(**{kind: record}) for kind, record in _found(subjects(text))]


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
                "value": {"title": plain(step.title), "text": step.text, "image": None, "duration": step.duration, "tool": step.tool},
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


# --- the other languages ---------------------------------------------------------------------------------------------


def _translations(narrative: Narrative, page: Any) -> list[Any]:
    """Return the published translations of a page."""
    return [
        translating.translate(page, _unsaved(page, narrative, text, code), code)
        for code, text in narrative.texts.items()
        if code != narrative.source_language
    ]


def _unsaved(page: Any, narrative: Narrative, text: Text, code: str) -> Any:
    """Return what the page says in another language, for its strings to be taken; it is never saved."""
    twin = type(page)(slug=page.slug, title=page.title)
    if narrative.kind in ("sections", "home"):
        twin.title = page.get_translation(Locale.objects.get(language_code=code)).title
    fill(twin, narrative, text)
    return twin
