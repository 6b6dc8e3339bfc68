"""Pictures of every kind of page for docs/design.md and the README: two widths, light and dark.

    make screenshots         # needs Chromium

Writes docs/img/pages/{page}-{width}-{scheme}.webp and docs/img/home.webp from the demonstration content, the clock
held on a Monday morning, so that a second run changes only what looks different.
"""

from __future__ import annotations

import io
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "site")]

from tests import database  # noqa: E402 - needs the path above
from tests.e2e.server import Server, copied  # noqa: E402

FOLDER = ROOT / "docs" / "img" / "pages"
NOW = "2026-11-23T09:30:00+07:00"
PAGES = {
    "home": "/en/",
    "list": "/en/products/",
    "village": "/vi/villages/bat-trang/",
    "product": "/en/products/non-lang-chuong/",
    "centre": "/vi/centres/bat-trang-museum/",
    "route": "/id/routes/lombok-craft-day/",
    "craft": "/en/crafts/conical-hat/",
    "story": "/en/stories/sixteen-rings/",
    "campaign": "/en/visit-hong-van/",
    "map": "/en/map/",
    "search": "/vi/search/?q=bat+trang",
    "plan": "/en/plan/?p=1fx7xfvMgefjuyb6fkfgh8d82w2j53dk&d=2026-11-28&n=2&s=hanoi",
    "month": "/vi/events/?month=2027-02",
    "not-found": "/id/villages/no-such-village/",
}
WIDTHS = {360: 1400, 1280: 1100}  # height shown at each width
SCHEMES = ("light", "dark")
QUALITY = 72


def picture(page: Page, path: str, height: int) -> Image.Image:
    """Return the top of a page as it is once its map, if it has one, has started."""
    page.goto(path, wait_until="networkidle")
    page.wait_for_timeout(1500 if "/map/" in path else 200)
    size: Any = page.viewport_size
    page.set_viewport_size({"width": size["width"], "height": height})
    page.wait_for_timeout(200)
    return Image.open(io.BytesIO(page.screenshot()))


def main() -> None:
    """Take every picture anew."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        (folder / "no-media").mkdir()
        copied(database.demonstration(), folder / "no-media", folder)
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        with Server(folder, NOW) as server:
            for width, height in WIDTHS.items():
                for scheme in SCHEMES:
                    context = browser.new_context(
                        base_url=server.address, viewport={"width": width, "height": 900}, color_scheme=scheme,
                        reduced_motion="reduce", timezone_id="Asia/Ho_Chi_Minh",
                    )  # fmt: skip
                    page = context.new_page()
                    page.clock.set_fixed_time(NOW)
                    for kind, path in PAGES.items():
                        shot = picture(page, path, height)
                        shot.save(FOLDER / f"{kind}-{width}-{scheme}.webp", quality=QUALITY, method=6)
                    context.close()
        browser.close()
    shutil.copyfile(FOLDER / "home-1280-light.webp", FOLDER.parent / "home.webp")


if __name__ == "__main__":
    main()
