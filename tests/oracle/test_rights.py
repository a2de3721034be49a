"""Cases computed by hand from docs/permissions.md: who, asks what, about whom, and the answer."""

from __future__ import annotations

from typing import Any, Callable, Optional

import pytest

from rights import decide, refusal
from rights_world import Actor, Target, birthday
from scene import (ACADEMY, CHOIR, CIRCONSCRIPTION, CLASS_A, CLASS_B, COLLEGE, DEPARTMENT, END, LATIN, PRIMARY, START, TODAY,
                   TOWN, Scene, day, stage)

SCENE = stage()
WORLD = SCENE.world()
YES = "granted_by_profile"


def target(scene: Scene, org: int = COLLEGE, person: Optional[str] = None, group: Optional[int] = None,
           author: Optional[str] = None, aggregate: bool = False, met: tuple[str, ...] = ()) -> Target:
    return Target(org, scene.people[person] if person else None, group, scene.people[author] if author else None, aggregate,
                  frozenset(met))


def ask(scene: Scene, who: str, profile: str, permission: str, at: int = TODAY, **about: Any) -> tuple[bool, str]:
    answer = decide(scene.world(), Actor(scene.people.get(who), profile), permission, target(scene, **about), at)
    return answer.allow, answer.reason


Case = tuple[str, str, str, dict[str, Any], str]
CASES: list[Case] = [
    # one's own, and one's class
    ("lea", "pupil", "timetable.read", {"person": "lea"}, YES),
    ("lea", "pupil", "attendance.read", {"person": "lea"}, YES),
    ("lea", "pupil", "attendance.read", {"person": "tom"}, "not_oneself"),
    ("lea", "pupil", "person.read", {"person": "tom"}, YES),
    ("lea", "pupil", "person.read", {"person": "zoe"}, YES),                     # Latin together
    ("tom", "pupil", "person.read", {"person": "zoe"}, "not_a_classmate"),       # the choir makes no classmates
    ("tom", "pupil", "group.read", {"group": CHOIR}, YES),
    ("tom", "pupil", "group.read", {"group": LATIN}, "not_a_classmate"),
    ("lea", "pupil", "homework.read", {"group": CLASS_A}, YES),
    ("lea", "pupil", "homework.read", {"group": CLASS_B}, "not_a_classmate"),
    ("lea", "pupil", "homework.write", {"group": CLASS_A}, "not_for_profile"),
    ("lea", "pupil", "person.update_contact", {"person": "lea"}, "switched_off"),
    ("lea", "pupil", "person.read", {"person": "maths"}, YES),                   # com: an own teacher
    ("lea", "pupil", "person.read", {"person": "french"}, "not_a_classmate"),    # the nearer of not_a_classmate, not_in_contact
    ("lea", "pupil", "person.read", {"person": "mother"}, YES),
    ("lea", "pupil", "person.read", {"person": "neighbour"}, "not_a_classmate"),
    ("lea", "pupil", "person.read", {"person": "cpe"}, YES),
    ("lea", "pupil", "person.read_contact", {"person": "tom"}, "not_oneself"),
    ("lea", "pupil", "account.use", {"person": "lea"}, YES),
    ("lea", "pupil", "mark.read", {"person": "lea"}, "condition_not_kept"),      # once published
    ("lea", "pupil", "mark.read", {"person": "lea", "met": ("pub",)}, YES),
    ("lea", "pupil", "mark.read", {"person": "tom", "met": ("pub",)}, "not_oneself"),
    # teachers
    ("maths", "teacher", "attendance.read", {"person": "lea"}, YES),
    ("maths", "teacher", "attendance.read", {"person": "zoe"}, "not_taught"),
    ("french", "teacher", "attendance.read", {"person": "zoe"}, YES),
    ("latin", "teacher", "attendance.read", {"person": "zoe"}, YES),
    ("latin", "teacher", "homework.write", {"group": LATIN}, YES),
    ("latin", "teacher", "homework.write", {"group": CLASS_A}, "not_taught"),
    ("latin", "teacher", "homework.write", {}, "not_taught"),                    # a unit is not a group
    ("maths", "teacher", "mark.write", {"group": CLASS_A}, "condition_not_kept"),
    ("maths", "teacher", "mark.write", {"group": CLASS_A, "met": ("service",)}, YES),
    ("maths", "teacher", "attendance.take", {"group": CLASS_A}, "condition_not_kept"),
    ("maths", "teacher", "attendance.take", {"group": CLASS_A, "met": ("slot",)}, YES),
    ("maths", "teacher", "attendance.take", {"group": CLASS_A, "met": ("pub", "service")}, "condition_not_kept"),
    ("maths", "teacher", "attendance.take", {"group": LATIN, "met": ("slot",)}, "not_taught"),
    ("substitute", "teacher", "attendance.take", {"group": CLASS_A, "met": ("slot",)}, YES),
    ("cpe", "school_life", "attendance.take", {"group": CLASS_A}, YES),
    ("former", "teacher", "attendance.read", {"person": "lea"}, "not_taught"),   # taught her last year
    ("former", "teacher", "homework.read", {"group": CLASS_A, "author": "former"}, YES),
    ("former", "teacher", "homework.read", {"group": CLASS_A, "author": "maths"}, "not_the_author"),
    ("absent", "teacher", "attendance.read", {"person": "lea"}, YES),            # the replaced teacher keeps his right
    ("substitute", "teacher", "attendance.read", {"person": "lea"}, YES),
    ("maths", "teacher", "orientation.read", {"person": "lea"}, YES),            # main teacher of the class
    ("absent", "teacher", "orientation.read", {"person": "lea"}, "not_main_teacher"),
    ("maths", "teacher", "person.read_contact", {"person": "mother"}, YES),      # family of the main class
    ("maths", "teacher", "person.read_contact", {"person": "withdrawn"}, "not_main_teacher"),  # of tom, but withdrawn
    ("absent", "teacher", "person.read_contact", {"person": "mother"}, "not_main_teacher"),
    ("maths", "teacher", "guardian.read", {"person": "lea"}, "not_for_profile"),
    ("maths", "teacher", "sanction.read", {"person": "lea"}, YES),
    ("maths", "teacher", "group.manage", {"group": CHOIR, "author": "maths"}, YES),
    ("maths", "teacher", "group.manage", {"group": CHOIR, "author": "head"}, "not_the_author"),
    ("maths", "teacher", "stats.aggregate.read", {"group": CLASS_A, "aggregate": True}, YES),
    ("maths", "teacher", "stats.aggregate.read", {"group": CLASS_A}, "aggregate_only"),
    ("maths", "teacher", "person.read", {"org": PRIMARY, "person": "lou"}, "other_establishment"),
    # guardians
    ("mother", "guardian", "orientation.read", {"person": "lea"}, YES),
    ("father", "guardian", "orientation.read", {"person": "lea"}, YES),          # separated parents: both
    ("mother", "guardian", "timetable.read", {"person": "lea"}, YES),
    ("mother", "guardian", "timetable.read", {"org": PRIMARY, "person": "lou"}, YES),
    ("father", "guardian", "timetable.read", {"org": PRIMARY, "person": "lou"}, "other_establishment"),
    ("mother", "guardian", "timetable.read", {"person": "tom"}, "not_a_guardian"),
    ("mother", "guardian", "homework.read", {"group": CLASS_A}, YES),
    ("mother", "guardian", "homework.read", {"group": CLASS_B}, "not_a_guardian"),
    ("mother", "guardian", "person.read_contact", {"person": "father"}, "not_a_guardian"),  # never the other's address
    ("mother", "guardian", "guardian.read", {"person": "lea", "author": "mother"}, YES),
    ("mother", "guardian", "guardian.read", {"person": "lea", "author": "father"}, "not_the_author"),
    ("mother", "guardian", "billing.read", {"person": "lea", "author": "mother"}, YES),
    ("mother", "guardian", "billing.read", {"person": "lea", "author": "father"}, "not_the_author"),
    ("mother", "guardian", "library.catalog.read", {}, YES),
    ("stepfather", "guardian", "timetable.read", {"person": "lea"}, YES),
    ("stepfather", "guardian", "orientation.read", {"person": "lea"}, "guardian_lacks_right"),
    ("stepfather", "guardian", "mark.read", {"person": "lea"}, "guardian_lacks_right"),     # never results
    ("stepfather", "guardian", "attendance.justify", {"person": "lea"}, "guardian_lacks_right"),
    ("neighbour", "guardian", "timetable.read", {"person": "lea"}, "no_current_post"),      # a contact opens no door
    ("watcher", "guardian", "orientation.read", {"person": "tom"}, YES),
    ("watcher", "guardian", "timetable.read", {"person": "tom"}, "guardian_lacks_right"),
    ("watcher", "guardian", "liaison.write", {"person": "tom"}, "guardian_lacks_right"),
    ("withdrawn", "guardian", "person.read", {"person": "tom"}, "court_restriction"),
    ("withdrawn", "guardian", "orientation.read", {"person": "tom"}, "court_restriction"),
    ("withdrawn", "guardian", "orientation.read", {"person": "zoe"}, YES),       # his other child
    ("maths", "guardian", "orientation.read", {"person": "tom"}, YES),
    ("maths", "guardian", "attendance.read", {"person": "lea"}, "not_a_guardian"),  # profiles do not add up
    ("mother", "guardian", "person.read", {"person": "maths"}, YES),
    ("mother", "guardian", "person.read", {"person": "french"}, "not_a_guardian"),
    # pupils of age
    ("maxs_father", "guardian", "orientation.read", {"person": "max"}, "closed_by_pupil"),
    ("maxs_father", "guardian", "attendance.alert.read", {"person": "max"}, YES),
    ("maxs_father", "guardian", "announcement.read", {}, YES),
    ("adams_mother", "guardian", "orientation.read", {"person": "adam"}, YES),   # eighteen tomorrow: the closure waits
    ("max", "pupil", "attendance.justify", {"person": "max"}, YES),
    ("adam", "pupil", "attendance.justify", {"person": "adam"}, "too_young"),
    ("adam", "pupil", "consent.give", {"person": "adam"}, YES),                  # from 15
    ("lea", "pupil", "consent.give", {"person": "lea"}, "too_young"),
    # school life and its functions
    ("cpe", "school_life", "report.read", {"person": "lea"}, "granted_by_function"),
    ("aed", "school_life", "report.read", {"person": "lea"}, "switched_off"),
    ("aed", "school_life", "attendance.read", {"person": "lea"}, YES),
    ("cpe", "school_life", "guardian.read", {"person": "lea"}, YES),
    ("aed", "school_life", "guardian.read", {"person": "lea"}, "not_for_function"),
    ("aesh", "school_life", "homework.read", {"person": "lea"}, "granted_by_function"),
    ("aesh", "school_life", "homework.read", {"group": CLASS_A}, "granted_by_function"),  # the group of the accompanied pupil
    ("aesh", "school_life", "homework.read", {"person": "tom"}, "not_assigned"),
    ("aesh", "school_life", "homework.read", {"group": CLASS_B}, "not_assigned"),
    ("aesh", "school_life", "sanction.read", {"person": "lea"}, "not_for_function"),
    ("aesh", "school_life", "account.use", {"person": "aesh"}, YES),
    ("aesh", "school_life", "message.read", {"person": "aesh"}, YES),
    # head, office, health, librarian, administrator, guest
    ("head", "head", "sanction.decide", {"person": "lea"}, YES),
    ("head", "head", "attendance.read", {"org": PRIMARY, "person": "lou"}, "other_establishment"),
    ("head", "head", "health.record.read", {"person": "lea"}, "not_for_profile"),
    ("head", "head", "social.note.read", {"person": "lea"}, "relation_not_kept"),
    ("head", "head", "homework.write", {"group": CLASS_A}, "switched_off"),
    ("head", "head", "account.reset_mfa", {"person": "maths"}, YES),
    ("head", "head", "account.reset_mfa", {"person": "lea"}, "not_staff"),
    ("director", "head", "homework.write", {"org": PRIMARY, "group": CLASS_A}, "granted_by_function"),
    ("director", "teacher", "sanction.decide", {"org": PRIMARY, "person": "lou"}, "not_for_profile"),
    ("office", "office", "person.manage", {"person": "lea"}, YES),
    ("office", "office", "import.run", {}, "switched_off"),
    ("caretaker", "office", "person.read", {"person": "lea"}, YES),
    ("caretaker", "office", "person.read_contact", {"person": "lea"}, "not_oneself"),
    ("caretaker", "office", "person.update_contact", {"person": "caretaker"}, YES),      # one's own stays one's own
    ("caretaker", "office", "room.booking.read", {}, YES),
    ("nurse", "health", "health.record.read", {"person": "lea"}, YES),
    ("nurse", "health", "health.record.read", {"person": "tom"}, "not_assigned"),
    ("nurse", "health", "social.note.read", {"person": "lea"}, "not_for_function"),
    ("nurse", "health", "person.read_contact", {"person": "mother"}, YES),       # family of an assigned pupil
    ("social", "health", "social.note.read", {"person": "tom"}, "not_assigned"),  # until yesterday
    ("librarian", "librarian", "homework.write", {"group": CLASS_A, "author": "librarian"}, YES),
    ("librarian", "librarian", "homework.write", {"group": CLASS_A, "author": "maths"}, "not_the_author"),
    ("admin", "local_admin", "account.block", {"person": "maths"}, YES),
    ("admin", "local_admin", "attendance.read", {"person": "lea"}, "not_for_profile"),
    ("guest", "guest", "person.read", {"person": "maths"}, "not_in_contact"),
    ("guest", "guest", "workspace.read", {}, "relation_not_kept"),
    # above the schools
    ("inspector", "academy", "lesson.read", {"org": PRIMARY, "group": CLASS_A}, "granted_by_function"),
    ("inspector", "academy", "lesson.read", {"org": PRIMARY, "person": "lou"}, "groups_only"),
    ("inspector", "academy", "lesson.read", {"org": COLLEGE, "group": CLASS_A}, "outside_network"),
    ("inspector", "academy", "lesson.visa", {"org": PRIMARY, "group": CLASS_A}, "granted_by_function"),
    ("adviser", "academy", "lesson.visa", {"org": PRIMARY, "group": CLASS_A}, "switched_off"),
    ("inspector", "academy", "mark.read", {"org": PRIMARY, "person": "lou"}, "aggregate_only"),
    ("inspector", "academy", "mark.read", {"org": PRIMARY, "group": CLASS_A, "aggregate": True}, YES),
    ("inspector", "academy", "mark.read", {"org": PRIMARY, "group": CLASS_A}, "aggregate_only"),
    ("inspector", "academy", "person.read", {"org": PRIMARY, "person": "director"}, YES),
    ("inspector", "academy", "person.read", {"org": PRIMARY, "person": "lou"}, "not_staff"),
    ("rectorat", "academy", "import.run", {"org": COLLEGE}, YES),
    ("rectorat", "academy", "import.run", {"org": ACADEMY}, YES),
    ("rectorat", "academy", "account.manage", {"org": COLLEGE, "person": "maths"}, "granted_by_function"),
    ("rectorat", "academy", "attendance.read", {"org": COLLEGE, "person": "lea"}, "aggregate_only"),
    ("ministry", "academy", "stats.indicator.read", {"org": PRIMARY, "aggregate": True}, YES),
    ("ministry", "academy", "person.read", {"org": COLLEGE, "person": "maths"}, "not_oneself"),
    ("ministry", "academy", "import.run", {"org": COLLEGE}, "not_for_function"),
    ("canteen", "authority", "canteen.booking.write", {"org": PRIMARY, "person": "lou"}, "granted_by_function"),
    ("canteen", "authority", "canteen.booking.write", {"org": COLLEGE, "person": "lea"}, "outside_authority"),
    ("clerk", "authority", "canteen.booking.write", {"org": PRIMARY, "person": "lou"}, "switched_off"),
    ("clerk", "authority", "org.read", {"org": PRIMARY}, YES),
    ("clerk", "authority", "org.read", {"org": TOWN}, YES),
    ("clerk", "authority", "org.read", {"org": CIRCONSCRIPTION}, "outside_authority"),
    # the host itself
    ("", "system", "import.run", {"org": DEPARTMENT}, YES),
    ("", "system", "mark.read", {"person": "lea"}, "not_for_profile"),
    ("", "system", "message.read", {"person": "lea"}, "not_for_profile"),
    # wrong questions
    ("head", "head", "soup.eat", {}, "unknown_permission"),
    ("head", "head", "mark.read", {"person": "lea", "aggregate": True}, "invalid_target"),
    ("head", "teacher", "person.read", {"person": "lea"}, "no_current_post"),
    ("head", "head", "person.read", {"person": "lou"}, "person_not_present"),
]


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c[0]}-{c[2]}-{'-'.join(map(str, c[3].values()))}")
def test_case(case: Case) -> None:
    who, profile, permission, about, reason = case
    answer = decide(WORLD, Actor(SCENE.people.get(who), profile), permission, target(SCENE, **about), TODAY)
    assert (answer.allow, answer.reason) == (reason.startswith("granted_by"), reason)


