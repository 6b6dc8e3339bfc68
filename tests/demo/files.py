"""The project's own CSV files, and further folders with a row of them changed."""

from __future__ import annotations

import csv

from demo.loading import DATA


def rows(name):
    with (DATA / f"{name}.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def extra(tmp_path, table, key, /, column="slug", **changes):
    """Write a further folder with one row of our own data, changed."""
    found = next(row for row in rows(table) if row[column] == key)
    found.update(changes)
    with (tmp_path / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, found)
        writer.writeheader()
        writer.writerow(found)
    return found
