#!/usr/bin/python3
"""Write src/interop/code_table.inc from the tables of national codes.

    code_table.py [--check] [--root DIR]

With --check nothing is written; the exit status is 1 if the file is not what it should be, or a table says something
that it can't mean.
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
from pathlib import Path


class Malformed(Exception):
    """A table says something that it can't mean."""


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def enumerators(header: Path, name: str) -> dict[str, int]:
    text = header.read_text(encoding="utf-8")
    body = re.search(rf"enum class {name} : std::int32_t {{(.*?)\n}};", text, re.DOTALL)
    if body is None:
        raise Malformed(f"{header.name}: no enumeration {name}")
    return {word: int(value) for word, value in re.findall(r"^\s*(\w+) = (\d+),", body[1], re.MULTILINE)}


def known(word: str, words: dict[str, int], where: str) -> str:
    if word not in words:
        raise Malformed(f"{where}: {word} is unknown")
    return word


def functions(root: Path) -> list[str]:
    profiles = enumerators(root / "include/ent/profile.hpp", "Profile")
    words = enumerators(root / "include/ent/profile.hpp", "Function")
    lines = []
    for row in rows(root / "src/person/function-codes.csv"):
        known(row["profile"], profiles, row["code"])
        function = words[known(row["function"], words, row["code"])] if row["function"] else 0
        lines.append((row["code"], f'ENT_FUNCTION_CODE("{row["code"]}", {row["profile"]}, {function})'))
    return [line for code, line in sorted(lines) if code != "*"]


def relationships(root: Path) -> list[str]:
    kinds = enumerators(root / "include/ent/guardian.hpp", "Kind")
    lines = []
    for row in rows(root / "src/guardian/relationship-codes.csv"):
        is_old = "true" if row["generation"] == "old" else "false"
        if row["relationship"] == "self":
            lines.append((row["code"], f'ENT_SELF_CODE("{row["code"]}")'))
            continue
        words = [known(row[column], kinds, row["code"]) for column in ("if_legal", "if_second", "otherwise")]
        lines.append((row["code"], f'ENT_RELATIONSHIP_CODE("{row["code"]}", {is_old}, {row["value"]}, {", ".join(words)})'))
    return [line for _, line in sorted(lines)]


def one_roster_roles(root: Path) -> list[str]:
    profiles = enumerators(root / "include/ent/profile.hpp", "Profile")
    words = enumerators(root / "include/ent/profile.hpp", "Function")
    lines = []
    for row in rows(root / "src/interop/oneroster/roles.csv"):
        function = words[known(row["function"], words, row["role"])] if row["function"] else 0
        is_certain = {"yes": "true", "no": "false"}[row["certain"]]
        profile = known(row["profile"], profiles, row["role"])
        lines.append(f'ENT_ONEROSTER_ROLE("{row["role"]}", {profile}, {function}, {is_certain})')
    return lines


def regimes(root: Path) -> list[str]:
    words = enumerators(root / "include/ent/group.hpp", "Regime")
    table = sorted(rows(root / "src/group/regime-labels.csv"), key=lambda row: (-len(row["begins"]), row["begins"]))
    return [f'ENT_REGIME_LABEL("{row["begins"]}", {known(row["regime"], words, row["begins"])})' for row in table]


HEAD = """// Written by bindings/tools/code_table.py from the tables of national codes; do not edit.
//
// ENT_FUNCTION_CODE(code, profile, function)  function 0: none
// ENT_RELATIONSHIP_CODE(code, is_old, relationship, if_legal, if_second, otherwise)
// ENT_SELF_CODE(code)  the pupil answers for himself
// ENT_REGIME_LABEL(begins, regime)  the longer before the shorter
// ENT_ONEROSTER_ROLE(role, profile, function, certain)
"""
MACROS = ["FUNCTION_CODE", "RELATIONSHIP_CODE", "SELF_CODE", "REGIME_LABEL", "ONEROSTER_ROLE"]


def table(root: Path) -> str:
    lines = [HEAD.rstrip("\n")]
    lines += [f"#ifndef ENT_{macro}\n#define ENT_{macro}(...)\n#endif" for macro in MACROS]
    lines += functions(root) + relationships(root) + regimes(root) + one_roster_roles(root)
    lines += [f"#undef ENT_{macro}" for macro in MACROS]
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parents[2])
    options = parser.parse_args()
    try:
        text = table(options.root)
    except Malformed as fault:
        sys.exit(str(fault))
    path = options.root / "src/interop/code_table.inc"
    if not options.check:
        path.write_text(text, encoding="utf-8")
    elif not path.exists() or path.read_text(encoding="utf-8") != text:
        sys.exit(f"{path} has drifted: run bindings/tools/code_table.py")


if __name__ == "__main__":
    main()