MASKS = [
    ("admin", "local_admin", "person.read", {"person": "lea"}, "min"),
    ("admin", "local_admin", "person.read", {"person": "admin"}, "full"),   # self is better than estab:min
    ("admin", "local_admin", "audit.read", {"person": "lea"}, "tech"),
    ("maths", "teacher", "sanction.read", {"person": "lea"}, "min"),
    ("maths", "teacher", "person.read", {"person": "lea"}, "full"),
    ("canteen", "authority", "person.read", {"org": PRIMARY, "person": "lou"}, "min"),
]


@pytest.mark.parametrize("who,profile,permission,about,mask", MASKS)
def test_mask(who: str, profile: str, permission: str, about: dict[str, Any], mask: str) -> None:
    answer = decide(WORLD, Actor(SCENE.people[who], profile), permission, target(SCENE, **about), TODAY)
    assert answer.allow and answer.mask == mask


BOUNDS = [  # a right from its first day on, and gone on the day that ends it
    ("substitute", "teacher", "attendance.read", {"person": "lea"}, day(2026, 11, 16), day(2026, 11, 21)),
    ("maths", "teacher", "attendance.read", {"person": "lea"}, START, END),
    ("aesh", "school_life", "homework.read", {"person": "lea"}, START, END),
    ("social", "health", "social.note.read", {"person": "tom"}, START, TODAY),
    ("mother", "guardian", "timetable.read", {"person": "lea"}, START, END),
    ("rectorat", "academy", "import.run", {"org": PRIMARY}, START, END),
    ("adams_mother", "guardian", "orientation.read", {"person": "adam"}, START, TODAY + 1),
]


