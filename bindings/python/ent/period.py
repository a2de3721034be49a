# Written by bindings/tools/pygen.py from bindings/ent.json; not to be edited.
"""Grading periods: trimesters, half-years, dated by an establishment for everybody, for levels or for divisions."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, NotRequired, TypedDict

from ent import _core
from ent._listing import Listing

if TYPE_CHECKING:
    from dataclasses import dataclass as record
else:
    from ent._record import record

__all__ = ["DatesDict", "Operations", "Periods", "Scheme", "Schemes", "View"]


class DatesDict(TypedDict):
    """A period to be set."""

    name: str
    """As report cards show it: "1er trimestre". 1 to 100 characters."""
    first_day: date
    """First day."""
    last_day: date
    """Last day."""
    coefficient: NotRequired[Decimal]
    """What its averages weigh in those of the year: 0 to 100, at most two decimals."""


@record(frozen=True, slots=True, kw_only=True)
class View:
    """A grading period."""

    id: int
    """Carries its establishment; stays when names and dates change."""
    org_id: int
    """The establishment."""
    school_year: int
    """2026 for 2026-2027."""
    code: str
    """Of the division of the year that it belongs to: "trimestres"."""
    number: int
    """Its place among them: 1 for the first."""
    name: str
    """As report cards show it."""
    first_day: date
    """First day."""
    last_day: date
    """Last day."""
    coefficient: Decimal
    """What its averages weigh in those of the year."""


@record(frozen=True, slots=True, kw_only=True)
class Scheme:
    """How a school year is divided, and for whom."""

    code: str
    """"trimestres"."""
    periods: tuple[View, ...]
    """In their order."""
    levels: tuple[str, ...]
    """For pupils of these levels."""
    division_ids: tuple[int, ...]
    """For the pupils of these divisions. Neither: for all who have none of their own."""


@record(frozen=True, slots=True, kw_only=True)
class Schemes(Listing[Scheme]):
    """The ways in which a school year is divided."""

    items: tuple[Scheme, ...]
    """By code."""


@record(frozen=True, slots=True, kw_only=True)
class Periods(Listing[View]):
    """Grading periods."""

    items: tuple[View, ...]
    """By first day."""


_core.register_record("period::View", View)
_core.register_record("period::Scheme", Scheme)
_core.register_record("period::Schemes", Schemes)
_core.register_record("period::Periods", Periods)
_SET = _core.register_operation("period.set", ("org_id", "school_year", "code", "items", "levels", "division_ids"))
_SCHEMES = _core.register_operation("period.schemes", ("org_id", "school_year"))
_LIST = _core.register_operation("period.list", ("org_id", "division_id", "level", "school_year"))
_GET = _core.register_operation("period.get", ("id",))


class Operations:
    """Grading periods: trimesters, half-years, dated by an establishment for everybody, for levels or for divisions. A
    session has them as `session.period`.
    """

    __slots__ = ("_call",)

    def __init__(self, call: _core.Call) -> None:
        self._call = call

    def set(
        self,
        *,
        org_id: int,
        school_year: int,
        code: str,
        items: Iterable[DatesDict] = (),
        levels: Iterable[str] = (),
        division_ids: Iterable[int] = (),
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> Scheme:
        """Divides a school year of an establishment into periods, in the place of what was set under the same code. The
        first period stays the first, and keeps its id, whatever its name and dates.

        org_id: An establishment.
        school_year: The year in which the school year begins: 2026 for 2026-2027. 1950 to 2200.
        code: Of this division of the year: "trimestres". 1 to 40 characters.
        items: At most 12, in their order and not overlapping. None: it is dropped.
        levels: For pupils of these levels, as in group::View; at most 40.
        division_ids: For the pupils of these divisions of the year; at most 200.

        Permission: period.manage on the establishment.
        Raises: InvalidArgument (text.too_short, text.too_long, field.range, gradebook.too_many_decimals,
            period.empty, period.overlap: it begins before the one before it ends, period.outside_year,
            group.division_unknown), NotFound (org.not_found), AlreadyExists (period.level_taken,
            period.division_taken, period.default_taken: they go by another code), FailedPrecondition (period.held: a
            period that is not open for a group, as gradebook::set_period_state has it, keeps its days, its
            coefficient and the group, its name may change, period.in_use: a period in which bonus or malus points
            were given to a group keeps the group and at least one of its days).
        Since 0.1.
        """
        _answer: Scheme = self._call(
            _SET,
            (org_id, school_year, code, items, levels, division_ids),
            deadline,
            idempotency_key,
            if_revision,
        )
        return _answer

    def schemes(self, *, org_id: int, school_year: int | None = None, deadline: datetime | None = None) -> Schemes:
        """All the ways in which a school year of an establishment is divided.

        org_id: The establishment.
        school_year: Default: that of the session's date, by the unit's turn.

        Permission: period.read on the establishment.
        Raises: NotFound (org.not_found).
        Since 0.1.
        """
        _answer: Schemes = self._call(_SCHEMES, (org_id, school_year), deadline, None, None)
        return _answer

    def list(
        self,
        *,
        org_id: int,
        division_id: int | None = None,
        level: str | None = None,
        school_year: int | None = None,
        deadline: datetime | None = None,
    ) -> Periods:
        """The periods that count for a division or for a pupil of a level: those set for the division, or else for the
        level, or else for the whole establishment. Without a level, those of each level of the division.

        org_id: The establishment.
        division_id: The periods of this division, or else of its levels.
        level: Those of a pupil of this level (of the division, if there is one).
        school_year: Default: that of the session's date, by the unit's turn.

        Permission: period.read on the establishment.
        Raises: InvalidArgument (group.division_unknown), NotFound (org.not_found).
        Since 0.1.
        """
        _answer: Periods = self._call(
            _LIST,
            (org_id, division_id, level, school_year),
            deadline,
            None,
            None,
        )
        return _answer

    def get(self, *, id: int, deadline: datetime | None = None) -> View:
        """One period.

        id: The period.

        Permission: period.read on its establishment.
        Raises: NotFound (period.not_found).
        Since 0.1.
        """
        _answer: View = self._call(_GET, (id,), deadline, None, None)
        return _answer
