"""The app's configuration."""

from __future__ import annotations

from django.apps import AppConfig


class StoriesConfig(AppConfig):
    """Stories about records."""

    name = "stories"

    def ready(self) -> None:
        """Register cards, pages and lists with core."""
        from core import cards, detail
        from stories import cards as story_cards
        from stories import views

        cards.register("stories.StoryPage", story_cards.story_card)
        detail.register_listing("stories.StoryIndexPage", "stories/stories.html", views.story_list)
        detail.register_listing("stories.StoryPage", "stories/story.html", views.story_detail)
