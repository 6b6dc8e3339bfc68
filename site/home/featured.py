"""What the home page features: every strip comes from the records, none is hard-coded."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from centres.models import Centre
from core import clock
from crafts.models import Craft
from home.models import HomePage
from places.models import Village
from products.models import Product
from routes.models import Route
from stories.models import StoryPage

MODELS, STARRED, ROUTES, STORIES, CRAFTS = 4, 4, 3, 3, 8


def home_context(request: HttpRequest, page: HomePage) -> dict[str, Any]:
    """Return the strips of the home page."""
    return {
        "model_destinations": model_destinations(),
        "starred": starred(),
        "routes": list(Route.objects.live().for_list().filter(status=Route.Status.PROMOTED).by_name()[:ROUTES]),
        "stories": StoryPage.objects.best_per_story()[:STORIES],
        "crafts": list(Craft.objects.live().for_list().order_by("-village_count", "pk")[:CRAFTS]),
        "made_now": made_this_month(),
        "counts": {
            "centres": Centre.objects.live().count(),
            "villages": Village.objects.live().count(),
            "products": Product.objects.live().count(),
        },
    }


def starred() -> list[Product]:
    """Return the products with the newest recognition that holds today."""
    products = Product.objects.live().for_list().starred().by_newest()
    return list(products.order_by("-year_today", "-current_stars", "pk")[:STARRED])


def model_destinations() -> list[Any]:
    """Return model destinations, centres first."""
    centres = list(Centre.objects.live().model_destinations().for_list().by_name()[:MODELS])
    villages = list(Village.objects.live().model_destinations().for_list().by_name()[:MODELS])
    return [*centres, *villages][:MODELS]


def made_this_month() -> Craft | None:
    """Return a craft whose season is this month; None when no season is known for it."""
    bit = 1 << clock.today().month
    seasonal = Craft.objects.live().filter(months__gt=0).by_name()
    return next((craft for craft in seasonal if craft.months & bit), None)
