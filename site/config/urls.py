"""Every address of the site."""

from __future__ import annotations

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from django.views.static import serve as serve_file
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from centres.feeds import centres_feed
from centres.map_views import embedded_map
from centres.thematic import views as thematic
from centres.truth.answer_view import was_it_open
from centres.truth.ask_view import ask_centre
from config.api import router
from core.api_rules import unknown_endpoint
from core.serve import serve
from home import sitemaps, views
from home.social import social_card
from places.event_feed import events_calendar
from places.village_feed import villages_feed
from products.map_feed import products_feed
from routes.map_feed import routes_feed
from search.suggestions import suggestions
from search.views import search_page

handler404 = "home.views.not_found"

urlpatterns = [
    path("", views.front_door, name="front_door"),
    path("language/<str:code>/", views.choose_language, name="choose_language"),
    re_path(r"^q/(?P<code>[^/]{1,60})/?$", views.short_code, name="short_code"),
    path("healthz", views.health, name="health"),
    path("robots.txt", views.robots, name="robots"),
    path("sitemap.xml", sitemaps.index, name="sitemap_index"),
    path("sitemap-<slug:section>.xml", sitemaps.section, name="sitemap"),
    path("social/<slug:language>/<slug:section>.png", social_card, name="section_card"),
    path("social/<slug:language>/<slug:section>/<slug:slug>.png", social_card, name="social_card"),
    path("embed/map/", embedded_map, name="embedded_map"),
    path("api/v2/", router.urls),
    re_path(r"^api/(?:.*/)?$", unknown_endpoint),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    *i18n_patterns(
        path(thematic.PATH, thematic.province_map, name="province_map"),
        path(thematic.FILE, thematic.province_figures, name="province_figures"),
        path("centres/<slug:slug>/was-it-open/", was_it_open, name="was_it_open"),
        path("centres/<slug:slug>/ask/", ask_centre, name="ask_centre"),
        path("events.ics", events_calendar, name="events_calendar"),
        path("map/centres.geojson", centres_feed, name="centres_feed"),
        path("map/villages.geojson", villages_feed, name="villages_feed"),
        path("map/products.geojson", products_feed, name="products_feed"),
        path("map/routes.geojson", routes_feed, name="routes_feed"),
        path("routes/", include("routes.guide.urls")),
        path("plan/", include("routes.trips.urls")),
        path("search/", search_page, name="search"),
        path("search/suggestions/", suggestions, name="search_suggestions"),
        re_path(r"^(?!_util/)((?:[\w\-]+/)*)$", serve),
        path("", include(wagtail_urls)),
    ),
]
if settings.SERVE_MEDIA:
    urlpatterns.insert(0, path("media/<path:path>", serve_file, {"document_root": settings.MEDIA_ROOT}))
