"""Rules of periods say in words what is wrong."""

from __future__ import annotations

from django.db import migrations, models
from django.db.models import F, Q


class Migration(migrations.Migration):
    dependencies = [
        ("products", "0004_facets_index"),
    ]

    operations = [
        migrations.AlterConstraint(
            model_name="periodlevel",
            name="level_stars_in_order",
            constraint=models.CheckConstraint(
                condition=Q(stars_to__gte=F("stars_from")),
                name="level_stars_in_order",
                violation_error_message="The second number of stars is smaller than the first.",
            ),
        ),
        migrations.AlterConstraint(
            model_name="programmeperiod",
            name="period_dates_in_order",
            constraint=models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="period_dates_in_order",
                violation_error_message="The last day lies before the first.",
            ),
        ),
        migrations.AlterConstraint(
            model_name="programmeperiod",
            name="period_scale",
            constraint=models.CheckConstraint(
                condition=Q(stars_max__gte=1, shown_from__gte=1, shown_from__lte=F("stars_max")),
                name="period_scale",
                violation_error_message="Stars begin at 1, and none is shown from beyond the highest.",
            ),
        ),
    ]
