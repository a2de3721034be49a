"""Portals and sessions: opening, closing, dates, snapshots, the options of a call."""

from __future__ import annotations

import gc
import json
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest

import ent
from conftest import Clock


def test_a_file_keeps_what_was_written(tmp_path: Path) -> None:
    with ent.open(tmp_path / "école.db", timezone="Europe/Paris") as portal, portal.system() as host:
        added = host.org.add(kind="academy", code="24", name="Créteil")
    with ent.open(str(tmp_path / "école.db")) as portal, portal.system() as host:
        assert host.org.get(id=added.id) == added


def test_the_host_is_nobody(host: ent.Session) -> None:
    assert (host.account_id, host.person_id, host.profile) == (None, None, "system")


def test_a_closed_session_refuses(portal: ent.Portal) -> None:
    session = portal.system()
    session.close()
    session.close()
    calls: list[Callable[[], object]] = [
        lambda: session.org.list(), lambda: session.call_json("org.list"), lambda: session.snapshot(),
        lambda: session.at(date(2026, 9, 1)), lambda: session.profile]
    for call in calls:
        with pytest.raises(ent.FailedPrecondition) as refused:
            call()
        assert refused.value.reason == "closed"


def test_a_closed_portal_refuses(clock: Clock) -> None:
    portal = ent.open(":memory:", clock=clock)
    session = portal.system()
    portal.close()
    portal.close()
    calls: list[Callable[[], object]] = [lambda: session.org.list(), lambda: portal.system()]
    for call in calls:
        with pytest.raises(ent.FailedPrecondition) as refused:
            call()
        assert refused.value.reason == "closed"


def test_a_session_outlives_its_portal(clock: Clock) -> None:
    portal = ent.open(":memory:", clock=clock)
    session = portal.system()
    added = session.org.add(kind="academy", code="24", name="Créteil")
    page = session.org.list()
    del portal
    gc.collect()
    assert session.org.get(id=added.id) == added
    operations = session.org
    del session
    gc.collect()
    assert operations.get(id=added.id) == added
    del operations
    gc.collect()
    assert page[0] == added


def test_what_a_with_statement_raises_goes_on(clock: Clock) -> None:
    with pytest.raises(KeyError):
        with ent.open(":memory:", clock=clock) as portal:
            with portal.system():
                raise KeyError("mine")
    with pytest.raises(ent.FailedPrecondition):
        portal.system()


def test_a_session_at_a_date_reads_what_stood_then(host: ent.Session, clock: Clock) -> None:
    unit = host.org.add(kind="academy", code="24", name="Créteil")
    clock.forward(days=10)
    host.org.change(id=unit.id, name="Créteil et Paris")
    then = host.at(date(2026, 9, 20))
    assert then.org.get(id=unit.id).name == "Créteil"
    assert host.org.get(id=unit.id).name == "Créteil et Paris"
    with pytest.raises(ent.FailedPrecondition) as refused:
        then.org.change(id=unit.id, name="Paris")
    assert refused.value.reason == "session.reads_only"
    with pytest.raises(ent.InvalidArgument) as wrong:
        host.at("2026-09-20")  # type: ignore[arg-type]
    assert wrong.value.fields == {"/date": "field.type"}


def test_in_a_snapshot_nothing_moves(tmp_path: Path, clock: Clock) -> None:
    with ent.open(tmp_path / "portal.db", clock=clock) as portal, portal.system() as host:
        host.org.add(kind="academy", code="24", name="Créteil")
        with host.snapshot() as snapshot:
            assert len(snapshot.org.list()) == 1
            host.org.add(kind="academy", code="01", name="Paris")
            assert len(snapshot.org.list()) == 1
        assert len(host.org.list()) == 2
        with pytest.raises(ent.FailedPrecondition):
            snapshot.org.list()


def test_an_idempotency_key_is_done_once(host: ent.Session) -> None:
    first = host.org.add(kind="academy", code="24", name="Créteil", idempotency_key="seed 1")
    assert host.org.add(kind="academy", code="24", name="Créteil", idempotency_key="seed 1") == first
    with pytest.raises(ent.Conflict) as refused:
        host.org.add(kind="academy", code="25", name="Versailles", idempotency_key="seed 1")
    assert refused.value.reason == "call.key_reused"


def test_a_revision_that_was_lost_is_a_conflict(host: ent.Session) -> None:
    unit = host.org.add(kind="academy", code="24", name="Créteil")
    host.org.change(id=unit.id, name="Un", if_revision=unit.revision)
    with pytest.raises(ent.Conflict) as refused:
        host.org.change(id=unit.id, name="Deux", if_revision=unit.revision)
    assert refused.value.reason == "call.stale_revision"


def test_a_deadline_is_by_the_clock_of_the_portal(host: ent.Session, clock: Clock) -> None:
    assert len(host.org.list(deadline=clock.now + timedelta(microseconds=1))) == 0
    elsewhere = clock.now.astimezone(timezone(timedelta(hours=-5)))
    with pytest.raises(ent.TimedOut) as late:
        host.org.list(deadline=elsewhere)
    assert late.value.reason == "call.deadline_passed"


def test_json_is_a_face_too(host: ent.Session) -> None:
    added = json.loads(host.call_json("org.add", '{"kind": "academy", "code": "24", "name": "Créteil"}',
                                      idempotency_key="once"))
    again = json.loads(host.call_json("org.add", '{"kind": "academy", "code": "24", "name": "Créteil"}',
                                      idempotency_key="once"))
    assert added == again
    assert host.org.get(id=added["id"]).name == "Créteil"
    with pytest.raises(ent.Unimplemented):
        host.call_json("org.no_such")
    with pytest.raises(ent.InvalidArgument) as wrong:
        host.call_json("org.get", '{"id": "x"}')
    assert wrong.value.fields == {"/id": "field.type"}


def test_options_of_opening_are_looked_at(tmp_path: Path) -> None:
    for options, pointer in (({"timezone": "Mars/Olympus"}, "/timezone"), ({"readers": 65}, "/readers"),
                             ({"busy_timeout_ms": -1}, "/busy_timeout_ms"), ({"durability": "none"}, "/durability")):
        with pytest.raises(ent.InvalidArgument) as wrong:
            ent.open(tmp_path / "portal.db", **options)  # type: ignore[arg-type]
        assert list(wrong.value.fields) == [pointer]
    with pytest.raises(TypeError):
        ent.open(tmp_path / "portal.db", clock=5)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        ent.open(5)  # type: ignore[arg-type]


def test_moments_have_a_time_zone(host: ent.Session) -> None:
    with pytest.raises(ent.InvalidArgument) as wrong:
        host.org.list(deadline=datetime(2026, 9, 14, 8, 0))
    assert wrong.value.fields == {"/deadline": "field.naive"}
    assert "time zone" in str(wrong.value)
    assert "fuseau horaire" in wrong.value.text("fr")
