"""Whatever changes is right on the next request on every surface that showed it, with pages kept (issue 4, point 5).

Each surface is asked before the change, so that it is kept, and after it: the kept answer must be the one that is made
anew at that moment, and another one than before.
"""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.management import call_command
from django.utils import timezone
from tests.factories import make_image
from tests.page_cache import committed, entries, fresh
from wagtail.models import PageViewRestriction

from centres.models import Centre, OpeningPeriod
from core import clock
from places.models import Notice, Village
from products.models import Product, Recognition
from stories.models import StoryPage

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo_site", "kept_pages"), pytest.mark.sampled(5)]
ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
VILLAGE = "/en/villages/bat-trang/"


@pytest.fixture
def answers(client, settings):
    """Ask surfaces, and again after something happened: what they say, without the instants of change for the map."""

    class Answers:
        def before(self, *urls):
            self.first = {url: self._kept(url) for url in urls}

        def _kept(self, url):
            client.get(url)
            response = client.get(url)
            assert response.status_code != 200 or any(url.split("?")[0] in entry for entry in entries()), url
            return response.status_code, response.content

        def changed(self):
            """Every surface says what is true now, and that is another thing than before."""
            for url, before in self.first.items():
                response, true = client.get(url), fresh(client, url, settings)
                assert (response.status_code, response.content) == (true.status_code, true.content), url
                assert (response.status_code, response.content) != before, f"{url} did not change"

    return Answers()


def starred(**values):
    return Product.objects.live().filter(current_stars__isnull=False, **values).order_by("pk")


def at(day, hour=12, minute=0):
    return datetime.combine(day, time(hour, minute), ZONE)


# --- written ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("how", ["renamed", "taken down", "deleted", "updated in bulk"])
def test_a_product_that_changes(answers, frozen_now, how):
    product = starred(village__isnull=False).first()
    name = product.name_in("en")[0]
    surfaces = [product.get_url("en"), product.village.get_url("en"), f"/en/products/?q={name}"]
    answers.before(*surfaces, *([] if how == "renamed" else [f"/en/search/?q={name}", "/sitemap-products.xml"]))
    with committed():
        if how == "renamed":
            product.name = {"en": f"{name} anew", "vi": f"{name} anew"}
            product.save()
        elif how == "taken down":
            product.live = False
            product.save()
        elif how == "deleted":
            product.delete()
        else:
            Product.objects.filter(pk=product.pk).update(live=False)
            Recognition.objects.filter(product=product).delete()
    answers.changed()


def test_a_centre_that_closes_for_good_leaves_lists_and_map(answers, frozen_now):
    centre = Centre.objects.live().filter(latitude__isnull=False).order_by("pk").first()
    answers.before(centre.get_url("en"), f"/en/centres/?kind={centre.kind}", "/en/map/centres.geojson",
                   f"/en/map/centres.geojson?kind={centre.kind}", "/sitemap-centres.xml")  # fmt: skip
    with committed():
        centre.live = False
        centre.save()
    answers.changed()


@pytest.mark.parametrize("how", ["published", "unpublished", "deleted", "made private"])
def test_a_story_that_changes(answers, frozen_now, how):
    story = StoryPage.objects.live().filter(locale__language_code="en").order_by("-first_published_at", "pk").first()
    search, sitemap = f"/en/search/?q={story.title}", "/sitemap-stories.xml"
    listed = {"published": [search], "made private": [sitemap]}.get(how, [search, sitemap])
    answers.before(story.get_url(), "/en/stories/", *listed)
    with committed():
        if how == "published":
            story.title = f"{story.title} anew"
            story.save_revision().publish()
        elif how == "unpublished":
            story.unpublish()
        elif how == "deleted":
            story.delete()
        else:
            PageViewRestriction.objects.create(page=story, restriction_type=PageViewRestriction.LOGIN)
    answers.changed()


def test_a_story_that_was_scheduled(answers):
    story = StoryPage.objects.live().filter(locale__language_code="en").order_by("pk").first()
    with committed():
        story.unpublish()
    answers.before(story.get_url(), "/en/stories/")
    with committed():
        story.save_revision(approved_go_live_at=timezone.now() - timedelta(minutes=1))
        call_command("publish_scheduled", verbosity=0)
    answers.changed()


