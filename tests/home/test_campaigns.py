"""Campaign pages of model destinations: one place each, down with the place, strips from its records."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from tests import factories
from tests.html import parse
from wagtail.models import PageViewRestriction

from core.social.drawing import SocialCard
from home.models import CampaignPage, PlainPage

pytestmark = [pytest.mark.django_db, pytest.mark.sampled(3)]
DETAIL = 20


@pytest.fixture
def homes():
    return factories.site_tree()


def campaign(homes, place, language="en", key=None, **values):
    """Return a live campaign page that invites to a place; `key` is the page of which it is a translation."""
    values.setdefault("title", f"Come to us {language}")
    page = CampaignPage(
        slug="visit-us",
        locale=homes[language].locale,
        introduction="One tree, many years.",
        **{type(place).__name__.lower(): place},
        **values,
    )
    if key is not None:
        page.translation_key = key.translation_key
    homes[language].add_child(instance=page)
    return page


def get(client, url):
    response = client.get(url)
    assert response.status_code == 200, url
    document = parse(response.content, url)
    assert document.faults == []
    assert "undefined" not in response.content.decode()
    return document


def take_down(place):
    place.live = False
    place.save()


# --- one destination -------------------------------------------------------------------------------------------------


def test_a_campaign_has_exactly_one_destination(homes):
    village, centre = factories.make_village(), factories.make_centre()
    for values in ({}, {"village": village, "centre": centre}):
        page = CampaignPage(title="x", slug="x", path="9", depth=3, locale=homes["en"].locale, **values)
        with pytest.raises(ValidationError) as caught:
            page.full_clean()
        assert "village" in caught.value.error_dict
    page = campaign(homes, village)
    with pytest.raises(IntegrityError), transaction.atomic():
        CampaignPage.objects.filter(pk=page.pk).update(centre=centre)


def test_it_lives_below_the_home_page_only():
    assert CampaignPage.clean_parent_page_models() == [type(home) for home in factories.site_tree().values()][:1]


# --- the page --------------------------------------------------------------------------------------------------------


def test_it_shows_words_and_what_the_records_know(client, homes):
    craft = factories.make_craft()
    village = factories.make_village({"vi": "Làng Thử"}, [craft])
    factories.make_product({"vi": "Bình"}, village=village, craft=craft)
    factories.make_centre({"vi": "Quán"}, village=village)
    factories.make_route({"vi": "Đường"}, places=[village])
    factories.make_event({"vi": "Hội"}, village=village)
    factories.make_story("en", "A tale", subject=village)
    campaign(homes, village)
    document = get(client, "/en/visit-us/")
    ids = {element.get("id") for element in document.root.iter() if element.get("id")}
    assert {"products-title", "centres-title", "routes-title", "events-title", "stories-title"} <= ids
    assert village.get_url("en") in document.links()
    assert "experiences-title" not in ids


def test_strips_without_content_vanish(client, homes):
    campaign(homes, factories.make_village({"vi": "Làng Trống"}))
    ids = {element.get("id") for element in get(client, "/en/visit-us/").root.iter() if element.get("id")}
    assert not ids & {"products-title", "centres-title", "routes-title", "events-title", "stories-title"}


def test_the_campaign_of_a_centre_tells_of_its_door(client, homes):
    campaign(homes, factories.make_centre({"vi": "Quán"}, hours=("08:00", "17:00")))
    ids = {element.get("id") for element in get(client, "/en/visit-us/").root.iter() if element.get("id")}
    assert "visit-title" in ids


def test_breadcrumbs_canonical_and_alternates(client, homes):
    village = factories.make_village()
    key = campaign(homes, village, "vi")
    campaign(homes, village, "en", key=key)
    document = get(client, "/en/visit-us/")
    assert [link.get("href") for link in document.head_links("canonical")] == ["http://testserver/en/visit-us/"]
    alternates = {link.get("hreflang"): link.get("href") for link in document.head_links("alternate")}
    assert alternates == {
        "vi": "http://testserver/vi/visit-us/",
        "en": "http://testserver/en/visit-us/",
        "x-default": "http://testserver/vi/visit-us/",
    }
    assert "/en/" in document.links()


def test_another_language_stands_in_with_a_notice(client, homes):
    campaign(homes, factories.make_village(), "vi", title="Mời về làng")
    response = client.get("/id/visit-us/")
    document = parse(response.content, "/id/visit-us/")
    assert document.faults == []
    assert document.language == "id"
    assert document.root.find(".//h1").get("lang") == "vi"
    assert response.context["notice_language"]
    assert "noindex" in response.content.decode()
    assert document.head_links("alternate") == []


def test_few_and_many_cost_the_same(client, homes):
    craft = factories.make_craft()
    village = factories.make_village(crafts=[craft])
    campaign(homes, village)

    def add(count):
        for _ in range(count):
            centre = factories.make_centre(village=village, province=village.province)
            factories.make_product(craft=craft, village=village, province=village.province)
            factories.make_route(places=[village, centre])
            factories.make_story("en", f"Story {centre.pk}", subject=village)

    add(2)
    with CaptureQueriesContext(connection) as few:
        client.get("/en/visit-us/")
    add(4)
    with CaptureQueriesContext(connection) as many:
        client.get("/en/visit-us/")
    assert len(many) <= len(few), "\n".join(query["sql"][:200] for query in many)
    assert len(many) <= DETAIL, "\n".join(query["sql"][:200] for query in many)


# --- down with the place ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("make", [factories.make_village, factories.make_centre])
def test_it_goes_down_with_its_destination(client, homes, make):
    place = make({"vi": "Nơi thử"})
    page = campaign(homes, place, title="Baobab invites")
    assert client.get("/en/visit-us/").status_code == 200
    assert "/en/visit-us/" in client.get("/sitemap-pages.xml").content.decode()
    assert _found(client) == 1
    assert client.get(f"/api/v2/pages/{page.pk}/").status_code == 200
    take_down(place)
    for language in ("en", "vi"):  # the second would fall back to it
        assert client.get(f"/{language}/visit-us/").status_code == 404
    assert "visit-us" not in client.get("/sitemap-pages.xml").content.decode()
    assert _found(client) == 0
    assert client.get(f"/api/v2/pages/{page.pk}/").status_code == 404


def _found(client):
    groups = client.get("/en/search/", {"q": "baobab"}).context["groups"]
    return sum(group.count for group in groups if group.key == "campaigns")


def test_search_shows_its_card_once_with_the_picture_of_the_place(client, homes):
    village = factories.make_village({"vi": "Nơi thử"}, illustration="silk")
    key = campaign(homes, village, "vi", title="Baobab mời")
    campaign(homes, village, "en", key=key, title="Baobab invites")
    (group,) = client.get("/en/search/", {"q": "baobab", "type": "campaigns"}).context["groups"]
    (card,) = [found.card for found in group.cards]
    assert (card.title, card.url, card.slug, card.motif) == ("Baobab invites", "/en/visit-us/", village.slug, "silk")


# --- the ways to it --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("make", [factories.make_village, factories.make_centre])
def test_the_places_own_page_leads_to_it_in_its_language(client, homes, make):
    place = make({"vi": "Nơi thử"})
    page = campaign(homes, place, "en")
    assert "/en/visit-us/" in get(client, place.get_url("en")).links()
    assert "/vi/visit-us/" not in get(client, place.get_url("vi")).links()
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert "/en/visit-us/" not in get(client, place.get_url("en")).links()


def test_the_home_page_leads_to_it_instead_of_to_the_place(client, homes):
    village = factories.make_village({"vi": "Làng mẫu"}, is_model_destination=True)
    factories.make_village({"vi": "Làng kia"}, is_model_destination=True)
    centre = factories.make_centre({"vi": "Quán"}, village=village, is_model_destination=True)
    page = campaign(homes, centre, "en")
    assert _model_urls(client) == ["/en/villages/lang-kia/", "/en/visit-us/"]
    page.delete()
    campaign(homes, village, "vi")
    assert set(_model_urls(client)) == {"/en/villages/lang-kia/", "/en/villages/lang-mau/"}


def _model_urls(client):
    strips = client.get("/en/").context["strips"]
    return sorted(card.url for card in next(strip for strip in strips if strip["id"] == "models")["records"])


# --- where it is shared ----------------------------------------------------------------------------------------------


def test_a_campaign_and_a_plain_page_have_cards_of_their_own(homes, client, monkeypatch):
    village = factories.make_village({"en": "Pot Village"})
    campaign(homes, village)
    homes["en"].add_child(instance=PlainPage(title="About us", slug="about", locale=homes["en"].locale))
    drawn = []
    monkeypatch.setattr(SocialCard, "png", lambda card: drawn.append(card) or b"PNG")
    for slug, title in (("visit-us", "Come to us en"), ("about", "About us")):
        document = get(client, f"/en/{slug}/")
        [address] = [meta.get("content") for meta in document.all("meta") if meta.get("property") == "og:image"]
        assert address == f"http://testserver/social/en/pages/{slug}.png"
        assert client.get(address.removeprefix("http://testserver")).status_code == 200
        assert drawn[-1].title == title
    assert (drawn[0].eyebrow, drawn[0].text, drawn[0].motif) == ("Pot Village", "One tree, many years.", village.motif)
    assert client.get("/social/vi/pages/visit-us.png").status_code == 200  # the only language it has
    take_down(village)
    for address in ("en/pages/visit-us", "en/pages/nowhere"):
        assert client.get(f"/social/{address}.png").status_code == 404
