"""Would the questions notice a wrong operator in the decision?"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any, Callable, Iterator

import pytest

import operators
import rights
import rights_world
import worlds
from rights_tables import Tables
from triples import Asker

TABLES = Tables()
SEEDS = (1, 2, 3, 4)
QUESTIONS = 4000  # a sixth of those that the library is held against, which notice more than 96 of 100


@pytest.fixture(autouse=True)
def modules_put_back() -> Iterator[None]:
    yield
    sys.modules["rights_world"], sys.modules["rights"] = rights_world, rights


def notices(make: Callable[[], tuple[ModuleType, ModuleType]], facts: list[Any], asked: list[Any]) -> bool:
    try:
        world_module, rights_module = make()
        some = [world_module.World(f, TABLES) for f in facts]
        return any(tuple(rights_module.decide(some[n], *question)) != answer for n, question, answer in asked)
    except Exception:  # a change that breaks the program is noticed too
        return True


def test_wrong_operators_are_noticed() -> None:
    facts, asked = [], []
    for n, seed in enumerate(SEEDS):
        facts.append(worlds.build(seed, TABLES))
        world = rights_world.World(facts[-1], TABLES)
        asker = Asker(world, seed)
        for question in (asker.ask() for _ in range(QUESTIONS)):
            asked.append((n, question, tuple(rights.decide(world, *question))))
    found = [(what, notices(make, facts, asked)) for what, make in operators.mutants()]
    missed = [what for what, noticed in found if not noticed]
    print(len(found), "changes; not noticed:", *missed, sep="\n")
    assert len(found) > 150 and 100 * (len(found) - len(missed)) >= 90 * len(found), missed
