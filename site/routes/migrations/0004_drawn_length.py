from __future__ import annotations

from typing import Any

from django.db import migrations, models
from pyproj import Geod


def measure(apps: Any, schema_editor: Any) -> None:
    """Measure the lines that there are, as `Route.derive` does."""
    geod = Geod(ellps="WGS84")
    for route in apps.get_model("routes", "Route").objects.exclude(line=None).only("line").iterator():
        coordinates = route.line.get("coordinates") if isinstance(route.line, dict) else None
        try:
            longitudes, latitudes = zip(*((float(one[0]), float(one[1])) for one in coordinates or []), strict=True)
        except (TypeError, IndexError, KeyError, ValueError):
            continue  # nothing that could be drawn
        route.line_metres = round(geod.line_length(longitudes, latitudes))
        route.save(update_fields=["line_metres"])


class Migration(migrations.Migration):
    dependencies = [("routes", "0003_narrative_blocks")]

    operations = [
        migrations.AddField(
            model_name="route", name="line_metres", field=models.PositiveIntegerField(default=0, editable=False)
        ),
        migrations.RunPython(measure, migrations.RunPython.noop),
    ]
