"""All averages of a collège with pandas, from the rows that `averages_of_a_college` reads (tests/bench/averages_bench.cpp).

    /usr/bin/python3 tests/bench/python/bench_averages.py

1 000 pupils, 12 subjects, 8 marks: of subjects, of classes, general ones; in binary fractions. The best of the turns counts.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import pandas as pd
from best_of import best

CLASSES, SUBJECTS, TESTS, PUPILS = 40, 12, 8, 25
MAXIMA = (20, 10, 20, 40, 20, 20, 5, 20)
COEFFICIENTS = (1, 2, 1, 1, 3, 1, 1, 2)


def marks() -> Iterator[tuple[int, int, int, int, int]]:
    seed = 7
    for service in range(CLASSES * SUBJECTS):
        for test in range(TESTS):
            for pupil in range(PUPILS):
                seed = (seed * 6364136223846793005 + 1442695040888963407) % 2**64
                draw = seed >> 33
                absent = draw % 20 == 0
                halves = draw // 20 % (2 * MAXIMA[test] + 1)
                yield service, test, pupil, 0 if absent else halves * 500_000, 2 if absent else 1


def averages(mark: pd.DataFrame) -> float:
    mark = mark[mark.kind == 1]
    weight = mark.test.map(dict(enumerate(COEFFICIENTS)))
    points = mark.millionths / 1e6 * 20 / mark.test.map(dict(enumerate(MAXIMA))) * weight
    sums = pd.DataFrame({"service": mark.service, "pupil": mark.pupil, "points": points, "weight": weight}) \
        .groupby(["service", "pupil"]).sum()
    subject = (sums.points / sums.weight).rename("average").reset_index()
    of_class = subject.groupby("service").average.mean()
    subject["weight"] = 1 + subject.service % SUBJECTS % 3
    subject["points"] = subject.average * subject.weight
    general = subject.groupby([subject.service // SUBJECTS, "pupil"])[["points", "weight"]].sum()
    return float(of_class.sum() + (general.points / general.weight).sum())


def main() -> None:
    store = sqlite3.connect(":memory:")
    store.execute("CREATE TABLE mark(service INTEGER, test INTEGER, pupil INTEGER, millionths INTEGER, kind INTEGER,"
                  " PRIMARY KEY(service, test, pupil)) WITHOUT ROWID, STRICT")
    store.executemany("INSERT INTO mark VALUES (?, ?, ?, ?, ?)", marks())

    def read() -> pd.DataFrame:
        return pd.read_sql_query("SELECT service, test, pupil, millionths, kind FROM mark", store)

    there = read()
    print(f"sum of all averages       {averages(there):14.4f}")
    print(f"read and worked out       {best(lambda: averages(read())):7.1f} ms")
    print(f"worked out of rows there  {best(lambda: averages(there)):7.1f} ms")


if __name__ == "__main__":
    main()
