"""`generate_scale`: a data set of national size to measure with; `--remove` takes it out again."""

from __future__ import annotations

import time
from argparse import ArgumentParser
from dataclasses import fields
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db.models import ProtectedError

from demo.scale import Sizes, generate, remove


class Command(BaseCommand):
    """Build or remove the national data set. Run twice, it adds nothing."""

    help = "Add generated content of national size (slugs scale-…) for measurements, or remove it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take each size and the seed as an argument, or --remove."""
        for field in fields(Sizes):
            parser.add_argument(f"--{field.name}", type=int, default=field.default, help=f"default: {field.default}")
        parser.add_argument("--remove", action="store_true", help="delete everything that was generated")

    def handle(self, *args: Any, **options: Any) -> None:
        """Generate or remove, and say how many and how long."""
        started = time.perf_counter()
        if options["remove"]:
            self._say(f"{self._removed()} records and pages removed", started)
            return
        try:
            counts = generate(Sizes(**{field.name: options[field.name] for field in fields(Sizes)}))
        except LookupError as error:
            raise CommandError(str(error)) from error
        if options["verbosity"] > 0:
            for label, count in sorted(counts.items()):
                self.stdout.write(f"{label}: {count} written")
        self._say(f"{counts.total()} rows written", started)

    def _removed(self) -> int:
        try:
            return remove()
        except ProtectedError as error:
            others = ", ".join(sorted({str(found) for found in error.protected_objects}))
            raise CommandError(f"Other content points at generated records; nothing was removed: {others}") from error

    def _say(self, words: str, started: float) -> None:
        self.stdout.write(f"{words} in {time.perf_counter() - started:.1f} s")
