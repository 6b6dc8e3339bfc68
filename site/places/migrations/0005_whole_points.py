"""A village has both coordinates or neither: the first rule let a half through, for SQL doesn't refuse a null."""

from __future__ import annotations

from typing import Any

from django.db import migrations, models
from django.db.models import F, Q


def forget_halves(apps: Any, schema_editor: Any) -> None:
    """Take half a point for none."""
    villages = apps.get_model("places", "Village").objects
    villages.filter(Q(latitude=None) ^ Q(longitude=None)).update(latitude=None, longitude=None)


class Migration(migrations.Migration):
    dependencies = [
        ("places", "0004_festivals_by_calendar"),
    ]

    operations = [
        migrations.RunPython(forget_halves, migrations.RunPython.noop),
        migrations.RemoveConstraint(model_name="village", name="village_point_whole_or_absent"),
        migrations.AddConstraint(
            model_name="village",
            constraint=models.CheckConstraint(
                condition=Q(latitude__isnull=True, longitude__isnull=True)
                | Q(
                    latitude__isnull=False,
                    longitude__isnull=False,
                    latitude__range=(-90, 90),
                    longitude__range=(-180, 180),
                ),
                name="village_point_whole_or_absent",
                violation_error_message="Give both latitude and longitude, or neither.",
            ),
        ),
        migrations.AlterConstraint(
            model_name="eventdate",
            name="event_dates_in_order",
            constraint=models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="event_dates_in_order",
                violation_error_message="The last day lies before the first.",
            ),
        ),
    ]
