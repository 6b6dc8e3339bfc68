"""A narrative with one of each block, and records and links of every type, as the table holds it."""

from __future__ import annotations

import json

from tests.core.test_blocks import body, document
from tests.factories import make_centre, make_craft, make_image, make_product, make_route, make_village


def full_body(pictures, each):
    """Return a body with some pictures in its gallery and as many records `each` of every type, links and a call."""
    raw = body(make_village(), make_image(), document("a.mp4"), document("a.vtt"))
    values = {block["type"]: block["value"] for block in raw}
    values["gallery"]["pictures"] = [
        {"type": "item", "id": f"{n:08d}-1111-4111-8111-111111111111",
         "value": {"image": make_image(f"Picture {n}", credit="x").pk, "caption": "x"}}
        for n in range(pictures)
    ]  # fmt: skip
    chosen = [pair for _ in range(each) for pair in _records().items()]
    values["records"]["records"] = [{"type": kind, "value": record.pk} for kind, record in chosen]
    for kind, field in (("text", "text"), ("visit", "text"), ("portrait", "words")):
        values[kind][field] = "".join(map(_link, _records().values()))
    values["call"] = {**values["call"], "url": "", "record": [{"type": "route", "value": chosen[3][1].pk}]}
    again = {"type": "records", "id": "f" * 8, "value": {"heading": "", "records": values["records"]["records"][:4]}}
    return json.dumps([*({**block, "value": values[block["type"]]} for block in raw), again])


def _records():
    craft = make_craft()
    village = make_village(crafts=[craft])
    centre = make_centre(village=village, hours=("08:00", "17:00"), province=village.province)
    product = make_product(village=village, province=village.province, craft=craft)
    route = make_route(places=[village, centre])
    return {"village": village, "product": product, "centre": centre, "route": route, "craft": craft}


def _link(record):
    return f'<p><a linktype="record" data-record="{record.section}/{record.slug}">it</a></p>'
