# Written by bindings/tools/pygen.py from bindings/ent.json; not to be edited.
"""The timetable: weekly slots, the lessons that follow from them, what is changed of a lesson, and what clashes.

Times are those of the clock on the school's wall. A lesson is never stored: it is a slot in one of its weeks, and
keeps its id wherever it is moved.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time
from datetime import date as _date
from typing import TYPE_CHECKING, Literal, NotRequired, TypedDict

from ent import _core
from ent import calendar as _calendar
from ent import person as _person
from ent._listing import Listing

if TYPE_CHECKING:
    from dataclasses import dataclass as record
else:
    from ent._record import record

__all__ = ["Clash", "Clashes", "Kind", "Lesson", "LessonGroup", "LessonRef", "LessonRoom", "Lessons", "NewSlotDict", "Operations", "Placing", "Shared", "Slot", "Slots"]

Kind = Literal["lesson", "pause", "school_life", "other"]
"""What takes place.

lesson: Cours.
pause: Récréation, repas.
school_life: Permanence, heure de vie de classe.
other: Anything else.
"""

Shared = Literal["teacher", "room", "group"]
"""What two lessons have in common at one time.

teacher: The same person gives both.
room: Both are in the same room.
group: Pupils attend both: the same group, one drawn out of the other, or groups with common members.
"""


class NewSlotDict(TypedDict):
    """A slot to be added."""

    weekday: _calendar.Weekday
    """On which day of each week."""
    begins: time
    """First minute."""
    ends: time
    """The minute after the last; later than `begins`."""
    subject_code: NotRequired[str | None]
    """1 to 40 characters; none: a half-day of the first degree, a meal..."""
    group_ids: NotRequired[Iterable[int]]
    """At most 20."""
    teacher_ids: NotRequired[Iterable[int]]
    """At most 10 people known in the school."""
    room_ids: NotRequired[Iterable[int]]
    """At most 10."""
    kind: NotRequired[Kind | None]
    """Default: a lesson."""
    label: NotRequired[str | None]
    """Shown beside the subject, or in its place: 1 to 100 characters."""
    alternance: NotRequired[str | None]
    """Only in the weeks of this alternance of the calendar: 1 to 20 characters."""


@record(frozen=True, slots=True, kw_only=True)
class Slot:
    """A weekly place of the timetable, as it stands from a day on."""

    id: int
    """Carries its establishment."""
    weekday: _calendar.Weekday
    """On which day of each week."""
    begins: time
    """First minute."""
    ends: time
    """The minute after the last."""
    kind: Kind
    """What takes place."""
    subject_code: str | None
    """What is taught."""
    label: str | None
    """Shown beside the subject, or in its place."""
    group_ids: tuple[int, ...]
    """To whom."""
    teacher_ids: tuple[int, ...]
    """By whom."""
    room_ids: tuple[int, ...]
    """Where."""
    alternance: str | None
    """Only in the weeks of this alternance; none: in every week."""
    valid_from: date
    """First day of this state."""
    valid_to: date
    """First day on which it no longer holds."""
    revision: int
    """Grows with each change; for if_revision."""


@record(frozen=True, slots=True, kw_only=True)
class Slots(Listing[Slot]):
    """Slots."""

    items: tuple[Slot, ...]
    """From Monday morning on; those that were added, as they were given."""


@record(frozen=True, slots=True, kw_only=True)
class LessonGroup:
    """A group of a lesson."""

    id: int
    """The group."""
    name: str
    """As it is shown."""


@record(frozen=True, slots=True, kw_only=True)
class LessonRoom:
    """A room of a lesson."""

    id: int
    """The room."""
    code: str
    """"B204"."""


@record(frozen=True, slots=True, kw_only=True)
class Lesson:
    """One lesson."""

    id: int
    """Stays the same when the lesson is moved, or its slot changed."""
    slot_id: int
    """The slot that it follows from."""
    org_id: int
    """The establishment."""
    kind: Kind
    """What takes place."""
    date: _date
    """On which day."""
    begins: time
    """First minute, by the clock on the wall."""
    ends: time
    """The minute after the last."""
    begins_at: datetime
    """`date` and `begins` in the time zone of the establishment."""
    ends_at: datetime
    """Likewise of `ends`."""
    subject_code: str | None
    """What is taught."""
    subject_name: str | None
    """Its name in the establishment."""
    colour: str | None
    """Its colour there: "#1F77B4"."""
    label: str | None
    """Shown beside the subject, or in its place."""
    groups: tuple[LessonGroup, ...]
    """To whom, by name."""
    teachers: tuple[_person.Card, ...]
    """By whom, by name."""
    rooms: tuple[LessonRoom, ...]
    """Where, by code."""
    cancelled: bool
    """It does not take place."""
    moved: bool
    """To another day, time or room than its slot says."""
    replaced: bool
    """Another teacher or subject than its slot says."""
    planned_date: _date | None
    """Of one that was moved to another time: the day in its slot,"""
    planned_begins: time | None
    """and the time."""
    reason: str | None
    """Why it was cancelled, moved or replaced, where that was said."""


@record(frozen=True, slots=True, kw_only=True)
class Lessons(Listing[Lesson]):
    """Lessons."""

    items: tuple[Lesson, ...]
    """In the order of their time; those that were cancelled among them."""


@record(frozen=True, slots=True, kw_only=True)
class LessonRef:
    """What identifies a lesson."""

    id: int
    """The lesson."""
    slot_id: int
    """Its slot."""
    date: _date
    """Its day."""


@record(frozen=True, slots=True, kw_only=True)
class Clash:
    """Two lessons that cannot both take place."""

    shared: Shared
    """What they have in common."""
    lesson_id: int
    """The one; of can_place(), the lesson that is to be placed."""
    other_id: int
    """The other."""
    date: _date
    """On which day."""
    begins: time
    """From when on both take place"""
    ends: time
    """until when."""
    person_ids: tuple[int, ...]
    """The teachers of both."""
    room_ids: tuple[int, ...]
    """The rooms of both."""
    group_ids: tuple[int, ...]
    """The groups of `lesson_id` that meet one of the other."""
    other_org_id: int | None
    """Where the other lesson is in another establishment: which."""


@record(frozen=True, slots=True, kw_only=True)
class Clashes(Listing[Clash]):
    """Clashes."""

    items: tuple[Clash, ...]
    """In the order of time."""


@record(frozen=True, slots=True, kw_only=True)
class Placing:
    """Whether a lesson can go somewhere."""

    fits: bool
    """Nothing is against it."""
    items: tuple[Clash, ...]
    """What is against it."""
    closed: bool
    """The school is closed then, or none of its groups is there any more."""


_core.register_record("timetable::Slot", Slot)
_core.register_record("timetable::Slots", Slots)
_core.register_record("timetable::LessonGroup", LessonGroup)
_core.register_record("timetable::LessonRoom", LessonRoom)
_core.register_record("timetable::Lesson", Lesson)
_core.register_record("timetable::Lessons", Lessons)
_core.register_record("timetable::LessonRef", LessonRef)
_core.register_record("timetable::Clash", Clash)
_core.register_record("timetable::Clashes", Clashes)
_core.register_record("timetable::Placing", Placing)
_ADD_SLOTS = _core.register_operation("timetable.add_slots", ("org_id", "items", "valid_to", "valid_from"))
_CHANGE_SLOT = _core.register_operation(
    "timetable.change_slot",
    ("id", "weekday", "begins", "ends", "subject_code", "label", "group_ids", "teacher_ids", "room_ids", "alternance", "valid_from"),
)
_END_SLOT = _core.register_operation("timetable.end_slot", ("id", "valid_to"))
_SLOTS = _core.register_operation("timetable.slots", ("org_id", "group_id"))
_LESSONS = _core.register_operation(
    "timetable.lessons",
    ("first_day", "last_day", "org_id", "person_id", "group_id", "room_id"),
)
_ADD_LESSON = _core.register_operation(
    "timetable.add_lesson",
    ("org_id", "date", "begins", "ends", "subject_code", "group_ids", "teacher_ids", "room_ids", "kind", "label"),
)
_CANCEL_LESSON = _core.register_operation("timetable.cancel_lesson", ("id", "reason"))
_MOVE_LESSON = _core.register_operation(
    "timetable.move_lesson",
    ("id", "date", "begins", "ends", "room_ids", "reason"),
)
_REPLACE = _core.register_operation("timetable.replace", ("id", "teacher_ids", "subject_code", "reason"))
_RESTORE_LESSON = _core.register_operation("timetable.restore_lesson", ("id",))
_CLASHES = _core.register_operation("timetable.clashes", ("org_id", "first_day", "last_day"))
_OWN_CLASHES = _core.register_operation("timetable.own_clashes", ("first_day", "last_day"))
_CAN_PLACE = _core.register_operation(
    "timetable.can_place",
    ("id", "date", "begins", "ends", "room_ids", "teacher_ids"),
)


class Operations:
    """The timetable: weekly slots, the lessons that follow from them, what is changed of a lesson, and what clashes.

    Times are those of the clock on the school's wall. A lesson is never stored: it is a slot in one of its weeks, and
    keeps its id wherever it is moved. A session has them as `session.timetable`.
    """

    __slots__ = ("_call",)

    def __init__(self, call: _core.Call) -> None:
        self._call = call

    def add_slots(
        self,
        *,
        org_id: int,
        items: Iterable[NewSlotDict],
        valid_to: date,
        valid_from: date | None = None,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> Slots:
        """Adds weekly slots to the timetable of a school.

        org_id: An establishment.
        items: 1 to 2 000.
        valid_to: First day on which they no longer hold; within the school year of `valid_from`.
        valid_from: Default: today.

        Permission: timetable.edit on the establishment.
        Raises: InvalidArgument (text.too_short, text.too_long, field.range, period.empty, timetable.ends_before,
            timetable.several_years, group.not_found, person.not_found, room.not_found), NotFound (org.not_found).
        Since 0.1.
        """
        _answer: Slots = self._call(
            _ADD_SLOTS,
            (org_id, items, valid_to, valid_from),
            deadline,
            idempotency_key,
            if_revision,
        )
        return _answer

    def change_slot(
        self,
        *,
        id: int,
        weekday: _calendar.Weekday | None = None,
        begins: time | None = None,
        ends: time | None = None,
        subject_code: str | None = None,
        label: str | None = None,
        group_ids: Iterable[int] | None = None,
        teacher_ids: Iterable[int] | None = None,
        room_ids: Iterable[int] | None = None,
        alternance: str | None = None,
        valid_from: date | None = None,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> Slot:
        """Changes a slot from a day on: its lessons keep their ids, and those before that day stay as they were.

        id: The slot.
        weekday: On which day; then `valid_from` is a Monday, or its first day.
        begins: First minute.
        ends: The minute after the last.
        subject_code: 1 to 40 characters.
        label: 1 to 100 characters.
        group_ids: At most 20.
        teacher_ids: At most 10.
        room_ids: At most 10.
        alternance: At most 20 characters; the empty text: in every week.
        valid_from: From when on; default: today, or its first day where that is later.

        Permission: timetable.edit on the establishment.
        Raises: InvalidArgument (text.too_short, text.too_long, field.range, timetable.ends_before,
            timetable.before_last_change, timetable.midweek, period.empty: after its end, group.not_found,
            person.not_found, room.not_found), NotFound (timetable.no_slot), Conflict (call.stale_revision).
        Since 0.1.
        """
        _answer: Slot = self._call(
            _CHANGE_SLOT,
            (id, weekday, begins, ends, subject_code, label, group_ids, teacher_ids, room_ids, alternance, valid_from),
            deadline,
            idempotency_key,
            if_revision,
        )
        return _answer

    def end_slot(
        self,
        *,
        id: int,
        valid_to: date | None = None,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> None:
        """Ends a slot. Lessons that were moved to a later day go with it.

        id: The slot.
        valid_to: First day on which it no longer holds; default: today. Before its first day: never was.

        Permission: timetable.edit on the establishment.
        Raises: NotFound (timetable.no_slot).
        Since 0.1.
        """
        self._call(_END_SLOT, (id, valid_to), deadline, idempotency_key, if_revision)

    def slots(self, *, org_id: int, group_id: int | None = None, deadline: datetime | None = None) -> Slots:
        """The weekly slots of a school that hold on the session's date.

        org_id: The establishment.
        group_id: Only those of this group.

        Permission: timetable.read on the establishment, or on the group.
        Raises: NotFound (org.not_found, group.not_found).
        Since 0.1.
        """
        _answer: Slots = self._call(_SLOTS, (org_id, group_id), deadline, None, None)
        return _answer

    def lessons(
        self,
        *,
        first_day: date,
        last_day: date,
        org_id: int | None = None,
        person_id: int | None = None,
        group_id: int | None = None,
        room_id: int | None = None,
        deadline: datetime | None = None,
    ) -> Lessons:
        """The lessons of a person, a group or a room on some days. What the calendar closes has none: holidays, closed
        days and half-days, days outside of the school years; nor have weeks that the alternance of a slot does not
        cover.

        first_day: First day.
        last_day: Last day; at most 62 days.
        org_id: With a person: the establishment.
        person_id: Those that this pupil attends, or this teacher gives.
        group_id: Those of this group; of a division, also those of groups drawn out of it.
        room_id: Those in this room.

        Permission: timetable.read on the person, the group, or the establishment of the room.
        Raises: InvalidArgument (period.empty, field.range, timetable.one_place), NotFound (person.not_found,
            group.not_found, room.not_found).
        Since 0.1.
        """
        _answer: Lessons = self._call(
            _LESSONS,
            (first_day, last_day, org_id, person_id, group_id, room_id),
            deadline,
            None,
            None,
        )
        return _answer

    def add_lesson(
        self,
        *,
        org_id: int,
        date: date,
        begins: time,
        ends: time,
        subject_code: str | None = None,
        group_ids: Iterable[int] = (),
        teacher_ids: Iterable[int] = (),
        room_ids: Iterable[int] = (),
        kind: Kind | None = None,
        label: str | None = None,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> LessonRef:
        """Adds a single lesson: a slot of one day.

        org_id: An establishment.
        date: On which day.
        begins: First minute.
        ends: The minute after the last; later than `begins`.
        subject_code: 1 to 40 characters.
        group_ids: At most 20.
        teacher_ids: At most 10.
        room_ids: At most 10.
        kind: Default: a lesson.
        label: 1 to 100 characters.

        Permission: timetable.edit on the establishment.
        Raises: InvalidArgument (text.too_short, text.too_long, field.range, timetable.ends_before, group.not_found,
            person.not_found, room.not_found), NotFound (org.not_found), FailedPrecondition (timetable.closed).
        Since 0.1.
        """
        _answer: LessonRef = self._call(
            _ADD_LESSON,
            (org_id, date, begins, ends, subject_code, group_ids, teacher_ids, room_ids, kind, label),
            deadline,
            idempotency_key,
            if_revision,
        )
        return _answer

    def cancel_lesson(
        self,
        *,
        id: int,
        reason: str | None = None,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> LessonRef:
        """Says that a lesson does not take place.

        id: The lesson.
        reason: As those may read it who see the lesson: 1 to 200 characters.

        Permission: timetable.edit on the establishment.
        Raises: InvalidArgument (text.too_short, text.too_long), NotFound (timetable.no_lesson), FailedPrecondition
            (timetable.cancelled).
        Since 0.1.
        """
        _answer: LessonRef = self._call(_CANCEL_LESSON, (id, reason), deadline, idempotency_key, if_revision)
        return _answer

    def move_lesson(
        self,
        *,
        id: int,
        date: date | None = None,
        begins: time | None = None,
        ends: time | None = None,
        room_ids: Iterable[int] | None = None,
        reason: str | None = None,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> LessonRef:
        """Moves a lesson to another day, time or room at which the school is open. Whether it fits there, can_place()
        says before. A lesson that a closed day took away can be moved, too.

        id: The lesson.
        date: To which day.
        begins: First minute; the length stays unless `ends` is given.
        ends: The minute after the last.
        room_ids: At most 10.
        reason: 1 to 200 characters.

        Permission: timetable.edit on the establishment.
        Raises: InvalidArgument (text.too_short, text.too_long, field.range, timetable.ends_before, room.not_found),
            NotFound (timetable.no_lesson), FailedPrecondition (timetable.cancelled, timetable.closed,
            timetable.groups_ended).
        Since 0.1.
        """
        _answer: LessonRef = self._call(
            _MOVE_LESSON,
            (id, date, begins, ends, room_ids, reason),
            deadline,
            idempotency_key,
            if_revision,
        )
        return _answer

    def replace(
        self,
        *,
        id: int,
        teacher_ids: Iterable[int],
        subject_code: str | None = None,
        reason: str | None = None,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> LessonRef:
        """Has somebody else give a lesson. On its day they have the rights of a teacher of its groups.

        id: The lesson.
        teacher_ids: Who gives it instead: 1 to 10 teachers of the school.
        subject_code: What is taught instead: 1 to 40 characters; default: the same.
        reason: 1 to 200 characters.

        Permission: timetable.substitute on the establishment.
        Raises: InvalidArgument (text.too_short, text.too_long, field.range, person.not_found), NotFound
            (timetable.no_lesson), FailedPrecondition (timetable.cancelled, group.no_teacher).
        Since 0.1.
        """
        _answer: LessonRef = self._call(
            _REPLACE,
            (id, teacher_ids, subject_code, reason),
            deadline,
            idempotency_key,
            if_revision,
        )
        return _answer

    def restore_lesson(
        self,
        *,
        id: int,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> LessonRef:
        """Takes back what was changed of a lesson: it takes place as its slot says. That it was changed stays known.

        id: The lesson.

        Permission: timetable.edit on the establishment.
        Raises: NotFound (timetable.no_lesson), FailedPrecondition (timetable.unchanged).
        Since 0.1.
        """
        _answer: LessonRef = self._call(_RESTORE_LESSON, (id,), deadline, idempotency_key, if_revision)
        return _answer

    def clashes(self, *, org_id: int, first_day: date, last_day: date, deadline: datetime | None = None) -> Clashes:
        """Which lessons of a school cannot both take place: one teacher, room or pupil in two of them. Of teachers who
        also teach elsewhere, the lessons there count as well.

        org_id: The establishment.
        first_day: First day.
        last_day: Last day; at most 62 days.

        Permission: timetable.edit on the establishment.
        Raises: InvalidArgument (period.empty, field.range), NotFound (org.not_found).
        Since 0.1.
        """
        _answer: Clashes = self._call(_CLASHES, (org_id, first_day, last_day), deadline, None, None)
        return _answer

    def own_clashes(self, *, first_day: date, last_day: date, deadline: datetime | None = None) -> Clashes:
        """Which of the lessons that one gives cannot both take place, in whichever schools: whoever teaches in two sees
        both of them.

        first_day: First day.
        last_day: Last day; at most 62 days.

        Permission: account.use; one's own lessons are one's own.
        Raises: InvalidArgument (period.empty, field.range), NotFound (account.not_found: no profile is held any
            more).
        Since 0.1.
        """
        _answer: Clashes = self._call(_OWN_CLASHES, (first_day, last_day), deadline, None, None)
        return _answer

    def can_place(
        self,
        *,
        id: int,
        date: date | None = None,
        begins: time | None = None,
        ends: time | None = None,
        room_ids: Iterable[int] | None = None,
        teacher_ids: Iterable[int] | None = None,
        deadline: datetime | None = None,
    ) -> Placing:
        """Says whether a lesson can go to a day, time, room or teacher, and if not, against what.

        id: The lesson.
        date: On which day.
        begins: First minute; the length stays unless `ends` is given.
        ends: The minute after the last.
        room_ids: In which rooms.
        teacher_ids: By whom.

        Permission: timetable.edit on the establishment.
        Raises: InvalidArgument (field.range, timetable.ends_before, room.not_found, person.not_found), NotFound
            (timetable.no_lesson).
        Since 0.1.
        """
        _answer: Placing = self._call(
            _CAN_PLACE,
            (id, date, begins, ends, room_ids, teacher_ids),
            deadline,
            None,
            None,
        )
        return _answer
