"""The demo academy: the same at every run, with the results that stand beside its golden pupils (examples/academy/golden.cpp)."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, datetime, time, timezone
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree

import pytest

import ent

ROOT = Path(__file__).parents[2]
PROGRAM = Path(os.environ.get("ENT_BUILD_DIR", ROOT / "build")) / "examples/academy"
FIRST, LAST = date(2026, 9, 1), date(2026, 11, 30)
MORNING = datetime(2026, 11, 20, 9, tzinfo=timezone.utc)


def make(folder: Path, name: str) -> Path:
    if not PROGRAM.exists():
        pytest.skip("this build is without the examples")
    subprocess.run([PROGRAM, folder / name, "--make"], check=True, timeout=120)
    return folder / name


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make(tmp_path_factory.mktemp("demo"), "demo.db")


@pytest.fixture
def academy(demo: Path) -> Iterator[ent.Portal]:
    with ent.open(str(demo), clock=lambda: MORNING) as portal:
        yield portal


def school(host: ent.Session, code: str) -> int:
    return next(unit.id for unit in host.org.list_all(kind="establishment") if unit.code == code)


def person(host: ent.Session, org: int, given: str, family: str) -> int:
    return next(each.id for each in host.person.search(words=f"{given} {family}", org_id=org)
                if (each.given_name, each.family_name) == (given, family))


def head_of(portal: ent.Portal, host: ent.Session, org: int) -> ent.Session:
    return portal.act_as(person_id=host.person.list(org_id=org, profile="head")[0].id, profile="head")


def everything(path: Path) -> list[object]:
    """What a head can read of each school, as records."""
    found: list[object] = []
    with ent.open(str(path), clock=lambda: MORNING) as portal, portal.system() as host:
        for unit in host.org.list_all():
            found.append(unit)
            if unit.kind != "establishment":
                continue
            with head_of(portal, host, unit.id) as head:
                found.extend(head.person.list_all(org_id=unit.id))
                found.extend(head.timetable.slots(org_id=unit.id))
                found.extend(head.attendance.unjustified(org_id=unit.id, first_date=date(2026, 10, 5), last_date=date(2026, 11, 20)))
                for group in head.group.list_all(org_id=unit.id):
                    found.append(group)
                    found.extend(head.group.contacts(id=group.id))
                    found.extend(head.gradebook.group_averages(group_id=group.id, first_day=FIRST, last_day=LAST))
                    for assessment in head.gradebook.assessments(group_id=group.id, first_day=FIRST, last_day=LAST):
                        found.extend(head.gradebook.marks(id=assessment.id))
    return found


def test_two_runs_give_the_same_answers(demo: Path, tmp_path: Path) -> None:
    first, second = everything(demo), everything(make(tmp_path, "again.db"))
    assert len(first) > 9000
    assert first == second


def test_it_has_the_size_that_is_said_of_it(academy: ent.Portal) -> None:
    with academy.system() as host:
        pupils = {unit.code: len(list(host.person.list_all(org_id=unit.id, profile="pupil")))
                  for unit in host.org.list_all(kind="establishment")}
        assert pupils == {"0990001N": 96, "0990002P": 60, "0990003R": 100, "0990004S": 60, "0990005T": 40}
        circonscription = next(unit for unit in host.org.list_all(kind="circonscription"))
        schools = host.org.list_all(part_of=circonscription.id)
        assert (circonscription.code, len(list(schools))) == ("0990006U", 3)


def test_the_averages_of_the_golden_pupils(academy: ent.Portal) -> None:
    with academy.system() as host:
        college = school(host, "0990001N")
        latin = next(group for group in host.group.list_all(org_id=college) if group.code == "5LATIN")
        with head_of(academy, host, college) as head:
            averages = {}
            for member in head.group.members(id=latin.id):
                given = head.gradebook.averages(org_id=college, pupil_id=member.id, first_day=FIRST, last_day=LAST)
                averages[member.given_name] = next(each.average for each in given if each.subject_code == "MATHS")
    assert averages == {"Inès": Decimal("14.5"), "Noé": Decimal("8.13"), "Zoé": Decimal(11), "Sacha": None}


def test_the_attendance_of_ines(academy: ent.Portal) -> None:
    with academy.system() as host:
        college = school(host, "0990001N")
        with academy.act_as(person_id=person(host, college, "Claire", "Bérard"), profile="guardian") as mother:
            seen = mother.attendance.of_pupil(org_id=college, pupil_id=person(host, college, "Inès", "Bérard"))
    totals = seen.totals
    assert (totals.half_days, totals.justified_half_days, totals.unjustified_half_days) == (3, 1, 2)
    assert (totals.latenesses, totals.lateness_minutes, list(seen.alerts)) == (1, 7, [])


def test_a_mother_reads_of_both_children_and_of_no_third(academy: ent.Portal) -> None:
    with academy.system() as host:
        college, tilleuls = school(host, "0990001N"), school(host, "0990003R")
        children = {college: person(host, college, "Inès", "Bérard"), tilleuls: person(host, tilleuls, "Tom", "Bérard")}
        other = person(host, college, "Zoé", "Kermarec")
        parents = [person(host, college, *name) for name in (("Claire", "Bérard"), ("Marc", "Lefèvre"))]

    def week(parent: ent.Session, org: int) -> int:
        return len(parent.timetable.lessons(org_id=org, person_id=children[org], first_day=date(2026, 11, 23), last_day=date(2026, 11, 27)))

    with academy.act_as(person_id=parents[0], profile="guardian") as mother:
        assert (week(mother, college), week(mother, tilleuls)) == (27, 9)
        with pytest.raises(ent.NotFound):
            mother.gradebook.of_pupil(org_id=college, pupil_id=other, first_day=FIRST, last_day=LAST)
    with academy.act_as(person_id=parents[1], profile="guardian") as father:
        assert week(father, college) == 27
        with pytest.raises(ent.NotFound):  # a court has decided so
            week(father, tilleuls)


def test_a_home_page_is_small(academy: ent.Portal) -> None:
    """32 KiB at most, and next to nothing where nothing has changed."""
    with academy.system() as host:
        college = school(host, "0990001N")
        ines, claire = person(host, college, "Inès", "Bérard"), person(host, college, "Claire", "Bérard")
    for session in (academy.act_as(person_id=ines, profile="pupil"), academy.act_as(person_id=claire, profile="guardian")):
        with session:
            page = session.call_json("home.show", "{}")
            assert 4_000 < len(page.encode()) <= 32 * 1024
            again = session.call_json("home.show", json.dumps({"etag": json.loads(page)["etag"]}))
            assert json.loads(again)["not_modified"] and len(again) < 400


def run(script: str, demo: Path, *options: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / f"examples/python/{script}.py"), str(demo), "--day", "2026-11-20", *options]
    return subprocess.run(command, env={**os.environ, **environment}, capture_output=True, text=True, timeout=120)


@pytest.mark.parametrize("script", ["absences", "averages", "bulletins", "skills", "week"])
def test_a_script_prints_what_is_recorded(script: str, demo: Path) -> None:
    done = run(script, demo)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (ROOT / f"examples/python/{script}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("script", ["absences", "averages", "week"])
def test_a_script_draws_the_same_picture_twice(script: str, demo: Path, tmp_path: Path) -> None:
    if importlib.util.find_spec("matplotlib") is None:
        pytest.skip("matplotlib is not installed")
    pictures = []
    for name in ("one.svg", "two.svg"):
        done = run(script, demo, "--plot", str(tmp_path / name), MPLCONFIGDIR=str(tmp_path))
        assert done.returncode == 0, done.stderr
        pictures.append((tmp_path / name).read_bytes())
    assert pictures[0] == pictures[1]
    shapes = ElementTree.fromstring(pictures[0]).findall(".//{http://www.w3.org/2000/svg}path")
    assert len(shapes) > 10


@pytest.mark.parametrize("script", ["absences", "averages", "week"])
def test_a_script_says_so_where_it_cannot_draw(script: str, demo: Path, tmp_path: Path) -> None:
    (tmp_path / "matplotlib.py").write_text("raise ImportError", encoding="utf-8")
    path = os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")])
    done = run(script, demo, "--plot", str(tmp_path / "x.svg"), PYTHONPATH=path)
    assert (done.returncode, done.stderr) == (1, "Pas de dessin sans matplotlib : apt install python3-matplotlib\n")
    assert not (tmp_path / "x.svg").exists()


def test_a_table_of_levels_is_rehearsed(demo: Path, tmp_path: Path) -> None:
    """Inès has TB (4) and Noé F (2) by hand: what says the same is not told, what would change is, before and after."""
    table = tmp_path / "grille.csv"
    table.write_text("Nom;CPD_SCI\nBérard Inès;TB\nGarnier Noé;S\nColin Sacha;5\nPersonne;S\n", encoding="cp1252")
    done = run("skills", demo, "--table", str(table), "--evaluation", "Nombres relatifs")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[-3:] == ["  ligne 2, colonne 1 : 2 -> 3", "  ligne 3, colonne 1 : skill.no_level",
                                             "  ligne 4, colonne 0 : group.no_member"]


def council(demo: Path, out: Path) -> dict[str, bytes]:
    command = [sys.executable, "-B", "-m", "ent", "report", "conseil", "--store", str(demo), "--class", "5A", "--period", "T1", "--school",
               "0990001N", "--out", str(out), "--day", "2026-11-20", "--pdf", "none", "--interim"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    return {path.name: path.read_bytes() for path in sorted(out.iterdir())}


def test_the_file_of_a_council(demo: Path, tmp_path: Path) -> None:
    """24 pupils; Inès Bérard has 14,50 in mathematics, three half-days missed and one lateness; T1 is one point of the curve."""
    written = council(demo, tmp_path / "one")
    assert written == council(demo, tmp_path / "two")
    assert sum(name.startswith("bulletin-") for name in written) == 24
    assert {name for name in written if not name.startswith("bulletin-")} == {"index.html", "synthese.csv", "synthese.xlsx"}
    lines = [line.split(";") for line in written["synthese.csv"].decode("utf-8-sig").splitlines()]
    ines = next(line for line in lines if line[:2] == ["Bérard", "Inès"])
    assert ines[lines[0].index("Mathématiques")] == "14,5" and ines[-3:] == ["3", "2", "1"]
    assert [line[0] for line in lines[-4:]] == ["Moyenne", "Mini.", "Médiane", "Maxi."] and len(lines) == 1 + 24 + 4
    index = written["index.html"].decode()
    assert index.count('class="pupil"') == 24 and index.count("-evolution-t") == 48 and index.count("-radar-t") == 48


def test_the_scripts_are_short() -> None:
    for script in ("absences", "averages", "bulletins", "skills", "week"):
        assert len((ROOT / f"examples/python/{script}.py").read_text(encoding="utf-8").splitlines()) <= 60
