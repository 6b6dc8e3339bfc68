"""With REDIS_URL (`.ci/run` sets it) the health check asks a real Redis, and says so when it is gone."""

from __future__ import annotations

import os

import pytest
from django.core.cache import cache

ADDRESS = os.environ.get("REDIS_URL", "")
pytestmark = [pytest.mark.django_db, pytest.mark.skipif(not ADDRESS, reason="REDIS_URL names no Redis")]


def redis(address):
    return {"default": {"BACKEND": "django_redis.cache.RedisCache", "LOCATION": address}}


def test_the_health_check_asks_redis(client, settings):
    settings.CACHES = redis(ADDRESS)
    cache.set("duong-lang", "làng", 5)
    assert cache.get("duong-lang") == "làng"
    assert client.get("/healthz").status_code == 200


def test_a_redis_that_is_gone_is_said(client, settings):
    settings.CACHES = redis("redis://127.0.0.1:1/0")
    response = client.get("/healthz")
    assert response.status_code == 503
    assert "no-store" in response["Cache-Control"]
