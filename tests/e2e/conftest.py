"""The browser suite: a real Chromium before a real server, which has its own copy of the demonstration data.

A page's console errors and any request to another host fail the test. Clock, locale and time zone are fixed.
"""

from __future__ import annotations

import os
import shutil
import threading
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from django.conf import settings
from tests import database
from tests.e2e.chromium import Watched
from tests.e2e.map_bench import Handler
from tests.e2e.serve import EDITOR, PASSWORD
from tests.e2e.server import Server, copied

NOW = "2026-11-23T09:30:00+07:00"  # a Monday morning in Hà Nội

sync_api = pytest.importorskip("playwright.sync_api")


@pytest.fixture(scope="session")
def browser():
    """The machine's own Chromium; without one the suite is skipped, in CI it fails."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if not chromium:
        if os.environ.get("CI") == "true":
            pytest.fail("CI needs chromium on the PATH")
        pytest.skip("chromium is not installed")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright keeps an event loop in this thread
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium,
            args=["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage"],
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def bench():
    """The address of the map's test bench."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The address of the whole site with the demonstration data; E2E_DATA names a VAR_DIR to copy it from instead."""
    folder = tmp_path_factory.mktemp("e2e")
    if ready := os.environ.get("E2E_DATA"):
        copied(Path(ready) / "db.sqlite3", Path(ready) / "media", folder)
    else:
        copied(database.demonstration(), settings.MEDIA_ROOT, folder)
    with Server(folder, NOW) as server:
        yield server.address


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """Let fixtures know that their test failed."""
    report = yield
    item.failed = getattr(item, "failed", False) or report.failed
    return report


@pytest.fixture
def visit(browser, site, request, tmp_path):
    """Opens watched pages: `visit(width=360, java_script_enabled=False)`; their problems fail the test at its end.

    After a failure pictures of the pages are in pytest's folder for the test.
    """
    opened = []

    def open_page(width=1280, height=900, language="en", now=NOW, **options):
        watched = Watched(browser, site, now, viewport={"width": width, "height": height}, locale=language, **options)
        opened.append(watched)
        return watched.page

    yield open_page
    for number, watched in enumerate(opened):
        if request.node.failed:
            watched.page.screenshot(path=tmp_path / f"{number}.png", full_page=True)
        watched.context.close()
    assert [problem for watched in opened for problem in watched.problems] == []


@pytest.fixture
def staff(visit):
    """Opens watched pages on which the editor has logged in: `staff(width=320)`."""

    def log_in(**options):
        page = visit(now=None, **options)  # Wagtail's animations need a clock that runs
        page.goto("/admin/login/")
        page.get_by_label("Username").fill(EDITOR)
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_url("**/admin/")
        return page

    return log_in


@pytest.fixture
def page(visit):
    """A watched page on a desktop screen, read in English."""
    return visit()
