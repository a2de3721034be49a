"""Reads the public C++ headers: what they declare, and the comments that document it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from .fault import Fault, need


@dataclass
class Member:
    """A field of a record or a word of an enumeration."""
    name: str
    doc: str
    cpp: str = ""
    initialiser: str = ""

    @property
    def required(self) -> bool:
        """`{}` must be given by a caller; `= value` and an optional need not."""
        return self.initialiser == "{}" and not self.cpp.startswith("std::optional<")


@dataclass
class Declared:
    """A record or an enumeration."""
    doc: str
    members: dict[str, Member] = field(default_factory=dict)


@dataclass
class Function:
    doc: list[str]
    answer: str
    input: str


@dataclass
class Method:
    """A function that is no operation: of a class, or of ent itself."""
    doc: list[str]
    cpp: str
    parameters: list[tuple[str, str]]  # type, name


@dataclass
class Headers:
    domains: dict[str, str] = field(default_factory=dict)
    types: dict[str, Declared] = field(default_factory=dict)
    functions: dict[str, Function] = field(default_factory=dict)
    methods: dict[str, Method] = field(default_factory=dict)


NAMESPACE = re.compile(r"namespace ([\w:]+) \{$")
CLASS = re.compile(r"class (\w+)(?: final)? \{$")
LABELS = ("public:", "protected:", "private:")
TYPE = re.compile(r"(?:enum class|struct) (\w+)(?: : [\w:]+)? \{(.*)$")
FIELD = re.compile(r"([\w:<>, ]+?) (\w+)(\{\}| = .+|\{.+\})?;$")
WORD = re.compile(r"(\w+) = -?\d+,?$")
FUNCTION = re.compile(r"Result<([\w:]+)> (\w+)\(Session& session, const ([\w:]+)& input, "
                      r"const CallOptions& options = \{\}\);$")
METHOD = re.compile(r"(?:static )?Result<\w+> (\w+)\((.*)\)(?: const)?;$")
PARAMETER = re.compile(r"(?:const )?([\w:]+)&? (\w+)(?: = \{\})?$")


def prose(lines: list[str]) -> str:
    """Comment lines as paragraphs, one line each."""
    paragraphs = "\n".join(lines).split("\n\n")
    return "\n\n".join(" ".join(p.split()) for p in paragraphs if p.strip())


class Reader:
    """One header, line by line. What is neither a described type nor an operation is passed over."""

    def __init__(self, path: Path, into: Headers) -> None:
        self.path, self.into = path, into
        self.comment: list[str] = []
        self.scopes: list[str] = []
        self.open: Declared | None = None
        self.last: Member | None = None
        self.hidden = False  # in the private part of a class
        self.code = ""

    def read(self) -> None:
        for number, line in enumerate(self.path.read_text(encoding="utf-8").splitlines(), 1):
            try:
                self.line(line.strip())
            except Fault as fault:
                raise Fault(f"{self.path.name}:{number}: {fault}") from None

    def line(self, line: str) -> None:
        code, marker, trailing = line.partition("///<")
        if marker and not code:
            need(self.last, "a continued comment of nothing")
            assert self.last is not None
            self.last.doc += " " + trailing.strip()
        elif line.startswith("///"):
            self.comment.append(line[3:].removeprefix(" "))
        elif line == "#pragma once":
            self.into.domains[self.path.stem] = prose(self.comment)
            self.comment = []
        elif not line:
            self.comment = [] if not self.code else self.comment
        elif not line.startswith(("#", "//")):
            self.code = f"{self.code} {code.strip()}".strip()
            self.statement(trailing.strip())

    def statement(self, trailing: str) -> None:
        if self.open is not None:
            self.inside_type(trailing)
        elif match := NAMESPACE.match(self.code) or CLASS.match(self.code):
            self.scopes.append(match[1])
            self.done()
        elif self.code in LABELS:
            self.hidden = self.code != "public:"
            self.done()
        elif match := TYPE.match(self.code):
            self.begin_type(match)
        elif self.code.startswith("}") and self.scopes:
            self.scopes.pop()
            self.hidden = False
            self.done()
        elif self.balanced():
            self.function()
            self.done()

    def done(self) -> None:
        self.code, self.comment = "", []

    def balanced(self) -> bool:
        return self.code.count("{") == self.code.count("}") and self.code.endswith((";", "}"))

    def qualified(self, name: str) -> str:
        scope = "::".join(self.scopes).removeprefix("ent").removeprefix("::")
        return f"{scope}::{name}" if scope else name

    def begin_type(self, match: re.Match[str]) -> None:
        declared = Declared(prose(self.comment))
        self.into.types[self.qualified(match[1])] = declared
        self.done()
        if match[2].strip() == "};":
            return
        if not match[2]:
            self.open, self.last = declared, None

    def inside_type(self, trailing: str) -> None:
        assert self.open is not None
        if self.code == "};":
            self.open = None
            return self.done()
        if match := WORD.match(self.code):
            self.last = Member(match[1], trailing or prose(self.comment))
        elif "(" not in self.code and (match := FIELD.match(self.code)):
            initialiser = (match[3] or "").strip()
            self.last = Member(match[2], trailing or prose(self.comment), match[1], initialiser)
        elif self.balanced():
            return self.done()  # a member function
        else:
            return None
        self.open.members[self.last.name] = self.last
        return self.done()

    def function(self) -> None:
        if match := FUNCTION.match(self.code):
            domain = "::".join(self.scopes).removeprefix("ent").removeprefix("::")
            self.into.functions[f"{domain}.{match[2]}"] = Function(self.comment, match[1], match[3])
        elif self.comment and not self.hidden and (match := METHOD.match(self.code)):
            found = [PARAMETER.match(parameter) for parameter in match[2].split(", ")]
            parameters = [(parameter[1], parameter[2]) for parameter in found if parameter is not None]
            self.into.methods[self.qualified(match[1])] = Method(self.comment, self.code.removesuffix(";"), parameters)


def read_headers(folder: Path) -> Headers:
    headers = Headers()
    for path in sorted(folder.glob("*.hpp")):
        Reader(path, headers).read()
    return headers
