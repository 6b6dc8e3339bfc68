"""A few festivals, a fair and a craft in season, for tests of the pages and the feed."""

from __future__ import annotations

from datetime import date

from tests import factories as make

from core.fields import mask_of

DECEMBER = mask_of([12])


def world():
    """Return records by a short name; the clock stands at 22 November 2026."""
    north, south = make.make_province("Bắc"), make.make_province("Nam")
    incense = make.make_craft({"en": "Incense"}, months=mask_of([11, 12, 1]))
    make.make_craft({"en": "Silk"})
    craft_village = make.make_village("Làng Hương", crafts=[incense], province=north)
    village = make.make_village("Làng Gióng", province=south)
    return {
        "north": north,
        "south": south,
        "incense": incense,
        "incense_village": craft_village,
        "village": village,
        "fixed": make.make_event({"en": "Fixed day"}, village=village, calendar="solar", months=DECEMBER, first_day=5),
        "lunar": make.make_event(
            {"en": "Lunar days"}, village=village, calendar="lunar", months=mask_of([11]), first_day=1, last_day=3
        ),
        "month": make.make_event({"en": "Lunar month"}, village=craft_village, calendar="lunar", months=mask_of([11])),
        "other": make.make_event({"en": "Announced"}, province=north, calendar="other", months=DECEMBER),
        "unknown": make.make_event({"en": "Unknown"}, village=village, calendar="lunar"),
        "hidden": make.make_event(
            {"en": "Hidden"}, village=village, calendar="solar", months=DECEMBER, first_day=6, live=False
        ),
        "fair": make.make_centre(
            {"en": "Winter fair"}, kind="fair_stand", province=north,
            fair_starts_on=date(2026, 12, 20), fair_ends_on=date(2026, 12, 27),
        ),
    }  # fmt: skip
