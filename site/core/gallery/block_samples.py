"""A believable sample of every narrative block: its preview in the editor, its place in the gallery, its test."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.apps import apps

from core import languages
from core.gallery.words import Built, Extra, Name, Rich, Words, said


def first_records() -> list[tuple[str, Any]]:
    """Return a village and a product of this site, as a list of chosen records; none on an empty site."""
    kinds = (("village", "places.Village"), ("product", "products.Product"))
    found = [(kind, apps.get_model(label)._default_manager.for_cards().live().first()) for kind, label in kinds]
    return [(kind, record) for kind, record in found if record is not None]


BLOCKS: dict[str, dict[str, Any]] = {
    "text": {
        "heading": Name("Đất, nước và sự chờ đợi", "Clay, water, waiting", "Tanah, air, menunggu"),
        "text": Rich(
            "Đất được ngâm qua bốn bể, bể sau thấp hơn bể trước một bậc. Thứ lắng lại ở bể thứ tư đủ mịn để vuốt.",
            "The clay is soaked in four tanks, each a step lower than the last. What settles in the fourth is fine "
            "enough to throw.",
            "Tanah direndam dalam empat bak, masing-masing satu anak tangga lebih rendah. Yang mengendap di bak "
            "keempat cukup halus untuk diputar.",
        ),
    },
    "picture": {
        "image": None,
        "caption": Extra(
            "Nón phơi trên đê trước phiên chợ", "Hats drying on the dyke before the market",
            "Caping dijemur di tanggul sebelum hari pasar",
        ),
    },
    "gallery": {
        "heading": Name("Từ lá đến nón", "From leaf to hat", "Dari daun menjadi caping"),
        "pictures": [
            {"image": None, "caption": Extra("Lá phơi trên đường", "Leaves on the road", "Daun di jalan desa")},
            {"image": None, "caption": Extra("Mười sáu vòng tre", "Sixteen bamboo rings", "Enam belas lingkar bambu")},
            {"image": None, "caption": Extra("Mũi kim cuối cùng", "The last stitch", "Jahitan terakhir")},
            {"image": None, "caption": Extra("", "", "")},
        ],
    },
    "steps": {
        "heading": Name("Làm một chiếc nón", "How a hat is made", "Cara membuat caping"),
        "steps": [
            {
                "title": Name("Là lá", "Ironing the leaf", "Menyetrika daun"),
                "text": Words(
                    "Từng chiếc lá được miết phẳng trên mặt sắt nóng.", "Each leaf is pressed flat on hot iron.",
                    "Setiap daun ditekan rata di atas besi panas.",
                ),
                "image": None,
                "duration": Extra("vài giây một lá", "a few seconds a leaf", "beberapa detik per daun"),
                "tool": Extra("mặt sắt nóng", "a hot metal plate", "pelat besi panas"),
            },
            {
                "title": Name("Mười sáu vòng", "Sixteen rings", "Enam belas lingkar"),
                "text": Words(
                    "Vòng tre được đặt lên khuôn, vòng trên nhỏ hơn vòng dưới.",
                    "Bamboo rings are laid on the frame, each smaller than the one below.",
                    "Lingkar bambu dipasang pada cetakan, makin ke atas makin kecil.",
                ),
                "image": None,
                "duration": "",
                "tool": Extra("khuôn gỗ", "a wooden mould", "cetakan kayu"),
            },
        ],
    },
    "materials": {
        "heading": Name("Trong một chiếc nón", "What is in a hat", "Isi sebuah caping"),
        "materials": [
            {
                "name": Name("Lá lụi", "Lá lụi, a small fan palm", "Lá lụi, sejenis palem kipas kecil"),
                "use": Words("hai lớp ngoài và trong", "the outer and the inner coat", "lapisan luar dan dalam"),
                "origin": Extra("vùng đồi", "the hills", "perbukitan"),
            },
            {
                "name": Name("Mo nang", "Sheath of bamboo shoots", "Pelepah rebung"),
                "use": Words("lớp giữa", "the layer between", "lapisan tengah"),
                "origin": "",
            },
            {
                "name": Name("Tre", "Bamboo", "Bambu"),
                "use": Words("mười sáu vòng", "the sixteen rings", "enam belas lingkar"),
                "origin": "",
            },
        ],
    },
    "timeline": {
        "heading": Name("Trong danh sách của UNESCO", "On UNESCO's lists", "Dalam daftar UNESCO"),
        "entries": [
            {
                "when": Name("2008", "2008", "2008"),
                "title": Name("Kris Indonesia", "The Indonesian kris", "Keris Indonesia"),
                "text": Extra(
                    "Được đưa vào Danh sách đại diện.", "Entered on the Representative List.",
                    "Masuk Daftar Perwakilan.",
                ),
            },
            {
                "when": Name("2009", "2009", "2009"),
                "title": Name("Batik Indonesia", "Indonesian batik", "Batik Indonesia"),
                "text": Extra("Cùng Danh sách đại diện.", "On the same list.", "Pada daftar yang sama."),
            },
            {
                "when": Name("2022", "2022", "2022"),
                "title": Name("Nghề gốm của người Chăm", "The pottery of the Chăm", "Gerabah orang Chăm"),
                "text": Extra(
                    "Vào Danh sách cần bảo vệ khẩn cấp.", "On the list in need of urgent safeguarding.",
                    "Pada daftar yang perlu pelindungan mendesak.",
                ),
            },
        ],
    },
    "quote": {
        "text": Words(
            "Ước gì anh lấy được nàng, để anh mua gạch Bát Tràng về xây.",
            "If only I could marry you, I would buy bricks from Bát Tràng and build.",
            "Andai aku dapat menikahimu, kubeli bata Bát Tràng untuk membangun.",
        ),
        "said_by": Extra("Ca dao", "Folk verse", "Pantun rakyat Vietnam"),
        "consent_note": Extra("Ca dao, của chung.", "A folk verse: nobody's own.", "Pantun rakyat, milik bersama."),
    },
    "portrait": {
        "name": Name("Tên người thợ", "The maker's name", "Nama perajin"),
        "role": Words("Nghề của họ, ở làng nào", "What they do, and where", "Pekerjaannya, dan di mana"),
        "image": None,
        "words": Rich(
            "Vài câu theo lời của chính họ: học nghề từ ai, việc nào khó nhất, khách nên xem điều gì.",
            "A few sentences as they would say them: who taught them, what is hardest, what a visitor should look at.",
            "Beberapa kalimat menurut tuturan mereka: siapa gurunya, apa yang tersulit, apa yang patut dilihat tamu.",
        ),
        "consent": True,
    },
    "media": {
        "file": None,
        "title": Name("Tiếng chàng trong xưởng", "The sound of the workshop", "Suara bengkel"),
        "captions": [],
        "transcript": Rich(
            "Tiếng đục đều đều trên gỗ. Có tiếng nước chảy. Không ai nói.",
            "A chisel taps on wood, evenly. Water runs. Nobody speaks.",
            "Pahat mengetuk kayu dengan teratur. Air mengalir. Tidak ada yang bicara.",
        ),
    },
    "visit": {
        "heading": Name("Đường đến", "Going there", "Menuju ke sana"),
        "text": Rich(
            "Qua cầu, đường chạy theo đê. Hãy hỏi trước khi chụp ảnh người đang làm việc.",
            "From the bridge the road follows the dyke. Ask before photographing people at work.",
            "Dari jembatan, jalan mengikuti tanggul. Mintalah izin sebelum memotret orang yang bekerja.",
        ),
    },
    "records": {
        "heading": Name("Gần đây", "Nearby", "Di sekitar sini"),
        "records": Built(first_records),
    },
    "call": {
        "heading": Name("Batik trong danh sách của UNESCO", "Batik on UNESCO's list", "Batik dalam daftar UNESCO"),
        "text": Extra(
            "Hồ sơ, ảnh và phim của lần ghi danh năm 2009.", "The file, pictures and film of the inscription of 2009.",
            "Berkas, foto, dan film pencatatan tahun 2009.",
        ),
        "label": Name("Đọc hồ sơ", "Read the file", "Baca berkasnya"),
        "record": [],
        "url": "https://ich.unesco.org/en/RL/indonesian-batik-00170",
    },
}  # fmt: skip


def sample(kind: str) -> partial[Any]:
    """Return what makes a block's preview, in the language of whoever looks at it."""
    return partial(_preview, kind)


def _preview(kind: str) -> Any:
    return said(BLOCKS[kind], languages.active())
