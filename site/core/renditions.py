"""Every size and format in which a photograph is kept: the one list from which its files are made."""

from __future__ import annotations

from dataclasses import dataclass

FORMATS = ("avif", "webp")  # what a browser is offered, best first; JPEG serves those that know neither
FALLBACK = "jpeg"
MIME = {"avif": "image/avif", "webp": "image/webp", "jpeg": "image/jpeg"}


@dataclass(frozen=True)
class Rendition:
    """One file: what Wagtail is asked for, and in which format."""

    format: str
    spec: str


@dataclass(frozen=True)
class Shape:
    """A frame that pictures are cut for at their focal point; without a ratio the whole picture is kept."""

    widths: tuple[int, ...]
    fallback: int  # the width of the JPEG
    sizes: str  # how wide the frame lies on the page
    ratio: tuple[int, int] | None = None

    def renditions(self, width: int, height: int) -> list[Rendition]:
        """Return the files of a picture of this size: never larger than it, its own size instead of any larger one."""
        across, down = self.ratio or (1, 0)
        available = min(width, height * across // down) if down else width
        smaller = [each for each in self.widths if each < available]
        widths = self.widths[: len(smaller) + 1]
        wanted = [(name, each) for name in FORMATS for each in widths]
        return [self._rendition(*each) for each in [*wanted, (FALLBACK, min(self.fallback, widths[-1]))]]

    def _rendition(self, name: str, width: int) -> Rendition:
        across, down = self.ratio or (1, 0)
        frame = f"fill-{width}x{width * down // across}" if down else f"width-{width}"
        return Rendition(name, f"{frame}|format-{name}")


SHAPES: dict[str, Shape] = {
    "card": Shape((360, 720), 720, "(min-width: 62rem) 24rem, (min-width: 36rem) 50vw, 100vw", (4, 3)),
    "hero": Shape((800, 1440), 800, "(min-width: 56rem) 50vw, 100vw", (5, 4)),
    "square": Shape((512,), 512, "(min-width: 36rem) 16rem, 50vw", (1, 1)),
    "body": Shape((640, 1280), 640, "(min-width: 62rem) 38rem, 100vw"),
}
OF_A_RECORD = ("card", "hero", "square")
OF_A_BODY = ("body",)
