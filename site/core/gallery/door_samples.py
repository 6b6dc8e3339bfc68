"""Samples of the question at the door."""

from __future__ import annotations

from typing import Any

from core.gallery.words import Extra, Words

DOOR_SAMPLES: dict[str, dict[str, dict[str, Any]]] = {
    "was_it_open": {
        "today": {
            "question": {
                "key": "today", "url": "#", "day": "",
                "title": Words("Có mở cửa không?", "Was it open?", "Apakah buka?"),
                "text": Extra("Hôm nay bạn đã đến đây chưa?", "Have you been here today?", "Anda ke sini hari ini?"),
            },
        },
        "at a stop of a plan": {
            "question": {
                "key": "stop", "url": "#", "day": "2026-11-22", "text": "",
                "title": Words(
                    "Bảo tàng, 22/11/2026: có mở cửa không?", "Museum on 22 November 2026: was it open?",
                    "Museum, 22 November 2026: apakah buka?",
                ),
            },
        },
    },
}  # fmt: skip
