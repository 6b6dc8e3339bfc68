"""Reading the narratives: one Markdown file a language; the format is described in docs/narratives.md."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from pathlib import Path

from demo.written import Problem

KINDS = ("villages", "products", "centres", "routes", "crafts", "stories", "campaigns", "sections", "pages", "home")
DESTINATIONS = ("village", "centre")
LANGUAGES = ("vi", "en", "id")
ITALIC = re.compile(r"\*([^*\s](?:[^*]*[^*\s])?)\*")
HEADING = re.compile(r"^## (?:\[(steps|visit|records)\] ?)?(.*)$")


@dataclass
class Step:
    """One step of a process."""

    title: str
    duration: str
    tool: str
    text: str = ""


@dataclass
class Section:
    """One block of the body: `text`, `visit`, `steps` or `records`."""

    kind: str
    heading: str
    paragraphs: list[str] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    records: list[tuple[str, str]] = field(default_factory=list)

    @property
    def shape(self) -> tuple[object, ...]:
        """Return what the section must share with the same section of the other languages."""
        steps = [(bool(step.duration), bool(step.tool), bool(step.text)) for step in self.steps]
        return (self.kind, bool(self.heading), len(self.paragraphs), steps, self.records)


@dataclass
class Text:
    """One narrative in one language."""

    path: Path
    head: dict[str, str]
    sections: list[Section]

    def __getitem__(self, name: str) -> str:
        """Return a line of the front matter; empty when it is missing."""
        return self.head.get(name, "")


@dataclass
class Narrative:
    """One narrative in every language it is written in."""

    kind: str
    slug: str
    texts: dict[str, Text]

    @property
    def source_language(self) -> str:
        """Return the language the narrative was written in first."""
        return next(iter(self.texts.values()))["source_language"]

    @property
    def source(self) -> Text:
        """Return the text in that language."""
        return self.texts[self.source_language]


def read_narratives(folder: Path, problems: list[Problem]) -> list[Narrative]:
    """Return every narrative of the folder, in a fixed order; note files that don't match one another."""
    found: list[Narrative] = []
    for kind in KINDS:
        for home in sorted((folder / kind).glob("*/")):
            texts = {code: _read(home / f"{code}.md") for code in LANGUAGES if (home / f"{code}.md").is_file()}
            if texts:
                narrative = Narrative(kind, home.name, texts)
                if _matches(narrative, problems):
                    found.append(narrative)
    return found


def _matches(narrative: Narrative, problems: list[Problem]) -> bool:
    """Tell whether the languages can be paired string by string."""
    any_text = next(iter(narrative.texts.values()))
    if narrative.source_language not in narrative.texts:
        problems.append(Problem(any_text.path, 1, "source_language", "is missing, or that file does not exist"))
        return False
    wanted = [section.shape for section in narrative.source.sections]
    good = True
    for text in narrative.texts.values():
        shapes = [section.shape for section in text.sections]
        if shapes != wanted:
            at = next(
                (i for i, pair in enumerate(zip(shapes, wanted, strict=False)) if pair[0] != pair[1]), len(shapes)
            )
            message = f"section {at + 1} differs in shape from the source language's ({narrative.source_language})"
            problems.append(Problem(text.path, 1, "body", message))
            good = False
        for name in ("title", "introduction"):
            if not text[name]:
                problems.append(Problem(text.path, 1, name, "is missing"))
                good = False
        if narrative.kind == "campaigns" and not _leads_somewhere(text, narrative.source):
            message = "must be a village or a centre, the same in every language"
            problems.append(Problem(text.path, 1, "destination", message))
            good = False
    return good


def _leads_somewhere(text: Text, source: Text) -> bool:
    """Tell whether a campaign names one place that can be a destination, as its source language does."""
    kind, slug = destination(text)
    return kind in DESTINATIONS and bool(slug) and text["destination"] == source["destination"]


def _read(path: Path) -> Text:
    _before, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
    head = dict(line.split(": ", 1) for line in front.splitlines() if ": " in line)
    return Text(path, {name.strip(): value.strip() for name, value in head.items()}, _sections(body))


def _sections(body: str) -> list[Section]:
    sections: list[Section] = []
    for chunk in re.split(r"(?m)^(?=## )", body):
        match = HEADING.match(chunk.split("\n", 1)[0])
        if match is None:
            continue
        section = Section(match[1] or "text", match[2].strip())
        rest = chunk.partition("\n")[2]
        if section.kind == "steps":
            section.steps = [_step(part) for part in re.split(r"(?m)^### ", rest)[1:]]
        elif section.kind == "records":
            section.records = _records(rest)
        else:
            section.paragraphs = _paragraphs(rest)
        sections.append(section)
    return sections


def _paragraphs(text: str) -> list[str]:
    return [" ".join(part.split()) for part in re.split(r"\n\s*\n", text) if part.strip()]


def _step(part: str) -> Step:
    line, _newline, rest = part.partition("\n")
    title, duration, tool = (*(cell.strip() for cell in line.split("|")), "", "")[:3]
    return Step(title, duration, tool, plain(" ".join(rest.split())))


def _records(text: str) -> list[tuple[str, str]]:
    pairs = [line[2:].strip().split(":", 1) for line in text.splitlines() if line.startswith("- ")]
    return [(pair[0], pair[1]) for pair in pairs if len(pair) == 2]


def destination(text: Text) -> tuple[str, str]:
    """Return kind and slug of the place a campaign invites to; empty strings when the line is missing."""
    kind, _colon, slug = text["destination"].partition(":")
    return kind, slug


def subjects(text: Text) -> list[tuple[str, str]]:
    """Return the (kind, slug) pairs of a story's subjects."""
    return [
        (kind, slug)
        for kind, _colon, slug in (part.strip().partition(":") for part in text["subjects"].split(","))
        if slug
    ]


def rich_text(paragraphs: list[str]) -> str:
    """Return paragraphs as Wagtail stores rich text; italic is the only mark-up."""
    return "".join("<p>" + ITALIC.sub(r"<i>\1</i>", html.escape(text, quote=False)) + "</p>" for text in paragraphs)


def plain(text: str) -> str:
    """Return a text without the marks of italics, for plain fields."""
    return ITALIC.sub(r"\1", text)
