"""Telling visitors apart for a day without keeping who they are.

The name is a keyed hash of the network address. Its key is made of the deployment's secret and the date, so it is
another one each day, the same in every process, and written nowhere; the hash itself lives in the cache for as long as
a limit counts, at most a day. Nothing of it reaches the database or a log.
"""

from __future__ import annotations

import hashlib
import hmac
from ipaddress import IPv6Address, ip_address

from django.conf import settings
from django.http import HttpRequest

from core import clock

PREFIX_OF_A_HOME = 64  # bits: a connection has this many IPv6 addresses of its own to choose from (RFC 6177)


def visitor(request: HttpRequest) -> str:
    """Return today's name of the connection that a request comes from."""
    day = clock.today().isoformat()
    key = hmac.digest(settings.SECRET_KEY.encode(), f"centres.truth {day}".encode(), "sha256")
    return hashlib.blake2b(_network(_address(request)).encode(), key=key, digest_size=16).hexdigest()


def _address(request: HttpRequest) -> str:
    """Return the visitor's address as the outermost of our own proxies saw it; what lies left of it, anybody adds."""
    seen = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",") if part.strip()]
    if settings.PROXIES and len(seen) >= settings.PROXIES:
        return seen[-settings.PROXIES]
    return str(request.META.get("REMOTE_ADDR", ""))


def _network(address: str) -> str:
    """Return the address, of IPv6 the part that a connection can't change at will; nonsense stays what it is."""
    try:
        found = ip_address(address)
    except ValueError:
        return address[:100]
    if isinstance(found, IPv6Address):
        mapped = found.ipv4_mapped
        return str(mapped) if mapped else str(int(found) >> (128 - PREFIX_OF_A_HOME))
    return str(found)
