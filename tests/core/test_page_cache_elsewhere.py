"""The page cache beyond one process: Redis, the CDN, the check of the deployment, gunicorn's log, head and foot."""

from __future__ import annotations

import os
import runpy
import threading
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.core.cache import cache
from django.core.checks import run_checks
from gunicorn.config import Config
from gunicorn.glogging import Logger
from tests.page_cache import committed
from wagtail.contrib.frontend_cache.backends import BaseBackend

from core import clock, freshness
from core.page_cache import invalidate, parts, purging, shared, store
from core.page_cache.entry import LONGEST_AT_CDN
from places.models import Village

ROOT = Path(__file__).resolve().parents[2]
LIST, FEED = "/en/villages/", "/en/map/centres.geojson"
REDIS = os.environ.get("REDIS_URL", "")
REDIS_DOWN = "redis://127.0.0.1:1/0"


def redis(address):
    return {"default": {"BACKEND": "django_redis.cache.RedisCache", "LOCATION": address}}


@pytest.fixture(params=["local memory", "redis"])
def shared_pages(request, settings):
    """Keep pages as several processes do."""
    if request.param == "redis" and not REDIS:
        pytest.skip("REDIS_URL names no Redis")
    memory = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "shared"}}
    settings.CACHES = redis(REDIS) if request.param == "redis" else memory
    settings.PAGE_CACHE = "shared"
    cache.clear()
    yield
    cache.clear()


# --- Redis -----------------------------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_processes_share_pages_and_their_version(client, shared_pages, demo_site, django_assert_num_queries):
    first = client.get(LIST)
    for beside in (True, False):
        if not beside:  # as another process
            store.active().beside.clear()
        with django_assert_num_queries(0):
            assert client.get(LIST).content == first.content
    with committed():
        Village.objects.filter(slug="bat-trang").update(live=False)
    assert client.get(LIST).content != first.content


@pytest.mark.django_db
def test_a_page_in_redis_ends_with_the_day(client, shared_pages, demo_site):
    with clock.frozen(datetime.fromisoformat("2026-11-22T23:59+07:00")):
        client.get("/en/")
        entry = shared.SharedStore().read("http://testserver/en/?")[1]
    assert entry.until == datetime.fromisoformat("2026-11-23T00:00+07:00").timestamp()


@pytest.mark.django_db
def test_without_its_redis_the_site_answers_and_keeps_nothing(client, settings, demo_site, caplog):
    settings.CACHES, settings.PAGE_CACHE = redis(REDIS_DOWN), "shared"
    assert client.get("/en/crafts/").status_code == 200
    invalidate()
    assert "not told that content changed" in caplog.text


def test_a_write_that_could_not_be_told_is_told_later(settings, monkeypatch):
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "owed"}}
    pages = shared.SharedStore()
    before, _entry = pages.read("x")
    with monkeypatch.context() as patched:
        patched.setattr(cache, "set", lambda *args: 1 / 0)
        pages.bump()
    after, _entry = pages.read("x")
    assert "" != before != after


def test_a_release_has_pages_of_its_own():
    assert len(shared.release()) == 16
    assert shared.release() == shared.release()


# --- CDN -------------------------------------------------------------------------------------------------------------


class FakeBackend(BaseBackend):
    purged: list[str] = []
    sent = threading.Event()

    def purge(self, url):
        self.purged.append(url)
        self.sent.set()


@pytest.fixture
def cdn(settings, monkeypatch):
    """Have a CDN that notes what it is to forget."""
    settings.CDN_PURGE_URL = "http://cdn.example"
    settings.WAGTAILADMIN_BASE_URL = "https://duonglang.example"
    settings.WAGTAILFRONTENDCACHE = {"cdn": {"BACKEND": f"{__name__}.FakeBackend"}}
    monkeypatch.setattr(purging, "PAUSE", 0.05)
    monkeypatch.setattr("wagtail.contrib.frontend_cache.utils.import_string", lambda name: FakeBackend)
    purger = purging.Purger()
    monkeypatch.setattr(purging, "_PURGER", purger)
    FakeBackend.purged.clear()
    FakeBackend.sent.clear()
    yield FakeBackend
    if purger.thread:
        purger.thread.join()


@pytest.mark.django_db
def test_a_commit_purges_the_cdn_once_for_many_writes(cdn):
    with committed():
        for _ in range(3):
            Village.objects.update(live=True)
    assert cdn.sent.wait(5)
    purging._PURGER.thread.join()
    assert cdn.purged == ["https://duonglang.example/*"]


