# Written by bindings/tools/pygen.py from bindings/ent.json; not to be edited.
"""Attendance: registers (roll calls), absences, latenesses and early departures, their justification by the family and
its decision by the school, and the half-days that follow from them.

Nothing is deleted: a correction takes the place of what stood, which stays in the history. Half-days and alerts are
never stored: docs/attendance.md says how they are counted. Times are civil times of the establishment.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time
from datetime import date as _date
from decimal import Decimal
from typing import TYPE_CHECKING, Literal, NotRequired, TypedDict

from ent import _core
from ent import calendar as _calendar
from ent import person as _person
from ent._listing import Listing

if TYPE_CHECKING:
    from dataclasses import dataclass as record
else:
    from ent._record import record

__all__ = ["AlertRule", "AlertRuleDict", "AlertView", "Alerts", "Board", "Counting", "CountingDict", "Decision", "DivisionLine", "DivisionView", "Entry", "Justification", "Justifications", "Kind", "Line", "MarkDict", "MissedHalfDay", "Operations", "Policy", "PupilView", "Reason", "Reasons", "Register", "RegisterState", "RegisterStates", "Taken", "Totals", "Unjustified", "UnjustifiedList", "Version", "Versions", "Window"]

Kind = Literal["absence", "lateness", "departure", "presence"]
"""What was observed of a pupil.

absence: Absence.
lateness: Retard: came, but late.
departure: Départ anticipé: left before the end.
presence: Was elsewhere in the school's charge (infirmary, outing): takes back absences within it.
"""

Decision = Literal["accepted", "refused"]
"""What the school thinks of a reason.

accepted: Accepted as legitimate: the time that it covers is justified.
refused: Refused: it justifies nothing.
"""

Window = Literal["civil_month", "rolling_days"]
"""Over what the half-days of an alert are added up.

civil_month: A month of the calendar.
rolling_days: So many days, from the first half-day that the alert counts.
"""


class MarkDict(TypedDict):
    """One who is not there, or not the whole time, in a register."""

    pupil_id: int
    """A pupil of the register, named once."""
    kind: Kind
    """Absence, lateness or departure."""
    minutes: NotRequired[int | None]
    """Of a lateness: 1 to 300, and less than the register lasts."""
    left_at: NotRequired[time | None]
    """Of a departure."""
    comment: NotRequired[str | None]
    """At most 1 000 characters; empty: none; default: what stands, while kind and time stay."""


class AlertRuleDict(TypedDict):
    """A rule of alert: so many half-days without an accepted reason in a window."""

    half_days: int
    """The threshold: 1 to 124."""
    window: NotRequired[Window]
    """In which they fall."""
    days: NotRequired[int | None]
    """How long a rolling window is, 1 to 62, and required there; a month has none."""
    code: NotRequired[str | None]
    """What the school calls it: 1 to 40 characters, each once."""


class CountingDict(TypedDict):
    """How half-days and latenesses are counted, and what calls for an alert. docs/attendance.md has the rules with
    examples.
    """

    midday: time
    """When the morning ends, for the tolerance: 10:00 to 15:00."""
    tolerance: int
    """Minutes: with the morning missed, the afternoon is where an absence lasts longer; 0 to 300."""
    lateness_below: int
    """Minutes: a shorter absence is a lateness; 0 to 300."""
    alerts: Iterable[AlertRule | AlertRuleDict]
    """At most 10; none: nothing calls for an alert."""
    half_justified_by_part: NotRequired[bool]
    """A half-day is justified when what one of its absences takes of it is; else when all that is missed is."""


@record(frozen=True, slots=True, kw_only=True)
class Taken:
    """What taking a register came to."""

    called: int
    """Pupils in it,"""
    present: int
    """of these there (late ones and those who left too),"""
    absent: int
    """of these absent."""
    entry_ids: tuple[int, ...]
    """What it recorded, in the order of the marks."""
    taken_at: datetime
    """When."""
    revision: int
    """For if_revision of the next take()."""


@record(frozen=True, slots=True, kw_only=True)
class Entry:
    """One absence, lateness, departure or presence elsewhere."""

    id: int
    """Carries its establishment."""
    pupil: _person.Card
    """The pupil."""
    kind: Kind
    """What was observed."""
    date: _date
    """First day."""
    begins: time
    """On the first day."""
    last_date: _date
    """Last day."""
    ends: time | None
    """On the last day; none: the day's end."""
    division_id: int | None
    """Where it comes from the register of a half-day: the division"""
    half_day: _calendar.HalfDay | None
    """and the half-day."""
    lesson_id: int | None
    """Where it comes from the register of a lesson: which."""
    reason_code: str | None
    """A reason that the school gave."""
    decision: Decision | None
    """By that reason, or by justifications that cover its open time together; none: not all is decided."""
    settled: bool
    """The school has dealt with it."""
    comment: str | None
    """For the staff; families are not shown it."""
    withdrawn: bool
    """It was an error, and counts for nothing."""
    revision: int
    """Grows with each change; for if_revision."""


