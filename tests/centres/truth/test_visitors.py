"""A connection has one name a day, and nobody can choose another one at will."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests.centres.truth.world import NOON

from centres.truth.visitors import visitor
from core import clock


@pytest.fixture
def named(rf):
    def name(address="203.0.113.7", forwarded=None):
        headers = {"X-Forwarded-For": forwarded} if forwarded is not None else {}
        return visitor(rf.post("/", headers=headers, REMOTE_ADDR=address))

    return name


def test_a_name_says_nothing_and_is_another_one_tomorrow(named, settings):
    today = named()
    assert named() == today
    assert len(today) == 32
    assert "203" not in today
    assert named("203.0.113.8") != today
    with clock.frozen(NOON + timedelta(days=1)):
        assert named() != today
    settings.SECRET_KEY = "another"
    assert named() != today


def test_what_the_own_proxy_saw_counts_not_what_a_visitor_adds(named, settings):
    settings.PROXIES = 1
    true = named("127.0.0.1", "203.0.113.7")
    assert true == named("203.0.113.7")
    assert named("127.0.0.1", "1.2.3.4, 203.0.113.7") == true
    assert named("127.0.0.1", " , 203.0.113.7 ,") == true
    settings.PROXIES = 2
    assert named("127.0.0.1", "1.2.3.4, 203.0.113.7, 198.51.100.1") == true
    settings.PROXIES = 0
    assert named("203.0.113.7", "1.2.3.4") == true


def test_addresses_of_one_ipv6_connection_are_one(named):
    assert named("2001:db8:1:2::1") == named("2001:db8:1:2:ffff::9") != named("2001:db8:1:3::1")
    assert named("::ffff:203.0.113.7") == named("203.0.113.7")


@pytest.mark.parametrize("nonsense", ["", "unknown", "x" * 5000, "203.0.113.7:80", "\x00"])
def test_nonsense_has_a_name_too(named, nonsense):
    assert len(named(nonsense)) == 32
