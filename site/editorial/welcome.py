"""What waits for the person who signs in: one block of work for each part of the site that is theirs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.db.models import Count, Min, Q
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail.permissions import page_permission_policy
from wagtail_localize.views.report import TranslationsReportView

from centres.confirmation import CONFIRM_EVERY
from centres.models import Centre
from centres.truth.found_closed import found_closed, visible_to
from core import clock, permissions
from editorial.viewable import models_for
from products.models import Producer, Product, Recognition
from stories.models import StoryIndexPage, StoryPage

SHOWN = 5


@dataclass(frozen=True)
class Action:
    """Something to do now."""

    title: str
    url: str


@dataclass(frozen=True)
class Number:
    """How much of something waits, and where."""

    count: int
    title: str
    url: str = ""


@dataclass(frozen=True)
class Item:
    """One thing that waits."""

    title: str
    note: str
    url: str


@dataclass
class Work:
    """A block of the panel."""

    key: str
    title: str
    numbers: list[Number] = field(default_factory=list)
    items_title: str = ""
    items: list[Item] = field(default_factory=list)
    actions: list[Action] = field(default_factory=list)


def work_of(user: Any) -> list[Work]:
    """Return the blocks of whatever `user` may change, in the order of the menu."""
    builders: tuple[Callable[[Any], Iterator[Work]], ...] = (_register, _centres, _pages, _people)
    return [work for build in builders for work in build(user)]


def _admin(model: Any, view: str, *args: Any) -> str:
    return reverse(model.snippet_viewset.get_url_name(view), args=args)


def _register(user: Any) -> Iterator[Work]:
    """Products and their awards: what lapses soon, what to add."""
    if not permissions.holds(user, "change", Recognition):
        return
    mine: Any = permissions.narrow(user, "change", Product.objects.live())
    lapsing = mine.lapsing()
    count = lapsing.count()
    work = Work("register", _("The register"))
    title = ngettext("recognition lapses within 90 days", "recognitions lapse within 90 days", count)
    work.numbers.append(Number(count, title, f"{_admin(Product, 'list')}?lapses=soon&live=True"))
    if count:
        work.items_title = _("Next to lapse")
        work.items = [
            Item(str(product), date_format(product.current_until, "DATE_FORMAT"), _admin(Product, "edit", product.pk))
            for product in lapsing.order_by("current_until", "pk")[:SHOWN]
            if product.current_until
        ]
    offered = ((Product, _("Add a product")), (Recognition, _("Add a recognition")), (Producer, _("Add a producer")))
    work.actions = [
        Action(title, _admin(model, "add")) for model, title in offered if permissions.holds(user, "add", model)
    ]
    yield work


def _centres(user: Any) -> Iterator[Work]:
    """The facts of one's centres, first of all the hours that nobody has confirmed lately."""
    if not permissions.holds(user, "change", Centre):
        return
    old = Q(hours_confirmed_on__isnull=True) | Q(hours_confirmed_on__lt=clock.today() - CONFIRM_EVERY)
    mine = permissions.narrow(user, "change", Centre.objects.all()).aggregate(
        count=Count("pk"), only=Min("pk"), unconfirmed=Count("pk", filter=Q(live=True) & old)
    )
    if not mine["count"]:
        return
    single = mine["count"] == 1
    url = _admin(Centre, "edit", mine["only"]) if single else _admin(Centre, "list")
    count = mine["unconfirmed"]
    title = ngettext(
        "centre without hours confirmed in the last 90 days",
        "centres without hours confirmed in the last 90 days",
        count,
    )
    work = Work("centres", _("My centre") if single else _("The centres"))
    work.numbers.append(Number(count, title, url if single else f"{url}?ordering=hours_confirmed_on"))
    work.numbers.extend(_found_closed(user))
    work.actions.append(Action(_("The facts of my centre") if single else _("The facts of a centre"), url))
    story = _story_url(user)
    if story:
        work.actions.append(Action(_("Write a story"), story))
    if models_for(user):
        work.actions.append(Action(_("Print labels"), reverse("labels")))
    yield work


def _found_closed(user: Any) -> Iterator[Number]:
    """Doors that visitors found closed, when there are any."""
    count = len(found_closed(visible_to(user)))
    if count:
        title = ngettext("centre found closed this week", "centres found closed this week", count)
        yield Number(count, title, reverse("found_closed"))


def _pages(user: Any) -> Iterator[Work]:
    """Words: drafts, pages taken down, changes not yet published, translations that wait."""
    pages = page_permission_policy.instances_user_has_permission_for(user, "change").filter(depth__gt=1)
    draft = Q(live=False, first_published_at__isnull=True)
    counts = pages.aggregate(
        all=Count("pk"),
        drafts=Count("pk", filter=draft),
        changed=Count("pk", filter=Q(live=True, has_unpublished_changes=True)),
        down=Count("pk", filter=Q(live=False, first_published_at__isnull=False)),
    )
    if not counts["all"]:
        return
    drafts, changed, down = counts["drafts"], counts["changed"], counts["down"]
    work = Work("pages", _("The words"))
    work.numbers = [
        Number(drafts, ngettext("page in draft", "pages in draft", drafts)),
        Number(changed, ngettext("page with changes not published", "pages with changes not published", changed)),
        Number(down, ngettext("page taken down", "pages taken down", down)),
    ]
    if user.has_perm("wagtail_localize.submit_translation"):
        waiting = _waiting_translations()
        title = ngettext("translation waiting", "translations waiting", waiting)
        url = reverse("wagtail_localize:translations_report") + "?waiting_for_translation=true"
        work.numbers.append(Number(waiting, title, url))
    if drafts + changed:
        work.items_title = _("Last worked on, not published")
        unfinished = pages.filter(draft | Q(has_unpublished_changes=True, live=True)).select_related("locale")
        work.items = [_unfinished(page) for page in unfinished.order_by("-latest_revision_created_at", "pk")[:SHOWN]]
    story = _story_url(user)
    if story:
        work.actions.append(Action(_("Write a story"), story))
    yield work


def _people(user: Any) -> Iterator[Work]:
    """Who may sign in, and what was done: for administrators."""
    if not user.has_perm("accounts.change_user"):
        return
    work = Work("people", _("People and site"))
    work.actions = [
        Action(_("People"), reverse("wagtailusers_users:index")),
        Action(_("Activity"), reverse("wagtailadmin_reports:site_history")),
    ]
    yield work


def _waiting_translations() -> int:
    """Count as the report counts: translations with at least one string that isn't translated."""
    waiting: int = TranslationsReportView().get_queryset().filter(enabled=True, waiting_for_translation=True).count()
    return waiting


def _unfinished(page: Page) -> Item:
    name = page.locale.get_display_name()
    return Item(page.get_admin_display_title(), name, reverse("wagtailadmin_pages:edit", args=[page.pk]))


def _story_url(user: Any) -> str:
    """Return the address of a new story in the language of the user's admin, "" when he may not write one."""
    found = {index.locale.language_code: index for index in StoryIndexPage.objects.select_related("locale")}
    index = found.get(get_language() or "") or found.get(settings.LANGUAGE_CODE)
    if index is None or not index.permissions_for_user(user).can_add_subpage():
        return ""
    options = StoryPage._meta
    return reverse("wagtailadmin_pages:add", args=[options.app_label, options.model_name, index.pk])
