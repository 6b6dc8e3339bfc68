"""Columns of our own: sets of weekdays and months as small bit masks, coordinates, three-valued answers."""

from __future__ import annotations

from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.dates import MONTHS, WEEKDAYS
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.compare import FieldComparison, register_comparison_class

COUNTRIES = [("VN", _("Vietnam")), ("ID", _("Indonesia"))]


class CountryField(models.CharField):  # type: ignore[type-arg]  # generic in the stubs only
    """One of the countries of the programmes, ISO 3166-1 alpha-2; a further country needs no migration."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, "max_length": 2, "choices": COUNTRIES})

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        """Be Django's own field to migrations."""
        name, _path, args, kwargs = super().deconstruct()
        kwargs.pop("choices")
        return name, "django.db.models.CharField", list(args), kwargs


def check_zone(value: str) -> None:
    """Refuse what is no time zone: whoever reads the hours would fail on it."""
    if value not in available_timezones():
        message = _("“%(zone)s” is not the name of a time zone. Write one like Asia/Ho_Chi_Minh or Asia/Jakarta.")
        raise ValidationError(message, params={"zone": value})


class ZoneField(models.CharField):  # type: ignore[type-arg]  # generic in the stubs only
    """A time zone by its IANA name."""

    default_validators = [check_zone]

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        """Be Django's own field to migrations."""
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.CharField", list(args), kwargs


class AddressField(models.URLField):  # type: ignore[type-arg]  # generic in the stubs only
    """An address of the web; one typed without a scheme is taken for https (RFC 9110, section 4.2.2)."""

    def formfield(self, *args: Any, **kwargs: Any) -> Any:
        """Return the form field that says so itself: Django 5 still assumes http, and warns."""
        return super().formfield(*args, **{"assume_scheme": "https", **kwargs})

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        """Be Django's own field to migrations."""
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.URLField", list(args), kwargs


class _MaskFormField(forms.TypedMultipleChoiceField):
    """Check boxes for the bits of a mask."""

    def clean(self, value: Any) -> int:
        """Return the mask of the ticked choices."""
        return sum(1 << bit for bit in super().clean(value))

    def prepare_value(self, value: Any) -> Any:
        """Tick the bits of a mask."""
        bits: Any = self.choices
        return [bit for bit, _label in bits if value >> bit & 1] if isinstance(value, int) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compare as sets of bits."""
        return {str(v) for v in self.prepare_value(initial) or []} != {str(v) for v in data or []}


class MaskField(models.PositiveSmallIntegerField):  # type: ignore[type-arg]  # generic in the stubs only
    """A set of small numbers as a bit mask; subclasses name the bits."""

    bits: list[tuple[int, Any]] = []

    def formfield(self, **kwargs: Any) -> Any:
        """Show check boxes."""
        return _MaskFormField(
            choices=self.bits,
            coerce=int,
            required=not self.blank,
            label=capfirst(self.verbose_name),
            widget=forms.CheckboxSelectMultiple(attrs={"class": "mask"}),
            help_text=self.help_text,
            initial=self.default if self.has_default() else None,
        )

    def members(self, mask: int) -> list[int]:
        """Return the numbers in a mask."""
        return [bit for bit, _label in self.bits if mask >> bit & 1]

    def words(self, mask: int) -> str:
        """Return the names of the numbers in a mask, for people."""
        return ", ".join(str(label) for bit, label in self.bits if mask >> bit & 1)


class _MaskComparison(FieldComparison):
    """Revision comparison in words."""

    val_a: Any
    val_b: Any

    def __init__(self, field: Any, obj_a: Any, obj_b: Any) -> None:
        super().__init__(field, obj_a, obj_b)
        self.val_a, self.val_b = field.words(self.val_a), field.words(self.val_b)


register_comparison_class(MaskField, comparison_class=_MaskComparison)


class WeekdaysField(MaskField):
    """Days of the week; bit 0 is Monday."""

    bits = [(day, WEEKDAYS[day]) for day in range(7)]


class MonthsField(MaskField):
    """Months of the year; bit 1 is January. An empty set means: all year, or not known."""

    bits = [(month, MONTHS[month]) for month in range(1, 13)]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("default", 0)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)


def months_of(mask: int) -> list[int]:
    """Return the months (1–12) in a mask."""
    return [month for month in range(1, 13) if mask >> month & 1]


def weekdays_of(mask: int) -> list[int]:
    """Return the weekdays (0 = Monday) in a mask."""
    return [day for day in range(7) if mask >> day & 1]


def mask_of(numbers: Any) -> int:
    """Return the mask of some small numbers."""
    return sum({1 << int(number) for number in numbers})


class YesNoUnknown(models.TextChoices):
    """An answer that may be missing; missing is never taken as no."""

    YES = "yes", _("Yes")
    NO = "no", _("No")
    UNKNOWN = "unknown", _("Not known")


class Confidence(models.TextChoices):
    """How far a fact can be trusted."""

    HIGH = "high", _("Read in the source")
    MEDIUM = "medium", _("Read in part, or well known")
    LOW = "low", _("To be checked")
    UNKNOWN = "", _("Not stated")


def latitude_field() -> models.FloatField[Any, Any]:
    """Return a latitude column: degrees, WGS 84, indexed; empty means unknown."""
    return models.FloatField(
        _("latitude"),
        null=True,
        blank=True,
        db_index=True,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
        help_text=_("Degrees north, WGS 84. Empty means unknown."),
    )


def longitude_field() -> models.FloatField[Any, Any]:
    """Return a longitude column: degrees, WGS 84, indexed; empty means unknown."""
    return models.FloatField(
        _("longitude"),
        null=True,
        blank=True,
        db_index=True,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
        help_text=_("Degrees east, WGS 84. Empty means unknown."),
    )
