"""The rights, decided slowly and plainly: what docs/permissions.md says, read for the second time.

Nothing here is shared with the library. What is read: the permission matrix, the function overlays, the kinds of
guardians, and the raw facts of a world. Sections 7 and 8 are here, the others in rights_tables.py and rights_world.py.
"""

from __future__ import annotations

from typing import NamedTuple, Optional

from rights_tables import Entry
from rights_world import STAFF, Actor, Moment, Row, Target, World, keeps

WORKERS = STAFF + ("authority", "academy", "local_admin")
LONGEST_DELEGATION = 370
DELEGABLE = ("estab", "taught", "main", "net", "acad", "commune")
GRANTS = ("granted_by_profile", "granted_by_function", "granted_by_override", "granted_by_delegation")
MISSES = (  # the nearest first: of several, the first is told
    "aggregate_only", "groups_only", "too_young", "not_a_pupil", "not_staff", "not_the_author", "condition_not_kept",
    "closed_by_pupil", "guardian_lacks_right", "not_a_guardian", "not_a_classmate", "not_taught", "not_main_teacher",
    "not_assigned", "not_in_contact", "other_establishment", "outside_network", "outside_academy", "outside_authority",
    "not_oneself", "relation_not_kept")


class Answer(NamedTuple):
    allow: bool
    reason: str
    mask: str = "full"


def entries(moment: Moment, profile: str, function: Optional[str], permission: str, org: int) -> list[tuple[Entry, bool]]:
    """Section 7 whole: the entries of a post for a target in `org`, and whether an override switched each off."""
    tables = moment.world.tables
    ceiling = tables.ceiling(permission, profile, function)
    rows = moment.look(moment.world.overrides, profile, permission)
    if tables.matrix[permission]["confidentiality"] == "C4" or not rows:
        return [(e, False) for e in ceiling]
    above = moment.above(org)
    rows = [r for r in rows if r["org"] in above and r["function"] in (None, function)]
    out = []
    for entry in ceiling:
        about = [r for r in rows if r["scope"] == entry.text]
        locked = [r for r in about if r["locked"]]
        if not about:
            out.append((entry, False))
            continue
        place = max(above[r["org"]] for r in locked) if locked else min(above[r["org"]] for r in about)
        deciding = [r for r in locked or about if above[r["org"]] == place]
        if any(r["effect"] == "narrow" for r in deciding):
            out.append((entry._replace(on=False), True))
        else:
            out.append((entry._replace(on=True, reason=entry.reason or "granted_by_override"), False))
    return out


def better(one: Optional[Answer], other: Answer) -> Answer:
    """Full before a mask, then the reason that comes first."""
    def rank(a: Answer) -> tuple[bool, int]:
        return a.mask != "full", GRANTS.index(a.reason)
    return other if one is None or rank(other) < rank(one) else one


def decide(world: World, actor: Actor, permission: str, t: Target, at: Optional[int] = None) -> Answer:
    """Section 8."""
    moment = Moment(world, world.today if at is None else at)
    if permission not in world.tables.matrix:
        return Answer(False, "unknown_permission")
    if t.aggregate and (t.person is not None or t.author is not None):
        return Answer(False, "invalid_target")
    if moment.restricted(actor.person, t.person):
        return Answer(False, "court_restriction")
    posts = moment.posts(actor, t.org)
    if not posts:
        return Answer(False, "no_current_post")
    if t.person is not None and not moment.present_as_any(t.person, t.org, keeps(actor.profile, permission)):
        return Answer(False, "person_not_present")
    of_posts = [(unit, entry, narrowed) for unit, function in posts
                for entry, narrowed in entries(moment, actor.profile, function, permission, t.org)]
    found: Optional[Answer] = None
    misses = []
    for unit, entry, _ in of_posts:
        if entry.on:
            miss = moment.miss(entry, unit, actor, permission, t)
            if miss is None:
                found = better(found, Answer(True, entry.reason, entry.mask))
            else:
                misses.append(miss)
    if found is None:
        found = delegated(moment, actor, permission, t)
    if found is not None:
        return found
    if not world.tables.cell(permission, actor.profile):
        return Answer(False, "not_for_profile")
    if not of_posts:
        return Answer(False, "not_for_function")
    if not misses:
        return Answer(False, "narrowed" if any(narrowed for _, _, narrowed in of_posts) else "switched_off")
    return Answer(False, min(misses, key=MISSES.index))


def delegated(moment: Moment, actor: Actor, permission: str, t: Target) -> Optional[Answer]:
    world = moment.world
    if actor.profile not in WORKERS or world.tables.matrix[permission]["confidentiality"] == "C4":
        return None
    found: Optional[Answer] = None
    for org in {unit for unit, _ in moment.posts(actor, t.org)}:
        for row in moment.look(world.delegations, org, world.member[org, actor.person]):
            entry = world.tables.entry(row["scope"])
            lasting = row["valid_to"] - row["valid_from"]
            if (row["permission"] == permission and lasting <= LONGEST_DELEGATION and row["grantor"] != row["delegate"]
                    and entry.scope in DELEGABLE and grantor_may(moment, org, row, permission, t)):
                found = better(found, Answer(True, "granted_by_delegation", entry.mask))
    return found


def grantor_may(moment: Moment, org: int, row: Row, permission: str, t: Target) -> bool:
    grantor = moment.world.person[org, row["grantor"]]
    if moment.restricted(grantor, t.person):
        return False
    for profile in WORKERS:
        if t.person is not None and not moment.present_as_any(t.person, t.org, keeps(profile, permission)):
            continue
        as_grantor = Actor(grantor, profile)
        for unit, function in moment.posts(as_grantor, t.org):
            for entry, _ in entries(moment, profile, function, permission, t.org):
                if (unit == org and entry.on and entry.text == row["scope"]
                        and moment.miss(entry, unit, as_grantor, permission, t) is None):
                    return True
    return False


def refusal(world: World, actor: Actor, permission: str, t: Target, at: Optional[int] = None) -> str:
    """Section 8, refusals: what a denied actor is told."""
    known_by = world.tables.matrix[permission]["known_by"]
    return "permission_denied" if decide(world, actor, known_by, t, at).allow else "not_found"
