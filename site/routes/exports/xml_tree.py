"""Writing XML: elements with clean text, and the document's bytes. Pure: no Django.

GPX and KML are both written here: gpxpy, which reads GPX for us, leaves attributes unescaped when it writes, and the
address of a plan holds an ampersand.
"""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree import ElementTree as ET

from core.clean_text import clean, one_line

Element = ET.Element


def root(tag: str, **attributes: str) -> Element:
    """Return the document's outermost element; a namespace is an attribute here (`xmlns`)."""
    return Element(tag, attributes)


def add(parent: Element, tag: str, text: str = "", **attributes: str) -> Element:
    """Add an element with a line of text."""
    made = ET.SubElement(parent, tag, {name: one_line(value) for name, value in attributes.items()})
    made.text = one_line(text) or None
    return made


def add_text(parent: Element, tag: str, text: str) -> None:
    """Add an element with a line of text, unless there is nothing to say."""
    if one_line(text):
        add(parent, tag, text)


def add_lines(parent: Element, tag: str, lines: Iterable[str]) -> None:
    """Add an element with several lines, unless there is nothing to say."""
    text = clean("\n".join(line for line in lines if line)).strip()
    if text:
        ET.SubElement(parent, tag).text = text


def degrees(value: float) -> str:
    """Return a coordinate with six decimals (a tenth of a metre), never with an exponent, never minus zero."""
    return f"{round(value, 6) + 0.0:.6f}"


def document(element: Element) -> bytes:
    """Return the file."""
    ET.indent(element)
    return ET.tostring(element, encoding="utf-8", xml_declaration=True) + b"\n"
