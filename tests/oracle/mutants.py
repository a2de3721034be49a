"""Single changes to the tables of the rights: each must change some answer, or the questions are too tame."""

from __future__ import annotations

import copy
from typing import Iterator, NamedTuple

from rights_tables import BITS, Tables
from rights_world import CHILD_RIGHTS, PROFILES

OTHER_SCOPE = {"self": "estab", "own": "self", "class": "estab", "child": "estab", "taught": "main", "main": "taught",
               "assigned": "taught", "estab": "taught", "net": "acad", "acad": "net", "commune": "estab", "acl": "estab",
               "com": "estab", "delegate": "estab", "named": "assigned"}
NEVER_HELD = ("acl", "delegate", "named")  # a qualifier behind them can't be noticed


class Mutant(NamedTuple):
    what: str
    tables: Tables
    permission: str = ""  # the questions that can tell: of this permission (empty: all), asked under these profiles
    profiles: tuple[str, ...] = PROFILES


def with_cell(tables: Tables, permission: str, profile: str, cell: str) -> Tables:
    mutant = copy.copy(tables)
    mutant.matrix = {**tables.matrix, permission: {**tables.matrix[permission], profile: cell or "-"}}
    mutant.known = {}
    return mutant


def of_cells(tables: Tables) -> Iterator[Mutant]:
    """An entry lost, switched on or off, of another scope, of another qualifier; a cell where there was none."""
    for permission, row in tables.matrix.items():
        for profile in PROFILES:
            parts = row[profile].split("|")
            for i, part in enumerate(parts):
                for new in changes(part, profile):
                    cell = "|".join(p for p in (*parts[:i], new, *parts[i + 1:]) if p)
                    yield Mutant(f"{permission}/{profile}: {part} -> {new or 'nothing'}",
                                 with_cell(tables, permission, profile, cell), permission)


def changes(part: str, profile: str) -> list[str]:
    if part == "-":
        return ["estab"]
    scope, _, qualifier = part.removesuffix("?").partition(":")
    mark = "?" if part.endswith("?") else ""
    tail = f":{qualifier}" if qualifier else ""
    other = OTHER_SCOPE[scope]
    if profile == "system":
        other = "acl"
    changed = ["", f"{scope}{tail}" if mark else f"{part}?", f"{other}{tail}{mark}"]
    if scope not in NEVER_HELD and not (scope == "com" and profile not in ("pupil", "guardian")):
        changed.append(f"{scope}{mark}" if qualifier else f"{scope}:min{mark}")
        changed.append(f"{scope}:{'agg' if 'own' in (scope, qualifier) else 'own'}{mark}")
    return changed


def of_child_rights(tables: Tables) -> Iterator[Mutant]:
    for permission, row in tables.matrix.items():
        for right in CHILD_RIGHTS:
            if row["child_right"] not in ("-", right):
                mutant = copy.copy(tables)
                mutant.matrix = {**tables.matrix, permission: {**row, "child_right": right}}
                yield Mutant(f"{permission}: child_right {row['child_right']} -> {right}", mutant, permission)


def of_overlays(tables: Tables) -> Iterator[Mutant]:
    for i, row in enumerate(tables.overlays):
        mutant = copy.copy(tables)
        mutant.overlays = tables.overlays[:i] + tables.overlays[i + 1:]
        mutant.known = {}
        name = row["permission"]
        yield Mutant(f"{row['function']}: {row['effect']} {name} {row['scope']} lost", mutant, "" if name == "*" else name)


def of_kinds(tables: Tables) -> Iterator[Mutant]:
    for kind, never in tables.never.items():
        for name, bit in BITS.items():
            if name == "pickup":
                continue  # no permission asks for it: it is told to people, not to the library
            mutant = copy.copy(tables)
            mutant.never = {**tables.never, kind: never ^ bit}
            yield Mutant(f"{kind}: {name} the other way round", mutant, "", ("guardian", "pupil"))
