#!/usr/bin/python3
"""Write src/access/permission_table.inc and docs/reference/permissions.md from the tables of the rights.

    permission_table.py [--check] [--root DIR]

With --check nothing is written; the exit status is 1 if a file is not what it should be, or a table is malformed.
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
from dataclasses import dataclass
from pathlib import Path

PROFILES = ["pupil", "guardian", "teacher", "school_life", "head", "office", "librarian", "health",
            "authority", "academy", "local_admin", "guest", "system"]
SCOPES = {
    "self": "ce qui est à soi", "own": "ce dont on est l'auteur", "class": "sa classe, ses groupes",
    "child": "ses enfants", "taught": "ses élèves et groupes", "main": "la classe dont on est professeur principal",
    "assigned": "les élèves auxquels on est affecté", "estab": "l'établissement", "net": "la circonscription",
    "acad": "l'académie ou le département", "commune": "les établissements de la collectivité",
    "acl": "ce qui est partagé avec soi", "com": "ceux que les règles de communication relient",
    "delegate": "la classe dont on est délégué", "named": "ce où l'on est nommé lecteur",
}
QUALIFIERS = {
    "min": "le minimum d'une fiche", "tech": "les événements techniques", "own": "dont on est l'auteur",
    "pupils": "les élèves", "staff": "les personnels", "adult": "à partir de 18 ans", "from_15": "à partir de 15 ans",
    "family": "et leurs responsables", "agg": "en chiffres d'ensemble", "groups": "les groupes, pas une personne",
    "pub": "une fois publié", "service": "dans la matière enseignée", "slot": "pendant la séance",
    "extra": "hors du temps scolaire", "topic": "dans ses sujets", "recv": "ce qui a été transmis",
    "reported": "ce qui a été signalé", "sos": "un signalement", "small": "à quota réduit",
    "propose": "en proposition", "tick": "cocher", "moderated": "sous modération", "alert": "une alerte",
    "reply": "en réponse", "today": "le jour même",
}
CHILD_RIGHTS = ["inform_main", "inform_daily", "decide_usual", "decide_important", "message", "pickup", "pay"]
LEVELS = ["C0", "C1", "C2", "C3", "C4"]
EFFECTS = ["read", "write", "admin", "export"]
MASKS = {"min", "tech"}
WITHIN_ESTAB = {"class", "taught", "main", "assigned"}
KEYWORDS = {"class", "export"}


class Malformed(Exception):
    """A table says something that it can't mean."""


@dataclass(frozen=True)
class Entry:
    scope: str
    qualifier: str
    on: bool

    @property
    def key(self) -> tuple[str, str]:
        return self.scope, self.qualifier

    def __str__(self) -> str:
        return self.scope + (f":{self.qualifier}" if self.qualifier else "") + ("" if self.on else "?")


def need(condition: bool, what: str) -> None:
    if not condition:
        raise Malformed(what)


def read(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file, strict=True))
    for line, row in enumerate(rows, 2):
        need(None not in row and None not in row.values(), f"{path.name}:{line}: wrong number of fields")
    return rows


def parse_entry(text: str) -> Entry:
    on = not text.endswith("?")
    scope, _, qualifier = text.removesuffix("?").partition(":")
    need(scope in SCOPES, f"unknown scope in '{text}'")
    need(qualifier in QUALIFIERS or (not qualifier and ":" not in text), f"unknown qualifier in '{text}'")
    return Entry(scope, qualifier, on)


def parse_cell(text: str) -> list[Entry]:
    if text == "-":
        return []
    entries = [parse_entry(part) for part in text.split("|")]
    need(len({e.key for e in entries}) == len(entries), f"an entry occurs twice in '{text}'")
    need(len({e.qualifier for e in entries} & MASKS) < 2, f"two kinds of mask in '{text}'")
    return entries


