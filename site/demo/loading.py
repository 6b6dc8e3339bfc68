"""The whole load: check everything, then write everything in one transaction, then index it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from django.db import transaction

from core import indexing
from demo import facts, narratives
from demo.further import passed_over
from demo.reading import read_tables
from demo.written import Problem
from home import languages

DATA = Path(__file__).resolve().parent / "data"


class BadData(Exception):
    """Something in the files is wrong; nothing was written. `problems` names every file, line and column."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


@dataclass
class Result:
    """What a load wrote, by model, and what is odd in the files without being wrong."""

    counts: Counter[str] = field(default_factory=Counter)
    warnings: list[str] = field(default_factory=list)


def load(folders: list[Path]) -> Result:
    """Load our own data and that of further folders; raise `BadData` before anything is written."""
    problems: list[Problem] = []
    result = Result()
    result.warnings += [warning for folder in folders for warning in passed_over(folder, DATA)]
    tables = read_tables([DATA, *folders], problems)
    batches = facts.check(tables, result.warnings)
    words = narratives.read(DATA / "narratives", problems)
    if problems:
        raise BadData(sorted(set(problems), key=lambda problem: (str(problem.path), problem.line, problem.column)))
    with indexing.held(), transaction.atomic():
        languages.sync()
        result.counts += facts.write(batches).counts
        result.counts += narratives.write(words)
    if result.counts:
        indexing.reindex_models()
    return result
