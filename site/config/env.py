"""Reading the environment: every variable the product knows, with its default, in one table."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Variable:
    """One environment variable: its name, its default (`None` = required in production) and what it is for."""

    name: str
    default: str | None
    purpose: str


VARIABLES: tuple[Variable, ...] = (
    Variable("SECRET_KEY", None, "Django's signing key; required in production"),
    Variable("ALLOWED_HOSTS", None, "comma-separated host names; required in production"),
    Variable("SITE_URL", None, "public address with scheme, e.g. https://duonglang.example; required in production"),
    Variable("DATABASE_URL", "", "postgres://user:password@host:5432/name; empty = SQLite (WAL) in var/"),
    Variable("REDIS_URL", "", "redis://host:6379/0; empty = local memory cache"),
    Variable("WEB_CONCURRENCY", "1", "number of web processes, read by gunicorn too; more than one needs REDIS_URL"),
    Variable("CDN_PURGE_URL", "", "address to which PURGE is sent when content changes; empty = no CDN keeps pages"),
    Variable("SEARCH_URL", "", "OpenSearch address; empty = the database's own index"),
    Variable("MEDIA_BUCKET", "", "S3 bucket for uploads; empty = var/media"),
    Variable("MEDIA_ENDPOINT", "", "address of an S3-compatible store; empty = the provider's default"),
    Variable("VAR_DIR", str(ROOT / "var"), "folder for the SQLite file, uploads and collected static files"),
    Variable("EMAIL_URL", "", "smtp://user:password@host:587; empty = printed to the console, nobody asks centres"),
    Variable("DEFAULT_FROM_EMAIL", "noreply@localhost", "sender of the site's own messages"),
    Variable("PROXIES", "1", "proxies before the site that add to X-Forwarded-For; 0 = visitors reach it directly"),
    Variable("MAP_TILES_URL", "https://tile.openstreetmap.org/{z}/{x}/{y}.png", "raster tiles behind “Streets”"),
    Variable("MAP_TILES_ATTRIBUTION", "© OpenStreetMap", "credit of the raster tiles"),
    Variable("MAP_STREETS", "ask", "ask = after a tap; on = at once; off = never"),
    Variable("MAP_SEA_LABEL_VI", "Biển Đông", "name of the sea on maps, Vietnamese"),
    Variable("MAP_SEA_LABEL_EN", "East Sea (South China Sea)", "name of the sea on maps, English"),
    Variable("MAP_SEA_LABEL_ID", "Laut Natuna Utara / Laut Tiongkok Selatan", "name of the sea on maps, Indonesian"),
    Variable("ROUTING_URL", "", "OSRM or Valhalla server for ways of routes and plans; empty = times are estimated"),
    Variable("ROUTING_KIND", "osrm", "kind of that server: osrm or valhalla"),
    Variable("HTTPS", "1", "0 serves plain HTTP in production (behind a test proxy only)"),
    Variable("HSTS_SECONDS", "31536000", "Strict-Transport-Security in production; 0 switches it off"),
    Variable("LOG_LEVEL", "INFO", "level of the log on standard error"),
    Variable("PORT", "8000", "port of `make run`"),
    Variable("DEBUG", "0", "1 shows Django's debug pages under development settings; never in production"),
)

_TABLE = {variable.name: variable for variable in VARIABLES}


def text(name: str) -> str:
    """Return the variable's value, or its default; raise `ImproperlyConfigured` when it is required and missing."""
    variable = _TABLE[name]
    value = os.environ.get(name, "").strip() or variable.default
    if value is None:
        raise ImproperlyConfigured(f"The environment variable {name} is missing: {variable.purpose}.")
    return value


def optional(name: str) -> str:
    """Return the variable's value, or an empty string when it is not set."""
    return os.environ.get(name, "").strip() or (_TABLE[name].default or "")


def flag(name: str) -> bool:
    """Return whether the variable says yes (1, true, yes, on)."""
    return text(name).lower() in {"1", "true", "yes", "on"}


def number(name: str) -> int:
    """Return the variable as a whole number; raise `ImproperlyConfigured` when it is none."""
    try:
        return int(text(name))
    except ValueError as error:
        raise ImproperlyConfigured(f"The environment variable {name} must be a whole number.") from error


def fingerprint() -> str:
    """Return a digest of every variable, secrets too: another one means that pages may look otherwise."""
    return hashlib.sha256(repr([optional(variable.name) for variable in VARIABLES]).encode()).hexdigest()


def words(name: str) -> list[str]:
    """Return the variable's comma-separated parts."""
    return [part.strip() for part in text(name).split(",") if part.strip()]
