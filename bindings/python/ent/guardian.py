# Written by bindings/tools/pygen.py from bindings/ent.json; not to be edited.
"""Guardians of pupils, with what each link carries; court restrictions; adult pupils; other adults around a pupil.

A guardianship is between two persons and holds wherever the pupil goes to school. Parents are equal unless a court
says otherwise, and each is judged alone: nothing goes by couple or household.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING, Literal

from ent import _core
from ent import person as _person
from ent._listing import Listing

if TYPE_CHECKING:
    from dataclasses import dataclass as record
else:
    from ent._record import record

__all__ = ["Assignment", "Assignments", "Assistance", "Ground", "Kind", "Links", "Operations", "Relationship", "Right", "View"]

Kind = Literal["legal", "legal_sole", "surveillance", "withdrawn", "delegated", "in_charge", "contact"]
"""What an adult is to a pupil (source: Code civil, articles 371-1 to 388-1; SIECLE). What each kind may carry is in
src/access/guardian-kinds.csv.

legal: Représentant légal: authority shared with another, whatever the couple's state.
legal_sole: Représentant légal seul.
surveillance: Parent without authority, who keeps a right to be told of what matters.
withdrawn: Authority withdrawn or contact forbidden by a court: see restrict().
delegated: Third party with delegated authority: tuteur, child welfare, family member.
in_charge: Personne en charge: daily life, never results.
contact: Personne à contacter: no account of its own.
"""

Relationship = Literal[
    "mother",
    "father",
    "sibling",
    "ascendant",
    "family",
    "educator",
    "foster_carer",
    "legal_guardian",
    "child_welfare",
    "other",
]
"""Family tie, or what stands for one.

mother: Mère.
father: Père.
sibling: Frère ou sœur.
ascendant: Ascendant.
family: Autre membre de la famille.
educator: Éducateur.
foster_carer: Assistant familial.
legal_guardian: Tuteur.
child_welfare: Aide sociale à l'enfance.
other: Autre lien.
"""

Right = Literal["inform_main", "inform_daily", "decide_usual", "decide_important", "message", "pickup", "pay"]
"""What a link may carry. Values are bits, as they are stored.

inform_main: Is told of results, reports, what matters.
inform_daily: Is told of daily life: absences, homework, timetable.
decide_usual: Decides on usual acts, alone.
decide_important: Decides on important acts: orientation, leaving the school.
message: Writes to the staff.
pickup: May fetch the pupil.
pay: Pays.
"""

Ground = Literal["adult", "independent"]
"""Why parents no longer see what concerns an adult pupil.

adult: The pupil's wish; parents may still ask for the alerts of absenteeism (attendance.absenteeism).
independent: The pupil provides for themselves: parents are told of nothing.
"""

Assistance = Literal[
    "accompaniment",
    "health",
    "social",
    "psychology",
    "tutor",
    "internship_tutor",
    "inclusion",
    "inspection",
]
"""What an adult other than a guardian does for a pupil.

