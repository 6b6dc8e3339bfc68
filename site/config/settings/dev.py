"""Development: demo logins, plain static files, debug pages when asked for. Never for a public address."""

from __future__ import annotations

from config import env
from config.settings.base import *  # noqa: F403 - settings modules extend one another
from config.settings.base import STORAGES, VAR_DIR

DEBUG = env.flag("DEBUG")  # off: errors look as the public sees them
SERVE_MEDIA = True
SECRET_KEY = "development-only-and-public"
ALLOWED_HOSTS = ["*"]
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
WHITENOISE_USE_FINDERS = True
DEMO_LOGINS = True
(VAR_DIR / "static").mkdir(parents=True, exist_ok=True)
