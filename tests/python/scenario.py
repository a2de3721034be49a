"""Plays scenarios (tests/scenario/README.md) through the typed methods of the package."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timezone
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any, cast

import ent

ROOT = Path(__file__).parents[2]
LOCK = json.loads((ROOT / "bindings/ent.json").read_text(encoding="utf-8"))
OPERATIONS = {operation["name"]: operation for operation in LOCK["operations"]}
TYPES = {entry["name"]: entry for entry in LOCK["types"]}


@dataclass
class Step:
    line: int
    verb: str
    words: list[str]
    json: str


def read_script(file: Path) -> list[Step]:
    steps: list[tuple[int, str]] = []
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith(" ") and steps:
            steps[-1] = (steps[-1][0], f"{steps[-1][1]}\n{line}")
        elif line and not line.startswith("#"):
            steps.append((number, line))
    return [step for number, text in steps for step in with_given(file, read_step(number, text))]


def with_given(file: Path, step: Step) -> list[Step]:
    """given NAME: the steps of given/NAME.given stand in its place."""
    return read_script(file.parents[1] / f"given/{step.words[0]}.given") if step.verb == "given" else [step]


def read_step(line: int, text: str) -> Step:
    begin = re.search(r"[{\[]", text)
    head, rest = (text[:begin.start()], text[begin.start():]) if begin else (text, "")
    verb, *words = head.split()
    return Step(line, verb, words, rest)


def argument(kind: dict[str, Any], value: Any) -> Any:
    """A JSON value as a program in Python would give it."""
    if value is None:
        return None
    if kind["kind"] == "optional":
        return argument(kind["of"], value)
    if kind["kind"] == "list":
        return [argument(kind["of"], item) for item in value]
    if kind["kind"] == "record":
        return arguments(TYPES[kind["name"]], value)
    if kind["kind"] == "date":
        return date.fromisoformat(value)
    if kind["kind"] == "time":
        return time.fromisoformat(value)
    if kind["kind"] == "decimal":
        return Decimal(value)
    if kind["kind"] == "instant":
        return datetime.fromisoformat(value)
    return value


def arguments(record: dict[str, Any], given: dict[str, Any]) -> dict[str, Any]:
    kinds = {field["name"]: field["type"] for field in record["fields"]}
    return {name: argument(kinds[name], value) for name, value in given.items()}


def answered(value: Any) -> Any:
    """An answer as JSON would have it: without what is not there."""
    if isinstance(value, ent.Listing):
        names = type(value).__dict__["__slots__"]
        return answered({name: getattr(value, name) for name in names})
    if hasattr(type(value), "__dataclass_fields__"):
        return answered({name: getattr(value, name) for name in type(value).__dict__["__slots__"]})
    if isinstance(value, dict):
        return {name: answered(item) for name, item in value.items() if item is not None}
    if isinstance(value, tuple):
        return [answered(item) for item in value]
    if isinstance(value, datetime):
        assert value.tzinfo is timezone.utc
        return value.isoformat().replace("+00:00", "Z")
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, time):
        return value.isoformat("minutes")
    return value.isoformat() if isinstance(value, date) else value


@dataclass
class Player:
    uri: str
    now: datetime = datetime(2026, 9, 14, 8, 0, tzinfo=timezone.utc)
    speaker: str = "host"
    calls: int = 0
    values: dict[str, Any] = field(default_factory=dict)
    options: dict[str, Any] = field(default_factory=dict)
    answer: Any = None
    skipped: bool = False

    def __post_init__(self) -> None:
        self.portal = ent.open(self.uri, clock=lambda: self.now, random=Random(1).randbytes)
        self.sessions = {"host": self.portal.system()}

    def play(self, file: Path) -> None:
        for step in read_script(file):
            try:
                getattr(self, f"step_{step.verb}")(step)
            except Exception as trouble:
                raise AssertionError(f"{file}:{step.line}: {trouble!r}") from trouble
        self.portal.close()

    def step_now(self, step: Step) -> None:
        self.now = datetime.fromisoformat(step.words[0])

    def step_as(self, step: Step) -> None:
        self.speaker = step.words[0]
        if len(step.words) > 1:
            moved = f"{self.speaker} at {step.words[2]}"
            self.sessions[moved] = self.sessions[self.speaker].at(date.fromisoformat(step.words[2]))
            self.speaker = moved

    def said(self, step: Step) -> dict[str, Any]:
        given: dict[str, Any] = json.loads(re.sub(r'"\$(\w+)"', lambda found: json.dumps(self.values[found[1]]), step.json))
        return given

    def told_as(self, come_in: Callable[[], Any]) -> Any:
        """What went well needs no more said; a refusal is judged by the next step."""
        self.calls += 1
        self.skipped = False
        try:
            self.answer = {}
            return come_in()
        except ent.Error as error:
            self.answer = error
            return None

    def step_enter(self, step: Step) -> None:
        name, given, person, *proved = step.words
        profile = cast(ent.Profile, given)
        session = self.told_as(lambda: self.portal.act_as(person_id=self.values[person[1:]], profile=profile,
                                                          step_up_at=self.now if proved else None))
        if session is not None:
            self.sessions[name] = session

    def step_activate(self, step: Step) -> None:
        given = self.said(step)
        if "birth_date" in given:
            given["birth_date"] = date.fromisoformat(given["birth_date"])
        self.told_as(lambda: self.portal.activate(**given))

    def step_sign_in(self, step: Step) -> None:
        signed_in = self.told_as(lambda: self.portal.sign_in(**self.said(step)))
        if signed_in is not None:
            self.sessions[step.words[0]] = signed_in.session

    def step_step_up(self, step: Step) -> None:
        self.told_as(lambda: self.sessions[self.speaker].step_up(self.said(step)["password"]))

    def step_snapshot(self, step: Step) -> None:
        self.sessions[step.words[0]] = self.sessions[self.speaker].snapshot()

    def step_end(self, step: Step) -> None:
        self.sessions.pop(step.words[0]).close()

    def step_close(self, step: Step) -> None:
        self.portal.close()

    def step_pump(self, step: Step) -> None:
        self.skipped = False
        taken = self.portal.take_deliveries()
        if taken.items:
            self.portal.settle_deliveries(lease=taken.lease, delivered=[one.number for one in taken.items])
        self.answer = {"items": [{**answered(one), "payload": json.loads(one.payload)} for one in taken.items]}
        self.calls += 1

    def step_with(self, step: Step) -> None:
        what, said = step.words
        if what == "key":
            self.options["idempotency_key"] = said
        elif what == "revision":
            self.options["if_revision"] = int(self.values[said[1:]] if said.startswith("$") else said)
        else:
            self.options[what] = datetime.fromisoformat(said)

    def step_words(self, step: Step) -> None:
        """What the types of Python cannot say."""
        self.skipped, self.options = True, {}

    def step_call(self, step: Step) -> None:
        self.skipped = False
        operation = OPERATIONS[step.words[0]]
        domain, _, name = operation["name"].partition(".")
        given = self.said(step)
        options, self.options = self.options, {}
        session = self.sessions[self.speaker]
        method = getattr(getattr(session, domain), name, None) or getattr(getattr(session, domain), f"{name}_")
        self.calls += 1
        try:
            self.answer = answered(method(**arguments(TYPES[operation["input"]], given), **options)) or {}
        except ent.Error as error:
            self.answer = error

    def step_gives(self, step: Step) -> None:
        if self.skipped:
            return
        if isinstance(self.answer, ent.Error):
            raise AssertionError(f"fails {self.answer.code} {self.answer.reason} {self.answer.fields}")
        self.match(json.loads(step.json), self.answer, "")

    def step_fails(self, step: Step) -> None:
        if self.skipped:
            return
        code, reason, *rest = step.words
        told = [reason, *rest]
        fields = {path if path != "whole" else "": why for why, path in zip(told[0::2], told[1::2])}
        error = self.answer
        assert isinstance(error, ent.Error), f"gives {error}"
        assert (error.code, error.reason, list(error.fields.items())) == (code, reason, list(fields.items())), repr(error)

    def match(self, expected: Any, answer: Any, path: str) -> None:
        if isinstance(expected, str) and len(expected) > 1 and expected[0] == "$":
            name = expected[1:]
            assert name == "_" or self.values.setdefault(name, answer) == answer, f"{path} is {answer}"
        elif isinstance(expected, dict):
            for name, value in expected.items():
                below = f"{path}/{name}"
                assert (name in answer) == (value is not None), f"{below} is {'' if name in answer else 'not '}there"
                if value is not None:
                    self.match(value, answer[name], below)
        elif isinstance(expected, list):
            assert len(expected) == len(answer), f"{path} is {answer}"
            for number, item in enumerate(expected):
                self.match(item, answer[number], f"{path}/{number}")
        else:
            assert expected == answer and type(expected) is type(answer), f"{path or 'the answer'} is {answer!r}"
