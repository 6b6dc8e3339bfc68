"""What visitors found at the door, by centre and day."""

from __future__ import annotations

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("centres", "0005_narrative_blocks"),
    ]

    operations = [
        migrations.CreateModel(
            name="DoorCount",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("day", models.DateField(db_index=True, verbose_name="day")),
                ("open", models.PositiveIntegerField(default=0, verbose_name="found open")),
                ("closed", models.PositiveIntegerField(default=0, verbose_name="found closed")),
                ("not_found", models.PositiveIntegerField(default=0, verbose_name="not found")),
                (
                    "centre",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="door_counts",
                        to="centres.centre",
                        verbose_name="centre",
                    ),
                ),
            ],
            options={
                "verbose_name": "door of a day",
                "verbose_name_plural": "doors by day",
                "ordering": ["-day", "centre_id"],
                "constraints": [
                    models.UniqueConstraint(fields=("centre", "day"), name="one_door_count_per_centre_and_day")
                ],
            },
        ),
    ]
