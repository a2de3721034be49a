"""The facts of a world at one date, and what follows from them: sections 2 to 6 of docs/permissions.md.

A world is a dict of tables, each a list of dicts named as the columns; the words of profiles, kinds and roles are strings.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from dataclasses import dataclass
from typing import Any, Iterable, Iterator, Optional

from rights_tables import BITS, Entry, Tables

PROFILES = ("pupil", "guardian", "teacher", "school_life", "head", "office", "librarian", "health", "authority", "academy",
            "local_admin", "guest", "system")
STAFF = ("teacher", "school_life", "head", "office", "librarian", "health")
KEEPERS = ("head", "office", "local_admin", "system")
ATTENDANCE_KEEPERS = (*KEEPERS, "school_life")
ARRIVAL_MARGIN, LEAVING_MARGIN = 184, 92
INFORM_ANY = BITS["inform_main"] | BITS["inform_daily"]
CHILD_RIGHTS = {**BITS, "inform_any": INFORM_ANY, "absenteeism": INFORM_ANY}

Row = dict[str, Any]


# The qualifiers of which only the domain of a target can say whether they hold.
CONDITIONS = ("pub", "service", "slot")


@dataclass(frozen=True)
class Actor:
    person: Optional[int]
    profile: str


@dataclass(frozen=True)
class Target:
    org: int
    person: Optional[int] = None
    group: Optional[int] = None
    author: Optional[int] = None
    aggregate: bool = False
    met: frozenset[str] = frozenset()


def birthday(born: int, years: int) -> int:
    """The day number of a birthday; 29 February gives 1 March in a common year."""
    epoch = datetime.date(1970, 1, 1)
    date = epoch + datetime.timedelta(born)
    try:
        date = date.replace(year=date.year + years)
    except ValueError:
        date = datetime.date(date.year + years, 3, 1)
    return (date - epoch).days


class World:
    """Raw facts, found by key. Nothing is derived here but the keys."""

    def __init__(self, facts: dict[str, Any], tables: Optional[Tables] = None) -> None:
        self.tables = tables or Tables()
        self.facts = facts
        self.today: int = facts["today"]
        self.birth = {r["person"]: r["birth_date"] for r in facts["person"]}
        self.member = {(r["org"], r["person"]): r["member"] for r in facts["member"]}
        self.person = {(r["org"], r["member"]): r["person"] for r in facts["member"]}
        self.units = self.by("org_unit", "org")
        self.links = self.by("org_link", "child")
        self.affiliations = self.by("affiliation", "org", "member")
        self.kind_of_group = {(r["org"], r["grp"]): r["kind"] for r in facts["school_group"]}
        self.groups_of = self.by("group_member", "org", "member")
        self.members_of = self.by("group_member", "org", "grp")
        self.roles = self.by("group_role", "org", "member")
        self.services = self.by("service", "org", "member")
        self.guardians_of = self.by("guardianship", "pupil")
        self.wards_of = self.by("guardianship", "adult")
        self.closures = self.by("guardian_closure", "pupil")
        self.assignments = self.by("assignment", "org", "adult")
        self.overrides = self.by("access_override", "profile", "permission")
        self.delegations = self.by("delegation", "org", "delegate")
        self.numbers_of: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for (org, person), member in self.member.items():
            self.numbers_of[person].append((org, member))

    def by(self, table: str, *columns: str) -> dict[Any, list[Row]]:
        found: dict[Any, list[Row]] = defaultdict(list)
        for row in self.facts[table]:
            key = tuple(row[c] for c in columns)
            found[key if len(key) > 1 else key[0]].append(row)
        return found


def keeps(profile: str, permission: str) -> bool:
    """Whether those of a profile see people before they come and after they leave."""
    return profile in (ATTENDANCE_KEEPERS if permission.startswith("attendance.") else KEEPERS)


def active(rows: Iterable[Row], at: int) -> Iterator[Row]:
    return (r for r in rows if r["valid_from"] <= at < r["valid_to"])


@dataclass(frozen=True)
class Moment:
    """A world at one date: sections 2, 3, 5 and 6."""

    world: World
    at: int

    def look(self, table: dict[Any, list[Row]], *key: Any) -> list[Row]:
        return list(active(table.get(key if len(key) > 1 else key[0], ()), self.at))

    # Section 2: presence

    def row(self, person: int, profile: str, org: int, margin: bool = False) -> bool:
        if profile == "guardian":
            return False
        early, late = (ARRIVAL_MARGIN, LEAVING_MARGIN) if margin else (0, 0)
        rows = self.world.affiliations.get((org, self.world.member.get((org, person))), ())
        return any(r["profile"] == profile and r["valid_from"] - early <= self.at < r["valid_to"] + late for r in rows)

    def present(self, person: int, profile: str, org: int, margin: bool = False) -> bool:
        if profile != "guardian":
            return self.row(person, profile, org, margin)
        return any(self.row(g["pupil"], "pupil", org, margin) for g in self.look(self.world.wards_of, person))

    def present_as_any(self, person: int, org: int, margin: bool) -> bool:
        return any(self.present(person, p, org, margin) for p in PROFILES)

    # Section 2: posts

    def posts(self, actor: Actor, org: int) -> list[tuple[int, Optional[str]]]:
        if actor.profile == "system":
            return [(org, None)]
        if actor.person is None:
            return []
        found: list[tuple[int, Optional[str]]] = []
        for unit, member in self.world.numbers_of.get(actor.person, ()):
            for r in self.look(self.world.affiliations, unit, member):
                if r["profile"] == actor.profile:
                    found.append((unit, r["function"]))
        if actor.profile != "guardian":
            return found
        homes = {unit for child in self.wards(actor.person) if self.link(actor.person, child) & INFORM_ANY
                 for unit, _ in self.world.numbers_of.get(child, ()) if self.row(child, "pupil", unit)}
        return [(unit, None) for unit in homes] + [post for post in found if post[0] in homes]

    def above(self, org: int) -> dict[int, int]:
        """The unit and those above it along part_of, with the least number of steps."""
        steps = {org: 0}
        edge = [org]
        while edge:
            parents = [link["parent"] for o in edge for link in self.look(self.world.links, o)
                       if link["relation"] == "part_of"]
            distance = steps[edge[0]] + 1
            edge = [p for p in dict.fromkeys(parents) if p not in steps]
            steps.update((p, distance) for p in edge)
        return steps

    def run_by(self, org: int, unit: int) -> bool:
        return any(r["relation"] == "run_by" and r["parent"] == unit for r in self.look(self.world.links, org))

    def covers(self, unit: int, org: int) -> bool:
        return unit in self.above(org) or self.run_by(org, unit)

    def kind(self, unit: int) -> Optional[str]:
        return next((r["kind"] for r in self.look(self.world.units, unit)), None)

    # Section 5: guardians

    def wards(self, adult: int) -> set[int]:
        return {g["pupil"] for g in self.look(self.world.wards_of, adult)}

    def link(self, adult: int, child: int) -> int:
        rights = 0
        for g in self.look(self.world.wards_of, adult):
            if g["pupil"] == child:
                rights |= g["rights"] & ~self.world.tables.never[g["kind"]]
        return rights

    def aged(self, person: int, years: int) -> bool:
        born = self.world.birth.get(person)
        return born is not None and birthday(born, years) <= self.at

    def closed(self, child: int, child_right: str) -> bool:
        grounds = {r["ground"] for r in self.look(self.world.closures, child)} if self.aged(child, 18) else set()
        return bool(grounds) and (child_right != "absenteeism" or "independent" in grounds)

    def restricted(self, adult: Optional[int], child: Optional[int]) -> bool:
        return any(g["adult"] == adult and g["kind"] == "withdrawn" for g in self.look(self.world.guardians_of, child))

    # Groups

    def groups(self, person: int, org: int) -> set[int]:
        member = self.world.member.get((org, person))
        return {r["grp"] for r in self.look(self.world.groups_of, org, member)}

    def taught_groups(self, person: int, org: int) -> set[int]:
        return {r["grp"] for r in self.look(self.world.services, org, self.world.member.get((org, person)))}

    def main_groups(self, person: int, org: int) -> set[int]:
        rows = self.look(self.world.roles, org, self.world.member.get((org, person)))
        return {r["grp"] for r in rows if r["role"] == "main_teacher"}

    def assigned_pupils(self, person: int, org: int) -> set[int]:
        rows = self.look(self.world.assignments, org, self.world.member.get((org, person)))
        pupils = {self.world.person[org, r["pupil"]] for r in rows}
        return {p for p in pupils if self.row(p, "pupil", org)}

    # Section 3: scopes. None, or what is missing.

    def scope_miss(self, entry: Entry, unit: int, actor: Actor, permission: str, t: Target) -> Optional[str]:
        me = actor.person
        if entry.scope == "self":
            return None if me is not None and t.person == me and self.covers(unit, t.org) else "not_oneself"
        if entry.scope == "own":
            return None if me is not None and t.author == me and self.covers(unit, t.org) else "not_the_author"
        if entry.scope in ("net", "acad", "commune"):
            return self.wide_miss(entry.scope, unit, t.org)
        if entry.scope in ("acl", "delegate", "named"):
            return "relation_not_kept"
        if unit != t.org:
            return "other_establishment"
        if entry.scope == "estab":
            return None
        assert me is not None
        if entry.scope == "child":
            return self.child_miss(me, self.world.tables.matrix[permission]["child_right"], t)
        if entry.scope == "com":
            return None if t.person is not None and self.in_contact(actor.profile, me, t.person, t.org) else "not_in_contact"
        misses = {"class": "not_a_classmate", "taught": "not_taught", "main": "not_main_teacher", "assigned": "not_assigned"}
        reached = self.reaches(entry.scope, me, t.person, t)
        if not reached and entry.qualifier == "family" and t.person is not None:
            links = self.look(self.world.wards_of, t.person)
            reached = any(self.reaches(entry.scope, me, g["pupil"], t) for g in links if g["kind"] != "withdrawn")
        return None if reached else misses[entry.scope]

    def wide_miss(self, scope: str, unit: int, org: int) -> Optional[str]:
        kind = self.kind(unit)
        if scope == "net":
            return None if kind == "circonscription" and unit in self.above(org) else "outside_network"
        if scope == "acad":
            return None if kind in ("academy", "department") and unit in self.above(org) else "outside_academy"
        runs = kind in ("municipality", "agglomeration", "department", "region")
        return None if runs and (unit == org or self.run_by(org, unit)) else "outside_authority"

    def reaches(self, scope: str, me: int, person: Optional[int], t: Target) -> bool:
        """class, taught, main and assigned: a pupil, or else a group."""
        if person is not None and not self.row(person, "pupil", t.org):
            return False
        if scope == "assigned":
            pupils = self.assigned_pupils(me, t.org)
            return person in pupils if person is not None else any(t.group in self.groups(p, t.org) for p in pupils)
        if scope == "class":
            mine = self.groups(me, t.org)
            if person is not None:
                mine = {g for g in mine if self.world.kind_of_group[t.org, g] in ("division", "group")}
        else:
            mine = self.taught_groups(me, t.org) if scope == "taught" else self.main_groups(me, t.org)
        return bool(mine & self.groups(person, t.org)) if person is not None else t.group in mine

    def child_miss(self, me: int, child_right: str, t: Target) -> Optional[str]:
        children = {c for c in self.wards(me) if self.row(c, "pupil", t.org)}
        if t.person is not None:
            children &= {t.person}
        elif t.group is not None:
            children = {c for c in children if t.group in self.groups(c, t.org)}
        carrying = {c for c in children if self.link(me, c) & CHILD_RIGHTS[child_right]}
        if any(not self.closed(c, child_right) for c in carrying):
            return None
        if carrying:
            return "closed_by_pupil"
        return "guardian_lacks_right" if children else "not_a_guardian"

    def in_contact(self, profile: str, me: int, person: int, org: int) -> bool:
        """Section 6."""
        if profile == "pupil":
            always: tuple[str, ...] = ("school_life", "head")
            groups = self.groups(me, org)
            if self.link(person, me) & INFORM_ANY:
                return True
        elif profile == "guardian":
            always = ("school_life", "head", "office")
            children = {c for c in self.wards(me) if self.row(c, "pupil", org)
                        and self.link(me, c) & INFORM_ANY and not self.closed(c, "inform_any")}
            groups = {g for c in children for g in self.groups(c, org)}
        else:
            return False
        if any(self.row(person, p, org) for p in always):
            return True
        teaches = self.taught_groups(person, org) | self.main_groups(person, org)
        return self.row(person, "teacher", org) and bool(groups & teaches)

    # Section 4: qualifiers. None, or what is missing.

    def qualifier_miss(self, qualifier: str, actor: Actor, permission: str, t: Target) -> Optional[str]:
        margin = keeps(actor.profile, permission)
        if qualifier in ("", "min", "tech", "family"):
            return None
        if qualifier == "own":
            return None if t.author is not None and t.author == actor.person else "not_the_author"
        if qualifier == "pupils":
            return None if t.person is not None and self.present(t.person, "pupil", t.org, margin) else "not_a_pupil"
        if qualifier == "staff":
            staff = t.person is not None and any(self.present(t.person, p, t.org, margin) for p in STAFF)
            return None if staff else "not_staff"
        if qualifier in ("adult", "from_15"):
            return None if t.person is not None and self.aged(t.person, 18 if qualifier == "adult" else 15) else "too_young"
        if qualifier == "agg":
            return None if t.aggregate else "aggregate_only"
        if qualifier == "groups":
            return None if t.person is None and t.group is not None else "groups_only"
        return None if qualifier in CONDITIONS and qualifier in t.met else "condition_not_kept"

    def miss(self, entry: Entry, unit: int, actor: Actor, permission: str, t: Target) -> Optional[str]:
        return self.scope_miss(entry, unit, actor, permission, t) or self.qualifier_miss(entry.qualifier, actor, permission, t)
