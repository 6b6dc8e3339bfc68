"""Registrations of the register's admin screens."""

from __future__ import annotations

from wagtail.snippets.models import register_snippet

from products.viewsets import RegisterGroup

register_snippet(RegisterGroup)
