"""The list of all stories, whatever their language."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.pages import PageListingViewSet

from stories.models import StoryPage


class StoryListing(PageListingViewSet):
    """Stories of every language in one list."""

    model = StoryPage
    name = "stories"
    icon = "openquote"
    menu_label = _("Stories")
    menu_order = 230
    add_to_admin_menu = True
