"""Narrative blocks: each shows its preview, keeps its rules, gives its words to search and to translators."""

from __future__ import annotations

import json
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.template.loader import get_template
from django.utils.translation import override
from tests.factories import make_image, make_story, make_village, site_tree
from wagtail.admin.views.generic.preview import StreamFieldBlockPreview
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.documents import get_document_model
from wagtail_localize.segments import OverridableSegmentValue, StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from core import languages
from core.blocks.narrative import NarrativeBlock, plain_text
from core.gallery.block_samples import BLOCKS

KINDS = NarrativeBlock().child_blocks
LANGUAGES = ("vi", "en", "id")
pytestmark = [pytest.mark.django_db, pytest.mark.sampled(3)]


def block(kind):
    return KINDS[kind]


def value(kind, **changes):
    return block(kind).normalize({**dict(block(kind).get_preview_value()), **changes})


def document(name):
    return get_document_model().objects.create(title=name, file=ContentFile(BytesIO(b"x").read(), name=name))


def refusal(kind, **changes):
    """Return the fields that refuse a value, with their messages."""
    with pytest.raises(StructBlockValidationError) as caught:
        block(kind).clean(value(kind, **changes))
    return {name: error.messages[0] for name, error in caught.value.block_errors.items()}


# --- previews --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_block_shows_its_preview(kind, language):
    make_village()
    with override(language):
        html = block(kind).render(block(kind).get_preview_value())
    assert html.strip()
    assert "⚠undefined" not in html
    assert " style=" not in html
    assert "onclick" not in html


@pytest.mark.parametrize("kind", KINDS)
def test_every_block_describes_itself_and_can_be_previewed_in_the_picker(kind, rf):
    meta = block(kind).meta
    assert str(meta.label)
    assert str(meta.description)
    assert meta.icon != "placeholder"
    assert get_template(meta.template)
    assert block(kind).is_previewable
    request = rf.get("/admin/block-preview/", {"id": block(kind).definition_prefix})
    html = StreamFieldBlockPreview.as_view()(request).render().content.decode()
    assert "css/site.css" in html


def test_every_block_has_a_sample():
    assert set(BLOCKS) == set(KINDS)


# --- rules -----------------------------------------------------------------------------------------------------------


def test_a_name_or_a_portrait_needs_recorded_consent():
    with override("en"):
        found = refusal("portrait", name="◆", image=make_image(), consent=False)
    assert found.keys() == {"name", "image"}
    assert found["name"].startswith("Name: tick “Consent recorded”")
    assert found["image"].startswith("Portrait: tick “Consent recorded”")
    assert refusal("portrait", name="", image=make_image(), consent=False).keys() == {"image"}
    assert block("portrait").clean(value("portrait", name="◆", image=make_image(), consent=True))
    assert block("portrait").clean(value("portrait", name="", image=None, consent=False))


def test_a_quote_with_a_name_needs_a_note_of_consent():
    with override("en"):
        assert "Who says it" in refusal("quote", said_by="◆", consent_note=" ")["consent_note"]
    assert block("quote").clean(value("quote", said_by="", consent_note=""))
    assert block("quote").clean(value("quote", said_by="◆", consent_note="asked on 3 March"))


def test_the_note_of_consent_stays_between_editors():
    quote = value("quote", said_by="◆", consent_note="asked on 3 March")
    assert "3 March" not in block("quote").render(quote)
    assert "3 March" not in json.dumps(block("quote").get_api_representation(quote))


@pytest.mark.parametrize("transcript", ["", "<p></p>", "<p> </p>"])
def test_media_needs_a_transcript(transcript):
    assert refusal("media", file=document("a.mp3"), transcript=transcript).keys() == {"transcript"}


def test_media_takes_files_that_browsers_play():
    assert refusal("media", file=document("a.pdf")).keys() == {"file"}
    for name in ("a.mp4", "a.webm", "a.mp3", "a.ogg", "a.m4a"):
        cleaned = block("media").clean(value("media", file=document(name)))
        html = block("media").render(cleaned)
        assert "<video" in html if name.endswith(("mp4", "webm")) else "<audio" in html
        assert 'preload="none"' in html
        assert " controls" in html


def test_captions_are_vtt_files_in_a_language():
    captions = [{"language": "vi", "file": document("a.vtt")}]
    html = block("media").render(block("media").clean(value("media", file=document("a.mp4"), captions=captions)))
    assert 'kind="captions"' in html
    assert 'srclang="vi"' in html
    assert f'label="{languages.native_name("vi")}"' in html
    with pytest.raises(StructBlockValidationError):
        block("media").clean(
            value("media", file=document("a.mp4"), captions=[{"language": "vi", "file": document("a.pdf")}])
        )


