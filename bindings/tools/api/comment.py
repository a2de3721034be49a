"""The comment of an operation: what it does, its permission, its errors, since when, and maybe an example.

    Adds a unit.

    Permission: org.manage on the unit of `part_of`.
    Errors: invalid_argument (text.too_short, org.uai_malformed), not_found (org.not_found: `part_of`).
    Example: {"kind": "academy", "code": "24", "name": "Créteil"}
    Since 0.1.
"""

from __future__ import annotations

import json
import re
from typing import Any

from .fault import Fault, need
from .headers import prose

TAIL = re.compile(r"Permission: (?P<permission>.+?)\.?(?: Errors: (?P<errors>.+?))?\.?(?: Example: (?P<example>\{.*\}))?"
                  r" Since (?P<since>\d+\.\d+)\.$")
TAIL_OF_FUNCTION = re.compile(r"(?:Permission: (?P<permission>.+?)\. )?(?:Errors: (?P<errors>.+?)\. )?Since (?P<since>\d+\.\d+)\.$")
ERROR = re.compile(r"([a-z_]+)(?: \(([^()]*)\))?(?:, |$)")
REASON = re.compile(r"([a-z_]+(?:\.[a-z_]+)+|closed)(?:: ?(.+))?$")


def parse_comment(lines: list[str]) -> dict[str, Any]:
    start = next((i for i, line in enumerate(lines) if line.startswith("Permission:")), None)
    need(start is not None, "its comment has no line `Permission: ...`")
    tail = " ".join(" ".join(lines[start:]).split())
    match = TAIL.match(tail)
    if match is None:
        raise Fault("its comment does not end with `Permission: ... Errors: ... Since x.y.`")
    text = prose(lines[:start])
    need(text, "its comment does not say what it does")
    example = match["example"]
    try:
        parsed = json.loads(example) if example else None
    except ValueError as wrong:
        raise Fault(f"its example is not JSON: {wrong}") from None
    return {"doc": text, "permission": match["permission"], "errors": parse_errors(match["errors"] or "none"),
            "example": parsed, "since": match["since"]}


def parse_function_comment(lines: list[str]) -> dict[str, Any]:
    """Of a function that is no operation: it may ask for no right."""
    start = next((i for i, line in enumerate(lines) if line.startswith(("Permission:", "Errors:", "Since "))), len(lines))
    match = TAIL_OF_FUNCTION.match(" ".join(" ".join(lines[start:]).split()))
    if match is None:
        raise Fault("its comment does not end with `[Permission: ...] [Errors: ...] Since x.y.`")
    out = {"doc": prose(lines[:start]), "errors": parse_errors(match["errors"] or "none"), "since": match["since"]}
    return out | ({"permission_doc": match["permission"]} if match["permission"] else {})


def parse_errors(text: str) -> list[dict[str, Any]]:
    """`code (reason, reason: note), code` -> [{code, reason, note}]; each error of an operation has a reason."""
    if text == "none":
        return []
    found: list[dict[str, Any]] = []
    place = 0
    while place < len(text):
        match = ERROR.match(text, place)
        if match is None:
            raise Fault(f"can't read its errors from here: {text[place:place + 40]!r}")
        need(match[2], f"{match[1]}: which reasons?")
        found += [{"code": match[1], **reason} for reason in parse_reasons(match[2])]
        place = match.end()
    return found


def parse_reasons(text: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for part in re.split(r"[,;] ", text):
        if match := REASON.match(part):
            found.append({"reason": match[1], **({"note": match[2]} if match[2] else {})})
        else:
            need(found and "note" in found[-1], f"no reason: {part!r}")
            found[-1]["note"] += f", {part}"  # a note with a comma in it
    return found
