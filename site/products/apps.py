"""The app's configuration."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import pgettext_lazy


class ProductsConfig(AppConfig):
    """Programmes, producers, products and their recognitions: the model app whose shape the others copy."""

    name = "products"

    def ready(self) -> None:
        """Register cards, pages and lists with core."""
        from core import cards, detail
        from places import map_layers
        from products import cards as product_cards
        from products import signals, views

        cards.register("products.Product", product_cards.product_card)
        cards.register("products.Producer", product_cards.producer_card)
        detail.register_record("products.Product", "products/product.html", views.product_detail)
        detail.register_record("products.Producer", "products/producer.html", views.producer_detail)
        detail.register_listing("products.ProductIndexPage", "products/products.html", views.product_list)
        detail.register_listing("products.ProducerIndexPage", "products/producers.html", views.producer_list)
        map_layers.register(
            map_layers.MapLayer(
                "products", pgettext_lazy("layer of the map, one short word", "Products"), 40, views.product_list
            )
        )
        signals.connect()
