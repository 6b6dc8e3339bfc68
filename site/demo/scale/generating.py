"""The whole run: every record in the order in which they point at one another, then the pages, then the index."""

from __future__ import annotations

from collections import Counter

from django.db import transaction
from wagtail.signal_handlers import disable_reference_index_auto_update

from core import indexing
from demo.scale import narratives, offers
from demo.scale.centres import centres
from demo.scale.frame import Frame
from demo.scale.itineraries import routes
from demo.scale.places import villages
from demo.scale.producers import producers
from demo.scale.products import products
from demo.scale.recognitions import recognitions
from demo.scale.sizes import Sizes
from demo.scale.storing import Written
from places.models import Village


def generate(sizes: Sizes | None = None) -> Counter[str]:
    """Write what isn't there yet of a data set of these sizes; return how many rows are new, by model.

    Raise `LookupError` when the programmes and provinces are missing.
    """
    frame, written = Frame.read(sizes or Sizes()), Written()
    with indexing.held(), disable_reference_index_auto_update(), transaction.atomic():
        _write(frame, written)
    with transaction.atomic():
        written.index()
    return written.counts()


def _write(frame: Frame, written: Written) -> None:
    some_villages = villages(frame, written)
    new_villages = set(written.fresh[Village])
    makers = producers(frame, written, some_villages)
    some_products, new_products = products(frame, written, makers)
    recognitions(frame, written, some_products, new_products)
    offers.marks(frame, written, some_products, new_products)
    some_centres, new_centres = centres(frame, written, some_villages)
    offers.stock(frame, written, some_centres, new_centres, some_products)
    for places, fresh in ((some_centres, new_centres), (some_villages, new_villages)):
        offers.experiences(frame, written, places, fresh)
        offers.notices(frame, written, places, fresh)
    some_routes = routes(frame, written, [*some_villages, *some_centres])
    records = {
        "villages": some_villages, "products": some_products, "centres": some_centres, "routes": some_routes,
    }  # fmt: skip
    narratives.narratives(frame, written, records)
    narratives.stories(frame, written, records)
