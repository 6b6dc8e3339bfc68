"""Samples of every template in `templates/components/`: what staff see in the gallery and tests render.

Of each component one sample or more, by a word that says what is special about it. A template without a sample fails
`tests/core/test_gallery.py`. The content is of the villages this site began with; nobody in it is a real person.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.templatetags.static import static

from core.gallery.door_samples import DOOR_SAMPLES
from core.gallery.facet_samples import FACET_SAMPLES
from core.gallery.month_samples import MONTH_SAMPLES
from core.gallery.plan_samples import PLAN_SAMPLES, PLANNED
from core.gallery.words import Built, Extra, Name, Pictured, Words
from core.photographs import Framed, Photograph

VILLAGE = Name("Làng gốm Bát Tràng", "Bát Tràng pottery village", "Desa gerabah Bát Tràng")
HAT = Name("Nón lá làng Chuông", "Conical hat of Chuông", "Caping Chuông")
MUSEUM = Name(
    "Trung tâm Tinh hoa làng nghề Việt", "Centre of Vietnamese craft quintessence", "Pusat kriya desa Vietnam"
)
TAGLINE = Extra(
    "Gốm bên sông Hồng, ra lò mỗi tuần.", "Pots by the Red River, out of the kiln every week.",
    "Tembikar di tepi Sungai Merah, keluar tanur tiap minggu.",
)  # fmt: skip
PLACE = Extra("Hà Nội · Đồ gốm", "Hà Nội · Pottery", "Hà Nội · Gerabah")
BADGE = Extra("Điểm đến kiểu mẫu", "Model destination", "Destinasi teladan")
OPEN = Words("Đang mở, đến 17:30", "Open now, until 17:30", "Buka sekarang, sampai 17.30")
CONFIRMED = Words("Giờ được xác nhận 12 ngày trước", "Hours confirmed 12 days ago", "Jam dikonfirmasi 12 hari lalu")
CLOSED = Words("Đóng cửa, mở lại lúc 8:00", "Closed until 8:00", "Tutup sampai 08.00")
EVERY_DAY = Words("8:00–17:30", "8:00–17:30", "08.00–17.30")
WEEK = [
    Words("Thứ Hai", "Monday", "Senin"),
    Words("Thứ Ba", "Tuesday", "Selasa"),
    Words("Chủ Nhật", "Sunday", "Minggu"),
]


class DrawnPhotograph(Photograph):
    """Stands in for a photograph: the scene of the home page, which every site has."""

    def framed(self, shape: str) -> Framed:
        """Return the scene, whatever the shape."""
        url = static("img/scenes/home.svg")
        return Framed(url, 1200, 900, "100vw", largest=(url, 1200, 900))


def photograph() -> Photograph:
    """Return what the photograph of a record gives to a template."""
    return DrawnPhotograph("", "", "Đường Làng", "", "", {}, ["", 1200, 900])


def rendition() -> dict[str, Any]:
    """Return what one file of a picture gives to a template."""
    return {"url": static("img/scenes/home.svg"), "width": 1200, "height": 900, "alt": ""}


def filters(words: dict[str, str]) -> forms.Form:
    """Return a form with one field of each kind."""
    choices = [("", words["any"]), ("pottery", words["choice"])]
    made = type(
        "SampleFilters",
        (forms.Form,),
        {
            "q": forms.CharField(label=words["search"], required=False),
            "craft": forms.ChoiceField(label=words["craft"], choices=choices, required=False),
            "accessible": forms.BooleanField(label=words["accessible"], required=False, help_text=words["help"]),
        },
    )
    form: forms.Form = made({"craft": "unknown"}, auto_id="sample-%s")
    form.is_valid()
    return form


def _card(**more: Any) -> dict[str, Any]:
    return {
        "url": "#", "slug": "bat-trang", "title": VILLAGE, "title_lang": "", "eyebrow": PLACE, "text": TAGLINE,
        "text_lang": "", "image": None, "motif": "pottery", "stars": None, "badge": "", "state": "", "state_text": "",
        "state_note": "", "tag": "h4", "variant": "", "eager": False, "plan": None, "here": "", **more,
    }  # fmt: skip


def _stars(**more: Any) -> dict[str, Any]:
    programme = Name("OCOP", "OCOP", "OCOP")
    return {
        "stars": 4, "out_of": 5, "year": 2025, "slug": "non-lang-chuong", "exact_date_known": True, "big": False,
        "programme": programme, **more,
    }  # fmt: skip


def _notice(level: str) -> dict[str, Any]:
    title = Extra("Nghỉ lò ngày 24", "The kiln rests on the 24th", "Tanur libur tanggal 24")
    text = Words(
        "Xưởng đóng cửa; cửa hàng vẫn mở.",
        "The workshop is closed; the shop is open.",
        "Bengkel tutup; toko tetap buka.",
    )
    return {
        "level": level, "title": title, "text": text, "url": "#", "link_text": Name("Xem thêm", "More", "Selengkapnya")
    }  # fmt: skip


STOPS = [
    {"number": 1, "title": VILLAGE, "lang": "", "note": Extra("buổi sáng", "in the morning", "pagi hari")},
    {"number": 2, "title": HAT, "lang": "", "note": ""},
    {"number": 3, "title": MUSEUM, "lang": "", "note": ""},
]
FILTER_WORDS = {
    "any": Words("Bất kỳ", "Any", "Semua"),
    "choice": Name("Đồ gốm", "Pottery", "Gerabah"),
    "search": Name("Từ", "Words", "Kata"),
    "craft": Name("Nghề", "Craft", "Kriya"),
    "accessible": Name("Lối vào không bậc", "Step-free entrance", "Pintu masuk tanpa anak tangga"),
    "help": Words("Chỉ nơi đã biết chắc.", "Only where it is known.", "Hanya bila sudah diketahui."),
}

COMPONENTS: dict[str, dict[str, dict[str, Any]]] = {
    "card": {
        "plain": _card(plan=PLANNED),
        "photograph": _card(image=Pictured(photograph), badge=BADGE),
        "stars": _card(title=HAT, motif="hat", slug="non-lang-chuong", stars=_stars()),
        "row": _card(variant="row", state="open", state_text=OPEN, state_note=CONFIRMED),
        "near": _card(distance_text=Words("3,2 km", "3.2 km", "3,2 km")),
        "another language": _card(title_lang="vi", text_lang="vi"),
        "found": _card(variant="row", excerpt=[[TAGLINE, False], [VILLAGE, True]], excerpt_lang=""),
    },
    "empty": {
        "plain": {
            "title": Name("Chưa có gì ở đây", "Nothing here yet", "Belum ada apa-apa di sini"),
            "text": Extra(
                "Bỏ bớt một bộ lọc, hoặc xem bản đồ.", "Take a filter away, or look at the map.",
                "Hapus satu filter, atau lihat peta.",
            ),
            "actions": [
                {"title": Name("Bản đồ", "The map", "Peta"), "url": "#"},
                {"title": Name("Trang chủ", "Home", "Beranda"), "url": "#"},
            ],
            "tag": "h4", "motif": "sedge",
        },
    },
    "facts": {
        "sourced": {
            "rows": [
                {
                    "label": Name("Nghề", "Craft", "Kriya"), "value": Name("Đồ gốm", "Pottery", "Gerabah"), "lang": "",
                    "url": "#", "source_url": "https://ocop.gov.vn/", "source_name": "ocop.gov.vn", "confidence": "",
                },
                {
                    "label": Name("Tên cũ", "Former name", "Nama lama"), "value": VILLAGE, "lang": "vi", "url": "",
                    "source_url": "", "source_name": "",
                    "confidence": Extra("được kể lại", "as told", "menurut cerita"),
                },
            ],
        },
    },
    "field": {
        name: {"field": Built(lambda words, name=name: filters(words)[name], FILTER_WORDS)}
        for name in ("q", "craft", "accessible")
    },
    **DOOR_SAMPLES,
    **FACET_SAMPLES,
    **MONTH_SAMPLES,
    **PLAN_SAMPLES,
    "notice": {level: _notice(level) for level in ("info", "warning", "closed", "success", "language")},
    "photograph": {
        "without its sources": {
            "framed": Pictured(lambda: photograph().framed("card")), "sizes": "100vw", "alt": TAGLINE, "alt_lang": "",
            "colour": "#b5623c", "eager": False,
        },
    },
    "picture": {
        "motif": {"image": None, "motif": "silk", "seed": "van-phuc", "size": "card", "alt": "", "eager": False},
        "square": {"image": None, "motif": "batik", "seed": "laweyan", "size": "square", "alt": "", "eager": False},
        "photograph": {
            "image": Pictured(photograph), "motif": "rice", "seed": "home",
            "size": "card", "alt": TAGLINE, "eager": False,
        },
    },
    "record_map": {
        "one point": {
            "points": [{"lat": 20.9767, "lon": 105.9123, "name": VILLAGE, "url": "#"}],
            "language": "vi",
            "map_settings": {
                "sea_label": Extra("Biển Đông", "East Sea", "Laut Timur"), "tiles_url": "", "tiles_attribution": "",
                "streets": "off",
            },
        },
    },
    "route_card": {
        "plain": {
            "url": "#", "slug": "river-day",
            "title": Name("Một ngày bên sông", "A day by the river", "Sehari di tepi sungai"), "title_lang": "",
            "eyebrow": PLACE, "text": TAGLINE, "text_lang": "", "stops": STOPS, "tag": "h4",
            "image": None, "motif": "pottery", "plan": PLANNED, "standing": "promoted",
            "standing_text": Extra("Tuyến đã công bố", "Promoted route", "Rute resmi"),
            "measure_text": Extra("khoảng 26 km", "about 26 km", "sekitar 26 km"), "badge": "",
        },
    },
    "route_line": {"three stops": {"stops": STOPS}},
    "search_form": {
        variant: {
            "url": "#", "query": "", "variant": variant, "id": f"sample-search-{variant}",
            "placeholder": Extra("nón lá, gốm…", "hats, pottery…", "caping, gerabah…"),
        }
        for variant in ("small", "big")
    },
    "share_map": {
        "a village": {
            "share": {
                "address": "https://example.org/vi/villages/bat-trang/#map-title",
                "embed": "https://example.org/embed/map/?lang=vi&layer=villages&slug=bat-trang",
                "snippet": '<iframe src="https://example.org/embed/map/?lang=vi&amp;layer=villages&amp;slug=bat-trang"'
                ' title="Bát Tràng" width="100%" height="480" loading="lazy"></iframe>',
            },
        },
    },
    "stars": {
        "dated": _stars(),
        "year only": _stars(exact_date_known=False, stars=3),
        "big": _stars(big=True, stars=5),
    },
    "steps": {
        "full": {
            "tag": "h4",
            "items": [
                {
                    "number": 1, "title": Name("Nhào đất", "Kneading the clay", "Menguli tanah"),
                    "text": Words("Đất được nhào đến khi hết bọt khí.", "The clay is kneaded until no air is left.",
                                  "Tanah diuli sampai tidak ada udara."),
                    "duration": Extra("nửa ngày", "half a day", "setengah hari"),
                    "tool": Extra("bàn gỗ", "a wooden table", "meja kayu"),
                    "image": Pictured(rendition), "lang": "",
                },
                {
                    "number": 2, "title": Name("Vuốt", "Throwing", "Memutar"), "text": TAGLINE, "duration": "",
                    "tool": "", "image": None, "lang": "vi",
                },
            ],
        },
    },
    "visit": {
        "open": {
            "visit": {
                "state": "open", "state_text": OPEN, "confirmed": CONFIRMED, "confirmed_on": date(2026, 11, 22),
                "state_note": Extra("Quốc khánh: giờ có thể khác", "National Day: hours may differ",
                                    "Hari Nasional: jam bisa berbeda"),
                "days": [
                    {"name": day, "hours_text": EVERY_DAY, "is_today": place == 1, "note": ""}
                    for place, day in enumerate(WEEK)
                ],
                "special_days": [
                    {"date_text": Words("Mùng 1 Tết", "First day of Tết", "Hari pertama Tết"), "hours_text": CLOSED,
                     "note": Extra("ba ngày", "three days", "tiga hari")},
                ],
                "as_published": "", "address_lang": "", "directions_url": "#",
                "sources": [{"text": "ocop.gov.vn", "url": "#"}], "unconfirmed": None,
                "address": Extra("Cạnh đình làng", "Beside the communal house", "Di samping balai desa"),
                "access": [{
                    "label": Name("Lối vào không bậc", "Step-free entrance", "Pintu masuk tanpa anak tangga"),
                    "value": Words("chưa rõ", "not known", "belum diketahui"),
                }],
            },
        },
        "unknown": {
            "visit": {
                "state": "unknown", "days": [], "special_days": [], "as_published": "", "address": "", "access": [],
                "address_lang": "", "directions_url": "", "sources": [], "confirmed": "", "confirmed_on": None,
                "state_note": "", "unconfirmed": None,
                "state_text": Words("Giờ mở cửa chưa rõ", "Opening hours unknown", "Jam buka belum diketahui"),
            },
        },
    },
}  # fmt: skip
