"""One generated module: its words, records and methods."""

from __future__ import annotations

import re

from .operation import Method, a_tuple
from .text import WIDTH, docstring, wrapped
from .types import Annotations, Json, check_fields, domain_of, is_listing, short

RECORD = "@record(frozen=True, slots=True, kw_only=True)"


class Module:
    def __init__(self, domain: str, doc: str, lock: Json, types: dict[str, Json], nested: set[str],
                 annotations: Annotations | None = None) -> None:
        self.domain, self.doc, self.types, self.nested = domain, doc, types, nested
        self.annotations = annotations or Annotations(types, domain)
        own = [t for t in lock["types"] if domain_of(t["name"]) == domain and t.get("words", t.get("fields"))]
        self.words = [t for t in own if t["kind"] == "enumeration"]
        self.dicts = [t for t in own if t["name"] in nested]
        self.records = [t for t in own if t["kind"] == "record" and "answer" in t["use"]]
        self.methods = [Method(op, types, self.annotations) for op in lock["operations"]
                        if op["name"].partition(".")[0] == domain]

    def text(self, mark: str) -> str:
        body = [*self.of_words(), *self.of_dicts(), *self.of_records(), *self.of_operations()]
        head = [mark, *docstring([wrapped(self.doc, 0)], 0), "", *self.imports(), *self.exports()]
        return "\n".join([*head, *body]) + "\n"

    def exports(self) -> list[str]:
        names = [short(t["name"]) for t in self.words + self.records]
        names += [short(t["name"]) + "Dict" for t in self.dicts]
        names += ["Operations"] if self.methods else []
        kind = "" if names else ": list[str]"
        return ["", f"__all__{kind} = [{', '.join(quoted(n) for n in sorted(names))}]"]

    def imports(self) -> list[str]:
        said = self.annotations
        typing = {"Literal"} if self.words else set()
        typing |= {"TYPE_CHECKING"} if self.records else set()
        typing |= {"NotRequired", "TypedDict"} if self.dicts else set()
        lines = ["from __future__ import annotations", ""]
        spelt = "\n".join([*self.of_words(), *self.of_dicts(), *self.of_records(), *self.of_operations()])
        abstract = ({"Iterable"} if "Iterable[" in spelt else set()) | self.extra_imports()
        if abstract:
            lines.append(f"from collections.abc import {', '.join(sorted(abstract))}")
        if said.times:
            lines.append(f"from datetime import {', '.join(sorted(said.times))}")
        lines += [f"from datetime import {time} as _{time}" for time in sorted(said.hidden_times)]
        if said.decimals:
            lines.append("from decimal import Decimal")
        if typing:
            lines.append(f"from typing import {', '.join(sorted(typing, key=lambda n: (not n.isupper(), n)))}")
        lines.append("")
        lines += ["from ent import _core"] if self.methods or self.records else []
        lines += [f"from ent import {domain} as _{domain}" for domain in sorted(said.domains)]
        lines += [f"from ent._common import {', '.join(sorted(said.common))}"] if said.common else []
        names = [n for n in ("Listing", "Pages") if f"{n}[" in spelt or f"{n}(" in spelt]
        lines += [f"from ent._listing import {', '.join(names)}"] if names else []
        if self.records:
            lines += ["", "if TYPE_CHECKING:", "    from dataclasses import dataclass as record", "else:",
                      "    from ent._record import record"]
        return "\n".join(lines).rstrip().splitlines()

    def extra_imports(self) -> set[str]:
        """From collections.abc."""
        return set()

    def extra_fields(self, entry: Json) -> list[str]:
        """Of a record, beside those of its type."""
        return []

    def of_words(self) -> list[str]:
        lines: list[str] = []
        for entry in self.words:
            name = short(entry["name"])
            literal = f"{name} = Literal[{', '.join(repr(w['name']) for w in entry['words'])}]".replace("'", '"')
            if len(literal) > WIDTH:
                literal = "\n".join([f"{name} = Literal[", *(f'    "{w["name"]}",' for w in entry["words"]), "]"])
            said = [line for w in entry["words"] for line in wrapped(f"{w['name']}: {w['doc']}", 0, 4)]
            lines += ["", *literal.splitlines(), *docstring([wrapped(entry["doc"], 0), said], 0)]
        return lines

    def of_dicts(self) -> list[str]:
        lines: list[str] = []
        for entry in self.dicts:
            check_fields(entry["name"], [f["name"] for f in entry["fields"]], set())
            lines += ["", "", f"class {short(entry['name'])}Dict(TypedDict):", *docstring([wrapped(entry["doc"], 4)], 4), ""]
            for field in entry["fields"]:
                spelt = self.annotations.input(field["type"])
                spelt = spelt if field["required"] else f"NotRequired[{spelt}]"
                lines += [f"    {field['name']}: {spelt}", *docstring([wrapped(field["doc"], 4)], 4)]
        return lines

    def of_records(self) -> list[str]:
        lines: list[str] = []
        for entry in self.records:
            check_fields(entry["name"], [f["name"] for f in entry["fields"]], set())
            name = short(entry["name"])
            base = f"(Listing[{self.annotations.answer(entry['fields'][0]['type']['of'])}])" if is_listing(entry) else ""
            lines += ["", "", RECORD, f"class {name}{base}:", *docstring([wrapped(entry["doc"], 4)], 4), ""]
            secrets = [f["name"] for f in entry["fields"] if f.get("secret")]
            lines += [f"    __secrets__ = {a_tuple([quoted(n) for n in secrets])}"] if secrets else []
            lines += self.extra_fields(entry)
            named = {f["name"] for f in entry["fields"]}
            for field in entry["fields"]:
                lines += [f"    {field['name']}: {self.beside(named, self.annotations.answer(field['type']))}",
                          *docstring([wrapped(field["doc"], 4)], 4)]
        if self.records:
            lines += ["", ""]
        return lines + [f'_core.register_record("{entry["name"]}", {short(entry["name"])})' for entry in self.records]

    def beside(self, named: set[str], spelt: str) -> str:
        """A type in the body of a class which has a field of the type's name, as `date: date`."""
        for time in sorted(named & self.annotations.times):
            self.annotations.hidden_times.add(time)
            spelt = re.sub(rf"\b{time}\b", f"_{time}", spelt)
        return spelt

    def of_operations(self) -> list[str]:
        if not self.methods:
            return []
        lines = [] if self.records else ["", ""]
        for method in self.methods:
            lines += method.registration()
        doc = f"{self.doc} A session has them as `session.{self.domain}`."
        lines += ["", "", "class Operations:", *docstring([wrapped(doc, 4)], 4), "", '    __slots__ = ("_call",)', "",
                  "    def __init__(self, call: _core.Call) -> None:", "        self._call = call"]
        for method in self.methods:
            lines += ["", *method.lines()]
            lines += ["", *method.lines_of_all()] if method.is_paged else []
        return lines


def quoted(name: str) -> str:
    return f'"{name}"'