@pytest.mark.parametrize("who,profile,permission,about,first,end", BOUNDS)
def test_bounds(who: str, profile: str, permission: str, about: dict[str, Any], first: int, end: int) -> None:
    answers = [ask(SCENE, who, profile, permission, at, **about)[0] for at in (first - 1, first, end - 1, end)]
    assert answers == [False, True, True, False]


def test_majority_at_eighteen() -> None:
    about = {"person": "adam"}
    assert ask(SCENE, "adam", "pupil", "attendance.justify", TODAY, **about)[0] is False
    assert ask(SCENE, "adam", "pupil", "attendance.justify", TODAY + 1, **about)[0] is True
    assert ask(SCENE, "adams_mother", "guardian", "orientation.read", TODAY + 1, **about) == (False, "closed_by_pupil")


def test_birthday_of_29_february() -> None:
    assert birthday(day(2008, 2, 29), 18) == day(2026, 3, 1)
    assert birthday(day(2008, 2, 29), 16) == day(2024, 2, 29)
    assert birthday(day(2008, 3, 1), 18) == day(2026, 3, 1)


def test_keepers_see_arrivals_and_leavers() -> None:
    about = {"person": "lea"}
    for at, office, teacher in ((START - 185, False, False), (START - 184, True, False), (START, True, True), (END, True, False),
                                (END + 91, True, False), (END + 92, False, False)):
        scene = stage()
        for who, profile in (("office2", "office"), ("teacher2", "teacher")):
            scene.post(COLLEGE, who, profile, span=(START - 999, END + 999))
        assert ask(scene, "office2", "office", "person.read", at, **about)[0] is office
        assert ask(scene, "teacher2", "teacher", "person.read", at, **about)[0] is teacher


