"""The social cards' addresses: drawn on request, kept for minutes in the cache, never written anywhere."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.apps import apps
from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from core import cards, detail, languages, registry, sections
from core.privacy import public
from core.social.drawing import SocialCard
from core.social.sharing import HOME, PAGES
from home.models import CampaignPage, HomePage, PlainPage
from stories.models import StoryPage

A_DAY, MINUTES = 24 * 60 * 60, 10 * 60
MOTIFS = {
    "crafts": "silk", "products": "lacquer", "centres": "pottery", "routes": "hat", "stories": "print", "map": "sedge",
    "producers": "weave", "events": "incense",
}  # fmt: skip


@require_safe
@cache_control(public=True, max_age=A_DAY)
def social_card(request: HttpRequest, language: str, section: str, slug: str = "") -> HttpResponse:
    """Answer with the card of a record, story, section, the home page or one below it; 404 for what isn't public."""
    if language not in languages.codes():
        raise Http404
    with override(language):
        shown = _of_item(section, slug) if slug else _of_page(section, language)
    etag = shown.etag()
    unchanged = get_conditional_response(request, etag)
    if unchanged is not None:
        return unchanged
    key = f"social-card.{etag[1:-1]}"
    png = cache.get(key)
    if png is None:
        png = shown.png()
        cache.set(key, png, MINUTES)
    return HttpResponse(png, content_type="image/png", headers={"ETag": etag})


def _of_item(section: str, slug: str) -> SocialCard:
    """Return the card of a live record, of a live and public story, or of a page below the home page."""
    if section == PAGES:
        return _of_page_below_home(slug)
    item = _story(slug) if section == "stories" else _record(section, slug)
    if item is None:
        raise Http404
    return _of_card(cards.card_of(item))


def _of_card(card: cards.Card) -> SocialCard:
    return SocialCard(
        title=card.title,
        eyebrow=card.eyebrow,
        text=card.text,
        motif=card.motif,
        seed=card.slug,
        photograph=card.image,
        credit=_credit(card.image),
    )


def _record(section: str, slug: str) -> Any:
    model = registry.models_by_section().get(section)
    return model._default_manager.for_cards().filter(slug=slug, live=True).first() if model else None


def _story(slug: str) -> StoryPage | None:
    """Return the story in the best language for the reader."""
    return _best(public(StoryPage.objects.live().filter(slug=slug)).for_list())


def _best(found: Any) -> Any:
    """Return the page in the best language for the reader; None when there is none."""
    pages = {page.language: page for page in found.select_related("locale").order_by("-pk")}
    code = languages.best(pages)
    return pages[code] if code else None


def _of_page_below_home(slug: str) -> SocialCard:
    """Return the card of a campaign, with the picture of its destination, or of a plain page."""
    campaign = _best(public(CampaignPage.objects.live().filter(slug=slug)))
    if campaign is not None:
        card = cards.card_of(campaign.destination)
        return _of_card(replace(card, title=campaign.title, eyebrow=card.title, text=campaign.introduction))
    page = _best(public(PlainPage.objects.live().filter(slug=slug)))
    if page is None:
        raise Http404
    return SocialCard(title=page.title, text=page.introduction, seed=slug)


def _of_page(section: str, language: str) -> SocialCard:
    """Return the card of a section or of the home page, where that page is live and public."""
    model: Any = HomePage if section == HOME else _listing(section)
    pages = public(model.objects.live().filter(locale__language_code=language)) if model else None
    page = pages.order_by("depth", "pk").first() if pages is not None else None
    if page is None:
        raise Http404
    title = page.headline if section == HOME else sections.name(section)
    return SocialCard(title=title or page.title, text=page.introduction, motif=MOTIFS.get(section, ""), seed=section)


def _listing(section: str) -> Any:
    """Return the page type of a section; None when there is none."""
    models = [apps.get_model(label) for label in detail.registered_listings()]
    return next((model for model in models if getattr(model(), "section_slug", "") == section), None)


def _credit(photograph: Any) -> str:
    if photograph is None:
        return ""
    return " ".join([_("Picture:"), ", ".join(part for part in (photograph.credit, photograph.licence) if part)])
