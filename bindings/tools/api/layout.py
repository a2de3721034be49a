"""The C structs: which there are, and the order of their members, which is never changed once it is in the lock."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .fault import need

Json = dict[str, Any]

SIZES = {"boolean": 4, "int32": 4, "enumeration": 4, "date": 4, "time": 4, "int64": 8, "id": 8, "instant": 8, "decimal": 8,
         "text": 16, "list": 24, "optional": 8, "record": 8}


@dataclass
class Struct:
    """`sized`: begins with its own struct_size, as all that are handed over by pointer; items of lists do without."""
    name: str
    record: str
    sized: bool
    members: list[str]

    def json(self) -> Json:
        return {"name": self.name, "record": self.record, "sized": self.sized, "members": self.members}


def c_name(name: str) -> str:
    """`org::LinkEntry` -> `org_link_entry`."""
    out = []
    for part in name.split("::"):
        out.append("".join("_" + c.lower() if c.isupper() else c for c in part).lstrip("_"))
    return "_".join(out)


def struct_name(record: str, sized: bool) -> str:
    return f"ent_{c_name(record)}_{'args' if sized else 'item'}"


class Layouts:
    """The structs of all inputs, each after those that it points to."""

    def __init__(self, records: dict[str, Json], old: list[Json]) -> None:
        self.records = records
        self.old: dict[str, list[str]] = {struct["name"]: struct["members"] for struct in old}
        self.found: dict[str, Struct] = {}

    def add(self, record: str, sized: bool) -> None:
        name = struct_name(record, sized)
        if name in self.found:
            return
        fields = self.records[record]["fields"]
        for field in fields:
            self.add_within(f"{record}.{field['name']}", field["type"])
        members = ordered(name, fields, sized, self.old.get(name))
        self.found[name] = Struct(name, record, sized, members)

    def add_within(self, where: str, kind: Json) -> None:
        inner = kind.get("of", {})
        if kind["kind"] == "record":
            self.add(kind["name"], True)
        elif kind["kind"] == "optional":
            self.add_within(where, inner)
        elif kind["kind"] == "list":
            need(inner["kind"] not in ("list", "optional"), f"{where}: C has no list of {inner['kind']}s")
            if inner["kind"] == "record":
                self.add(inner["name"], False)


def ordered(name: str, fields: list[Json], sized: bool, old: list[str] | None) -> list[str]:
    """Known members keep their places, new ones follow; holes are named, so that none is reused unseen."""
    sizes = {field["name"]: SIZES[field["type"]["kind"]] for field in fields}
    need("struct_size" not in sizes and not any(f.startswith("reserved") for f in sizes), f"{name}: a name of its own")
    members = list(old) if old else (["struct_size"] if sized else [])
    gone = [m for m in members if m not in sizes and m != "struct_size" and not m.startswith("reserved")]
    need(not gone, f"{name}: {', '.join(gone)} can't go: programs are built against it")
    waiting = [f for f in sizes if f not in members]
    place = sum(sizes.get(m, 4) for m in members)
    while waiting or place % 8 != 0:
        hole = place % 8 != 0
        fitting = next((f for f in waiting if not hole or sizes[f] == 4), None)
        members.append(fitting or f"reserved{sum(m.startswith('reserved') for m in members)}")
        if fitting:
            waiting.remove(fitting)
        place += sizes.get(members[-1], 4)
    return members


def offsets(struct: Struct, fields: list[Json]) -> tuple[dict[str, int], int]:
    """Where each member lies on a machine of 64 bits, and the size of the struct."""
    sizes = {field["name"]: SIZES[field["type"]["kind"]] for field in fields}
    found, place = {}, 0
    for member in struct.members:
        found[member] = place
        place += sizes.get(member, 4)
    return found, place