class Tables:
    def __init__(self, root: Path) -> None:
        access = root / "src/access"
        self.matrix = read(access / "permission-matrix.csv")
        self.cells = {(row["permission"], p): parse_cell(row[p]) for row in self.matrix for p in PROFILES}
        self.by_name = {row["permission"]: row for row in self.matrix}
        self.kinds = read(access / "guardian-kinds.csv")
        self.reasons = read(access / "reasons.csv")
        self.functions = read(root / "src/person/functions.csv")
        self.labels = {row["profile"]: row for row in read(root / "src/person/profile-codes.csv")}
        self.check_matrix()
        self.overlay_rows = read(access / "function-overlays.csv")
        self.overlays = self.expand(self.overlay_rows)

    def check_matrix(self) -> None:
        need(len(self.by_name) == len(self.matrix), "a permission occurs twice")
        need(len({identifier(name) for name in self.by_name}) == len(self.matrix), "two permissions share an identifier")
        need(list(self.labels) == PROFILES, "profile-codes.csv: profiles or their order")
        for name, row in self.by_name.items():
            need(re.fullmatch(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+", name) is not None, f"{name}: not a dotted lower name")
            need(row["confidentiality"] in LEVELS and row["effect"] in EFFECTS, f"{name}: level or effect")
            need(row["audited"] in ("yes", "no") and row["step_up"] in ("yes", "no"), f"{name}: yes or no")
            need(row["known_by"] in self.by_name, f"{name}: known_by is no permission")
            need(row["confidentiality"] < "C3" or row["audited"] == "yes", f"{name}: C3 and C4 are audited")
            scopes = {e.scope for p in PROFILES for e in self.cells[name, p]}
            need(("child" in scopes) == (row["child_right"] != "-"), f"{name}: child_right goes with the scope child")
            need(row["child_right"] in ["-", "inform_any", "absenteeism", *CHILD_RIGHTS], f"{name}: child_right")
            for profile in PROFILES:
                self.check_cell(row, profile)

    def check_cell(self, row: dict[str, str], profile: str) -> None:
        for entry in self.cells[row["permission"], profile]:
            where = f"{row['permission']}/{profile}: {entry}"
            need(row["confidentiality"] != "C4" or (entry.scope in ("assigned", "named") and entry.on),
                 f"{where}: C4 is assigned or named, and nothing to switch on")
            need(entry.scope != "child" or profile == "guardian", f"{where}: only guardians have children here")
            need(entry.scope != "class" or profile == "pupil", f"{where}: only pupils have classmates")
            need(entry.qualifier != "family" or entry.scope in ("taught", "main", "assigned"), f"{where}: whose family?")
            need(profile != "system" or entry.scope == "estab", f"{where}: the system has no person")

    def inside_ceiling(self, permission: str, profile: str, wanted: Entry) -> bool:
        """The cell has the entry, or the whole establishment in which the wanted scope lies."""
        for entry in self.cells[permission, profile]:
            wider = entry.scope == "estab" and wanted.scope in WITHIN_ESTAB
            if entry.key == wanted.key or (wider and entry.qualifier in ("", wanted.qualifier)):
                return True
        return False

    def expand(self, rows: list[dict[str, str]]) -> list[tuple[str, str, str, str, Entry]]:
        """Every wildcard of the overlays written out: (function, profile, permission, grant|remove, entry)."""
        known = {(f["function"], p) for f in self.functions for p in f["profiles"].split("|")}
        out: dict[tuple[str, str, str, str, str, str], Entry] = {}
        for row in rows:
            where = f"function-overlays.csv: {row['function']}, {row['permission']}"
            need((row["function"], row["profile"]) in known, f"{where}: unknown function of {row['profile']}")
            for permission, effect, entry in self.expand_row(row, where):
                out[row["function"], row["profile"], permission, effect, *entry.key] = entry
        return [(*key[:4], entry) for key, entry in out.items()]

    def expand_row(self, row: dict[str, str], where: str) -> list[tuple[str, str, Entry]]:
        effect, name, profile = row["effect"], row["permission"], row["profile"]
        need(effect in ("grant", "remove", "remove_from_C2"), f"{where}: effect")
        need(name == "*" or name in self.by_name, f"{where}: no such permission")
        if effect == "grant":
            entry = parse_entry(row["scope"])
            need(entry.on and name != "*", f"{where}: a grant names one entry")
            need(self.inside_ceiling(name, profile, entry), f"{where}: above the ceiling of {profile}")
            return [(name, "grant", entry)]
        need((effect == "remove_from_C2") <= (name == "*"), f"{where}: remove_from_C2 is about every permission")
        lowest = "C2" if effect == "remove_from_C2" else "C0"
        found = []
        for permission, facts in self.by_name.items():
            if name not in ("*", permission) or facts["confidentiality"] < lowest:
                continue
            for entry in self.cells[permission, profile]:
                spared = name == "*" and entry.scope == "self"
                if not spared and row["scope"] in ("*", str(entry).removesuffix("?")):
                    found.append((permission, "remove", entry))
        need(bool(found), f"{where}: removes nothing")
        return found


def identifier(name: str) -> str:
    word = name.replace(".", "_")
    return word + "_" if word in KEYWORDS else word


def flag(value: bool) -> str:
    return "true" if value else "false"


def bits(kind: dict[str, str], answers: tuple[str, ...]) -> int:
    return sum(1 << i for i, name in enumerate(CHILD_RIGHTS) if kind[name] in answers)


def text(value: str) -> str:
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def section(macro: str, comment: str, lines: list[str]) -> list[str]:
    parameters = comment.split(")")[0].lstrip("(")
    return [f"// {macro}{comment}", f"#ifndef {macro}", f"#define {macro}({parameters})", "#endif",
            *[f"{macro}({line})" for line in lines], f"#undef {macro}", ""]


def inc(tables: Tables) -> str:
    out = ["// Generated by bindings/tools/permission_table.py from the tables of the rights. Do not edit.",
           "// Define the macros that are wanted, then include this file; those that are not defined give nothing.", ""]
    out += section("ENT_PERMISSION", "(identifier, name, level, effect, audited, step_up, known_by)", [
        f'{identifier(n)}, "{n}", {r["confidentiality"]}, {identifier(r["effect"])}, {flag(r["audited"] == "yes")}, '
        f'{flag(r["step_up"] == "yes")}, {identifier(r["known_by"])}' for n, r in tables.by_name.items()])
    out += section("ENT_CHILD_RIGHT", "(permission, right)  what a guardianship must carry; only where a cell says child", [
        f'{identifier(n)}, {r["child_right"]}' for n, r in tables.by_name.items() if r["child_right"] != "-"])
    out += section("ENT_CELL", "(permission, profile, scope, qualifier, on_by_default)", [
        f"{identifier(n)}, {p}, {identifier(e.scope)}, {e.qualifier or 'none'}, {flag(e.on)}"
        for (n, p), cell in tables.cells.items() for e in cell])
    out += section("ENT_FUNCTION", "(function, value)", [f'{f["function"]}, {f["value"]}' for f in tables.functions])
    out += section("ENT_FUNCTION_PROFILE", "(function, profile)",
                   [f'{f["function"]}, {profile}' for f in tables.functions for profile in f["profiles"].split("|")])
    out += section("ENT_OVERLAY", "(function, profile, permission, effect, scope, qualifier)  removals come before grants", [
        f"{f}, {p}, {identifier(n)}, {effect}, {identifier(e.scope)}, {e.qualifier or 'none'}"
        for f, p, n, effect, e in tables.overlays])
    out += section("ENT_GUARDIAN_KIND", "(kind, value, given, ceiling)  bits: " +
                   ", ".join(f"{name} {1 << i}" for i, name in enumerate(CHILD_RIGHTS)), [
        f'{k["kind"]}, {k["value"]}, {bits(k, ("yes",))}, {bits(k, ("yes", "may"))}' for k in tables.kinds])
    out += section("ENT_ACCESS_REASON", "(code, value, allows, fr, en)", [
        f'{r["code"]}, {r["value"]}, {flag(r["outcome"] == "allow")}, {text(r["fr"])}, {text(r["en"])}' for r in tables.reasons])
    return "\n".join(out)


def page(tables: Tables) -> str:
    head = ["# The default rights", "",
            "Generated by `bindings/tools/permission_table.py` from `src/access/*.csv`.",
            "What it means, exactly: [permissions](../permissions.md).", "",
            "`-` never; a scope with `?` is off by default and may be switched on by the head of the establishment.", "",
            "## Profiles", "", "| column | profil | code SDET |", "|---|---|---|"]
    head += [f'| `{p}` | {tables.labels[p]["label_fr"]} | {tables.labels[p]["sdet_code"] or "–"} |' for p in PROFILES]
    head += ["", "## Scopes", "", "| scope | portée |", "|---|---|", *[f"| `{s}` | {fr} |" for s, fr in SCOPES.items()],
             "", "| qualifier | précision |", "|---|---|", *[f"| `:{q}` | {fr} |" for q, fr in QUALIFIERS.items()], ""]
    out = head + ["## Permissions", "", "↑ = asks for a step-up; ✎ = each use is audited.", ""]
    for noun in dict.fromkeys(n.split(".")[0] for n in tables.by_name):
        out += [f"### {noun}", "", "| permission | | " + " | ".join(PROFILES) + " |", "|---|---|" + "---|" * len(PROFILES)]
        for name, row in tables.by_name.items():
            if name.split(".")[0] == noun:
                marks = [row["confidentiality"], *("↑" * (row["step_up"] == "yes")), *("✎" * (row["audited"] == "yes"))]
                cells = ["<br>".join(str(e) for e in tables.cells[name, p]) or "-" for p in PROFILES]
                out.append(f"| `{name}` | {' '.join(marks)} | " + " | ".join(cells) + " |")
        notes = [f"* `{n}`: {r['note']}" for n, r in tables.by_name.items() if n.split(".")[0] == noun and r["note"]]
        out += ["", *notes, *([""] if notes else [])]
    return "\n".join(out + overlay_page(tables) + guardian_page(tables) + reason_page(tables)) + "\n"


def overlay_page(tables: Tables) -> list[str]:
    out = ["## Functions", "",
           "What a function changes in its profile; a function that is not here has the rights of its profile.", ""]
    for function in tables.functions:
        rows = [r for r in tables.overlay_rows if r["function"] == function["function"]]
        if not rows:
            continue
        out += [f'### {function["function"]}: {function["label_fr"]}', "",
                "| profile | permission | effect | scope |", "|---|---|---|---|"]
        out += [f'| {r["profile"]} | `{r["permission"]}` | {r["effect"]} | {r["scope"]} |' for r in rows] + [""]
    return out


def guardian_page(tables: Tables) -> list[str]:
    out = ["## Kinds of guardians", "", "| kind | | " + " | ".join(CHILD_RIGHTS) + " |", "|---|---|" + "---|" * len(CHILD_RIGHTS)]
    for kind in tables.kinds:
        out.append(f'| `{kind["kind"]}` | {kind["label_fr"]} | ' + " | ".join(kind[c] for c in CHILD_RIGHTS) + " |")
    return out + [""]


def reason_page(tables: Tables) -> list[str]:
    out = ["## Reasons", "", "| code | outcome | français | English |", "|---|---|---|---|"]
    return out + [f'| `{r["code"]}` | {r["outcome"]} | {r["fr"]} | {r["en"]} |' for r in tables.reasons]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing, fail on drift")
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parents[2])
    arguments = parser.parse_args()
    try:
        tables = Tables(arguments.root)
    except Malformed as fault:
        print(fault, file=sys.stderr)
        return 1
    drifted = False
    for name, wanted in (("src/access/permission_table.inc", inc(tables)), ("docs/reference/permissions.md", page(tables))):
        path = arguments.root / name
        if path.exists() and path.read_text(encoding="utf-8") == wanted:
            continue
        drifted = True
        if arguments.check:
            print(f"{name} is not what the tables say: run bindings/tools/permission_table.py", file=sys.stderr)
        else:
            path.write_text(wanted, encoding="utf-8")
    return 1 if drifted and arguments.check else 0


if __name__ == "__main__":
    sys.exit(main())
