"""Message catalogues are complete, certain, and in step with the sources."""

from __future__ import annotations

import ast
import os
import re
import shutil
from importlib.util import find_spec
from itertools import product
from pathlib import Path

import polib
import pytest
from django.conf import settings
from django.utils import translation
from docs.tools import catalogues

PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[sd]|\{\w*\}")
languages = pytest.mark.parametrize("language", catalogues.LANGUAGES)


@pytest.fixture(scope="module")
def template():
    """Every message of the sources."""
    if not shutil.which("xgettext"):
        if os.environ.get("CI") == "true":
            pytest.fail("CI needs xgettext (Debian's package gettext)")
        pytest.skip("xgettext is not installed")
    return catalogues.extracted()


def catalogue(language):
    """The committed catalogue."""
    return polib.pofile(str(catalogues.path_of(language)))


def test_every_content_language_has_a_catalogue():
    assert set(settings.CONTENT_LANGUAGES) == set(catalogues.LANGUAGES)


def test_no_message_hides_in_an_f_string():
    """`xgettext` doesn't read what stands within one."""
    names = {"_", *(keyword.split(":")[0] for keyword in catalogues.KEYWORDS), "gettext", "ngettext"}
    hidden = [
        f"{path}:{call.lineno}"
        for path in (catalogues.ROOT / "site").rglob("*.py")
        for text in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(text, ast.JoinedStr)
        for call in ast.walk(text)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in names
    ]
    assert hidden == []


def test_no_message_hides_behind_another_name():
    """`xgettext` knows the functions by name: one that is imported under a name of our own would mark nothing."""
    renamed = re.compile(r"\b\w*gettext\w* as (?!_\b)\w+")
    sources = (catalogues.ROOT / "site").rglob("*.py")
    assert [str(path) for path in sources if renamed.search(path.read_text(encoding="utf-8"))] == []


@languages
def test_complete_and_certain(language):
    entries = catalogue(language)
    assert [entry.msgid for entry in entries.untranslated_entries()] == []
    assert [entry.msgid for entry in entries.fuzzy_entries()] == []
    assert entries.obsolete_entries() == []


@languages
def test_in_step_with_the_sources(language, template):
    written, wanted = ({catalogues.key_of(entry) for entry in entries} for entries in (catalogue(language), template))
    assert sorted(wanted - written) == [], "run make messages"
    assert sorted(written - wanted) == [], "run make messages"


@languages
def test_placeholders_survive_translation(language):
    for entry in catalogue(language).translated_entries():
        known = set(PLACEHOLDER.findall(entry.msgid))
        if entry.msgid_plural:
            known |= set(PLACEHOLDER.findall(entry.msgid_plural))
            used = set().union(*(PLACEHOLDER.findall(text) for text in entry.msgstr_plural.values()))
        else:
            used = set(PLACEHOLDER.findall(entry.msgstr))
        assert used == known, entry.msgid


@languages
def test_nothing_of_english_is_left_by_mistake(language):
    if language == "en":
        return
    same = [e.msgid for e in catalogue(language) if e.msgid == e.msgstr and len(e.msgid.split()) > 3]
    assert same == []


# --- what the libraries' own catalogues lack -------------------------------------------------------------------------

LIBRARIES = ("wagtail", "wagtail_localize", "django.conf")
FOLDERS = {"vi": ("vi",), "id": ("id", "id_ID")}  # gettext looks for Indonesian in both
by_hand = pytest.mark.parametrize("language", FOLDERS)


def supplement(language):
    """What we say in their place."""
    return polib.pofile(str(catalogues.ROOT / f"site/editorial/locale/{language}/LC_MESSAGES/django.po"))


def said_by_libraries(*folders):
    """What the libraries' catalogues of a language hold."""
    for name, folder in product(LIBRARIES, folders):
        for path in Path(find_spec(name).origin).parent.rglob(f"locale/{folder}/LC_MESSAGES/django.po"):
            yield from polib.pofile(str(path))


@by_hand
def test_only_what_the_libraries_say_in_english_only(language):
    """A message that a library has dropped, or says itself by now, is to be dropped here."""
    ours = {catalogues.key_of(entry) for entry in supplement(language)}
    assert ours - {catalogues.key_of(entry) for entry in said_by_libraries("en")} == set()
    own = {catalogues.key_of(entry) for entry in said_by_libraries(*FOLDERS[language]) if entry.translated()}
    assert ours & own == set()


@by_hand
def test_the_supplement_is_whole(language):
    for entry in supplement(language):
        assert entry.translated()
        said = entry.msgstr or entry.msgstr_plural[0]
        assert set(PLACEHOLDER.findall(said)) == set(PLACEHOLDER.findall(entry.msgid_plural or entry.msgid)), said


def test_the_admin_speaks_vietnamese_and_indonesian():
    for language, word in (("vi", "Báo cáo"), ("id", "Laporan")):
        with translation.override(language):
            assert translation.gettext("Reports") == word