def test_a_call_leads_to_exactly_one_place():
    village = make_village()
    assert refusal("call", url="").keys() == {"url"}
    assert refusal("call", record=[("village", village)]).keys() == {"url"}
    cleaned = block("call").clean(value("call", url="", record=[("village", village)]))
    assert village.url in block("call").render(cleaned)
    cleaned["record"][0].value.live = False
    assert block("call").render(cleaned).strip() == ""


def test_a_gallery_works_without_scripts():
    pictures = [{"image": make_image(f"Picture {number}", credit="◆"), "caption": f"◇{number}"} for number in (1, 2)]
    html = block("gallery").render(value("gallery", pictures=pictures))
    assert html.count('class="gallery__picture" href="/media/') == 2
    assert "◇1" in html
    assert "◆" in html


# --- words -----------------------------------------------------------------------------------------------------------

ROW = {"type": "item", "id": "11111111-1111-4111-8111-111111111111"}


def body(village, image, film, vtt):
    """One of each block, as the table holds it; every word a reader sees starts with ◆."""
    raw = {
        "text": {"heading": "◆1", "text": "<p>◆2</p>"},
        "picture": {"image": image.pk, "caption": "◆3"},
        "gallery": {"heading": "◆4", "pictures": [{**ROW, "value": {"image": image.pk, "caption": "◆5"}}]},
        "quote": {"text": "◆6", "said_by": "◆7", "consent_note": "a note"},
        "steps": {
            "heading": "◆8",
            "steps": [
                {**ROW, "value": {"title": "◆9", "text": "◆10", "image": None, "duration": "◆11", "tool": "◆12"}}
            ],
        },
        "materials": {
            "heading": "◆13",
            "materials": [{**ROW, "value": {"name": "◆14", "use": "◆15", "origin": "◆16"}}],
        },
        "portrait": {"name": "◆17", "role": "◆18", "image": image.pk, "words": "<p>◆19</p>", "consent": True},
        "timeline": {"heading": "◆20", "entries": [{**ROW, "value": {"when": "◆21", "title": "◆22", "text": "◆23"}}]},
        "media": {
            "title": "◆24",
            "file": film.pk,
            "captions": [{**ROW, "value": {"language": "vi", "file": vtt.pk}}],
            "transcript": "<p>◆25</p>",
        },
        "visit": {"heading": "◆26", "text": "<p>◆27</p>"},
        "records": {"heading": "◆28", "records": [{"type": "village", "value": village.pk}]},
        "call": {
            "heading": "◆29",
            "text": "◆30",
            "label": "◆31",
            "record": [],
            "url": "https://example.org/",
        },
    }
    return [
        {"type": kind, "value": raw[kind], "id": f"{number:08d}-0000-4000-8000-000000000000"}
        for number, kind in enumerate(KINDS)
    ]


@pytest.fixture
def story():
    site_tree()
    village = make_village()
    raw = body(village, make_image(credit="◇"), document("a.mp4"), document("a.vtt"))
    return make_story("vi", "Chuyện", subject=village, body=json.dumps(raw))


def test_every_word_is_found_and_read(story):
    words = plain_text(story.body).split()
    assert [word for word in words if word.startswith("◆")] == [f"◆{number}" for number in range(1, 32)]
    assert len(words) == 31  # no note, address, language or number among them


def test_words_are_translated_and_files_stay(story):
    story.refresh_from_db()
    segments = [segment for segment in extract_segments(story) if segment.path.startswith("body.")]
    strings = [segment.string.data for segment in segments if isinstance(segment, StringSegmentValue)]
    assert sorted(strings, key=lambda word: int(word[1:])) == [f"◆{number}" for number in range(1, 32)]
    kept = [segment for segment in segments if isinstance(segment, OverridableSegmentValue)]
    names = sorted(segment.path.rsplit(".", 1)[-1] for segment in kept if "records" not in segment.path)
    assert names == ["file", "file", "image", "image", "image", "url"]  # the same everywhere unless overridden


def test_every_block_stands_on_a_page(story, client):
    html = client.get(story.url).content.decode()
    assert "⚠undefined" not in html
    for number in range(1, 32):
        assert f"◆{number}" in html, number
    assert "a note" not in html
