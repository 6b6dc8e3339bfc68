"""The stops and ways of a route as its page shows them, day by day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from centres.confirmation import confirmation_of
from centres.door import door, local_now
from centres.models import Centre
from centres.visit import css_state, state_words
from core import clock, languages
from core.cards import Planned, foreign, planned
from core.labels import Label
from crafts.models import Craft
from products.cards import stars_of
from routes.doors import Known, door_on
from routes.exports.phone_links import MapLink, place_link, way_links
from routes.exports.wording import span_words
from routes.guide.reading import Offers, key_of
from routes.guide.season import crafts_of
from routes.itinerary import Day, End, Itinerary, Leg, Point, Stop
from routes.measures import about, leg_words
from routes.models import RouteStop
from routes.wording import day_words, time_words

BEST = 3  # products named at a stop
CRAFTS = 5  # named at a stop; of more, one less and how many more


@dataclass(frozen=True)
class Named:
    """A name that may be a link, and what stands beside it: minutes, or stars (templates/components/stars.html)."""

    name: str
    lang: str
    url: str = ""
    note: str = ""
    stars: dict[str, Any] | None = None


@dataclass(frozen=True)
class WayRow:
    """The way to a stop: in words, from where when that isn't the stop above it, and as links for maps on a phone."""

    words: str
    start: str = ""
    place: str = ""
    links: tuple[MapLink, ...] = ()


@dataclass(frozen=True)
class StopRow:
    """One stop: see templates/routes/route_stop.html."""

    stop: Stop
    lang: str
    province: str
    standing: str
    text: str
    text_lang: str
    state: str
    state_text: str
    times: str
    stay: str
    notes: tuple[str, ...]
    made: tuple[Named, ...]
    products: tuple[Named, ...]
    more_url: str
    image: Any
    motif: str
    slug: str
    way: WayRow | None
    plan: Planned | None


@dataclass(frozen=True)
class DayRow:
    """One day: see templates/routes/route_day.html."""

    number: int
    date: str
    span: str
    lunch: str
    notes: tuple[str, ...]
    stops: tuple[StopRow, ...]

    @property
    def first(self) -> int:
        """Return the number of its first stop."""
        return self.stops[0].stop.number


def day_rows(itinerary: Itinerary, stops: Sequence[RouteStop], offers: Offers) -> list[DayRow]:
    """Return the days; `stops` are those of the journey, in its order.

    Who named a stop is only said where some are the source's and some the editors'.
    """
    mixed = any(stop.documented for stop in stops)
    rest = ((stop, _standing(stop) if mixed else "") for stop in stops)
    return [_day(day, list(_stops(day, rest, offers, itinerary))) for day in itinerary.days]


def _standing(stop: RouteStop) -> str:
    return _("named by the source") if stop.documented else _("suggested by the editors")


def _day(day: Day, stops: list[StopRow]) -> DayRow:
    return DayRow(
        number=day.number,
        date=day_words(day.date) if day.date else "",
        span=span_words(day.departs, day.ends) if day.departs and day.ends else "",
        lunch=span_words(*day.lunch) if day.lunch else "",
        notes=day.notes,
        stops=tuple(stops),
    )


def _stops(day: Day, rest: Iterator[tuple[RouteStop, str]], offers: Offers, itinerary: Itinerary) -> Iterator[StopRow]:
    legs = iter(day.legs)
    before: End | Stop | None = day.start
    for stop in day.stops:
        leg = next(legs, None) if before is not None else None
        night = before.name if isinstance(before, End) else ""
        way = _way(leg, before.point, stop, night, itinerary) if before is not None and leg else None
        yield _stop(stop, *next(rest), way, offers, day)
        before = stop


def _way(leg: Leg, start: Point | None, stop: Stop, night: str, itinerary: Itinerary) -> WayRow:
    words = leg_words(leg, itinerary.mode_words)
    if start is None or stop.point is None or start == stop.point:
        return WayRow(words, night)
    return WayRow(words, night, place_link(stop.point, stop.name), way_links(start, stop.point, itinerary.mode))


