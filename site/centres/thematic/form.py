"""The choices of the map by province: what is counted, where, narrowed by what, in which order."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import QueryDict
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from centres.models import Centre
from core import folding, freshness
from core.fields import COUNTRIES
from places.models import Province
from products.models import ProductGroup

Choices = list[tuple[str, Any]]

PRODUCTS, CENTRES = "products", "centres"
COUNT, COMMUNES = "count", "communes"
NARROWING = {PRODUCTS: ("programme", "group", "stars"), CENTRES: ("kind",)}
STARS = (5, 4, 3, 2, 1)


class Choice(forms.ChoiceField):
    """A select; a value that isn't offered is ignored, and the form says so."""

    def __init__(self, label: Any, choices: Choices | None = None) -> None:
        super().__init__(label=label, choices=choices or [], required=False)
        self.error_messages["invalid_choice"] = gettext_lazy("“%(value)s” is not one of the choices and was ignored.")


class ThematicForm(forms.Form):
    """A plain GET form. It shows only the filters of what is counted; `values` always holds every choice."""

    what = Choice(gettext_lazy("Show"), [(PRODUCTS, gettext_lazy("Products")), (CENTRES, gettext_lazy("Centres"))])
    country = Choice(gettext_lazy("Country"))
    programme = Choice(gettext_lazy("Programme"))
    group = Choice(gettext_lazy("Group"))
    stars = Choice(gettext_lazy("Stars valid today"))
    kind = Choice(gettext_lazy("Kind"), [("", gettext_lazy("Any")), *Centre.Kind.choices])
    per = Choice(gettext_lazy("Coloured by"))

    def __init__(self, data: QueryDict, provinces: Iterable[Province], language: str) -> None:
        """`provinces` of every country: their columns say what can be asked. One query, for the groups."""
        kept = {name: folding.clean(str(data[name])) for name in (*self.base_fields, "sort") if data.get(name)}
        self.given = kept
        self.usual = {"what": PRODUCTS, "country": "ID" if language == "id" else "VN", "per": COUNT}
        super().__init__({**self.usual, **kept}, auto_id="figures-%s")
        every = list(provinces)
        there = {province.country_code for province in every}
        self._offer("country", [(code, name) for code, name in COUNTRIES if code in there])
        country = kept["country"] if kept.get("country") in there else self.usual["country"]
        self.provinces = [province for province in every if province.country_code == country]
        self._offer("per", self._measures())
        self._offer_products(country)
        freshness.reads(*self.base_fields, "sort")
        if not self.is_valid() or self.remarks:
            freshness.malformed()
        for name in self.ignored_filters:
            del self.fields[name]

    def _offer(self, name: str, choices: Any) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]  # a ChoiceField

    def _measures(self) -> Choices:
        known = any(province.communes for province in self.provinces)
        return [(COUNT, _("Their number")), *([(COMMUNES, _("Their number per 100 communes"))] if known else [])]

    def _offer_products(self, country: str) -> None:
        """Offer the programmes of the country, their groups, and as many stars as there are."""
        groups = list(ProductGroup.objects.filter(programme__country_code=country).select_related("programme"))
        programmes = {group.programme.key: group.programme.short_name for group in groups}
        stars = [(str(n), ngettext("%(n)s star", "%(n)s stars", n) % {"n": n}) for n in STARS]
        self._offer("programme", [("", _("Any")), *programmes.items()])
        self._offer("group", [("", _("Any")), *{group.key: str(group.name) for group in groups}.items()])
        self._offer("stars", [("", _("Any")), *stars])

    # --- what was chosen ---------------------------------------------------------------------------------------------

    @cached_property
    def values(self) -> dict[str, str]:
        """Return every choice: the valid ones, else the usual ones."""
        return {name: self.cleaned_data.get(name) or self.usual.get(name, "") for name in self.base_fields}

    @property
    def asked_sort(self) -> str:
        """Return the order as it was asked for; the table knows whether it has one."""
        return self.given.get("sort", "")

    @property
    def subject(self) -> str:
        """Return what is counted."""
        return self.values["what"]

    @property
    def ignored_filters(self) -> list[str]:
        """Return the filters of what is not counted."""
        return [name for what, names in NARROWING.items() if what != self.subject for name in names]

    @property
    def remarks(self) -> list[str]:
        """Say which given filters have nothing to do with what is counted."""
        labels = ", ".join(str(self.base_fields[name].label) for name in self.ignored_filters if name in self.given)
        message = _("Does not apply to what is shown and was ignored: %(filters)s.")
        return [message % {"filters": labels}] if labels else []

    def narrowing(self) -> dict[str, str]:
        """Return the filters that narrow what is counted, as the lists name them."""
        return {name: self.values[name] for name in NARROWING[self.subject] if self.values[name]}

    def querystring(self, **changes: str) -> str:
        """Return the valid choices that were made as a query string in a fixed order, some of them changed."""
        made = {name: self.cleaned_data[name] for name in self.given if self.cleaned_data.get(name)}
        relevant = {name: value for name, value in made.items() if name not in self.ignored_filters}
        return urlencode(sorted({**relevant, **changes}.items()))