def test_school_life_sees_leavers_where_attendance_is_concerned() -> None:
    about = {"person": "lea"}
    for at, told in ((START - 185, False), (START - 184, True), (END, True), (END + 91, True), (END + 92, False)):
        scene = stage()
        scene.post(COLLEGE, "cpe2", "school_life", span=(START - 999, END + 999))
        for permission in ("attendance.read", "attendance.edit", "attendance.justify", "attendance.validate", "attendance.alert.read"):
            assert ask(scene, "cpe2", "school_life", permission, at, **about)[0] is told
        assert ask(scene, "cpe2", "school_life", "person.read", at, **about)[0] is False or START <= at < END


def changed(change: Callable[[Scene], None]) -> Scene:
    scene = stage()
    change(scene)
    return scene


def test_independence_closes_the_last_door() -> None:
    scene = changed(lambda s: s.close("max", "independent"))
    assert ask(scene, "maxs_father", "guardian", "attendance.alert.read", person="max") == (False, "closed_by_pupil")


def test_a_restriction_is_about_the_person_under_every_profile() -> None:
    scene = changed(lambda s: s.guardian("lea", "maths", "withdrawn", (TODAY, END)))
    assert ask(scene, "maths", "teacher", "attendance.read", TODAY - 1, person="lea")[0] is True
    assert ask(scene, "maths", "teacher", "attendance.read", TODAY, person="lea") == (False, "court_restriction")
    assert ask(scene, "maths", "teacher", "attendance.read", TODAY, person="tom")[0] is True
    scene = changed(lambda s: s.guardian("lea", "mother", "withdrawn"))  # beside her older row as legal guardian
    assert ask(scene, "mother", "guardian", "timetable.read", person="lea") == (False, "court_restriction")


