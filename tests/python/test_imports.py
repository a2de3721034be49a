"""An import from Python: dry run, progress, stopped from within and from another thread, report as records."""

from __future__ import annotations

import os
import signal
import threading
from pathlib import Path

import pytest

import ent

COLLEGE = Path(__file__).parents[1] / "data" / "aaf2d"


def test_a_dry_run_reports_and_keeps_nothing(host: ent.Session) -> None:
    seen: list[ent.ImportProgress] = []
    report = host.import_aaf(COLLEGE, dry_run=True, progress=seen.append)
    assert not report.applied and report.run == 0 and report.people.created > 0
    assert seen and all(0 <= step.bytes_done <= step.bytes_total for step in seen)
    assert [step.records_done for step in seen] == sorted(step.records_done for step in seen)
    assert not host.org.list().items


def test_a_second_run_changes_nothing(host: ent.Session) -> None:
    first = host.import_aaf(os.fspath(COLLEGE))
    again = host.import_aaf(COLLEGE)
    assert first.applied and again.applied and again.run == first.run + 1
    assert again.people == ent.ImportCounts(created=0, changed=0, unchanged=first.people.created, marked=0, removed=0,
                                            refused=first.people.refused)
    assert all(isinstance(note, ent.ImportNote) and note.file for note in first.notes)
    assert first.refusals + first.warnings == len(first.notes)


def test_the_last_run_is_taken_back(host: ent.Session) -> None:
    report = host.import_aaf(COLLEGE)
    tried = host.undo_import(report.feed, dry_run=True)
    assert not tried.applied and tried.run == report.run and host.org.list().items
    undone = host.undo_import(report.feed)
    assert undone.applied and undone.people.removed == report.people.created and undone.conflicts == len(undone.kept) == 0
    assert not host.org.list().items
    again = host.undo_import(report.feed, run=report.run)
    assert again.was_undone and not again.applied
    with pytest.raises(ent.NotFound) as missing:
        host.undo_import("nowhere")
    assert missing.value.reason == "import.run_not_found"


def test_false_stops_it(host: ent.Session) -> None:
    with pytest.raises(ent.Cancelled) as stopped:
        host.import_aaf(COLLEGE, progress=lambda step: False)
    assert stopped.value.reason == "import.cancelled"
    assert not host.org.list().items


def test_an_exception_stops_it_and_comes_out(host: ent.Session) -> None:
    def fail(step: ent.ImportProgress) -> None:
        raise LookupError(step.records_done)

    with pytest.raises(LookupError):
        host.import_aaf(COLLEGE, progress=fail)
    assert not host.org.list().items
    assert host.import_aaf(COLLEGE).applied


def test_ctrl_c_stops_it(host: ent.Session) -> None:
    with pytest.raises(KeyboardInterrupt):
        host.import_aaf(COLLEGE, progress=lambda step: signal.raise_signal(signal.SIGINT))
    assert not host.org.list().items


def test_another_thread_stops_it(host: ent.Session) -> None:
    begun, stop = threading.Event(), threading.Event()

    def ask(step: ent.ImportProgress) -> bool:
        begun.set()
        stop.wait()
        return not stop.is_set()

    def say_stop() -> None:
        begun.wait()
        stop.set()

    other = threading.Thread(target=say_stop)
    other.start()
    with pytest.raises(ent.Cancelled):
        host.import_aaf(COLLEGE, progress=ask)
    other.join()


def test_the_library_is_not_called_from_a_watch(host: ent.Session) -> None:
    def call(step: ent.ImportProgress) -> None:
        host.org.list()

    with pytest.raises(ent.FailedPrecondition) as refused:
        host.import_aaf(COLLEGE, progress=call)
    assert refused.value.reason == "session.in_use"


def test_what_is_wrong_is_named(host: ent.Session, tmp_path: Path) -> None:
    with pytest.raises(ent.InvalidArgument) as refused:
        host.import_aaf(tmp_path)
    assert refused.value.reason == "import.no_files"
    with pytest.raises(ent.InvalidArgument) as refused:
        host.import_aaf(COLLEGE, mode="half")  # type: ignore[arg-type]
    assert refused.value.fields == {"/mode": "field.word"}
    with pytest.raises(TypeError):
        host.import_aaf(7)  # type: ignore[arg-type]


ROSTER = Path(__file__).parents[1] / "data" / "oneroster"


def test_what_came_in_goes_out(host: ent.Session, tmp_path: Path) -> None:
    seen: list[ent.ExportProgress] = []
    report = host.import_oneroster(ROSTER)
    assert report.applied and report.people.created > 0
    out = host.export_oneroster(tmp_path / "out", feed=report.feed, progress=seen.append)
    assert out.people > 0 and (tmp_path / "out" / "manifest.csv").exists()
    assert all(step.people_done <= step.people_total for step in seen)
    again = host.import_oneroster(tmp_path / "out", feed=report.feed)
    assert again.applied and again.people.created == 0
    with pytest.raises(ent.InvalidArgument) as refused:
        host.import_oneroster(ROSTER, mode="delta")
    assert refused.value.reason == "import.delta_unread"


TIMETABLE = Path(__file__).parents[1] / "data" / "fet" / "college.fet"


def test_a_timetable_comes_in(host: ent.Session) -> None:
    school = host.org.add(kind="establishment", code="9990001A", name="Collège d'Essai", degree="second").id
    seen: list[ent.ImportProgress] = []
    plan = host.import_fet(TIMETABLE, org_id=school, dry_run=True, progress=seen.append)
    assert not plan.applied and plan.slots.created == 6 and plan.unplaced == 1
    assert plan.unmatched_teachers == ("Mme Lefèvre", "M. Nguyen", "M. Œuvrard")
    assert seen and seen[-1].bytes_done == seen[-1].bytes_total
    teacher = host.person.add(org_id=school, family_name="Lefèvre", given_name="Claire").id
    host.person.affiliate(org_id=school, person_id=teacher, profile="teacher")
    table: list[ent.FetTeacherDict] = [{"name": "Mme Lefèvre", "person_id": teacher}]
    report = host.import_fet(os.fspath(TIMETABLE), org_id=school, teachers=table)
    assert report.applied and report.services.created == 1
    assert [note.reason for note in report.notes] == ["import.unplaced"] + ["import.teacher_unmatched"] * 2
    again = host.import_fet(TIMETABLE, org_id=school, teachers=table)
    assert again.slots == ent.ImportCounts(created=0, changed=0, unchanged=6, marked=0, removed=0, refused=0)
    slots = host.timetable.slots(org_id=school).items
    assert [(slot.weekday, slot.subject_code) for slot in slots][:2] == [("monday", "Français"), ("tuesday", "Mathématiques")]
    with pytest.raises(ent.InvalidArgument) as refused:
        host.import_fet(TIMETABLE, org_id=school, days=[{"name": "Lundi", "weekday": "monday"}])
    assert refused.value.fields == {"/days": "import.days_unclear"}
    undone = host.undo_import("fet", org_id=school, run=report.run)
    assert undone.applied and undone.slots.removed == 6 and undone.bells.removed == 1 and undone.conflicts == 0
    assert not host.timetable.slots(org_id=school).items
