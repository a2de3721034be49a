# Written by bindings/tools/pygen.py from bindings/ent.json; not to be edited.
"""Homework: what is to be done, by when, by whom, and by whom it is done.

Homework is set for a group, or for some pupils of it, and due on a day or for a lesson. What is due for a lesson
moves with it. Nothing is deleted.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from datetime import date as _date
from typing import TYPE_CHECKING, Literal

from ent import _core
from ent import person as _person
from ent._listing import Listing

if TYPE_CHECKING:
    from dataclasses import dataclass as record
else:
    from ent._record import record

__all__ = ["DayLoad", "Homeworks", "Operations", "State", "View", "Workload"]

State = Literal["draft", "published", "taken_back"]
"""Who sees it.

draft: Its author, and those who teach its subject to the group.
published: Also pupils and families, from the day on which it is set.
taken_back: Nobody any more.
"""


@record(frozen=True, slots=True, kw_only=True)
class View:
    """Homework."""

    id: int
    """Carries its establishment."""
    group_id: int
    """To whom it was given."""
    group_name: str
    """As it is shown."""
    subject_code: str | None
    """In which subject; none: of no subject."""
    subject_name: str | None
    """Its name in the establishment."""
    text: str
    """What is to be done."""
    due_on: date
    """For which day. Of a lesson: the day on which it stands now; where that has come before `set_on`, the one that was
    planned.
    """
    due_lesson_id: int | None
    """For which lesson."""
    lesson_cancelled: bool
    """That lesson is cancelled, or its day closed: it is due on that day all the same."""
    set_on: date
    """On which day it is given; families see it from then on."""
    given_lesson_id: int | None
    """In which lesson it is given."""
    minutes: int | None
    """How long it takes, as its author thinks."""
    pupil_ids: tuple[int, ...]
    """Of homework for some pupils: who. Families read their own alone."""
    state: State
    """Who sees it."""
    done: bool | None
    """Of a pupil's list, for the pupil and the family: whether it is ticked off."""
    author: _person.Card
    """Who set it."""
    revision: int
    """Counts its changes; for if_revision."""


@record(frozen=True, slots=True, kw_only=True)
class Homeworks(Listing[View]):
    """Homework."""

    items: tuple[View, ...]
    """By due day, then in the order in which it was set."""


@record(frozen=True, slots=True, kw_only=True)
class DayLoad:
    """What is due on one day."""

    date: _date
    """The day."""
    count: int
    """Pieces of homework, of all subjects."""
    minutes: int
    """Minutes together; what has no estimate adds none."""


@record(frozen=True, slots=True, kw_only=True)
class Workload(Listing[DayLoad]):
    """What is due on some days."""

    items: tuple[DayLoad, ...]
    """By day; days for which nothing is due are left out."""


_core.register_record("homework::View", View)
_core.register_record("homework::Homeworks", Homeworks)
_core.register_record("homework::DayLoad", DayLoad)
_core.register_record("homework::Workload", Workload)
_SET = _core.register_operation(
    "homework.set",
    ("group_id", "text", "due_on", "due_lesson_id", "subject_code", "given_lesson_id", "set_on", "minutes", "pupil_ids", "publish"),
)
_CHANGE = _core.register_operation(
    "homework.change",
    ("id", "text", "due_on", "due_lesson_id", "set_on", "minutes", "pupil_ids", "publish"),
)
_WITHDRAW = _core.register_operation("homework.withdraw", ("id",))
_LIST = _core.register_operation(
    "homework.list",
    ("first_day", "last_day", "org_id", "pupil_id", "teacher_id", "group_id"),
)
_MARK_DONE = _core.register_operation("homework.mark_done", ("id", "done", "pupil_id"))
_WORKLOAD = _core.register_operation("homework.workload", ("first_day", "last_day", "org_id", "pupil_id", "group_id"))


