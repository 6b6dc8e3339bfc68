"""Samples of the facets of a listing, one of each kind, and of the form they stand in."""

from __future__ import annotations

from typing import Any

from core.gallery.words import Name, Words

CRAFT = Name("Nghề", "Craft", "Kriya")
VILLAGE = Name("Làng gốm Bát Tràng", "Bát Tràng pottery village", "Desa gerabah Bát Tràng")
HATS = Name("Nón lá làng Chuông", "Conical hats of Chuông", "Caping Chuông")
POTTERY = Name("Đồ gốm", "Pottery", "Gerabah")
STEP_FREE = Name("Lối vào không bậc", "Step-free entrance", "Pintu masuk tanpa anak tangga")
DELTA = Name("Đồng bằng sông Hồng", "Red River Delta", "Delta Sungai Merah")


def _option(value: str, label: Any, count: int | None, **more: Any) -> dict[str, Any]:
    return {"value": value, "label": label, "count": count, "chosen": False, "group": "", "lang": "", **more}


def _facet(kind: str, name: str, options: list[dict[str, Any]], **more: Any) -> dict[str, Any]:
    return {
        "name": name,
        "label": CRAFT,
        "kind": kind,
        "options": options,
        "value": "",
        "chosen": sum(option["chosen"] for option in options),
        "more": 0,
        **more,
    }


VILLAGES = [
    _option("bat-trang", VILLAGE, 12, chosen=True, group=DELTA),
    _option("chuong", HATS, 1234, group=DELTA),
    *(_option(f"number-{number}", POTTERY, number) for number in range(3, 12)),
]

FACET_SAMPLES: dict[str, dict[str, dict[str, Any]]] = {
    "facet": {
        "many": {"facet": _facet("many", "craft", VILLAGES, more=1960)},
        "yes": {"facet": _facet("flag", "step_free", [_option("yes", STEP_FREE, 12)])},
        "words": {"facet": _facet("words", "q", [], value="gom")},
        "moment": {"facet": _facet("moment", "open_on", [], value="2026-11-28T10:30", chosen=1)},
        "near": {"facet": _facet("near", "near", [_option("20.98,105.91", VILLAGE, None, group=DELTA)])},
    },
    "facets": {
        "chosen": {
            "form": {
                "facets": [_facet("words", "words", []), _facet("many", "village", VILLAGES)],
                "values": {},
                "errors": {},
            },
            "action": "",
            "role": "",
            "id": "",
            "result_text": Words("125 sản phẩm", "125 products", "125 produk"),
            "chips": [{"label": HATS, "remove_url": "#"}, {"label": VILLAGE, "remove_url": "#"}],
        },
    },
}
