"""Looking after a portal: check, backup, and the outbox."""

from __future__ import annotations

from pathlib import Path

import pytest

import ent


def test_a_backup_is_a_store(tmp_path: Path) -> None:
    path = tmp_path / "copie de décembre.ent"
    with ent.open(str(tmp_path / "store.ent")) as portal:
        with portal.system() as host:
            host.org.add(kind="academy", code="24", name="Créteil")
        assert portal.backup(str(path)).bytes == path.stat().st_size
        with pytest.raises(ent.AlreadyExists) as taken:
            portal.backup(str(path))
        assert taken.value.reason == "backup.exists"
        assert portal.backup(str(path), replace=True).bytes == path.stat().st_size
        with pytest.raises(ent.InvalidArgument) as nowhere:
            portal.backup(str(tmp_path / "no" / "folder"))
        assert nowhere.value.reason == "backup.no_place"
    with ent.open(str(path)) as copy, copy.system() as host:
        assert [unit.name for unit in host.org.list()] == ["Créteil"]
        assert len(copy.check(level="full").findings) == 0


def test_check_and_backup_tell_how_far_they_are(tmp_path: Path) -> None:
    checked: list[ent.Progress] = []
    copied: list[ent.Progress] = []
    with ent.open(str(tmp_path / "store.ent")) as portal:
        portal.check(level="full", progress=checked.append)
        portal.backup(tmp_path / "copy.ent", progress=copied.append)
    assert checked and copied
    assert all(0 <= step.done <= step.total or step.total == 0 for step in checked + copied)
    assert [step.done for step in copied] == sorted(step.done for step in copied)


def test_check_and_backup_are_stopped(tmp_path: Path) -> None:
    with ent.open(str(tmp_path / "store.ent")) as portal:
        with pytest.raises(ent.Cancelled) as stopped:
            portal.check(level="full", progress=lambda step: False)
        assert stopped.value.reason == "store.interrupted"
        with pytest.raises(ent.Cancelled):
            portal.backup(tmp_path / "copy.ent", progress=lambda step: False)

        def fall_over(step: ent.Progress) -> None:
            raise KeyError(step.done)

        with pytest.raises(KeyError):
            portal.backup(tmp_path / "copy.ent", progress=fall_over)
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith("copy")] == []


def test_an_empty_outbox_gives_nothing(portal: ent.Portal) -> None:
    taken = portal.take_deliveries(limit=10)
    assert len(taken.items) == 0
    assert taken.lease == 0
    assert taken.next_due_at is None
    assert portal.settle_deliveries(lease=1, delivered=[1], failed=[2, 3]).late == 3
    with pytest.raises(ent.InvalidArgument) as refused:
        portal.take_deliveries(lease_seconds=0)
    assert refused.value.fields == {"/lease_seconds": "field.range"}
