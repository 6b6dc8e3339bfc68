"""The custom user, alone in the lowest layer so that every other app may point at it."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """A person who signs in: an editor, a centre manager, a register officer or an administrator."""
