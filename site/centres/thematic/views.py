"""The “OCOP map”: products or centres by province, drawn by the server, with its table and the table as a file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from centres.thematic.figures import Figures, all_provinces, figures
from centres.thematic.form import PRODUCTS, ThematicForm
from centres.thematic.picture import figure_text, picture
from centres.thematic.table import csv_text, table
from core import addresses, clock, languages, sections

PATH, FILE = "map/provinces/", "map/provinces.csv"  # below the language


@dataclass(frozen=True)
class Words:
    """What the page says of itself; it is no page of the tree."""

    title: str
    introduction: str
    motif: str = "sedge"


@require_safe
def province_map(request: HttpRequest) -> HttpResponse:
    """Show the map and its table under the filters; bad values are ignored, and the form says so."""
    language = languages.active()
    form = ThematicForm(request.GET, all_provinces(), language)
    counted = figures(form, language)
    query = form.querystring(sort=counted.sort)
    context = {
        "page": Words(_("Products and centres by province"), _("Where they are: the whole country at a glance.")),
        "head": addresses.head_for(request, request.path, languages.content_codes()),
        "breadcrumbs": [sections.home_crumb(language), sections.crumb("map", language)],
        "form": form,
        "sort": form.asked_sort if form.asked_sort == counted.sort else "",
        "figures": counted,
        "picture": picture(form, counted),
        "table": table(form, counted),
        "summary": _summary(form, counted),
        "clear_url": request.path,
        "csv_url": f"/{language}/{FILE}?{query}",
    }
    return TemplateResponse(request, "centres/province_map.html", context)


@require_safe
def province_figures(request: HttpRequest) -> HttpResponse:
    """Answer with the page's table as CSV: the same filters, rows and order."""
    language = languages.active()
    form = ThematicForm(request.GET, all_provinces(), language)
    text = csv_text(form, figures(form, language))
    name = f"duong-lang-{form.subject}-{form.values['country']}-{clock.today().isoformat()}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "X-Robots-Tag": "noindex"}
    return HttpResponse(text, content_type="text/csv; charset=utf-8", headers=headers)


def _summary(form: ThematicForm, counted: Figures) -> str:
    """Say the sum, and where most are."""
    total = counted.total
    words: Any = (
        ngettext("%(n)s product", "%(n)s products", total)
        if form.subject == PRODUCTS
        else ngettext("%(n)s centre", "%(n)s centres", total)
    )
    said = words % {"n": figure_text(total)}
    most = max(counted.by_province.values(), key=lambda row: row.count, default=None)
    if most is None or most.province is None or not most.count:
        return str(said)
    return _("%(count)s; the largest number in %(province)s: %(most)s") % {
        "count": said,
        "province": most.province.name_in()[0],
        "most": figure_text(most.count),
    }