def _stop(stop: Stop, row: RouteStop, standing: str, way: WayRow | None, offers: Offers, day: Day) -> StopRow:
    place: Any = row.place
    key = key_of(place)
    products = offers.products.get(key, [])
    text = Label(row.note) or Label(place.tagline) or Label({} if isinstance(place, Centre) else place.fact)
    state, state_text = _state(place, stop, day)
    return StopRow(
        stop=stop,
        lang=foreign(stop.language),
        province=place.province.name_in()[0] if place.province else "",
        standing=standing,
        text=str(text),
        text_lang=foreign(text.language()),
        state=state,
        state_text=state_text,
        times=span_words(stop.starts, stop.leaves) if stop.starts and stop.leaves else "",
        stay=_stay(stop),
        notes=_notes(place, stop, day),
        made=tuple(_made(row, offers)),
        products=tuple(Named(*_name(product), product.url, stars=stars_of(product)) for product in products[:BEST]),
        more_url=_more(place) if len(products) > BEST else "",
        image=place.photograph,
        motif=row.motif,
        slug=place.slug,
        way=way,
        plan=planned(place),
    )


def _stay(stop: Stop) -> str:
    words = {"stay": about(stop.stay_minutes)}
    if stop.arrives and stop.starts and stop.arrives < stop.starts:
        return _("%(stay)s; you are there at %(time)s") % {**words, "time": time_words(stop.arrives)}
    return words["stay"]


def _state(place: Any, stop: Stop, day: Day) -> tuple[str, str]:
    """Return the state of the door for a style and in words: on the day one comes by, without a date now."""
    if day.date is None and isinstance(place, Centre):
        current = door(place)
        return css_state(current), state_words(current, local_now(place))
    known = door_on(place, day.date or clock.today(place.zone)).known
    if known is Known.CLOSED:
        return "closed", _("Closed on this day") if day.date else _("Closed today")
    if not isinstance(place, Centre):
        return "", ""
    if known is Known.UNKNOWN:
        return "unknown", _("Opening hours not known")
    return "open", _("Open %(hours)s") % {"hours": stop.hours}


def _notes(place: Any, stop: Stop, day: Day) -> tuple[str, ...]:
    """Return what is to be known of the visit, how far the hours can be trusted included."""
    notes = stop.notes if day.date else door_on(place, clock.today(place.zone)).notes
    trust = confirmation_of(place).words if isinstance(place, Centre) else ""
    return (*notes, trust) if trust else notes


def _made(row: RouteStop, offers: Offers) -> Iterator[Named]:
    """Yield what one sees made: the village's crafts, and what there is to watch or try."""
    place: Any = row.place
    yield from _crafts(crafts_of(row), place)
    for experience in offers.experiences.get(key_of(place), []):
        name = Label(experience.name)
        yield Named(
            str(name),
            foreign(name.language()),
            f"{place.url}#experiences-title",
            about(experience.minutes) if experience.minutes else "",
        )


def _crafts(crafts: Sequence[Craft], place: Any) -> Iterator[Named]:
    """Yield the crafts, and of many the way to all of them."""
    named = crafts if len(crafts) <= CRAFTS else crafts[: CRAFTS - 1]
    for craft in named:
        yield Named(*_name(craft), craft.url if craft.live else "")
    if more := len(crafts) - len(named):
        yield Named(ngettext("and %(n)s more", "and %(n)s more", more) % {"n": more}, "", place.url)


def _more(place: Any) -> str:
    """Return the address of everything to buy at the place."""
    if isinstance(place, Centre):
        return f"{place.url}#sold-title"
    return f"/{languages.active()}/products/?village={place.slug}"


def _name(record: Any) -> tuple[str, str]:
    name, language = record.name_in()
    return name, foreign(language)
