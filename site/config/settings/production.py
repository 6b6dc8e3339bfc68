"""Production: every secret comes from the environment, and a missing one refuses to start."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

from config import env
from config.settings.base import *  # noqa: F403 - settings modules extend one another

SECRET_KEY = env.text("SECRET_KEY")
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS")
WAGTAILADMIN_BASE_URL = env.text("SITE_URL")
CSRF_TRUSTED_ORIGINS = [WAGTAILADMIN_BASE_URL]
DEMO_LOGINS = False
DEFAULT_FROM_EMAIL = env.text("DEFAULT_FROM_EMAIL")

SECURE_SSL_REDIRECT = env.flag("HTTPS")
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = env.flag("HTTPS")
SECURE_HSTS_SECONDS = env.number("HSTS_SECONDS")
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SILENCED_SYSTEM_CHECKS = [
    "security.W005",  # HSTS for subdomains: they belong to the department, not to this site
    "security.W019",  # SAMEORIGIN, not DENY: Wagtail shows previews in a frame
    "security.W021",  # the preload list: the department's own decision, hard to undo
]

ASK_CENTRES = bool(env.text("EMAIL_URL"))
if env.text("EMAIL_URL"):
    _email = urlsplit(env.text("EMAIL_URL"))
    EMAIL_HOST, EMAIL_PORT = _email.hostname or "", _email.port or 587
    EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = unquote(_email.username or ""), unquote(_email.password or "")
    EMAIL_USE_TLS = True
else:
    EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
