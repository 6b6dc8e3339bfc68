"""Search and product lists at the size of the register: 17,500 with FULL=1 (`make verify`), 2,000 otherwise."""

from __future__ import annotations

import os
import statistics
import time

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.template import engines
from tests.factories import make_group, make_programme, make_province, site_tree

from core.search import ranked, search
from demo import scale
from products.models import Product

SIZE = 17_500 if os.environ.get("FULL") == "1" else 2_000
RUNS = 20 if SIZE > 10_000 else 7
BUDGET_MS = 300
COMMON, RARE = "banh", "ruou mo ha tho"
pytestmark = [pytest.mark.scale, pytest.mark.django_db]


def median_ms(action) -> float:
    """Return the median of `RUNS` runs in milliseconds, after one that warms up.

    SQLite works in our own process, so its processor time is what a quiet machine takes, whatever else runs here.
    """
    now = time.process_time if connection.vendor == "sqlite" else time.perf_counter
    action()
    times = []
    for _run in range(RUNS):
        started = now()
        action()
        times.append((now() - started) * 1000)
    return statistics.median(times)


@pytest.fixture
def register(client, admin_user, monkeypatch):
    monkeypatch.setattr(engines["django"].engine, "string_if_invalid", "")  # Wagtail's templates rely on it
    site_tree()
    programme = make_programme()
    for key in ("food", "drinks", "handicrafts"):
        make_group(programme, key)
    for number in range(34):
        make_province(f"Tỉnh {number}")
    started = time.perf_counter()
    sizes = scale.Sizes(SIZE, SIZE // 2, centres=0, villages=0, routes=0, narratives=0, stories=0)
    assert scale.generate(sizes)["products.Product"] == SIZE
    print(f"\n{connection.vendor}, {SIZE} products in {time.perf_counter() - started:.1f} s")
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    client.force_login(admin_user)
    return client


@pytest.fixture
def admin_user():
    return get_user_model().objects.create_superuser("boss", "boss@example.org", "x")


def answers(client, path):
    def action():
        assert client.get(path).status_code == 200, path

    return action


def test_lists_and_search_within_the_budget(register):
    measured = {
        "core, common": median_ms(lambda: ranked(Product.objects.live(), COMMON)[:24]),
        "core, rare": median_ms(lambda: ranked(Product.objects.live(), RARE)[:24]),
        "search page, common": median_ms(answers(register, f"/vi/search/?q={COMMON}")),
        "search page, rare": median_ms(answers(register, f"/vi/search/?q={RARE}")),
        "search page, products": median_ms(answers(register, f"/vi/search/?q={COMMON}&type=products")),
        "product list": median_ms(answers(register, "/vi/products/")),
        "product list, common": median_ms(answers(register, f"/vi/products/?q={COMMON}")),
        "product list, rare": median_ms(answers(register, f"/vi/products/?q={RARE}")),
        "admin list": median_ms(answers(register, "/admin/products/")),
        "admin list, common": median_ms(answers(register, f"/admin/products/?q={COMMON}")),
        "admin list, rare": median_ms(answers(register, f"/admin/products/?q={RARE}")),
    }
    print("\n".join(f"{name:24} {value:7.1f} ms" for name, value in measured.items()))
    assert search(Product, COMMON).ids
    assert search(Product, RARE).ids or SIZE < 10_000
    assert {name: value for name, value in measured.items() if value > BUDGET_MS} == {}


def test_the_batch_can_be_removed_again(register):
    assert scale.remove() == SIZE + SIZE // 2
    assert search(Product, COMMON).ids == []
