"""Small files, plain names, nothing left for later (ARCHITECTURE, style 1 and 3)."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("site", "static/js", "static/css", "templates", "tests", "docs/tools")
KINDS = {".py", ".js", ".css", ".html"}
LIMIT = 300
VAGUE = {"utils", "util", "helpers", "helper", "misc", "common"}
LATER = re.compile(r"\b(TODO|FIXME|XXX)\b")


def sources():
    """Every file that we wrote by hand."""
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in KINDS and not {"migrations", "__pycache__"} & set(path.parts):
                yield path


def test_no_file_is_longer_than_a_few_screens():
    counts = {str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines()) for path in sources()}
    assert counts
    assert {name: count for name, count in counts.items() if count > LIMIT} == {}


def test_no_vague_names():
    assert [str(path) for path in sources() if path.stem in VAGUE or path.parent.name in VAGUE] == []


def test_nothing_is_left_for_later():
    own = Path(__file__)
    assert [str(path) for path in sources() if path != own and LATER.search(path.read_text(encoding="utf-8"))] == []


def test_source_root_is_no_package():
    assert not (ROOT / "site/__init__.py").exists()
