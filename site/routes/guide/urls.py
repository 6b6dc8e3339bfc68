"""What may be taken along of a route, beneath `/{lang}/routes/`; Wagtail finds its page."""

from __future__ import annotations

from django.urls import path, re_path

from routes.guide import views

urlpatterns = [
    re_path(r"^(?P<slug>[-a-zA-Z0-9_]+)/route\.(?P<kind>gpx|kml|ics)$", views.route_file, name="route_file"),
    path("<slug:slug>/booklet/", views.route_booklet, name="route_booklet"),
]
