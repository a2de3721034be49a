"""The generated modules: one for each domain, the types of all domains, what is no operation, and the domains of a session."""

from __future__ import annotations

from .functions import FunctionModule
from .module import Module, quoted
from .text import docstring, in_python, wrapped
from .types import Json, inner


def modules(lock: Json, mark: str) -> dict[str, str]:
    """File name -> text."""
    lock = in_python(lock)
    types: dict[str, Json] = {t["name"]: t for t in lock["types"] + lock["function_types"]}
    nested = nested_inputs(lock["operations"], types)
    of_functions = nested_inputs([function for function in lock["functions"] if "input" in function], types)
    out = {"_common.py": Module("", "Types that belong to no domain.", lock, types, nested).text(mark),
           "_domains.py": domains_module(lock, mark), "_functions.py": FunctionModule(lock, types, of_functions).text(mark)}
    for domain in lock["domains"]:
        out[f"{domain['name']}.py"] = Module(domain["name"], domain["doc"], lock, types, nested).text(mark)
    return out


def nested_inputs(calls: list[Json], types: dict[str, Json]) -> set[str]:
    """The records that stand within an input: their fields are given in a dict."""
    found: set[str] = set()
    waiting = [call["input"] for call in calls]
    while waiting:
        for field in types[waiting.pop()].get("fields", []):
            kind = inner(field["type"])
            if kind["kind"] == "record" and kind["name"] not in found:
                found.add(kind["name"])
                waiting.append(kind["name"])
    return found


def domains_module(lock: Json, mark: str) -> str:
    names = [domain["name"] for domain in lock["domains"]]
    lines = [mark, '"""The domains of a session."""', "", "from __future__ import annotations", "",
             "from functools import cached_property", "from typing import TYPE_CHECKING", "", "from ent import _core", "",
             "if TYPE_CHECKING:", *(f"    from ent import {n} as {n}" for n in names), "",
             f"__all__ = [{', '.join(quoted(n) for n in sorted(names))}]", f"DOMAINS = frozenset(({listed(names)}))", "", "",
             "class Domains:", '    """Each domain is imported when it is first used."""', "",
             "    def __init__(self, call: _core.Call) -> None:", "        self._call = call"]
    for domain in lock["domains"]:
        name = domain["name"]
        lines += ["", "    @cached_property", f"    def {name}(self) -> {name}.Operations:",
                  *docstring([wrapped(domain["doc"], 8)], 8), f"        from ent import {name}", "",
                  f"        return {name}.Operations(self._call)"]
    return "\n".join(lines) + "\n"


def listed(names: list[str]) -> str:
    return ", ".join(quoted(n) for n in names) + ("," if len(names) == 1 else "")
