# Written by bindings/tools/pygen.py from bindings/ent.json; not to be edited.
"""From one school year to the next: divisions are made anew, people keep their accounts, addresses and history. All of
it can be taken back until it is confirmed.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING, NotRequired, TypedDict

from ent import _core
from ent import person as _person
from ent._listing import Listing

if TYPE_CHECKING:
    from dataclasses import dataclass as record
else:
    from ent._record import record

__all__ = ["Division", "DivisionDict", "Opening", "Openings", "Operations", "Plan", "Pupils"]


class DivisionDict(TypedDict):
    """A division of the year to come."""

    code: str
    """Unique within the year: "5A". 1 to 40 characters."""
    name: str
    """As it is shown. 1 to 200 characters."""
    levels: Iterable[str]
    """As in group::View; at most 20, of 1 to 40 characters."""
    from_ids: NotRequired[Iterable[int]]
    """Divisions of the year that ends whose pupils go on into this one: all of them, or of a division of several levels
    those whose next level this one has.
    """


@record(frozen=True, slots=True, kw_only=True)
class Division:
    """A division of the year to come."""

    code: str
    """Unique within the year: "5A". 1 to 40 characters."""
    name: str
    """As it is shown. 1 to 200 characters."""
    levels: tuple[str, ...]
    """As in group::View; at most 20, of 1 to 40 characters."""
    from_ids: tuple[int, ...]
    """Divisions of the year that ends whose pupils go on into this one: all of them, or of a division of several levels
    those whose next level this one has.
    """


@record(frozen=True, slots=True, kw_only=True)
class Plan:
    """How a school year could begin."""

    school_year: int
    """2027 for 2027-2028."""
    first_day: date
    """As the calendar says; else 1 September, or 1 February where years turn in January."""
    divisions: tuple[Division, ...]
    """Those of the year that ends, each with the divisions that go on into it."""
    placed: int
    """Pupils who go on into one of these divisions."""
    unplaced: int
    """The others: of divisions that go on into none, or of a level that does."""


@record(frozen=True, slots=True, kw_only=True)
class Opening:
    """A school year that was opened."""

    school_year: int
    """2027 for 2027-2028."""
    first_day: date
    """First day of its divisions."""
    confirmed: bool
    """It can no longer be taken back."""
    division_ids: tuple[int, ...]
    """The divisions that it made."""


@record(frozen=True, slots=True, kw_only=True)
class Openings(Listing[Opening]):
    """The school years that were opened."""

    items: tuple[Opening, ...]
    """The earliest first."""


@record(frozen=True, slots=True, kw_only=True)
class Pupils(Listing[_person.Card]):
    """Pupils."""

    items: tuple[_person.Card, ...]
    """By name."""


_core.register_record("school_year::Division", Division)
_core.register_record("school_year::Plan", Plan)
_core.register_record("school_year::Opening", Opening)
_core.register_record("school_year::Openings", Openings)
_core.register_record("school_year::Pupils", Pupils)
_PLAN = _core.register_operation("school_year.plan", ("org_id", "school_year"))
_OPEN = _core.register_operation("school_year.open", ("org_id", "school_year", "divisions", "first_day"))
_CONFIRM = _core.register_operation("school_year.confirm", ("org_id", "school_year"))
_UNDO = _core.register_operation("school_year.undo", ("org_id", "school_year"))
_OPENINGS = _core.register_operation("school_year.openings", ("org_id",))
_UNPLACED = _core.register_operation("school_year.unplaced", ("org_id", "school_year"))


class Operations:
    """From one school year to the next: divisions are made anew, people keep their accounts, addresses and history. All
    of it can be taken back until it is confirmed. A session has them as `session.school_year`.
    """

    __slots__ = ("_call",)

    def __init__(self, call: _core.Call) -> None:
        self._call = call

    def plan(self, *, org_id: int, school_year: int | None = None, deadline: datetime | None = None) -> Plan:
        """Proposes the divisions of the next school year: those of this one, under the same names. A division goes on
        into that whose code comes after its own, where there is one: 6A into 5A, CM1 into CM2, 2B into 1B.

        org_id: The establishment.
        school_year: The year in which it begins; default: the next to begin; to confirm and undo, see there.

        Permission: school_year.rollover on the establishment; asks for a recent proof of identity.
        Raises: InvalidArgument (field.range), NotFound (org.not_found).
        Since 0.1.
        """
        _answer: Plan = self._call(_PLAN, (org_id, school_year), deadline, None, None)
        return _answer

    def open(
        self,
        *,
        org_id: int,
        school_year: int,
        divisions: Iterable[Division | DivisionDict] = (),
        first_day: date | None = None,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> Opening:
        """Opens a school year: makes its divisions, puts into them the pupils who go on with theirs, and ends on its
        first day the divisions and teaching groups of the years before, with who is in them and who teaches them.
        Pupils stay pupils of the school: those who have no division yet are told by unplaced(). Until confirm(),
        undo() takes all of it back.

        org_id: The establishment.
        school_year: The year in which it begins: 2027 for 2027-2028. 1950 to 2200.
        divisions: At most 200: those of plan(), as the school has changed them.
        first_day: First day of the new divisions; default: as plan() says.

        Permission: school_year.rollover on the establishment; asks for a recent proof of identity.
        Raises: InvalidArgument (field.range, text.too_short, text.too_long, school_year.code_repeated,
            school_year.division_repeated: it goes on into two, group.division_unknown, period.outside_year), NotFound
            (org.not_found), AlreadyExists (school_year.opened, group.code_taken), FailedPrecondition
            (school_year.later_opened).
        Since 0.1.
        """
        _answer: Opening = self._call(
            _OPEN,
            (org_id, school_year, divisions, first_day),
            deadline,
            idempotency_key,
            if_revision,
        )
        return _answer

    def confirm(
        self,
        *,
        org_id: int,
        school_year: int | None = None,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> Opening:
        """Makes the opening of a school year final: by default that of the last one that is not confirmed.

        org_id: The establishment.
        school_year: The year in which it begins; default: the next to begin; to confirm and undo, see there.

        Permission: school_year.rollover on the establishment; asks for a recent proof of identity.
        Raises: NotFound (school_year.not_opened), FailedPrecondition (school_year.confirmed).
        Since 0.1.
        """
        _answer: Opening = self._call(
            _CONFIRM,
            (org_id, school_year),
            deadline,
            idempotency_key,
            if_revision,
        )
        return _answer

    def undo(
        self,
        *,
        org_id: int,
        school_year: int | None = None,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> None:
        """Takes the opening of a school year back, by default that of the last one that is not confirmed: its divisions
        are removed, with the homework that was set for them and the slots of their timetables, and all that it ended
        stands again as it stood. What was ended or changed by hand since then stays so; what was added since and ends
        with its group goes on with it. Of several years the last is taken back first; and none once marks or
        evaluations of skills were entered for its divisions.

        org_id: The establishment.
        school_year: The year in which it begins; default: the next to begin; to confirm and undo, see there.

        Permission: school_year.rollover on the establishment; asks for a recent proof of identity.
        Raises: NotFound (school_year.not_opened), FailedPrecondition (school_year.confirmed,
            school_year.later_opened, school_year.in_use).
        Since 0.1.
        """
        self._call(_UNDO, (org_id, school_year), deadline, idempotency_key, if_revision)

    def openings(self, *, org_id: int, deadline: datetime | None = None) -> Openings:
        """The school years of an establishment that were opened.

        org_id: The establishment.

        Permission: calendar.read on the establishment.
        Raises: NotFound (org.not_found).
        Since 0.1.
        """
        _answer: Openings = self._call(_OPENINGS, (org_id,), deadline, None, None)
        return _answer

    def unplaced(self, *, org_id: int, school_year: int | None = None, deadline: datetime | None = None) -> Pupils:
        """The pupils of an establishment who have no division of a school year, by default of the last that was opened,
        while it is neither confirmed nor over, as far as the actor may know of each: on the day of the session while
        the year lasts, before and after that on its first day.

        org_id: The establishment.
        school_year: The year in which it begins; default: the next to begin; to confirm and undo, see there.

        Permission: person.read on each.
        Raises: InvalidArgument (field.range).
        Since 0.1.
        """
        _answer: Pupils = self._call(_UNPLACED, (org_id, school_year), deadline, None, None)
        return _answer
