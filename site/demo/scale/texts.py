"""Narratives and stories composed of neutral sentences, the same ones in every language. Pure: no Django."""

from __future__ import annotations

import random
import uuid
from dataclasses import dataclass
from html import escape
from typing import Any

from demo.scale import words
from demo.scale.words import Texts

SENTENCES = (2, 4)
DESCRIPTION_LIMIT = 155
STEPS = 3


@dataclass(frozen=True)
class About:
    """What a text is about: its name and its place in every language."""

    name: Texts
    place: Texts

    def fill(self, pattern: Texts, code: str) -> str:
        """Return a sentence about it in a language, beginning with a capital."""
        return words.capitalised(pattern[code].format(name=self.name[code], place=self.place[code]))


@dataclass(frozen=True)
class Page:
    """The words of one page."""

    title: str
    introduction: str
    description: str
    body: list[dict[str, Any]]


@dataclass(frozen=True)
class Section:
    """A part of a text before it is put into a language: its kind, its sentences, the ids of its block and steps."""

    kind: str
    sentences: list[Texts]
    ids: list[str]


def compose(about: About, title: str, kinds: tuple[str, ...], dice: random.Random) -> dict[str, Page]:
    """Return the pages of a text by language. `title` is a kind of heading; "steps" becomes a numbered process."""
    heading, introduction = dice.choice(words.headings(title)), dice.choice(words.sentences("intro"))
    sections = [_section(kind, dice) for kind in kinds]
    return {
        code: Page(
            title=about.fill(heading, code),
            introduction=about.fill(introduction, code),
            description=about.fill(introduction, code)[:DESCRIPTION_LIMIT],
            body=[_block(section, about, code) for section in sections],
        )
        for code in words.LANGUAGES
    }


def _section(kind: str, dice: random.Random) -> Section:
    pool = words.sentences("making" if kind == "steps" else kind)
    count = STEPS if kind == "steps" else min(len(pool), dice.randint(*SENTENCES))
    ids = [str(uuid.UUID(int=dice.getrandbits(128), version=4)) for _ in range(count + 1)]
    return Section(kind, dice.sample(pool, count), ids)


def _block(section: Section, about: About, code: str) -> dict[str, Any]:
    """Return the stored value of a block; every item of a list has an id, the same in every language."""
    kind = "making" if section.kind == "steps" else section.kind
    sentences = [about.fill(pattern, code) for pattern in section.sentences]
    value: dict[str, Any] = {"heading": about.fill(words.headings(kind)[0], code)}
    if section.kind == "steps":
        value["steps"] = [
            {"type": "item", "id": item, "value": {
                "title": words.capitalised(text.split(",")[0].split(";")[0].rstrip("."))[:120],
                "text": text, "image": None, "duration": "", "tool": "",
            }}
            for item, text in zip(section.ids[1:], sentences, strict=True)
        ]  # fmt: skip
    else:
        value["text"] = "".join(f"<p>{escape(text, quote=False)}</p>" for text in sentences)
    block = {"steps": "steps", "visit": "visit"}.get(section.kind, "text")
    return {"type": block, "id": section.ids[0], "value": value}
