"""What pages of reports cost, made of values that are there.

    PYTHONPATH=build-bench/bindings/python:tests/python /usr/bin/python3 tests/bench/python/bench_reports.py

30 pupils with twelve subjects and two charts each. The best of the turns counts.
"""

from __future__ import annotations

from best_of import best
from ent import reports
from report_values import school_class


def main() -> None:
    school = school_class(30)
    for name, work in (("30 bulletins", lambda: [reports.bulletin(pupil) for pupil in school.pupils]),
                       ("council file", lambda: [reports.council(school)]),
                       ("synthesis", lambda: [reports.synthesis(school)]),
                       ("XLSX", lambda: [reports.write_xlsx(reports.synthesis_tables(school))])):
        print(f"{name:14} {best(work):7.1f} ms")


if __name__ == "__main__":
    main()
