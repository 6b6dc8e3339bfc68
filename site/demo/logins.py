"""Logins for trying the admin out. They exist only where `settings.DEMO_LOGINS` is on: development and tests."""

from __future__ import annotations


def ensure_logins() -> list[str]:
    return []
