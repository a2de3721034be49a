# Written by bindings/tools/pygen.py from bindings/ent.json; not to be edited.
"""Divisions (classes), teaching groups and hand-made groups: their members, who teaches them, and the groups that follow
from these facts.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING, Literal

from ent import _core
from ent import guardian as _guardian
from ent import person as _person
from ent._listing import Listing, Pages

if TYPE_CHECKING:
    from dataclasses import dataclass as record
else:
    from ent._record import record

__all__ = ["Contact", "Contacts", "Family", "FamilyPage", "Kind", "Member", "Members", "Membership", "Memberships", "Operations", "Page", "Regime", "Role", "RoleView", "Roles", "Service", "Services", "Teacher", "Team", "View"]

Kind = Literal["division", "group", "manual"]
"""What a group is.

division: Classe, division: each pupil is in one at a time.
group: Groupe d'enseignement.
manual: Made by hand, for whatever purpose.
"""

Regime = Literal["day_pupil", "half_boarder", "boarder", "day_boarder"]
"""How a pupil lives at school (régime).

day_pupil: Externe: takes no meal at school.
half_boarder: Demi-pensionnaire: lunches at school.
boarder: Interne: sleeps at school.
day_boarder: Interne-externé: takes meals and studies as boarders do, and sleeps elsewhere.
"""

Role = Literal["main_teacher", "delegate", "deputy_delegate"]
"""What somebody does for a group, beside teaching it.

main_teacher: Professeur principal; in the first degree, the teacher of the class.
delegate: Délégué.
deputy_delegate: Délégué suppléant.
"""


@record(frozen=True, slots=True, kw_only=True)
class View:
    """A group of one school year."""

    id: int
    """Carries its establishment."""
    org_id: int
    """The unit that it belongs to."""
    kind: Kind
    """What it is."""
    school_year: int
    """The year in which the school year begins: 2026 for 2026-2027."""
    code: str
    """Short and unique within unit, year and kind: "4A"."""
    name: str
    """As it is shown."""
    levels: tuple[str, ...]
    """Of the pupils, as MEF or school codes; several for a class of several levels."""
    division_ids: tuple[int, ...]
    """The divisions out of which a teaching group is drawn."""
    valid_from: date
    """First day."""
    valid_to: date | None
    """First day on which it no longer stands; none: open."""
    revision: int
    """Grows with each change; for if_revision."""


@record(frozen=True, slots=True, kw_only=True)
class Page(Listing[View]):
    """One page of groups."""

    items: tuple[View, ...]
    """By name, without regard to case and accents."""
    next: str | None
    """Give it as `after` to read on; none: this is the last page."""


@record(frozen=True, slots=True, kw_only=True)
class Member:
    """Somebody in a group."""

    id: int
    """Who."""
    family_name: str
    """Name in use."""
    given_name: str
    """First name in use."""
    title: _person.Title | None
    """How to address them, where known."""
    level: str | None
    """Of a pupil in a division."""
    valid_from: date
    """First day in the group."""
    valid_to: date | None
    """First day on which they are no longer in it; none: open."""


@record(frozen=True, slots=True, kw_only=True)
class Members(Listing[Member]):
    """The members of a group."""

    items: tuple[Member, ...]
    """By name."""


@record(frozen=True, slots=True, kw_only=True)
class Membership:
    """A group that somebody is in."""

    id: int
    """The group."""
    kind: Kind
    """What it is."""
    code: str
    """Its code."""
    name: str
    """Its name."""
    level: str | None
    """Of a pupil in a division."""
    regime: Regime | None
    """Of a pupil in a division, to who holds person.read_contact on the pupil."""
    valid_from: date
    """First day in it."""
    valid_to: date | None
    """First day on which they are no longer in it; none: open."""


@record(frozen=True, slots=True, kw_only=True)
class Memberships(Listing[Membership]):
    """The groups that somebody is in."""

    items: tuple[Membership, ...]
    """Divisions first, then by name."""


@record(frozen=True, slots=True, kw_only=True)
class RoleView:
    """A role in a group."""

    person: _person.Card
    """Who."""
    role: Role
    """What."""
    valid_from: date
    """First day."""
    valid_to: date | None
    """First day on which it no longer holds; none: open."""


@record(frozen=True, slots=True, kw_only=True)
class Roles(Listing[RoleView]):
    """Roles."""

    items: tuple[RoleView, ...]
    """By role, then by name."""


@record(frozen=True, slots=True, kw_only=True)
class Service:
    """One teacher's teaching of a subject to a group."""

    id: int
    """Carries its establishment."""
    group_id: int
    """To whom."""
    group_name: str
    """Its name."""
    teacher: _person.Card
    """By whom."""
    subject_code: str | None
    """What; none in the first degree: all."""
    replaces: int | None
    """Of a substitution: the service that is taken over."""
    valid_from: date
    """First day."""
    valid_to: date | None
    """First day on which it no longer holds; none: open."""
    modality: str | None
    """How it is taught: CG, TD, TP...; none: not said."""


