"""Every committed write of content moves the version on, however it is written; nothing else does."""

from __future__ import annotations

import pytest
from django.contrib.auth import get_user_model
from django.db import connection, transaction
from tests.factories import make_event
from tests.page_cache import committed, version
from wagtail.models import Page

from core import clock
from core.models.scans import ScanCount
from core.page_cache import invalidate
from core.page_cache.entry import Entry
from core.page_cache.local import LocalStore
from crafts.models import Craft
from places.models import Village
from stories.models import StoryPage

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("demo_site", "kept_pages", "frozen_now"),
    pytest.mark.sampled(2),
]
LIST = "/en/crafts/"


def test_every_way_of_writing_moves_the_version_on():
    village = Village.objects.get(slug="bat-trang")
    event = make_event()
    ways = {
        "save": village.save,
        "update": lambda: Village.objects.update(live=False),
        "bulk": lambda: Village.objects.bulk_update([village], ["live"]),
        "relation": lambda: Village.crafts.through.objects.create(village=village, craft=Craft.objects.last()),
        "move": lambda: Page.objects.filter(depth=4).last().move(Page.objects.filter(depth=4).first(), "right"),
        "raw": lambda: connection.cursor().execute('UPDATE "places_event" SET "live" = "live"'),
        "delete": event.delete,
    }
    for name, write in ways.items():
        before = version()
        with committed():
            write()
            assert version() == before, f"{name}: told before the commit"
        assert version() != before, name


def test_what_no_page_shows_leaves_the_version(client):
    story = StoryPage.objects.first()
    user = get_user_model().objects.create_user("an", "an@example.org", "a-very-long-road")
    village = Village.objects.get(slug="bat-trang")
    quiet = {
        "draft": lambda: story.save_revision(),
        "scan": lambda: ScanCount.objects.create(code_id=village.code, day=clock.today(), count=1),
        "login": lambda: client.force_login(user),
        "read": lambda: list(Village.objects.select_for_update()),
    }
    for name, write in quiet.items():
        before = version()
        with committed():
            write()
        assert version() == before, name


def test_one_commit_moves_it_once_and_a_rollback_never(kept_pages):
    before, village = kept_pages.bumps, Village.objects.first()
    with committed():
        for _ in range(5):
            with transaction.atomic():
                village.save()
    assert kept_pages.bumps == before + 1
    with committed(), pytest.raises(ZeroDivisionError), transaction.atomic():
        1 / 0  # noqa: B018
    assert kept_pages.bumps == before + 1


def test_a_page_made_before_a_commit_is_not_served_after_it(client, kept_pages, monkeypatch):
    """The commit comes while the page is being made: what was read may be old."""
    made = Entry.of.__func__

    def meanwhile(cls, *arguments):
        invalidate()
        return made(cls, *arguments)

    monkeypatch.setattr(Entry, "of", classmethod(meanwhile))
    client.get(LIST)
    monkeypatch.undo()
    (entry,) = kept_pages.memory.entries.values()
    assert entry.version != kept_pages.version()


def test_another_process_moves_the_version_on():
    before = version()
    LocalStore().bump()
    assert version() != before


def test_a_file_that_cannot_be_written_stops_nobody(settings, caplog):
    settings.VAR_DIR = "/proc/nowhere"
    before = version()
    invalidate()
    assert version() != before
