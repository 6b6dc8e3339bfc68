"""The national data set to measure: built once for each state of what makes it, on SQLite or PostgreSQL."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parents[3]
VAR_DIR = Path(os.environ.get("VAR_DIR", "").strip() or ROOT / "var")
# What a generated row looks like depends on these; templates and views don't matter.
SOURCES = (
    "requirements.txt", "site/demo/**/*.*", "site/*/migrations/*.py", "site/*/models/*.py",
    "site/core/collation.py", "site/core/folding.py", "site/core/labels.py", "site/core/search/*.py",
    "site/products/current.py", "site/products/validity.py",
)  # fmt: skip


def fingerprint() -> str:
    """Return a name that changes with every source of the data."""
    digest = hashlib.sha256()
    for source in sorted(path for pattern in SOURCES for path in ROOT.glob(pattern)):
        if source.suffix not in (".pyc", ".mo"):
            digest.update(str(source.relative_to(ROOT)).encode() + source.read_bytes())
    return digest.hexdigest()[:12]


def sqlite() -> str:
    """Return the address of the data set on SQLite; build it first when there is none yet."""
    sys.path.insert(0, str(ROOT))
    from tests import database

    target = VAR_DIR / f"bench-{fingerprint()}.sqlite3"
    if not target.exists():
        unfinished = VAR_DIR / "bench-unfinished.sqlite3"
        for old in VAR_DIR.glob("bench-*.sqlite3*"):
            old.unlink()
        shutil.copyfile(database.demonstration(), unfinished)
        _manage(f"sqlite:///{unfinished}", "generate_scale")
        unfinished.replace(target)
    return f"sqlite:///{target}"


def postgresql(address: str) -> str:
    """Return the address of the data set beside the database of `address`; build it when there is none yet."""
    base = urlsplit(address).path.lstrip("/")
    name = re.sub(r"\W", "_", f"{base}_bench_{fingerprint()}")
    found = urlsplit(address)._replace(path=f"/{name}").geturl()
    maintenance = urlsplit(address)._replace(path="/postgres").geturl()
    existing = list(_databases(maintenance))
    if name in existing:
        return found
    for old in existing:
        if old.startswith(f"{base}_bench_"):
            _execute(maintenance, f'DROP DATABASE "{old}"')
    _execute(maintenance, f'CREATE DATABASE "{name}"')
    try:
        for command in ("migrate", "load_demo", "generate_scale"):
            _manage(found, command)
        _execute(found, "ANALYZE")
    except BaseException:
        _execute(maintenance, f'DROP DATABASE "{name}" WITH (FORCE)')
        raise
    return found


def _databases(address: str) -> Iterator[str]:
    import psycopg2

    connection = psycopg2.connect(address)
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT datname FROM pg_database")
            yield from (row[0] for row in cursor.fetchall())
    finally:
        connection.close()


def _execute(address: str, statement: str) -> None:
    import psycopg2

    connection = psycopg2.connect(address)
    connection.autocommit = True
    try:
        with connection.cursor() as cursor:
            cursor.execute(statement)
    finally:
        connection.close()


def _manage(address: str, command: str) -> None:
    """Run a management command on a database, in a process of its own."""
    print(f"{command} …", file=sys.stderr, flush=True)
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "config.settings.test",
        "DATABASE_URL": address,
        "PYTHONPATH": str(ROOT / "site"),
    }
    manage = [sys.executable, str(ROOT / "manage.py"), command, "--verbosity", "0", "--skip-checks"]
    subprocess.run(manage, cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)
