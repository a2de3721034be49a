"""Would the questions notice? A single change to a table of the rights must change an answer."""

from __future__ import annotations

from collections import defaultdict

import pytest

import mutants
import worlds
from rights import Answer, decide
from rights_tables import Tables
from rights_world import World
from triples import Asker, Question

TABLES = Tables()
WORLDS, QUESTIONS = 10, 10000  # as many as the library is held against


class Exam:
    def __init__(self) -> None:
        self.worlds = []
        self.by_permission: dict[str, list[tuple[World, Question, Answer]]] = defaultdict(list)
        for seed in range(1, WORLDS + 1):
            world = World(worlds.build(seed, TABLES), TABLES)
            asker = Asker(world, seed)
            self.worlds.append(world)
            for _ in range(QUESTIONS):
                question = asker.ask()
                self.by_permission[question.permission].append((world, question, decide(world, *question)))

    def notices(self, mutant: mutants.Mutant) -> bool:
        for world in self.worlds:
            world.tables = mutant.tables
        names = [mutant.permission] if mutant.permission else list(self.by_permission)
        return any(decide(world, *question) != answer for name in names for world, question, answer in self.by_permission[name]
                   if question.actor.profile in mutant.profiles)


@pytest.fixture(scope="module")
def exam() -> Exam:
    return Exam()


FAMILIES = {
    "cells": mutants.of_cells,
    "child_rights": mutants.of_child_rights,
    "overlays": mutants.of_overlays,
    "kinds": mutants.of_kinds,
}


@pytest.mark.parametrize("name,least", [("cells", 95), ("child_rights", 95), ("overlays", 95), ("kinds", 80)])
def test_changes_are_noticed(exam: Exam, name: str, least: int) -> None:
    found = [(mutant.what, exam.notices(mutant)) for mutant in FAMILIES[name](TABLES)]
    missed = [what for what, noticed in found if not noticed]
    print(f"{name}: {len(found) - len(missed)} of {len(found)} noticed")
    assert 100 * (len(found) - len(missed)) >= least * len(found), missed
