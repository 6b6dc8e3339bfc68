"""Published opening hours: understood completely, or not at all."""

from __future__ import annotations

import unicodedata

import pytest

from centres.hours_text import parse_published

WEEK = "0123456"


def shown(periods):
    return [
        f"{''.join(str(day) for day in sorted(period.weekdays))} {period.opens:%H:%M}-{period.closes:%H:%M}"
        for period in periods
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the forms of the data
        ("Mon-Fri 08:00-17:30; Sat-Sun 08:00-18:00", ["01234 08:00-17:30", "56 08:00-18:00"]),
        ("08:30-17:30 (reference)", [f"{WEEK} 08:30-17:30"]),
        ("08:00-15:00 daily", [f"{WEEK} 08:00-15:00"]),
        # English
        ("Monday to Sunday 8:00 to 17:00", [f"{WEEK} 08:00-17:00"]),
        ("8am - 5:30pm", [f"{WEEK} 08:00-17:30"]),
        ("12:00 am-12:00 pm", [f"{WEEK} 00:00-12:00"]),
        ("Tue-Sun 08:00-17:00, closed Mondays", ["123456 08:00-17:00"]),
        ("Mon, Wed and Fri: 09:00–16:00", ["024 09:00-16:00"]),
        ("Mon-Fri 08:00-11:30, 13:30-17:00", ["01234 08:00-11:30", "01234 13:30-17:00"]),
        ("08:00-17:00 Mon-Fri, 09:00-12:00 Sat", ["01234 08:00-17:00", "5 09:00-12:00"]),
        ("Sat-Mon 09:00-10:00", ["056 09:00-10:00"]),
        ("Daily 08:00-17:00; Wed closed", ["013456 08:00-17:00"]),
        ("08:00-17:00, closed Mon", ["123456 08:00-17:00"]),
        ("Open daily from 08:00 to 17:00", [f"{WEEK} 08:00-17:00"]),
        ("24/7", [f"{WEEK} 00:00-00:00"]),
        ("00:00-24:00", [f"{WEEK} 00:00-00:00"]),
        ("10:00-24:00", [f"{WEEK} 10:00-00:00"]),
        ("Fri-Sat 20:00-02:00", ["45 20:00-02:00"]),
        ("Mon-Fri 08:00-17:00\nSat 08:00-12:00", ["01234 08:00-17:00", "5 08:00-12:00"]),
        # Vietnamese
        (
            "Thứ 2 - Thứ 6: 7h30-11h30, 13h30–17h; Thứ 7 8h-12h",
            ["01234 07:30-11:30", "01234 13:30-17:00", "5 08:00-12:00"],
        ),
        ("T2-CN 8:00 - 17:00", [f"{WEEK} 08:00-17:00"]),
        ("Thứ Hai đến Chủ Nhật 08:00-17:00 (tham khảo)", [f"{WEEK} 08:00-17:00"]),
        ("Mở cửa từ 8h00 đến 17h00 hằng ngày", [f"{WEEK} 08:00-17:00"]),
        (unicodedata.normalize("NFD", "Thứ Bảy, Chủ nhật 08:00-17:00; thứ tư nghỉ"), ["56 08:00-17:00"]),
        # Indonesian
        ("Senin s/d Jumat 08.00-16.00; Sabtu, Minggu tutup", ["01234 08:00-16:00"]),
        ("Setiap hari pukul 08.00 sampai 15.00", [f"{WEEK} 08:00-15:00"]),
        ("Selasa - Minggu 09.00-17.00 (referensi)", ["123456 09:00-17:00"]),
    ],
)
def test_understood(text, expected):
    assert shown(parse_published(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        ";",
        "08:00-15:00 daily, closed on some public holidays",
        "Mon-Fri 08:00-17:00 (Sat by appointment)",
        "mornings only 08:00-11:00",
        "by appointment",
        "closed",
        "Mon closed",
        "Mon-Fri",
        "Mon Fri 08:00-09:00",
        "8-17",
        "08:00",
        "08:00-",
        "25:00-26:00",
        "08:60-09:00",
        "24:00-08:00",
        "13:00 pm-14:00 pm",
        "08:00-08:00",
        "8:00-5:00",
        "08:00-12:00-17:00",
        "08:00-17:00 WIB",
        "08:00-17:00 thứ 2-6",
        "Mon-Fri 08:00-17:00; 09:00-12:00",
        "Mon-Fri 08:00-17:00; Fri 08:00-11:00",
        "Mon-Fri 08:00-17:00, closed 12:00-13:00",
        "Mon 08:00-17:00, 09:00-12:00 Sat",
        "08:00-17:00 nghỉ trưa 11:30-13:30",
        "Dec-Feb 08:00-17:00",
        "PH off; 08:00-17:00",
    ],
)
def test_not_understood_completely(text):
    assert parse_published(text) is None
