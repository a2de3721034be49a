"""Ports given in Python: clock, random bytes, log."""

from __future__ import annotations

import gc
import os
import threading
import weakref
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest

import ent
from conftest import Clock


def test_the_clock_is_the_only_one(clock: Clock) -> None:
    with ent.open(":memory:", clock=clock) as portal, portal.system() as host:
        clock.now = datetime(2030, 1, 1, 0, 30, tzinfo=timezone(timedelta(hours=1)))  # 23:30 UTC, past midnight in Paris
        assert host.org.add(kind="academy", code="24", name="Créteil").valid_from.isoformat() == "2030-01-01"


def test_today_is_that_of_the_clock_in_the_zone_of_the_portal(clock: Clock) -> None:
    for zone, hour, day in (("Europe/Paris", 22, "2030-01-01"), ("Europe/Paris", 23, "2030-01-02"), ("Pacific/Noumea", 12, "2030-01-01"),
                            ("Pacific/Noumea", 13, "2030-01-02"), ("Pacific/Tahiti", 9, "2029-12-31")):
        clock.now = datetime(2030, 1, 1, hour, 30, tzinfo=timezone.utc)
        with ent.open(":memory:", clock=clock, timezone=zone) as portal, portal.system() as host:
            assert portal.today().isoformat() == day == host.org.add(kind="academy", code="24", name="Créteil").valid_from.isoformat()


def test_without_ports_the_system_serves() -> None:
    with ent.open(":memory:") as portal, portal.system() as host:
        assert host.org.add(kind="academy", code="24", name="Créteil").valid_from.year >= 2024


def test_what_a_clock_raises_comes_out_of_the_call(clock: Clock) -> None:
    class Broken(Exception):
        pass

    def broken() -> datetime:
        raise Broken

    answers: list[Any] = [clock]
    told: Any = lambda: answers[0]()
    with ent.open(":memory:", clock=told) as portal, portal.system() as host:
        calls: list[Callable[[], object]] = [
            lambda: host.org.list(), lambda: host.call_json("org.list"),
            lambda: host.org.add(kind="academy", code="24", name="Créteil")]
        for bad, kind in ((broken, Broken), (lambda: 5, TypeError), (lambda: datetime(2026, 9, 14), TypeError),
                          (lambda: None, TypeError), (lambda x: x, TypeError)):
            answers[0] = bad
            for call in calls:
                with pytest.raises(kind):
                    call()
        answers[0] = clock
        assert len(host.org.list()) == 0, "nothing was written, and the portal works"


def test_random_bytes_are_taken_from_the_port(clock: Clock) -> None:
    asked: list[int] = []

    def random(size: int) -> bytes:
        asked.append(size)
        return os.urandom(size)

    with ent.open(":memory:", clock=clock, random=random) as portal, portal.system() as host:
        host.org.add(kind="academy", code="24", name="Créteil")
    assert asked and all(size > 0 for size in asked)
    wrong: list[Any] = [lambda size: b"", lambda size: bytes(size + 1), lambda size: "x" * size, lambda size: None]
    for bad in wrong:
        with pytest.raises(TypeError):
            with ent.open(":memory:", clock=clock, random=bad) as portal, portal.system() as host:
                host.org.add(kind="academy", code="24", name="Créteil")


def test_a_port_must_not_call_its_own_session(clock: Clock) -> None:
    refused: list[str] = []
    sessions: list[ent.Session] = []

    def curious() -> datetime:
        for session in sessions:
            calls: list[Callable[[], object]] = [
                lambda: session.org.list(), lambda: session.close(), lambda: session.profile]
            for call in calls:
                try:
                    call()
                except ent.FailedPrecondition as error:
                    refused.append(error.reason)
        return clock()

    with ent.open(":memory:", clock=curious) as portal:
        sessions.append(portal.system())
        sessions[0].org.list()
        assert refused == ["session.in_use"] * 3
        assert len(sessions[0].org.list()) == 0


def test_a_port_may_use_another_session(clock: Clock) -> None:
    counts: list[int] = []
    others: list[ent.Session] = []

    def busy() -> datetime:
        while others:
            counts.append(len(others.pop().org.list()))
        return clock()

    with ent.open(":memory:", clock=busy) as portal:
        others.append(portal.system())
        portal.system().org.list()
        assert counts == [0]


def test_ports_live_as_long_as_their_portal_and_no_longer(clock: Clock) -> None:
    class Tool:
        def __call__(self, *given: Any) -> Any:
            return clock() if not given else os.urandom(given[0])

    tool = Tool()
    seen = weakref.ref(tool)
    portal = ent.open(":memory:", clock=tool, random=tool, log=lambda level, line: None)
    session = portal.system()
    del tool
    gc.collect()
    session.org.list()
    portal.close()
    del portal
    gc.collect()
    assert seen() is not None
    session.close()
    gc.collect()
    assert seen() is None


def test_ports_are_called_in_the_thread_of_the_call(clock: Clock) -> None:
    threads: set[int] = set()

    def noting() -> datetime:
        threads.add(threading.get_ident())
        return clock()

    with ent.open(":memory:", clock=noting) as portal:
        threads.clear()
        worker = threading.Thread(target=lambda: portal.system().org.list())
        worker.start()
        worker.join()
        assert threads == {worker.ident}