@record(frozen=True, slots=True, kw_only=True)
class Services(Listing[Service]):
    """Services."""

    items: tuple[Service, ...]
    """By group, then by subject."""


@record(frozen=True, slots=True, kw_only=True)
class Teacher:
    """A teacher of a group."""

    person: _person.Card
    """Who."""
    main_teacher: bool
    """The group's main teacher."""
    subject_codes: tuple[str, ...]
    """What they teach it."""


@record(frozen=True, slots=True, kw_only=True)
class Team(Listing[Teacher]):
    """The team of a group."""

    items: tuple[Teacher, ...]
    """By name."""


@record(frozen=True, slots=True, kw_only=True)
class Family:
    """A guardian, with the pupils for whom they are written to."""

    adult: _person.Card
    """The guardian."""
    pupils: tuple[_person.Card, ...]
    """By name."""


@record(frozen=True, slots=True, kw_only=True)
class FamilyPage(Listing[Family]):
    """One page of families."""

    items: tuple[Family, ...]
    """By the adult's name."""
    next: str | None
    """Give it as `after` to read on; none: this is the last page."""


@record(frozen=True, slots=True, kw_only=True)
class Contact:
    """A pupil and one of their guardians, as they stand side by side in the table of a class."""

    pupil_id: int
    """The pupil; one of several guardians stands in as many lines."""
    pupil_family_name: str
    """Of the pupil."""
    pupil_given_name: str
    """Of the pupil."""
    birth_date: date | None
    """Of the pupil: where known, and only to those who may see it."""
    class_name: str | None
    """The pupil's division."""
    level: str | None
    """The pupil's level there."""
    regime: Regime | None
    """How the pupil lives at school; as birth_date."""
    adult_id: int | None
    """The guardian; none of what follows for a pupil without any."""
    adult_title: _person.Title | None
    """How to address the guardian, where known."""
    adult_family_name: str | None
    """Of the guardian."""
    adult_given_name: str | None
    """Of the guardian."""
    kind: _guardian.Kind | None
    """What the guardian is to the pupil; never withdrawn."""
    relationship: _guardian.Relationship | None
    """Family tie, where known."""
    priority: int | None
    """Order in which to call: 1 first."""
    email: str | None
    """Of the guardian, as all that follows."""
    home_phone: str | None
    """As it was given."""
    work_phone: str | None
    """As it was given."""
    mobile: str | None
    """As it was given."""
    accepts_sms: bool | None
    """Short messages may go to the mobile."""
    street: str | None
    """The lines of the address, with commas between them."""
    postal_code: str | None
    """Of the address."""
    town: str | None
    """Of the address."""
    country: str | None
    """Two capital letters of ISO 3166-1; none: France."""


