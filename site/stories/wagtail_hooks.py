"""Registrations of the admin screens of stories."""

from __future__ import annotations

from wagtail import hooks

from stories.viewsets import StoryListing


@hooks.register("register_admin_viewset")
def story_listing() -> StoryListing:
    """Register the list of stories."""
    return StoryListing()
