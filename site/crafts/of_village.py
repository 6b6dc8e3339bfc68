"""All crafts of a village as one column of another query, so that naming them at every stop costs no query more."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db.models import Func, JSONField, OuterRef, Subquery
from django.db.models.functions import JSONObject

from core.labels import Label
from crafts.models import Craft

COLUMNS = ("pk", "name", "slug", "country_code", "live", "months", "sort_en")


class ListedRows(Func):
    """The rows of a query of its own as one JSON list, in no order."""

    function = "JSON_GROUP_ARRAY"
    output_field: ClassVar[Any] = JSONField()

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        """Say it as PostgreSQL does."""
        return self.as_sql(compiler, connection, function="JSONB_AGG", **context)


def crafts_listed(village: str) -> Subquery:
    """Return the crafts of the village that the outer column `village` names, for `listed_crafts`."""
    crafts: Any = Craft.objects.filter(villages=OuterRef(village)).order_by()
    return Subquery(crafts.values(rows=ListedRows(JSONObject(**{name: name for name in COLUMNS}))))


def listed_crafts(rows: list[dict[str, Any]] | None) -> list[Craft]:
    """Return the crafts of such a column in their usual order, with the columns that name and link them."""
    crafts = [Craft(**{**row, "name": Label(row["name"]), "live": bool(row["live"])}) for row in rows or []]
    return sorted(crafts, key=lambda craft: (craft.sort_en, craft.pk))
