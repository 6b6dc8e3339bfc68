"""The small map of a page: light, valid, deterministic, and showing what it says."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree

import pytest

from places.still_map import HEIGHT, LIMIT, SAFE, WIDTH, Mark, still_map

SVG = "{http://www.w3.org/2000/svg}"
HA_NOI, HOI_AN, UBUD, JAYAPURA = (21.03, 105.85), (15.88, 108.33), (-8.51, 115.26), (-2.53, 140.71)
PLACES = [
    HA_NOI,
    HOI_AN,
    UBUD,
    JAYAPURA,
    (22.33, 103.84),
    (9.18, 105.15),
    (10.29, 103.98),
    (-6.88, 109.67),
    (3.0, 131.0),
]
LONG = 'Trung tâm giới thiệu & bán sản phẩm <OCOP> "đầu tiên" ' * 4


def drawn(marks, label="Map", language="en"):
    text = still_map(marks, label, language)
    assert len(text.encode()) <= LIMIT
    return ElementTree.fromstring(text.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1))


def stops(*points):
    return [Mark(*point, f"Stop {number}", number) for number, point in enumerate(points, start=1)]


def texts(root, name):
    return [text.text for text in root.iter(f"{SVG}text") if text.get("class") == name]


def in_safe_frame(x, y):
    return abs(x - WIDTH / 2) <= SAFE[0] / 2 and abs(y - HEIGHT / 2) <= SAFE[1] / 2


@pytest.mark.parametrize("point", PLACES)
def test_one_point_is_drawn_near_the_middle_with_its_surroundings(point):
    root = drawn([Mark(*point, "Here")])
    (circle,) = [one for one in root.iter(f"{SVG}circle") if one.get("class") == "still__point"]
    assert in_safe_frame(float(circle.get("cx")), float(circle.get("cy")))
    assert texts(root, "still__name") == ["Here"]
    assert {path.get("class") for path in root.iter(f"{SVG}path")} >= {"still__sea"}


@pytest.mark.parametrize("points", [[HA_NOI, HOI_AN], [HA_NOI, UBUD, JAYAPURA], [UBUD, (-8.52, 115.3)], PLACES])
def test_stops_are_numbered_joined_and_never_cropped(points):
    root = drawn(stops(*points))
    for sign in root.iter(f"{SVG}rect"):
        assert in_safe_frame(float(sign.get("x")) + float(sign.get("width")) / 2, float(sign.get("y")) + 10)
    numbers = re.findall(r"\d+", " ".join(texts(root, "still__number")))
    assert {"1", str(len(points))} <= set(numbers)
    assert [path for path in root.iter(f"{SVG}path") if path.get("class") == "still__route"]


def test_stops_close_together_share_a_sign():
    near = [(20.9757 + step / 2000, 105.9122) for step in range(3)]
    assert texts(drawn(stops(*near)), "still__number") == ["1–3"]
    assert texts(drawn(stops(near[0], HOI_AN, near[1])), "still__number") == ["1, 3", "2"]


def test_towns_have_the_readers_names_and_cover_nothing():
    assert "Hà Nội" in texts(drawn([Mark(20.9757, 105.9122)], language="vi"), "still__town")
    assert "Hanoi" in texts(drawn([Mark(20.9757, 105.9122)], language="fr"), "still__town")
    for point in PLACES:
        root = drawn([Mark(*point)])
        assert len(texts(root, "still__town")) <= 4
        places = [(float(text.get("x")), float(text.get("y"))) for text in root.iter(f"{SVG}text")]
        assert len(set(places)) == len(places)
        assert all(in_safe_frame(*place) for place in places)


def test_the_same_points_give_the_same_bytes():
    assert still_map(stops(HA_NOI, UBUD), "A", "vi") == still_map(stops(HA_NOI, UBUD), "A", "vi")


def test_nothing_without_a_point():
    assert still_map([], "Map", "vi") == ""


def test_no_styles_and_any_words():
    root = drawn([Mark(*HA_NOI, LONG)], LONG)
    assert root.get("aria-label") == LONG
    assert root.get("role") == "img"
    assert not [element for element in root.iter() if "style" in element.attrib or element.tag == f"{SVG}style"]
    assert texts(root, "still__name") == []  # too long to stand beside its point


def test_the_far_islands_are_on_the_map():
    """Hoàng Sa and Trường Sa have no country in the basemap and are drawn whatever their size."""
    root = drawn(stops(HOI_AN, (8.65, 111.92)))
    (land,) = [path for path in root.iter(f"{SVG}path") if path.get("class") == "still__land"]
    assert land.get("d").count("h2v2h-2z") > 5


def test_a_drawn_line_replaces_the_straight_one_and_stays_light():
    wiggling = [(21.03 - step / 400, 105.85 + (step % 7) / 50) for step in range(2000)]
    text = still_map(stops(HA_NOI, HOI_AN), "Map", "en", wiggling)
    assert len(text.encode()) <= LIMIT
    assert "still__route--drawn" in text
    assert "still__route--drawn" not in still_map(stops(HA_NOI, HOI_AN), "Map", "en")
    assert text == still_map(stops(HA_NOI, HOI_AN), "Map", "en", wiggling)