accompaniment: AESH.
health: Nurse, doctor.
social: Social worker.
psychology: Psychologist.
tutor: A tutor in the school.
internship_tutor: A tutor in a firm.
inclusion: Enseignant référent for handicap.
inspection: A named reading within an inspection.
"""


@record(frozen=True, slots=True, kw_only=True)
class View:
    """A link between a pupil and an adult."""

    pupil: _person.Card
    """The pupil."""
    adult: _person.Card
    """The adult."""
    kind: Kind
    """What the adult is to the pupil."""
    rights: tuple[Right, ...]
    """What the link carries, within what its kind may."""
    relationship: Relationship | None
    """Where known."""
    priority: int
    """Order in which to call: 1 first."""
    court_ref: str | None
    """The decision on which it rests."""
    valid_from: date
    """First day."""
    valid_to: date | None
    """First day on which it no longer holds; none: open."""
    revision: int
    """Grows with each change; for if_revision."""


@record(frozen=True, slots=True, kw_only=True)
class Links(Listing[View]):
    """Links."""

    items: tuple[View, ...]
    """By pupil, then by priority."""


@record(frozen=True, slots=True, kw_only=True)
class Assignment:
    """An adult assigned to a pupil."""

    pupil: _person.Card
    """The pupil."""
    adult: _person.Card
    """The adult."""
    kind: Assistance
    """What for."""
    valid_from: date
    """First day."""
    valid_to: date | None
    """First day on which it no longer holds; none: open."""


@record(frozen=True, slots=True, kw_only=True)
class Assignments(Listing[Assignment]):
    """Assignments."""

    items: tuple[Assignment, ...]
    """By pupil, then by adult."""


_core.register_record("guardian::View", View)
_core.register_record("guardian::Links", Links)
_core.register_record("guardian::Assignment", Assignment)
_core.register_record("guardian::Assignments", Assignments)
_LINK = _core.register_operation(
    "guardian.link",
    ("org_id", "pupil_id", "adult_id", "kind", "rights", "relationship", "priority", "court_ref", "valid_from", "valid_to"),
)
_CHANGE = _core.register_operation(
    "guardian.change",
    ("org_id", "pupil_id", "adult_id", "kind", "rights", "relationship", "priority", "court_ref", "valid_from"),
)
_END = _core.register_operation("guardian.end", ("org_id", "pupil_id", "adult_id", "valid_to", "court_ref"))
_RESTRICT = _core.register_operation(
    "guardian.restrict",
    ("org_id", "pupil_id", "adult_id", "court_ref", "valid_from", "valid_to"),
)
_OF_PUPIL = _core.register_operation("guardian.of_pupil", ("org_id", "pupil_id"))
_OF_ADULT = _core.register_operation("guardian.of_adult", ("org_id", "adult_id"))
_OPPOSE = _core.register_operation("guardian.oppose", ("org_id", "pupil_id", "ground", "valid_from"))
_WITHDRAW_OPPOSITION = _core.register_operation("guardian.withdraw_opposition", ("org_id", "pupil_id", "valid_to"))
_ASSIGN = _core.register_operation(
    "guardian.assign",
    ("org_id", "pupil_id", "adult_id", "kind", "valid_from", "valid_to"),
)
_END_ASSIGNMENT = _core.register_operation(
    "guardian.end_assignment",
    ("org_id", "pupil_id", "adult_id", "kind", "valid_to"),
)
_ASSIGNMENTS = _core.register_operation("guardian.assignments", ("org_id", "pupil_id", "adult_id"))


class Operations:
    """Guardians of pupils, with what each link carries; court restrictions; adult pupils; other adults around a pupil.

    A guardianship is between two persons and holds wherever the pupil goes to school. Parents are equal unless a
    court says otherwise, and each is judged alone: nothing goes by couple or household. A session has them as
    `session.guardian`.
    """

    __slots__ = ("_call",)

    def __init__(self, call: _core.Call) -> None:
        self._call = call

    def link(
        self,
        *,
        org_id: int,
        pupil_id: int,
        adult_id: int,
        kind: Kind,
        rights: Iterable[Right] | None = None,
        relationship: Relationship | None = None,
        priority: int = 1,
        court_ref: str | None = None,
        valid_from: date | None = None,
        valid_to: date | None = None,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> View:
        """Makes an adult a guardian of a pupil.

        org_id: The unit in which the pupil and the adult are known.
        pupil_id: The pupil.
        adult_id: The adult.
        kind: Any but withdrawn.
        rights: Default: those that the kind gives.
        relationship: Where known.
        priority: Order in which to call: 1 to 99.
        court_ref: The decision on which it rests: 1 to 200 characters.
        valid_from: Default: today.
        valid_to: Default: open.

        Permission: guardian.manage on the pupil; asks for a recent proof of identity.
        Raises: InvalidArgument (guardian.oneself, guardian.kind_restricted, guardian.rights_beyond_kind, field.range,
            text.too_short, text.too_long, period.empty), NotFound (person.not_found), AlreadyExists (guardian.linked:
            in another way, on some of these days), FailedPrecondition (guardian.restricted: a court decision stands,
            guardian.not_sole: another legal representative stands).
        Since 0.1.
        """
        _answer: View = self._call(
            _LINK,
            (org_id, pupil_id, adult_id, kind, rights, relationship, priority, court_ref, valid_from, valid_to),
            deadline,
            idempotency_key,
            if_revision,
        )
        return _answer

    def change(
        self,
        *,
        org_id: int,
        pupil_id: int,
        adult_id: int,
        kind: Kind | None = None,
        rights: Iterable[Right] | None = None,
        relationship: Relationship | None = None,
        priority: int | None = None,
        court_ref: str | None = None,
        valid_from: date | None = None,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> View:
        """Changes a link from a date on, as long as it stands. How it stood before is kept, and so is what begins later.

        org_id: The unit in which the pupil is known.
        pupil_id: The pupil.
        adult_id: The adult.
        kind: Any but withdrawn. A new kind brings the rights that it gives.
        rights: Within what the kind may carry.
        relationship: Family tie.
        priority: 1 to 99.
        court_ref: 1 to 200 characters.
        valid_from: From when it is so; default: today.

        Permission: guardian.manage on the pupil; asks for a recent proof of identity.
        Raises: InvalidArgument (guardian.kind_restricted, guardian.rights_beyond_kind, field.range, text.too_short,
            text.too_long), NotFound (person.not_found, guardian.not_linked), FailedPrecondition (guardian.restricted,
            guardian.not_sole), Conflict (call.stale_revision).
        Since 0.1.
        """
        _answer: View = self._call(
            _CHANGE,
            (org_id, pupil_id, adult_id, kind, rights, relationship, priority, court_ref, valid_from),
            deadline,
            idempotency_key,
            if_revision,
        )
        return _answer

    def end(
        self,
        *,
        org_id: int,
        pupil_id: int,
        adult_id: int,
        valid_to: date | None = None,
        court_ref: str | None = None,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> None:
        """Ends a link or a restriction. What begins later is cancelled too.

        org_id: The unit in which the pupil is known.
        pupil_id: The pupil.
        adult_id: The adult.
        valid_to: First day on which it no longer holds; default: today.
        court_ref: The decision that lifts a restriction, which ends no other way.

        Permission: guardian.manage on the pupil; asks for a recent proof of identity.
        Raises: InvalidArgument (guardian.court_ref_missing, text.too_short, text.too_long), NotFound
            (person.not_found, guardian.not_linked).
        Since 0.1.
        """
        self._call(
            _END,
            (org_id, pupil_id, adult_id, valid_to, court_ref),
            deadline,
            idempotency_key,
            if_revision,
        )

    def restrict(
        self,
        *,
        org_id: int,
        pupil_id: int,
        adult_id: int,
        court_ref: str,
        valid_from: date | None = None,
        valid_to: date | None = None,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> View:
        """Withdraws, by decision of a court, all that an adult could see of a pupil or do for them: under every profile,
        at the adult's next call. What the adult could do before does not come back by itself. Days on which they are
        restricted already stay as they were decided: the answer is of the first of the others.

        org_id: The unit in which the pupil and the adult are known.
        pupil_id: The pupil.
        adult_id: The adult, a guardian until now or not.
        court_ref: The decision: 1 to 200 characters.
        valid_from: Default: today.
        valid_to: Default: open.

        Permission: guardian.manage on the pupil; asks for a recent proof of identity.
        Raises: InvalidArgument (guardian.oneself, text.too_short, text.too_long, period.empty), NotFound
            (person.not_found), FailedPrecondition (guardian.restricted: on all of these days).
        Since 0.1.
        """
        _answer: View = self._call(
            _RESTRICT,
            (org_id, pupil_id, adult_id, court_ref, valid_from, valid_to),
            deadline,
            idempotency_key,
            if_revision,
        )
        return _answer

    def of_pupil(self, *, org_id: int, pupil_id: int, deadline: datetime | None = None) -> Links:
        """The guardians of a pupil, from the session's date on. To a guardian, their own link only.

        org_id: The unit in which the pupil is known.
        pupil_id: The pupil.

        Permission: guardian.read on the pupil.
        Raises: NotFound (person.not_found).
        Since 0.1.
        """
        _answer: Links = self._call(_OF_PUPIL, (org_id, pupil_id), deadline, None, None)
        return _answer

    def of_adult(self, *, org_id: int, adult_id: int, deadline: datetime | None = None) -> Links:
        """The pupils of a unit whose guardian an adult is, from the session's date on.

        org_id: The unit in which the pupils are.
        adult_id: The adult.

        Permission: guardian.read on each pupil; not_found where no link may be seen.
        Raises: NotFound (person.not_found).
        Since 0.1.
        """
        _answer: Links = self._call(_OF_ADULT, (org_id, adult_id), deadline, None, None)
        return _answer

    def oppose(
        self,
        *,
        org_id: int,
        pupil_id: int,
        ground: Ground = "adult",
        valid_from: date | None = None,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> None:
        """Closes an adult pupil's data to the guardians from a date on.

        org_id: The unit in which the pupil is known.
        pupil_id: The pupil, 18 or older on the first day.
        ground: Pupils themselves only say `adult`.
        valid_from: Default: today.

        Permission: guardian.close on the pupil; asks for a recent proof of identity.
        Raises: NotFound (person.not_found), FailedPrecondition (guardian.not_adult), PermissionDenied
            (guardian.ground_not_own), AlreadyExists (guardian.opposed).
        Since 0.1.
        """
        self._call(
            _OPPOSE,
            (org_id, pupil_id, ground, valid_from),
            deadline,
            idempotency_key,
            if_revision,
        )

    def withdraw_opposition(
        self,
        *,
        org_id: int,
        pupil_id: int,
        valid_to: date | None = None,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> None:
        """Opens an adult pupil's data to the guardians again.

        org_id: The unit in which the pupil is known.
        pupil_id: The pupil.
        valid_to: First day on which the guardians see again; default: today.

        Permission: guardian.close on the pupil; asks for a recent proof of identity.
        Raises: NotFound (person.not_found, guardian.not_opposed).
        Since 0.1.
        """
        self._call(
            _WITHDRAW_OPPOSITION,
            (org_id, pupil_id, valid_to),
            deadline,
            idempotency_key,
            if_revision,
        )

    def assign(
        self,
        *,
        org_id: int,
        pupil_id: int,
        adult_id: int,
        kind: Assistance,
        valid_from: date | None = None,
        valid_to: date | None = None,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> Assignment:
        """Assigns an adult to a pupil: gives a right to see what the task needs.

        org_id: The unit in which both are.
        pupil_id: A pupil of the unit.
        adult_id: Somebody with a post in the unit.
        kind: What for.
        valid_from: Default: today.
        valid_to: Default: open.

        Permission: assignment.manage on the pupil; asks for a recent proof of identity.
        Raises: InvalidArgument (guardian.oneself, period.empty), NotFound (person.not_found), FailedPrecondition
            (guardian.no_post: the adult has no post in the unit), AlreadyExists (guardian.assigned).
        Since 0.1.
        """
        _answer: Assignment = self._call(
            _ASSIGN,
            (org_id, pupil_id, adult_id, kind, valid_from, valid_to),
            deadline,
            idempotency_key,
            if_revision,
        )
        return _answer

    def end_assignment(
        self,
        *,
        org_id: int,
        pupil_id: int,
        adult_id: int,
        kind: Assistance,
        valid_to: date | None = None,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> None:
        """Ends an assignment.

        org_id: The unit.
        pupil_id: The pupil.
        adult_id: The adult.
        kind: What for.
        valid_to: First day on which it no longer holds; default: today.

        Permission: assignment.manage on the pupil; asks for a recent proof of identity.
        Raises: NotFound (person.not_found, guardian.not_assigned).
        Since 0.1.
        """
        self._call(
            _END_ASSIGNMENT,
            (org_id, pupil_id, adult_id, kind, valid_to),
            deadline,
            idempotency_key,
            if_revision,
        )

    def assignments(
        self,
        *,
        org_id: int,
        pupil_id: int | None = None,
        adult_id: int | None = None,
        deadline: datetime | None = None,
    ) -> Assignments:
        """Who is assigned to whom, from the session's date on.

        org_id: The unit.
        pupil_id: Only of this pupil.
        adult_id: Only of this adult.

        Permission: assignment.read, on each pupil.
        Since 0.1.
        """
        _answer: Assignments = self._call(_ASSIGNMENTS, (org_id, pupil_id, adult_id), deadline, None, None)
        return _answer
