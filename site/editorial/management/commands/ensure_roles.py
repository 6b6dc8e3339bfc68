"""manage.py ensure_roles: create the groups of editors with their permissions, or put them right."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from editorial.roles import ensure_roles


class Command(BaseCommand):
    """Idempotent; safe on a site in use."""

    help = "Create the groups of editors with their permissions, or put them right."

    def handle(self, *args: Any, **options: Any) -> None:
        """Create the groups and name them."""
        with transaction.atomic():
            groups = ensure_roles()
        self.stdout.write(", ".join(group.name for group in groups))
