"""A centre has both coordinates or neither, and a fair stand both days: SQL doesn't refuse a null."""

from __future__ import annotations

from typing import Any

from django.db import migrations, models
from django.db.models import F, Q


def complete(apps: Any, schema_editor: Any) -> None:
    """Take half a point for none, and a fair without a last day for one of a day."""
    centres = apps.get_model("centres", "Centre").objects
    centres.filter(Q(latitude=None) ^ Q(longitude=None)).update(latitude=None, longitude=None)
    centres.filter(kind="fair_stand", fair_ends_on=None).update(fair_ends_on=F("fair_starts_on"))


class Migration(migrations.Migration):
    dependencies = [
        ("centres", "0006_door_counts"),
    ]

    operations = [
        migrations.RunPython(complete, migrations.RunPython.noop),
        migrations.RemoveConstraint(model_name="centre", name="centre_point_whole_or_absent"),
        migrations.AddConstraint(
            model_name="centre",
            constraint=models.CheckConstraint(
                condition=Q(latitude__isnull=True, longitude__isnull=True)
                | Q(
                    latitude__isnull=False,
                    longitude__isnull=False,
                    latitude__range=(-90, 90),
                    longitude__range=(-180, 180),
                ),
                name="centre_point_whole_or_absent",
                violation_error_message="Give both latitude and longitude, or neither.",
            ),
        ),
        migrations.RemoveConstraint(model_name="centre", name="fair_stand_has_dates"),
        migrations.AddConstraint(
            model_name="centre",
            constraint=models.CheckConstraint(
                condition=~Q(kind="fair_stand")
                | Q(
                    fair_starts_on__isnull=False,
                    fair_ends_on__isnull=False,
                    fair_ends_on__gte=F("fair_starts_on"),
                ),
                name="fair_stand_has_dates",
                violation_error_message="A fair stand needs its first and last day, in order.",
            ),
        ),
    ]
