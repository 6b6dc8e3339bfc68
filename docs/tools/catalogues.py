"""Message catalogues: `python docs/tools/catalogues.py compile` (needs polib only) or `extract` (needs xgettext too).

`extract` brings locale/*/LC_MESSAGES/django.po in step with the sources: new messages are added without a
translation (English ones translate themselves), unused ones go. A changed message is a new one, never a fuzzy guess.
What the libraries' own catalogues lack stands in site/editorial/locale/, written by hand.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parents[2]
LOCALE = ROOT / "locale"
LANGUAGES = ("vi", "en", "id")
PLURALS = {
    "vi": "nplurals=1; plural=0;",
    "en": "nplurals=2; plural=(n != 1);",
    "id": "nplurals=1; plural=0;",
}
KEYWORDS = (
    "gettext_noop",
    "gettext_lazy",
    "ngettext_lazy:1,2",
    "pgettext:1c,2",
    "npgettext:1c,2,3",
    "pgettext_lazy:1c,2",
    "npgettext_lazy:1c,2,3",
)
Key = tuple[str, str, str]


def path_of(language: str) -> Path:
    """Return where a language's catalogue is written."""
    return LOCALE / language / "LC_MESSAGES" / "django.po"


def compile_catalogues() -> list[Path]:
    """Compile every catalogue that is newer than its .mo; return the .mo files written."""
    written = []
    for source in sorted([*LOCALE.glob("*/LC_MESSAGES/*.po"), *ROOT.glob("site/*/locale/*/LC_MESSAGES/*.po")]):
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
            continue
        unfinished = target.with_suffix(f".{os.getpid()}")  # two workers may do this at once
        polib.pofile(str(source)).save_as_mofile(str(unfinished))
        unfinished.replace(target)
        written.append(target)
    return written


def key_of(entry: polib.POEntry) -> Key:
    """Return what makes two messages the same: context, singular, plural."""
    return (entry.msgctxt or "", entry.msgid, entry.msgid_plural or "")


def extracted() -> polib.POFile:
    """Return every message of the Python sources and templates; raise `CalledProcessError` on a malformed one."""
    from django.utils.translation.template import templatize  # compiling must work without Django

    with tempfile.TemporaryDirectory() as folder:
        names = []
        for source in [*sorted((ROOT / "site").rglob("*.py")), *sorted((ROOT / "templates").rglob("*.*"))]:
            if "migrations" in source.parts:
                continue
            text = source.read_text(encoding="utf-8")
            name = source.relative_to(ROOT)
            copy = Path(folder) / name
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(text if source.suffix == ".py" else templatize(text, origin=str(name)), encoding="utf-8")
            names.append(str(name))
        command = ["xgettext", "--from-code=UTF-8", "--language=Python", "--add-comments=Translators"]
        command += ["--add-location=file", "--no-wrap", "--output=django.pot", "--files-from=-"]
        command += [f"--keyword={keyword}" for keyword in KEYWORDS]
        subprocess.run(command, cwd=folder, input="\n".join(names), text=True, check=True, stderr=subprocess.PIPE)
        return polib.pofile(str(Path(folder) / "django.pot"))


def merged(language: str, template: polib.POFile) -> polib.POFile:
    """Return the language's catalogue with the template's messages, in the template's order, translations kept."""
    path = path_of(language)
    known = {key_of(entry): entry for entry in polib.pofile(str(path))} if path.exists() else {}
    catalogue = polib.POFile(wrapwidth=0)
    catalogue.metadata = {
        "Project-Id-Version": "duong-lang",
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": PLURALS[language],
    }
    for message in template:
        entry = polib.POEntry(
            msgid=message.msgid,
            msgctxt=message.msgctxt,
            msgid_plural=message.msgid_plural,
            comment=message.comment,
            occurrences=[(name, "") for name in sorted({name for name, _line in message.occurrences})],
            flags=[flag for flag in message.flags if flag != "fuzzy"],
        )
        _translate(entry, known.get(key_of(message)), language)
        catalogue.append(entry)
    return catalogue


def _translate(entry: polib.POEntry, known: polib.POEntry | None, language: str) -> None:
    """Fill in the translation: the known one, or English for English."""
    count = int(PLURALS[language].split(";")[0].split("=")[1])
    if known is not None:
        entry.msgstr, entry.tcomment = known.msgstr, known.tcomment
        entry.msgstr_plural = dict(known.msgstr_plural)
        entry.flags += [flag for flag in known.flags if flag == "fuzzy"]
    if language == "en" and not entry.msgid_plural:
        entry.msgstr = entry.msgstr or entry.msgid
    if entry.msgid_plural:
        words = [entry.msgid, entry.msgid_plural] if language == "en" else [""] * count
        entry.msgstr_plural = {i: entry.msgstr_plural.get(i) or words[i] for i in range(count)}


def extract() -> None:
    """Rewrite the catalogue of every language, and say how much of it is translated."""
    template = extracted()
    for language in LANGUAGES:
        catalogue = merged(language, template)
        path = path_of(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        catalogue.save(str(path))
        missing = len(catalogue.untranslated_entries())
        print(f"{language}: {len(catalogue)} messages, {missing} to translate, {len(catalogue.fuzzy_entries())} fuzzy")


if __name__ == "__main__":
    if sys.argv[1:] == ["compile"]:
        compile_catalogues()
    elif sys.argv[1:] == ["extract"]:
        extract()
    else:
        raise SystemExit(__doc__)
