"""What `make run` does once the libraries are there: catalogues, tables, demonstration content, server.

Tables are migrated only when a migration or the database changed since the last run, and the content is loaded only
into a new database: a second run starts in seconds and keeps every change.
"""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "site"), str(ROOT)]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.dev")
os.environ.setdefault("LOG_LEVEL", "WARNING")  # loading would name every page; requests are logged all the same

from docs.tools.catalogues import compile_catalogues  # noqa: E402 - needs the path above


def fingerprint(database: dict[str, object]) -> str:
    """Return a name that changes with the database's address, the libraries and any migration of ours."""
    digest = hashlib.sha256(repr([database[part] for part in ("ENGINE", "NAME", "HOST", "PORT")]).encode())
    for source in [ROOT / "requirements.txt", *sorted((ROOT / "site").glob("*/migrations/*.py"))]:
        digest.update(source.name.encode() + source.read_bytes())
    return digest.hexdigest()


def prepare() -> None:
    """Bring tables and content up to date; prints one line a step."""
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connection
    from wagtail.models import Page

    stamp = Path(settings.VAR_DIR) / "migrated"
    wanted = fingerprint(connection.settings_dict)
    exists = "django_migrations" in connection.introspection.table_names()
    if not (exists and stamp.exists() and stamp.read_text() == wanted):
        print("bringing the tables up to date …", flush=True)
        call_command("migrate", verbosity=0, skip_checks=True)
        stamp.write_text(wanted)
    if Page.objects.filter(depth__gt=2).exists():
        return
    print("loading the demonstration content (once) …", flush=True)
    call_command("load_demo", verbosity=0)


def announce(port: str) -> None:
    """Print where to look, and who may log in."""
    from demo.logins import LOGINS, PASSWORD

    address = f"http://127.0.0.1:{port}"
    print(f"\n  Site    {address}/    (vi, en, id)\n  Admin   {address}/admin/")
    print(f"  Logins  {', '.join(LOGINS)}; password {PASSWORD}")
    print("  Stop    Ctrl+C\n", flush=True)


def main() -> None:
    """Prepare, then become the development server."""
    from config import env

    compile_catalogues()
    prepare()
    port = env.text("PORT")
    announce(port)
    command = [sys.executable, str(ROOT / "manage.py"), "runserver", f"127.0.0.1:{port}", "--skip-checks"]
    if os.environ.get("RELOAD"):
        os.environ.setdefault("DEBUG", "1")
    else:
        command.append("--noreload")
    os.execv(sys.executable, command)


if __name__ == "__main__":
    main()