@record(frozen=True, slots=True, kw_only=True)
class Line:
    """A pupil in a register."""

    pupil: _person.Card
    """The pupil."""
    entry: Entry | None
    """What the register says of a pupil who was missing, late, or left."""
    announced: bool
    """An absence of this time is known from elsewhere."""


@record(frozen=True, slots=True, kw_only=True)
class Register:
    """A register."""

    division_id: int | None
    """Of a half-day: the division"""
    half_day: _calendar.HalfDay | None
    """and the half-day."""
    lesson_id: int | None
    """Of a lesson: which."""
    date: _date
    """The day."""
    begins: time
    """When the lesson is, or the school is open:"""
    ends: time
    """from, to."""
    taken: bool
    """Somebody has taken it, and its lesson was not moved to a later time since."""
    called: int
    """Pupils in it,"""
    present: int
    """of these there (late ones and those who left too),"""
    absent: int
    """of these absent."""
    lines: tuple[Line, ...]
    """The pupils whose attendance the actor may read, by name."""
    author: _person.Card | None
    """Who took it last."""
    taken_at: datetime | None
    """When."""
    revision: int
    """0: never taken. For if_revision of the next take()."""


@record(frozen=True, slots=True, kw_only=True)
class RegisterState:
    """Whether a register is taken."""

    division_id: int | None
    """Of a half-day: the division"""
    half_day: _calendar.HalfDay | None
    """and the half-day."""
    lesson_id: int | None
    """Of a lesson: which."""
    division: str
    """The name of the division; of a lesson, those of its groups."""
    begins: time
    """When the lesson is, or the school is open:"""
    ends: time
    """from, to."""
    subject_code: str | None
    """Of a lesson: what is taught"""
    teachers: tuple[_person.Card, ...]
    """and by whom, by name."""
    taken: bool
    """Somebody has taken it, and its lesson was not moved to a later time since."""
    called: int
    """Pupils in it when it was taken; of one not taken, those in the division or the groups."""
    present: int
    """There when it was taken, late ones and those who left too."""
    absent: int
    """Absent when it was taken."""
    taken_at: datetime | None
    """When."""


@record(frozen=True, slots=True, kw_only=True)
class RegisterStates(Listing[RegisterState]):
    """Registers."""

    items: tuple[RegisterState, ...]
    """Those of half-days, by half-day and name, then those of lessons, by time."""


@record(frozen=True, slots=True, kw_only=True)
class Board:
    """A day of a school at a glance."""

    date: _date
    """The day."""
    registers: tuple[RegisterState, ...]
    """As those of registers()."""
    called: int
    """Over the registers that are taken: pupils called,"""
    present: int
    """of these there,"""
    absent: int
    """of these absent."""
    missing: int
    """Registers that are not taken."""
    waiting: int
    """Justifications on which nothing is decided."""
    entries: tuple[Entry, ...]
    """What stands of the day, by beginning, then by name."""


@record(frozen=True, slots=True, kw_only=True)
class Version:
    """An entry as it stood."""

    entry: Entry
    """As it stood."""
    author: _person.Card
    """Who wrote it so."""
    written_at: datetime
    """When."""


@record(frozen=True, slots=True, kw_only=True)
class Versions(Listing[Version]):
    """Versions."""

    items: tuple[Version, ...]
    """From the first to the one that stands."""


@record(frozen=True, slots=True, kw_only=True)
class Justification:
    """What a family gives as the reason of absences."""

    id: int
    """Carries its establishment."""
    pupil: _person.Card
    """The pupil."""
    author: _person.Card
    """Who gave it."""
    date: _date
    """What it covers: first day,"""
    begins: time | None
    """and time; none: the day's beginning,"""
    last_date: _date
    """to the last day,"""
    ends: time | None
    """and time; none: the day's end."""
    reason_code: str | None
    """One of reasons() that families may give."""
    text: str
    """In their words."""
    written_at: datetime
    """When it was given."""
    decision: Decision | None
    """None: it waits."""
    answer: str | None
    """What the school says to it."""
    decided_at: datetime | None
    """When."""
    revision: int
    """Grows with each change; for if_revision."""


