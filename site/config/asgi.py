"""ASGI entry point; production settings unless told otherwise."""

from __future__ import annotations

import os

from django.core.asgi import get_asgi_application

from config.settling import settle

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.production")
application = get_asgi_application()
settle()
