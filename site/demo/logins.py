"""Logins for trying the admin out. They exist only where `settings.DEMO_LOGINS` is on: development and tests."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

from editorial.roles import CENTRE_MANAGERS, EDITORS, REGISTER_OFFICERS, ensure_roles

PASSWORD = "duong-lang"
# User name → group; None is the administrator.
LOGINS: dict[str, str | None] = {
    "admin": None,
    "editor": EDITORS,
    "register": REGISTER_OFFICERS,
    "manager": CENTRE_MANAGERS,
}


def ensure_logins() -> list[str]:
    """Create the missing demo logins with their groups; return their names. Nothing happens under other settings."""
    if not settings.DEMO_LOGINS:
        return []
    groups = {group.name: group for group in ensure_roles()}
    return [name for name, role in LOGINS.items() if _ensure(name, groups[role] if role else None)]


def _ensure(name: str, group: Group | None) -> bool:
    """Create one login; return whether it was missing."""
    users = get_user_model().objects
    if users.filter(username=name).exists():
        return False
    user = users.create_user(name, f"{name}@example.org", PASSWORD, is_superuser=group is None, is_staff=group is None)
    if group is not None:
        user.groups.add(group)
    return True
