"""Writing what is wanted, in bulk and any number of times, without touching what a person changed or deleted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any

from django.apps import apps
from django.db.models import Field, Model
from i18nfield.strings import LazyI18nString

from core import clock
from core.labels import Label
from core.models import Record, ShortCode
from demo.models import LoadedRow
from demo.wanted import Link, Wanted

BATCH = 200
DERIVED = ("sort_vi", "sort_en", "sort_id", "valid_until", "updated_at")


@dataclass
class Writer:
    """Writes model after model; later models link to what earlier ones placed."""

    placed: dict[str, dict[str, Model]] = field(default_factory=dict)
    foreign: set[Link] = field(default_factory=set)
    asked: set[Link] = field(default_factory=set)
    touched: dict[str, list[Model]] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)

    def write(
        self, model: type[Model], wanted: Sequence[Wanted], natural: tuple[str, ...] = (), parent: str = ""
    ) -> None:
        """Write rows of one model.

        `natural`: the fields by which a row is recognised that a person made before us. `parent`: the field that links
        to the row's owner; what belongs to a person's own record gets no children from us.
        """
        label = model._meta.label
        self.asked.update(Link(label, row.key) for row in wanted)
        memory = {row.key: row for row in LoadedRow.objects.filter(model_label=label)}
        known = model._default_manager.in_bulk([memory[row.key].object_id for row in wanted if row.key in memory])
        fresh: dict[str, tuple[Model, dict[str, Any]]] = {}
        changed: list[Model] = []
        names: set[str] = set()
        for row in wanted:
            values = self._resolve(model, row.values)
            if row.key in memory:
                instance = known.get(memory[row.key].object_id)
                if instance is not None and self._update(instance, values, memory[row.key], names):
                    changed.append(instance)
                self._place(label, row.key, instance, memory[row.key].values)
            elif values is not None and row.values.get(parent) not in self.foreign:
                fresh[row.key] = (model(**values), values)
        self._save(model, changed, names)
        self._create(model, fresh, natural)

    def get(self, label: str, key: str) -> Any:
        """Return what was placed under a key; None when it does not exist (any more)."""
        return self.placed.get(label, {}).get(key)

    # --- one row -----------------------------------------------------------------------------------------------------

    def _resolve(self, model: type[Model], values: dict[str, Any]) -> dict[str, Any] | None:
        """Return the values with links followed; None when something it can't be without is gone."""
        resolved: dict[str, Any] = {}
        for name, value in values.items():
            if isinstance(value, Link):
                target = self.get(value.label, value.key) or self._standing(value)
                if target is None and not model._meta.get_field(name).null:
                    return None
                value = target
            resolved[name] = value
        return resolved

    def _standing(self, wanted: Link) -> Model | None:
        """Return a record that stands in the database but not in these files; None for one that a person deleted."""
        model = apps.get_model(wanted.label)
        if wanted in self.asked or not issubclass(model, Record):
            return None
        instance: Model | None = model._default_manager.filter(slug=wanted.key).first()
        self._place(wanted.label, wanted.key, instance, {"slug": wanted.key})
        return instance

    def _update(self, instance: Model, values: dict[str, Any] | None, memory: LoadedRow, names: set[str]) -> bool:
        """Set the fields that nobody else has changed since; return whether any was."""
        if not memory.values:  # a person's own record
            return False
        before = dict(memory.values)
        for name, value in (values or {}).items():
            column = instance._meta.get_field(name)
            new = plain(value)
            # A column added since the row was loaded was empty then.
            known = memory.values.get(name, plain(column.get_default())) if isinstance(column, Field) else new
            if new == known:
                continue
            if isinstance(column, Field) and plain(column.value_from_object(instance)) == known:
                setattr(instance, name, value)
                memory.values[name] = new
                names.add(name)
        if memory.values == before:
            return False
        memory.save(update_fields=["values"])
        return True

    def _place(self, label: str, key: str, instance: Model | None, values: dict[str, Any]) -> None:
        if instance is not None:
            self.placed.setdefault(label, {})[key] = instance
            if not values:
                self.foreign.add(Link(label, key))

    # --- many rows ---------------------------------------------------------------------------------------------------

    def _save(self, model: type[Model], changed: list[Model], names: set[str]) -> None:
        if not changed:
            return
        columns = {column.name for column in model._meta.concrete_fields}
        for instance in changed:
            derive(instance)
            if "updated_at" in columns:
                instance.updated_at = clock.now()  # type: ignore[attr-defined]  # of SavedRecord
        model._default_manager.bulk_update(changed, sorted(names | (columns & set(DERIVED))), batch_size=BATCH)
        self._touch(model, changed)

    def _create(
        self, model: type[Model], fresh: dict[str, tuple[Model, dict[str, Any]]], natural: tuple[str, ...]
    ) -> None:
        if not fresh:
            return
        label = model._meta.label
        theirs = {_identity(row, natural): row for row in model._default_manager.all()} if natural else {}
        memories: list[LoadedRow] = []
        new: dict[str, Model] = {}
        for key, (instance, _values) in fresh.items():
            existing = theirs.get(_identity(instance, natural)) if natural else None
            if existing is None:
                new[key] = instance
            else:
                memories.append(LoadedRow(model_label=label, key=key, object_id=existing.pk, values={}))
                self._place(label, key, existing, {})
        self._insert(model, list(new.values()))
        for key, instance in new.items():
            values = {name: plain(value) for name, value in fresh[key][1].items()}
            memories.append(LoadedRow(model_label=label, key=key, object_id=instance.pk, values=values))
            self._place(label, key, instance, values)
        LoadedRow.objects.bulk_create(memories, batch_size=BATCH)

    def _insert(self, model: type[Model], new: list[Model]) -> None:
        if issubclass(model, Record) and model.section:
            codes = ShortCode.claim_many(model.section, [row.slug for row in new])  # type: ignore[attr-defined]  # a Record
            for row in new:
                row.code = codes[row.slug]  # type: ignore[attr-defined]  # a Record
        for row in new:
            derive(row)
        model._default_manager.bulk_create(new, batch_size=BATCH)
        self._touch(model, new)

    def _touch(self, model: type[Model], rows: list[Model]) -> None:
        self.touched.setdefault(model._meta.label, []).extend(rows)
        self.counts[model._meta.label] += len(rows)


def derive(instance: Any) -> None:
    """Fill the columns that follow from others, for models that have any."""
    if hasattr(instance, "derive"):
        instance.derive()


def plain(value: Any) -> Any:
    """Return a value as JSON can hold it, so that what was written can be compared with what stands there now."""
    if isinstance(value, LazyI18nString):
        return Label(value).data
    if isinstance(value, Model):
        return value.pk
    if isinstance(value, date | time):
        return value.isoformat()
    return value


def _identity(instance: Model, natural: tuple[str, ...]) -> tuple[Any, ...]:
    return tuple(plain(instance._meta.get_field(name).value_from_object(instance)) for name in natural)  # type: ignore[union-attr]  # columns only
