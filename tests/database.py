"""A migrated SQLite database, built once and copied: migrating takes half a minute, copying a tenth of a second."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from pathlib import Path

from django.conf import settings
from django.db.backends.sqlite3.creation import DatabaseCreation

ROOT = Path(__file__).resolve().parents[1]


def fingerprint():
    """A name that changes with any migration, any pinned library and the settings that migrations read."""
    sources = [ROOT / "requirements.txt", ROOT / "site/config/settings/base.py"]
    sources += sorted((ROOT / "site").glob("*/migrations/*.py"))
    digest = hashlib.sha256()
    for source in sources:
        digest.update(source.name.encode() + source.read_bytes())
    return digest.hexdigest()[:16]


class TemplatedCreation(DatabaseCreation):
    """Fills the test database from the template; migrates, and leaves the template, when there is none."""

    def create_test_db(self, verbosity=1, autoclobber=False, serialize=True, keepdb=False):
        template = Path(settings.VAR_DIR) / f"test-database-{fingerprint()}.sqlite3"
        if not template.exists():
            name = super().create_test_db(verbosity, autoclobber, serialize, keepdb)
            self._copy_to(template)
            return name
        name = self._get_test_db_name()
        self.connection.close()
        settings.DATABASES[self.connection.alias]["NAME"] = self.connection.settings_dict["NAME"] = name
        self.connection.ensure_connection()
        with sqlite3.connect(template) as source:
            source.backup(self.connection.connection)
        source.close()
        if serialize:
            self.connection._test_serialized_contents = self.serialize_db_to_string()
        return name

    def _copy_to(self, template):
        """Write beside and rename: two workers may do this at once."""
        template.parent.mkdir(parents=True, exist_ok=True)
        for old in template.parent.glob("test-database-*.sqlite3"):
            old.unlink(missing_ok=True)
        unfinished = template.with_suffix(f".{os.getpid()}")
        target = sqlite3.connect(unfinished)
        self.connection.ensure_connection()
        self.connection.connection.backup(target)
        target.close()
        unfinished.replace(template)
