"""The groups of people who write, and what each may do. Which objects of a type is asked in `core.permissions`."""

from __future__ import annotations

from collections.abc import Iterable

from django.apps import apps
from django.contrib.auth.models import Group, Permission
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

REGISTER_OFFICERS = "Register officers"
EDITORS = "Editors"
MODERATORS = "Moderators"
CENTRE_MANAGERS = "Centre managers"

EVERYTHING = ("add", "change", "delete", "view")
REGISTER = (
    "products.Product",
    "products.Recognition",
    "products.Producer",
    "products.QualityMark",
    "products.Programme",
    "products.ProductGroup",
)
GEOGRAPHY = ("places.Province", "places.ProvinceAlias")
PLACES = ("crafts.Craft", "places.Village", "routes.Route")
CALENDAR = ("places.Event", "places.Notice")
WORDS = ("search.Synonym",)
OUTLETS = ("centres.Centre", "centres.Stock", "centres.Experience")

WORDS_AND_PLACES: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(PLACES, ("change", "view")),
    **dict.fromkeys(CALENDAR, ("add", "change", "view")),
    **dict.fromkeys(WORDS, EVERYTHING),
    **dict.fromkeys((*REGISTER, *GEOGRAPHY, *OUTLETS), ("view",)),
}

RECORDS: dict[str, dict[str, tuple[str, ...]]] = {
    REGISTER_OFFICERS: dict.fromkeys((*REGISTER, *GEOGRAPHY, *PLACES, *CALENDAR, *WORDS, *OUTLETS), EVERYTHING),
    EDITORS: WORDS_AND_PLACES,
    MODERATORS: WORDS_AND_PLACES,
    # Never add or delete: Wagtail's bulk delete knows models only.
    CENTRE_MANAGERS: dict.fromkeys(OUTLETS, ("change", "view")),
}
PAGES: dict[str, tuple[str, ...]] = {
    EDITORS: ("add", "change", "publish"),
    MODERATORS: ("add", "change", "publish", "lock", "unlock"),
    CENTRE_MANAGERS: (),
    REGISTER_OFFICERS: (),
}
IMAGES: dict[str, tuple[str, ...]] = {
    EDITORS: ("add", "change", "choose"),
    MODERATORS: ("add", "change", "choose"),
    CENTRE_MANAGERS: ("add", "choose"),
    REGISTER_OFFICERS: ("add", "choose"),
}
TRANSLATORS = (EDITORS, MODERATORS)


def ensure_roles() -> list[Group]:
    """Create the groups with their permissions, or put them right; what a person added to a group stays."""
    groups = []
    for name in RECORDS:
        group = Group.objects.get_or_create(name=name)[0]
        wanted = [*_admin(), *_records(RECORDS[name]), *(_translation() if name in TRANSLATORS else [])]
        group.permissions.add(*wanted)
        _grant_pages(group, PAGES[name])
        _grant_images(group, IMAGES[name])
        groups.append(group)
    return groups


def _admin() -> list[Permission]:
    return [_permission("wagtailadmin", "access_admin")]


def _translation() -> list[Permission]:
    return [_permission("wagtail_localize", "submit_translation")]


def _permission(app: str, codename: str) -> Permission:
    return Permission.objects.get(content_type__app_label=app, codename=codename)


def _records(granted: dict[str, tuple[str, ...]]) -> Iterable[Permission]:
    for label, actions in granted.items():
        options = apps.get_model(label)._meta
        for action in actions:
            yield _permission(options.app_label, f"{action}_{options.model_name}")


def _grant_pages(group: Group, actions: tuple[str, ...]) -> None:
    """Grant below the root, and so below the home page of every language, present and to come."""
    root = Page.objects.get(depth=1)
    for action in actions:
        permission = _permission("wagtailcore", f"{action}_page")
        GroupPagePermission.objects.get_or_create(group=group, page=root, permission=permission)


def _grant_images(group: Group, actions: tuple[str, ...]) -> None:
    """Grant on every collection; Wagtail keeps the permissions of a custom image model on its own."""
    root = Collection.objects.get(depth=1)
    for action in actions:
        permission = _permission("wagtailimages", f"{action}_image")
        GroupCollectionPermission.objects.get_or_create(group=group, collection=root, permission=permission)