def test_bits_of_the_row_count_within_the_kind() -> None:
    scene = changed(lambda s: s.guardian("zoe", "aunt", "delegated", rights=("inform_daily",)))
    assert ask(scene, "aunt", "guardian", "timetable.read", person="zoe")[0] is True
    assert ask(scene, "aunt", "guardian", "orientation.read", person="zoe") == (False, "guardian_lacks_right")
    assert ask(scene, "aunt", "guardian", "orientation.submit", person="zoe") == (False, "guardian_lacks_right")


def test_delegates_of_parents_act_where_the_children_are() -> None:
    scene = changed(lambda s: s.post(COLLEGE, "mother", "guardian", "parent_delegate"))
    assert ask(scene, "mother", "guardian", "chat.use", person="maths") == (True, "granted_by_function")
    assert ask(scene, "father", "guardian", "chat.use", person="maths") == (False, "switched_off")
    scene = changed(lambda s: s.post(COLLEGE, "stranger", "guardian", "parent_delegate"))
    assert ask(scene, "stranger", "guardian", "announcement.read") == (False, "no_current_post")


def test_functions_hold_in_their_own_school() -> None:
    scene = changed(lambda s: s.post(PRIMARY, "aed", "school_life", "cpe"))
    assert ask(scene, "aed", "school_life", "report.read", org=PRIMARY, person="lou") == (True, "granted_by_function")
    assert ask(scene, "aed", "school_life", "report.read", person="lea") == (False, "other_establishment")


