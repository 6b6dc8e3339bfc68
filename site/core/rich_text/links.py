"""The rich-text features `record-link` and `web-link`: how they are stored, edited and shown.

A record link is stored as `<a linktype="record" data-record="products/non-lang-chuong">`: the same in every language
and for ever, so a translation keeps it and each reader gets the address in their own language.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.urls import reverse_lazy
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from draftjs_exporter.dom import DOM
from wagtail.admin.rich_text.converters.contentstate import link_entity
from wagtail.admin.rich_text.converters.html_to_contentstate import ExternalLinkElementHandler, LinkElementHandler
from wagtail.admin.rich_text.editors.draftail.features import EntityFeature
from wagtail.rich_text import LinkHandler
from wagtail.rich_text.feature_registry import FeatureRegistry

from core.models import Record
from core.rich_text import targets

ENTITY = "RECORD-LINK"
UNLINKED = "<a>"  # an anchor without an address is plain text (HTML Living Standard, 4.5.1)


class RecordLinkHandler(LinkHandler):
    """Shows stored record links in the reader's language; a record that isn't live leaves its plain text."""

    identifier = "record"

    @classmethod
    def expand_db_attributes(cls, attrs: dict[str, str]) -> str:
        """Return the opening tag of one link."""
        return cls.expand_db_attributes_many([attrs])[0]

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, str]]) -> list[str]:
        """Return the opening tags of a text's links."""
        references = [attrs.get("data-record", "") for attrs in attrs_list]
        there = targets.shown(references)
        return [_opening_tag(reference) if reference in there else UNLINKED for reference in references]

    @classmethod
    def extract_references(cls, attrs: dict[str, str]) -> Iterator[tuple[type[Record], str, str, str]]:
        """Tell Wagtail's reference index which record the text mentions, so that its usage is known."""
        key = targets.record_key(attrs.get("data-record", ""))
        if key is not None:
            yield key[0], str(key[1]), "", ""


def _opening_tag(reference: str) -> str:
    return format_html('<a href="{}">', targets.address(reference))


class RecordLinkElementHandler(LinkElementHandler):
    """Gives the editor a stored link with the name of what it leads to."""

    def get_attribute_data(self, attrs: dict[str, str]) -> dict[str, str]:
        """Return the entity's data: `record` is stored, `label` and `url` are for the tooltip."""
        reference = attrs.get("data-record", "")
        target = targets.one(reference)
        if target is None:
            return {
                "record": reference,
                "label": _("Not shown to the public: %(address)s") % {"address": reference},
                "url": "",
            }
        return {"record": reference, "label": target.name, "url": target.address}


def record_link_element(props: dict[str, Any]) -> Any:
    """Return the stored element of an entity."""
    return DOM.create_element("a", {"linktype": "record", "data-record": props.get("record", "")}, props["children"])


def register_record_link(features: FeatureRegistry) -> None:
    """Register links to records: toolbar button and chooser, storage, display."""
    features.register_link_type(RecordLinkHandler)
    data = {
        "type": ENTITY,
        "icon": "snippet",
        "description": gettext_lazy("Link to a record or story"),
        "attributes": ["record", "label", "url"],
        "chooserUrls": {"record": reverse_lazy("record_link")},
    }
    features.register_editor_plugin("draftail", "record-link", EntityFeature(data, js=["js/admin/record_link.js"]))
    rule = {
        "from_database_format": {'a[linktype="record"]': RecordLinkElementHandler(ENTITY)},
        "to_database_format": {"entity_decorators": {ENTITY: record_link_element}},
    }
    features.register_converter_rule("contentstate", "record-link", rule)


def register_web_link(features: FeatureRegistry) -> None:
    """Register Wagtail's own link without its page chooser: a web address, e-mail, telephone or anchor."""
    data = {
        "type": "LINK",
        "icon": "link",
        "description": gettext_lazy("Link to the web or to an e-mail address"),
        "attributes": ["url"],
        "allowlist": {"href": "^(http:|https:|mailto:|#|undefined$)"},
        "chooserUrls": {
            "pageChooser": reverse_lazy("wagtailadmin_choose_page_external_link"),  # what a new link opens with
            "externalLinkChooser": reverse_lazy("wagtailadmin_choose_page_external_link"),
            "emailLinkChooser": reverse_lazy("wagtailadmin_choose_page_email_link"),
            "phoneLinkChooser": reverse_lazy("wagtailadmin_choose_page_phone_link"),
            "anchorLinkChooser": reverse_lazy("wagtailadmin_choose_page_anchor_link"),
        },
    }
    plugin = EntityFeature(data, js=["wagtailadmin/js/page-chooser-modal.js"])
    features.register_editor_plugin("draftail", "web-link", plugin)
    rule = {
        "from_database_format": {"a[href]": ExternalLinkElementHandler("LINK")},
        "to_database_format": {"entity_decorators": {"LINK": link_entity}},
    }
    features.register_converter_rule("contentstate", "web-link", rule)
