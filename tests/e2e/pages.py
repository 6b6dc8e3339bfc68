"""One page of every kind, by name: the path below its language."""

from __future__ import annotations

# Bát Tràng with its museum, Hạ Thái and Vạn Phúc by their short codes, which never change.
PLAN = "p=1fx7xfvMgefjuy.bba6rjb6fkfg&d=2026-12-05&n=2"
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
    "was-it-open": "centres/bat-trang-museum/was-it-open/",
    "ask": "centres/bat-trang-museum/ask/",
    "route": "routes/bat-trang-footprints/",
    "plan-empty": "plan/",
    "plan": f"plan/?{PLAN}",
    "plan-booklet": f"plan/booklet/?{PLAN}",
    "story": "stories/sixteen-rings/",
    "campaign": "visit-hong-van/",
    "plain": "about/",
    "not-found": "villages/no-such-village/",
}
