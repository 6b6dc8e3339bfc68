"""What a run in CI must have, so that no test is passed over there without anybody noticing."""

from __future__ import annotations

import os

import pytest
from django.db import connection


@pytest.mark.django_db
def test_the_run_on_postgresql_has_its_redis():
    if os.environ.get("CI") == "true" and connection.vendor == "postgresql":
        assert os.environ.get("REDIS_URL"), "the tests of the shared cache are skipped without it: see .ci/run"
