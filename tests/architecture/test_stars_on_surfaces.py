"""No lapsed star on any surface, at the three dates: pages, lists, filters, search and API against the pure rule."""

from __future__ import annotations

import random
import re

import pytest

from core import clock
from products.models import Product, Recognition
from products.models.recognitions import scale_of
from products.validity import stars_shown, valid_until

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo_site"), pytest.mark.sampled(2)]
BADGE = re.compile(r'data-stars-of="([^"]+)"\s+data-stars="(\d)"\s+data-out-of="(\d)"')


def expected():
    """Work out which products have stars today from their recognitions alone."""
    today, stars = clock.today(), {}
    rows = (
        Recognition.objects.filter(product__live=True)
        .select_related("product", "programme")
        .order_by("issued_on", "pk")
    )
    for row in rows.prefetch_related("programme__periods"):
        then, now = scale_of(row.period), scale_of(row.programme.period_on(today))
        until = valid_until(row.award, then, now) if row.is_award else None
        if until and until >= today:
            stars[row.product.slug] = (stars_shown(row.award, then), row.out_of)
    return {slug: (number, scale) for slug, (number, scale) in stars.items() if number}


def badges(client, url):
    """Return the star badges on a page."""
    response = client.get(url)
    assert response.status_code == 200, url
    return {(slug, int(stars), int(scale)) for slug, stars, scale in BADGE.findall(response.content.decode())}


def whole_list(client, query=""):
    """Return the badges on every page of the list of products."""
    first = client.get(f"/en/products/?{query}")
    pages = first.context["page_obj"].paginator.num_pages
    return set().union(*(badges(client, f"/en/products/?{query}&page={number}") for number in range(1, pages + 1)))


def test_stars_are_those_that_hold_today(client, at_each_date):
    wanted = {(slug, *stars) for slug, stars in expected().items()}
    assert whole_list(client) == wanted
    for number in (3, 4, 5):
        assert whole_list(client, f"stars={number}") == {badge for badge in wanted if badge[1] == number}
    for url in ("/en/", "/vi/search/?q=che&type=products", "/vi/villages/tan-cuong/", "/vi/routes/thai-nguyen-tea/"):
        assert badges(client, url) <= wanted, url


def test_each_product_shows_its_own_stars_and_the_api_agrees(client, at_each_date):
    wanted = expected()
    slugs = list(Product.objects.live().values_list("slug", flat=True))
    for slug in random.Random(5).sample(slugs, 12) + list(wanted)[:4]:
        own = {badge for badge in badges(client, f"/vi/products/{slug}/") if badge[0] == slug}
        assert own == ({(slug, *wanted[slug])} if slug in wanted else set()), slug
        current = client.get(f"/api/v2/products/{slug}/").json()["recognition"]
        assert (current and current["stars"]) == (wanted[slug][0] if slug in wanted else None), slug
