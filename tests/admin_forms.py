"""What a browser would post from the admin's forms."""

from __future__ import annotations

from html.parser import HTMLParser

from django.urls import reverse


def url(record, name, *args):
    viewset = type(record).snippet_viewset
    return reverse(viewset.get_url_name(name), args=args)


class FormReader(HTMLParser):
    """Collects what a browser would post from the editor's form, untouched."""

    def __init__(self):
        super().__init__()
        self.inside, self.data, self.attrs = False, [], {}
        self.select = self.textarea = self.option = None

    def handle_starttag(self, tag, attributes):
        attrs = dict(attributes)
        if tag == "form" and "data-edit-form" in attrs:
            self.inside, self.attrs = True, attrs
        if not self.inside or "disabled" in attrs:
            return
        kind = attrs.get("type", "text")
        if tag == "input" and attrs.get("name") and kind not in ("submit", "button", "file"):
            if kind not in ("checkbox", "radio") or "checked" in attrs:
                self.data.append((attrs["name"], attrs.get("value") or ("on" if kind == "checkbox" else "")))
        elif tag == "select":
            self.select, self.option = attrs.get("name"), None
            self.multiple, self.first, self.chosen = "multiple" in attrs, None, False
        elif tag == "option" and self.select:
            self.first = attrs.get("value", "") if self.first is None else self.first
            if "selected" in attrs:
                self.chosen = True
                self.data.append((self.select, attrs.get("value", "")))
        elif tag == "textarea":
            self.textarea = [attrs.get("name"), ""]

    def handle_data(self, data):
        if self.textarea:
            self.textarea[1] += data

    def handle_endtag(self, tag):
        if tag == "form":
            self.inside = False
        elif tag == "select" and self.select:
            if not self.chosen and not self.multiple and self.first is not None:
                self.data.append((self.select, self.first))
            self.select = None
        elif tag == "textarea" and self.textarea:
            self.data.append((self.textarea[0], self.textarea[1].removeprefix("\n")))
            self.textarea = None


def form_of(response):
    assert response.status_code == 200
    reader = FormReader()
    reader.feed(response.content.decode())
    data = {}
    for name, value in reader.data:
        data.setdefault(name, []).append(value)
    return reader.attrs, data
