"""The languages of the site and the one chain by which everything falls back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.conf import settings
from django.utils.translation import get_language, get_language_info


def codes() -> list[str]:
    """Return the codes of the interface languages, in the order of the settings."""
    return [code for code, _name in settings.LANGUAGES]


def content_codes() -> list[str]:
    """Return the languages in which labels and narratives are written (`hreflang` lists these)."""
    return list(settings.CONTENT_LANGUAGES)


def content_language() -> str:
    """Return the language in which the reader is given pages: the own one, or the first of the chain with any."""
    return next(code for code in chain() if code in content_codes())


def active() -> str:
    """Return the reader's language: always one of `codes()`."""
    language = get_language() or settings.LANGUAGE_CODE
    return language if language in codes() else settings.LANGUAGE_CODE


def chain(language: str | None = None, written_in: str | None = None) -> list[str]:
    """Return the languages to try for a reader of `language`, best first.

    The reader's own, then `settings.LANGUAGE_FALLBACKS[language]` (default: English), then the language the thing was
    written in, then every other configured language in order, so that existing words are never hidden.
    """
    language = language or active()
    wanted = [language, *settings.LANGUAGE_FALLBACKS.get(language, ["en"])]
    if written_in:
        wanted.append(written_in)
    return list(dict.fromkeys([*wanted, settings.LANGUAGE_CODE, *codes()]))


def best(available: Iterable[str], language: str | None = None, written_in: str | None = None) -> str | None:
    """Return the first language of the chain that is `available`; any other one when none is; None when empty."""
    options = list(available)
    for code in chain(language, written_in):
        if code in options:
            return code
    return options[0] if options else None


def pick(texts: Mapping[str, str], language: str | None = None) -> tuple[str, str]:
    """Return `(text, its language)` for the reader; `("", language)` when there is no text at all."""
    filled = {code: text for code, text in texts.items() if text}
    code = best(filled, language)
    return (filled[code], code) if code else ("", language or active())


def native_name(code: str) -> str:
    """Return the language's name in itself, e.g. “Tiếng Việt”."""
    try:
        return str(get_language_info(code)["name_local"])
    except KeyError:
        return code


def name(code: str) -> str:
    """Return the language's name in the active language."""
    return str(dict(settings.LANGUAGES).get(code, code))
