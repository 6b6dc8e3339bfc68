"""Addresses of what may be taken along, below a language."""

from __future__ import annotations

from django.urls import path, re_path

from routes.exports import views

urlpatterns = [
    re_path(r"^routes/(?P<slug>[-a-zA-Z0-9_]+)/route\.(?P<kind>gpx|kml|ics)$", views.route_file, name="route_file"),
    path("routes/<slug:slug>/booklet/", views.route_booklet, name="route_booklet"),
    re_path(r"^plan/plan\.(?P<kind>gpx|kml|ics)$", views.plan_file, name="plan_file"),
    path("plan/booklet/", views.plan_booklet, name="plan_booklet"),
]
