"""No bare interface text: with every message wrapped in ⟦ ⟧, each visible word is a message or content.

Content is written with ◆ or ◇ in it, so that whatever carries no sign is a text nobody can translate.
"""

from __future__ import annotations

import re
import unicodedata
from math import inf

import pytest
from django.utils import translation
from tests import worded_world
from tests.html import parse, words_of

from places import atlas, map_layers

pytestmark = pytest.mark.django_db
NAMES_OF_THE_SITE = {
    "Đường Làng", "Tiếng Việt", "English", "Bahasa Indonesia", "Indonesia", "OCOP", "vi", "en", "id",
    "Natural Earth | GeoNames (CC BY 4.0)", "Google Maps", "Apple Maps", "OpenStreetMap",
}  # fmt: skip

# Words to try in the search box: names and words of the places, the same for every reader.
ADDRESS = re.compile(r"https?://\S+")
EXAMPLES = {
    "bat trang, kasongan, nuoc mam…",
    "Bát Tràng",
    "gốm",
    "nước mắm",
    "nón lá",
    "chè",
    "batik",
    "Kasongan",
    "Phú Quốc",
}


@pytest.fixture
def pseudo(monkeypatch):
    """Wrap whatever gettext returns."""
    real = translation.trans_real

    def wrapped(function):
        return lambda *args: f"⟦{function(*args)}⟧"

    for name in ("gettext", "ngettext", "pgettext", "npgettext"):
        monkeypatch.setattr(translation._trans, name, wrapped(getattr(real, name)), raising=False)


def towns():
    """Return the names that the drawn maps may carry."""
    return {town.name_in("en") for town in atlas.bundled().towns_in((-inf, -inf, inf, inf))}


def is_bare(piece, known):
    letters = [char for char in piece if char.isalpha()]
    plain = unicodedata.normalize("NFC", piece).strip(" ·–-:,.()?")
    named = piece in known or plain in known or ADDRESS.fullmatch(piece)
    return bool(letters) and not set("◆◇⟦⟧") & set(piece) and not named


def test_no_bare_interface_text(client, pseudo, frozen_now):
    urls = [f"/en/{path}" for path in worded_world.build()]
    urls += [f"/en/map/?layer={layer.section}" for layer in map_layers.layers()]
    urls += ["/en/map/provinces/", "/embed/map/?lang=en", "/en/centres/?open_on=2026-11-22T09:00&near=21.03,105.85"]
    urls += ["/en/products/?stars=9&q=zzzz&province=nowhere", "/en/search/?q=%E2%97%86", "/en/nothing-here/"]
    bare, known = [], NAMES_OF_THE_SITE | EXAMPLES | towns()
    for url in urls:
        response = client.get(url)
        assert response.status_code in (200, 404), url
        bare += [f"{url}: {piece}" for piece in words_of(parse(response.content, url)) if is_bare(piece, known)]
    assert not bare, "\n".join(dict.fromkeys(bare))