def test_words_and_pictures_of_a_place(answers, frozen_now):
    village = Village.objects.get(slug="bat-trang")
    answers.before(VILLAGE)
    with committed():
        page = village.narratives.get(locale__language_code="en")
        page.title = "Another title"
        page.save_revision().publish()
    answers.changed()


def test_the_credit_of_a_picture(answers, frozen_now):
    village = Village.objects.live().filter(image=None, narratives=None).first()
    with committed():
        image = village.image = make_image(credit="Somebody")
        village.save()
    answers.before(village.get_url("en"))
    with committed():
        image.credit = "Somebody else"
        image.save()
    answers.changed()


def test_a_draft_is_nobodys_business(client, kept_pages, frozen_now):
    client.get("/en/stories/")
    with committed():
        story = StoryPage.objects.live().order_by("pk").first()
        story.title = "Not yet"
        story.save_revision()
    version, entry = kept_pages.read("http://testserver/en/stories/?")
    assert entry.version == version


# --- passed by the clock ---------------------------------------------------------------------------------------------


def test_stars_lapse_at_midnight(answers, client):
    with clock.frozen(at(datetime(2026, 11, 22))):
        product = starred(current_until__gte=clock.today()).order_by("current_until", "pk").first()
    badge, until = f'data-stars-of="{product.slug}"', product.current_until
    name = product.name_in("en")[0]
    with clock.frozen(at(until, 23, 59)):
        answers.before(product.get_url("en"), f"/en/products/?q={name}", f"/en/search/?q={name}&type=products")
        assert badge in client.get(product.get_url("en")).content.decode()
    with clock.frozen(at(until + timedelta(days=1), 0, 0)):
        answers.changed()
        for url in answers.first:
            assert badge not in client.get(url).content.decode()


def test_a_door_opens_and_closes_on_the_minute(answers, client):
    centres = Centre.objects.live().filter(province__country_code="VN", special_days=None, fair_starts_on=None)
    centre = centres.filter(opening_periods=None).order_by("pk").first()
    with committed():
        OpeningPeriod.objects.create(centre=centre, opens=time(8), closes=time(17))
    url, day = centre.get_url("en"), datetime(2026, 11, 24)
    said = []
    for before, after in (((7, 59), (8, 0)), ((15, 59), (16, 0)), ((16, 59), (17, 0))):
        with clock.frozen(at(day, *before)):
            answers.before(url)
        with clock.frozen(at(day, *after)):
            answers.changed()
            said.append(client.get(url).content.decode())
    for words, page in zip(("Open now, until 17:00", "Closes soon, at 17:00", "Closed now"), said, strict=True):
        assert words in page


def test_a_notice_begins_and_ends_at_midnight(answers, client):
    village, day = Village.objects.get(slug="bat-trang"), datetime(2026, 11, 22)
    with clock.frozen(at(day)), committed():
        only = day.date() + timedelta(days=1)
        text = {"en": "The kilns rest"}
        Notice.objects.create(village=village, kind="closure", text=text, starts_on=only, ends_on=only)
    seen = []
    for days in (0, 1, 2):
        with clock.frozen(at(day + timedelta(days=days), 23, 59)):
            if days:
                answers.changed()
            answers.before(VILLAGE)
            page = client.get(VILLAGE).content.decode()
            seen.append([words for words in ("only on 23 November 2026", "today only") if f"· {words}" in page])
            assert ("The kilns rest" in page) == bool(seen[-1])
    assert seen == [["only on 23 November 2026"], ["today only"], []]


@pytest.mark.parametrize("url", ["/en/", "/en/map/centres.geojson", "/en/routes/"])
def test_no_page_outlives_the_day(client, kept_pages, url):
    day = datetime(2026, 11, 22)
    with clock.frozen(at(day)):
        client.get(url)
    (entry,) = kept_pages.memory.entries.values()
    assert entry.until <= at(day + timedelta(days=1), 0, 0).timestamp()
