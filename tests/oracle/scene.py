"""A hand-made academy of two schools, small enough to be held in one's head; the hand-computed cases play in it.

Everybody is there from 1 September 2026 to 4 July 2027, unless the scene says otherwise.

    academy 1 > department 2 > circonscription 3 > primary school 10 (run by town 4)
                department 2 > collège 11 (run by department 2)
"""

from __future__ import annotations

import datetime
from typing import Any, Optional

from rights_tables import BITS, Tables
from rights_world import World
from worlds import OPEN_END, TABLES

ACADEMY, DEPARTMENT, CIRCONSCRIPTION, TOWN, PRIMARY, COLLEGE = 1, 2, 3, 4, 10, 11
CLASS_A, CLASS_B, LATIN, CHOIR = 1, 2, 3, 4  # two divisions, a teaching group, a hand-made group


def day(year: int, month: int, number: int) -> int:
    return (datetime.date(year, month, number) - datetime.date(1970, 1, 1)).days


START, END, TODAY = day(2026, 9, 1), day(2027, 7, 4), day(2026, 11, 20)
YEAR = (START, END)
ALWAYS = (day(2020, 1, 1), OPEN_END)
EVERYTHING = tuple(BITS)


class Scene:
    def __init__(self) -> None:
        self.facts: dict[str, Any] = {"today": TODAY, **{name: [] for name in TABLES}}
        self.people: dict[str, int] = {}
        self.numbers: dict[tuple[int, str], int] = {}

    def world(self, tables: Optional[Tables] = None) -> World:
        return World(self.facts, tables)

    def add(self, table: str, span: tuple[int, int], **row: Any) -> None:
        self.facts[table].append({**row, "valid_from": span[0], "valid_to": span[1]})

    def unit(self, org: int, kind: str, part_of: int = 0, run_by: int = 0) -> None:
        self.add("org_unit", ALWAYS, org=org, kind=kind, code=str(org), name=kind)
        for parent, relation in ((part_of, "part_of"), (run_by, "run_by")):
            if parent:
                self.add("org_link", ALWAYS, child=org, parent=parent, relation=relation)

    def person(self, name: str, born: Optional[int] = None) -> int:
        if name not in self.people:
            self.people[name] = 100 + len(self.people)
            self.facts["person"].append({"person": self.people[name], "birth_date": born})
        return self.people[name]

    def member(self, org: int, name: str) -> int:
        if (org, name) not in self.numbers:
            self.numbers[org, name] = len([o for o, _ in self.numbers if o == org]) + 1
            self.facts["member"].append({"org": org, "member": self.numbers[org, name], "person": self.person(name)})
        return self.numbers[org, name]

    def post(self, org: int, name: str, profile: str, function: Optional[str] = None, span: tuple[int, int] = YEAR) -> None:
        self.add("affiliation", span, org=org, member=self.member(org, name), profile=profile, function=function, source="hand")

    def group(self, org: int, grp: int, kind: str) -> None:
        row = {"org": org, "grp": grp, "kind": kind, "code": str(grp), "name": kind, "school_year": 2026}
        self.facts["school_group"].append(row)

    def join(self, org: int, grp: int, name: str, span: tuple[int, int] = YEAR) -> None:
        self.add("group_member", span, org=org, grp=grp, member=self.member(org, name), level=None)

    def role(self, org: int, grp: int, name: str, role: str, span: tuple[int, int] = YEAR) -> None:
        self.add("group_role", span, org=org, grp=grp, member=self.member(org, name), role=role)

    def teach(self, org: int, grp: int, name: str, kind: str = "regular", span: tuple[int, int] = YEAR) -> None:
        self.add("service", span, org=org, service=len(self.facts["service"]) + 1, grp=grp, member=self.member(org, name),
                 subject="MATHS", kind=kind)

    def guardian(self, pupil: str, adult: str, kind: str, span: tuple[int, int] = ALWAYS,
                 rights: tuple[str, ...] = EVERYTHING) -> None:
        self.add("guardianship", span, pupil=self.person(pupil), adult=self.person(adult), kind=kind,
                 rights=sum(BITS[r] for r in rights), household=1, priority=1, court_ref=None)

    def close(self, pupil: str, ground: str, span: tuple[int, int] = YEAR) -> None:
        self.add("guardian_closure", span, pupil=self.person(pupil), ground=ground)

    def assign(self, org: int, adult: str, pupil: str, span: tuple[int, int] = YEAR) -> None:
        self.add("assignment", span, org=org, adult=self.member(org, adult), pupil=self.member(org, pupil), kind="aesh")

    def override(self, org: int, profile: str, permission: str, scope: str, effect: str, function: Optional[str] = None,
                 locked: bool = False, span: tuple[int, int] = YEAR) -> None:
        self.add("access_override", span, org=org, profile=profile, function=function, permission=permission, scope=scope,
                 effect=effect, locked=locked, author=self.person("head"), reason="hand")

    def delegate(self, org: int, grantor: str, delegate: str, permission: str, scope: str,
                 span: tuple[int, int] = (START, START + 300)) -> None:
        self.add("delegation", span, org=org, grantor=self.member(org, grantor), delegate=self.member(org, delegate),
                 permission=permission, scope=scope, reason="hand")


