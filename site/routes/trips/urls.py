"""Addresses beneath `/{lang}/plan/`."""

from __future__ import annotations

from django.urls import path, re_path

from routes.trips import views

urlpatterns = [
    path("", views.plan_page, name="plan"),
    path("stops.json", views.stop_names, name="plan_stops"),
    path("booklet/", views.plan_booklet, name="plan_booklet"),
    re_path(r"^plan\.(?P<kind>gpx|kml|ics)$", views.plan_file, name="plan_file"),
]
