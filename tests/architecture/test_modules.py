"""JavaScript modules: in production a page's own scripts have hashed addresses, what they import has plain ones."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
JS = ROOT / "static" / "js"
IMPORTED = re.compile(r"""(?:from|import)\s*\(?\s*["'](\.[^"']+)["']""")
EVERYWHERE = re.compile(r"""<script type="module" src="{% static "js/([^"]+)" %}">""")


def imports():
    """Every (module, what it imports), as paths below static/js."""
    for path in sorted(JS.rglob("*.js")):
        for name in IMPORTED.findall(path.read_text(encoding="utf-8")):
            yield path, (path.parent / name).resolve()


def test_what_is_imported_is_there():
    assert [(str(path), str(target)) for path, target in imports() if not target.is_file()] == []


def test_what_every_page_runs_is_imported_by_nobody_or_it_would_run_twice():
    everywhere = {JS / name for name in EVERYWHERE.findall((ROOT / "templates/base.html").read_text(encoding="utf-8"))}
    assert len(everywhere) >= 2
    assert [str(path) for path, target in imports() if target in everywhere] == []
