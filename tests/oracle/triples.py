"""Random questions to a world, with the answers of the oracle: who, what, about what, when.

    triples.py --out DIR [--seed N] [--worlds N] [--triples N]

writes DIR/world-<n>.json and DIR/triples-<n>.tsv. A line of the latter is

    person profile permission org person group author aggregate met at | allow reason mask told

tab-separated, 0 for what is absent, `told` = permission_denied or not_found, or - where the answer is allow.
Questions are aimed: each is about one entry of the matrix, its actor is one who has the profile, its target one that the
scope may reach (or just misses), and its date lies on the bounds of the rows between them as often as not.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import defaultdict
from pathlib import Path
from typing import Any, Iterator, NamedTuple, Optional

import worlds
from rights import decide, refusal
from rights_tables import Entry, Tables
from rights_world import CONDITIONS, PROFILES, Actor, Moment, Row, Target, World, birthday

WIDE = ("net", "acad", "commune")


class Question(NamedTuple):
    actor: Actor
    permission: str
    target: Target
    at: int


class Asker:
    def __init__(self, world: World, seed: int) -> None:
        self.world = world
        self.facts = world.facts
        self.rng = random.Random(seed)
        nothing = [Entry("estab", "", False)]  # empty cells are asked about as well
        self.entries: list[tuple[str, str, Entry]] = [
            (name, profile, entry) for name in world.tables.matrix for profile in PROFILES
            for entry in world.tables.cell(name, profile) or nothing]
        self.by_shape: dict[tuple[str, str, str], list[tuple[str, str, Entry]]] = defaultdict(list)
        for name, profile, entry in self.entries:
            more = {"child": world.tables.matrix[name]["child_right"], "com": profile}.get(entry.scope, "")
            self.by_shape[entry.scope, entry.qualifier, more].append((name, profile, entry))
        self.shapes = list(self.by_shape)
        self.holders = self.find_holders()
        self.current = {profile: [h for h in found if Moment(world, world.today).posts(Actor(h[0], profile), h[1])]
                        for profile, found in self.holders.items()}
        grown = {r["pupil"] for r in self.facts["guardian_closure"] if Moment(world, world.today).aged(r["pupil"], 18)}
        self.shut_out = [h for h in self.current["guardian"] if any(g["pupil"] in grown for g in world.wards_of[h[0]])]
        self.granted = self.find_granted()
        self.of_org: dict[int, list[int]] = defaultdict(list)
        self.pupils: dict[int, list[int]] = defaultdict(list)
        for row in self.facts["affiliation"]:
            person = world.person[row["org"], row["member"]]
            self.of_org[row["org"]].append(person)
            if row["profile"] == "pupil":
                self.pupils[row["org"]].append(person)
                self.of_org[row["org"]].extend(g["adult"] for g in world.guardians_of.get(person, ()))
        self.orgs = [row["org"] for row in self.facts["org_unit"]]

    def find_holders(self) -> dict[str, list[tuple[int, int, Optional[str]]]]:
        """(person, unit, function) of each profile; a guardian's unit is a school of the child."""
        holders: dict[str, list[tuple[int, int, Optional[str]]]] = defaultdict(list)
        for row in self.facts["affiliation"]:
            holders[row["profile"]].append((self.world.person[row["org"], row["member"]], row["org"], row["function"]))
        for row in self.facts["guardianship"]:
            holders["guardian"].extend((row["adult"], org, None) for org, _ in self.world.numbers_of.get(row["pupil"], ()))
        holders["system"] = [(0, row["org"], None) for row in self.facts["org_unit"]]
        return holders

    def find_granted(self) -> dict[str, list[tuple[str, str]]]:
        """By profile: what overrides and overlays speak of in this world."""
        granted = defaultdict(list)
        for row in self.facts["access_override"]:
            granted[row["profile"]].append((row["permission"], row["scope"]))
        return granted

    def chance(self, percent: int) -> bool:
        return self.rng.randrange(100) < percent

    def pick(self, choices: Any) -> Any:
        return choices[self.rng.randrange(len(choices))]

    def ask(self) -> Question:
        permission, profile, entry = self.pick(self.by_shape[self.pick(self.shapes)] if self.chance(25) else self.entries)
        if self.chance(6):
            return self.about_delegation()
        person, unit, function = self.holder(profile)
        if self.chance(20):
            person, unit, function, permission, entry = self.about_function(profile, person, unit, function, permission, entry)
        elif self.chance(10) and self.granted[profile]:
            permission, text = self.pick(self.granted[profile])
            entry = self.world.tables.entry(text)
        if self.chance(4):
            profile = self.pick(PROFILES)
        if self.chance(2):
            permission = self.pick(list(self.world.tables.matrix))
        target = self.target(entry, person, unit)
        return Question(Actor(person or None, profile), permission, target, self.date(person, target, entry.qualifier))

    def holder(self, profile: str) -> tuple[int, int, Optional[str]]:
        """Somebody who has the profile, most often now; of guardians, often one whom a grown child has shut out."""
        if profile == "guardian" and self.shut_out and self.chance(20):
            return self.pick(self.shut_out)  # type: ignore[no-any-return]
        current = self.current[profile]
        return self.pick(current if current and self.chance(75) else self.holders[profile])  # type: ignore[no-any-return]

    def about_function(self, profile: str, person: int, unit: int, function: Optional[str], permission: str,
                       entry: Entry) -> tuple[int, int, Optional[str], str, Entry]:
        """Turned to a row of the overlays, if the profile has any."""
        rows = [r for r in self.world.tables.overlays if r["profile"] == profile]
        if rows:
            row = self.pick(rows)
            holders = [h for h in self.holders[profile] if h[2] == row["function"]]
            if holders:
                person, unit, function = self.pick(holders)
                if row["permission"] != "*":
                    permission = row["permission"]
                    choices = self.world.tables.cell(permission, profile) if row["scope"] == "*" else []
                    entry = self.pick(choices) if choices else self.world.tables.entry(row["scope"])
        return person, unit, function, permission, entry

    def about_delegation(self) -> Question:
        row = self.pick(self.facts["delegation"])
        delegate = self.world.person[row["org"], row["delegate"]]
        grantor = self.world.person[row["org"], row["grantor"]]
        profiles = [r["profile"] for r in self.world.affiliations[row["org"], row["delegate"]]]
        entry = self.world.tables.entry(row["scope"])
        target = self.target(entry, grantor, row["org"])
        at = self.date(delegate, target)
        if self.chance(40):
            at = self.pick((row["valid_from"] - 1, row["valid_from"], row["valid_to"] - 1, row["valid_to"]))
        return Question(Actor(delegate, self.pick(profiles)), row["permission"], target, min(at, self.world.today + 800))

    # Targets

    def target(self, entry: Entry, person: int, unit: int) -> Target:
        org = self.place(entry, unit)
        whom, group = self.aim(entry, person, org)
        author = person if self.chance(70 if "own" in (entry.scope, entry.qualifier) else 15) else None
        if author is None and self.chance(10):
            author = self.pick(self.of_org[org] or [person])
        aggregate = self.chance(85 if entry.qualifier == "agg" else 2)
        if aggregate and self.chance(95):
            whom = author = None
        likely = (c for c in CONDITIONS if self.chance(80 if c == entry.qualifier else 20)) if entry.qualifier in CONDITIONS else ()
        return Target(org, whom or None, group, author or None, aggregate, frozenset(likely))

    def place(self, entry: Entry, unit: int) -> int:
        if entry.scope in WIDE and self.chance(85) or entry.scope in ("self", "own") and self.chance(15):
            below = [r["child"] for r in self.facts["org_link"] if r["parent"] == unit]
            below += [r["child"] for r in self.facts["org_link"] if r["parent"] in below and r["relation"] == "part_of"]
            return int(self.pick([*below, *below, unit]))
        return int(self.pick(self.orgs)) if self.chance(8) else unit

    def aim(self, entry: Entry, person: int, org: int) -> tuple[Optional[int], Optional[int]]:
        """Whom and which group the target is about, so that the scope may hold."""
        if entry.qualifier in ("agg", "groups") or self.chance(10):
            return None, self.near_group(person, org) if self.chance(75) else None
        whom = self.near_person(entry, person, org)
        if self.chance(12):
            whom = self.pick(self.of_org[org] or [person])
        if self.chance(5):
            whom = self.pick(self.facts["person"])["person"]
        group = self.near_group(person, org)
        if entry.scope in ("class", "taught", "main", "assigned", "child") and self.chance(35):
            return None, group
        return whom, group if self.chance(20) else None

    def near_person(self, entry: Entry, person: int, org: int) -> int:
        if entry.scope == "self":
            return person
        if entry.scope == "child":
            return int(self.pick([g["pupil"] for g in self.world.wards_of.get(person, ())] or [person]))
        member = self.world.member.get((org, person))
        if entry.scope == "assigned":
            rows = self.world.assignments.get((org, member), ())
            near = [self.world.person[org, r["pupil"]] for r in rows]
        elif entry.scope in ("class", "taught", "main"):
            group = self.near_group(person, org)
            near = [self.world.person[org, r["member"]] for r in self.world.members_of.get((org, group), ())]
        elif entry.scope == "com":
            near = self.speakers(person, org)
        elif entry.qualifier == "pupils":
            near = self.pupils[org]
        else:
            near = self.of_org[org]
        if entry.qualifier == "family" and near and self.chance(50):
            near = [g["adult"] for p in near for g in self.world.guardians_of.get(p, ())] or near
        return int(self.pick(near or self.of_org[org] or [person]))

    def speakers(self, person: int, org: int) -> list[int]:
        """Teachers of a group of the person or a child, guardians, and others of the school."""
        group = self.near_group(person, org)
        numbers = [row["member"] for name in ("service", "group_role") for row in self.facts[name]
                   if row["org"] == org and row["grp"] == group]
        guardians = [g["adult"] for g in self.world.guardians_of.get(person, ())]
        return [self.world.person[org, m] for m in numbers * 3] + guardians + [self.pick(self.of_org[org])]

    def near_group(self, person: int, org: int) -> Optional[int]:
        """A group in which the person, or a child or charge of the person, has something to do."""
        children = [g["pupil"] for g in self.world.wards_of.get(person, ())]
        member = self.world.member.get((org, person))
        members = [self.world.member.get((org, p)) for p in (person, *children)]
        members += [r["pupil"] for r in self.world.assignments.get((org, member), ())]
        tables = (self.world.groups_of, self.world.services, self.world.roles)
        near = [row["grp"] for m in members for table in tables for row in table.get((org, m), ())]
        anywhere = [grp for o, grp in self.world.kind_of_group if o == org]
        choices = near if near and self.chance(85) else anywhere
        return self.pick(choices) if choices else None

    # Dates

    def date(self, person: int, target: Target, qualifier: str = "") -> int:
        born = self.world.birth.get(target.person) if target.person else None
        if born is not None and self.chance(50 if qualifier in ("adult", "from_15") else 2):
            return birthday(born, self.pick((15, 18))) - self.rng.randrange(2)
        if self.chance(65):
            return self.world.today
        if self.chance(10):
            return self.world.today + self.rng.randrange(-250, 250)
        bounds = [row[side] + step for row in self.rows_between(person, target)
                  for side in ("valid_from", "valid_to") for step in (-1, 0, 0) if row[side] < worlds.OPEN_END]
        return int(self.pick(bounds or [self.world.today]))

    def rows_between(self, person: int, target: Target) -> Iterator[Row]:
        for someone in {person, target.person}:
            member = self.world.member.get((target.org, someone)) if someone else None
            for table in (self.world.affiliations, self.world.groups_of, self.world.services, self.world.roles,
                          self.world.assignments):
                yield from table.get((target.org, member), ())
            yield from self.world.wards_of.get(someone, ()) if someone else ()
            yield from self.world.closures.get(someone, ()) if someone else ()


def line(world: World, question: Question) -> str:
    actor, permission, target, at = question
    answer = decide(world, actor, permission, target, at)
    told = "-" if answer.allow else refusal(world, actor, permission, target, at)
    asked = (actor.person or 0, actor.profile, permission, target.org, target.person or 0, target.group or 0, target.author or 0,
             int(target.aggregate), sum(1 << n for n, c in enumerate(CONDITIONS) if c in target.met), at)
    return "\t".join(map(str, (*asked, int(answer.allow), answer.reason, answer.mask, told)))


def write(out: Path, seed: int, count: int, triples: int) -> None:
    tables = Tables()
    out.mkdir(parents=True, exist_ok=True)
    for n in range(count):
        facts = worlds.build(seed + n, tables)
        world = World(facts, tables)
        asker = Asker(world, seed + n)
        lines = [line(world, asker.ask()) for _ in range(triples)]
        (out / f"world-{n}.json").write_text(json.dumps(facts), encoding="utf-8")
        (out / f"triples-{n}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--worlds", type=int, default=20)
    parser.add_argument("--triples", type=int, default=5000, help="for each world")
    arguments = parser.parse_args()
    write(arguments.out, arguments.seed, arguments.worlds, arguments.triples)


if __name__ == "__main__":
    main()
