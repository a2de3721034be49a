"""What is no operation: the methods of portals and sessions, and the types that they alone know."""

from __future__ import annotations

from .operation import a_tuple, calling, errors_doc, of_arguments, signature
from .module import Module
from .text import docstring, wrapped
from .types import Annotations, Json, check_fields, default

PROGRESS = ("progress: called now and then, in the thread of the call. False stops it, and so does an exception, which comes "
            "out of it.")


PATH = "str | os.PathLike[str]"


def is_path(plain: Json) -> bool:
    """The lock has it as a text."""
    return plain["name"] in ("folder", "file", "path")


class FunctionAnnotations(Annotations):
    """Spells the types of the module of functions, which has types of no domain as `_common` has."""

    def __init__(self, types: dict[str, Json], own: set[str]) -> None:
        super().__init__(types, "")
        self.own = own

    def named(self, name: str) -> str:
        if "::" not in name and name not in self.own:
            self.common.add(name)
            return name
        return super().named(name)


class FunctionMethod:
    def __init__(self, function: Json, types: dict[str, Json], annotations: Annotations) -> None:
        self.function, self.annotations = function, annotations
        self.name = function["name"].rpartition("::")[2]
        self.fields: list[Json] = types[function["input"]]["fields"] if "input" in function else []
        check_fields(function["name"], [f["name"] for f in self.fields], {"self", "session", "progress"})

    @property
    def number(self) -> str:
        return f"_{self.name.upper()}"

    def registration(self) -> list[str]:
        names = a_tuple([f'"{f["name"]}"' for f in self.fields])
        found = calling("_core.register_function", [f'"{self.function["name"]}"', names], "")
        return [f"{self.number} = {found[0]}", *found[1:]]

    def returned(self) -> str:
        if "answer" in self.function:
            return self.annotations.named(self.function["answer"])
        return "Session" if self.function["opens"] else "None"

    def argument(self, field: Json) -> str:
        value = default(field["type"], field)
        return f"{field['name']}: {self.annotations.input(field['type'])}" + (f" = {value}" if value is not None else "")

    def lines(self) -> list[str]:
        """Before the star what C++ takes by place, behind it what it takes by name."""
        by_place = ["session: Session"] if self.function["portal"] and self.function["session"] else []
        if "plain" in self.function:
            plain = self.function["plain"]
            by_place.append(f"{plain['name']}: {PATH if is_path(plain) else self.annotations.input(plain['type'])}")
        by_name = [self.argument(f) for f in sorted(self.fields, key=lambda f: not f["required"])]
        if "progress" in self.function:
            told = self.annotations.named(self.function["progress"])
            by_name.append(f"progress: Callable[[{told}], object] | None = None")
        return [*signature(self.name, by_name, self.returned(), by_place), *self.doc(), *self.body()]

    def body(self) -> list[str]:
        function = self.function
        session = ("session._core" if function["portal"] else "self._core") if function["session"] else "None"
        plain = function["plain"]["name"] if "plain" in function else "None"
        plain = f"os.fspath({plain})" if "plain" in function and is_path(function["plain"]) else plain
        call = calling("_core.call_function", [
            self.number, "self._core" if function["portal"] else "None", session, plain,
            a_tuple([f["name"] for f in self.fields]), "progress" if "progress" in function else "None"])
        if not function["opens"] and "answer" not in function:
            return call
        opened = "opened" if function["opens"] else "_"
        answer = "answer" if "answer" in function else "_"
        lines = [f"        {opened}, {answer} = {call[0].lstrip()}", *call[1:]]
        if "answer" not in function:
            return [*lines, "        return _session(opened)"]
        lines.append(f"        given: {self.returned()} = answer")
        if function["opens"]:
            lines.append('        object.__setattr__(given, "session", _session(opened))')
        return [*lines, "        return given"]

    def doc(self) -> list[str]:
        function = self.function
        asks = wrapped(f"Permission: {function['permission_doc']}.", 8, 4) if "permission_doc" in function else []
        progress = wrapped(PROGRESS, 8, 4) if "progress" in function else []
        tail = [*asks, *errors_doc(function["errors"]), f"Since {function['since']}."]
        return docstring([wrapped(function["doc"], 8), of_arguments(self.fields) + progress, tail], 8)


class FunctionModule(Module):
    """`_functions.py`."""

    def __init__(self, lock: Json, types: dict[str, Json], nested: set[str]) -> None:
        own = {t["name"] for t in lock["function_types"]}
        annotations = FunctionAnnotations(types, own)
        super().__init__("", "What portals and sessions can do beside operations.",
                         {**lock, "types": lock["function_types"]}, types, nested, annotations)
        self.methods = []
        self.functions = [FunctionMethod(f, types, annotations) for f in lock["functions"]]
        self.with_session = {f["answer"] for f in lock["functions"] if f["opens"] and "answer" in f}

    def text(self, mark: str) -> str:
        body = [*self.of_words(), *self.of_dicts(), *self.of_records(), *self.of_functions()]
        head = [mark, *docstring([wrapped(self.doc, 0)], 0), "", *self.imports(), *self.exports()]
        return "\n".join([*head, *body]) + "\n"

    def imports(self) -> list[str]:
        self.of_functions()  # notes what it names
        lines = super().imports()
        lines.insert(2, "import os")
        at = lines.index("if TYPE_CHECKING:")
        return [*lines[:at], *lines[at:at + 2], "    from ent._portal import Session", *lines[at + 2:]]

    def extra_imports(self) -> set[str]:
        lists = any("Iterable[" in line for line in self.of_functions())
        return {"Callable", "Iterable"} if lists else {"Callable"}

    def extra_fields(self, entry: Json) -> list[str]:
        if entry["name"] not in self.with_session:
            return []
        return ["    session: Session", '    """To work with. In a `with` statement its handle is closed at the end."""']

    def of_functions(self) -> list[str]:
        lines: list[str] = []
        for function in self.functions:
            lines += function.registration()
        lines += ["", "", "def _session(core: _core.Session | None) -> Session:", "    from ent._portal import Session", "",
                  "    assert core is not None", "    return Session(core)"]
        for name, doc, wanted in (("Portal", "What a portal can do.", True),
                                  ("Session", "What a session can do beside operations.", False)):
            lines += ["", "", f"class {name}Functions:", f'    """{doc}"""', "", f"    _core: _core.{name}"]
            for function in self.functions:
                if function.function["portal"] == wanted:
                    lines += ["", *function.lines()]
        return lines
