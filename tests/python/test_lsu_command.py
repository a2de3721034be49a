"""`python3 -m ent lsu` on a class of two, of whom one is kept back."""

from __future__ import annotations

import os
import subprocess
import sys
import xml.etree.ElementTree as ET
from datetime import date, datetime, timezone
from pathlib import Path
from typing import cast

import pytest

import ent
from ent.reports import _lsu_command

FIRST, LAST = date(2026, 9, 1), date(2027, 1, 29)
SPACE = "{urn:fr:edu:scolarite:lsun:bilans:import}"


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A published half-year of Léa, whose numbers are known, and of Noé, whose are not."""
    path = tmp_path / "portal.db"
    with ent.open(path) as portal, portal.system() as host:
        org = host.org.add(kind="establishment", code="9990002B", name="Collège des Tilleuls", degree="second", valid_from=FIRST).id
        anne, paul, lea, noe = [host.person.add(org_id=org, family_name=family, given_name=given).id for family, given in
                                (("Durand", "Anne"), ("Moreau", "Paul"), ("Martin", "Léa"), ("Bernard", "Noé"))]
        host.person.affiliate(org_id=org, person_id=anne, profile="head", valid_from=FIRST)
        host.person.affiliate(org_id=org, person_id=paul, profile="teacher", valid_from=FIRST)
        division = host.group.add(org_id=org, kind="division", code="4A", name="Quatrième A", valid_from=FIRST, school_year=2026).id
        host.group.enrol(id=division, pupil_ids=[lea, noe], level="4", valid_from=FIRST)
        host.group.add_service(group_id=division, teacher_id=paul, subject_code="061300", valid_from=FIRST)
        host.group.give_role(id=division, person_id=paul, role="main_teacher", valid_from=FIRST)
        period = host.period.set(org_id=org, school_year=2026, code="semestres",
                                 items=[{"name": "1er semestre", "first_day": FIRST, "last_day": LAST}]).periods[0].id
        host.account.issue_activations(org_id=org, person_ids=[anne, paul])
        host.person.refer(org_id=org, person_id=lea, feed="siecle:9990002b", key="9001")
        host.person.refer(org_id=org, person_id=paul, feed="sts:9990002b", key="epp:314")
        with portal.act_as(person_id=paul, profile="teacher") as teacher:
            teacher.report.comment(period_id=period, group_id=division, subject_code="061300",
                                   items=[{"pupil_id": one, "text": "Un travail régulier & soigné."} for one in (lea, noe)])
            teacher.report.comment_general(period_id=period, division_id=division,
                                           items=[{"pupil_id": one, "text": "Bon semestre."} for one in (lea, noe)])
            teacher.report.write_council(period_id=period, division_id=division, held_on=date(2027, 1, 14))
        with portal.act_as(person_id=anne, profile="head", step_up_at=datetime.now(timezone.utc)) as head:
            head.gradebook.set_period_state(period_id=period, state="locked", group_ids=[division])
            head.gradebook.set_period_state(period_id=period, state="published", group_ids=[division])
            head.report.publish(period_id=period, division_id=division)
    return path


def run(store: Path, out: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-B", "-m", "ent", "lsu", str(out), "--store", str(store), "--class", "4a", "--period", "S1", *options]
    return subprocess.run(command, capture_output=True, text=True, env={**os.environ, "COLUMNS": "200"})


def test_who_is_ready_is_written_and_who_is_not_is_named(store: Path, tmp_path: Path) -> None:
    out = tmp_path / "lsu.xml"
    done = run(store, out)
    assert done.returncode == 3
    assert done.stderr == "Bernard Noé ; eleve/@id-be ; L'identifiant national ou le numéro en base élèves de l'élève n'est pas connu.\n"
    root = ET.fromstring(out.read_bytes())
    assert [one.get("nom") for one in root.iter(SPACE + "eleve")] == ["Martin"]
    assert [one.text for one in root.iter(SPACE + "appreciation")] == ["Un travail régulier & soigné."]
    assert run(store, tmp_path / "again.xml").returncode == 3
    assert (tmp_path / "again.xml").read_bytes() == out.read_bytes()


def test_without_a_class_it_is_the_whole_school(store: Path, tmp_path: Path) -> None:
    """A second class, with a pupil of its own; drafts of all in one file, in the order of classes and names."""
    with ent.open(store) as portal, portal.system() as host:
        unit = host.org.list(kind="establishment")[0].id
        paul = host.person.list(org_id=unit, profile="teacher")[0].id
        ali = host.person.add(org_id=unit, family_name="Adam", given_name="Ali").id
        division = host.group.add(org_id=unit, kind="division", code="4B", name="Quatrième B", valid_from=FIRST, school_year=2026).id
        host.group.enrol(id=division, pupil_ids=[ali], level="4", valid_from=FIRST)
        host.group.give_role(id=division, person_id=paul, role="main_teacher", valid_from=FIRST)
        host.person.refer(org_id=unit, person_id=ali, feed="siecle:9990002b", key="9009")
    command = [sys.executable, "-B", "-m", "ent", "lsu", str(tmp_path / "lsu.xml"), "--store", str(store), "--period", "S1"]
    done = subprocess.run([*command, "--school", "9990002B", "--draft", "--check"], capture_output=True, text=True)
    assert done.returncode == 3
    assert [line.split(" ; ")[0] for line in done.stderr.splitlines()] == ["Bernard Noé", "Adam Ali", "Adam Ali", "Adam Ali"]
    assert subprocess.run(command, capture_output=True, text=True).returncode == 3
    assert [one.get("code-division") for one in ET.fromstring((tmp_path / "lsu.xml").read_bytes()).iter(SPACE + "eleve")] == ["4A"]
    done = subprocess.run([*command, "--school", "9990009Z"], capture_output=True, text=True)
    assert done.returncode == 1 and "9990009Z" in done.stderr


def test_a_look_writes_nothing(store: Path, tmp_path: Path) -> None:
    done = run(store, tmp_path / "lsu.xml", "--check", "--language", "en")
    assert done.returncode == 3
    assert "Bernard Noé ; eleve/@id-be ; The national number" in done.stderr
    assert not (tmp_path / "lsu.xml").exists()


def test_all_of_them_is_success(store: Path, tmp_path: Path) -> None:
    with ent.open(store) as portal, portal.system() as host:
        unit = host.org.list(kind="establishment")[0].id
        noe = next(one.id for one in host.person.list(org_id=unit, profile="pupil") if one.given_name == "Noé")
        host.person.refer(org_id=unit, person_id=noe, feed="siecle:9990002b", key="9002")
    done = run(store, tmp_path / "lsu.xml", "--schema", "13.0")
    assert (done.returncode, done.stderr) == (0, "")
    assert 'schemaVersion="13.0"' in (tmp_path / "lsu.xml").read_text(encoding="utf-8")


def test_the_end_of_a_cycle_is_that_of_the_last_period(store: Path, tmp_path: Path) -> None:
    with ent.open(store) as portal, portal.system() as host:
        unit = host.org.list(kind="establishment")[0].id
        paul = host.person.list(org_id=unit, profile="teacher")[0].id
        zoe = host.person.add(org_id=unit, family_name="Vidal", given_name="Zoé").id
        division = host.group.add(org_id=unit, kind="division", code="3A", name="Troisième A", valid_from=FIRST, school_year=2026).id
        host.group.enrol(id=division, pupil_ids=[zoe], level="3", valid_from=FIRST)
        host.group.give_role(id=division, person_id=paul, role="main_teacher", valid_from=FIRST)
        host.person.refer(org_id=unit, person_id=zoe, feed="siecle:9990002b", key="9003")
        period = host.period.list(org_id=unit, division_id=division, school_year=2026)[-1].id
        with portal.act_as(person_id=paul, profile="teacher") as teacher:
            teacher.report.record_cycle(period_id=period, division_id=division, items=[{"pupil_id": zoe, "synthesis": "Prête & motivée.", "components": [
                {"code": each, "position": 3} for each in
                ("CPD_FRA", "CPD_ETR", "CPD_SCI", "CPD_ART", "MET_APP", "FRM_CIT", "SYS_NAT", "REP_MND")]}])
    command = [sys.executable, "-B", "-m", "ent", "lsu", str(tmp_path / "cycle.xml"), "--store", str(store), "--class", "3A"]
    assert subprocess.run(command, capture_output=True, text=True).returncode == 2
    done = subprocess.run([*command, "--cycle", "4", "--draft"], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert "<synthese>Prête &amp; motivée.</synthese>" in (tmp_path / "cycle.xml").read_text(encoding="utf-8")
    done = subprocess.run([*command, "--cycle", "4", "--check"], capture_output=True, text=True)
    assert done.returncode == 3 and "Vidal Zoé ; bilan-periodique ; Le bulletin de l'élève n'est pas publié." in done.stderr


@pytest.mark.parametrize("options, says", [
    (["--period", "S2"], "S2"), (["--period", "T1"], "période T1 introuvable"), (["--class", "9Z"], "9Z"), (["--schema", "3.x"], "lsu.version_unknown"),
    (["--schema", "3.0"], "lsu.nothing_ready"), (["--store", "nowhere.db"], "nowhere.db")])
def test_what_cannot_be_done_is_said(store: Path, tmp_path: Path, options: list[str], says: str) -> None:
    done = run(store, tmp_path / "lsu.xml", *options)
    assert done.returncode == 1
    assert done.stderr.startswith("ent lsu : ") and says in done.stderr
    assert not (tmp_path / "lsu.xml").exists()


def test_what_is_meant_by_a_number_of_a_class_is_said(store: Path, tmp_path: Path) -> None:
    for pair in ("4A", "4A=", "=12"):
        done = run(store, tmp_path / "x", f"--class-number={pair}")
        assert done.returncode == 2 and "CLASSE=NUM" in done.stderr
    assert run(store, tmp_path / "x", "--class-number", "4A=12").returncode == 3


def test_a_class_of_whom_no_cycle_ends_is_told(store: Path, tmp_path: Path) -> None:
    done = run(store, tmp_path / "x", "--cycle", "4", "--check")
    assert done.returncode == 1 and "aucun cycle ne se termine" in done.stderr


def test_a_class_that_is_named_twice_is_one(store: Path, tmp_path: Path) -> None:
    done = run(store, tmp_path / "x", "--class", "Quatrième A")
    assert done.returncode == 3 and len(done.stderr.splitlines()) == 1


def test_the_file_may_be_a_pipe(store: Path) -> None:
    done = run(store, Path("/dev/stdout"))
    assert done.returncode == 3 and ET.fromstring(done.stdout.encode()).tag == SPACE + "lsun-bilans"


def test_the_periods_of_many_classes_are_asked_for_together(store: Path) -> None:
    """Of 30 classes, ten of them of another level, and one that has periods of its own: three times."""
    asked: list[int] = []

    class Counting:
        def __init__(self, session: ent.Session) -> None:
            self.period = self
            self.schemes = session.period.schemes
            self._list = session.period.list

        def list(self, *, org_id: int, division_id: int, school_year: int) -> object:
            asked.append(division_id)
            return self._list(org_id=org_id, division_id=division_id, school_year=school_year)

    with ent.open(store) as portal, portal.system() as host:
        org = host.org.list(kind="establishment")[0].id
        ids = [host.group.add(org_id=org, kind="division", code=f"C{place}", name=f"C{place}", levels=["3" if place < 10 else "4"],
                              valid_from=FIRST, school_year=2026).id for place in range(30)]
        host.period.set(org_id=org, school_year=2026, code="propre", items=[{"name": "Année", "first_day": FIRST, "last_day": LAST}],
                        division_ids=[ids[5]])
        classes = [each for each in host.group.list_all(org_id=org, kind="division") if each.id in ids]
        told = dict((each.id, [period.name for period in periods])
                    for each, periods in _lsu_command._periods(cast(ent.Session, Counting(host)), org, classes))
        assert told == {each: [period.name for period in host.period.list(org_id=org, division_id=each, school_year=2026)] for each in ids}
    assert len(asked) == 3 and told[ids[5]] == ["Année"]
