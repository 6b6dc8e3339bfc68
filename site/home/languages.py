"""The trees of all content languages: one home and one page per section each, translations of one another."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.conf import settings
from django.utils.translation import override
from wagtail.models import Locale, Page, Site

from core import sections
from home.models import HomePage

# Every section, and the page type that lists it.
INDEX_PAGES: dict[str, str] = {
    "villages": "places.VillageIndexPage",
    "crafts": "crafts.CraftIndexPage",
    "products": "products.ProductIndexPage",
    "centres": "centres.CentreIndexPage",
    "routes": "routes.RouteIndexPage",
    "stories": "stories.StoryIndexPage",
    "map": "centres.MapPage",
    "producers": "products.ProducerIndexPage",
    "events": "places.EventIndexPage",
}


@dataclass
class Report:
    """What was put right, in words."""

    done: list[str] = field(default_factory=list)


def content_languages() -> list[str]:
    """Return the codes of the languages that have a tree, the default first."""
    return sorted(settings.CONTENT_LANGUAGES, key=lambda code: code != settings.LANGUAGE_CODE)


def index_model(section: str) -> Any:
    """Return the page type that lists a section."""
    return apps.get_model(INDEX_PAGES[section])


def index_page(section: str, language: str) -> Any:
    """Return the page of a section in a language; None when it is missing."""
    return index_model(section).objects.filter(locale__language_code=language).order_by("depth", "pk").first()


def home_page(language: str) -> HomePage | None:
    """Return the home page of a language; None when it is missing."""
    return HomePage.objects.filter(locale__language_code=language).order_by("depth", "pk").first()


# --- finding what is wrong -------------------------------------------------------------------------------------------


def problems() -> list[str]:
    """Return, in words, which locales, homes, sites and index pages are missing, hidden or aliases."""
    found: list[str] = []
    for code in content_languages():
        pages = {"home page": home_page(code)} | {f"“{slug}” page": index_page(slug, code) for slug in INDEX_PAGES}
        for what, page in pages.items():
            if page is None:
                found.append(f"{code}: the {what} is missing.")
            elif page.alias_of_id:
                found.append(f"{code}: the {what} is an alias, so that nobody can write in it.")
            elif not page.live:
                found.append(f"{code}: the {what} is not published.")
    default = home_page(content_languages()[0])
    if default and not Site.objects.filter(is_default_site=True, root_page_id=default.pk).exists():
        found.append("The default site does not lead to the home page of the default language.")
    return found


# --- putting it right ------------------------------------------------------------------------------------------------


def sync() -> Report:
    """Create what is missing and turn aliases into real pages; what stands is left as it is."""
    report = Report()
    homes: dict[str, HomePage] = {}
    for code in content_languages():
        locale, created = Locale.objects.get_or_create(language_code=code)
        if created:
            report.done.append(f"{code}: locale")
        homes[code] = _home(locale, homes, report)
    _site(homes[content_languages()[0]], report)
    for section in INDEX_PAGES:
        _section(section, homes, report)
    return report


def _home(locale: Locale, homes: dict[str, HomePage], report: Report) -> HomePage:
    code = locale.language_code
    page = home_page(code)
    if page is None:
        page = HomePage(title=settings.WAGTAIL_SITE_NAME, slug=f"home-{code}", locale=locale)
        page.translation_key = next((home.translation_key for home in homes.values()), uuid.uuid4())
        _root().add_child(instance=page)
        report.done.append(f"{code}: home page")
    _make_real(page, report)
    return page


def _root() -> Page:
    """Return the tree's root, freed of the page that Wagtail's first migration greets with."""
    for page in Page.objects.filter(depth=2, slug="home").exclude(content_type__model="homepage"):
        Site.objects.filter(root_page=page).delete()
        page.delete()
    return Page.objects.get(depth=1)


def _site(home: HomePage, report: Report) -> None:
    site = Site.objects.filter(is_default_site=True).first() or Site(
        hostname="localhost", port=80, is_default_site=True
    )
    if site.root_page_id != home.pk:
        site.root_page, site.site_name = home, settings.WAGTAIL_SITE_NAME
        site.save()
        report.done.append("default site")


def _section(section: str, homes: dict[str, HomePage], report: Report) -> None:
    pages = {code: index_page(section, code) for code in homes}
    key = next((page.translation_key for page in pages.values() if page), uuid.uuid4())
    for code, home in homes.items():
        page = pages[code]
        if page is None:
            page = index_model(section)(
                title=_title(section, code), slug=section, locale=home.locale, translation_key=key
            )
            home.add_child(instance=page)
            report.done.append(f"{code}: “{section}” page")
        _make_real(page, report)


def _title(section: str, code: str) -> str:
    with override(code):
        return sections.name(section)


def _make_real(page: Any, report: Report) -> None:
    """Turn an alias into a page of its own, and publish what is not live."""
    changed = []
    if page.alias_of_id:
        page.alias_of_id = None
        changed.append("no alias any more")
    if not page.live:
        page.live = True
        changed.append("published")
    if changed:
        page.save(update_fields=["alias_of", "live"], clean=False)
        report.done.append(f"{page.locale.language_code}: “{page.slug}” {', '.join(changed)}")
