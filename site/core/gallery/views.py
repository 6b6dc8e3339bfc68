"""The component gallery: every component and every block as the public sees it, in a language and a mode."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import translation

from core import languages
from core.blocks import NarrativeBlock
from core.gallery.block_samples import BLOCKS
from core.gallery.component_samples import COMPONENTS
from core.gallery.words import MODES, ORDINARY, said


@dataclass(frozen=True)
class Shown:
    """A template of the site with its samples, rendered."""

    key: str
    name: str
    template: str
    samples: Sequence[tuple[str, str]]
    title: str = ""


def components(language: str, mode: str, request: HttpRequest | None = None) -> Iterator[Shown]:
    """Yield every component with its samples."""
    for name, samples in sorted(COMPONENTS.items()):
        template = f"components/{name}.html"
        rendered = [
            (word, render_to_string(template, said(tree, language, mode), request)) for word, tree in samples.items()
        ]
        yield Shown(f"component-{name}", name, template, rendered)


def blocks(language: str, mode: str) -> Iterator[Shown]:
    """Yield every narrative block with its sample."""
    for name, block in NarrativeBlock().child_blocks.items():
        value = block.normalize(said(BLOCKS[name], language, mode))
        yield Shown(f"block-{name}", name, block.meta.template, [("", block.render(value))], str(block.label))


def gallery(request: HttpRequest) -> HttpResponse:
    """Show everything; Wagtail's admin addresses admit staff only."""
    codes = languages.content_codes()
    language = request.GET.get("language")
    language = language if language in codes else languages.active()
    mode = request.GET.get("content")
    mode = mode if mode in MODES else ORDINARY
    with translation.override(language):
        context: dict[str, Any] = {
            "language": language,
            "languages": [(code, languages.native_name(code)) for code in codes],
            "mode": mode,
            "modes": MODES.items(),
            "components": list(components(language, mode, request)),
            "blocks": list(blocks(language, mode)),
        }
        response = render(request, "core/gallery.html", context)
    response.under_public_policy = True  # type: ignore[attr-defined]  # read by core.middleware
    return response
