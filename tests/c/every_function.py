#!/usr/bin/python3
"""every_function.py HEADER...: writes a C program that calls every exported function in the ways that hosts get wrong.

Each is called with NULL and 0 for everything; each that takes a session or a portal is called after it was closed, and
each that takes a session after its portal was. A parameter of a type that is not known here is an error, so that no
function is forgotten.
"""
from __future__ import annotations

import sys

from prototypes import Function, prototypes

PLACES = {"ent_portal **": "&portal_out", "ent_session **": "&session_out", "ent_doc **": "&doc_out",
          "ent_error **": "&err", "struct ArrowArrayStream *": "&stream", "int64_t *": "&number", "size_t *": "&count",
          "int32_t *": "&word", "ent_str *": "&text"}
HANDLES = {"ent_session *": "session", "ent_portal *": "portal"}
VALUES = {"int32_t": "1", "size_t": "0", "int64_t": "1", "const ent_call_options *": "NULL", "const char *": '""'}


def call_of(function: Function, values: list[str]) -> str:
    return f"{function.name}({', '.join(values)})"


def fallible(function: Function) -> bool:
    return function.answer == "ent_status" and function.name != "ent_error_code"


def handle(function: Function) -> str | None:
    return function.parameters[0][0] if function.parameters and function.parameters[0][0] in HANDLES else None


def nothing(kind: str) -> str:
    if kind.endswith("*"):
        return "NULL"
    return "none" if kind == "ent_str" else "0"


def something(function: Function, kind: str, name: str) -> str:
    """A value that is in order, so that nothing but the closed handle is wrong."""
    if kind in HANDLES:
        return HANDLES[kind]
    if kind == "ent_str":
        return "list_name" if name == "operation" else "none"
    if kind.startswith("const ent_") and kind.endswith("_args *"):
        return "&args"
    if kind.endswith("_watch *"):
        return "NULL"
    found = PLACES.get(kind) or VALUES.get(kind)
    if found is None:
        raise SystemExit(f"{function.name}: what is a good {kind} {name}?")
    return found


def null_call(function: Function) -> list[str]:
    values = [nothing(kind) for kind, _ in function.parameters]
    call = call_of(function, values)
    if not fallible(function):
        return [f"  {call};" if function.answer == "void" else f"  (void){call};"]
    lines = [f"  CHECK({call} != ENT_OK);"]
    errors = [i for i, (kind, _) in enumerate(function.parameters) if kind == "ent_error **"]
    if errors:
        values[errors[0]] = "&err"
        lines.append(f'  CHECK({call_of(function, values)} == ENT_ERR_INVALID_ARGUMENT);')
        lines.append('  expect_reason(&err, "argument.null");')
    return lines


def closed_call(function: Function) -> list[str]:
    args = next((kind for kind, _ in function.parameters if kind.endswith("_args *")), None)
    values = [something(function, kind, name) for kind, name in function.parameters]
    lines = [f"    {args.removeprefix('const ').removesuffix(' *')} args = "
             f"{args.removeprefix('const ').removesuffix(' *').upper()}_INIT;"] if args else []
    lines += [f"    CHECK({call_of(function, values)} == ENT_ERR_FAILED_PRECONDITION);",
              '    expect_reason(&err, "closed");', "    CHECK(nothing_came_out());"]
    return ["  {", *lines, "  }"]


def program(functions: list[Function]) -> str:
    nulls = [line for f in functions for line in null_call(f)]
    of_session = [line for f in functions if handle(f) == "ent_session *" and fallible(f) for line in closed_call(f)]
    of_portal = [line for f in functions if handle(f) == "ent_portal *" and fallible(f) for line in closed_call(f)]
    return "\n".join([
        "/* Written by tests/c/every_function.py. */", '#include "every_function.h"', "",
        "static void with_nothing(void) {", *nulls, "}", "",
        "static void with_a_closed_session(void) {", *of_session, "}", "",
        "static void with_a_closed_portal(void) {", *of_portal, "}", "",
        "int main(void) {", "  with_nothing();", "  open_all();",
        "  with_a_session_of_a_closed_portal(&with_a_closed_session);",
        "  ent_session_close(session);", "  with_a_closed_session();", "  with_a_closed_portal();", "  close_all();",
        f'  printf("%d functions\\n", {len(functions)});', "  return check_result();", "}", ""])


if __name__ == "__main__":
    print(program(prototypes(sys.argv[1:])), end="")
