"""The tables themselves: well formed, of one mind, and the generated files are what they say."""

from __future__ import annotations

import csv
import shutil
import subprocess
from pathlib import Path

import pytest

from rights import GRANTS, MISSES
from rights_tables import Tables
from rights_world import PROFILES

ROOT = Path(__file__).resolve().parents[2]
TOOL = ROOT / "bindings/tools/permission_table.py"
TABLES = Tables()


def rows(name: str) -> list[dict[str, str]]:
    with (ROOT / "src" / name).open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def check(root: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["/usr/bin/python3", str(TOOL), "--check", "--root", str(root)], capture_output=True, text=True)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for name in ("src/access", "src/person", "docs/reference"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("*.cpp", "*.hpp"))
    return tmp_path


def test_generated_files_are_current() -> None:
    assert check(ROOT).returncode == 0, check(ROOT).stderr


@pytest.mark.parametrize("name,old,new,complaint", [
    ("access/permission-matrix.csv", "lesson.visa,C1,", "lesson.visa,C2,", "is not what the tables say"),
    ("access/permission-matrix.csv", "lesson.visa,C1,", "lesson.visa,C5,", "level"),
    ("access/permission-matrix.csv", "lesson.visa,", "lesson_visa,", "dotted"),
    ("access/permission-matrix.csv", "lesson.visa,", "lesson.read,", "twice"),
    ("access/permission-matrix.csv", "room.booking.read,C1", "room.booking_read,C1", "known_by"),
    ("access/permission-matrix.csv", "net:groups?", "nett:groups?", "unknown scope"),
    ("access/permission-matrix.csv", "net:groups?", "net:grups?", "unknown qualifier"),
    ("access/permission-matrix.csv", "net:groups?", "net:?", "unknown qualifier"),
    ("access/permission-matrix.csv", "taught|main|own", "taught|main|taught", "twice"),
    ("access/permission-matrix.csv", "self|estab:tech", "estab:min|estab:tech", "two kinds of mask"),
    ("access/permission-matrix.csv", "C3,read,yes", "C3,read,no", "audited"),
    ("access/permission-matrix.csv", "health.record.write,C4,write,yes,yes,health.record.read,-,-",
     "health.record.write,C4,write,yes,yes,health.record.read,-,self", "C4"),
    ("access/permission-matrix.csv", "orientation.read,inform_main", "orientation.read,-", "child_right"),
    ("access/permission-matrix.csv", "lesson.visa,C1,", "lesson.visa,C1,x,", "number of fields"),
    ("access/function-overlays.csv", "cpe,school_life,mark.read,grant", "cpe,school_life,mark.write,grant", "ceiling"),
    ("access/function-overlays.csv", "cpe,school_life,mark.read,grant,estab", "cpe,school_life,mark.read,grant,acad", "ceiling"),
    ("access/function-overlays.csv", "cpe,school_life,mark.read,grant", "cpe,school_life,mark.read,add", "effect"),
    ("access/function-overlays.csv", "cpe,school_life,mark.read", "cpo,school_life,mark.read", "unknown function"),
    ("access/function-overlays.csv", "cpe,school_life,mark.read", "cpe,head,mark.read", "unknown function of head"),
    ("access/function-overlays.csv", "nurse,health,social.note.read", "nurse,health,mark.read", "removes nothing"),
])
def test_the_check_finds_faults(copy: Path, name: str, old: str, new: str, complaint: str) -> None:
    path = copy / "src" / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    assert check(copy).returncode == 0
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    answer = check(copy)
    assert answer.returncode == 1 and complaint in answer.stderr


def test_overlays_stay_inside_the_ceiling() -> None:
    """Computed apart from the tool: every grant is an entry of the cell, or lies in its whole establishment."""
    for row in TABLES.overlays:
        if row["effect"] == "grant":
            granted = TABLES.entry(row["scope"])
            cell = TABLES.cell(row["permission"], row["profile"])
            same = any(e.text == granted.text for e in cell)
            within = granted.scope in ("class", "taught", "main", "assigned") and any(
                e.scope == "estab" and e.qualifier in ("", granted.qualifier) for e in cell)
            assert same or within, row


