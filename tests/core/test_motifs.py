"""Motifs: the same bytes for ever, small, valid, strict-CSP clean, and one name for one definition.

After a deliberate change of a drawing, look at the sheet (`python docs/tools/motif_sheet.py`) and renew the digests:

    RENEW_MOTIF_DIGESTS=1 python -m pytest tests/core/test_motifs.py -p no:xdist
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path
from xml.etree import ElementTree

import pytest

from core.motifs import FAMILIES, SIZES, compose, standalone
from core.motifs.registry import VARIANTS
from crafts.models import CraftFamily

DIGESTS = Path(__file__).with_name("motif_digests.json")
SEEDS = ("bat-trang", "van-phuc", "chuong", "phu-vinh", "ha-thai", "trusmi", "sukarara", "ba-na", "", "Đường Làng")
DIGEST_SEEDS = 12  # records of each family and size in one digest
SITE = Path(__file__).resolve().parents[2] / "site"
ALLOWED = {"svg", "defs", "pattern", "g", "path", "circle", "ellipse", "rect", "use"}
SVG = "{http://www.w3.org/2000/svg}"


def digest(family: str, size: str) -> str:
    drawn = "".join(standalone(compose(family, f"record-{number}", size)) for number in range(DIGEST_SEEDS))
    return hashlib.sha256(drawn.encode()).hexdigest()


def test_families_are_those_of_the_crafts():
    assert set(FAMILIES) == set(CraftFamily.values)


def test_an_unknown_family_gets_the_village_road():
    assert compose("unheard-of", "x").family == "community"
    assert compose("unheard-of", "x") == compose("community", "x")


def test_an_unknown_size_is_an_error():
    with pytest.raises(KeyError):
        compose("pottery", "x", "poster")


def test_digests_have_not_changed():
    drawn = {family: {size: digest(family, size) for size in SIZES} for family in FAMILIES}
    if os.environ.get("RENEW_MOTIF_DIGESTS"):
        DIGESTS.write_text(json.dumps(drawn, indent=1) + "\n", encoding="utf-8")
    known = json.loads(DIGESTS.read_text("utf-8"))
    changed = [family for family in FAMILIES if drawn[family] != known.get(family)]
    assert not changed, f"drawn differently than before: {changed}; if you meant it, see the top of this file"


def test_another_process_draws_the_same_bytes():
    code = (
        "from core.motifs import FAMILIES, compose, standalone\n"
        "print(hash(tuple(FAMILIES)), *(standalone(compose(family, 'bat-trang')) for family in FAMILIES), sep='\\n')"
    )
    environment = {"PYTHONHASHSEED": "4711", "PYTHONPATH": str(SITE), "PYTHONIOENCODING": "utf-8"}
    result = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert result.stdout.splitlines()[1:] == [standalone(compose(family, "bat-trang")) for family in FAMILIES]


@pytest.mark.parametrize("family", FAMILIES)
def test_documents_are_small_and_valid(family):
    seen = set()
    for size, (width, height) in SIZES.items():
        for seed in (*SEEDS, *map(str, range(40))):
            motif = compose(family, seed, size)
            document = standalone(motif)
            seen.add(motif.variant)
            assert len(document.encode()) <= 8 * 1024, (motif.variant, size, seed)
            assert len(motif.body.encode()) <= 1536, (motif.variant, size, seed)
            assert sum(len(markup.encode()) for _, markup in motif.defs) <= 5 * 1024, motif.variant
            root = ElementTree.fromstring(document)
            assert root.tag == SVG + "svg"
            assert root.get("viewBox") == f"0 0 {width} {height}"
            assert {element.tag.removeprefix(SVG) for element in root.iter()} <= ALLOWED
    assert seen == {variant.name for variant in VARIANTS[family]}, "no variant is out of the dice's reach"


@pytest.mark.parametrize("family", FAMILIES)
def test_nothing_a_strict_policy_forbids_and_nothing_from_outside(family):
    for seed in SEEDS:
        motif = compose(family, seed)
        root = ElementTree.fromstring(standalone(motif))
        ids = [element.get("id") for element in root.iter() if element.get("id")]
        assert len(ids) == len(set(ids))
        assert all(name.startswith("m-") for name in ids)
        assert {key for key, _ in motif.defs} <= set(ids)
        for element in root.iter():
            assert "style" not in element.attrib
            assert "class" not in element.attrib
            assert not [name for name in element.attrib if name.startswith("on")]
            assert element.get("href", "#").startswith("#")
        referred = set(re.findall(r'(?:href="#|url\(#)([^")]+)', standalone(motif)))
        assert referred <= set(ids), "every definition a body uses comes with it"
        assert "nan" not in motif.body
        assert not re.search(r"\d\.\d{3}", motif.body), "numbers are rounded"


def test_one_name_is_one_definition_across_families():
    owner: dict[str, str] = {}
    nested: dict[str, str] = {}
    for family in FAMILIES:
        for variant in VARIANTS[family]:
            assert len(dict(variant.defs)) == len(variant.defs)
            for key, markup in variant.defs:
                assert owner.setdefault(key, markup) == markup, key
                for name in re.findall(r'\bid="([^"]+)"', markup):
                    assert nested.setdefault(name, key) == key, f"{name} lies in {nested[name]} and in {key}"


@pytest.mark.parametrize("family", FAMILIES)
def test_different_slugs_look_different(family):
    bodies = {compose(family, f"village-{number}").body for number in range(60)}
    assert len(bodies) == 60


def test_a_record_keeps_its_variant_in_every_size():
    for family in FAMILIES:
        assert len({compose(family, "bat-trang", size).variant for size in SIZES}) == 1


def test_two_hundred_take_less_than_a_second():
    started = time.process_time()
    for number in range(200):
        standalone(compose(FAMILIES[number % len(FAMILIES)], str(number)))
    assert time.process_time() - started <= 1
