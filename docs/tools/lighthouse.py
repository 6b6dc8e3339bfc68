"""Lighthouse on the main pages, mobile, under production settings: medians, against what the product promises.

    make lighthouse          # RUNS=5; needs Chromium, and Node with npx, which fetches the pinned Lighthouse

Prints a table and ends with an error when a page stays below. It depends on the machine: close everything else.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests import database  # noqa: E402 - needs the path above
from tests.e2e.pages import PLAN  # noqa: E402

VERSION = "12.8.2"  # the last that runs on Node 18 and 20
PORT = 8765
SITE = f"http://127.0.0.1:{PORT}"
RUNS = int(os.environ.get("RUNS", "5"))
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
PAGES = {
    "home": "/en/",
    "product list": "/en/products/",
    "product": "/vi/products/non-lang-chuong/",
    "map": "/en/map/",
    "route": "/en/routes/south-thang-long-heritage/",
    "story": "/en/stories/sixteen-rings/",
    "plan": "/en/plan/",
    "planned": f"/en/plan/?{PLAN}",
}
NOT_INDEXED = {"planned"}  # a plan is its reader's own
MOST_WITHOUT_INDEX = 69  # SEO of a page with `noindex` and nothing else to blame
CHROME = "--headless=new --no-sandbox --disable-gpu --disable-quic --disable-dev-shm-usage --no-first-run"
WORST_SHIFT = 0.02


def least(page: str, category: str) -> int:
    """Return the score that a page must reach."""
    if category == "seo" and page in NOT_INDEXED:
        return MOST_WITHOUT_INDEX
    if category != "performance":
        return 100
    return 95 if page == "map" else 99


@contextmanager
def served() -> Iterator[None]:
    """Serve the demonstration content with gunicorn under production settings."""
    with tempfile.TemporaryDirectory(prefix="duonglang-lighthouse-") as folder:
        shutil.copyfile(database.demonstration(), Path(folder) / "db.sqlite3")
        environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "config.settings.production",
            "PYTHONPATH": str(ROOT / "site"),
            "VAR_DIR": folder,
            "DATABASE_URL": "",
            "SECRET_KEY": "only-for-measuring-" * 4,
            "ALLOWED_HOSTS": "127.0.0.1",
            "SITE_URL": SITE,
            "HTTPS": "0",
            "LOG_LEVEL": "ERROR",
        }
        collect = [sys.executable, "manage.py", "collectstatic", "--noinput", "--verbosity", "0"]
        subprocess.run(collect, cwd=ROOT, env=environment, check=True)
        gunicorn = [sys.executable, "-m", "gunicorn", "config.wsgi", "--chdir", str(ROOT / "site")]
        server = subprocess.Popen(
            [*gunicorn, "--bind", f"127.0.0.1:{PORT}", "--workers", "1", "--threads", "8"], env=environment
        )
        try:
            wait()
            yield
        finally:
            server.terminate()
            server.wait(10)


def wait() -> None:
    """Return once the site answers; `TimeoutError` after a minute."""
    for _try in range(120):
        try:
            urlopen(f"{SITE}/healthz", timeout=5).close()
        except OSError:  # refused, reset or too late
            time.sleep(0.5)
        else:
            return
    raise TimeoutError("The site does not answer.")


def run(path: str) -> dict[str, Any]:
    """Return one report of Lighthouse; a Chromium that did not start is given a second and a third try."""
    command = ["npx", "--yes", f"lighthouse@{VERSION}", f"{SITE}{path}", "--output=json", "--quiet"]
    options = [f"--only-categories={','.join(CATEGORIES)}", f"--chrome-flags={CHROME}"]
    chrome = shutil.which("chromium") or shutil.which("chromium-browser") or ""
    for _try in range(3):
        done = subprocess.run([*command, *options], env={**os.environ, "CHROME_PATH": chrome}, stdout=subprocess.PIPE)
        if done.returncode == 0:
            report: dict[str, Any] = json.loads(done.stdout)
            return report
    raise SystemExit(f"Lighthouse could not open {path}.")


def measured(page: str, path: str) -> list[str]:
    """Print the medians of a page; return what stays below the promise."""
    reports = [run(path) for _run in range(RUNS)]
    scores = {
        category: round(100 * statistics.median(report["categories"][category]["score"] for report in reports))
        for category in CATEGORIES
    }
    audits = [report["audits"] for report in reports]
    shift = statistics.median(audit["cumulative-layout-shift"]["numericValue"] for audit in audits)
    paint = statistics.median(audit["largest-contentful-paint"]["numericValue"] for audit in audits)
    weight = statistics.median(audit["total-byte-weight"]["numericValue"] for audit in audits) / 1024
    requests = statistics.median(len(audit["network-requests"]["details"]["items"]) for audit in audits)
    numbers = "  ".join(f"{scores[category]:3}" for category in CATEGORIES)
    print(
        f"{page:13} {numbers}   CLS {shift:.3f}   LCP {paint:5.0f} ms   {weight:4.0f} KiB   {requests:.0f} requests",
        flush=True,
    )
    below = [
        f"{page}: {category} {scores[category]}" for category in CATEGORIES if scores[category] < least(page, category)
    ]
    failed = {
        audit["id"]
        for report in reports
        for audit in report["audits"].values()
        if audit.get("score") == 0 and audit.get("scoreDisplayMode") == "binary"
    }
    if below and failed:
        below.append(f"{page}: failed audits {', '.join(sorted(failed))}")
    return [*below, *([f"{page}: CLS {shift:.3f}"] if shift > WORST_SHIFT else [])]


def main() -> None:
    """SystemExit when a page stays below its promise."""
    print(f"Lighthouse {VERSION}, mobile, medians of {RUNS}: performance, accessibility, best practices, SEO")
    with served():
        below = [line for page, path in PAGES.items() for line in measured(page, path)]
    if below:
        raise SystemExit("\n".join(["Below what is promised:", *below]))


if __name__ == "__main__":
    main()
