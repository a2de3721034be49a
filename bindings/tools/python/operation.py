"""The methods of a domain."""

from __future__ import annotations

from .fault import need
from .text import WIDTH, docstring, wrapped
from .types import Annotations, Json, check_fields, default, is_listing, python_name

OPTIONS = {"deadline": "datetime | None", "idempotency_key": "str | None", "if_revision": "int | None"}
LARGEST_PAGE = 500  # base::largest_page


def options_of(operation: Json) -> list[str]:
    """A read takes no key and no revision: there is nothing to be done twice, or to be lost."""
    return list(OPTIONS) if operation["effect"] == "write" else ["deadline"]


def exception(code: str) -> str:
    return "".join(part.capitalize() for part in code.split("_"))


class Method:
    def __init__(self, operation: Json, types: dict[str, Json], annotations: Annotations) -> None:
        self.operation, self.annotations = operation, annotations
        self.domain, _, self.plain_name = operation["name"].partition(".")
        self.name = python_name(self.plain_name)
        self.input = types[operation["input"]]
        self.answer = types[operation["answer"]]
        self.fields: list[Json] = self.input["fields"]
        annotations.times.add("datetime")
        check_fields(operation["name"], [f["name"] for f in self.fields], {"self", *OPTIONS})

    @property
    def number(self) -> str:
        return f"_{self.plain_name.upper()}"

    @property
    def is_paged(self) -> bool:
        asked = {f["name"] for f in self.fields}
        given = {f["name"] for f in self.answer["fields"]}
        return is_listing(self.answer) and {"limit", "after"} <= asked and "next" in given

    def registration(self) -> list[str]:
        names = a_tuple([f'"{f["name"]}"' for f in self.fields])
        line = f'{self.number} = _core.register_operation("{self.operation["name"]}", {names})'
        if len(line) <= WIDTH:
            return [line]
        return [f"{self.number} = _core.register_operation(", f'    "{self.operation["name"]}",', f"    {names},", ")"]

    def returned(self) -> str:
        return self.annotations.named(self.answer["name"]) if self.answer["fields"] else "None"

    def argument(self, field: Json) -> str:
        spelt = self.annotations.input(field["type"])
        value = default(field["type"], field)
        if field["type"]["kind"] == "record" and value == "None":
            spelt += " | None"
        return f"{field['name']}: {spelt}" + (f" = {value}" if value is not None else "")

    def lines(self) -> list[str]:
        arguments = [self.argument(f) for f in sorted(self.fields, key=lambda f: not f["required"])]
        arguments += [f"{name}: {OPTIONS[name]} = None" for name in options_of(self.operation)]
        return [*signature(self.name, arguments, self.returned()), *self.doc(), *self.body()]

    def body(self) -> list[str]:
        options = [name if name in options_of(self.operation) else "None" for name in OPTIONS]
        call = calling("self._call", [self.number, a_tuple([f["name"] for f in self.fields]), *options])
        if not self.answer["fields"]:
            return call
        return [f"        _answer: {self.returned()} = {call[0].lstrip()}", *call[1:], "        return _answer"]

    def doc(self) -> list[str]:
        tail = [*self.of_permission(), *errors_doc(self.operation["errors"]), f"Since {self.operation['since']}."]
        return docstring([wrapped(self.operation["doc"], 8), of_arguments(self.fields), tail], 8)

    def of_permission(self) -> list[str]:
        step_up = "; asks for a recent proof of identity" if self.operation["step_up"] else ""
        return wrapped(f"Permission: {self.operation['permission_doc']}{step_up}.", 8, 4)

    def lines_of_all(self) -> list[str]:
        """The method that walks over all pages."""
        fields = [f for f in self.fields if f["name"] not in ("limit", "after")]
        need("page_size" not in {f["name"] for f in fields}, f"{self.operation['name']}: page_size is taken in Python")
        arguments = [self.argument(f) for f in sorted(fields, key=lambda f: not f["required"])]
        arguments += [f"page_size: int = {LARGEST_PAGE}", "deadline: datetime | None = None"]
        item = self.annotations.answer(self.answer["fields"][0]["type"]["of"])
        given = {f["name"]: f["name"] for f in fields} | {"limit": "page_size", "after": "after", "deadline": "deadline"}
        page = calling(f"self.{self.name}", [f"{name}={value}" for name, value in given.items()], "            ")
        first = f"All of `{self.name}`, page after page: iterate over it, or take it as a table."
        return [*signature(f"{self.plain_name}_all", arguments, f"Pages[{item}]"),
                *docstring([wrapped(first, 8), of_arguments(fields)], 8),
                *closed([f"        return Pages(lambda after: {page[0].lstrip()}", *page[1:]])]


def errors_doc(errors: list[Json]) -> list[str]:
    """What it raises, for a docstring."""
    if not errors:
        return []
    by_code: dict[str, list[str]] = {}
    for error in errors:
        note = f": {error['note']}" if "note" in error else ""
        by_code.setdefault(error["code"], []).append(error["reason"] + note)
    spelt = ", ".join(f"{exception(code)} ({', '.join(reasons)})" for code, reasons in by_code.items())
    return wrapped(f"Raises: {spelt}.", 8, 4)


def a_tuple(items: list[str]) -> str:
    return f"({items[0]},)" if len(items) == 1 else f"({', '.join(items)})"


def calling(function: str, arguments: list[str], pad: str = "        ") -> list[str]:
    """A call, on one line when it fits beside what may stand before it."""
    line = f"{pad}{function}({', '.join(arguments)})"
    if len(line) <= WIDTH - 30:
        return [line]
    return [f"{pad}{function}(", *(f"{pad}    {a}," for a in arguments), f"{pad})"]


def closed(lines: list[str]) -> list[str]:
    return [*lines[:-1], lines[-1] + ")"]


def of_arguments(fields: list[Json]) -> list[str]:
    return [line for f in fields for line in wrapped(f"{f['name']}: {f['doc']}", 8, 4)]


def signature(name: str, by_name: list[str], returned: str, by_place: list[str] | None = None) -> list[str]:
    arguments = ["self", *(by_place or []), *(["*", *by_name] if by_name else [])]
    line = f"    def {name}({', '.join(arguments)}) -> {returned}:"
    if len(line) <= WIDTH:
        return [line]
    return [f"    def {name}(", *(f"        {a}," for a in arguments), f"    ) -> {returned}:"]
