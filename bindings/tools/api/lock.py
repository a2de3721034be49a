"""The API lock: the registry with the documentation of the headers and the memory of the C structs."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from .comment import parse_comment, parse_function_comment
from .fault import Fault, need
from .headers import Declared, Headers
from .layout import Json, Layouts, Struct

FORMAT = 1


def read_version(root: Path) -> str:
    match = re.search(r"project\(ent VERSION (\d+\.\d+\.\d+)", (root / "CMakeLists.txt").read_text(encoding="utf-8"))
    if match is None:
        raise Fault("CMakeLists.txt: no version of the project")
    return match[1]


def read_reasons(root: Path) -> dict[str, Json]:
    """The catalogue: token -> its texts."""
    entry = re.compile(r'ENT_REASON\(("(?:[^"\\]|\\.)*"), ("(?:[^"\\]|\\.)*"), ("(?:[^"\\]|\\.)*")\)$')
    found: dict[str, Json] = {}
    for number, line in enumerate((root / "src/base/reasons.inc").read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("//") or not line:
            continue
        match = entry.match(line)
        if match is None:
            raise Fault(f"reasons.inc:{number}: not ENT_REASON(token, English, French)")
        token, english, french = (json.loads(text) for text in match.groups())
        found[token] = {"en": english, "fr": french}
    return found


class Merge:
    """Raw lock and headers, held against each other."""

    def __init__(self, raw: Json, headers: Headers, reasons: dict[str, Json], old: Json) -> None:
        self.raw, self.headers, self.reasons, self.old = raw, headers, reasons, old
        self.codes = self.read_codes()
        self.types = {entry["name"]: self.type(entry) for entry in raw["types"]}
        self.function_types = {entry["name"]: self.type(entry) for entry in raw.get("function_types", [])}
        self.operations = [self.operation(entry) for entry in raw["operations"]]
        self.functions = [self.function(entry) for entry in raw.get("functions", [])]
        self.layouts = self.mark_uses()

    def lock(self, version: str) -> Json:
        domains = list(dict.fromkeys(op["name"].split(".")[0] for op in self.operations))
        return {"format": FORMAT, "library": version, "codes": self.codes, "reasons": sorted(self.reasons),
                "domains": [{"name": d, "doc": self.headers.domains[d]} for d in domains],
                "operations": self.operations, "types": list(self.types.values()),
                "functions": self.functions, "function_types": list(self.function_types.values()),
                "structs": [struct.json() for struct in self.layouts.found.values()]}

    def read_codes(self) -> list[Json]:
        words = self.headers.types["Errc"].members
        known = list(words)
        need(known[0] == "ok", "Errc begins with ok")
        return [{"name": w, "number": n, "doc": words[w].doc} for n, w in enumerate(known) if n]

    def declared(self, name: str) -> Declared:
        need(name in self.headers.types, f"{name}: not found in include/ent")
        declared = self.headers.types[name]
        need(declared.doc, f"{name}: not documented")
        return declared

    def type(self, entry: Json) -> Json:
        name = entry["name"]
        declared = self.declared(name)
        kind = "enumeration" if "words" in entry else "record"
        members = entry.get("words", entry.get("fields"))
        names = [m["name"] for m in members]
        missing = sorted(set(names) ^ {n for n, m in declared.members.items() if m.cpp != "Session"})
        need(not missing, f"{name}: header and description differ in {', '.join(missing)}")
        out: Json = {"name": name, "kind": kind, "use": [], "doc": declared.doc}
        if kind == "enumeration":
            need(all(m["number"] > 0 for m in members), f"{name}: words are numbered from 1")
            return {**out, "words": [{**m, "doc": self.doc(name, m["name"])} for m in members]}
        return {**out, "fields": [self.field(name, m) for m in members]}

    def doc(self, owner: str, member: str) -> str:
        text = self.headers.types[owner].members[member].doc
        need(text, f"{owner}.{member}: not documented")
        return text

    def field(self, owner: str, entry: Json) -> Json:
        member = self.headers.types[owner].members[entry["name"]]
        out = {"name": entry["name"], "type": self.with_entity(entry["type"], member.cpp), "required": entry["required"]}
        if "default" in entry:
            out["default"] = entry["default"]
        secret = entry.get("secret", False)
        need(secret == ("A secret" in self.doc(owner, entry["name"])),
             f"{owner}.{entry['name']}: ENT_SECRETS and its comment (\"A secret\") must say the same")
        if secret:
            out["secret"] = True
        return {**out, "doc": self.doc(owner, entry["name"])}

    def with_entity(self, kind: Json, cpp: str) -> Json:
        """An id says whose id it is; only the header knows."""
        if kind["kind"] in ("optional", "list"):
            return {"kind": kind["kind"], "of": self.with_entity(kind["of"], cpp)}
        if kind["kind"] != "id":
            return kind
        match = re.search(r"(\w+Id)>*$", cpp)
        if match is None:
            raise Fault(f"{cpp}: whose id is it?")
        return {"kind": "id", "name": match[1]}

    def operation(self, entry: Json) -> Json:
        name = entry["name"]
        domain = name.split(".")[0]
        need(name in self.headers.functions, f"{name}: include/ent/{domain}.hpp declares no such function")
        function = self.headers.functions[name]
        try:
            said = parse_comment(function.doc)
            self.check_comment(entry, said)
        except Fault as fault:
            raise Fault(f"{name}: {fault}") from None
        for spelt, raw in ((function.input, entry["input"]), (function.answer, entry["answer"].get("name"))):
            need(raw in (spelt, f"{domain}::{spelt}"), f"{name}: the header says {spelt}, the registry {raw}")
        out = {key: entry[key] for key in ("name", "since", "effect", "permission", "audited", "step_up", "secret", "input")}
        out |= {"answer": entry["answer"]["name"], "doc": said["doc"], "permission_doc": said["permission"],
                "errors": said["errors"]}
        return out | ({"example": said["example"]} if said["example"] is not None else {})

    def function(self, entry: Json) -> Json:
        """What is no operation: of a portal, of a session, or an import."""
        name = entry["name"]
        need(name in self.headers.methods, f"{name}: include/ent declares and documents no such function")
        method = self.headers.methods[name]
        try:
            said = parse_function_comment(method.doc)
            self.check_errors(said["errors"])
        except Fault as fault:
            raise Fault(f"{name}: {fault}") from None
        out: Json = {"name": name, "since": said.pop("since"), "cpp": method.cpp,
                     **{key: entry[key] for key in ("portal", "session")}}
        if "plain" in entry:
            named = [n for cpp, n in method.parameters if cpp not in ("Session", entry.get("input"))]
            need(len(named) == 1, f"{name}: which parameter is the plain one?")
            out["plain"] = {"name": named[0], "type": entry["plain"]}
        return out | {key: entry[key] for key in ("input", "progress", "opens", "answer") if key in entry} | said

    def check_comment(self, entry: Json, said: Json) -> None:
        need(said["since"] == entry["since"], f"its comment says since {said['since']}, the registry {entry['since']}")
        stated = re.match(r"[a-z_.]*[a-z_]", said["permission"])
        need(stated and stated[0] == entry["permission"],
             f"its comment does not begin its permission with {entry['permission']}")
        self.check_errors(said["errors"])

    def check_errors(self, errors: list[Json]) -> None:
        codes = {code["name"] for code in self.codes}
        for error in errors:
            need(error["code"] in codes, f"{error['code']}: no such code")
            need(error["reason"] in self.reasons, f"{error['reason']}: not in src/base/reasons.inc")

    def mark_uses(self) -> Layouts:
        """Marks what is an input and what an answer, and lays out the C structs of the inputs."""
        inputs = [operation["input"] for operation in self.operations]
        taken = [function["input"] for function in self.functions if "input" in function]
        self.mark(self.types, inputs, [operation["answer"] for operation in self.operations])
        for progress in (function["progress"] for function in self.functions if "progress" in function):
            kinds = {field["type"]["kind"] for field in self.function_types[progress]["fields"]}
            need(kinds == {"int64"}, f"{progress}: what a watch is told is numbers of 64 bits")
        given = [function[key] for function in self.functions for key in ("progress", "answer") if key in function]
        self.mark(self.function_types, taken, given)
        everything = self.types | self.function_types
        layouts = Layouts({n: t for n, t in everything.items() if t["kind"] == "record"}, self.old.get("structs", []))
        for name in inputs + taken:
            layouts.add(name, True)
        return layouts

    def mark(self, types: dict[str, Json], inputs: list[str], answers: list[str]) -> None:
        for use, names in (("input", inputs), ("answer", answers)):
            reached = set[str]()
            for name in names:
                self.reach(name, reached)
            for name in reached & types.keys():
                types[name]["use"].append(use)
            for name in reached - types.keys():  # a record of an operation, in the hands of a function
                need(self.types[name]["kind"] == "enumeration" or use in self.types[name]["use"],
                     f"{name}: operations have it as {self.types[name]['use'][0]} alone")
        for entry in types.values():
            if entry["kind"] == "record":
                self.check_fields(entry)

    def reach(self, name: str, into: set[str]) -> None:
        if name in into:
            return
        into.add(name)
        for field in (self.types | self.function_types)[name].get("fields", []):
            kind = field["type"]
            while "of" in kind:
                kind = kind["of"]
            if kind["kind"] in ("record", "enumeration"):
                self.reach(kind["name"], into)

    def check_fields(self, entry: Json) -> None:
        """`required` is a mark beside the description: the header must say the same. Answers have no defaults."""
        for field in entry["fields"]:
            member = self.headers.types[entry["name"]].members[field["name"]]
            where = f"{entry['name']}.{field['name']}"
            if "input" not in entry["use"]:
                need(not field["required"], f"{where}: an answer asks nothing")
                field.pop("default", None)
                field.pop("required")
                continue
            need(member.initialiser, f"{where}: give it {{}} (required) or a default")
            need(member.required == field["required"],
                 f"{where}: {'`{}` is required' if member.required else 'a default is not required'}, "
                 "but the description says otherwise")


def merge(raw: Json, headers: Headers, reasons: dict[str, Json], version: str, old: Json) -> Json:
    return Merge(raw, headers, reasons, old).lock(version)


def types_of(lock: Json) -> dict[str, Json]:
    """All types, those of functions after those of operations."""
    return {t["name"]: t for t in lock["types"] + lock["function_types"]}


def structs_of(lock: Json) -> list[Struct]:
    return [Struct(s["name"], s["record"], s["sized"], s["members"]) for s in lock["structs"]]


def text(value: Any, indent: int = 0) -> str:
    """JSON with one field, word or error a line, so that a changed field is a changed line."""
    flat = json.dumps(value, ensure_ascii=False)
    if not isinstance(value, (dict, list)) or not value or is_entry(value):
        return flat
    pad, inner = " " * indent, " " * (indent + 2)
    if isinstance(value, dict):
        lines = [f"{inner}{json.dumps(k)}: {text(v, indent + 2)}" for k, v in value.items()]
        return "{\n" + ",\n".join(lines) + f"\n{pad}}}"
    return "[\n" + ",\n".join(inner + text(v, indent + 2) for v in value) + f"\n{pad}]"


def is_entry(value: Json | list[Any]) -> bool:
    """What stands on one line: a dictionary without lists, and a short list of words that is not at the top."""
    if isinstance(value, dict):
        return all(not isinstance(v, (dict, list)) or (isinstance(v, dict) and is_entry(v)) for v in value.values())
    return all(isinstance(v, str) for v in value) and len(value) < 3
