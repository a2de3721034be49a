"""What always holds (docs/permissions.md section 10), tried on random worlds."""

from __future__ import annotations

import copy
import random
from typing import Any

import pytest

import worlds
from rights import WORKERS, Answer, decide, refusal
from rights_tables import Tables
from rights_world import CHILD_RIGHTS, Actor, Moment, Target, World
from triples import Asker, Question

TABLES = Tables()
SEEDS = (9001, 9002, 9003, 9004)
QUESTIONS = 2500
GIVING = ("affiliation", "group_member", "service", "group_role", "assignment", "delegation")


class Asked:
    def __init__(self, seed: int) -> None:
        self.facts = worlds.build(seed, TABLES)
        self.world = World(self.facts, TABLES)
        asker = Asker(self.world, seed)
        self.questions = [asker.ask() for _ in range(QUESTIONS)]
        self.answers = [decide(self.world, *q) for q in self.questions]
        self.rng = random.Random(seed)

    def other_world(self, table: str, rows: list[dict[str, Any]], tables: Tables = TABLES) -> World:
        return World({**self.facts, table: rows}, tables)

    def allowed(self) -> list[tuple[Question, Answer]]:
        return [(q, a) for q, a in zip(self.questions, self.answers) if a.allow]

    def denied(self) -> list[tuple[Question, Answer]]:
        return [(q, a) for q, a in zip(self.questions, self.answers) if not a.allow]


@pytest.fixture(scope="module", params=SEEDS)
def asked(request: pytest.FixtureRequest) -> Asked:
    return Asked(request.param)


def test_worlds_are_what_their_seed_says(asked: Asked) -> None:
    assert worlds.build(asked.facts["seed"], TABLES) == asked.facts
    assert len(asked.facts["person"]) in range(60, 400)
    assert 0.14 * QUESTIONS < len(asked.allowed()) < 0.5 * QUESTIONS