def test_many_commits_purge_at_once_and_once_more(cdn):
    for _ in range(50):
        invalidate()
    purging._PURGER.thread.join()
    assert len(cdn.purged) == 2


@pytest.mark.django_db
def test_a_cdn_may_keep_a_page_until_it_changes_browsers_ask(client, cdn, kept_pages, demo_site):
    with clock.frozen(datetime.fromisoformat("2026-11-22T12:00+07:00")):
        assert client.get(FEED)["Cache-Control"] == f"public, s-maxage={LONGEST_AT_CDN}, max-age=0, must-revalidate"
    with clock.frozen(datetime.fromisoformat("2026-11-22T23:59+07:00")):
        for _ in range(2):
            assert client.get(FEED)["Cache-Control"].startswith("public, s-maxage=60,")
        assert client.get("/en/crafts/?unknown=1")["Cache-Control"].startswith("public, s-maxage=0,")


def test_without_a_cdn_nobody_is_told(settings, monkeypatch):
    monkeypatch.setattr(purging, "_PURGER", None)
    assert settings.CDN_PURGE_URL == ""
    purging.purge()


# --- deployment ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("kept", "processes", "found"), [("local", 1, []), ("local", 2, ["core.E020"]),
                                                          ("off", 2, ["core.E020"]), ("shared", 8, [])])  # fmt: skip
def test_without_redis_there_is_one_process(settings, kept, processes, found):
    settings.PAGE_CACHE, settings.WEB_CONCURRENCY = kept, processes
    assert [problem.id for problem in run_checks(tags=["caches"])] == found


def gunicorn_settings():
    return runpy.run_path(str(ROOT / "gunicorn.conf.py"))


@pytest.mark.parametrize(("workers", "address", "refused"), [(1, "", False), (2, "", True), (2, "redis://x", False)])
def test_gunicorn_refuses_several_processes_without_redis(monkeypatch, workers, address, refused):
    monkeypatch.setenv("REDIS_URL", address)
    server = SimpleNamespace(cfg=SimpleNamespace(workers=workers))
    if refused:
        with pytest.raises(SystemExit):
            gunicorn_settings()["on_starting"](server)
    else:
        gunicorn_settings()["on_starting"](server)


def test_the_access_log_leaves_out_where_a_reader_stands():
    config = Config()
    config.set("access_log_format", gunicorn_settings()["access_log_format"])
    environ = {
        "REQUEST_METHOD": "GET", "RAW_URI": "/vi/centres/?near=21.03,105.85", "PATH_INFO": "/vi/centres/",
        "QUERY_STRING": "near=21.03,105.85", "SERVER_PROTOCOL": "HTTP/1.1", "REMOTE_ADDR": "127.0.0.1",
        "HTTP_REFERER": "https://duonglang.example/vi/centres/?near=21.03,105.85", "HTTP_USER_AGENT": "Mozilla",
    }  # fmt: skip
    response = SimpleNamespace(status="200 OK", sent=10, headers=[])
    request = SimpleNamespace(headers=[])
    took = SimpleNamespace(seconds=0, microseconds=5)
    line = config.access_log_format % Logger(config).atoms(response, request, environ, took)
    assert "/vi/centres/" in line
    assert "near" not in line
    assert "105.85" not in line


# --- head and foot ---------------------------------------------------------------------------------------------------


def test_head_and_foot_are_rendered_once_per_language_section_and_version(rf, monkeypatch):
    monkeypatch.setattr(parts, "_kept", {})
    rendered = []
    monkeypatch.setattr(parts, "render_to_string", lambda name, values: rendered.append(name) or _links(values))
    values = {"nav_items": [{"url": "/vi/map/", "current": True}]}
    for version in ("1", "1", "2"):
        for page in ("a&b", "c"):
            switcher = [{"code": "en", "url": f"/en/{page}/"}, {"code": "id", "url": f"/id/{page}/"}]
            with freshness.collected(clock.now(), version):
                html = parts.rendered("layout/header.html", "vi", switcher, values)
            assert html == f"/en/{page}/ /id/{page}/".replace("&", "&amp;")
    assert len(rendered) == 2
    parts.rendered("layout/header.html", "vi", [], values)
    assert len(rendered) == 3, "without a version nothing is kept"


def _links(values):
    return " ".join(entry["url"] for entry in values["languages"])
