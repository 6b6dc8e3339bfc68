"""`make bench`: every page and feed at national size, in figures, against the budgets of ARCHITECTURE.md."""
