"""Python threads on one portal: each with a session of its own, or all with one."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

import ent
from conftest import Clock

THREADS = 8


def in_threads(work: Callable[[int], None], count: int = THREADS) -> None:
    """Runs work(0), work(1), ... side by side, and raises what one of them raised."""
    failures: list[BaseException] = []
    start = threading.Barrier(count)

    def run(number: int) -> None:
        try:
            start.wait(60)
            work(number)
        except BaseException as failure:
            failures.append(failure)

    threads = [threading.Thread(target=run, args=(number,)) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)
        assert not thread.is_alive(), "a thread waits for ever"
    if failures:
        raise failures[0]


@pytest.fixture(params=["memory", "file"])
def shared(request: pytest.FixtureRequest, tmp_path: Path, clock: Clock) -> ent.Portal:
    return ent.open(":memory:" if request.param == "memory" else tmp_path / "portal.db", clock=clock)


def test_eight_threads_write_and_read(shared: ent.Portal) -> None:
    def work(number: int) -> None:
        with shared.system() as session:
            for i in range(25):
                unit = session.org.add(kind="academy", code=f"{number}-{i}", name=f"Académie {number}")
                assert session.org.get(id=unit.id) == unit
                session.org.change(id=unit.id, name=f"Académie {number}, {i}", if_revision=1)

    in_threads(work)
    with shared.system() as session:
        units = list(session.org.list_all())
    assert len(units) == len({unit.id for unit in units}) == THREADS * 25
    assert {unit.revision for unit in units} == {2}
    shared.close()


def test_eight_threads_may_share_one_session(shared: ent.Portal) -> None:
    session = shared.system()

    def work(number: int) -> None:
        for i in range(25):
            unit = session.org.add(kind="academy", code=f"{number}-{i}", name=f"Académie {number}")
            assert session.org.get(id=unit.id).name == f"Académie {number}"

    in_threads(work)
    assert len(list(session.org.list_all())) == THREADS * 25
    shared.close()


def test_more_snapshots_than_connections_wait_their_turn(tmp_path: Path, clock: Clock) -> None:
    with ent.open(tmp_path / "portal.db", clock=clock, readers=2) as portal:
        portal.system().org.add(kind="academy", code="24", name="Créteil")

        def work(number: int) -> None:
            for _ in range(20):
                with portal.system() as session, session.snapshot() as snapshot:
                    assert len(snapshot.org.list()) == 1

        in_threads(work)


def test_a_portal_may_close_while_threads_work(shared: ent.Portal) -> None:
    refused: list[str] = []

    def work(number: int) -> None:
        try:
            session = shared.system()
            for i in range(10_000):
                session.org.add(kind="academy", code=f"{number}-{i}", name="Académie")
                if number == 0 and i == 5:
                    shared.close()
        except ent.FailedPrecondition as error:
            refused.append(error.reason)

    in_threads(work, 4)
    assert refused == ["closed"] * 4


def test_a_session_may_close_while_threads_work(shared: ent.Portal) -> None:
    session = shared.system()
    refused: list[str] = []

    def work(number: int) -> None:
        try:
            for i in range(10_000):
                session.org.list()
                if number == 0 and i == 5:
                    session.close()
        except ent.FailedPrecondition as error:
            refused.append(error.reason)

    in_threads(work, 4)
    assert refused == ["closed"] * 4
    shared.close()


def test_a_page_may_be_read_by_all(shared: ent.Portal) -> None:
    with shared.system() as session:
        for i in range(300):
            session.org.add(kind="academy", code=str(i), name=f"Académie {i}")
        for _ in range(5):
            page = session.org.list(limit=300)
            in_threads(lambda number: check(page))
    shared.close()


def check(page: ent.org.Page) -> None:
    assert len(page) == len(page.to_dicts()) == 300
    assert [unit.id for unit in page] == [row["id"] for row in page.to_dicts()]
