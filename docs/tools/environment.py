"""Write the table of environment variables in docs/operations.md: `python docs/tools/environment.py`."""

from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "site"))
DOCUMENT = ROOT / "docs" / "operations.md"
PLACE = re.compile(r"(<!-- environment -->\n).*?(<!-- /environment -->)", re.DOTALL)


def table() -> str:
    """Return the table in Markdown; paths inside the project are shown relative to it."""
    from config.env import VARIABLES

    rows = ["| Variable | Default | What for |", "|---|---|---|"]
    for variable in VARIABLES:
        default = (variable.default or "").replace(f"{ROOT}/", "")
        shown = "**required**" if variable.default is None else f"`{default}`" if default else "empty"
        rows.append(f"| `{variable.name}` | {shown} | {variable.purpose} |")
    return "\n".join(rows) + "\n"


def filled(text: str) -> str:
    """Return the document with the present table in its place."""
    return PLACE.sub(lambda found: found[1] + table() + found[2], text)


if __name__ == "__main__":
    DOCUMENT.write_text(filled(DOCUMENT.read_text(encoding="utf-8")), encoding="utf-8")
