"""What is said in English stands inside lang="en" on Vietnamese and Indonesian pages, until it is translated."""

from __future__ import annotations

import pytest
from tests import worded_world
from tests.html import parse

pytestmark = pytest.mark.django_db


def unmarked(element, language, found):
    """Collect the English texts (◆) that stand in another language."""
    language = element.get("lang", language)
    texts = [element.text or "", *(element.get(name, "") for name in ("alt", "aria-label", "title"))]
    if element.tag not in ("script", "style", "template", "option", "title") and language != "en":
        found += [text.strip() for text in texts if "◆" in text]
    for child in element:
        unmarked(child, language, found)
        if "◆" in (child.tail or "") and language != "en":
            found.append(child.tail.strip())
    return found


@pytest.mark.parametrize("language", ["vi", "id"])
def test_english_words_are_marked_on_every_page(client, frozen_now, language):
    wrong = []
    for path in worded_world.build():
        response = client.get(f"/{language}/{path}")
        assert response.status_code == 200, path
        body = parse(response.content, path).root.find("body")
        wrong += [f"{path}: {text}" for text in unmarked(body, language, [])]
    assert not wrong, "\n".join(dict.fromkeys(wrong))
