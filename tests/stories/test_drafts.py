"""A story as its editor sees it: a draft and an older revision hold their subjects in memory, not in the table."""

from __future__ import annotations

import pytest
from django.urls import reverse
from tests import factories as make

pytestmark = pytest.mark.django_db


def test_drafts_and_revisions_show_their_own_subjects(admin_client):
    make.site_tree()
    village, other = make.make_village("Bát Tràng"), make.make_village("Vạn Phúc")
    story = make.make_story(subject=village)
    first = story.save_revision()
    row = story.subjects.get()
    row.village = other
    story.subjects = [row]
    story.title = "Drafted"
    second = story.save_revision()
    assert [subject.record for subject in second.as_object().subject_rows] == [other]
    for revision, shown in ((first, village), (second, other)):
        address = reverse("wagtailadmin_pages:revisions_view", args=(story.pk, revision.pk))
        page = admin_client.get(address).content.decode()
        assert f"/vi/villages/{shown.slug}/" in page
    assert admin_client.get(reverse("wagtailadmin_pages:view_draft", args=(story.pk,))).status_code == 200
