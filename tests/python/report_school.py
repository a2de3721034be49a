"""A school in a file, whose averages are known by hand, and the command of reports on its class."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

import ent
from report_values import NASTY

FIRST = date(2026, 9, 1)
PUPILS = [("Bérard", "Inès"), ("Colin", "Sacha"), ("=cmd|'/c calc'!A0", "+1"), (NASTY, "@x"), ("Zed", "Zoé")]


@dataclass
class School:
    """A division 5A with five pupils, two subjects and two terms, in a file."""

    path: Path
    division: int
    periods: list[int]
    pupils: list[int]
    test: int
    teacher: int

    def enter(self, values: dict[int, str]) -> None:
        with ent.open(self.path) as portal, portal.act_as(person_id=self.teacher, profile="teacher") as teacher:
            teacher.gradebook.enter_marks(id=self.test, items=[{"pupil_id": self.pupils[place], "value": Decimal(value)}
                                                               for place, value in values.items()])

    def run(self, kind: str, out: Path, *options: str, period: str = "T2", interim: bool = True) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-B", "-m", "ent", "report", kind, "--store", str(self.path), "--class", "5a", "--period", period,
                   "--out", str(out), "--day", "2027-01-15", *(["--interim"] if interim else []), *options]
        return subprocess.run(command, capture_output=True, text=True, env={**os.environ, "COLUMNS": "200"})


@pytest.fixture
def school(tmp_path: Path) -> School:
    path = tmp_path / "portal.db"
    with ent.open(path) as portal, portal.system() as host:
        org = host.org.add(kind="establishment", code="9990002B", name="Collège des Tilleuls", degree="second", valid_from=FIRST).id
        people = [host.person.add(org_id=org, family_name=family, given_name=given).id
                  for family, given in (("Roche", "Alix"), ("Moreau", "Paul"))]
        for person, profile in zip(people, ("head", "teacher")):
            host.person.affiliate(org_id=org, person_id=person, profile="head" if profile == "head" else "teacher", valid_from=FIRST)
        division = host.group.add(org_id=org, kind="division", code="5A", name="Cinquième A", valid_from=FIRST).id
        pupils = [host.person.add(org_id=org, family_name=family, given_name=given, on_match="add").id for family, given in PUPILS]
        host.group.enrol(id=division, pupil_ids=pupils, valid_from=FIRST)
        host.group.give_role(id=division, person_id=people[1], role="main_teacher", valid_from=FIRST)
        services = [host.group.add_service(group_id=division, teacher_id=people[1], subject_code=code, valid_from=FIRST).id
                    for code in ("MATHS", "LATIN")]
        host.subject.set(org_id=org, code="MATHS", name="Mathématiques", position=1)
        host.subject.set(org_id=org, code="LATIN", name="Latin", position=2)
        host.account.issue_activations(org_id=org, person_ids=people)
        scheme = host.period.set(org_id=org, school_year=2026, code="trimestres", items=[
            {"name": "1er trimestre", "first_day": FIRST, "last_day": date(2026, 11, 30)},
            {"name": "2e trimestre", "first_day": date(2026, 12, 1), "last_day": date(2027, 3, 12)}])
        with portal.act_as(person_id=people[1], profile="teacher") as teacher:
            catching_up = teacher.gradebook.add_assessment(service_id=services[1], name="Rattrapage", date=date(2027, 1, 5)).id
            tests = [teacher.gradebook.add_assessment(service_id=services[0], name=name, date=day).id
                     for name, day in (("Fractions", date(2026, 10, 5)), ("Symétrie", date(2026, 12, 8)))]
            latin = teacher.gradebook.add_assessment(service_id=services[1], name="Rosa", date=date(2026, 12, 9)).id
            teacher.gradebook.enter_marks(id=catching_up, items=[{"pupil_id": pupils[1], "kind": "absent"}])  # for Sacha alone
            for test, values in ((tests[0], ("12", None, "10", "10", "10")), (latin, (None, None, "8", "9", "11"))):
                teacher.gradebook.enter_marks(id=test, items=[
                    {"pupil_id": pupil, "value": Decimal(value)} if value else {"pupil_id": pupil, "kind": "absent"}
                    for pupil, value in zip(pupils, values)])
    made = School(path, division, [each.id for each in scheme.periods], pupils, tests[1], people[1])
    made.enter({0: "14.5", 2: "5", 3: "6.25"})  # nothing stands for Sacha and for Zoé
    return made
