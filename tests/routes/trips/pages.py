"""Reading and submitting the plan page as a browser without scripts does."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import parse_qsl

PAGE = "/en/plan/"


def get(client, query="", path=PAGE):
    """Ask for a page."""
    return client.get(f"{path}?{query}" if query else path)


def text_of(response):
    return unescape(response.content.decode())


def submit(client, response, **changes):
    """Send the page's form as a browser would, with changed fields or a button; follow to the plan's own address."""
    fields = fields_of(response)
    answer = client.get(PAGE, {**fields, **changes})
    assert answer.status_code == 302, text_of(answer)
    return client.get(answer["Location"].partition("#")[0])


def fields_of(response):
    """What a browser would send of the form: its inputs and chosen options."""
    html = text_of(response)
    form = html[html.index('id="plan-form"') : html.index("</form>", html.index('id="plan-form"'))]
    fields = {}
    for tag in re.findall(r"<input[^>]*>", form):
        attributes = dict(re.findall(r'([\w-]+)="([^"]*)"', tag))
        box = attributes.get("type") in ("checkbox", "radio")
        if not box or " checked" in tag:
            fields[attributes["name"]] = attributes.get("value", "")
    for name, options in re.findall(r'<select[^>]*name="([^"]+)"[^>]*>(.*?)</select>', form, re.DOTALL):
        chosen = re.findall(r'<option value="([^"]*)" selected', options) or re.findall(r'value="([^"]*)"', options)
        fields[name] = chosen[0]
    return fields


def query_of(response):
    return dict(parse_qsl(response.wsgi_request.META["QUERY_STRING"]))


def order_of(page):
    """The codes of the days' stops, as they stand on the page."""
    return re.findall(r'<li class="plan-stop" id="stop-(\w{6})"', text_of(page))
