"""Single changes to the operators of the decision itself: `<=` made `<`, `and` made `or`, a condition left out."""

from __future__ import annotations

import ast
import sys
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Callable, Iterator

HERE = Path(__file__).resolve().parent
COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In}
ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.BitAnd: ast.BitOr, ast.BitOr: ast.BitAnd, ast.Add: ast.Sub, ast.Sub: ast.Add}


def is_guard(node: ast.expr) -> bool:
    """`x is None` and its like keep Python from an error; what they guard decides."""
    return isinstance(node, ast.Compare) and isinstance(node.ops[0], (ast.Is, ast.IsNot))


def turn_comparison(node: ast.Compare, i: int) -> None:
    node.ops[i] = COMPARISONS[type(node.ops[i])]()


def turn_connective(node: ast.BoolOp) -> None:
    node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()


def leave_out(node: ast.BoolOp, i: int) -> None:
    del node.values[i]


def turn_arithmetic(node: ast.BinOp) -> None:
    node.op = ARITHMETIC[type(node.op)]()


def changes(tree: ast.Module) -> Iterator[tuple[ast.expr, Callable[[], None]]]:
    """An expression, and how to change it in place."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare):
            for i, op in enumerate(node.ops):
                if type(op) in COMPARISONS:
                    yield node, partial(turn_comparison, node, i)
        elif isinstance(node, ast.BoolOp) and "Tables()" not in ast.unparse(node):
            yield node, partial(turn_connective, node)
            for i, value in enumerate(node.values):
                if not is_guard(value):
                    yield node, partial(leave_out, node, i)
        elif isinstance(node, ast.BinOp) and type(node.op) in ARITHMETIC:
            yield node, partial(turn_arithmetic, node)


def load(name: str, source: str) -> ModuleType:
    """A module of our own under a name that the next one imports."""
    module = ModuleType(name)
    sys.modules[name] = module
    exec(compile(source, name, "exec"), module.__dict__)
    return module


def mutants() -> Iterator[tuple[str, Callable[[], tuple[ModuleType, ModuleType]]]]:
    """What was changed, and how to get the changed rights_world and rights."""
    sources = {name: (HERE / f"{name}.py").read_text(encoding="utf-8") for name in ("rights_world", "rights")}
    for name, source in sources.items():
        for number, (node, _) in enumerate(changes(ast.parse(source))):
            def make(name: str = name, source: str = source, number: int = number) -> tuple[ModuleType, ModuleType]:
                tree = ast.parse(source)
                list(changes(tree))[number][1]()
                changed = {**sources, name: ast.unparse(ast.fix_missing_locations(tree))}
                return load("rights_world", changed["rights_world"]), load("rights", changed["rights"])
            yield f"{name}.py:{node.lineno}: {ast.unparse(node)} ({number})", make