@record(frozen=True, slots=True, kw_only=True)
class Contacts(Listing[Contact]):
    """The table of a class."""

    items: tuple[Contact, ...]
    """By the pupil's name, then in the order in which to call."""


_core.register_record("group::View", View)
_core.register_record("group::Page", Page)
_core.register_record("group::Member", Member)
_core.register_record("group::Members", Members)
_core.register_record("group::Membership", Membership)
_core.register_record("group::Memberships", Memberships)
_core.register_record("group::RoleView", RoleView)
_core.register_record("group::Roles", Roles)
_core.register_record("group::Service", Service)
_core.register_record("group::Services", Services)
_core.register_record("group::Teacher", Teacher)
_core.register_record("group::Team", Team)
_core.register_record("group::Family", Family)
_core.register_record("group::FamilyPage", FamilyPage)
_core.register_record("group::Contact", Contact)
_core.register_record("group::Contacts", Contacts)
_ADD = _core.register_operation(
    "group.add",
    ("org_id", "kind", "name", "code", "school_year", "levels", "division_ids", "member_ids", "valid_from", "valid_to"),
)
_CHANGE = _core.register_operation("group.change", ("id", "name", "levels", "division_ids", "valid_to"))
_GET = _core.register_operation("group.get", ("id",))
_LIST = _core.register_operation("group.list", ("org_id", "kind", "school_year", "limit", "after"))
_MEMBERS = _core.register_operation("group.members", ("id",))
_ADD_MEMBERS = _core.register_operation("group.add_members", ("id", "member_ids", "valid_from", "valid_to"))
_REMOVE_MEMBERS = _core.register_operation("group.remove_members", ("id", "member_ids", "valid_to"))
_ENROL = _core.register_operation("group.enrol", ("id", "pupil_ids", "level", "valid_from"))
_SET_REGIME = _core.register_operation("group.set_regime", ("org_id", "pupil_ids", "regime", "valid_from"))
_LEAVE = _core.register_operation("group.leave", ("org_id", "pupil_id", "valid_to"))
_MEMBERSHIPS = _core.register_operation("group.memberships", ("org_id", "person_id"))
_GIVE_ROLE = _core.register_operation("group.give_role", ("id", "person_id", "role", "valid_from", "valid_to"))
_END_ROLE = _core.register_operation("group.end_role", ("id", "person_id", "role", "valid_to"))
_ROLES = _core.register_operation("group.roles", ("id",))
_ADD_SERVICE = _core.register_operation(
    "group.add_service",
    ("group_id", "teacher_id", "subject_code", "replaces", "valid_from", "valid_to", "modality"),
)
_END_SERVICE = _core.register_operation("group.end_service", ("id", "valid_to"))
_SERVICES = _core.register_operation("group.services", ("org_id", "group_id", "teacher_id"))
_TEAM = _core.register_operation("group.team", ("id",))
_FAMILIES = _core.register_operation("group.families", ("group_id", "org_id", "limit", "after"))
_CONTACTS = _core.register_operation("group.contacts", ("id",))
_HEADS = _core.register_operation("group.heads", ("org_id", "limit", "after"))


