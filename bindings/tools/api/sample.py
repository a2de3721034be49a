"""Requests to show: the example of the comment, or one made up of what must be given."""

from __future__ import annotations

from typing import Any

from .fault import Fault, need
from .layout import Json

TEXTS = {"name": "Collège des Tilleuls", "code": "0949999B", "login": "camille.martin", "subject": "Mathématiques"}
SCALARS: dict[str, Any] = {"boolean": True, "int32": 1, "int64": 1, "id": 7, "date": "2026-09-01",
                           "time": "08:30", "instant": "2026-09-01T06:00:00Z", "decimal": "14.5"}


class Samples:
    def __init__(self, types: list[Json]) -> None:
        self.types = {t["name"]: t for t in types}

    def request(self, operation: Json) -> Json:
        if "example" not in operation:
            return self.record(operation["input"])
        try:
            self.check(operation["example"], {"kind": "record", "name": operation["input"]}, "")
        except Fault as fault:
            raise Fault(f"{operation['name']}: its example: {fault}") from None
        example: Json = operation["example"]
        return example

    def record(self, name: str) -> Json:
        return {f["name"]: self.value(f["type"], f["name"]) for f in self.types[name]["fields"] if f["required"]}

    def value(self, kind: Json, name: str) -> Any:
        if kind["kind"] == "record":
            return self.record(kind["name"])
        if kind["kind"] == "list":
            return [self.value(kind["of"], name)]
        if kind["kind"] == "enumeration":
            return self.types[kind["name"]]["words"][0]["name"]
        if kind["kind"] == "text":
            return TEXTS.get(name, "...")
        return SCALARS[kind["kind"]]

    def check(self, value: Any, kind: Json, where: str) -> None:
        """That an example written by hand is a request that would be read."""
        if kind["kind"] == "optional":
            return None if value is None else self.check(value, kind["of"], where)
        if kind["kind"] == "record":
            return self.check_record(value, kind["name"], where)
        if kind["kind"] == "list":
            need(isinstance(value, list), f"{where}: no list")
            for i, item in enumerate(value):
                self.check(item, kind["of"], f"{where}/{i}")
            return None
        if kind["kind"] == "enumeration":
            words = [word["name"] for word in self.types[kind["name"]]["words"]]
            return need(value in words, f"{where}: not one of {', '.join(words)}")
        wanted = {"boolean": bool, "int32": int, "int64": int, "id": int}.get(kind["kind"], str)
        return need(type(value) is wanted, f"{where}: no {kind['kind']}")

    def check_record(self, value: Any, name: str, where: str) -> None:
        need(isinstance(value, dict), f"{where}: no object")
        fields = {f["name"]: f for f in self.types[name]["fields"]}
        for unknown in value.keys() - fields.keys():
            raise Fault(f"{where}/{unknown}: no such field")
        for field in fields.values():
            if field["name"] in value:
                self.check(value[field["name"]], field["type"], f"{where}/{field['name']}")
            else:
                need(not field["required"], f"{where}/{field['name']}: required")
