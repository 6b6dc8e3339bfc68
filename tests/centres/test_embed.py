"""The map for other sites: a frame anybody may show, without cookies, a list without JavaScript, and the way here."""

from __future__ import annotations

import html
import re

import pytest
from tests import factories

URL = "/embed/map/"
pytestmark = [pytest.mark.django_db, pytest.mark.sampled(2)]


@pytest.fixture
def village():
    province = factories.make_province("Hà Nội", official_code="01")
    village = factories.make_village("Bát Tràng", province=province, latitude=20.98, longitude=105.91)
    factories.make_centre(
        "Bảo tàng Gốm", kind="museum", village=village, province=province, latitude=20.98, longitude=105.9
    )
    factories.make_centre("Chợ", kind="market", latitude=10, longitude=106)
    factories.make_product("Ấm trà", village=village, province=province)
    factories.make_route("Đường gốm", [village])
    return village


def page(client, status=200, **query):
    response = client.get(URL, query)
    assert response.status_code == status
    return response, response.content.decode()


def test_any_site_may_frame_it_and_only_it(client, village):
    response, _text = page(client, lang="en")
    assert "frame-ancestors *" in response["Content-Security-Policy"]
    assert "X-Frame-Options" not in response
    assert not response.cookies
    other = client.get("/en/map/centres.geojson")
    assert "frame-ancestors 'self'" in other["Content-Security-Policy"]
    assert other["X-Frame-Options"] == "SAMEORIGIN"


def test_it_is_kept_with_its_headers(client, village, kept_pages, django_assert_num_queries):
    first, text = page(client, lang="en", layer="villages")
    with django_assert_num_queries(0):
        again, same = page(client, layer="villages", lang="en")
    assert same == text
    assert again["Content-Security-Policy"] == first["Content-Security-Policy"]
    assert "X-Frame-Options" not in again
    _response, indonesian = page(client, lang="id", layer="villages")
    assert '<html lang="id">' in indonesian


def test_it_lists_the_layer_under_its_filters_and_leads_to_the_same_map(client, village):
    _response, text = page(client, lang="en", layer="centres", kind="museum", near="21,105", nonsense="x")
    assert "Bảo tàng Gốm" in text
    assert "Chợ" not in text
    assert '<html lang="en">' in text
    assert 'data-feed="/en/map/centres.geojson"' in text
    assert '<input type="hidden" name="kind" value="museum">' in text
    assert 'rel="canonical" href="http://testserver/en/map/?kind=museum"' in text
    assert re.search(r'<a [^>]*href="http://testserver/en/map/\?kind=museum" target="_top"', text)
    assert "near" not in text.split("</form>")[0].rsplit("<form", 1)[1]


@pytest.mark.parametrize(
    ("layer", "name"), [("villages", "Bát Tràng"), ("products", "Ấm trà"), ("routes", "Đường gốm"), ("xyz", "Chợ")]
)
def test_every_layer_has_its_list(client, village, layer, name):
    response, text = page(client, lang="vi", layer=layer)
    assert name in text
    assert response["Content-Language"] == "vi"


@pytest.mark.parametrize(
    ("layer", "slug", "name"),
    [
        ("villages", "bat-trang", "Bát Tràng"),
        ("centres", "bao-tang-gom", "Bảo tàng Gốm"),
        ("routes", "duong-gom", "Đường gốm"),
    ],
)  # fmt: skip
def test_one_record_has_its_small_map(client, village, layer, slug, name):
    response, text = page(client, lang="en", layer=layer, slug=slug)
    assert name in text
    assert '<svg class="still"' in text
    assert f'href="http://testserver/en/{layer}/{slug}/"' in text
    assert "frame-ancestors *" in response["Content-Security-Policy"]


@pytest.mark.parametrize(
    "query", [{"layer": "villages", "slug": "nowhere"}, {"layer": "products", "slug": "am-tra"}, {"slug": "a\x00b"}]
)
def test_what_is_not_there_is_404(client, village, query):
    page(client, 404, **query)


@pytest.mark.parametrize("query", [{}, {"lang": "xx"}, {"lang": "zz", "layer": "\x00"}, {"kind": "castle"}])
def test_nonsense_is_ignored_and_the_language_is_the_sites_own(client, village, query):
    _response, text = page(client, **query)
    assert '<html lang="vi">' in text


def test_only_reading_is_allowed(client):
    assert client.post(URL).status_code == 405


@pytest.mark.parametrize("path", ["/en/villages/bat-trang/", "/en/centres/bao-tang-gom/", "/en/routes/duong-gom/"])
def test_a_records_map_can_be_passed_on(client, village, path):
    factories.site_tree()
    text = client.get(path).content.decode()
    section, slug = path.strip("/").split("/")[1:]
    assert f'value="http://testserver{path}#map-title"' in text
    frame = html.unescape(re.search(r"<textarea[^>]*>(.*?)</textarea>", text, re.S).group(1))
    address = html.unescape(re.search(r'src="([^"]+)"', frame).group(1))
    assert address == f"http://testserver/embed/map/?lang=en&layer={section}&slug={slug}"
    assert client.get(address).status_code == 200


def test_the_map_page_passes_on_what_it_shows(client, village):
    factories.site_tree()
    text = client.get("/en/map/", {"layer": "products", "group": "food", "near": "21.03,105.85"}).content.decode()
    address = html.unescape(re.search(r'data-embed="([^"]+)"', text).group(1))
    assert address == "http://testserver/embed/map/?lang=en&layer=products&group=food"
    assert 'value="http://testserver/en/map/?layer=products&amp;group=food"' in text
    assert "Ấm trà" in client.get(address).content.decode()


@pytest.mark.parametrize(
    ("layer", "name"), [("", "Chợ"), ("villages", "Bát Tràng"), ("products", "Ấm trà"), ("routes", "Đường gốm")]
)
def test_the_map_page_has_the_list_and_the_feed_of_its_layer(client, village, layer, name):
    factories.site_tree()
    text = client.get("/en/map/", {"layer": layer}).content.decode()
    section = layer or "centres"
    assert name in text
    assert f'data-feed="/en/map/{section}.geojson"' in text
    assert re.search(rf'<input type="radio" name="layer" value="{layer}"[^>]* checked', text)
    assert f'<a href="/en/{section}/" data-role="listing">' in text
    assert client.get(f"/en/map/{section}.geojson").status_code == 200