@record(frozen=True, slots=True, kw_only=True)
class Justifications(Listing[Justification]):
    """Justifications."""

    items: tuple[Justification, ...]
    """By day, then as they came."""


@record(frozen=True, slots=True, kw_only=True)
class MissedHalfDay:
    """A half-day that a pupil missed."""

    date: _date
    """The day."""
    half_day: _calendar.HalfDay
    """Which half."""
    justified: bool
    """Reasons that were accepted cover together what was missed of it."""
    minutes: int
    """Of open time missed."""


@record(frozen=True, slots=True, kw_only=True)
class Totals:
    """Figures of attendance."""

    half_days: int
    """Missed,"""
    justified_half_days: int
    """of these justified,"""
    unjustified_half_days: int
    """of these not."""
    missed_minutes: int
    """Of open time, latenesses left out."""
    latenesses: int
    """Latenesses,"""
    lateness_minutes: int
    """and their minutes in all."""


@record(frozen=True, slots=True, kw_only=True)
class AlertRule:
    """A rule of alert: so many half-days without an accepted reason in a window."""

    half_days: int
    """The threshold: 1 to 124."""
    window: Window
    """In which they fall."""
    days: int | None
    """How long a rolling window is, 1 to 62, and required there; a month has none."""
    code: str | None
    """What the school calls it: 1 to 40 characters, each once."""


@record(frozen=True, slots=True, kw_only=True)
class AlertView:
    """What absenteeism calls for."""

    first_date: date
    """The window: its first day,"""
    last_date: date
    """and its last."""
    half_days: int
    """Unjustified, in the window."""
    reached_on: date
    """When the threshold was reached."""
    rule: AlertRule
    """What calls for it."""


@record(frozen=True, slots=True, kw_only=True)
class PupilView:
    """The attendance of a pupil."""

    entries: tuple[Entry, ...]
    """What stands, by beginning."""
    justifications: tuple[Justification, ...]
    """By day."""
    half_days: tuple[MissedHalfDay, ...]
    """Missed, in their order."""
    totals: Totals
    """Of the span asked for."""
    alerts: tuple[AlertView, ...]
    """Those that the half-days of the span call for, rule by rule as the policy has them, then by day."""


@record(frozen=True, slots=True, kw_only=True)
class Unjustified:
    """A pupil with half-days that nothing justifies."""

    pupil: _person.Card
    """The pupil."""
    half_days: tuple[MissedHalfDay, ...]
    """Those without an accepted reason, in their order."""
    totals: Totals
    """Of the span asked for."""
    alerts: tuple[AlertView, ...]
    """Those that the half-days of the span call for, rule by rule as the policy has them, then by day."""


@record(frozen=True, slots=True, kw_only=True)
class UnjustifiedList(Listing[Unjustified]):
    """Pupils with half-days that nothing justifies."""

    items: tuple[Unjustified, ...]
    """Those with most of them first, then by name."""


@record(frozen=True, slots=True, kw_only=True)
class Reason:
    """A reason that a school uses."""

    code: str
    """Unique in the unit."""
    name: str
    """As it is shown."""
    for_absence: bool
    """May be given for an absence or a departure."""
    for_lateness: bool
    """May be given for a lateness."""
    legitimate: bool
    """What the school records with it is justified at once."""
    by_family: bool
    """A family may give it."""
    in_use: bool
    """Else it stays with what was recorded with it, and is given no more."""
    org_id: int | None
    """The unit that set it; none: it comes with the library."""


@record(frozen=True, slots=True, kw_only=True)
class Reasons(Listing[Reason]):
    """Reasons."""

    items: tuple[Reason, ...]
    """By code."""


@record(frozen=True, slots=True, kw_only=True)
class Counting:
    """How half-days and latenesses are counted, and what calls for an alert. docs/attendance.md has the rules with
    examples.
    """

    midday: time
    """When the morning ends, for the tolerance: 10:00 to 15:00."""
    tolerance: int
    """Minutes: with the morning missed, the afternoon is where an absence lasts longer; 0 to 300."""
    lateness_below: int
    """Minutes: a shorter absence is a lateness; 0 to 300."""
    alerts: tuple[AlertRule, ...]
    """At most 10; none: nothing calls for an alert."""
    half_justified_by_part: bool
    """A half-day is justified when what one of its absences takes of it is; else when all that is missed is."""