# Overrides

def overridden(*rows: tuple[Any, ...], **more: Any) -> Scene:
    scene = stage()
    for org, profile, permission, scope, effect, locked in rows:
        scene.override(org, profile, permission, scope, effect, locked=locked, **more)
    return scene


IMPORT = ("office", "import.run", "estab")
READ = ("teacher", "attendance.read", "taught")


@pytest.mark.parametrize("rows,reason", [
    ([(COLLEGE, *IMPORT, "widen", False)], "granted_by_override"),
    ([(PRIMARY, *IMPORT, "widen", False)], "switched_off"),                                       # another school's row
    ([(ACADEMY, *IMPORT, "widen", False)], "granted_by_override"),
    ([(CIRCONSCRIPTION, *IMPORT, "widen", False)], "switched_off"),                                # not above this school
    ([(ACADEMY, *IMPORT, "widen", False), (COLLEGE, *IMPORT, "narrow", False)], "narrowed"),       # the nearest decides
    ([(ACADEMY, *IMPORT, "narrow", False), (COLLEGE, *IMPORT, "widen", False)], "granted_by_override"),
    ([(ACADEMY, *IMPORT, "narrow", True), (COLLEGE, *IMPORT, "widen", False)], "narrowed"),        # a lock from above wins
    ([(ACADEMY, *IMPORT, "narrow", True), (COLLEGE, *IMPORT, "widen", True)], "narrowed"),
    ([(DEPARTMENT, *IMPORT, "narrow", True), (ACADEMY, *IMPORT, "widen", True)], "granted_by_override"),
    ([(COLLEGE, *IMPORT, "widen", False), (COLLEGE, *IMPORT, "narrow", False)], "narrowed"),       # at one place, narrow wins
    ([(COLLEGE, "office", "import.run", "acad", "widen", False)], "switched_off"),                 # not in the ceiling
    ([(COLLEGE, "head", "import.run", "estab", "widen", False)], "switched_off"),                  # of another profile
])
def test_overrides(rows: list[tuple[Any, ...]], reason: str) -> None:
    assert ask(overridden(*rows), "office", "office", "import.run") == (reason.startswith("granted"), reason)


