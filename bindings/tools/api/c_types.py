"""How types of the lock are spelt in C."""

from __future__ import annotations

import json
from decimal import Decimal

from .layout import Json, c_name, struct_name

SCALARS = {"boolean": "int32_t", "int32": "int32_t", "enumeration": "int32_t", "date": "int32_t", "time": "int32_t",
           "int64": "int64_t", "id": "int64_t", "instant": "int64_t", "decimal": "int64_t", "text": "ent_str"}
LISTS = {"int32_t": "ent_int32_list", "int64_t": "ent_int64_list", "ent_str": "ent_str_list"}
UNITS = {"boolean": "0 or 1", "date": "days since 1970-01-01", "instant": "microseconds since 1970-01-01 UTC",
         "time": "minutes since midnight", "decimal": "millionths: 14.5 is 14500000"}


def enum_name(name: str) -> str:
    return f"ent_{c_name(name)}"


def enumerator(name: str, word: str) -> str:
    return f"ENT_{c_name(name)}_{word}".upper()


def list_type(item: Json) -> str:
    if item["kind"] == "record":
        return struct_name(item["name"], False) + "_list"
    return LISTS[SCALARS[item["kind"]]]


def member_type(kind: Json) -> str:
    """The type of the member of an args struct, with the star of a pointer."""
    if kind["kind"] == "record":
        return f"const {struct_name(kind['name'], True)} *"
    if kind["kind"] == "list":
        return list_type(kind["of"])
    if kind["kind"] == "optional":
        inner = kind["of"]
        return member_type(inner) if inner["kind"] == "record" else f"const {member_type(inner)} *"
    return SCALARS[kind["kind"]]


def innermost(kind: Json) -> Json:
    while "of" in kind:
        kind = kind["of"]
    return kind


def remark(kind: Json) -> str:
    """What the C type does not say."""
    inner = innermost(kind)
    if inner["kind"] == "enumeration":
        return f"enum {enum_name(inner['name'])}"
    return UNITS.get(inner["kind"], "")


def initial(field: Json) -> str:
    """The default of a member; what is not given keeps the library's."""
    kind, value = field["type"], field.get("default")
    if kind["kind"] in ("optional", "record"):
        return "NULL"
    if kind["kind"] == "list":
        return "{NULL, 0, 0}"
    if kind["kind"] == "text":
        return f"{{{json.dumps(value, ensure_ascii=True)}, {len(value.encode())}}}" if value else "{NULL, 0}"
    if kind["kind"] == "enumeration":
        return enumerator(kind["name"], value) if value else "0"
    if kind["kind"] == "time":
        return str(minutes_of(value)) if value else "0"
    if kind["kind"] == "decimal":
        return str(int(Decimal(value or 0) * 1_000_000))
    return str(int(value or 0))


def minutes_of(time: str) -> int:
    return int(time[:2]) * 60 + int(time[3:])


def getter(kind: Json) -> str:
    """The ent_doc_... function of a field of an answer."""
    inner = innermost(kind)
    if kind["kind"] == "list" or (kind["kind"] == "optional" and kind["of"]["kind"] == "list"):
        return "count"
    return {"boolean": "bool", "text": "str", "date": "date", "instant": "instant", "time": "time",
            "decimal": "decimal", "record": "json", "enumeration": "str"}.get(inner["kind"], "int64")


def function_name(function: Json) -> str:
    """`Portal::sign_in` -> `ent_portal_sign_in`, `import_aaf` -> `ent_import_aaf`."""
    return f"ent_{c_name(function['name'])}"


def watch_name(progress: str) -> str:
    """`ImportProgress` -> `ent_import_watch`."""
    return f"ent_{c_name(progress)}".replace("progress", "watch")


def function_parameters(function: Json) -> list[str]:
    """Of a function that is no operation, as C declares them."""
    found = ["ent_portal *portal"] * function["portal"] + ["ent_session *session"] * function["session"]
    if "plain" in function:
        found.append(f"{SCALARS[function['plain']['type']['kind']]} {function['plain']['name']}")
    if "input" in function:
        found.append(f"const {struct_name(function['input'], True)} *args")
    if "progress" in function:
        found.append(f"const {watch_name(function['progress'])} *watch")
    found += ["ent_session **out"] * function["opens"]
    return found + ["ent_doc **doc"] * ("answer" in function) + ["ent_error **err"]
