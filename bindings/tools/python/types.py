"""The types of the lock as Python annotations."""

from __future__ import annotations

import json
import keyword
from typing import Any

from .fault import need

Json = dict[str, Any]

SCALARS = {"boolean": "bool", "int32": "int", "int64": "int", "id": "int", "text": "str", "date": "date",
           "time": "time", "instant": "datetime", "decimal": "Decimal"}


def domain_of(name: str) -> str:
    """`org::View` -> `org`; none for the types of all domains."""
    return name.rpartition("::")[0]


def short(name: str) -> str:
    return name.rpartition("::")[2]


def is_listing(record: Json) -> bool:
    """A record whose first field is a list of records, `items`."""
    first = record["fields"][0] if record["fields"] else None
    return bool(first) and first["name"] == "items" and first["type"].get("of", {}).get("kind") == "record"


def inner(kind: Json) -> Json:
    """Of an optional or a list, at whatever depth: what it is of."""
    return inner(kind["of"]) if "of" in kind else kind


class Annotations:
    """Spells the types of one module, and notes what it must import for them."""

    def __init__(self, types: dict[str, Json], domain: str) -> None:
        self.types, self.domain = types, domain
        self.times: set[str] = set()
        self.hidden_times: set[str] = set()  # behind a field of the same name
        self.decimals = False
        self.domains: set[str] = set()
        self.common: set[str] = set()

    def answer(self, kind: Json) -> str:
        """As a field of an answer."""
        if kind["kind"] == "optional":
            return f"{self.answer(kind['of'])} | None"
        if kind["kind"] == "list":
            return f"tuple[{self.answer(kind['of'])}, ...]"
        return self.scalar(kind)

    def input(self, kind: Json) -> str:
        """As an argument, or as a field of a dict within one."""
        if kind["kind"] == "optional":
            return f"{self.input(kind['of'])} | None"
        if kind["kind"] == "list":
            return f"Iterable[{self.input(kind['of'])}]"
        if kind["kind"] != "record":
            return self.scalar(kind)
        spelt = self.named(kind["name"]) + "Dict"
        both = "answer" in self.types[kind["name"]]["use"]
        return f"{self.named(kind['name'])} | {spelt}" if both else spelt

    def scalar(self, kind: Json) -> str:
        if kind["kind"] in ("enumeration", "record"):
            return self.named(kind["name"])
        spelt = SCALARS[kind["kind"]]
        if spelt in ("date", "time", "datetime"):
            self.times.add(spelt)
        self.decimals = self.decimals or spelt == "Decimal"
        return spelt

    def named(self, name: str) -> str:
        """A type of this module by its name, one of another domain by that domain's."""
        domain = domain_of(name)
        if domain == self.domain:
            return short(name)
        if not domain:
            self.common.add(name)
            return name
        self.domains.add(domain)
        return f"_{domain}.{short(name)}"


def python_name(name: str) -> str:
    """An operation may be called as a keyword is; then it ends with an underscore."""
    return f"{name}_" if keyword.iskeyword(name) else name


def check_fields(where: str, names: list[str], taken: set[str]) -> None:
    for name in names:
        need(name.isidentifier() and not keyword.iskeyword(name), f"{where}.{name}: no name for an argument in Python")
        need(not name.startswith("_") and name not in taken, f"{where}.{name}: this name is taken in Python")


def default(kind: Json, field: Json) -> str | None:
    """The default of an argument as Python spells it; none for one that must be given."""
    if field["required"]:
        return None
    if "default" in field:
        value = field["default"]
        if kind["kind"] == "decimal":
            return f'Decimal("{value}")'
        if kind["kind"] == "time":
            return f"time({int(value[:2])}, {int(value[3:])})"
        return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else repr(value)
    return "()" if kind["kind"] == "list" else "None"
