"""`generate_products --count 17500`: fill the register with invented products; `--remove` takes them out again."""

from __future__ import annotations

import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from demo import scale


class Command(BaseCommand):
    """Build or remove the batch that lists and search are measured with."""

    help = "Add invented products (slugs scale-…) for measurements, or remove them."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the number of products, or --remove."""
        parser.add_argument("--count", type=int, default=17_500, help="how many invented products there shall be")
        parser.add_argument("--remove", action="store_true", help="delete the invented products and producers")

    def handle(self, *args: Any, **options: Any) -> None:
        """Generate or remove, and say how many and how long."""
        started = time.perf_counter()
        try:
            done = scale.remove() if options["remove"] else scale.generate(options["count"])
        except LookupError as error:
            raise CommandError(str(error)) from error
        word = "removed" if options["remove"] else "added"
        self.stdout.write(f"{done} products {word} in {time.perf_counter() - started:.1f} s")
