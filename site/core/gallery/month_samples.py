"""Samples of what says when to go: the twelve months of a place, and a month of festivals day by day."""

from __future__ import annotations

from typing import Any

from core.gallery.words import Extra, Name, Words

FESTIVAL = Name("Hội Gióng", "Gióng festival", "Festival Gióng")
FAIR = Name("Hội chợ OCOP", "OCOP fair", "Pameran OCOP")
INCENSE = Name("Làm hương", "Incense sticks", "Dupa batang")
VILLAGE = Name("Phù Đổng", "Phù Đổng", "Phù Đổng")
MAY = Words("tháng 5 năm 2027", "May 2027", "Mei 2027")
JUNE = Words("tháng 6 năm 2027", "June 2027", "Juni 2027")
DAY = Words("ngày 14 tháng 5 năm 2027", "14 May 2027", "14 Mei 2027")
RECKONED = Words(
    "tính theo âm lịch, chờ xác nhận",
    "worked out from the lunar calendar, to be confirmed",
    "dihitung dari penanggalan lunar, menunggu konfirmasi",
)
CONFIRMED = Words("đã xác nhận", "confirmed", "sudah dikonfirmasi")
HOLDS = Words("Lễ hội", "Festival", "Festival")
MADE = Words("Đang vào vụ", "Being made", "Sedang dibuat")
SEASON = Words("tháng 11 đến tháng 1", "November to January", "November hingga Januari")


def _named(text: Any) -> dict[str, Any]:
    return {"text": text, "lang": "", "url": "#"}


def _cell(short: Any, *marks: tuple[str, Any], now: bool = False) -> dict[str, Any]:
    shown = [{"kind": kind, "text": text} for kind, text in marks]
    return {"short": short, "is_now": now, "marks": shown, "url": "#" if marks else ""}


def _line(name: Any, status: Any, **more: Any) -> dict[str, Any]:
    return {
        "name": _named(name), "place": _named(VILLAGE), "when": DAY, "status": status, "confirmed": False,
        "is_fair": False, "closed": "", **more,
    }  # fmt: skip


MONTH_SAMPLES: dict[str, dict[str, dict[str, Any]]] = {
    "when_to_go": {
        "known": {
            "months": {
                "cells": [_cell(MAY, ("festival", HOLDS), ("season", MADE), now=True), _cell(JUNE)],
                "best": Extra("tháng 12 đến tháng 1", "December to January", "Desember hingga Januari"),
                "festivals": [{"name": _named(FESTIVAL), "when": DAY, "status": RECKONED}],
                "seasons": [{"name": _named(INCENSE), "months": SEASON}],
            },
            "all_url": "#",
            "around": _named(Name("Hà Nội", "Hanoi", "Hanoi")),
        },
    },
    "month": {
        "with a fair": {
            "month": {
                "title": MAY,
                "lunar": Extra("Từ 25 tháng 3 đến 25 tháng 4 âm lịch", "25 of month 3 to 25 of month 4",
                               "Tanggal 25 bulan 3 hingga 25 bulan 4"),
                "days": [{"words": DAY, "lines": [
                    _line(FESTIVAL, RECKONED),
                    _line(FAIR, CONFIRMED, confirmed=True, is_fair=True,
                          closed=Extra("Tạm đóng cửa", "Closed until further notice", "Tutup sementara")),
                ]}],
                "sometime": [_line(FESTIVAL, RECKONED)],
                "more": 0,
                "crafts": [{"name": _named(INCENSE), "villages": [_named(VILLAGE)], "more": 2}],
                "previous": None,
                "following": _named(JUNE),
            },
        },
    },
}  # fmt: skip
