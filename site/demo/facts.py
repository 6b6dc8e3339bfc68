"""The facts of the files: first all are checked, then all are written, in the order of their references."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Model, prefetch_related_objects
from wagtail.models import ReferenceIndex

from centres.models import Centre, OpeningPeriod
from crafts.models import Craft, CraftStep
from demo import programmes
from demo.reading import Tables
from demo.rows import centres, crafts, festivals, places, products, routes, synonyms
from demo.rows.known import Known
from demo.upsert import Writer
from demo.wanted import Wanted
from places.models import Event, Province, ProvinceAlias, Region, Village
from products.current import refresh_current
from products.models import PeriodLevel, Producer, Product, ProductGroup, Programme, ProgrammePeriod, Recognition
from routes.models import Route, RouteStop
from search.models import Synonym


@dataclass(frozen=True)
class Batch:
    """Rows of one model; see `Writer.write` for `natural` and `parent`."""

    model: type[Model]
    wanted: list[Wanted]
    natural: tuple[str, ...] = ()
    parent: str = ""


def check(tables: Tables, warnings: list[str]) -> list[Batch]:
    """Return what the files ask for, in the order of writing; problems are noted on the rows, warnings in the list."""
    known = Known.of(tables)
    models = places.model_destinations(tables, known)
    makers = products.producers(tables)
    return [
        Batch(Programme, programmes.programmes(), ("key",)),
        Batch(ProgrammePeriod, programmes.periods(), parent="programme"),
        Batch(PeriodLevel, programmes.levels(), parent="period"),
        Batch(ProductGroup, products.groups(tables), ("programme", "key")),
        Batch(Region, places.regions(tables, known), ("slug",)),
        Batch(Province, places.provinces(tables, known), ("slug",)),
        Batch(ProvinceAlias, places.aliases(tables, known), ("name", "province")),
        Batch(Craft, crafts.crafts(tables, known), ("slug",)),
        Batch(CraftStep, crafts.steps(tables, known), parent="craft"),
        Batch(Village, places.villages(tables, known, models, warnings), ("slug",)),
        Batch(Village.crafts.through, crafts.village_crafts(tables, known), ("village", "craft"), parent="village"),
        Batch(Producer, makers.wanted, ("slug",)),
        Batch(Product, products.products(tables, known, makers), ("slug",)),
        Batch(Recognition, products.recognitions(tables, warnings), parent="product"),
        Batch(Centre, centres.centres(tables, known, models, warnings), ("slug",)),
        Batch(OpeningPeriod, centres.opening_periods(tables), parent="centre"),
        Batch(Event, festivals.festivals(tables, known), ("slug",)),
        Batch(Route, routes.routes(tables, known), ("slug",)),
        Batch(RouteStop, routes.stops(tables, known), parent="route"),
        Batch(Synonym, synonyms.synonyms(tables), ("words", "means")),
    ]


def write(batches: list[Batch]) -> Writer:
    """Write the checked rows and bring everything derived up to date."""
    writer = Writer()
    for batch in batches:
        writer.write(batch.model, batch.wanted, batch.natural, batch.parent)
        if batch.model is PeriodLevel:
            prefetch_related_objects(list(writer.placed[Programme._meta.label].values()), "periods")
    refresh_current(_products_to_refresh(writer))
    _index_references(writer)
    return writer


def _products_to_refresh(writer: Writer) -> list[int]:
    rows: list[Any] = writer.touched.get(Recognition._meta.label, [])
    return [row.product_id for row in rows]


def _index_references(writer: Writer) -> None:
    """Let the admin say what refers to what: rows written in bulk send no signal."""
    rows: list[Any] = [row for rows in writer.touched.values() for row in rows]
    owners = dict.fromkeys(row.route if isinstance(row, RouteStop) else row for row in rows)
    for owner in owners:
        if ReferenceIndex.model_is_indexable(type(owner)):
            ReferenceIndex.create_or_update_for_object(owner)
