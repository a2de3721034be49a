"""Small random dated worlds: a few schools with their people, awkward families, and dates that end today.

Everything comes from a seeded random.Random through integers, so a seed is a world for ever.
"""

from __future__ import annotations

import random
from typing import Any, Optional

from rights_tables import BITS, Tables

OPEN_END = 2147483647
FIRST_TODAY, LAST_TODAY = 20700, 21000  # between September 2026 and June 2027
ALL_BITS = sum(BITS.values())
STAFF_POSTS = [("school_life", ("cpe", "aed", "aesh", None)), ("head", (None, "school_director", "deputy_head")),
               ("office", (None, "secretary", "manager", "technician", "atsem", "speaker", "other_staff")),
               ("librarian", (None,)), ("health", ("nurse", "doctor", "social_worker", "psychologist", None)),
               ("local_admin", (None,)), ("guest", (None, "project_guest"))]
GUARDIAN_FAMILIES = [  # the kinds of the adults around a pupil
    ("legal", "legal"), ("legal", "legal"), ("legal", "legal"), ("legal_sole",), ("legal", "surveillance"),
    ("legal_sole", "withdrawn"), ("delegated", "contact"), ("legal", "legal", "in_charge"), ("legal", "in_charge", "contact"), ()]
TABLES = ("org_unit", "org_link", "person", "member", "affiliation", "school_group", "group_member", "group_role", "service",
          "guardianship", "guardian_closure", "assignment", "access_override", "delegation")

Row = dict[str, Any]


