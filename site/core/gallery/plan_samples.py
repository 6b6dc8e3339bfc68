"""Samples of the way to the reader's own plan."""

from __future__ import annotations

from typing import Any

from core.gallery.words import Extra, Name, Words

PLANNED = {
    "codes": "2345gh", "url": "#", "lang": "", "named": False,
    "name": Name("Làng gốm Bát Tràng", "Bát Tràng pottery village", "Desa gerabah Bát Tràng"),
}  # fmt: skip
USE = Words("Dùng làm hành trình của tôi", "Use as my plan", "Pakai sebagai rencana saya")

TAKEN = {
    "links": [
        {"kind": "booklet", "url": "#", "title": Name("Sổ tay để in", "Booklet to print", "Buklet untuk dicetak"),
         "note": Extra("Có bản đồ và giờ mở cửa", "With a map and opening hours", "Dengan peta dan jam buka")},
        {"kind": "gpx", "url": "#", "title": Name("Tệp GPS (GPX)", "GPS file (GPX)", "Berkas GPS (GPX)"), "note": ""},
    ],
    "days": [{
        "number": 1,
        "legs": [{
            "start": PLANNED["name"], "end": Name("Làng nón Chuông", "Chuông hat village", "Desa caping Chuông"),
            "place": "#", "links": [{"name": "OpenStreetMap", "url": "#"}],
        }],
    }],
    "several_days": True,
}  # fmt: skip

PLAN_SAMPLES: dict[str, dict[str, dict[str, Any]]] = {
    "add_to_plan": {
        "on a card": {"plan": PLANNED, "words": "", "variant": ""},
        "of another thing": {"plan": {**PLANNED, "named": True}, "words": "", "variant": ""},
        "beside buttons": {"plan": PLANNED, "words": USE, "variant": "big"},
    },
    "share_link": {
        "one button": {"address": "https://example.org/", "title": "Đường Làng", "field": "", "one": True},
        "both": {"address": "https://example.org/", "title": "Đường Làng", "field": "", "one": False},
    },
    "take_along": {
        "files and ways": {"items": TAKEN},
        "files only": {"items": {**TAKEN, "days": []}},
    },
}
