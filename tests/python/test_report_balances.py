"""Skill balances as the library writes them in JSON, and what becomes of them."""

from __future__ import annotations

import json
from typing import Any, cast

import pytest

import ent
from ent import reports
from ent.reports import balances
from ent.reports._messages import Refusal
from report_values import BALANCE, Page, school_class


class Library:
    """Answers as the library does, and keeps what it was asked."""

    def __init__(self, codes: list[str], levels: int) -> None:
        self.answers = {"skill.referentials": {"items": [{"id": place, "code": code} for place, code in enumerate(codes, 1)]},
                        "skill.scale": {"items": [{}] * levels}, "skill.balance": BALANCE}
        self.asked: list[tuple[str, dict[str, Any]]] = []

    def call_json(self, operation: str, request: str) -> str:
        self.asked.append((operation, json.loads(request)))
        return json.dumps(self.answers[operation])


def test_components_and_items_stand_under_their_domain() -> None:
    found = balances.skills_from(json.dumps(BALANCE))
    assert [(each.domain, each.code, each.name, each.level) for each in found] == [
        ("Langages", "D1.1", "Langue française", 3), ("Langages", "D1.1.a", "Écrire", 4), ("Langages", "D1.2", "Langues étrangères", None),
        (None, "D2", "Méthodes", 1)]


def test_each_pupil_is_asked_for_once() -> None:
    library, seen = Library(["CRCN", "SOCLE"], 4), list[tuple[int, int]]()
    session = cast(ent.Session, library)
    report = balances.with_skills(session, school_class(2), org_id=9, period_id=7, referential="SOCLE",
                                  progress=lambda done, total: seen.append((done, total)))
    assert library.asked == [("skill.referentials", {"org_id": 9}), ("skill.scale", {"org_id": 9}),
                             ("skill.balance", {"org_id": 9, "pupil_id": 1, "referential_id": 2, "period_id": 7}),
                             ("skill.balance", {"org_id": 9, "pupil_id": 2, "referential_id": 2, "period_id": 7})]
    assert seen == [(1, 2), (2, 2)] and [len(pupil.skills) for pupil in report.pupils] == [4, 4]
    page = Page(reports.skill_balance(report.pupils[0]))
    assert [each.text for each in page.all("th") if each.attributes["scope"] == "rowgroup"] == ["Langages"]
    assert [each.text for each in page.all("li")] == ["Langues étrangères"]
    assert "Maîtrise satisfaisante" in page.all("main")[0].text


def test_a_level_above_the_scale_of_today_widens_it() -> None:
    report = balances.with_skills(cast(ent.Session, Library(["X"], 3)), school_class(1), org_id=9, period_id=7)
    assert report.pupils[0].levels == 4 and "<svg" in reports.skill_balance(report.pupils[0])


def test_a_referential_that_is_not_there_is_said() -> None:
    with pytest.raises(Refusal, match="B2I") as refused:
        balances.with_skills(cast(ent.Session, Library(["SOCLE"], 4)), school_class(1), org_id=9, period_id=7, referential="B2I")
    assert refused.value.text() == "référentiel de compétences B2I introuvable"
