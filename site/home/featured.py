"""What the home page features: every strip comes from the records, none is hard-coded."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from centres.models import Centre
from core import clock, languages, sections
from core.cards import Card, card_of
from crafts.models import Craft
from home.models import CampaignPage, HomePage
from home.this_month import this_month
from places.models import Village
from products.models import Product
from routes.models import Route
from stories.models import StoryPage

MODELS, STARRED, ROUTES, STORIES, CRAFTS = 4, 4, 2, 4, 12


def home_context(request: HttpRequest, page: HomePage) -> dict[str, Any]:
    """Return the strips of the home page."""
    language = languages.active()
    outlets = Centre.objects.live().count()
    map_url = sections.url("map", language)
    known = list(Craft.objects.live().for_list().order_by("-village_count", "pk"))
    return {
        "shortcuts": shortcuts(language),
        "doors": doors(language, outlets),
        "strips": strips(language, known),
        "this_month": this_month(known),
        "outlets": outlets,
        "map_url": map_url,
        "kinds": [{"title": str(label), "url": f"{map_url}?kind={value}"} for value, label in Centre.Kind.choices],
    }


def shortcuts(language: str) -> list[dict[str, str]]:
    """Return the small choices below the search field."""
    today = clock.today().isoformat()
    return [
        {"title": _("Open today"), "url": f"{sections.url('centres', language)}?open_on={today}"},
        {"title": _("Stars valid today"), "url": f"{sections.url('products', language)}?sort=stars"},
        {"title": _("Festivals and fairs"), "url": sections.url("events", language)},
    ]


def doors(language: str, outlets: int) -> list[dict[str, str]]:
    """Return the three ways in: find, go along, read."""
    found = ngettext(
        "%(n)s centre on the map, with what is known of its hours",
        "%(n)s centres on one map, with what is known of their hours",
        outlets,
    ) % {"n": outlets}
    return [
        {"title": _("Find"), "text": found, "url": sections.url("map", language), "tone": ""},
        {
            "title": _("Follow a route"),
            "text": _("A day or a weekend along the villages, stop by stop"),
            "url": sections.url("routes", language),
            "tone": "jade",
        },
        {
            "title": _("Read"),
            "text": _("How it is made, who makes it, why it matters"),
            "url": sections.url("stories", language),
            "tone": "lacquer",
        },
    ]  # fmt: skip


def strips(language: str, known: list[Craft]) -> list[dict[str, Any]]:
    """Return the rows of cards in their order; the template leaves out the empty ones."""
    villages = sections.url("villages", language)
    return [
        _strip("models", _("Model destinations"), invitations(model_destinations()), f"{villages}?model=yes",
               _("All destinations"), "grid grid--large", "row"),
        _strip("starred", _("Starred and still valid"), starred(), sections.url("products", language),
               _("All products")),
        _strip("routes", _("Along the road"), routes(), sections.url("routes", language), _("All routes"), "stack"),
        _strip("stories", _("Stories"), stories(), sections.url("stories", language), _("All stories")),
        _strip("crafts", _("By the hand that makes it"), crafts(known), sections.url("crafts", language),
               _("All crafts"), "grid grid--small"),
    ]  # fmt: skip


def _strip(
    key: str, title: str, records: list[Any], url: str, more: str, layout: str = "grid", variant: str = ""
) -> dict[str, Any]:
    """Return one row of cards as layout/strip.html expects it."""
    words = {"id": key, "title": title, "more_url": url, "more_title": more}
    return {**words, "records": records, "list": layout, "variant": variant}


def routes() -> list[Route]:
    """Return routes that an authority or an operator promotes, those of this month first."""
    promoted = Route.objects.live().for_cards().filter(status=Route.Status.PROMOTED)
    return list(promoted.in_season_first(clock.today().month)[:ROUTES])


def stories() -> list[StoryPage]:
    """Return the newest stories, each once."""
    return StoryPage.objects.newest(STORIES)


def crafts(known: list[Craft]) -> list[Card]:
    """Return the craft with most villages of each family, as small cards without text."""
    families: dict[str, Craft] = {}
    for craft in known:
        families.setdefault(craft.family, craft)
    return [replace(card_of(craft), text="") for craft in list(families.values())[:CRAFTS]]


def starred() -> list[Product]:
    """Return the products with the newest recognition that holds today; thousands are ordered by their keys alone."""
    order = ("-year_today", "-current_stars", "pk")
    newest = Product.objects.live().starred().by_newest().order_by(*order).values("pk")[:STARRED]
    return list(Product.objects.filter(pk__in=newest).for_list().by_newest().order_by(*order))


def model_destinations() -> list[Any]:
    """Return model destinations, each place once: the village, or the centre that stands in no listed village."""
    villages = list(Village.objects.live().model_destinations().for_cards().by_name()[:MODELS])
    shown = {village.pk for village in villages}
    centres = Centre.objects.live().model_destinations().for_cards().by_name()[:MODELS]
    return [*villages, *(centre for centre in centres if centre.village_id not in shown)][:MODELS]


def invitations(places: list[Any]) -> list[Card]:
    """Return the cards of villages and centres; where a campaign invites in the reader's language, they lead to it."""
    pages = list(CampaignPage.objects.for_readers().inviting_to(places)) if places else []
    return [_invitation(place, pages) for place in places]


def _invitation(place: Any, pages: list[CampaignPage]) -> Card:
    """Return a place's card. A village stands for its centres too, so that theirs will do when it has none itself."""
    own = [page for page in pages if page.place == place]
    inside = [page for page in pages if page.centre and isinstance(place, Village) and page.centre.village == place]
    card = card_of(place)
    for page in [*own, *inside][:1]:
        card = replace(card, url=f"/{languages.active()}/{page.slug}/", text=page.title, text_lang="")
    return card