class Operations:
    """Divisions (classes), teaching groups and hand-made groups: their members, who teaches them, and the groups that
    follow from these facts. A session has them as `session.group`.
    """

    __slots__ = ("_call",)

    def __init__(self, call: _core.Call) -> None:
        self._call = call

    def add(
        self,
        *,
        org_id: int,
        kind: Kind,
        name: str,
        code: str | None = None,
        school_year: int | None = None,
        levels: Iterable[str] = (),
        division_ids: Iterable[int] = (),
        member_ids: Iterable[int] = (),
        valid_from: date | None = None,
        valid_to: date | None = None,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> View:
        """Makes a group, with its first members.

        org_id: An establishment.
        kind: What it is.
        name: 1 to 200 characters.
        code: 1 to 40 characters; required but for a hand-made group.
        school_year: 1950 to 2200; default: that of the first day, by the unit's turn.
        levels: At most 20, of 1 to 40 characters.
        division_ids: Of a teaching group: divisions of the same unit.
        member_ids: People known in the unit, at most 2 000; pupils of a division are enrolled.
        valid_from: Default: today.
        valid_to: Default: open.

        Permission: group.manage on the unit; who may only manage groups of their own makes hand-made ones.
        Raises: InvalidArgument (text.too_short, text.too_long, field.range, group.code_missing,
            group.members_enrolled: pupils of a division, group.divisions_unexpected, group.division_unknown,
            person.not_found, period.empty), NotFound (org.not_found), PermissionDenied (group.kind_not_own),
            AlreadyExists (group.code_taken).
        Since 0.1.
        """
        _answer: View = self._call(
            _ADD,
            (org_id, kind, name, code, school_year, levels, division_ids, member_ids, valid_from, valid_to),
            deadline,
            idempotency_key,
            if_revision,
        )
        return _answer

    def change(
        self,
        *,
        id: int,
        name: str | None = None,
        levels: Iterable[str] | None = None,
        division_ids: Iterable[int] | None = None,
        valid_to: date | None = None,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> View:
        """Changes a group.

        id: The group.
        name: 1 to 200 characters.
        levels: At most 20, of 1 to 40 characters.
        division_ids: Of a teaching group.
        valid_to: Closes the group, its services and its roles on that day.

        Permission: group.manage on the group.
        Raises: InvalidArgument (text.too_short, text.too_long, field.range, group.divisions_unexpected,
            group.division_unknown, period.empty), NotFound (group.not_found), Conflict (call.stale_revision).
        Since 0.1.
        """
        _answer: View = self._call(
            _CHANGE,
            (id, name, levels, division_ids, valid_to),
            deadline,
            idempotency_key,
            if_revision,
        )
        return _answer

    def get(self, *, id: int, deadline: datetime | None = None) -> View:
        """One group.

        id: The group.

        Permission: group.read on the group.
        Raises: NotFound (group.not_found).
        Since 0.1.
        """
        _answer: View = self._call(_GET, (id,), deadline, None, None)
        return _answer

    def list(
        self,
        *,
        org_id: int,
        kind: Kind | None = None,
        school_year: int | None = None,
        limit: int = 50,
        after: str | None = None,
        deadline: datetime | None = None,
    ) -> Page:
        """The groups of a unit that the actor may know of.

        org_id: The unit.
        kind: Only groups of this kind.
        school_year: Of this year; default: those that stand on the session's date.
        limit: At most so many: 1 to 500.
        after: The `next` of the page before.

        Permission: group.read, on each.
        Raises: InvalidArgument (field.range, cursor.malformed).
        Since 0.1.
        """
        _answer: Page = self._call(
            _LIST,
            (org_id, kind, school_year, limit, after),
            deadline,
            None,
            None,
        )
        return _answer

    def list_all(
        self,
        *,
        org_id: int,
        kind: Kind | None = None,
        school_year: int | None = None,
        page_size: int = 500,
        deadline: datetime | None = None,
    ) -> Pages[View]:
        """All of `list`, page after page: iterate over it, or take it as a table.

        org_id: The unit.
        kind: Only groups of this kind.
        school_year: Of this year; default: those that stand on the session's date.
        """
        return Pages(lambda after: self.list(
                org_id=org_id,
                kind=kind,
                school_year=school_year,
                limit=page_size,
                after=after,
                deadline=deadline,
            ))

    def members(self, *, id: int, deadline: datetime | None = None) -> Members:
        """Who is in a group on the session's date, as far as the actor may know of each.

        id: The group.

        Permission: person.read on the group, and on each member.
        Raises: NotFound (group.not_found).
        Since 0.1.
        """
        _answer: Members = self._call(_MEMBERS, (id,), deadline, None, None)
        return _answer

    def add_members(
        self,
        *,
        id: int,
        member_ids: Iterable[int],
        valid_from: date | None = None,
        valid_to: date | None = None,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> None:
        """Puts people into a group; those who are in it on some of these days already are in it on all of them. Nobody
        is in it before its first day, nor once it is no more.

        id: A teaching group or a hand-made one.
        member_ids: 1 to 2 000 people known in the unit.
        valid_from: Default: today.
        valid_to: Default: open.

        Permission: group.manage on the group.
        Raises: InvalidArgument (field.range, person.not_found, group.members_enrolled, period.empty, group.ended),
            NotFound (group.not_found).
        Since 0.1.
        """
        self._call(
            _ADD_MEMBERS,
            (id, member_ids, valid_from, valid_to),
            deadline,
            idempotency_key,
            if_revision,
        )

    def remove_members(
        self,
        *,
        id: int,
        member_ids: Iterable[int],
        valid_to: date | None = None,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> None:
        """Takes people out of a group from a date on; that they were in it stays known.

        id: A teaching group or a hand-made one.
        member_ids: 1 to 2 000 people known in the unit.
        valid_to: First day on which they are no longer in it; default: today.

        Permission: group.manage on the group.
        Raises: InvalidArgument (field.range, person.not_found, group.members_enrolled), NotFound (group.not_found).
        Since 0.1.
        """
        self._call(
            _REMOVE_MEMBERS,
            (id, member_ids, valid_to),
            deadline,
            idempotency_key,
            if_revision,
        )

    def enrol(
        self,
        *,
        id: int,
        pupil_ids: Iterable[int],
        level: str | None = None,
        valid_from: date | None = None,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> None:
        """Makes people pupils of a division, and of its school if they are not yet, from a date on. They leave the
        division of the same year in which they were. Who was in this one before stays in it. They are in it from its
        first day on where it begins later, and no longer than it stands.

        id: A division.
        pupil_ids: 1 to 2 000 people known in the unit.
        level: Of these pupils in the division: 1 to 40 characters.
        valid_from: Default: today.

        Permission: enrolment.manage on the unit.
        Raises: InvalidArgument (field.range, text.too_short, text.too_long, person.not_found, group.not_division,
            group.ended), NotFound (group.not_found).
        Since 0.1.
        """
        self._call(
            _ENROL,
            (id, pupil_ids, level, valid_from),
            deadline,
            idempotency_key,
            if_revision,
        )

    def set_regime(
        self,
        *,
        org_id: int,
        pupil_ids: Iterable[int],
        regime: Regime,
        valid_from: date | None = None,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> None:
        """Says how pupils live at school from a date on; what was said of later days is replaced. It goes with the pupil
        into another division of the school.

        org_id: The school.
        pupil_ids: 1 to 2 000 of its pupils.
        regime: How they live at school.
        valid_from: Default: today.

        Permission: enrolment.manage on each pupil.
        Raises: InvalidArgument (field.range), NotFound (person.not_found), FailedPrecondition (group.not_enrolled: in
            no division of the school on that day).
        Since 0.1.
        """
        self._call(
            _SET_REGIME,
            (org_id, pupil_ids, regime, valid_from),
            deadline,
            idempotency_key,
            if_revision,
        )

    def leave(
        self,
        *,
        org_id: int,
        pupil_id: int,
        valid_to: date | None = None,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> None:
        """Ends a pupil's time in a school: the profile, and all groups and roles.

        org_id: The school.
        pupil_id: The pupil.
        valid_to: First day on which they are no longer a pupil there; default: today.

        Permission: enrolment.manage on the pupil.
        Raises: NotFound (person.not_found, person.no_post).
        Since 0.1.
        """
        self._call(
            _LEAVE,
            (org_id, pupil_id, valid_to),
            deadline,
            idempotency_key,
            if_revision,
        )

    def memberships(self, *, org_id: int, person_id: int, deadline: datetime | None = None) -> Memberships:
        """The groups of a unit that a person is in on the session's date. Hand-made ones are shown to that person alone.

        org_id: The unit in which the caller knows the person.
        person_id: Who.

        Permission: person.read on the person.
        Raises: NotFound (person.not_found).
        Since 0.1.
        """
        _answer: Memberships = self._call(_MEMBERSHIPS, (org_id, person_id), deadline, None, None)
        return _answer

    def give_role(
        self,
        *,
        id: int,
        person_id: int,
        role: Role,
        valid_from: date | None = None,
        valid_to: date | None = None,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> None:
        """Gives a role in a group, on days on which it stands.

        id: The group.
        person_id: A teacher of the school, or a member of the group as its delegate.
        role: What they do.
        valid_from: Default: today.
        valid_to: Default: open.

        Permission: service.manage on the group.
        Raises: InvalidArgument (period.empty, group.ended), NotFound (group.not_found, person.not_found),
            FailedPrecondition (group.no_teacher, group.no_member), AlreadyExists (group.has_role).
        Since 0.1.
        """
        self._call(
            _GIVE_ROLE,
            (id, person_id, role, valid_from, valid_to),
            deadline,
            idempotency_key,
            if_revision,
        )

    def end_role(
        self,
        *,
        id: int,
        person_id: int,
        role: Role,
        valid_to: date | None = None,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> None:
        """Ends a role in a group.

        id: The group.
        person_id: Who.
        role: What they do.
        valid_to: First day on which it no longer holds; default: today.

        Permission: service.manage on the group.
        Raises: NotFound (group.not_found, person.not_found, group.no_role).
        Since 0.1.
        """
        self._call(
            _END_ROLE,
            (id, person_id, role, valid_to),
            deadline,
            idempotency_key,
            if_revision,
        )

    def roles(self, *, id: int, deadline: datetime | None = None) -> Roles:
        """Who has which role in a group on the session's date, as far as the actor may know of each.

        id: The group.

        Permission: person.read on the group, and on each.
        Raises: NotFound (group.not_found).
        Since 0.1.
        """
        _answer: Roles = self._call(_ROLES, (id,), deadline, None, None)
        return _answer

    def add_service(
        self,
        *,
        group_id: int,
        teacher_id: int,
        subject_code: str | None = None,
        replaces: int | None = None,
        valid_from: date | None = None,
        valid_to: date | None = None,
        modality: str | None = None,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> Service:
        """Says that somebody teaches a group from a date on: opens a right to what they need for it. One teacher may
        have a group in a subject by several modalities. It begins no sooner than the group, and ends with it.

        group_id: To whom.
        teacher_id: Somebody who teaches in the school.
        subject_code: National code of the subject or the school's own: 1 to 40 characters.
        replaces: For a substitution: the service to take over; group and subject are its.
        valid_from: Default: today.
        valid_to: Default: open.
        modality: How it is taught (modalité de cours): CG for a cours général, TD, TP, or the school's own code of 1
            to 10 characters; for a substitution that of the service.

        Permission: service.manage on the group.
        Raises: InvalidArgument (text.too_short, text.too_long, period.empty, group.ended, group.other_group: the
            service that is replaced is of another group), NotFound (group.not_found, person.not_found,
            group.no_service), FailedPrecondition (group.no_teacher), AlreadyExists (group.taught).
        Since 0.1.
        """
        _answer: Service = self._call(
            _ADD_SERVICE,
            (group_id, teacher_id, subject_code, replaces, valid_from, valid_to, modality),
            deadline,
            idempotency_key,
            if_revision,
        )
        return _answer

    def end_service(
        self,
        *,
        id: int,
        valid_to: date | None = None,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> None:
        """Ends a service.

        id: The service or substitution.
        valid_to: First day on which it no longer holds; default: today.

        Permission: service.manage on its group.
        Raises: NotFound (group.no_service).
        Since 0.1.
        """
        self._call(_END_SERVICE, (id, valid_to), deadline, idempotency_key, if_revision)

    def services(
        self,
        *,
        org_id: int,
        group_id: int | None = None,
        teacher_id: int | None = None,
        deadline: datetime | None = None,
    ) -> Services:
        """Who teaches what to whom in a unit on the session's date.

        org_id: The unit.
        group_id: Only of this group.
        teacher_id: Only of this teacher.

        Permission: service.read, on each group.
        Since 0.1.
        """
        _answer: Services = self._call(_SERVICES, (org_id, group_id, teacher_id), deadline, None, None)
        return _answer

    def team(self, *, id: int, deadline: datetime | None = None) -> Team:
        """The team of a group on the session's date: who teaches it, or, of a division, one of the groups drawn out of
        it.

        id: The group.

        Permission: service.read on the group.
        Raises: NotFound (group.not_found).
        Since 0.1.
        """
        _answer: Team = self._call(_TEAM, (id,), deadline, None, None)
        return _answer

    def families(
        self,
        *,
        group_id: int | None = None,
        org_id: int | None = None,
        limit: int = 50,
        after: str | None = None,
        deadline: datetime | None = None,
    ) -> FamilyPage:
        """The guardians who are told of the pupils of a group or a unit, on the session's date.

        group_id: Of the pupils of this group.
        org_id: Of the pupils of this school, of those under this unit or run by it.
        limit: At most so many: 1 to 500.
        after: The `next` of the page before.

        Permission: person.read, on each adult and each pupil.
        Raises: InvalidArgument (field.range, cursor.malformed, group.one_place), NotFound (group.not_found).
        Since 0.1.
        """
        _answer: FamilyPage = self._call(_FAMILIES, (group_id, org_id, limit, after), deadline, None, None)
        return _answer

    def families_all(
        self,
        *,
        group_id: int | None = None,
        org_id: int | None = None,
        page_size: int = 500,
        deadline: datetime | None = None,
    ) -> Pages[Family]:
        """All of `families`, page after page: iterate over it, or take it as a table.

        group_id: Of the pupils of this group.
        org_id: Of the pupils of this school, of those under this unit or run by it.
        """
        return Pages(lambda after: self.families(
                group_id=group_id,
                org_id=org_id,
                limit=page_size,
                after=after,
                deadline=deadline,
            ))

    def contacts(self, *, id: int, deadline: datetime | None = None) -> Contacts:
        """The pupils of a class or group on the session's date, each with their guardians and how these are reached: the
        table from which letters are written. Whom a court keeps from a pupil does not stand beside that pupil. Of a
        guardian with several addresses it is the last one that they moved to.

        id: The group.

        Permission: guardian.read on the group and each pupil; birth dates, phones, e-mail and addresses stand there
            as far as person.read_contact is held for whose they are.
        Raises: NotFound (group.not_found).
        Since 0.1.
        """
        _answer: Contacts = self._call(_CONTACTS, (id,), deadline, None, None)
        return _answer

    def heads(
        self,
        *,
        org_id: int,
        limit: int = 50,
        after: str | None = None,
        deadline: datetime | None = None,
    ) -> _person.Page:
        """The heads of the schools that lie under a unit or are run by it, on the session's date.

        org_id: A circonscription, an académie, an authority...
        limit: At most so many: 1 to 500.
        after: The `next` of the page before.

        Permission: person.read, on each.
        Raises: InvalidArgument (field.range, cursor.malformed).
        Since 0.1.
        """
        _answer: _person.Page = self._call(_HEADS, (org_id, limit, after), deadline, None, None)
        return _answer

    def heads_all(
        self,
        *,
        org_id: int,
        page_size: int = 500,
        deadline: datetime | None = None,
    ) -> Pages[_person.Entry]:
        """All of `heads`, page after page: iterate over it, or take it as a table.

        org_id: A circonscription, an académie, an authority...
        """
        return Pages(lambda after: self.heads(org_id=org_id, limit=page_size, after=after, deadline=deadline))
