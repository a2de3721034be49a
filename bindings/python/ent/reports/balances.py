"""Skill balances as the library answers them in JSON, made into the skills of a report."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ent.reports._messages import Refusal
from ent.reports.data import ClassReport, Report, Skill
from ent.reports.records import Json

if TYPE_CHECKING:
    from ent import Session

__all__ = ["skills_from", "with_skills"]


def skills_from(told: str | Json) -> tuple[Skill, ...]:
    """The components and items of a balance, each under its domain."""
    record: Json = json.loads(told) if isinstance(told, str) else told
    domain: str | None = None
    skills: list[Skill] = []
    for line in record["items"]:
        if line["depth"] == 1:
            domain = line["label"] if line["kind"] == "domain" else None
        if line["kind"] != "domain":
            skills.append(Skill(name=line["label"], code=line["code"], domain=domain, level=line.get("degree")))
    return tuple(skills)


def with_skills(session: Session, report: ClassReport, *, org_id: int, period_id: int, referential: str | None = None,
                progress: Callable[[int, int], object] | None = None) -> ClassReport:
    """The same reports with the balance of each pupil over the period.

    referential: its code; else the first that holds in the school.
    Raises Refusal where there is none, and what the calls of the session raise.
    """
    def call(operation: str, **fields: object) -> Any:
        return json.loads(session.call_json(operation, json.dumps(fields)))

    there = [each for each in call("skill.referentials", org_id=org_id)["items"] if referential in (None, each["code"])]
    if not there:
        raise Refusal("no_referential", wanted=referential or "—")
    levels = len(call("skill.scale", org_id=org_id)["items"])
    pupils: list[Report] = []
    for place, pupil in enumerate(report.pupils, 1):
        told = call("skill.balance", org_id=org_id, pupil_id=pupil.pupil_id, referential_id=there[0]["id"], period_id=period_id)
        skills = skills_from(told)
        known = max([levels, *(skill.level for skill in skills if skill.level is not None)])
        pupils.append(replace(pupil, skills=skills, levels=min(6, known)))
        if progress:
            progress(place, len(report.pupils))
    return replace(report, pupils=tuple(pupils))
