"""Stories and the page above their list."""

from __future__ import annotations

from stories.models.pages import StoryIndexPage, StoryPage, StorySubject

__all__ = ["StoryIndexPage", "StoryPage", "StorySubject"]
