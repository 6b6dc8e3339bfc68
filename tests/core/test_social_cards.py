"""Social cards: a PNG of 1200 × 630, the same every time, whose words fit and are spelt right."""

from __future__ import annotations

import io
import re

import pytest
from django.core.files.images import ImageFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from PIL import Image, ImageFont
from tests import factories as make
from wagtail.models import PageViewRestriction

from core.models import CreditedRendition
from core.motifs import FAMILIES
from core.social import drawing, measure
from core.social.drawing import TEXT, SocialCard

LETTERS = "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ"
LONG = ("Hợp tác xã nông nghiệp và dịch vụ tổng hợp phát triển làng nghề dệt lụa truyền thống Vạn Phúc " * 3)[:200]

pytestmark = pytest.mark.sampled(4)


def opened(response):
    assert response.status_code == 200
    assert response["Content-Type"] == "image/png"
    return Image.open(io.BytesIO(response.content))


# --- the words -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["lora-600", "be-vietnam-pro-400", "be-vietnam-pro-600"])
def test_every_letter_of_the_three_languages_is_in_the_fonts(name):
    face = measure.face(name)
    assert set(LETTERS + LETTERS.upper() + "zZfFjJwWéèêëïö0123456789·…–—“”’,.;:()&/") <= set(face.widths)


@pytest.mark.parametrize("name", ["lora-600", "be-vietnam-pro-400", "be-vietnam-pro-600"])
def test_the_table_agrees_with_the_font(name):
    face, font = measure.face(name), ImageFont.truetype(f"{measure.FONTS}/{name}.ttf", 1000)
    for letter in LETTERS + LETTERS.upper():
        assert font.getlength(letter) == pytest.approx(face.widths[letter] * 1000 / face.units, abs=1.5)


@pytest.mark.parametrize("text", [LONG, "X" * 200, "Ư" * 200, "Bát Tràng", "a " * 100, "", "W" * 30 + " ngắn"])
def test_no_line_is_wider_than_its_box(text):
    for name, most in (("lora-600", 3), ("be-vietnam-pro-400", 2)):
        lines = measure.fitted(text, name, drawing.TITLE_SIZES, TEXT, most)
        font = ImageFont.truetype(f"{measure.FONTS}/{name}.ttf", 1000)
        assert len(lines.texts) <= most
        assert all(font.getlength(line) * lines.size / 1000 <= TEXT for line in lines.texts)
        kept = "".join(lines.texts)
        assert kept.endswith("…") or kept.replace(" ", "") == text.replace(" ", "")


def test_a_short_name_is_set_larger_than_a_long_one():
    short, long = (measure.fitted(text, "lora-600", drawing.TITLE_SIZES, TEXT, 3) for text in ("Bát Tràng", LONG))
    assert short.size == drawing.TITLE_SIZES[0]
    assert long.size == drawing.TITLE_SIZES[-1]
    assert long.texts[-1].endswith("…")


def test_letters_that_the_fonts_lack_are_spelt_otherwise():
    face = measure.face("lora-600")
    assert face.legible("Thổ cẩm  Ê Đê") == "Thổ cẩm Ê Đê"
    assert face.legible("ṣūfī") == "sufi"
    assert set(face.legible("陶 गाँव 🏺")) <= set(face.widths)


def test_everything_stays_on_the_card():
    for card in (SocialCard(LONG, LONG, LONG, credit=LONG), SocialCard("X" * 200, "Y" * 200, "Z" * 200)):
        svg = drawing.words(card)
        heights = [float(y) for y in re.findall(r'<text x="64" y="([\d.]+)"', svg)]
        assert heights == sorted(heights)
        assert heights[0] > drawing.TOP
        assert max(y for y in heights if y != 596) <= drawing.BOTTOM
        drawn = Image.open(io.BytesIO(card.png()))
        margin = drawn.crop((drawing.WORDS - drawing.RIGHT + 2, 0, drawing.WORDS, drawing.HEIGHT - 14))
        assert margin.getcolors() == [(margin.width * margin.height, (0xFB, 0xF6, 0xEA))]


def test_what_people_type_is_no_markup():
    assert "<b>" not in drawing.words(SocialCard("<b>&\"'"))
    assert SocialCard("<b>&\"'").png()


@pytest.mark.sampled
@pytest.mark.parametrize("family", FAMILIES)
def test_every_family_is_drawn_the_same_every_time(family):
    card = SocialCard("Làng Gốm", "Hà Nội", "Một dòng.", family, "seed")
    first = card.png()
    assert Image.open(io.BytesIO(first)).size == (1200, 630)
    assert card.png() == first
    assert card.etag() == SocialCard("Làng Gốm", "Hà Nội", "Một dòng.", family, "seed").etag()


# --- the addresses ---------------------------------------------------------------------------------------------------


@pytest.fixture
def village(db):
    make.site_tree()
    return make.make_village({"vi": "Làng Gốm", "en": "Pot Village"})