def test_losing_a_relation_never_widens(asked: Asked) -> None:
    for table in (*GIVING, "guardianship"):
        rows = asked.facts[table]
        for _ in range(6):
            lost = set(asked.rng.sample(range(len(rows)), max(1, len(rows) // 10)))
            kept = [r for i, r in enumerate(rows) if i not in lost or r.get("kind") == "withdrawn"]
            world = asked.other_world(table, kept)
            for question, _ in asked.rng.sample(asked.denied(), 200):
                assert not decide(world, *question).allow, (table, question)


def test_a_restriction_never_widens_and_always_bites(asked: Asked) -> None:
    for question, answer in asked.rng.sample(list(zip(asked.questions, asked.answers)), 300):
        pupil, adult = question.target.person, question.actor.person
        if pupil is None or adult is None or pupil == adult:
            continue
        row = {"pupil": pupil, "adult": adult, "kind": "withdrawn", "rights": 127, "valid_from": question.at,
               "valid_to": question.at + 1}
        world = asked.other_world("guardianship", [*asked.facts["guardianship"], row])
        expected = answer.reason if answer.reason in ("unknown_permission", "invalid_target") else "court_restriction"
        assert decide(world, *question) == Answer(False, expected)


def test_nothing_passes_the_ceiling(asked: Asked) -> None:
    """Were every entry of the matrix and the overlays on, no override could add to it."""
    open_tables = copy.copy(TABLES)
    open_tables.known = {}
    open_tables.matrix = {n: {k: v.replace("?", "") for k, v in r.items()} for n, r in TABLES.matrix.items()}
    world = asked.other_world("access_override", [], open_tables)
    for question, _ in asked.allowed():
        assert decide(world, *question).allow, question


def test_a_delegate_is_within_the_grantor(asked: Asked) -> None:
    seen = 0
    for question, answer in asked.allowed():
        if answer.reason != "granted_by_delegation":
            continue
        seen += 1
        rows = [r for r in asked.facts["delegation"] if r["permission"] == question.permission
                and asked.world.person[r["org"], r["delegate"]] == question.actor.person]
        grantors = {asked.world.person[r["org"], r["grantor"]] for r in rows}
        bare = asked.other_world("delegation", [])
        assert any(decide(bare, Actor(g, p), *question[1:]).allow for g in grantors for p in WORKERS)
    assert seen > 0


def test_no_right_outlives_its_rows(asked: Asked) -> None:
    for actor, permission, target, _ in asked.questions:
        for at in (worlds.OPEN_END, 0):
            answer = decide(asked.world, actor, permission, target, at)
            assert not answer.allow or actor.profile == "system", (actor, permission, target)


def test_c4_is_assigned(asked: Asked) -> None:
    world = asked.other_world("assignment", [])
    walled = [n for n, r in TABLES.matrix.items() if r["confidentiality"] == "C4"]
    for question in asked.questions:
        for permission in walled:
            assert not decide(world, question.actor, permission, question.target, question.at).allow


def test_no_post_no_reach(asked: Asked) -> None:
    for (actor, _, target, at), answer in asked.allowed():
        moment = Moment(asked.world, at)
        assert any(moment.covers(unit, target.org) for unit, _ in moment.posts(actor, target.org))


def test_results_are_for_those_who_are_informed(asked: Asked) -> None:
    guarded = [n for n, r in TABLES.matrix.items() if r["child_right"] == "inform_main"]
    tried = 0
    for row in asked.facts["guardianship"]:
        others = [g for g in asked.world.wards_of[row["adult"]] if g["pupil"] == row["pupil"] and g is not row]
        if others or row["kind"] not in ("in_charge", "contact", "withdrawn"):
            continue
        for org, _ in asked.world.numbers_of[row["pupil"]]:
            for permission in guarded:
                tried += 1
                target = Target(org, row["pupil"], None, row["adult"])
                assert not decide(asked.world, Actor(row["adult"], "guardian"), permission, target).allow
    assert tried > 0


def test_parents_with_equal_bits_are_equal(asked: Asked) -> None:
    """The first guardian of each pupil gets a twin, who has no other child."""
    rows = asked.facts["guardianship"]
    first = {r["pupil"]: r for r in reversed(rows)}
    twins = {r["adult"]: 900000 + n for n, r in enumerate(first.values())}
    kept = [r for r in rows if r["adult"] not in twins or first[r["pupil"]] is r]
    only = [r for r in kept if r["adult"] not in twins or sum(k["adult"] == r["adult"] for k in kept) == 1]
    world = asked.other_world("guardianship", only + [{**r, "adult": twins[r["adult"]]} for r in only if r["adult"] in twins])
    questions = [n for n, r in TABLES.matrix.items() if r["child_right"] in CHILD_RIGHTS and ":own" not in r["guardian"]]
    for row in only:
        if row["adult"] in twins:
            for org, _ in world.numbers_of[row["pupil"]]:
                for permission in questions:
                    one, other = (decide(world, Actor(a, "guardian"), permission, Target(org, row["pupil"]))
                                  for a in (row["adult"], twins[row["adult"]]))
                    assert one.allow == other.allow


def test_the_order_of_rows_is_of_no_account(asked: Asked) -> None:
    shuffled = {**asked.facts}
    for table in worlds.TABLES:
        shuffled[table] = asked.rng.sample(asked.facts[table], len(asked.facts[table]))
    tables = Tables()
    tables.overlays = asked.rng.sample(TABLES.overlays, len(TABLES.overlays))
    world = World(shuffled, tables)
    assert [decide(world, *q) for q in asked.questions] == asked.answers


def test_only_the_known_is_denied(asked: Asked) -> None:
    for question, answer in asked.denied():
        if answer.reason != "unknown_permission":
            known = TABLES.matrix[question.permission]["known_by"]
            may_know = decide(asked.world, question.actor, known, *question[2:]).allow
            assert refusal(asked.world, *question) == ("permission_denied" if may_know else "not_found")


def test_the_academy_reads_of_no_pupil_by_name(asked: Asked) -> None:
    for (actor, permission, target, at), _ in asked.allowed():
        if actor.profile == "academy" and target.person is not None and target.person != actor.person:
            pupil = Moment(asked.world, at).row(target.person, "pupil", target.org)
            facts = TABLES.matrix[permission]
            personal = facts["effect"] == "read" and facts["confidentiality"] >= "C2"
            assert not pupil or not personal or permission in ("account.read", "audit.read"), permission
