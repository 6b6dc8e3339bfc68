"""Words that were written to show the software say so in the editor, until a person has made them his own."""

from __future__ import annotations

import pytest
from django.template import engines
from django.urls import reverse
from tests import factories

pytestmark = pytest.mark.django_db
LABEL = "Demonstration content."


@pytest.mark.parametrize("is_demonstration", [True, False])
def test_the_editor_is_told_what_is_demonstration_content(admin_client, admin_user, monkeypatch, is_demonstration):
    monkeypatch.setattr(engines["django"].engine, "string_if_invalid", "")  # Wagtail's templates rely on it
    factories.site_tree()
    village = factories.make_village()
    pages = [
        factories.narrative(village, "en", is_demonstration=is_demonstration),
        factories.make_story("en", subject=village, is_demonstration=is_demonstration),
    ]
    for page in pages:
        html = admin_client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]), HTTP_ACCEPT_LANGUAGE="en")
        assert (LABEL in html.content.decode()) is is_demonstration


def test_the_label_is_said_to_editors_only(client):
    factories.site_tree()
    village = factories.make_village()
    factories.narrative(village, "en", is_demonstration=True)
    assert LABEL not in client.get(village.get_url("en")).content.decode()
