"""A class of the demo academy as a file for the livret scolaire unique, held against the content model of the schema."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from datetime import date, datetime, timezone
from pathlib import Path
from typing import Any

import pytest

import ent

ROOT = Path(__file__).parents[2]
PROGRAM = Path(os.environ.get("ENT_BUILD_DIR", ROOT / "build")) / "examples/academy"
MORNING = datetime(2026, 11, 20, 9, tzinfo=timezone.utc)


def schema() -> Any:
    """The checker of tests/oracle, which knows nothing of the library."""
    spec = importlib.util.spec_from_file_location("lsu_schema", ROOT / "tests" / "oracle" / "lsu_schema.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["lsu_schema"] = module
    spec.loader.exec_module(module)
    return module


def test_a_class_of_the_demo_academy(tmp_path: Path) -> None:
    if not PROGRAM.exists():
        pytest.skip("this build is without the examples")
    subprocess.run([PROGRAM, tmp_path / "demo.db", "--make"], check=True, timeout=120)
    with ent.open(str(tmp_path / "demo.db"), clock=lambda: MORNING) as portal, portal.system() as host:
        unit, division = next((unit, each) for unit in host.org.list_all(kind="establishment") if unit.degree == "second"
                              for each in host.group.list_all(org_id=unit.id, kind="division"))
        head = host.person.list(org_id=unit.id, profile="head")[0].id
        with portal.act_as(person_id=head, profile="head", step_up_at=MORNING) as session:
            period = session.period.list(org_id=unit.id, division_id=division.id, school_year=2026)[0].id
            before = session.lsu.check(period_id=period, division_ids=[division.id], draft=True)
            assert before.ready == 0 and len(before.items) > 10
            pupils = [line.pupil.id for line in before.items]
            teachers = {one.teacher.id for line in before.items for one in line.obstacles if one.teacher}
            codes = {one.subject_code for line in before.items for one in line.obstacles if one.reason == "lsu.subject_code_missing"}
            for place, pupil in enumerate(pupils):
                host.person.refer(org_id=unit.id, person_id=pupil, feed=f"siecle:{unit.code.lower()}", key=str(1000 + place))
            for place, teacher in enumerate(sorted(teachers)):
                host.person.refer(org_id=unit.id, person_id=teacher, feed=f"sts:{unit.code.lower()}", key=f"epp:{300 + place}")
            known = {one.code: one.name for one in session.subject.list(org_id=unit.id, limit=500)}
            if codes:
                host.subject.load(org_id=unit.id, items=[{"code": code, "name": known.get(code, code), "national_code": f"{61300 + place:06}"}
                                                         for place, code in enumerate(sorted(filter(None, codes)))])
            session.report.comment_general(period_id=period, division_id=division.id,
                                           items=[{"pupil_id": pupil, "text": "Bon travail & <bons> résultats."} for pupil in pupils])
            session.report.write_council(period_id=period, division_id=division.id, held_on=date(2026, 11, 19))
            document = session.lsu.write(period_id=period, division_ids=[division.id], draft=True, incomplete_too=True)
    assert [(line.pupil.family_name, line.obstacles) for line in document.kept_back] == []
    assert document.written == len(pupils)
    assert schema().Checker("second", "7.0").check(document.xml) == []
