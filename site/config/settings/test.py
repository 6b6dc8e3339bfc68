"""Tests: a database in memory, the dummy cache, templates that fail on an undefined name."""

from __future__ import annotations

import tempfile
from pathlib import Path

from config import env
from config.settings.base import *  # noqa: F403 - settings modules extend one another
from config.settings.base import DATABASES, LOGGING, STORAGES, TEMPLATES

SECRET_KEY = "tests-only"
ALLOWED_HOSTS = ["*"]
DEMO_LOGINS = True
if not env.text("DATABASE_URL"):
    DATABASES["default"] = {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
PAGE_CACHE = "off"  # the tests of the cache itself switch it on
MEDIA_ROOT = Path(tempfile.mkdtemp(prefix="duonglang-media-"))
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
TEMPLATES[0]["OPTIONS"]["string_if_invalid"] = "⚠undefined:%s⚠"
LOGGING["root"]["level"] = "ERROR"
LOGGING["loggers"]["wagtail"] = {"level": "ERROR"}
