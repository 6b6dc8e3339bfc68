"""What a campaign page shows of its destination: every strip comes from the records."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from centres.models import Centre
from centres.views import centre_known
from home.models import CampaignPage
from places.models import Village
from places.views import village_known


def campaign_context(request: HttpRequest, page: CampaignPage) -> dict[str, Any]:
    """Return the destination and what is known of it; nothing while the page has none."""
    place = page.destination
    if isinstance(place, Village):
        known = village_known(place)
        return {"place": place, **known, "made_here": known["products"], "outlets": known["centres"]}
    if isinstance(place, Centre):
        known = centre_known(place)
        around = {"made_here": known["village_products"], "outlets": known["neighbours"], "events": []}
        return {"place": place, **known, **around}
    return {}
