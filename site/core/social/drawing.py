"""Drawing a social card: the words as SVG on the left, the motif or the photograph on the right, as one PNG."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path

import PIL
import resvg_py
from django.conf import settings
from django.core.files.storage import default_storage
from PIL import Image, ImageOps

from core.motifs import SIZES, compose, standalone
from core.motifs.markup import many, rect, tag
from core.photographs import Photograph
from core.social import measure
from core.social.measure import Lines

WIDTH, HEIGHT = 1200, 630
WORDS = 640  # the words' panel; the picture takes the rest
LEFT, RIGHT = 64, 44
TEXT = WORDS - LEFT - RIGHT
TOP, BOTTOM = 148, 556  # the middle, between the site's name and the foot
TITLE_SIZES = (76, 70, 64, 58, 52, 47, 42, 38)
TITLE, BOLD, PLAIN = "lora-600", "be-vietnam-pro-600", "be-vietnam-pro-400"
PAPER, INK, SOFT, LACQUER, GOLD = "#fbf6ea", "#1b2a41", "#55617a", "#9c2a1f", "#f0bf73"
SITE = "Đường Làng"
COARSE = 0.5  # filling surfaces with a pattern is what takes time: such motifs are drawn smaller, and enlarged


@dataclass(frozen=True)
class SocialCard:
    """What one card says and shows."""

    title: str
    eyebrow: str = ""
    text: str = ""
    motif: str = ""
    seed: str = ""
    photograph: Photograph | None = None
    credit: str = ""

    def etag(self) -> str:
        """Return a strong ETag: it changes with anything the card is drawn from, its own code included."""
        photo = self.photograph.path("hero") if self.photograph else self._motif()
        made_by = (resvg_py.__version__, PIL.__version__, str(COARSE))
        digest = hashlib.sha256("\x00".join([words(self), photo, *made_by]).encode())
        return f'"{digest.hexdigest()[:32]}"'

    def png(self) -> bytes:
        """Draw the card."""
        sheet = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
        sheet.paste(self._picture(), (WORDS, 0))
        sheet.paste(_drawn(words(self), WORDS), (0, 0))
        written = BytesIO()
        sheet.save(written, "PNG", compress_level=3)
        return written.getvalue()

    def _picture(self) -> Image.Image:
        """Return the right half: the photograph, or the motif when there is none, or none that can be read."""
        frame = (WIDTH - WORDS, HEIGHT)
        if self.photograph:
            try:
                with default_storage.open(self.photograph.path("hero")) as file, Image.open(file) as photo:
                    return ImageOps.fit(photo.convert("RGB"), frame)
            except OSError:
                pass
        svg = self._motif()
        scale = COARSE if "url(#" in svg else 1
        drawn = _drawn(svg, round(frame[0] * scale))
        return drawn if drawn.size == frame else drawn.resize(frame, Image.Resampling.BICUBIC)

    def _motif(self) -> str:
        """Return the middle of the motif as an SVG document in the frame's proportions."""
        width, height = SIZES["hero"]
        narrow = round(height * (WIDTH - WORDS) / HEIGHT)
        svg = standalone(compose(self.motif, self.seed, "hero"))
        head = f'width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
        middle = f'width="{narrow}" height="{height}" viewBox="{(width - narrow) // 2} 0 {narrow} {height}"'
        # A translucent shape is drawn at once when its fill and its stroke say so; else on a layer of its own.
        return re.sub(
            r'<(rect|path|circle|ellipse)\b([^>]*?) opacity="([^"]+)"',
            r'<\1\2 fill-opacity="\3" stroke-opacity="\3"',
            svg.replace(head, middle),
        )


def _drawn(svg: str, width: int) -> Image.Image:
    png = resvg_py.svg_to_bytes(svg_string=svg, width=width, skip_system_fonts=True, font_files=measure.files())
    with Image.open(BytesIO(png)) as picture:
        return picture.convert("RGB")


def words(card: SocialCard) -> str:
    """Return the left half as an SVG document: the site's name, place, name, one line, the credit."""
    title = measure.fitted(card.title, TITLE, TITLE_SIZES, TEXT, 3)
    eyebrow = measure.fitted(card.eyebrow, BOLD, (24,), TEXT, 2 if len(title.texts) < 3 else 1)
    line = measure.fitted(card.text, PLAIN, (26,), TEXT, 3)
    blocks = [(eyebrow, 1.4, LACQUER, 18), (title, 1.22, INK, 22), (line, 1.45, SOFT, 0)]
    shown = [block for block in blocks if block[0].texts]
    total = sum(len(block.texts) * block.size * leading for block, leading, _colour, _gap in shown)
    total += sum(gap for _block, _leading, _colour, gap in shown[:-1])
    y = max(TOP, (TOP + BOTTOM - total) / 2)
    drawn = [rect(0, 0, WORDS, HEIGHT, PAPER), _mark(), _name()]
    for block, leading, colour, gap in shown:
        for text in block.texts:
            drawn.append(_text(text, block, LEFT, y + block.size * (leading + 0.62) / 2, colour))
            y += block.size * leading
        y += gap
    credit = measure.fitted(card.credit, PLAIN, (17,), TEXT, 1)
    drawn += [_text(text, credit, LEFT, HEIGHT - 34, SOFT) for text in credit.texts]
    drawn += [rect(0, HEIGHT - 14, WORDS, 14, LACQUER), rect(0, HEIGHT - 14, LEFT + 56, 14, GOLD)]
    head = f'width="{WORDS}" height="{HEIGHT}" viewBox="0 0 {WORDS} {HEIGHT}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {head}>{"".join(drawn)}</svg>'


def _text(text: str, block: Lines, x: float, y: float, colour: str) -> str:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return tag(
        "text", escaped, x=x, y=round(y, 1), fill=colour, font_family=block.face.family,
        font_weight=str(block.face.weight), font_size=block.size,
    )  # fmt: skip


def _name() -> str:
    block = measure.fitted(SITE, TITLE, (32,), TEXT, 1)
    return _text(SITE, block, LEFT + 74, 101, INK)


@cache
def _mark() -> str:
    """Return the site's mark, 56 units wide."""
    logo = (Path(settings.ROOT) / "static/img/logo.svg").read_text("utf-8")
    inner = logo[logo.index(">") + 1 : logo.rindex("</svg>")]
    return many(inner, transform=f"translate({LEFT} 62) scale(1.1667)")