def test_an_override_never_passes_the_ceiling() -> None:
    scene = overridden((COLLEGE, "head", "import.run", "estab", "widen", True))
    assert ask(scene, "head", "head", "import.run") == (False, "not_for_profile")
    scene = overridden((COLLEGE, "school_life", "guardian.read", "estab", "widen", True))
    assert ask(scene, "aed", "school_life", "guardian.read", person="lea") == (False, "not_for_function")


def test_narrowing_is_free_and_dated() -> None:
    scene = overridden((COLLEGE, *READ, "narrow", False), span=(TODAY, TODAY + 1))
    assert ask(scene, "latin", "teacher", "attendance.read", TODAY - 1, person="zoe")[0] is True
    assert ask(scene, "latin", "teacher", "attendance.read", TODAY, person="zoe") == (False, "not_main_teacher")
    assert ask(scene, "maths", "teacher", "attendance.read", TODAY, person="lea")[0] is True  # as main teacher
    assert ask(scene, "latin", "teacher", "attendance.read", TODAY + 1, person="zoe")[0] is True


def test_an_override_for_a_function() -> None:
    scene = overridden((COLLEGE, "school_life", "attendance.read", "estab", "narrow", False), function="aed")
    assert ask(scene, "aed", "school_life", "attendance.read", person="lea") == (False, "narrowed")
    assert ask(scene, "cpe", "school_life", "attendance.read", person="lea")[0] is True


def test_c4_knows_no_override() -> None:
    scene = overridden((COLLEGE, "health", "health.record.read", "assigned", "narrow", True))
    assert ask(scene, "nurse", "health", "health.record.read", person="lea") == (True, YES)


# Delegations

def delegated(permission: str, scope: str, grantor: str = "head", delegate: str = "maths", **more: Any) -> Scene:
    scene = stage()
    scene.delegate(COLLEGE, grantor, delegate, permission, scope, **more)
    return scene


GIVEN = (True, "granted_by_delegation")


def test_a_delegation_and_its_end() -> None:
    scene = delegated("account.issue_activation", "estab", span=(TODAY - 5, TODAY + 1))
    asked = ("maths", "teacher", "account.issue_activation")
    days = (TODAY - 6, TODAY - 5, TODAY, TODAY + 1)
    assert [ask(scene, *asked, at, person="lea")[0] for at in days] == [False, True, True, False]
    assert ask(scene, *asked, person="lea") == GIVEN
    assert ask(scene, "french", "teacher", "account.issue_activation", person="lea")[0] is False
    assert ask(scene, "maths", "guardian", "account.issue_activation", person="lea")[0] is False
    assert ask(scene, *asked, org=PRIMARY, person="lou")[0] is False


