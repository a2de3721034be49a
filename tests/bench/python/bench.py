"""What Python costs, against the same calls in C++ and the same objects made by hand.

    PYTHONPATH=build-bench/bindings/python:build-bench/tests/bench/python /usr/bin/python3 tests/bench/python/bench.py

All is measured in one process, in turns, and the best of the turns counts: other work on the machine only adds.
"""

from __future__ import annotations

import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import by_hand
import ent
from ent import _core

TURNS = 40
UNITS = 500


class Row(NamedTuple):
    id: int
    kind: str
    code: str
    name: str
    degree: str | None
    nature_code: str | None
    valid_from: object
    valid_to: object | None
    revision: int


def timed(count: int, work: Callable[[], object]) -> float:
    start = time.perf_counter()
    for _ in range(count):
        work()
    return (time.perf_counter() - start) / count


def in_turns(*measures: Callable[[], float]) -> list[float]:
    """The best of each, in microseconds."""
    best = [float("inf")] * len(measures)
    for _ in range(TURNS):
        best = [min(known, measure()) for known, measure in zip(best, measures)]
    return [seconds * 1e6 for seconds in best]


def fill(session: ent.Session) -> None:
    academy = session.org.add(kind="academy", code="90", name="Académie des Trois-Rivières").id
    for number in range(UNITS):
        session.org.add(kind="establishment", code=f"99{number:05}A", name=f"Collège n° {number}", degree="second",
                        nature_code="340", part_of=academy)


def by_sqlite3(file: str) -> list[Row]:
    """What a script would do without the library, and without rights."""
    connection = sqlite3.connect(file)
    rows = connection.execute("SELECT org, kind, code, name, degree, nature_code, valid_from, valid_to, revision "
                              "FROM org_unit ORDER BY folded_name, org LIMIT 500")
    return [Row(*row) for row in rows]


def calls(file: str) -> bool:
    """A call in C++ and in Python, on a store of one unit."""
    with ent.open(file, durability="normal") as portal, portal.system() as session:
        store, org = by_hand.Store(file), session.org
        org.add(kind="academy", code="90", name="Académie des Trois-Rivières")
        empty = in_turns(lambda: timed(500, lambda: None))[0]
        none_cpp, none, one_cpp, one = in_turns(
            lambda: store.list_nothing(200), lambda: timed(200, lambda: org.list(kind="region")),
            lambda: store.get(1, 200), lambda: timed(200, lambda: org.get(id=1)))
        call = none - empty - none_cpp
        print(f"a call that answers an empty page: {none_cpp:.2f} us in C++, {call:+.2f} in Python (at most 0.5)")
        print(f"one that answers a record of 9 fields: {one_cpp:.2f} us, {one - empty - one_cpp:+.2f}")
        return call <= 0.5


def rows(file: str) -> bool:
    """Many rows as objects, by the type table and by hand."""
    with ent.open(file, durability="normal") as portal, portal.system() as session:
        fill(session)
        store = by_hand.Store(file)
        store.keep(UNITS)
        page = session.org.list(limit=UNITS)
        hand, made, plain, arrow, frame, scripted = in_turns(
            lambda: timed(5, lambda: store.tuples(Row)), lambda: timed(5, lambda: _core.items(page._answers()[0])),
            lambda: timed(5, page.to_dicts), lambda: timed(5, page.__arrow_c_stream__), lambda: timed(1, page.to_pandas),
            lambda: timed(1, lambda: by_sqlite3(file)))
        print(f"{UNITS} rows as objects: {hand:.0f} us by hand, {made:.0f} by the table: x {made / hand:.2f} (at most 2)")
        print(f"{UNITS} rows as dicts {plain:.0f} us, Arrow stream {arrow:.1f}, pandas {frame:.0f}; "
              f"sqlite3 and named tuples {scripted:.0f}")
        return made <= 2 * hand


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        well = [calls(str(Path(folder) / "calls.db")), rows(str(Path(folder) / "rows.db"))]
        return 0 if all(well) else 1


if __name__ == "__main__":
    sys.exit(main())
