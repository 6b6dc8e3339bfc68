"""One page of every kind, by name: the path below its language."""

from __future__ import annotations

PAGES = {
    "home": "",
    "villages": "villages/",
    "crafts": "crafts/",
    "products": "products/",
    "products-filtered": "products/?q=gom&stars=4",
    "nothing-found": "products/?q=zzzz",
    "centres": "centres/",
    "routes": "routes/",
    "stories": "stories/",
    "producers": "producers/",
    "events": "events/",
    "map": "map/",
    "provinces": "map/provinces/",
    "search": "search/?q=bat+trang",
    "corrected": "search/?q=bat+tramg",
    "village": "villages/bat-trang/",
    "craft": "crafts/conical-hat/",
    "product": "products/bo-bat-dia-gom-su-hoa-sen-do/",
    "product-with-stars": "products/che-dinh-tan-cuong/",
    "centre": "centres/bat-trang-museum/",
    "route": "routes/bat-trang-footprints/",
    "story": "stories/sixteen-rings/",
    "campaign": "visit-hong-van/",
    "plain": "about/",
    "not-found": "villages/no-such-village/",
}
