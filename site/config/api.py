"""The endpoints of the read API."""

from __future__ import annotations

from wagtail.api.v2.router import WagtailAPIRouter

from centres.api import CentreAPIViewSet
from core.page_api import CreditedImagesAPIViewSet, LivePagesAPIViewSet
from crafts.api import CraftAPIViewSet
from places.api import EventAPIViewSet, ProvinceAPIViewSet, VillageAPIViewSet
from products.api import ProducerAPIViewSet, ProductAPIViewSet
from routes.api import RouteAPIViewSet

router = WagtailAPIRouter("api")
for viewset in (
    VillageAPIViewSet,
    ProductAPIViewSet,
    CentreAPIViewSet,
    RouteAPIViewSet,
    CraftAPIViewSet,
    ProducerAPIViewSet,
    EventAPIViewSet,
    ProvinceAPIViewSet,
    LivePagesAPIViewSet,
    CreditedImagesAPIViewSet,
):
    router.register_endpoint(viewset.name, viewset)
