"""manage.py load_demo: real places, products, routes, and words about them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from demo.loading import BadData, Result, load
from demo.logins import ensure_logins


class Command(BaseCommand):
    """Load the project's data, as often as you like; what a person changed or deleted since stays so."""

    help = "Load the project's own data, and that of further folders with files of the same shape."

    def add_arguments(self, parser: CommandParser) -> None:
        """Offer --data and --yes."""
        parser.add_argument(
            "--data", action="append", default=[], metavar="FOLDER", help="a further folder of CSV files"
        )
        parser.add_argument("--yes", action="store_true", help="load under production settings, too")

    def handle(self, *args: Any, **options: Any) -> None:
        """Refuse or load; say what is odd and what was written."""
        if not settings.DEMO_LOGINS and not options["yes"]:
            raise CommandError(
                "These are production settings. Add --yes to load demonstration content here all the same."
            )
        folders = [Path(folder) for folder in options["data"]]
        if missing := [str(folder) for folder in folders if not folder.is_dir()]:
            raise CommandError(f"There is no such folder: {', '.join(missing)}")
        try:
            with transaction.atomic():  # content without logins would look loaded to `make run`
                result = load(folders)
                logins = ensure_logins()
        except BadData as error:
            count = len(error.problems)
            raise CommandError(f"{error}\n{count} problem{'s' * (count > 1)}; nothing was written.") from error
        if options["verbosity"] > 0:
            self._report(result, logins)

    def _report(self, result: Result, logins: list[str]) -> None:
        """Say what is odd and what was written."""
        for warning in result.warnings:
            self.stderr.write(f"warning: {warning}")
        for label, count in sorted(result.counts.items()):
            self.stdout.write(f"{label}: {count} written")
        self.stdout.write("Loaded." if result.counts else "Everything was there already.")
        if logins:
            self.stdout.write(f"demo logins: {', '.join(logins)}")
