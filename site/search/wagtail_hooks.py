"""Registration of the admin screen of synonyms."""

from __future__ import annotations

from wagtail.snippets.models import register_snippet

from search.viewsets import SynonymViewSet

register_snippet(SynonymViewSet)