def test_a_record_has_a_card_in_each_language(client, village):
    vietnamese = client.get(f"/social/vi/villages/{village.slug}.png")
    english = client.get(f"/social/en/villages/{village.slug}.png")
    assert opened(vietnamese).size == (1200, 630)
    assert opened(vietnamese).format == "PNG"
    assert vietnamese.content != english.content
    assert vietnamese["Cache-Control"] == "public, max-age=86400"


def test_an_unchanged_card_is_not_sent_again(client, village):
    address = f"/social/vi/villages/{village.slug}.png"
    etag = client.get(address)["ETag"]
    assert re.fullmatch(r'"[0-9a-f]{32}"', etag)
    again = client.get(address, headers={"If-None-Match": etag})
    assert (again.status_code, again.content) == (304, b"")
    village.name = {"vi": "Làng Gốm Mới"}
    village.save()
    assert client.get(address, headers={"If-None-Match": etag}).status_code == 200


def test_its_etag_stays_strong_where_texts_are_compressed(client, village):
    answer = client.get(f"/social/vi/villages/{village.slug}.png", headers={"Accept-Encoding": "gzip"})
    assert "Content-Encoding" not in answer
    assert answer["ETag"].startswith('"')


def test_it_is_drawn_once_while_the_cache_holds_it(client, village, settings, monkeypatch):
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "social"}}
    drawn = []
    monkeypatch.setattr(SocialCard, "png", lambda card: drawn.append(card) or b"PNG")
    for _ in range(3):
        assert client.get(f"/social/vi/villages/{village.slug}.png").content == b"PNG"
    assert len(drawn) == 1


def test_nothing_is_written(client, village):
    with CaptureQueriesContext(connection) as captured:
        client.get(f"/social/vi/villages/{village.slug}.png")
    assert all(query["sql"].startswith("SELECT") for query in captured.captured_queries)
    assert len(captured) <= 4
    assert not CreditedRendition.objects.exists()


def test_stories_sections_and_home_have_cards(client, village):
    story = make.make_story(title="Câu chuyện", subject=village)
    for address in (f"stories/{story.slug}", "villages", "stories", "map", "events", "home"):
        assert opened(client.get(f"/social/vi/{address}.png")).size == (1200, 630)
    assert client.get(f"/social/en/stories/{story.slug}.png").status_code == 200  # the story's only language


def test_what_the_public_cant_see_has_none(client, village):
    story = make.make_story(title="Câu chuyện", subject=village)
    PageViewRestriction.objects.create(page=story, restriction_type="login")
    village.live = False
    village.save()
    for address in (
        f"vi/villages/{village.slug}", "vi/villages/nowhere", "vi/nowhere/x", "vi/nowhere", "xx/villages", "xx/home",
        f"vi/stories/{story.slug}", "vi/stories/nowhere", "vi/home/x", f"vi/products/{village.slug}",
    ):  # fmt: skip
        assert client.get(f"/social/{address}.png").status_code == 404, address


def test_a_photograph_is_on_the_card_with_its_credit(client, village):
    picture = Image.new("RGB", (900, 720), (10, 200, 10))
    written = io.BytesIO()
    picture.save(written, "JPEG")
    image = make.make_image("Green", credit="A. Person", licence="CC BY 4.0")
    image.file = ImageFile(written, name="green.jpg")
    image.save()
    before = client.get(f"/social/vi/villages/{village.slug}.png")["ETag"]
    village.image = image
    village.save()
    answer = client.get(f"/social/vi/villages/{village.slug}.png")
    assert answer["ETag"] != before
    assert opened(answer).convert("RGB").getpixel((900, 300))[1] > 150
    assert "A. Person, CC BY 4.0" in drawing.words(SocialCard("x", credit="Ảnh: A. Person, CC BY 4.0"))


# --- the head of a page ----------------------------------------------------------------------------------------------


def meta(client, url):
    html = client.get(url).content.decode()
    return dict(re.findall(r'<meta (?:property|name)="((?:og|twitter):[\w:]+)" content="([^"]*)"', html))


def test_a_page_names_its_card(client, village):
    shown = meta(client, village.get_url("en"))
    assert shown["og:image"] == f"http://testserver/social/en/villages/{village.slug}.png"
    assert (shown["og:image:width"], shown["og:image:height"]) == ("1200", "630")
    assert shown["og:image:alt"].startswith("Pot Village. ")
    assert shown["og:title"] == "Pot Village"
    assert shown["og:type"] == "website"
    assert shown["og:url"] == f"http://testserver{village.get_url('en')}"
    assert shown["og:locale"] == "en_GB"
    assert shown["twitter:card"] == "summary_large_image"


def test_stories_lists_and_home_do_too(client, village):
    story = make.make_story(title="Câu chuyện", subject=village)
    assert meta(client, story.url)["og:type"] == "article"
    for url in (story.url, "/vi/", "/vi/villages/", "/vi/map/"):
        shown = meta(client, url)
        assert shown["og:title"]
        assert opened(client.get(shown["og:image"].removeprefix("http://testserver"))).size == (1200, 630)


def test_an_error_names_none(client, village):
    assert meta(client, "/vi/villages/nowhere/") == {}
