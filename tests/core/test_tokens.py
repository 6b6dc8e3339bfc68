"""The colours of the token file keep their contrast in both schemes; its z-indices stand above Leaflet's."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

TOKENS = (Path(__file__).resolve().parents[2] / "static/css/tokens.css").read_text("utf-8")
GROUNDS = ("paper", "paper-deep", "raised")
FILLS = ("indigo-fill", "jade-fill", "lacquer-fill")
WASHES = ("wash-gold", "wash-jade", "wash-lacquer")

# Words, 4.5:1 (WCAG 1.4.3).
WORDS = [
    *((text, ground) for text in ("ink", "ink-soft", "lacquer", "jade", "gold") for ground in GROUNDS),
    *((text, fill) for text in ("on-fill", "on-fill-soft") for fill in FILLS),
    ("on-fill", "lacquer-deep"),
    *((text, wash) for text in ("ink", "ink-soft") for wash in WASHES),
    ("gold", "wash-gold"),
    ("jade", "wash-jade"),
    ("lacquer", "wash-lacquer"),
]
# Edges of controls, the focus, marks that carry meaning, 3:1 (WCAG 1.4.11).
LINES = [(line, ground) for line in ("line-strong", "jade", "clay") for ground in GROUNDS]


def colours(scheme):
    """Every colour token of `scheme`; the dark ones stand over the light ones."""
    light, dark = TOKENS.split("@media (prefers-color-scheme: dark)")
    found = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6});", light))
    return found | (dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6});", dark)) if scheme == "dark" else {})


def luminance(colour):
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_measure_is_right():
    assert contrast("#fff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#fff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("pairs", "least"), [(WORDS, 4.5), (LINES, 3)], ids=["words", "lines"])
def test_contrast(scheme, pairs, least):
    token = colours(scheme)
    measured = {pair: round(contrast(token[pair[0]], token[pair[1]]), 2) for pair in pairs}
    assert {pair: value for pair, value in measured.items() if value < least} == {}


def test_the_dark_scheme_names_only_what_the_light_one_has():
    assert set(colours("dark")) == set(colours("light"))


def test_what_lies_over_the_page_lies_over_leaflet():
    ladder = [int(value) for value in re.findall(r"--z-[\w-]+: (\d+);", TOKENS)]
    assert ladder == sorted(ladder)
    assert min(ladder) > 1000


@pytest.mark.parametrize("group", ["text-m", "title-xl", "leading", "s4", "r-m", "shadow", "ease", "quick", "z-menu"])
def test_every_kind_of_value_has_its_token(group):
    assert f"--{group}: " in TOKENS
