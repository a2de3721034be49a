"""The codec between C++ values and Python objects, held against the one of JSON and against Python itself."""

from __future__ import annotations

import copy
import dataclasses
import json
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta, timezone, tzinfo
from decimal import Context, Decimal, localcontext
from random import Random
from typing import Any

import pytest

import codec
import ent
from everything import Address, Everything, Made, plain, to_json

LEAST: dict[str, Any] = {"org_id": 7, "title": "Titre", "day": date(2026, 9, 14), "colour": "red", "address": {"street": "rue"}}


def refused(value: object) -> dict[str, str]:
    with pytest.raises(ent.InvalidArgument) as error:
        codec.json_of_python(value)
    return error.value.fields


def test_every_value_goes_to_python_and_back() -> None:
    for seed in range(300):
        value = Made(seed).everything()
        text = to_json(value)
        assert codec.python_of_json(text) == value
        assert codec.plain_of_json(text) == plain(value)
        assert json.loads(codec.json_of_python(plain(value))) == json.loads(codec.json_of_json(text))
        assert codec.json_of_python(value) == codec.json_of_json(text)


def test_what_is_not_given_has_its_default() -> None:
    value = json.loads(codec.json_of_python(LEAST))
    assert (value["late"], value["small"], value["large"], value["shade"]) == (True, -7, 10**12, "blue")
    assert value["words"] == ["default"]
    assert json.loads(codec.json_of_python({**LEAST, "words": ()}))["words"] == []
    assert "maybe_text" not in value


def test_a_decimal_is_given_as_what_is_exact() -> None:
    for given, spelt in [(14, "14"), ("14,5", "14.5"), ("-0.50", "-0.5"), (Decimal("14.50"), "14.5"), (Decimal("1E+2"), "100"),
                         (Decimal("12.5000000000"), "12.5"), (Decimal("-0.000001"), "-0.000001"), (10**12 - 1, "999999999999"),
                         (Decimal("0E+40"), "0"), (Decimal("-0E-999999999999999999"), "0"), (Decimal("100"), "100")]:
        assert json.loads(codec.json_of_python({**LEAST, "mark": given}))["mark"] == spelt


def test_a_decimal_does_not_go_by_the_precision_of_the_caller() -> None:
    with localcontext(Context(prec=2)):
        assert json.loads(codec.json_of_python({**LEAST, "mark": Decimal("14.53")}))["mark"] == "14.53"


BAD: list[tuple[str, object, str]] = [
    ("org_id", None, "field.null"), ("org_id", 0, "field.range"), ("org_id", -1, "field.range"),
    ("org_id", 2**53, "field.range"), ("org_id", 2**80, "field.range"), ("org_id", True, "field.type"),
    ("org_id", 7.0, "field.type"), ("org_id", "7", "field.type"), ("org_id", object(), "field.type"),
    ("title", None, "field.null"), ("title", b"Titre", "field.type"), ("title", 5, "field.type"),
    ("title", "\ud800", "text.encoding"), ("title", "a\0b", "text.nul"), ("title", "x" * (16 << 20) + "x", "input.too_large"),
    ("day", "2026-09-14", "field.type"), ("day", datetime(2026, 9, 14, tzinfo=timezone.utc), "field.type"),
    ("day", 20710, "field.type"), ("colour", "pink", "field.word"), ("colour", "", "field.word"),
    ("colour", 1, "field.type"), ("colour", "\udcff", "field.word"),
    ("address", "rue", "field.type"), ("address", None, "field.null"), ("address", ["rue"], "field.type"),
    ("late", 1, "field.type"), ("late", None, "field.null"), ("late", "true", "field.type"),
    ("small", 2**31, "field.range"), ("small", -(2**31) - 1, "field.range"), ("large", 2**63, "field.range"),
    ("since", datetime(2026, 9, 14), "field.naive"), ("since", date(2026, 9, 14), "field.type"),
    ("since", "2026-09-14T08:00:00Z", "field.type"),
    ("since", datetime.min.replace(tzinfo=timezone(timedelta(hours=1))), "field.range"),
    ("since", datetime.max.replace(tzinfo=timezone(timedelta(hours=-1))), "field.range"),
    ("numbers", None, "field.null"), ("numbers", 5, "field.type"), ("words", "abc", "field.type"),
    ("words", b"abc", "field.type"), ("words", {"a": 1}, "field.type"), ("entries", {}, "field.type"),
    ("numbers", range(100_001), "list.too_long"),
    ("at", "08:30", "field.type"), ("at", time(8, 30, 1), "field.time"), ("at", time(8, 30, tzinfo=timezone.utc), "field.time"),
    ("at", datetime(2026, 9, 14, 8, 30), "field.type"), ("mark", 14.5, "field.type"), ("mark", True, "field.type"),
    ("mark", "12..5", "field.decimal"), ("mark", "abc", "field.decimal"), ("mark", "\ud800", "text.encoding"),
    ("mark", Decimal("NaN"), "field.decimal"), ("mark", Decimal("-sNaN123"), "field.decimal"), ("mark", Decimal("Infinity"), "field.decimal"),
    ("mark", Decimal("1E+12"), "field.decimal"), ("mark", Decimal("9E+999999999999999999"), "field.decimal"),
    ("mark", Decimal("9E-999999999999999999"), "field.decimal"), ("mark", Decimal("14." + "9" * 40), "field.decimal"),
    ("mark", Decimal("0.0000001"), "field.decimal"), ("mark", 10**12, "field.range"), ("mark", -(10**30), "field.range"),
]


