"""The tables of the rights as the oracle reads them: the matrix, the overlays of functions, the kinds of guardians.

Section 7, steps 1 and 2 of docs/permissions.md.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import NamedTuple, Optional

ACCESS = Path(__file__).resolve().parents[2] / "src/access"

BITS = {"inform_main": 1, "inform_daily": 2, "decide_usual": 4, "decide_important": 8, "message": 16, "pickup": 32,
        "pay": 64}
MASKS = ("full", "min", "tech")


class Entry(NamedTuple):
    scope: str
    qualifier: str
    on: bool
    reason: str = ""

    @property
    def text(self) -> str:
        return f"{self.scope}:{self.qualifier}" if self.qualifier else self.scope

    @property
    def mask(self) -> str:
        return self.qualifier if self.qualifier in MASKS else "full"


def read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


class Tables:
    """The three files, and section 7 steps 1 and 2."""

    def __init__(self, access: Path = ACCESS) -> None:
        self.matrix = {row["permission"]: row for row in read_csv(access / "permission-matrix.csv")}
        self.overlays = read_csv(access / "function-overlays.csv")
        self.never = {row["kind"]: sum(bit for name, bit in BITS.items() if row[name] == "no")
                      for row in read_csv(access / "guardian-kinds.csv")}
        self.known: dict[tuple[str, Optional[str], str], list[Entry]] = {}

    def cell(self, permission: str, profile: str) -> list[Entry]:
        text = self.matrix[permission][profile]
        return [self.entry(part) for part in text.split("|")] if text != "-" else []

    @staticmethod
    def entry(text: str) -> Entry:
        scope, _, qualifier = text.removesuffix("?").partition(":")
        return Entry(scope, qualifier, not text.endswith("?"))

    def ceiling(self, permission: str, profile: str, function: Optional[str]) -> list[Entry]:
        """The entries of a post with this function; on or off, and why on."""
        key = (permission, function, profile)
        if key not in self.known:
            self.known[key] = self.work_out_ceiling(permission, profile, function)
        return self.known[key]

    def work_out_ceiling(self, permission: str, profile: str, function: Optional[str]) -> list[Entry]:
        level = self.matrix[permission]["confidentiality"]
        cell = self.cell(permission, profile)
        left = {e.text: e._replace(reason="granted_by_profile" if e.on else "") for e in cell}
        rows = [r for r in self.overlays if r["function"] == function and r["profile"] == profile
                and r["permission"] in (permission, "*")]
        for row in rows:
            for entry in cell:
                spared = row["permission"] == "*" and entry.scope == "self"
                named = row["scope"] in ("*", entry.text)
                if named and not spared and (row["effect"] == "remove" or
                                             (row["effect"] == "remove_from_C2" and level >= "C2")):
                    left.pop(entry.text, None)
        for row in rows:
            if row["effect"] == "grant":
                granted = self.entry(row["scope"])
                on_in_cell = any(e.text == granted.text and e.on for e in cell)
                left[granted.text] = granted._replace(reason="granted_by_profile" if on_in_cell else "granted_by_function")
        return list(left.values())
