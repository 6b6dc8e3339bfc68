"""No bare interface text: with every message wrapped in ⟦ ⟧, each visible word is a message or content.

Content is written with ◆ in it, so that whatever carries neither sign is a text nobody can translate.
"""

from __future__ import annotations

import re
import unicodedata

import pytest
from django.utils import translation
from tests.factories import (
    make_centre,
    make_craft,
    make_event,
    make_product,
    make_recognition,
    make_route,
    make_story,
    make_village,
    narrative,
    site_tree,
)
from tests.html import parse, words_of

pytestmark = pytest.mark.django_db
NAMES_OF_THE_SITE = {"Đường Làng", "Tiếng Việt", "English", "Bahasa Indonesia", "Indonesia", "OCOP", "vi", "en", "id"}

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


def world():
    """Make one of everything, every word of it content."""
    for home in site_tree().values():
        type(home).objects.filter(pk=home.pk).update(title="◆ home")
    text = {"en": "◆ text"}
    craft = make_craft({"en": "◆ craft"}, tagline=text)
    craft.steps.create(title={"en": "◆ step"}, text={"en": "◆ what"})
    village = make_village(
        {"en": "◆ village"}, crafts=[craft], fact=text, season=text, founded=text, former_unit="◆ unit"
    )
    village.province.name = {"en": "◆ province"}
    village.province.save()
    product = make_product(
        {"en": "◆ product"}, craft=craft, village=village, province=village.province, source="◆ source"
    )
    type(product.group).objects.update(name={"en": "◆ group"})
    make_recognition(product, 4, source="◆ source", decision_note="◆ decision")
    centre = make_centre(
        {"en": "◆ centre"}, ("08:00", "17:00"), village=village, province=village.province, address="◆ 1"
    )
    centre.stock.create(product=product, role="sold")
    route = make_route({"en": "◆ route"}, places=[village, centre])
    event = make_event({"en": "◆ event"}, village=village)
    story = make_story("en", "◆ story", subject=village, introduction="◆ introduction")
    narrative(village, "en", "◆ words")
    narrative(product, "vi", "◆ words")
    return [craft, village, product, centre, route, event, story]


def is_bare(piece):
    letters = [char for char in piece if char.isalpha()]
    known = unicodedata.normalize("NFC", piece).strip(
        " ·–-:,.()?"
    ) in NAMES_OF_THE_SITE | EXAMPLES or ADDRESS.fullmatch(piece)
    return bool(letters) and "◆" not in piece and "⟦" not in piece and "⟧" not in piece and not known


def test_no_bare_interface_text(client, pseudo):
    records = world()
    urls = [f"/en/{record.section}/{record.slug}/" for record in records[:-1]] + [f"/en/stories/{records[-1].slug}/"]
    sections = (
        "products",
        "villages",
        "centres",
        "routes",
        "crafts",
        "producers",
        "events",
        "stories",
        "map",
        "search",
    )
    urls += ["/en/", *(f"/en/{section}/" for section in sections)]
    urls += ["/en/products/?stars=9&q=zzzz&province=nowhere", "/en/search/?q=%E2%97%86", "/en/nothing-here/"]
    bare = []
    for url in urls:
        response = client.get(url)
        assert response.status_code in (200, 404), url
        bare += [f"{url}: {piece}" for piece in words_of(parse(response.content, url)) if is_bare(piece)]
    assert not bare, "\n".join(dict.fromkeys(bare))