@record(frozen=True, slots=True, kw_only=True)
class Policy:
    """What a unit goes by."""

    counting: Counting
    """How it counts."""
    org_id: int | None
    """The unit that says so; none: it comes with the library."""


@record(frozen=True, slots=True, kw_only=True)
class DivisionLine:
    """The attendance of a pupil of a class."""

    pupil: _person.Card
    """The pupil."""
    totals: Totals
    """Of the days on which they are in the division and a pupil of the school."""
    expected: int
    """Half-days on which school is on those days."""
    absence_rate: Decimal | None
    """Of these missed, percent with two decimals; none: nothing was expected."""


@record(frozen=True, slots=True, kw_only=True)
class DivisionView(Listing[DivisionLine]):
    """The attendance of a class."""

    items: tuple[DivisionLine, ...]
    """The pupils who are in it on some of the days and whose attendance the actor may read, by name."""
    totals: Totals
    """Of all who are in it."""
    expected: int
    """Half-days of all pupils in all."""
    absence_rate: Decimal | None
    """Half-days missed of those expected, percent with two decimals; none: nothing was expected."""


@record(frozen=True, slots=True, kw_only=True)
class Alerts(Listing[AlertView]):
    """Alerts."""

    items: tuple[AlertView, ...]
    """Rule by rule as the policy has them, then by day."""


_core.register_record("attendance::Taken", Taken)
_core.register_record("attendance::Entry", Entry)
_core.register_record("attendance::Line", Line)
_core.register_record("attendance::Register", Register)
_core.register_record("attendance::RegisterState", RegisterState)
_core.register_record("attendance::RegisterStates", RegisterStates)
_core.register_record("attendance::Board", Board)
_core.register_record("attendance::Version", Version)
_core.register_record("attendance::Versions", Versions)
_core.register_record("attendance::Justification", Justification)
_core.register_record("attendance::Justifications", Justifications)
_core.register_record("attendance::MissedHalfDay", MissedHalfDay)
_core.register_record("attendance::Totals", Totals)
_core.register_record("attendance::AlertRule", AlertRule)
_core.register_record("attendance::AlertView", AlertView)
_core.register_record("attendance::PupilView", PupilView)
_core.register_record("attendance::Unjustified", Unjustified)
_core.register_record("attendance::UnjustifiedList", UnjustifiedList)
_core.register_record("attendance::Reason", Reason)
_core.register_record("attendance::Reasons", Reasons)
_core.register_record("attendance::Counting", Counting)
_core.register_record("attendance::Policy", Policy)
_core.register_record("attendance::DivisionLine", DivisionLine)
_core.register_record("attendance::DivisionView", DivisionView)
_core.register_record("attendance::Alerts", Alerts)
_TAKE = _core.register_operation("attendance.take", ("marks", "division_id", "date", "half_day", "lesson_id"))
_GET_REGISTER = _core.register_operation("attendance.get_register", ("division_id", "date", "half_day", "lesson_id"))
_REGISTERS = _core.register_operation("attendance.registers", ("org_id", "date", "taken"))
_BOARD = _core.register_operation("attendance.board", ("org_id", "date"))
_RECORD = _core.register_operation(
    "attendance.record",
    ("org_id", "pupil_id", "kind", "date", "begins", "last_date", "ends", "reason_code", "comment"),
)
_CORRECT = _core.register_operation(
    "attendance.correct",
    ("id", "kind", "date", "begins", "last_date", "ends", "reason_code", "comment", "withdrawn"),
)
_SETTLE = _core.register_operation("attendance.settle", ("org_id", "entry_ids", "settled"))
_HISTORY = _core.register_operation("attendance.history", ("id",))
_JUSTIFY = _core.register_operation(
    "attendance.justify",
    ("org_id", "pupil_id", "date", "text", "begins", "last_date", "ends", "reason_code"),
)
_DECIDE = _core.register_operation("attendance.decide", ("id", "decision", "answer"))
_JUSTIFICATIONS = _core.register_operation(
    "attendance.justifications",
    ("org_id", "first_date", "last_date", "waiting"),
)
_OF_PUPIL = _core.register_operation("attendance.of_pupil", ("org_id", "pupil_id", "first_date", "last_date"))
_UNJUSTIFIED = _core.register_operation("attendance.unjustified", ("org_id", "first_date", "last_date", "at_least"))
_REASONS = _core.register_operation("attendance.reasons", ("org_id",))
_SET_REASON = _core.register_operation(
    "attendance.set_reason",
    ("org_id", "code", "name", "for_absence", "for_lateness", "legitimate", "by_family", "in_use"),
)
_POLICY = _core.register_operation("attendance.policy", ("org_id",))
_SET_POLICY = _core.register_operation("attendance.set_policy", ("org_id", "counting"))
_OF_DIVISION = _core.register_operation("attendance.of_division", ("group_id", "first_date", "last_date"))
_ABSENTEEISM = _core.register_operation("attendance.absenteeism", ("org_id", "pupil_id", "first_date", "last_date"))


