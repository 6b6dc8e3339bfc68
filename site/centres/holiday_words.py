"""Public holidays in the reader's words: the country's own names for its own readers, translated ones for others."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from centres.public_holidays import LANGUAGES, Holiday, holiday_name, holidays_on
from core import languages

NAMES = {
    # both countries
    "New Year's Day": lazy("New Year’s Day"),
    "Lunar New Year": lazy("Lunar New Year"),
    "International Labor Day": lazy("Labour Day"),
    # Vietnam
    "29 of Lunar New Year": lazy("the day before Lunar New Year’s Eve"),
    "Lunar New Year's Eve": lazy("Lunar New Year’s Eve"),
    "Second Day of Lunar New Year": lazy("second day of the Lunar New Year"),
    "Third Day of Lunar New Year": lazy("third day of the Lunar New Year"),
    "Fourth Day of Lunar New Year": lazy("fourth day of the Lunar New Year"),
    "Fifth Day of Lunar New Year": lazy("fifth day of the Lunar New Year"),
    "Hung Kings' Commemoration Day": lazy("Hùng Kings’ Commemoration Day"),
    "Liberation Day/Reunification Day": lazy("Reunification Day"),
    "National Day": lazy("National Day of Vietnam"),
    "Vietnam Cultural Day": lazy("Vietnam Culture Day"),
    "Day off": lazy("public day off"),
    # Indonesia
    "Ascension Day": lazy("Ascension Day"),
    "Christmas Day": lazy("Christmas Day"),
    "Day of Silence": lazy("Nyepi, the Day of Silence"),
    "Easter Sunday": lazy("Easter Sunday"),
    "Eid al-Adha": lazy("Eid al-Adha"),
    "Eid al-Fitr": lazy("Eid al-Fitr"),
    "Eid al-Fitr Second Day": lazy("second day of Eid al-Fitr"),
    "General Election Day": lazy("general election day"),
    "Good Friday": lazy("Good Friday"),
    "Independence Day": lazy("Independence Day of Indonesia"),
    "Islamic New Year": lazy("Islamic New Year"),
    "Isra' and Mi'raj": lazy("Isra and Mi’raj"),
    "Local Election Day": lazy("local election day"),
    "Pancasila Day": lazy("Pancasila Day"),
    "Prophet's Birthday": lazy("the Prophet’s Birthday"),
    "Vesak Day": lazy("Vesak Day"),
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
