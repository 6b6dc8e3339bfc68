"""The QR code of an address (ISO/IEC 18004). Pure: no Django."""

from __future__ import annotations

from functools import lru_cache

import segno

LEVEL = "q"  # a quarter of the symbol may be lost: thumbed, glossy, folded labels
QUIET_ZONE = 4  # modules, as the standard asks


def symbol(address: str) -> segno.QRCode:
    """Return the smallest symbol that holds the address: version 4 up to 46 bytes."""
    return segno.make_qr(address, error=LEVEL, boost_error=False)


def modules(address: str) -> int:
    """Return the symbol's modules a side, without the quiet zone."""
    return int(symbol(address).symbol_size(border=0)[0])


@lru_cache(maxsize=1024)  # the same records are read, and printed, again and again
def svg(address: str) -> str:
    """Return the symbol as SVG for use inside HTML: no style attribute, no size; its quiet zone is part of it."""
    return symbol(address).svg_inline(border=QUIET_ZONE, omitsize=True, svgclass="qr", lineclass=None)
