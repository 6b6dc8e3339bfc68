"""A browser context that notes what a page must not do."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

TIMEOUT = 10_000  # milliseconds


class Watched:
    """A page whose console errors, uncaught exceptions, server errors and requests to other hosts are `problems`."""

    def __init__(self, browser: Any, site: str, now: str | None, **options: Any) -> None:
        """Open a page with a fixed time zone and a clock that stands at `now` (ISO 8601); None lets it run."""
        self.problems: list[str] = []
        self.host = urlsplit(site).netloc
        self.context = browser.new_context(
            base_url=site, timezone_id="Asia/Ho_Chi_Minh", reduced_motion="reduce", color_scheme="light", **options
        )
        self.context.set_default_timeout(TIMEOUT)
        self.page = self.context.new_page()
        if now and options.get("java_script_enabled", True):
            self.page.clock.set_fixed_time(now)
        self.page.on("pageerror", lambda error: self.problems.append(f"{self.page.url}: {error}"))
        self.page.on("console", self._heard)
        self.context.on("request", self._requested)
        self.context.on("response", self._answered)

    def _heard(self, message: Any) -> None:
        if message.type == "error" and not (self._refused_autosave(message) or self._own_absence(message)):
            self.problems.append(f"{self.page.url}: {message.text} {message.location.get('url', '')}")

    @staticmethod
    def _refused_autosave(message: Any) -> bool:
        """Tell whether it is Wagtail's autosave of a page whose form isn't complete yet."""
        return "400 (Bad Request)" in message.text and "/admin/pages/" in message.location.get("url", "")

    def _own_absence(self, message: Any) -> bool:
        """Tell whether the page itself isn't there, or only takes posts, as a test of that page wants it."""
        refused = any(status in message.text for status in ("404 (Not Found)", "405 (Method Not Allowed)"))
        return refused and message.location.get("url") == self.page.url

    def _requested(self, request: Any) -> None:
        address = urlsplit(request.url)
        if address.scheme in ("http", "https") and address.netloc != self.host:
            self.problems.append(f"{self.page.url} asked another host: {request.url}")

    def _answered(self, response: Any) -> None:
        if response.status >= 500:
            self.problems.append(f"{response.status} {response.url}")
