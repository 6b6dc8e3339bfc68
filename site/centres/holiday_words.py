"""Public holidays in the reader's words: the country's own names for its own readers, translated ones for others."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _

from centres.public_holidays import LANGUAGES, Holiday, holiday_name, holidays_on
from core import languages

NAMES = {
    # both countries
    "New Year's Day": _("New Year’s Day"),
    "Lunar New Year": _("Lunar New Year"),
    "International Labor Day": _("Labour Day"),
    # Vietnam
    "29 of Lunar New Year": _("the day before Lunar New Year’s Eve"),
    "Lunar New Year's Eve": _("Lunar New Year’s Eve"),
    "Second Day of Lunar New Year": _("second day of the Lunar New Year"),
    "Third Day of Lunar New Year": _("third day of the Lunar New Year"),
    "Fourth Day of Lunar New Year": _("fourth day of the Lunar New Year"),
    "Fifth Day of Lunar New Year": _("fifth day of the Lunar New Year"),
    "Hung Kings' Commemoration Day": _("Hùng Kings’ Commemoration Day"),
    "Liberation Day/Reunification Day": _("Reunification Day"),
    "National Day": _("National Day of Vietnam"),
    "Vietnam Cultural Day": _("Vietnam Culture Day"),
    "Day off": _("public day off"),
    # Indonesia
    "Ascension Day": _("Ascension Day"),
    "Christmas Day": _("Christmas Day"),
    "Day of Silence": _("Nyepi, the Day of Silence"),
    "Easter Sunday": _("Easter Sunday"),
    "Eid al-Adha": _("Eid al-Adha"),
    "Eid al-Fitr": _("Eid al-Fitr"),
    "Eid al-Fitr Second Day": _("second day of Eid al-Fitr"),
    "General Election Day": _("general election day"),
    "Good Friday": _("Good Friday"),
    "Independence Day": _("Independence Day of Indonesia"),
    "Islamic New Year": _("Islamic New Year"),
    "Isra' and Mi'raj": _("Isra and Mi’raj"),
    "Local Election Day": _("local election day"),
    "Pancasila Day": _("Pancasila Day"),
    "Prophet's Birthday": _("the Prophet’s Birthday"),
    "Vesak Day": _("Vesak Day"),
}


def holiday_words(country: str, day: date) -> str:
    """Name the public holiday of `day` in a country (VN, ID); empty on an ordinary day."""
    if LANGUAGES.get(country) == languages.active():
        return holiday_name(country, day) or ""
    return ", ".join(_words(holiday) for holiday in holidays_on(country, day))


def _words(holiday: Holiday) -> str:
    name = str(NAMES.get(holiday.name, holiday.name))
    if holiday.mark == "observed":
        return _("%(holiday)s (day off in lieu)") % {"holiday": name}
    if holiday.mark == "estimated":
        return _("%(holiday)s (expected date)") % {"holiday": name}
    return name
