"""Production is strict: it refuses to start without its secrets, and Django's own deployment check is content."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from config import env

ROOT = Path(__file__).resolve().parents[2]
GIVEN = {
    "SECRET_KEY": "k7!xq2-vb9#ud4_wn6$pe1^th8&zj3*mf5(ry0)lc-ag-os-iq-ew",
    "ALLOWED_HOSTS": "duonglang.example",
    "SITE_URL": "https://duonglang.example",
}
REQUIRED = [variable.name for variable in env.VARIABLES if variable.default is None]

pytestmark = pytest.mark.sampled(3)


def manage(*arguments, without="", **more):
    """Run manage.py under production settings, with nothing of our variables but what is given."""
    ours = {variable.name for variable in env.VARIABLES}
    environment = {name: value for name, value in os.environ.items() if name not in ours}
    environment |= {**GIVEN, **more, "DJANGO_SETTINGS_MODULE": "config.settings.production"}
    for name in (without, "DJANGO_ALLOW_ASYNC_UNSAFE"):  # the browser tests of the same process set the second
        environment.pop(name, None)
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
    )


def test_the_required_variables_are_these():
    assert set(REQUIRED) == set(GIVEN)


@pytest.mark.parametrize("name", REQUIRED)
def test_a_missing_secret_refuses_to_start(name):
    done = manage("check", without=name)
    assert done.returncode != 0
    assert f"The environment variable {name} is missing" in done.stderr


def test_deployment_check_is_clean(tmp_path):
    done = manage("check", "--deploy", "--fail-level", "WARNING", VAR_DIR=str(tmp_path))
    assert done.returncode == 0, done.stderr


def test_no_debugging_and_no_demo_logins(tmp_path):
    code = (
        "from django.conf import settings; print(settings.DEBUG, settings.DEMO_LOGINS, settings.SECURE_SSL_REDIRECT)"
    )
    done = manage("shell", "--no-imports", "-c", code, VAR_DIR=str(tmp_path))
    assert done.stdout.split() == ["False", "False", "True"], done.stderr


def test_a_number_must_be_one():
    done = manage("check", HSTS_SECONDS="soon")
    assert "HSTS_SECONDS must be a whole number" in done.stderr
