"""What a page says of itself to those that show a link to it: Open Graph (https://ogp.me), Twitter's cards."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from core import addresses, illustrations, languages, sections
from core.labels import Label
from core.social.drawing import HEIGHT, SITE, WIDTH

HOME, PAGES = "home", "pages"  # beside the sections: the home page, the pages right below it
LOCALES = {
    "vi": "vi_VN",
    "en": "en_GB",
    "id": "id_ID",
    "zh-hans": "zh_CN",
    "ko": "ko_KR",
    "ja": "ja_JP",
    "fr": "fr_FR",
}


@dataclass(frozen=True)
class Sharing:
    """The values of the meta elements."""

    title: str
    description: str
    type: str
    url: str
    locale: str
    image: str
    image_alt: str
    width: int = WIDTH
    height: int = HEIGHT


def image_path(path: str, item: Any) -> str:
    """Return where the card of the page at a path is drawn; `item` is its record or page of the tree, if any.

    What lies below a section and is neither has the section's; what lies outside every section has the home page's.
    """
    language, section, slug = [*path.strip("/").split("/"), "", "", ""][:3]
    own = getattr(item, "slug", "")
    if section in sections.SECTIONS:
        return f"/social/{language}/{section}/{slug}.png" if slug and own else f"/social/{language}/{section}.png"
    return f"/social/{language}/{PAGES}/{own}.png" if own and own == section else f"/social/{language}/{HOME}.png"


def of_page(request: HttpRequest, head: addresses.Head, record: Any, page: Any) -> Sharing:
    """Return what a page with a canonical address says of itself."""
    shown = record or page
    image = image_path(request.path, shown)
    title = record.name_in()[0] if record else getattr(page, "title", "") or SITE
    photo = getattr(shown, "photograph", None)
    pictured = (photo.alt if photo else "") or illustrations.description(getattr(shown, "motif", ""))
    return Sharing(
        title=title,
        description=str(Label(record.tagline)) if record else getattr(page, "introduction", ""),
        type="article" if image.count("/") > 3 and "/stories/" in image else "website",
        url=head.canonical,
        locale=LOCALES.get(languages.active(), ""),
        image=addresses.absolute(request, image),
        image_alt=f"{title}. {pictured}",
    )