@pytest.mark.parametrize(("name", "value", "reason"), BAD)
def test_a_wrong_value_is_refused_where_it_stands(name: str, value: object, reason: str) -> None:
    assert refused({**LEAST, name: value}) == {f"/{name}": reason}


def test_all_that_is_wrong_is_told_at_once_and_where() -> None:
    wrong = {"org_id": "x", "title": "Titre", "colour": "red", "address": {"floor": 2**40, "lift": True},
             "entries": [{"person_id": 1, "colour": "red"}, {"person_id": 0, "note": 5}], "/~odd": 1, 5: 6}
    assert refused(wrong) == {
        "/org_id": "field.type", "/day": "field.missing", "/address/street": "field.missing", "/address/floor": "field.range",
        "/address/lift": "field.unknown", "/entries/1/person_id": "field.range", "/entries/1/colour": "field.missing",
        "/entries/1/note": "field.type", "/~1~0odd": "field.unknown", "/?": "field.unknown"}
    assert len(refused({**LEAST, "numbers": ["x"] * 1000})) == 100


def test_python_refuses_what_json_refuses() -> None:
    """Random damage that JSON can spell is told with the same paths and reasons by both faces."""
    damage: list[object] = [None, True, 0, 5, -1, 2**31, 2**53, "", "red", "x", [], [1], [None], {}, {"street": "x"}, {"x": 1}]
    names = [f.name for f in dataclasses.fields(Everything)] + ["other", "é"]
    times = ("day", "since", "maybe_day", "maybe_instant", "days", "at", "maybe_time")
    random = Random(2)
    told = 0
    for _ in range(3000):
        value: dict[str, object] = {**copy.deepcopy(LEAST), "day": "2026-09-14"}
        for name in random.sample(names, random.randint(1, 4)):
            value.pop(name, None)
            if name not in times and random.random() < 0.8:
                value[name] = random.choice(damage)
        by_json = fields_of(codec.json_of_json, json.dumps(value))
        day = {"day": LEAST["day"]} if "day" in value else {}
        assert fields_of(codec.json_of_python, {**value, **day}) == by_json
        told += bool(by_json)
    assert 1500 < told < 3000


def fields_of(read: Any, value: object) -> dict[str, str]:
    try:
        read(value)
    except ent.InvalidArgument as error:
        return error.fields
    return {}


def test_moments_are_told_in_utc() -> None:
    paris = timezone(timedelta(hours=2))
    text = codec.json_of_python({**LEAST, "since": datetime(2026, 9, 14, 10, 30, 0, 5, tzinfo=paris)})
    assert json.loads(text)["since"] == "2026-09-14T08:30:00.000005Z"


def test_whole_numbers_in_other_clothes() -> None:
    class Seven:
        def __index__(self) -> int:
            return 7

    import numpy as np

    assert json.loads(codec.json_of_python({**LEAST, "small": Seven(), "org_id": np.int64(9)}))["org_id"] == 9
    assert json.loads(codec.json_of_python({**LEAST, "numbers": np.array([1, 2])}))["numbers"] == [1, 2]
    assert refused({**LEAST, "small": np.float64(7)}) == {"/small": "field.type"}
    assert json.loads(codec.json_of_python({**LEAST, "numbers": (n for n in (1, 2))}))["numbers"] == [1, 2]


def test_what_an_object_raises_is_raised() -> None:
    class Trap(Exception):
        pass

    class Zone(tzinfo):
        def utcoffset(self, moment: datetime | None) -> timedelta:
            raise Trap

        def dst(self, moment: datetime | None) -> None: ...
        def tzname(self, moment: datetime | None) -> None: ...

    class Number:
        def __index__(self) -> int:
            raise Trap

    def items() -> Iterator[int]:
        yield 1
        raise Trap

    for name, value in (("since", datetime(2026, 9, 14, tzinfo=Zone())), ("small", Number()), ("numbers", items())):
        with pytest.raises(Trap):
            codec.json_of_python({**LEAST, name: value})


def test_what_changes_while_it_is_read_does_no_harm() -> None:
    numbers: list[object] = []
    values: dict[str, object] = {**LEAST, "numbers": numbers}

    class Shrinks:
        def __index__(self) -> int:
            numbers.clear()
            values.clear()
            return 1

    numbers.extend([Shrinks(), 2, 3] * 100)
    values["small"] = Shrinks()
    fields_of(codec.json_of_python, values)
    endless: list[object] = []

    class Grows:
        def __index__(self) -> int:
            endless.append(Grows())
            return 1

    endless.append(Grows())
    assert refused({**LEAST, "numbers": endless}) == {"/numbers": "list.too_long"}


def test_a_record_is_an_input_only_of_its_own_class() -> None:
    value = Made(1).everything()
    assert codec.json_of_python({**plain(value), "address": value.address}) == codec.json_of_python(value)
    assert refused({**LEAST, "address": value}) == {"/address": "field.type"}
    assert refused(value.address) == {"": "field.type"}

    class Look(dict[str, object]):
        pass

    assert codec.json_of_python({**LEAST, "address": Look(street="rue")})
    half = Address.__new__(Address)
    with pytest.raises(AttributeError):
        codec.json_of_python({**LEAST, "address": half})


def test_classes_with_other_fields_are_refused() -> None:
    class Other:
        __slots__ = ("street",)

    class Open:
        street: str
        floor: int

    for cls in (Other, Open, int, 5):
        with pytest.raises(ImportError):
            codec.register_record("sample::Address", cls)  # type: ignore[arg-type]
    with pytest.raises(ImportError):
        codec.register_record("sample::Nowhere", Other)
