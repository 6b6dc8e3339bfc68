"""The two SQLite databases that tests start from: migrated, and with the demonstration content.

Migrating takes half a minute, loading as long, copying a tenth of a second: both are built once, in a process of their
own, and kept below `VAR_DIR` until a source changes. `python -m tests.database [demonstration]` builds ahead of time.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from contextlib import closing, contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VAR_DIR = Path(os.environ.get("VAR_DIR", "").strip() or ROOT / "var")


def _named(kind: str, sources: Iterable[Path]) -> Path:
    """Return the file whose name changes with every source."""
    digest = hashlib.sha256()
    for source in sources:
        digest.update(str(source.relative_to(ROOT)).encode() + source.read_bytes())
    return VAR_DIR / f"test-{kind}-{digest.hexdigest()[:16]}.sqlite3"


def _migrated_file() -> Path:
    """It changes with any migration, any pinned library and the settings that migrations read."""
    fixed = [ROOT / "requirements.txt", ROOT / "site/config/settings/base.py"]
    return _named("migrated", [*fixed, *sorted((ROOT / "site").glob("*/migrations/*.py"))])


def _demonstration_file() -> Path:
    """It changes with any source of the site and any row of its data."""
    code, data = (ROOT / "site").rglob("*.py"), (ROOT / "site/demo/data").rglob("*.*")
    return _named("demonstration", [ROOT / "requirements.txt", *sorted(code), *sorted(data)])


def migrated() -> Path:
    """Return the migrated database; build it first when there is none yet."""
    return _found_or_built(_migrated_file(), ["migrate"], None)


def demonstration() -> Path:
    """Return the database with the demonstration content; build it first when there is none yet."""
    return _found_or_built(_demonstration_file(), ["load_demo"], migrated())


@contextmanager
def _one_at_a_time():
    """Let the other workers wait while one builds."""
    VAR_DIR.mkdir(parents=True, exist_ok=True)
    with (VAR_DIR / "test-databases.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _found_or_built(target: Path, command: list[str], start: Path | None) -> Path:
    """Build what isn't there; whoever comes while it is being built waits."""
    if not target.exists():
        with _one_at_a_time():
            if not target.exists():
                _build(target, command, start)
    return target


def _build(target: Path, command: list[str], start: Path | None) -> None:
    """Run a management command on a copy of `start`, and keep the result."""
    with tempfile.TemporaryDirectory(dir=VAR_DIR, prefix="test-databases-") as folder:
        unfinished = Path(folder) / "db.sqlite3"
        if start:
            with closing(sqlite3.connect(start)) as source, closing(sqlite3.connect(unfinished)) as copy:
                source.backup(copy)
        environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "config.settings.test",
            "DATABASE_URL": f"sqlite:///{unfinished}",
            "PYTHONPATH": str(ROOT / "site"),
        }
        manage = [sys.executable, str(ROOT / "manage.py"), *command, "--verbosity", "0", "--skip-checks"]
        subprocess.run(manage, cwd=ROOT, env=environment, check=True)
        with closing(sqlite3.connect(unfinished)) as finished:
            finished.execute("PRAGMA journal_mode=DELETE")
        kind = target.name.rsplit("-", 1)[0]
        for old in VAR_DIR.glob(f"{kind}-*.sqlite3"):
            old.unlink(missing_ok=True)
        unfinished.replace(target)


if __name__ == "__main__":
    (demonstration if "demonstration" in sys.argv[1:] else migrated)()