def stage() -> Scene:
    """The scene as every case finds it."""
    s = Scene()
    s.unit(ACADEMY, "academy")
    s.unit(DEPARTMENT, "department", part_of=ACADEMY)
    s.unit(CIRCONSCRIPTION, "circonscription", part_of=DEPARTMENT)
    s.unit(TOWN, "municipality")
    s.unit(PRIMARY, "establishment", part_of=CIRCONSCRIPTION, run_by=TOWN)
    s.unit(COLLEGE, "establishment", part_of=DEPARTMENT, run_by=DEPARTMENT)
    for org in (PRIMARY, COLLEGE):
        for grp, kind in ((CLASS_A, "division"), (CLASS_B, "division"), (LATIN, "group"), (CHOIR, "manual")):
            s.group(org, grp, kind)
    pupils(s)
    staff(s)
    families(s)
    return s


def pupils(s: Scene) -> None:
    s.person("lea", day(2013, 5, 2))
    s.person("tom", day(2013, 6, 3))
    s.person("zoe", day(2013, 7, 4))
    s.person("adam", day(2008, 11, 21))  # eighteen tomorrow
    s.person("max", day(2008, 2, 29))    # eighteen since 1 March 2026
    for name, grp in (("lea", CLASS_A), ("tom", CLASS_A), ("zoe", CLASS_B), ("adam", CLASS_A), ("max", CLASS_B)):
        s.post(COLLEGE, name, "pupil")
        s.join(COLLEGE, grp, name)
    s.join(COLLEGE, LATIN, "lea")
    s.join(COLLEGE, LATIN, "zoe")
    s.join(COLLEGE, CHOIR, "tom")
    s.join(COLLEGE, CHOIR, "zoe")
    s.person("lou", day(2018, 3, 1))
    s.post(PRIMARY, "lou", "pupil")
    s.join(PRIMARY, CLASS_A, "lou")


def staff(s: Scene) -> None:
    for name, profile, function in (
            ("head", "head", None), ("office", "office", None), ("cpe", "school_life", "cpe"), ("aed", "school_life", "aed"),
            ("aesh", "school_life", "aesh"), ("nurse", "health", "nurse"), ("social", "health", "social_worker"),
            ("admin", "local_admin", None), ("caretaker", "office", "technician"), ("guest", "guest", None),
            ("librarian", "librarian", None)):
        s.post(COLLEGE, name, profile, function)
    for name in ("maths", "french", "latin", "absent", "substitute", "former"):
        s.post(COLLEGE, name, "teacher")
    s.teach(COLLEGE, CLASS_A, "maths")
    s.teach(COLLEGE, CLASS_B, "french")
    s.teach(COLLEGE, LATIN, "latin")
    s.teach(COLLEGE, CLASS_A, "absent")
    s.teach(COLLEGE, CLASS_A, "substitute", "substitution", (day(2026, 11, 16), day(2026, 11, 21)))
    s.teach(COLLEGE, CLASS_A, "former", span=(day(2025, 9, 1), day(2026, 7, 4)))
    s.role(COLLEGE, CLASS_A, "maths", "main_teacher")
    s.assign(COLLEGE, "aesh", "lea")
    s.assign(COLLEGE, "nurse", "lea")
    s.assign(COLLEGE, "social", "tom", (START, TODAY))
    s.post(PRIMARY, "director", "head", "school_director")
    s.post(PRIMARY, "director", "teacher")
    s.teach(PRIMARY, CLASS_A, "director")
    s.role(PRIMARY, CLASS_A, "director", "main_teacher")
    s.post(CIRCONSCRIPTION, "inspector", "academy", "inspector")
    s.post(CIRCONSCRIPTION, "adviser", "academy", "circonscription_adviser")
    s.post(ACADEMY, "rectorat", "academy", "academic_manager")
    s.post(ACADEMY, "ministry", "academy", "national_reader")
    s.post(TOWN, "canteen", "authority", "canteen")
    s.post(TOWN, "clerk", "authority")


def families(s: Scene) -> None:
    s.guardian("lea", "mother", "legal")
    s.guardian("lea", "father", "legal")  # separated: two rows, and nothing else to say so
    s.guardian("lea", "stepfather", "in_charge")
    s.guardian("lea", "neighbour", "contact")
    s.guardian("tom", "watcher", "surveillance")
    s.guardian("tom", "withdrawn", "withdrawn")
    s.guardian("zoe", "withdrawn", "legal")   # withdrawn from tom, a parent of zoe
    s.guardian("lou", "mother", "legal")      # her second child, in the primary school
    s.guardian("adam", "adams_mother", "legal")
    s.guardian("max", "maxs_father", "legal")
    s.guardian("tom", "maths", "legal")       # the maths teacher is a parent too
    s.close("adam", "adult")
    s.close("max", "adult")
