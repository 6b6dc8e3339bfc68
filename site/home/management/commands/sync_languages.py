"""manage.py sync_languages: the home and section pages of every content language."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from home import languages


class Command(BaseCommand):
    """Create what a language's tree lacks; change nothing that stands."""

    help = "Create the home and section pages of every content language; with --check, only say what is missing."

    def add_arguments(self, parser: CommandParser) -> None:
        """Offer --check."""
        parser.add_argument("--check", action="store_true", help="change nothing; exit 1 when something is missing")

    def handle(self, *args: Any, **options: Any) -> None:
        """Synchronise, then check."""
        if not options["check"]:
            with transaction.atomic():
                for line in languages.sync().done:
                    self.stdout.write(f"created or repaired: {line}")
        if problems := languages.problems():
            raise CommandError("\n".join(problems))
        self.stdout.write("Every content language has its pages.")
