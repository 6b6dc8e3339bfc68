"""`python -m docs.tools.bench`: SQLite, then PostgreSQL when `DATABASE_URL` names one. Ends with 1 over budget.

Each database is measured in a process of its own, for Django reads its settings once. `BENCH_DATABASE` names a
database with the data set that is there already, as in `sqlite:////tmp/national.sqlite3`.
"""

from __future__ import annotations

import os
import subprocess
import sys

from docs.tools.bench import data


def main() -> int:
    """Measure each database; return 1 when any of them broke a budget."""
    given = os.environ.get("DATABASE_URL", "")
    if ready := os.environ.get("BENCH_DATABASE", ""):
        addresses = [ready]
    else:
        addresses = [data.sqlite()]
        if given.startswith("postgres"):
            addresses.append(data.postgresql(given))
    return max([_measured(address) for address in addresses])


def _measured(address: str) -> int:
    environment = {**os.environ, "DATABASE_URL": address, "PYTHONPATH": str(data.ROOT / "site")}
    command = [sys.executable, "-m", "docs.tools.bench.run", *sys.argv[1:]]
    return subprocess.run(command, cwd=data.ROOT, env=environment, check=False).returncode


if __name__ == "__main__":
    raise SystemExit(main())
