"""Public holidays in the reader's words: the country's own names for its own readers, translated ones for others."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from centres.public_holidays import LANGUAGES, Holiday, holiday_name, holidays_on
from core import languages

# The library calls it “29 Tết” in years whose last lunar month has 29 days, too: then it is the 28th.
MISCOUNTED = "29 of Lunar New Year"

NAMES = {
    # both countries
    "New Year's Day": gettext_lazy("New Year’s Day"),
    "Lunar New Year": gettext_lazy("Lunar New Year"),
    "International Labor Day": gettext_lazy("Labour Day"),
    # Vietnam
    MISCOUNTED: gettext_lazy("the day before Lunar New Year’s Eve"),
    "Lunar New Year's Eve": gettext_lazy("Lunar New Year’s Eve"),
    "Second Day of Lunar New Year": gettext_lazy("second day of the Lunar New Year"),
    "Third Day of Lunar New Year": gettext_lazy("third day of the Lunar New Year"),
    "Fourth Day of Lunar New Year": gettext_lazy("fourth day of the Lunar New Year"),
    "Fifth Day of Lunar New Year": gettext_lazy("fifth day of the Lunar New Year"),
    "Hung Kings' Commemoration Day": gettext_lazy("Hùng Kings’ Commemoration Day"),
    "Liberation Day/Reunification Day": gettext_lazy("Reunification Day"),
    "National Day": gettext_lazy("National Day of Vietnam"),
    "Vietnam Cultural Day": gettext_lazy("Vietnam Culture Day"),
    "Day off": gettext_lazy("public day off"),
    # Indonesia
    "Ascension Day": gettext_lazy("Ascension Day"),
    "Christmas Day": gettext_lazy("Christmas Day"),
    "Day of Silence": gettext_lazy("Nyepi, the Day of Silence"),
    "Easter Sunday": gettext_lazy("Easter Sunday"),
    "Eid al-Adha": gettext_lazy("Eid al-Adha"),
    "Eid al-Fitr": gettext_lazy("Eid al-Fitr"),
    "Eid al-Fitr Second Day": gettext_lazy("second day of Eid al-Fitr"),
    "General Election Day": gettext_lazy("general election day"),
    "Good Friday": gettext_lazy("Good Friday"),
    "Independence Day": gettext_lazy("Independence Day of Indonesia"),
    "Islamic New Year": gettext_lazy("Islamic New Year"),
    "Isra' and Mi'raj": gettext_lazy("Isra and Mi’raj"),
    "Local Election Day": gettext_lazy("local election day"),
    "Pancasila Day": gettext_lazy("Pancasila Day"),
    "Prophet's Birthday": gettext_lazy("the Prophet’s Birthday"),
    "Vesak Day": gettext_lazy("Vesak Day"),
}


def holiday_words(country: str, day: date) -> str:
    """Name the public holiday of `day` in a country (VN, ID); empty on an ordinary day."""
    found = holidays_on(country, day)
    if LANGUAGES.get(country) == languages.active() and Holiday(MISCOUNTED) not in found:
        return holiday_name(country, day) or ""
    return ", ".join(_words(holiday) for holiday in found)


def _words(holiday: Holiday) -> str:
    name = str(NAMES.get(holiday.name, holiday.name))
    if holiday.mark == "observed":
        return _("%(holiday)s (day off in lieu)") % {"holiday": name}
    if holiday.mark == "estimated":
        return _("%(holiday)s (expected date)") % {"holiday": name}
    return name
