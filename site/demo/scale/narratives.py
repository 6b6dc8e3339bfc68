"""Generated narratives of records and stories, each in three languages."""

from __future__ import annotations

import json
import random
import uuid
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from wagtail.models import Locale

from centres.models import CentrePage
from core import clock
from core.slugs import ascii_slug
from demo.scale import words
from demo.scale.frame import Frame
from demo.scale.page_writing import add_children, add_history
from demo.scale.sizes import PREFIX, shares
from demo.scale.storing import Written
from demo.scale.texts import About, compose
from demo.scale.texts import Page as Words
from home import languages
from places.models import Village, VillagePage
from products.models import ProductPage
from routes.models import RoutePage
from stories.models import StoryPage, StorySubject

SHARES = {"products": 60, "villages": 23, "centres": 13, "routes": 4}
PAGES: dict[str, Any] = {"products": ProductPage, "villages": VillagePage, "centres": CentrePage, "routes": RoutePage}
SECTIONS = {
    "products": ("place", "steps", "making", "use"),
    "villages": ("place", "making", "visit"),
    "centres": ("place", "use", "visit"),
    "routes": ("place", "making", "use", "visit"),
}
STORY_SECTIONS = ("place", "making", "use", "visit")
PUBLISHED_WITHIN = 700  # days
SUBJECT_SHARES = {"village": 40, "product": 35, "centre": 20, "craft": 5}
Records = dict[str, list[Any]]


def narratives(frame: Frame, written: Written, records: Records) -> None:
    """Write the narratives that aren't there yet, spread over the types of records."""
    for section, count in shares(frame.sizes.narratives, SHARES).items():
        of_type, model = records[section], PAGES[section]
        chosen = frame.sizes.chance("narratives", section).sample(of_type, min(count, len(of_type)))
        keys = {record.pk for record in chosen}
        there = set(model.objects.filter(record__slug__startswith=PREFIX).values_list("record_id", flat=True))
        missing = [record for record in chosen if record.pk in keys - there]
        _write(frame, written, section, [_narrative(frame, section, model, record) for record in missing])


def stories(frame: Frame, written: Written, records: Records) -> None:
    """Write the stories that aren't there yet, each about one to three records."""
    there = set(StoryPage.objects.filter(slug__startswith=PREFIX).values_list("slug", flat=True))
    planned = [_story(frame, number, records) for number in range(frame.sizes.stories if records["villages"] else 0)]
    made = _write(frame, written, "stories", [make for slug, make, _subjects in planned if slug not in there])
    subjects = {slug: about for slug, _make, about in planned}
    rows = [
        StorySubject(page=page, sort_order=order, **{kind: record})
        for page in made
        for order, (kind, record) in enumerate(subjects[page.slug])
    ]
    StorySubject.objects.bulk_create(rows, batch_size=500)
    add_history(made)


Make = Callable[[str, Locale], Any]


def _write(frame: Frame, written: Written, section: str, makers: list[Make]) -> list[Any]:
    """Write one page per language for each maker below the section's index pages; return the pages."""
    pages: list[Any] = []
    for code in words.LANGUAGES:
        parent = languages.index_page(section, code)
        if parent is not None:
            children = [make(code, parent.locale) for make in makers]
            add_children(parent, children)
            pages += children
    if pages:
        written.fresh.setdefault(type(pages[0]), []).extend(page.pk for page in pages)
    if section != "stories":
        add_history(pages)
    return pages


def _narrative(frame: Frame, section: str, model: Any, record: Any) -> Make:
    dice = frame.sizes.chance("narrative", record.slug)
    texts = compose(_about(record), "narrative", SECTIONS[section], dice)
    shared = {"record": record, "slug": record.slug, **_dated(dice)}
    return lambda code, locale: model(locale=locale, **shared, **_columns(texts[code]))


def _story(frame: Frame, number: int, records: Records) -> tuple[str, Make, list[tuple[str, Any]]]:
    """Return a story's slug, what makes its page in a language, and its subjects."""
    dice = frame.sizes.chance("story", number)
    subjects = _subjects(frame, records, dice)
    texts = compose(_about(subjects[0][1]), "story", STORY_SECTIONS, dice)
    slug = f"{PREFIX}{ascii_slug(texts['vi'].title, 80)}-{number:05}"
    shared = {"slug": slug, "sources": "generate_scale", **_dated(dice)}
    return slug, lambda code, locale: StoryPage(locale=locale, **shared, **_columns(texts[code])), subjects


def _subjects(frame: Frame, records: Records, dice: random.Random) -> list[tuple[str, Any]]:
    pools = {kind: records.get(f"{kind}s") or [] for kind in SUBJECT_SHARES} | {"craft": list(frame.crafts.values())}
    weights = [weight if pools[kind] else 0 for kind, weight in SUBJECT_SHARES.items()]
    kinds = dice.choices(list(SUBJECT_SHARES), weights, k=dice.choice((1, 1, 2, 3)))
    kinds.sort(key="craft".__eq__)  # a story has a place: it doesn't begin with a craft
    if kinds[0] == "craft":
        kinds.insert(0, "village")
    chosen = [(kind, dice.choice(pools[kind])) for kind in kinds]
    return list({(kind, record.pk): (kind, record) for kind, record in chosen}.values())


def _about(record: Any) -> About:
    name = {code: record.name_in(code)[0] for code in words.LANGUAGES}
    where = record
    if not isinstance(record, Village):
        where = getattr(record, "village", None) or getattr(record, "province", None)
    if isinstance(where, Village):
        return About(name, dict.fromkeys(words.LANGUAGES, where.commune.split(" ", 1)[1]))
    return About(name, {code: where.name_in(code)[0] for code in words.LANGUAGES} if where else name)


def _dated(dice: random.Random) -> dict[str, Any]:
    """Return what the pages of one text have in common: when they were published, and that they belong together."""
    published = clock.now() - timedelta(days=dice.randrange(PUBLISHED_WITHIN), minutes=dice.randrange(1_440))
    key = uuid.UUID(int=dice.getrandbits(128), version=4)
    return {"first_published_at": published, "translation_key": key, "is_demonstration": True}


def _columns(text: Words) -> dict[str, Any]:
    return {
        "title": text.title,
        "introduction": text.introduction,
        "search_description": text.description,
        "body": json.dumps(text.body),
    }