class Operations:
    """Homework: what is to be done, by when, by whom, and by whom it is done.

    Homework is set for a group, or for some pupils of it, and due on a day or for a lesson. What is due for a lesson
    moves with it. Nothing is deleted. A session has them as `session.homework`.
    """

    __slots__ = ("_call",)

    def __init__(self, call: _core.Call) -> None:
        self._call = call

    def set(
        self,
        *,
        group_id: int,
        text: str,
        due_on: date | None = None,
        due_lesson_id: int | None = None,
        subject_code: str | None = None,
        given_lesson_id: int | None = None,
        set_on: date | None = None,
        minutes: int | None = None,
        pupil_ids: Iterable[int] = (),
        publish: bool = True,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> View:
        """Sets homework.

        group_id: A group that one teaches.
        text: 1 to 5 000 characters.
        due_on: For which day: not before today and `set_on`, at most 400 days later.
        due_lesson_id: For which lesson of the group.
        subject_code: A subject that one teaches the group; default: of no subject.
        given_lesson_id: In which lesson of the group it is given.
        set_on: Default: the day of that lesson, otherwise today.
        minutes: 1 to 600.
        pupil_ids: At most 200 pupils who are in the group on the due day; default: all.
        publish: Or a draft.

        Permission: homework.write on the group.
        Raises: InvalidArgument (text.too_short, text.too_long, field.range, field.repeated, homework.one_due,
            homework.due_in_past, homework.due_before_set, homework.group_ended, homework.other_lesson: the lesson is
            not one of the group, timetable.no_lesson: nor that of a closed day, group.no_member), NotFound
            (group.not_found), FailedPrecondition (homework.other_subject: the actor does not teach the subject to the
            group).
        Since 0.1.
        """
        _answer: View = self._call(
            _SET,
            (group_id, text, due_on, due_lesson_id, subject_code, given_lesson_id, set_on, minutes, pupil_ids, publish),
            deadline,
            idempotency_key,
            if_revision,
        )
        return _answer

    def change(
        self,
        *,
        id: int,
        text: str | None = None,
        due_on: date | None = None,
        due_lesson_id: int | None = None,
        set_on: date | None = None,
        minutes: int | None = None,
        pupil_ids: Iterable[int] | None = None,
        publish: bool | None = None,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> View:
        """Changes homework. That pupils have ticked it off stays.

        id: The homework.
        text: 1 to 5 000 characters.
        due_on: For which day, and no longer for a lesson.
        due_lesson_id: For which lesson of the group.
        set_on: On which day it is given.
        minutes: 1 to 600; 0: it is no longer said.
        pupil_ids: Instead of those who were named; empty: the whole group.
        publish: False makes it a draft again.

        Permission: homework.write on the group.
        Raises: InvalidArgument (text.too_short, text.too_long, field.range, field.repeated, homework.one_due,
            homework.due_in_past, homework.due_before_set, homework.group_ended, homework.other_lesson,
            timetable.no_lesson, group.no_member), NotFound (homework.not_found), FailedPrecondition
            (homework.other_author: neither its author nor a teacher of its subject), Conflict (call.stale_revision).
        Since 0.1.
        """
        _answer: View = self._call(
            _CHANGE,
            (id, text, due_on, due_lesson_id, set_on, minutes, pupil_ids, publish),
            deadline,
            idempotency_key,
            if_revision,
        )
        return _answer

    def withdraw(
        self,
        *,
        id: int,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> None:
        """Takes homework back: nobody sees it any more. Its row stays.

        id: The homework.

        Permission: homework.write on the group.
        Raises: NotFound (homework.not_found), FailedPrecondition (homework.other_author), Conflict
            (call.stale_revision).
        Since 0.1.
        """
        self._call(_WITHDRAW, (id,), deadline, idempotency_key, if_revision)

    def list(
        self,
        *,
        first_day: date,
        last_day: date,
        org_id: int | None = None,
        pupil_id: int | None = None,
        teacher_id: int | None = None,
        group_id: int | None = None,
        deadline: datetime | None = None,
    ) -> Homeworks:
        """The homework that is due on some days. Drafts are there for their author, and for those who teach the subject
        to the group; what is for some pupils, for these and their families in the pupil's list, and for the staff. Of
        a division's groups those are left out that one may not read.

        first_day: First due day.
        last_day: Last due day; at most 62 days.
        org_id: With a person: the establishment.
        pupil_id: What this pupil has to do.
        teacher_id: What this teacher has set.
        group_id: What was given to this group; of a division, also to those drawn out of it.

        Permission: homework.read on the pupil, on the group, or on what the teacher has set.
        Raises: InvalidArgument (period.empty, field.range, homework.one_place), NotFound (person.not_found,
            group.not_found).
        Since 0.1.
        """
        _answer: Homeworks = self._call(
            _LIST,
            (first_day, last_day, org_id, pupil_id, teacher_id, group_id),
            deadline,
            None,
            None,
        )
        return _answer

    def mark_done(
        self,
        *,
        id: int,
        done: bool = True,
        pupil_id: int | None = None,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> None:
        """A pupil ticks homework off. Teachers are told how many have, of five or more (home.show()), and never who.

        id: The homework.
        done: False takes it back.
        pupil_id: Whose; default: one's own.

        Permission: homework.submit on the pupil.
        Raises: NotFound (homework.not_found: there is none, or it is not for this pupil).
        Since 0.1.
        """
        self._call(
            _MARK_DONE,
            (id, done, pupil_id),
            deadline,
            idempotency_key,
            if_revision,
        )

    def workload(
        self,
        *,
        first_day: date,
        last_day: date,
        org_id: int | None = None,
        pupil_id: int | None = None,
        group_id: int | None = None,
        deadline: datetime | None = None,
    ) -> Workload:
        """How much published homework is due on each day, over all subjects and groups. Of a group: the most that any of
        its pupils has on the day, by their other groups too. Families are told of the group itself alone.

        first_day: First due day.
        last_day: Last due day; at most 62 days.
        org_id: With a pupil: the establishment.
        pupil_id: The pupil.
        group_id: The group.

        Permission: homework.read on the pupil, or on the group.
        Raises: InvalidArgument (period.empty, field.range, homework.one_place), NotFound (person.not_found,
            group.not_found).
        Since 0.1.
        """
        _answer: Workload = self._call(
            _WORKLOAD,
            (first_day, last_day, org_id, pupil_id, group_id),
            deadline,
            None,
            None,
        )
        return _answer
