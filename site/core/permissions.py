"""The one question about writing: may this user do this to this object? Records, pages, lists and choosers ask here.

The model permission comes first. Higher apps narrow it with rules (a centre's team, a province); a rule never widens.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Protocol

from django.db.models import QuerySet
from wagtail.permission_policies import ModelPermissionPolicy

ACTIONS = ("add", "change", "delete", "view")


class Rule(Protocol):
    """A narrowing of the model permission for one record type; both answers must agree."""

    def allows(self, user: Any, action: str, obj: Any) -> bool:
        """Tell whether `user` may do `action` to `obj`."""

    def narrow(self, user: Any, action: str, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Keep the objects for which `allows` is true."""


_rules: dict[str, list[Rule]] = {}


def register(label: str, rule: Rule) -> None:
    """Narrow the permissions of a model (`label` as in `centres.Centre`); the same rule twice is an error."""
    rules = _rules.setdefault(label, [])
    if rule in rules:
        raise ValueError(f"The rule for {label} is registered twice.")
    rules.append(rule)


def holds(user: Any, action: str, model: Any) -> bool:
    """Tell whether `user` has the model permission; whoever may do anything to a model may view it."""
    names = ACTIONS if action == "view" else (action,)
    app, name = model._meta.app_label, model._meta.model_name
    return any(user.has_perm(f"{app}.{each}_{name}") for each in names)


def may(user: Any, action: str, obj: Any) -> bool:
    """Tell whether `user` may do `action` (add, change, delete, view) to this object."""
    if not holds(user, action, type(obj)):
        return False
    return user.is_superuser or all(rule.allows(user, action, obj) for rule in _rules.get(obj._meta.label, []))


def narrow(user: Any, action: str, queryset: QuerySet[Any]) -> QuerySet[Any]:
    """Keep the objects to which `user` may do `action`."""
    if not holds(user, action, queryset.model):
        return queryset.none()
    if not user.is_superuser:
        for rule in _rules.get(queryset.model._meta.label, []):
            queryset = rule.narrow(user, action, queryset)
    return queryset


class ObjectPermissionPolicy(ModelPermissionPolicy):
    """Wagtail's policy by model, with every question about an instance put to `may`."""

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Any) -> bool:
        """Ask for one object."""
        return may(user, action, instance)

    def user_has_any_permission_for_instance(self, user: Any, actions: Iterable[str], instance: Any) -> bool:
        """Ask for one object and several actions."""
        return any(may(user, action, instance) for action in actions)

    def instances_user_has_any_permission_for(self, user: Any, actions: Iterable[str]) -> QuerySet[Any]:
        """Return every object for which one of the actions is allowed."""
        found = self.model._default_manager.none()
        for action in actions:
            found = found | narrow(user, action, self.model._default_manager.all())
        return found
