"""Wrong arguments, ten thousand of them: each is answered, none does harm. And nothing leaks."""

from __future__ import annotations

import gc
import inspect
import math
import os
import resource
from datetime import date, datetime, timezone
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import pandas as pd
import pytest

import ent
from ent import _core


class Evil:
    """Answers whatever it is asked with something else."""

    def __init__(self, answer: Any) -> None:
        self.answer = answer

    def __index__(self) -> int:
        return self.answer  # type: ignore[no-any-return]

    def __iter__(self) -> Any:
        return self.answer

    def __len__(self) -> int:
        return self.answer  # type: ignore[no-any-return]

    def __eq__(self, other: object) -> bool:
        raise ValueError("no")

    def __hash__(self) -> int:
        return 1

    def __getattr__(self, name: str) -> Any:
        raise RuntimeError(name)


def loop() -> list[Any]:
    me: list[Any] = []
    me.append(me)
    return me


WRONG: list[Any] = [
    None, True, False, 0, 1, -1, 2**31, 2**53, 2**63, 2**64, -(2**63) - 1, 10**400, 0.5, math.nan, math.inf, 1j, Decimal(1),
    "", "x", "academy", "\0", "\ud800", "é" * 300, "x" * 100_000, b"", b"academy", bytearray(b"x"), memoryview(b"x"),
    (), [], {}, set(), (1,), [None], {"a": 1}, loop(), range(3), iter([1]), date.min, date.max, datetime.min, datetime.max,
    datetime.max.replace(tzinfo=timezone.utc), date(2026, 9, 14), np.int64(5), np.array([1, 2]), np.datetime64("2026-09-14"),
    pd.Timestamp("2026-09-14"), pd.NaT, pd.NA, object(), int, len, lambda: None, Exception(), Evil(5), Evil("x"), Evil(None),
    ent.org, NotImplemented, ...,
]


def test_ten_thousand_wrong_calls(host: ent.Session, academy: int) -> None:
    random = Random(7)
    methods = [getattr(host.org, name) for name in ("add", "change", "get", "list", "link", "list_all")]
    methods += [host.call_json, host.at]
    answered = refused = 0
    for _ in range(10_000):
        method = random.choice(methods)
        names = list(inspect.signature(method).parameters)
        given = {name: random.choice(WRONG) for name in random.sample(names, random.randint(1, len(names)))}
        try:
            answer = method(**given)
            if isinstance(answer, ent.Pages):
                list(answer)
            answered += 1
        except (ent.Error, TypeError, ValueError, RuntimeError, OverflowError, UnicodeError):
            refused += 1
    assert answered > 50 and refused > 5000
    assert host.org.get(id=academy).kind == "academy"


def test_the_compiled_module_stands_wrong_calls(
        host: ent.Session, academy: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    random = Random(8)
    page = host.org.list()
    call = host._core.call
    functions = [_core.items, _core.plain, _core.columns, _core.arrow_stream, _core.answer_of, _core.explain, call,
                 _core.register_operation, _core.register_function, _core.call_function, _core.open]
    things = [*WRONG, host._core, None, (), page._answer, [page._answer], ent.org.Page, ent.org.View, "org.list", 3, (None, None, 50, None)]
    for _ in range(10_000):
        function: Any = random.choice(functions)
        given = [random.choice(things) for _ in range(random.choice((0, 1, 1, 2, 2, 3, 5, 5, 6, 6, 9)))]
        try:
            function(*given)
        except (ent.Error, TypeError, ValueError, RuntimeError, OverflowError, UnicodeError, ImportError):
            pass
    assert len(host.org.list()) == 13


def resident() -> int:
    """Kilobytes that the process holds now."""
    with open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * resource.getpagesize() // 1024


@pytest.mark.skipif("ENT_SANITIZED" in os.environ, reason="memory is not given back under AddressSanitizer")
def test_a_hundred_thousand_calls_leak_nothing(host: ent.Session, academy: int) -> None:
    unit = host.org.get(id=academy)

    def calls(count: int) -> None:
        for i in range(count):
            host.org.get(id=academy)
            try:
                host.org.get(id=999)
            except ent.NotFound:
                pass
            try:
                host.org.add(kind="academy", code="", name="x" * 300)
            except ent.InvalidArgument:
                pass
            if i % 10 == 0:
                page = host.org.list(limit=13)
                page.to_dicts(), page.__arrow_c_stream__(), hash(page[0]), host.call_json("org.list")
                host.at(date(2026, 9, 14)).org.list().items

    calls(2_000)
    gc.collect()
    before, objects = resident(), len(gc.get_objects())
    calls(30_000)
    gc.collect()
    assert len(gc.get_objects()) - objects < 100
    assert resident() - before < 2_000, "kilobytes"
    assert host.org.get(id=academy) == unit
