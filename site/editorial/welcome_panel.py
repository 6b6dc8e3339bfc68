"""The first panel of the dashboard."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wagtail.admin.ui.components import Component

from editorial.welcome import work_of


class WelcomePanel(Component):
    """Greets the person who signed in, and leads to what waits for them."""

    name = "welcome"
    template_name = "editorial/welcome.html"
    order = 50

    def get_context_data(self, parent_context: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return the blocks of work of the user of the request."""
        user = parent_context["request"].user
        return {"name": user.get_full_name() or user.get_username(), "blocks": work_of(user)}
