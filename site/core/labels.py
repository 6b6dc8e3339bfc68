"""Labels: short texts in several languages, held in one column of a record (a subclass of django-i18nfield).

Ours differs from the library: the fallback chain is `core.languages.chain`; the data is always a dict; text of
languages that are no longer configured survives a save; what no page or file may hold does not; revisions can be
compared.
"""

from __future__ import annotations

import json
from typing import Any

from django.conf import settings
from django.utils.html import format_html, format_html_join
from i18nfield.fields import I18nCharField, I18nTextField
from i18nfield.forms import I18nFormField, I18nTextarea, I18nTextInput
from i18nfield.strings import LazyI18nString
from wagtail.admin.compare import TextFieldComparison, register_comparison_class

from core import clean_text, languages


class Label(LazyI18nString):
    """A text in several languages; `str()` gives the reader's language by the chain."""

    data: dict[str, str]

    def __init__(self, data: Any = None) -> None:
        """Accept a dict, a JSON object, another label, or plain text (taken as the default language's)."""
        super().__init__(data.data if isinstance(data, LazyI18nString) else data)
        if isinstance(self.data, dict):
            self.data = {str(code): str(text) for code, text in self.data.items() if text}
        else:
            self.data = {settings.LANGUAGE_CODE: str(self.data)} if self.data not in (None, "") else {}

    def localize(self, lng: str) -> str:
        """Return the text for a reader of `lng`, falling back along the chain."""
        return languages.pick(self.data, lng)[0]

    def language(self, lng: str | None = None) -> str:
        """Return the language of the text that a reader of `lng` is given."""
        return languages.pick(self.data, lng)[1]

    def __len__(self) -> int:
        return len(str(self))

    def __hash__(self) -> int:
        return hash(json.dumps(self.data, sort_keys=True))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, LazyI18nString | dict | str) and self.data == Label(other).data

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        """Let migrations write a default label."""
        return ("core.labels.Label", [self.data], {})


class _KeepUnknownLanguages:
    """Widget part: remembers text of languages that are not configured, for the form field to put back."""

    kept: dict[str, str]

    def build_attrs(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Leave the inputs empty: the library's placeholder, the language's name, would look like a text."""
        attrs: dict[str, Any] = super().build_attrs(*args, **kwargs)  # type: ignore[misc]  # of I18nWidget
        return {"placeholder": "", **attrs}

    def decompress(self, value: Any) -> list[str | None]:
        """Split a label into one value per configured language, without the library's guessing."""
        data = Label(value).data
        self.kept = {code: text for code, text in data.items() if code not in self.locales}  # type: ignore[attr-defined]  # of I18nWidget
        return [data.get(code) for code in self.locales]  # type: ignore[attr-defined]  # of I18nWidget

    def format_output(self, rendered_widgets: list[str], id_: str) -> str:
        """Lay the inputs out one below the other, each under the name of its language."""
        rows = zip(self.locales, rendered_widgets, strict=True)  # type: ignore[attr-defined]  # of I18nWidget
        return format_html(
            '<div class="label-languages" id="{}">{}</div>',
            id_,
            format_html_join(
                "",
                '<div class="label-languages__row">'
                '<label class="label-languages__code" for="{}_{}">{}</label>{}</div>',
                ((id_, i, languages.native_name(code), html) for i, (code, html) in enumerate(rows)),
            ),
        )


class LabelInput(_KeepUnknownLanguages, I18nTextInput):
    """One line per language."""


class LabelTextarea(_KeepUnknownLanguages, I18nTextarea):
    """A text area per language, for a sentence or two: rows of a form stay short enough to be dragged."""

    def __init__(self, *args: Any, attrs: dict[str, Any] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, attrs={"rows": 3, **(attrs or {})}, **kwargs)


class LabelFormField(I18nFormField):
    """Form field of a label; required means: filled in at least one language."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._initial_data: dict[str, str] = {}

    def compress(self, data_list: list[str]) -> Label:
        """Join the inputs, keeping text of languages that the form does not show."""
        filled = {
            code: clean_text.printable(text or "").strip() for code, text in zip(self.locales, data_list, strict=False)
        }
        return Label({**getattr(self.widget, "kept", {}), **filled})

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compare by text, so that an untouched form is unchanged."""
        return bool([text or "" for text in self.widget.decompress(initial)] != [text or "" for text in data or []])

    def get_bound_field(self, form: Any, field_name: str) -> Any:
        """Let the widget remember the languages the form does not show, before posted data replaces them."""
        self.widget.decompress(form.get_initial_for_field(self, field_name))
        return super().get_bound_field(form, field_name)


class LabelComparison(TextFieldComparison):
    """Revision comparison, language by language."""

    def _texts(self, obj: Any) -> str:
        data = Label(self.field.value_from_object(obj)).data
        return "\n".join(f"{code}: {data[code]}" for code in sorted(data))

    def __init__(self, field: Any, obj_a: Any, obj_b: Any) -> None:
        super().__init__(field, obj_a, obj_b)
        self.val_a, self.val_b = self._texts(obj_a), self._texts(obj_b)


class _LabelMixin:
    """What both column types share."""

    form_class = LabelFormField
    cleaner = staticmethod(clean_text.printable)

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Label:
        """Turn the stored JSON into a label."""
        return Label(value)

    def to_python(self, value: Any) -> Label:
        """Turn anything that can be a label into one."""
        return value if isinstance(value, Label) else Label(value)

    def get_prep_value(self, value: Any) -> str:
        """Store a JSON object with sorted keys, always; texts without what no page or file may hold."""
        texts = {code: self.cleaner(text) for code, text in Label(value).data.items()}
        return json.dumps(texts, sort_keys=True, ensure_ascii=False)

    def value_to_string(self, obj: Any) -> str:
        """Serialise for fixtures and revisions."""
        return self.get_prep_value(self.value_from_object(obj))  # type: ignore[attr-defined]  # of django's Field

    def clean(self, value: Any, model_instance: Any) -> Label:
        """Run the column's checks on a label."""
        label = self.to_python(value)
        self.validate(label if label else "", model_instance)  # type: ignore[attr-defined]  # of django's Field
        return label

    def get_default(self) -> Label:
        """Return an empty label, never None."""
        return Label(getattr(self, "default", None) if self.has_default() else None)  # type: ignore[attr-defined]  # of django's Field


class LabelField(_LabelMixin, I18nCharField):
    """A short label (a name, a tagline) in several languages; one line."""

    widget = LabelInput
    cleaner = staticmethod(clean_text.printable_line)


class LabelTextField(_LabelMixin, I18nTextField):
    """A longer label (a note of a sentence or two) in several languages."""

    widget = LabelTextarea


register_comparison_class(LabelField, comparison_class=LabelComparison)
register_comparison_class(LabelTextField, comparison_class=LabelComparison)