class Operations:
    """Attendance: registers (roll calls), absences, latenesses and early departures, their justification by the family
    and its decision by the school, and the half-days that follow from them.

    Nothing is deleted: a correction takes the place of what stood, which stays in the history. Half-days and alerts
    are never stored: docs/attendance.md says how they are counted. Times are civil times of the establishment. A
    session has them as `session.attendance`.
    """

    __slots__ = ("_call",)

    def __init__(self, call: _core.Call) -> None:
        self._call = call

    def take(
        self,
        *,
        marks: Iterable[MarkDict],
        division_id: int | None = None,
        date: date | None = None,
        half_day: _calendar.HalfDay | None = None,
        lesson_id: int | None = None,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> Taken:
        """Takes the register of a lesson, or of a division for a half-day, in one call. That of a lesson calls the
        pupils who are in its groups on its day, and goes where the lesson is moved; a cancelled lesson has none.
        Taken again, with the revision that was read, it replaces what stood: who is no longer named was there. The
        guardians who are told of daily life get a delivery about each pupil who is missing, late or left, unless they
        have been told of the same half-day.

        marks: Those who are not there, or not the whole time. Empty: nobody is missing.
        division_id: The division,
        date: the day
        half_day: and the half-day.
        lesson_id: The lesson.

        Permission: attendance.take on the division, or on a group of the lesson; a teacher, who of a lesson is the
            one that gives it, to the end of the day. Nobody takes a register more than 15 minutes before it begins.
        Raises: InvalidArgument (attendance.one_register, attendance.not_on_register, attendance.named_twice,
            attendance.kind_unexpected, attendance.minutes_missing, attendance.time_missing, attendance.time_outside,
            field.range, text.too_short, text.too_long), NotFound (group.not_found, timetable.no_lesson),
            FailedPrecondition (attendance.closed, attendance.not_a_division, attendance.pause, attendance.to_come,
            timetable.cancelled), Conflict (attendance.taken: it was, and no revision was given, call.stale_revision).
        Since 0.1.
        """
        _answer: Taken = self._call(
            _TAKE,
            (marks, division_id, date, half_day, lesson_id),
            deadline,
            idempotency_key,
            if_revision,
        )
        return _answer

    def get_register(
        self,
        *,
        division_id: int | None = None,
        date: date | None = None,
        half_day: _calendar.HalfDay | None = None,
        lesson_id: int | None = None,
        deadline: datetime | None = None,
    ) -> Register:
        """A register: who is in it, who is expected not to come, and what was taken.

        division_id: The division,
        date: the day
        half_day: and the half-day.
        lesson_id: The lesson.

        Permission: attendance.read on the division, or on a group of the lesson, by the staff.
        Raises: InvalidArgument (attendance.one_register), NotFound (group.not_found, timetable.no_lesson),
            FailedPrecondition (attendance.closed, attendance.not_a_division, attendance.pause, timetable.cancelled).
        Since 0.1.
        """
        _answer: Register = self._call(
            _GET_REGISTER,
            (division_id, date, half_day, lesson_id),
            deadline,
            None,
            None,
        )
        return _answer

    def registers(
        self,
        *,
        org_id: int,
        date: date | None = None,
        taken: bool | None = None,
        deadline: datetime | None = None,
    ) -> RegisterStates:
        """The registers of a day: taken and not taken. In a school of the second degree that has lessons on the day they
        are those of its lessons, else those of its divisions for each half-day on which it is open; what was taken is
        told in any case.

        org_id: The establishment.
        date: The day; default: the session's date.
        taken: Only those that are, or are not, taken.

        Permission: attendance.read, on each division, or on a group of each lesson, by the staff.
        Raises: NotFound (org.not_found).
        Since 0.1.
        """
        _answer: RegisterStates = self._call(_REGISTERS, (org_id, date, taken), deadline, None, None)
        return _answer

    def board(self, *, org_id: int, date: date | None = None, deadline: datetime | None = None) -> Board:
        """What a school knows of a day, as soon as it is recorded.

        org_id: The establishment.
        date: The day; default: the session's date.

        Permission: attendance.read on the unit, by its staff.
        Raises: NotFound (org.not_found).
        Since 0.1.
        """
        _answer: Board = self._call(_BOARD, (org_id, date), deadline, None, None)
        return _answer

    def record(
        self,
        *,
        org_id: int,
        pupil_id: int,
        kind: Kind,
        date: date,
        begins: time | None = None,
        last_date: date | None = None,
        ends: time | None = None,
        reason_code: str | None = None,
        comment: str | None = None,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> Entry:
        """Records what the office of school life knows of a pupil: an absence of hours or days, a lateness, a departure.
        The guardians who are told of daily life get a delivery (docs/outbox.md) unless something told them of the
        same half-day. What stands already is answered as it is.

        org_id: The establishment.
        pupil_id: A pupil there.
        kind: What was observed.
        date: First day.
        begins: Default: the day's beginning. Required for a lateness and a departure.
        last_date: At most 366 days in all; default: the first. A lateness ends on its day.
        ends: After the beginning; default: the day's end. Required for a lateness.
        reason_code: One of reasons().
        comment: 1 to 1 000 characters.

        Permission: attendance.edit on the pupil.
        Raises: InvalidArgument (attendance.time_missing, attendance.time_unexpected, attendance.span_empty,
            attendance.span_too_long, attendance.reason_unknown, attendance.reason_unfit, text.too_short,
            text.too_long), NotFound (person.not_found), FailedPrecondition (attendance.not_a_pupil).
        Since 0.1.
        """
        _answer: Entry = self._call(
            _RECORD,
            (org_id, pupil_id, kind, date, begins, last_date, ends, reason_code, comment),
            deadline,
            idempotency_key,
            if_revision,
        )
        return _answer

    def correct(
        self,
        *,
        id: int,
        kind: Kind | None = None,
        date: date | None = None,
        begins: time | None = None,
        last_date: date | None = None,
        ends: time | None = None,
        reason_code: str | None = None,
        comment: str | None = None,
        withdrawn: bool | None = None,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> Entry:
        """Corrects an entry, and raises the revision of the register that it comes from. How it stood before is kept;
        what changes nothing leaves it as it is, with its revision. The guardians who are told of daily life get
        deliveries of what is new to them.

        id: The entry.
        kind: What was observed.
        date: First day.
        begins: On the first day.
        last_date: Last day.
        ends: On the last day.
        reason_code: One of reasons(); the empty text takes the reason away.
        comment: At most 1 000 characters; the empty text takes it away.
        withdrawn: True: it was an error. False: it was none after all.

        Permission: attendance.edit on the pupil.
        Raises: InvalidArgument (attendance.time_missing, attendance.time_unexpected, attendance.span_empty,
            attendance.span_too_long, attendance.reason_unknown, attendance.reason_unfit, text.too_long), NotFound
            (attendance.entry_not_found), FailedPrecondition (attendance.not_a_pupil), Conflict (call.stale_revision).
        Since 0.1.
        """
        _answer: Entry = self._call(
            _CORRECT,
            (id, kind, date, begins, last_date, ends, reason_code, comment, withdrawn),
            deadline,
            idempotency_key,
            if_revision,
        )
        return _answer

    def settle(
        self,
        *,
        org_id: int,
        entry_ids: Iterable[int],
        settled: bool = True,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> None:
        """Says that the school has dealt with absences: a fact apart from reason and decision.

        org_id: The establishment.
        entry_ids: 1 to 200 of its entries.
        settled: False: it is to be dealt with after all.

        Permission: attendance.validate on the unit.
        Raises: InvalidArgument (field.range, attendance.entry_not_found), NotFound (org.not_found).
        Since 0.1.
        """
        self._call(
            _SETTLE,
            (org_id, entry_ids, settled),
            deadline,
            idempotency_key,
            if_revision,
        )

    def history(self, *, id: int, deadline: datetime | None = None) -> Versions:
        """How an entry stood from its beginning on, and who wrote it so.

        id: The entry.

        Permission: attendance.validate on the pupil.
        Raises: NotFound (attendance.entry_not_found).
        Since 0.1.
        """
        _answer: Versions = self._call(_HISTORY, (id,), deadline, None, None)
        return _answer

    def justify(
        self,
        *,
        org_id: int,
        pupil_id: int,
        date: date,
        text: str,
        begins: time | None = None,
        last_date: date | None = None,
        ends: time | None = None,
        reason_code: str | None = None,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> Justification:
        """Gives the reason of absences within a span of time, past or to come. Each stands as it is given; the school
        decides.

        org_id: The establishment.
        pupil_id: The pupil.
        date: First day that it covers.
        text: In their words: 1 to 2 000 characters.
        begins: Default: the day's beginning.
        last_date: At most 366 days in all; default: the first.
        ends: Default: the day's end.
        reason_code: One of reasons() that families may give.

        Permission: attendance.justify on the pupil: a guardian who decides on usual acts, a pupil of age, the school.
        Raises: InvalidArgument (attendance.span_empty, attendance.span_too_long, attendance.reason_unknown,
            attendance.reason_unfit, text.too_short, text.too_long), NotFound (person.not_found), FailedPrecondition
            (attendance.not_a_pupil).
        Since 0.1.
        """
        _answer: Justification = self._call(
            _JUSTIFY,
            (org_id, pupil_id, date, text, begins, last_date, ends, reason_code),
            deadline,
            idempotency_key,
            if_revision,
        )
        return _answer

    def decide(
        self,
        *,
        id: int,
        decision: Decision,
        answer: str | None = None,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> Justification:
        """Accepts or refuses a justification: the time that accepted ones cover together is justified. A decision may be
        changed. The guardians who are told of daily life get a delivery.

        id: The justification.
        decision: What the school thinks of it.
        answer: To the family: 1 to 1 000 characters.

        Permission: attendance.validate on the pupil.
        Raises: InvalidArgument (text.too_short, text.too_long), NotFound (attendance.justification_not_found),
            Conflict (call.stale_revision).
        Since 0.1.
        """
        _answer: Justification = self._call(
            _DECIDE,
            (id, decision, answer),
            deadline,
            idempotency_key,
            if_revision,
        )
        return _answer

    def justifications(
        self,
        *,
        org_id: int,
        first_date: date | None = None,
        last_date: date | None = None,
        waiting: bool = True,
        deadline: datetime | None = None,
    ) -> Justifications:
        """The justifications that a school has been given.

        org_id: The establishment.
        first_date: Those that cover a day from here on; default: 61 days before the last.
        last_date: At most 61 days later; default: 61 days after the first, or after the session's date.
        waiting: Only those on which nothing is decided.

        Permission: attendance.read on the unit, by its staff.
        Raises: InvalidArgument (field.range), NotFound (org.not_found).
        Since 0.1.
        """
        _answer: Justifications = self._call(
            _JUSTIFICATIONS,
            (org_id, first_date, last_date, waiting),
            deadline,
            None,
            None,
        )
        return _answer

    def of_pupil(
        self,
        *,
        org_id: int,
        pupil_id: int,
        first_date: date | None = None,
        last_date: date | None = None,
        deadline: datetime | None = None,
    ) -> PupilView:
        """Absences, justifications, half-days and totals of a pupil over at most 62 days.

        org_id: The establishment.
        pupil_id: The pupil.
        first_date: Default: the first of the month of the last.
        last_date: At most 61 days later; default: the last of the month of the first, or of the session's date.

        Permission: attendance.read on the pupil.
        Raises: InvalidArgument (field.range), NotFound (person.not_found).
        Since 0.1.
        """
        _answer: PupilView = self._call(
            _OF_PUPIL,
            (org_id, pupil_id, first_date, last_date),
            deadline,
            None,
            None,
        )
        return _answer

    def unjustified(
        self,
        *,
        org_id: int,
        first_date: date | None = None,
        last_date: date | None = None,
        at_least: int = 1,
        deadline: datetime | None = None,
    ) -> UnjustifiedList:
        """The pupils of a school with half-days that no accepted reason justifies.

        org_id: The establishment.
        first_date: Default: the first of the month of the last.
        last_date: At most 61 days later; default: the last of the month of the first, or of the session's date.
        at_least: Only pupils with so many half-days without an accepted reason: 1 to 200.

        Permission: attendance.read on the unit, by its staff.
        Raises: InvalidArgument (field.range), NotFound (org.not_found).
        Since 0.1.
        """
        _answer: UnjustifiedList = self._call(
            _UNJUSTIFIED,
            (org_id, first_date, last_date, at_least),
            deadline,
            None,
            None,
        )
        return _answer

    def reasons(self, *, org_id: int, deadline: datetime | None = None) -> Reasons:
        """The reasons of a unit: its own, those of the units above it that it has not set anew, and those that come with
        the library.

        org_id: The unit.

        Permission: org.read on the unit.
        Raises: NotFound (org.not_found).
        Since 0.1.
        """
        _answer: Reasons = self._call(_REASONS, (org_id,), deadline, None, None)
        return _answer

    def set_reason(
        self,
        *,
        org_id: int,
        code: str,
        name: str,
        for_absence: bool = True,
        for_lateness: bool = False,
        legitimate: bool = False,
        by_family: bool = False,
        in_use: bool = True,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> Reason:
        """Sets a reason of a unit and of those below it; one of the same code from above, or of the library, is replaced
        there.

        org_id: The unit: establishment, academy, ...
        code: 1 to 40 characters.
        name: 1 to 200 characters.
        for_absence: May be given for an absence or a departure.
        for_lateness: May be given for a lateness.
        legitimate: What the school records with it is justified at once.
        by_family: A family may give it.
        in_use: False: is given no more.

        Permission: attendance.manage on the unit.
        Raises: InvalidArgument (text.too_short, text.too_long), NotFound (org.not_found).
        Since 0.1.
        """
        _answer: Reason = self._call(
            _SET_REASON,
            (org_id, code, name, for_absence, for_lateness, legitimate, by_family, in_use),
            deadline,
            idempotency_key,
            if_revision,
        )
        return _answer

    def policy(self, *, org_id: int, deadline: datetime | None = None) -> Policy:
        """How a unit counts attendance: as it says itself, or else the nearest unit above it, or else the library:
        midday at 11:50, a tolerance of 105 minutes, latenesses below 30, an alert from four half-days in a month on
        (Code de l'éducation, L131-8).

        org_id: The unit.

        Permission: org.read on the unit.
        Raises: NotFound (org.not_found).
        Since 0.1.
        """
        _answer: Policy = self._call(_POLICY, (org_id,), deadline, None, None)
        return _answer

    def set_policy(
        self,
        *,
        org_id: int,
        counting: Counting | CountingDict | None = None,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> Policy:
        """Says how a unit counts attendance, and answers what it goes by from now on. Half-days are stored nowhere:
        those of days gone by are counted so too. Reports that were published keep their figures.

        org_id: A unit; it holds in those below it that say nothing themselves.
        counting: All of it; none: the unit says nothing any more, and goes by those above it.

        Permission: attendance.manage on the unit.
        Raises: InvalidArgument (field.missing, field.range, field.repeated, text.too_short, text.too_long), NotFound
            (org.not_found).
        Since 0.1.
        """
        _answer: Policy = self._call(
            _SET_POLICY,
            (org_id, counting),
            deadline,
            idempotency_key,
            if_revision,
        )
        return _answer

    def of_division(
        self,
        *,
        group_id: int,
        first_date: date | None = None,
        last_date: date | None = None,
        deadline: datetime | None = None,
    ) -> DivisionView:
        """The attendance of a class over at most 62 days, pupil by pupil and in all. Of pupils who come or leave it
        counts the days on which they are in the class.

        group_id: A division.
        first_date: Default: the first of the month of the last.
        last_date: At most 61 days later; default: the last of the month of the first, or of the session's date.

        Permission: attendance.read on the division, by the staff.
        Raises: InvalidArgument (field.range, group.not_division), NotFound (group.not_found).
        Since 0.1.
        """
        _answer: DivisionView = self._call(
            _OF_DIVISION,
            (group_id, first_date, last_date),
            deadline,
            None,
            None,
        )
        return _answer

    def absenteeism(
        self,
        *,
        org_id: int,
        pupil_id: int,
        first_date: date | None = None,
        last_date: date | None = None,
        deadline: datetime | None = None,
    ) -> Alerts:
        """The alerts that the half-days of a pupil call for over at most 62 days, without the days and reasons: what the
        parents of a pupil of age who has closed the rest to them are still told.

        org_id: The establishment.
        pupil_id: The pupil.
        first_date: Default: the first of the month of the last.
        last_date: At most 61 days later; default: the last of the month of the first, or of the session's date.

        Permission: attendance.alert.read on the pupil.
        Raises: InvalidArgument (field.range), NotFound (person.not_found).
        Since 0.1.
        """
        _answer: Alerts = self._call(
            _ABSENTEEISM,
            (org_id, pupil_id, first_date, last_date),
            deadline,
            None,
            None,
        )
        return _answer
