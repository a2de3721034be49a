"""What pages of reports cost, made of values that are there.

    PYTHONPATH=build-bench/bindings/python:tests/python /usr/bin/python3 tests/bench/python/bench_reports.py

30 pupils with twelve subjects and two charts each. The best of the turns counts.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from ent import reports
from report_values import school_class

TURNS = 15


def best(work: Callable[[], object]) -> float:
    """In milliseconds."""
    found = float("inf")
    for _ in range(TURNS):
        start = time.perf_counter()
        work()
        found = min(found, time.perf_counter() - start)
    return found * 1e3


def main() -> None:
    school = school_class(30)
    for name, work in (("30 bulletins", lambda: [reports.bulletin(pupil) for pupil in school.pupils]),
                       ("council file", lambda: [reports.council(school)]),
                       ("synthesis", lambda: [reports.synthesis(school)]),
                       ("XLSX", lambda: [reports.write_xlsx(reports.synthesis_tables(school))])):
        print(f"{name:14} {best(work):7.1f} ms")


if __name__ == "__main__":
    main()
