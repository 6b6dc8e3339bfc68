"""Admin screens of the register, and its menu group."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.admin.ui.tables import BooleanColumn, Column, DateColumn, NumberColumn

from core.list_filters import RecordFilter, RecordFilterSet
from core.viewsets import (
    RecordGroup,
    ScopedViewSet,
    flag_column,
    live_column,
    naming_panels,
    source_tab,
    updated_column,
)
from crafts.models import Craft
from places.models import Province
from products.list_columns import LapseFilter, StarsFilter, ValidFilter, stars_column
from products.models import Producer, Product, ProductGroup, Programme, QualityMark, Recognition
from products.programme_viewsets import ProductGroupViewSet, ProgrammeViewSet


class ProductFilterSet(RecordFilterSet):
    """By programme, group, stars today, the end of their validity, province and craft."""

    programme = RecordFilter(Programme)
    group = RecordFilter(ProductGroup, "programme")
    stars = StarsFilter()
    lapses = LapseFilter()
    province = RecordFilter(Province)
    craft = RecordFilter(Craft)

    class Meta:
        model = Product
        fields: ClassVar[list[str]] = []


class ProductViewSet(ScopedViewSet):
    """The register's products."""

    model = Product
    path = "products"
    icon = "tag"
    joins = ("programme", "group__programme", "province", "producer")
    filterset_class = ProductFilterSet
    list_display: ClassVar[list[Any]] = [
        "__str__",
        stars_column(),
        Column("group", label=_("Group")),
        Column("province", label=_("Province")),
        Column("producer", label=_("Producer")),
        live_column(),
        updated_column(),
    ]
    tabs: ClassVar[list[tuple[Any, list[Any]]]] = [
        (
            _("Facts"),
            [
                *naming_panels(),
                FieldRowPanel([FieldPanel("programme"), FieldPanel("group")]),
                FieldRowPanel([FieldPanel("craft"), FieldPanel("producer")]),
                FieldPanel("note"),
            ],
        ),
        (_("Place"), [FieldPanel(name) for name in ("province", "village", "centre")]),
        source_tab(),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Add the stars that hold today, to order by them."""
        return self.model.objects.by_stars().select_related(*self.joins)


class RecognitionFilterSet(RecordFilterSet):
    """By programme, status, level and validity."""

    live = None
    programme = RecordFilter(Programme)
    valid = ValidFilter()

    class Meta:
        model = Recognition
        fields: ClassVar[list[str]] = ["status", "level"]


class RecognitionViewSet(ScopedViewSet):
    """Dated awards."""

    model = Recognition
    path = "recognitions"
    icon = "success"
    joins = ("product", "programme")
    filterset_class = RecognitionFilterSet
    list_display: ClassVar[list[Any]] = [
        "__str__",
        Column("programme", label=_("Programme")),
        Column("get_status_display", label=_("Status"), sort_key="status"),
        Column("decision_number", label=_("Decision number"), sort_key="decision_number"),
        DateColumn("issued_on", label=_("Issued on"), sort_key="issued_on"),
        BooleanColumn("is_valid", label=_("Valid today")),
    ]
    tabs: ClassVar[list[tuple[Any, list[Any]]]] = [
        (
            _("Award"),
            [
                FieldPanel("product"),
                FieldRowPanel([FieldPanel("programme"), FieldPanel("status")]),
                FieldRowPanel([FieldPanel("stars"), FieldPanel("out_of")]),
                FieldRowPanel([FieldPanel("issued_on"), FieldPanel("precision")]),
            ],
        ),
        (
            _("Decision"),
            [
                FieldRowPanel([FieldPanel("decision_number"), FieldPanel("level")]),
                *[FieldPanel(name) for name in ("decision_note", "issuer", "revoked_on")],
            ],
        ),
        source_tab(),
    ]


class ProducerFilterSet(RecordFilterSet):
    """By province."""

    province = RecordFilter(Province)

    class Meta:
        model = Producer
        fields: ClassVar[list[str]] = []


class ProducerViewSet(ScopedViewSet):
    """Makers."""

    model = Producer
    path = "producers"
    icon = "group"
    joins = ("province", "village")
    filterset_class = ProducerFilterSet
    list_display: ClassVar[list[Any]] = [
        "__str__",
        NumberColumn("product_count", label=_("Products"), sort_key="product_count"),
        Column("province", label=_("Province")),
        Column("village", label=_("Village")),
        flag_column("consent_recorded", _("Consent recorded")),
        live_column(),
        updated_column(),
    ]
    tabs: ClassVar[list[tuple[Any, list[Any]]]] = [
        (
            _("Facts"),
            [
                *naming_panels(),
                *[FieldPanel(name) for name in ("country_code", "province", "village")],
                MultiFieldPanel([FieldPanel("consent_recorded"), FieldPanel("consent_note")], heading=_("Privacy")),
            ],
        ),
        source_tab(),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Count the live products."""
        return self.model.objects.for_list()


class QualityMarkFilterSet(RecordFilterSet):
    """By kind."""

    live = None

    class Meta:
        model = QualityMark
        fields: ClassVar[list[str]] = ["kind"]


class QualityMarkViewSet(ScopedViewSet):
    """Other marks."""

    model = QualityMark
    path = "quality-marks"
    icon = "circle-check"
    joins = ("product",)
    filterset_class = QualityMarkFilterSet
    list_display: ClassVar[list[Any]] = [
        "name",
        Column("product", label=_("Product")),
        Column("get_kind_display", label=_("Kind"), sort_key="kind"),
        DateColumn("valid_until", label=_("Valid until"), sort_key="valid_until"),
        updated_column(),
    ]
    tabs: ClassVar[list[tuple[Any, list[Any]]]] = [
        (
            _("Facts"),
            [
                FieldPanel("product"),
                *[FieldPanel(name) for name in ("kind", "name", "issuer")],
                FieldRowPanel([FieldPanel("issued_on"), FieldPanel("valid_until")]),
                FieldPanel("source"),
            ],
        ),
    ]


class RegisterGroup(RecordGroup):
    """The register of the programmes."""

    menu_label = _("Register")
    menu_icon = "tag"
    menu_order = 200
    items = (
        ProductViewSet,
        RecognitionViewSet,
        ProducerViewSet,
        QualityMarkViewSet,
        ProgrammeViewSet,
        ProductGroupViewSet,
    )
