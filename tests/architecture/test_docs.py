"""The documents say what the code says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from docs.tools import environment

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)#]+)\)")


def test_readme_is_short():
    assert len(README.splitlines()) <= 150


def test_environment_table_equals_the_code():
    text = environment.DOCUMENT.read_text(encoding="utf-8")
    assert environment.table() in text, "run python docs/tools/environment.py"


def test_every_decision_is_linked_and_short():
    decisions = sorted((ROOT / "docs/adr").glob("*.md"))
    assert decisions
    for path in decisions:
        assert f"docs/adr/{path.name}" in README
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 40


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(path):
    targets = [target for target in LINK.findall(path.read_text(encoding="utf-8")) if "://" not in target]
    assert [target for target in targets if not (path.parent / target).exists()] == []


def test_named_tests_exist():
    text = (ROOT / "docs/verification/README.md").read_text(encoding="utf-8")
    named = re.findall(r"`(tests/[\w/.]+)`", text)
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_makefile_targets_in_the_documents_exist():
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for path in DOCUMENTS:
        named = re.findall(r"(?:`|^)make ([a-z-]+)", path.read_text(encoding="utf-8"), re.MULTILINE)
        assert set(named) <= targets, path.name