def test_no_overlay_row_is_idle() -> None:
    """Each changes what is on, or the row could go."""
    for i, row in enumerate(TABLES.overlays):
        without = Tables()
        without.overlays = TABLES.overlays[:i] + TABLES.overlays[i + 1:]
        names = TABLES.matrix if row["permission"] == "*" else [row["permission"]]
        assert any(TABLES.ceiling(n, row["profile"], row["function"]) != without.ceiling(n, row["profile"], row["function"])
                   for n in names), row


def test_walls() -> None:
    for name, row in TABLES.matrix.items():
        level = row["confidentiality"]
        for profile in PROFILES:
            for entry in TABLES.cell(name, profile):
                assert level != "C4" or (entry.scope in ("assigned", "named") and entry.on), name
                sensitive = level >= "C3" and entry.scope != "self" and entry.qualifier != "tech"
                assert profile != "local_admin" or not sensitive or name == "account.impersonate", name
                assert profile != "system" or not name.startswith(("mark.", "message.", "report.", "health.", "social.")), name
                assert profile != "guest" or entry.scope in ("self", "com", "acl", "estab"), name
        assert row["effect"] not in ("admin", "export") or row["audited"] == "yes", name


def test_no_profile_but_teachers_writes_marks() -> None:
    writers = {p for p in PROFILES for e in TABLES.cell("mark.write", p) if e.on}
    assert writers == {"teacher"}


def test_reasons_are_the_oracles() -> None:
    reasons = rows("access/reasons.csv")
    values = [int(r["value"]) for r in reasons]
    assert values == sorted(set(values)) and values[0] > 0
    assert all(r["fr"].strip() and r["en"].strip() for r in reasons)
    assert tuple(r["code"] for r in reasons if r["outcome"] == "allow") == GRANTS
    assert tuple(r["code"] for r in reasons if int(r["value"]) >= 20) == MISSES


def test_guardian_kinds() -> None:
    kinds = {r["kind"]: r for r in rows("access/guardian-kinds.csv")}
    bits = ("inform_main", "inform_daily", "decide_usual", "decide_important", "message", "pickup", "pay")
    assert {k: "".join(r[b][0] for b in bits) for k, r in kinds.items()} == {
        "legal": "yyyyyym", "legal_sole": "yyyyyym", "surveillance": "ynnnnnm", "withdrawn": "nnnnnnn",
        "delegated": "yyymyym", "in_charge": "nynnyym", "contact": "nnnnnmn"}


def test_codes_of_profiles_and_functions() -> None:
    profiles = rows("person/profile-codes.csv")
    assert [r["profile"] for r in profiles] == list(PROFILES)
    assert [int(r["value"]) for r in profiles] == list(range(1, 14))
    functions = {r["function"]: r["profiles"].split("|") for r in rows("person/functions.csv")}
    codes = rows("person/function-codes.csv")
    assert len({r["code"] for r in codes}) == len(codes)
    for row in codes:
        assert row["profile"] in PROFILES
        assert not row["function"] or row["profile"] in functions[row["function"]], row
    fallback = codes[-1]
    assert (fallback["code"], fallback["profile"], fallback["function"]) == ("*", "office", "other_staff")
    assert {r["code"] for r in codes if r["profile"] == "head"} == {"DIR", "DEC", "DECPR", "DSES"}
    assert {r["code"] for r in codes if r["profile"] == "teacher"} == {"ENS", "ISES", "IS", "UPI", "RH1D"}


def test_codes_of_relationships() -> None:
    found = rows("guardian/relationship-codes.csv")
    by_code = {(r["generation"], r["code"]): r for r in found}
    assert len(by_code) == len(found) == 18
    assert by_code["old", "1"]["relationship"] == "father" and by_code["old", "2"]["relationship"] == "mother"
    assert by_code["current", "10"]["relationship"] == "mother" and by_code["current", "20"]["relationship"] == "father"
    kinds = {r["kind"] for r in rows("access/guardian-kinds.csv")} | {""}
    assert all({r["if_legal"], r["if_second"], r["otherwise"]} <= kinds for r in found)
    assert all((r["if_legal"] == "") == (r["relationship"] == "self") for r in found)
    values = {(r["relationship"], r["value"]) for r in found}
    assert len(values) == len({v for _, v in values}) == len({w for w, _ in values})