def test_a_delegation_is_within_what_the_grantor_has() -> None:
    assert ask(delegated("import.run", "estab"), "maths", "teacher", "import.run")[0] is False       # the head has it not
    assert ask(delegated("account.block", "estab", "french"), "maths", "teacher", "account.block", person="lea")[0] is False
    scene = delegated("attendance.read", "taught", "french")
    assert ask(scene, "maths", "teacher", "attendance.read", person="zoe") == GIVEN
    assert ask(scene, "latin", "teacher", "attendance.read", person="max") == (False, "not_taught")
    scene = delegated("orientation.read", "self", "zoe")
    assert ask(scene, "french", "teacher", "orientation.read", person="zoe")[0] is False             # not a thing to hand on


def test_a_delegation_dies_with_the_grantors_right() -> None:
    scene = delegated("account.block", "estab")
    assert ask(scene, "maths", "teacher", "account.block", person="lea") == GIVEN
    scene.override(COLLEGE, "head", "account.block", "estab", "narrow")
    assert ask(scene, "maths", "teacher", "account.block", person="lea")[0] is False
    scene = delegated("account.block", "estab")
    scene.guardian("lea", "head", "withdrawn")
    assert ask(scene, "maths", "teacher", "account.block", person="lea")[0] is False
    assert ask(scene, "maths", "teacher", "account.block", person="zoe") == GIVEN


def test_delegations_are_short_and_not_handed_on() -> None:
    asked = ("maths", "teacher", "account.block")
    for days, allowed in ((370, True), (371, False)):
        scene = delegated("account.block", "estab", span=(TODAY - 1, TODAY - 1 + days))
        assert ask(scene, *asked, person="lea")[0] is allowed
    scene = delegated("account.block", "estab", delegate="french")
    scene.delegate(COLLEGE, "french", "maths", "account.block", "estab")
    assert ask(scene, *asked, person="lea")[0] is False
    scene = delegated("health.record.read", "assigned", "nurse")
    assert ask(scene, "maths", "teacher", "health.record.read", person="lea")[0] is False


def test_the_grantors_post_is_at_the_delegations_unit() -> None:
    scene = delegated("account.block", "estab", "french")
    scene.post(PRIMARY, "french", "head")  # head elsewhere: nothing to give here
    assert ask(scene, "maths", "teacher", "account.block", person="lea")[0] is False
    assert ask(scene, "maths", "teacher", "account.block", org=PRIMARY, person="lou")[0] is False


# Refusals

@pytest.mark.parametrize("who,profile,permission,about,told", [
    ("maths", "teacher", "guardian.read", {"person": "lea"}, "permission_denied"),       # he knows the pupil
    ("lea", "pupil", "attendance.read", {"person": "tom"}, "not_found"),                 # known_by attendance.read itself
    ("lea", "pupil", "person.read_contact", {"person": "tom"}, "permission_denied"),
    ("lea", "pupil", "person.read_contact", {"person": "max"}, "not_found"),
    ("withdrawn", "guardian", "person.read_contact", {"person": "tom"}, "not_found"),
    ("latin", "teacher", "homework.write", {"group": CLASS_A}, "not_found"),
    ("lea", "pupil", "homework.write", {"group": CLASS_A}, "permission_denied"),
    ("aed", "school_life", "account.issue_activation", {"person": "lea"}, "not_found"),
    ("cpe", "school_life", "account.reset_password", {"person": "lea"}, "permission_denied"),
])
def test_refusal(who: str, profile: str, permission: str, about: dict[str, Any], told: str) -> None:
    actor, about_what = Actor(SCENE.people[who], profile), target(SCENE, **about)
    assert not decide(WORLD, actor, permission, about_what, TODAY).allow
    assert refusal(WORLD, actor, permission, about_what, TODAY) == told
