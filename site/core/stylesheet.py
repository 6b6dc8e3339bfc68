"""The site's style sheets served as one file: one request instead of twenty, without a build step.

`css/site.css` is the parts of `static/css/` one after the other. It is written below `VAR_DIR` whenever a part has
changed, by whoever looks static files up: the development server, the tests, `collectstatic`.
"""

from __future__ import annotations

import builtins
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.checks import CheckMessage, Error
from django.core.files.storage import FileSystemStorage

NAME = "css/site.css"
FIRST = ("tokens.css", "base.css", "layout.css")
# Sheets of single pages, linked by the templates that need them.
ALONE = frozenset({"choropleth.css", "line_editor.css", "map.css", "point_picker.css", "specimen.css"})


def source() -> Path:
    """Return the folder of the style sheets."""
    return Path(settings.ROOT) / "static" / "css"


def parts() -> list[Path]:
    """Return the sheets in order; layers keep their precedence whatever the order of the components."""
    components = sorted(path for path in (source() / "components").glob("*.css") if path.name not in ALONE)
    return [*(source() / name for name in FIRST), *components]


def bundle() -> Path:
    """Return the joined sheet, written anew when a part has changed."""
    target = Path(settings.VAR_DIR) / "bundle" / NAME
    text = "\n".join(part.read_text("utf-8") for part in parts())
    if not target.exists() or target.read_text("utf-8") != text:
        target.parent.mkdir(parents=True, exist_ok=True)
        fresh = target.with_suffix(".part")
        fresh.write_text(text, "utf-8")
        fresh.replace(target)
    return target


class StylesheetFinder(BaseFinder):
    """Offers the joined sheet to Django's static files."""

    def check(self, **kwargs: Any) -> builtins.list[CheckMessage]:
        """Refuse a component that names a file: its path would be another one inside the joined sheet."""
        wrong = [part.name for part in parts() if part.parent != source() and "url(" in part.read_text("utf-8")]
        return [Error(f"{name} uses url(): put the rule into layout.css.", id="core.E101") for name in wrong]

    def find(self, path: str, find_all: bool = False, **kwargs: Any) -> Any:
        """Return the joined sheet's place on disk for its name; nothing for any other name."""
        found = [str(bundle())] if path == NAME else []
        return found if find_all or kwargs.get("all") else next(iter(found), [])

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[tuple[str, FileSystemStorage]]:
        """Give the joined sheet to `collectstatic`."""
        yield NAME, FileSystemStorage(location=bundle().parents[1])
