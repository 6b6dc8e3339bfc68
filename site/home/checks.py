"""The language trees as a check: `manage.py check --database default` and `sync_languages --check`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Tags, Warning, register
from django.db import connection

from home import languages
from home.models import HomePage


@register("languages", Tags.database)
def check_languages(*, databases: Sequence[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """Name every language's missing or alias page. A warning, since `migrate` runs it before `sync_languages` can."""
    if not databases or HomePage._meta.db_table not in connection.introspection.table_names():
        return []
    found = languages.problems() if HomePage.objects.exists() else ["No content language has its pages yet."]
    return [Warning(problem, hint="Run manage.py sync_languages.", id="home.W001") for problem in found]