class Builder:
    def __init__(self, seed: int, tables: Tables) -> None:
        self.rng = random.Random(seed)
        self.tables = tables
        self.today = self.rng.randrange(FIRST_TODAY, LAST_TODAY)
        self.world: dict[str, Any] = {"seed": seed, "today": self.today, **{name: [] for name in TABLES}}
        self.numbers: dict[int, int] = {}
        self.member: dict[tuple[int, int], int] = {}
        self.person_of: dict[tuple[int, int], int] = {}
        self.adults: list[int] = []
        self.keys: set[tuple[Any, ...]] = set()

    def chance(self, percent: int) -> bool:
        return self.rng.randrange(100) < percent

    def pick(self, choices: Any) -> Any:
        return choices[self.rng.randrange(len(choices))]

    def add(self, table: str, key: tuple[str, ...], **row: Any) -> None:
        """Adds a row, unless one with the same key is there already."""
        mark = (table, *(row[column] for column in key))
        if mark not in self.keys:
            self.keys.add(mark)
            self.world[table].append(row)

    def span(self, sound: int = 70) -> dict[str, int]:
        """A period: most often around today, else one whose bound is at today or near it."""
        day = self.today
        start = day - self.rng.randrange(1, 200)
        if self.chance(sound):
            return {"valid_from": start, "valid_to": self.pick((OPEN_END, day + self.rng.randrange(1, 250)))}
        odd = [(start, day), (day, OPEN_END), (start, day + 1), (day + 1, OPEN_END), (day, day + 1), (start - 100, day - 30),
               (start, day - 1), (day + 30, OPEN_END), (day - 1, day), (start - 50, day - 92), (day + 184, day + 500),
               (start - 50, day - 91), (day + 185, day + 500)]
        bounds = self.pick(odd)
        return {"valid_from": min(bounds[0], bounds[1] - 1), "valid_to": bounds[1]}

    # Units

    def units(self) -> None:
        self.academies = [self.unit("academy") for _ in range(self.rng.randrange(1, 3))]
        self.departments = [self.unit("department", part_of=a) for a in self.academies]
        self.circonscriptions = [self.unit("circonscription", part_of=self.pick(self.departments)) for _ in range(2)]
        region, agglomeration = self.unit("region"), self.unit("agglomeration")
        self.towns = [self.unit("municipality", part_of=agglomeration) for _ in range(2)]
        self.runners = [*self.towns, *self.departments, region, agglomeration]
        self.schools = []
        for _ in range(self.rng.randrange(2, 6)):
            primary = self.chance(60)
            above = self.pick(self.circonscriptions if primary else self.departments)
            school = self.unit("establishment", part_of=above)
            self.add_link(school, self.pick(self.towns if primary else self.runners), "run_by")
            if self.chance(20):
                self.add_link(school, self.pick(self.circonscriptions), "part_of")
            self.schools.append(school)

    def unit(self, kind: str, part_of: Optional[int] = None) -> int:
        org = len(self.world["org_unit"]) + 1
        span = {"valid_from": 15000, "valid_to": OPEN_END} if self.chance(95) else self.span(30)
        self.add("org_unit", ("org",), org=org, kind=kind, code=f"{kind[:3].upper()}{org:04}", name=f"{kind} {org}", **span)
        if part_of:
            self.add_link(org, part_of, "part_of")
        return org

    def add_link(self, child: int, parent: int, relation: str) -> None:
        span = {"valid_from": 15000, "valid_to": OPEN_END} if self.chance(85) else self.span(50)
        self.add("org_link", ("child", "parent", "relation"), child=child, parent=parent, relation=relation, **span)

    # People

    def someone(self, youngest: int, oldest: int) -> int:
        person = 1000 + len(self.world["person"])
        born = self.today - self.rng.randrange(youngest * 365, oldest * 365)
        if self.chance(10):  # a birthday at 15 or 18 that is today or near it
            born = self.today - self.pick((5478, 5479, 5480, 6573, 6574, 6575, 6576))
        self.world["person"].append({"person": person, "birth_date": None if self.chance(3) else born})
        return person

    def adult(self) -> int:
        """A new adult, or now and then one who is already somebody else here."""
        if self.adults and self.chance(15):
            return int(self.pick(self.adults))
        person = self.someone(25, 65)
        self.adults.append(person)
        return person

    def enter(self, org: int, person: int) -> int:
        if (org, person) not in self.member:
            self.numbers[org] = self.member[org, person] = self.numbers.get(org, 0) + 1
            self.person_of[org, self.numbers[org]] = person
            self.world["member"].append({"org": org, "member": self.numbers[org], "person": person})
        return self.member[org, person]

    def affiliate(self, org: int, person: int, profile: str, function: Optional[str], sound: int = 85) -> int:
        member = self.enter(org, person)
        self.add("affiliation", ("org", "member", "profile", "function", "valid_from"), org=org, member=member, profile=profile,
                 function=function, source="test", **self.span(sound))
        return member

    def school(self, org: int) -> None:
        groups = self.groups(org)
        pupils = [self.pupil(org, groups) for _ in range(self.rng.randrange(6, 16))]
        teachers = [self.teacher(org, groups) for _ in range(self.rng.randrange(3, 7))]
        helpers = []
        for profile, functions in STAFF_POSTS:
            for function in functions if self.chance(40) else [self.pick(functions)]:
                member = self.affiliate(org, self.adult(), profile, function)
                if profile in ("school_life", "health", "office"):
                    helpers.append(member)
                if profile == "head" and self.chance(60):
                    self.serve(org, member, groups)
                    self.affiliate(org, self.person_of[org, member], "teacher", None, 70)
        self.assign(org, pupils, [*helpers, *helpers, *teachers])
        for _ in range(2):
            referent = self.pick(("harassment_referent", "digital_referent", "workshop_head"))
            self.affiliate(org, self.adult(), "teacher", referent)

    def groups(self, org: int) -> list[int]:
        kinds = ["division"] * self.rng.randrange(2, 4) + ["group"] * self.rng.randrange(1, 3) + ["manual"]
        for grp, kind in enumerate(kinds, 1):
            self.world["school_group"].append(
                {"org": org, "grp": grp, "kind": kind, "code": f"G{grp}", "name": f"{kind} {grp}", "school_year": 2026})
        return list(range(1, len(kinds) + 1))

    def pupil(self, org: int, groups: list[int]) -> int:
        person = self.someone(17, 20) if self.chance(35) else self.someone(6, 17)
        member = self.affiliate(org, person, "pupil", "pupil_delegate" if self.chance(10) else None)
        for grp in {groups[self.rng.randrange(2)], self.pick(groups)}:
            self.add("group_member", ("org", "grp", "member", "valid_from"), org=org, grp=grp, member=member, level="L",
                     **self.span(80))
        if self.chance(10):  # changes school: the same person, one school after the other or both
            other = self.pick(self.schools)
            self.affiliate(other, person, "pupil", None, 50)
        self.family(org, person)
        return member

    def teacher(self, org: int, groups: list[int]) -> int:
        member = self.affiliate(org, self.adult(), "teacher", None)
        for _ in range(self.rng.randrange(1, 3)):
            self.serve(org, member, groups)
        if self.chance(70):
            grp = self.pick(groups)
            self.add("group_role", ("org", "grp", "member", "role", "valid_from"), org=org, grp=grp, member=member,
                     role="delegate" if self.chance(15) else "main_teacher", **self.span())
        if self.chance(40):
            grp = self.pick(groups)
            self.add("group_member", ("org", "grp", "member", "valid_from"), org=org, grp=grp, member=member, level=None,
                     **self.span())
        return member

    def serve(self, org: int, member: int, groups: list[int]) -> None:
        number = len(self.world["service"]) + 1
        substitution = self.chance(25)
        self.add("service", ("org", "service"), org=org, service=number, grp=self.pick(groups), member=member,
                 subject=self.pick(("MATHS", "FRANC", "EPS")), kind="substitution" if substitution else "regular",
                 **self.span(40 if substitution else 75))

    def assign(self, org: int, pupils: list[int], helpers: list[int]) -> None:
        for _ in range(self.rng.randrange(8, 16)):
            self.add("assignment", ("org", "adult", "pupil", "valid_from"), org=org, adult=self.pick(helpers),
                     pupil=self.pick(pupils), kind=self.pick(("aesh", "nurse", "tutor")), **self.span())

    # Families

    def family(self, org: int, pupil: int) -> None:
        for priority, kind in enumerate(self.pick(GUARDIAN_FAMILIES), 1):
            self.guardian(org, pupil, self.adult(), kind, priority)
        if self.chance(6):  # a second row between the same two
            self.guardian(org, pupil, self.pick(self.adults or [self.adult()]), self.pick(("withdrawn", "legal", "contact")), 9)
        if self.chance(40):
            self.add("guardian_closure", ("pupil",), pupil=pupil, ground=self.pick(("adult", "independent")), **self.span())

    def guardian(self, org: int, pupil: int, adult: int, kind: str, priority: int) -> None:
        if adult == pupil:
            return
        rights = ALL_BITS if self.chance(40) else self.rng.randrange(ALL_BITS + 1)
        self.add("guardianship", ("pupil", "adult", "valid_from"), pupil=pupil, adult=adult, kind=kind, rights=rights,
                 household=priority, priority=priority, court_ref="RG 1" if kind == "withdrawn" else None, **self.span(85))
        if self.chance(16):
            self.affiliate(org, adult, "guardian", "parent_delegate", 80)

    def enter_guardians(self) -> None:
        """Guardians have a number wherever a child of theirs has one."""
        for row in self.world["guardianship"]:
            for org in [org for org, person in list(self.member) if person == row["pupil"]]:
                self.enter(org, row["adult"])

    # Above the schools

    def officials(self) -> None:
        for org in (*self.academies, *self.departments):
            for function in (None, "academic_manager", "inspector", "national_reader"):
                self.affiliate(org, self.adult(), "academy", function)
        for org in self.circonscriptions:
            for function in ("inspector", "circonscription_adviser", None):
                self.affiliate(org, self.adult(), "academy", function)
        for org in self.runners:
            for function in ("school_affairs", "early_childhood", "after_school", "canteen", "project_owner", None):
                self.affiliate(org, self.adult(), "authority", function)
        self.affiliate(self.academies[0], self.adult(), "local_admin", None)

    # Rights that were given or taken

    def overrides(self) -> None:
        entries = [(name, profile, entry) for name in self.tables.matrix for profile in list(self.tables.matrix[name])[7:20]
                   for entry in self.tables.cell(name, profile)]
        off = [e for e in entries if not e[2].on]
        walled = [e for e in entries if self.tables.matrix[e[0]]["confidentiality"] == "C4"]
        above = [*self.schools, *self.circonscriptions, *self.departments, *self.academies]
        functions = [r["function"] for r in self.tables.overlays]
        for _ in range(160):
            name, profile, entry = self.pick(walled if self.chance(3) else off if self.chance(60) else entries)
            usual = "narrow" if entry.on else "widen"
            scope = entry.text if self.chance(95) else self.pick(("estab", "acad", "commune", "self"))
            for _ in range(1 + self.rng.randrange(2)):
                self.world["access_override"].append({
                    "org": self.pick(above), "profile": profile, "function": self.pick(functions) if self.chance(10) else None,
                    "permission": name, "scope": scope, "effect": usual if self.chance(75) else self.pick(("widen", "narrow")),
                    "locked": self.chance(20), "author": self.pick(self.adults), "reason": "test", **self.span(80)})

    def delegations(self) -> None:
        """From those who hold much to anybody else of the unit."""
        staff = [r for r in self.world["affiliation"] if r["profile"] not in ("pupil", "guardian", "guest")]
        strong = [r for r in staff if r["profile"] in ("head", "academy", "teacher", "office")]
        for _ in range(60):
            giver = self.pick(strong)
            taker = giver if self.chance(8) else self.pick([r for r in staff if r["org"] == giver["org"]])
            scopes = ("estab", "taught", "main", "net", "acad", "commune", "self", "own")
            held = [(n, e) for n in self.tables.matrix for e in self.tables.cell(n, giver["profile"]) if e.scope in scopes]
            name, entry = self.pick(held)
            span = self.span(70)
            if span["valid_to"] == OPEN_END:
                span["valid_to"] = span["valid_from"] + self.pick((300, 369, 370, 371, OPEN_END - span["valid_from"]))
            self.world["delegation"].append({"org": giver["org"], "grantor": giver["member"], "delegate": taker["member"],
                                             "permission": name, "scope": entry.text, "reason": "test", **span})


def build(seed: int, tables: Tables) -> dict[str, Any]:
    builder = Builder(seed, tables)
    builder.units()
    for org in builder.schools:
        builder.school(org)
    builder.enter_guardians()
    builder.officials()
    builder.overrides()
    builder.delegations()
    return builder.world
