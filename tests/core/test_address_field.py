"""Addresses typed into forms: https unless they say otherwise, without Django's warning, without a migration."""

from __future__ import annotations

import warnings

from django.db import models

from core.fields import AddressField


def test_an_address_without_a_scheme_is_taken_for_https():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        field = AddressField(blank=True).formfield()
    assert field.clean("example.org/a") == "https://example.org/a"
    assert field.clean("http://example.org") == "http://example.org"


def test_migrations_take_it_for_djangos_own():
    assert AddressField("address", blank=True).deconstruct() == models.URLField("address", blank=True).deconstruct()


def test_no_model_of_ours_uses_the_one_that_warns():
    from django.apps import apps

    ours = [
        model
        for model in apps.get_models()
        if model.__module__.split(".")[0]
        in ("core", "centres", "places", "products", "routes", "stories", "home", "crafts")
    ]
    fields = [field for model in ours for field in model._meta.local_fields if isinstance(field, models.URLField)]
    assert fields
    assert [str(field) for field in fields if not isinstance(field, AddressField)] == []
