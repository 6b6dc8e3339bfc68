"""Reading pages in tests: strict HTML, links, visible words."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit
from xml.etree.ElementTree import Element

import html5lib

REFERENCES = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns")
FETCHED = {"img": "src", "script": "src", "iframe": "src", "source": "srcset", "video": "src", "audio": "src"}
# html5lib 1.1 follows the specification of 2014: these are valid today.
OUTDATED_COMPLAINTS: set[str] = set()


@dataclass
class Document:
    """A parsed page and what is wrong with it."""

    root: Element
    url: str
    faults: list[str] = field(default_factory=list)

    def all(self, tag: str) -> list[Element]:
        """Return every element with a tag name."""
        return list(self.root.iter(tag))

    @property
    def language(self) -> str:
        """Return `<html lang>`."""
        return self.root.get("lang", "")

    def links(self) -> list[str]:
        """Return the internal addresses that the page's links lead to, without fragments."""
        found = []
        for element in self.all("a"):
            parts = urlsplit(urljoin(self.url, element.get("href", "")))
            if parts.scheme in ("http", "https") and parts.hostname in ("testserver", "localhost"):
                found.append(parts._replace(scheme="", netloc="", fragment="").geturl())
        return found

    def head_links(self, rel: str) -> list[Element]:
        """Return the `<link>` elements with a relation."""
        return [element for element in self.all("link") if element.get("rel") == rel]


def parse(content: bytes, url: str) -> Document:
    """Parse a page strictly and note every fault of its structure."""
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"), namespaceHTMLElements=False)
    root = parser.parse(content.decode())
    document = Document(root, f"http://testserver{url}")
    document.faults += [f"{code} {data}" for _position, code, data in parser.errors if code not in OUTDATED_COMPLAINTS]
    document.faults += _identity_faults(document) + _heading_faults(document) + _request_faults(document)
    return document


def _identity_faults(document: Document) -> list[str]:
    ids = [element.get("id") for element in document.root.iter() if element.get("id")]
    faults = [f"duplicate id {name}" for name in set(ids) if ids.count(name) > 1]
    for element in document.root.iter():
        for attribute in REFERENCES:
            for target in element.get(attribute, "").split():
                if target not in ids:
                    faults.append(f"{attribute}={target} points nowhere")
        href = element.get("href", "")
        if element.tag == "a" and href.startswith("#") and href[1:] not in ids:
            faults.append(f"href={href} points nowhere")
    return faults


def _heading_faults(document: Document) -> list[str]:
    count = len(document.all("h1"))
    return [] if count == 1 else [f"{count} h1 elements"]


def _request_faults(document: Document) -> list[str]:
    faults = []
    for element in document.root.iter():
        if element.get("style") is not None:
            faults.append(f"inline style on {element.tag}")
        attribute = FETCHED.get(str(element.tag), "")
        address = element.get(attribute, "") if attribute else ""
        if element.tag == "link" and element.get("rel") in ("stylesheet", "icon", "preload", "modulepreload"):
            address = element.get("href", "")
        if urlsplit(address).netloc:
            faults.append(f"request to another host: {address}")
        if element.tag == "script" and not element.get("src") and "json" not in element.get("type", ""):
            faults.append("inline script")
        if element.tag == "style":
            faults.append("inline style sheet")
    return faults


def words_of(document: Document) -> list[str]:
    """Return every text that a person reads or hears, piece by piece."""
    pieces: list[str] = []
    _collect(document.root.find("body"), pieces)
    title = document.root.find("head/title")
    if title is not None:
        pieces.append(title.text or "")
    return [piece.strip() for piece in pieces if piece and piece.strip()]


def _collect(element: Element | None, pieces: list[str]) -> None:
    if element is None or element.tag in ("script", "style", "template"):
        return
    pieces += [element.get(name, "") for name in ("aria-label", "alt", "title", "placeholder")]
    pieces.append(element.text or "")
    for child in element:
        _collect(child, pieces)
        pieces.append(child.tail or "")
