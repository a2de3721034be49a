# Written by bindings/tools/pygen.py from bindings/ent.json; not to be edited.
"""The lesson notebook (cahier de textes): what was done in a lesson.

An entry belongs to a lesson and its author, and goes where the lesson goes. What stood before is kept.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Literal

from ent import _core
from ent import person as _person
from ent import timetable as _timetable
from ent._listing import Listing

if TYPE_CHECKING:
    from dataclasses import dataclass as record
else:
    from ent._record import record

__all__ = ["Entries", "Entry", "Operations", "State", "Version", "Versions"]

State = Literal["draft", "published", "taken_back"]
"""Who sees an entry.

draft: Its author, and those who give the lesson or teach its subject to one of its groups.
published: Also pupils, families, and the staff who may read it.
taken_back: Nobody any more.
"""


@record(frozen=True, slots=True, kw_only=True)
class Entry:
    """What somebody wrote of a lesson."""

    id: int
    """Carries its establishment."""
    lesson: _timetable.Lesson
    """Of which lesson, as it stands now."""
    text: str | None
    """What was done. None for whoever may only know that there is an entry."""
    state: State
    """Who sees it."""
    author: _person.Card
    """Who wrote it."""
    written_at: datetime
    """When this text, or this state, was written."""
    revision: int
    """Counts its changes; for if_revision."""


@record(frozen=True, slots=True, kw_only=True)
class Entries(Listing[Entry]):
    """Entries."""

    items: tuple[Entry, ...]
    """In the order of their lessons."""


@record(frozen=True, slots=True, kw_only=True)
class Version:
    """What stood for a time."""

    revision: int
    """Which one."""
    state: State
    """Who saw it."""
    text: str
    """What it said."""
    written_at: datetime
    """Since when."""
    author: _person.Card
    """Who wrote it."""


@record(frozen=True, slots=True, kw_only=True)
class Versions(Listing[Version]):
    """What has stood."""

    items: tuple[Version, ...]
    """The last one, which stands, first."""


_core.register_record("notebook::Entry", Entry)
_core.register_record("notebook::Entries", Entries)
_core.register_record("notebook::Version", Version)
_core.register_record("notebook::Versions", Versions)
_WRITE = _core.register_operation("notebook.write", ("lesson_id", "text", "publish"))
_PUBLISH = _core.register_operation("notebook.publish", ("id",))
_WITHDRAW = _core.register_operation("notebook.withdraw", ("id",))
_ENTRIES = _core.register_operation(
    "notebook.entries",
    ("first_day", "last_day", "org_id", "pupil_id", "teacher_id", "group_id"),
)
_HISTORY = _core.register_operation("notebook.history", ("id",))


class Operations:
    """The lesson notebook (cahier de textes): what was done in a lesson.

    An entry belongs to a lesson and its author, and goes where the lesson goes. What stood before is kept. A session
    has them as `session.notebook`.
    """

    __slots__ = ("_call",)

    def __init__(self, call: _core.Call) -> None:
        self._call = call

    def write(
        self,
        *,
        lesson_id: int,
        text: str,
        publish: bool = True,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> Entry:
        """Writes one's entry of a lesson; one that stands is replaced, and kept. Each author has one entry of a lesson.

        lesson_id: A lesson that one gives, or whose subject one teaches to one of its groups.
        text: What was done: 1 to 10 000 characters.
        publish: Or a draft.

        Permission: lesson.write on a group of the lesson.
        Raises: InvalidArgument (text.too_short, text.too_long), NotFound (timetable.no_lesson), FailedPrecondition
            (timetable.cancelled, notebook.other_lesson: the actor neither gives the lesson nor teaches its subject to
            one of its groups), Conflict (call.stale_revision).
        Since 0.1.
        """
        _answer: Entry = self._call(
            _WRITE,
            (lesson_id, text, publish),
            deadline,
            idempotency_key,
            if_revision,
        )
        return _answer

    def publish(
        self,
        *,
        id: int,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> Entry:
        """Publishes a draft. What is published already stays as it is.

        id: The entry.

        Permission: lesson.write on a group of the lesson.
        Raises: NotFound (notebook.no_entry, timetable.no_lesson), FailedPrecondition (notebook.other_author,
            timetable.cancelled), Conflict (call.stale_revision).
        Since 0.1.
        """
        _answer: Entry = self._call(_PUBLISH, (id,), deadline, idempotency_key, if_revision)
        return _answer

    def withdraw(
        self,
        *,
        id: int,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> None:
        """Takes an entry back: nobody sees it any more. What stood is kept, and write() can put another text in its
        place.

        id: The entry.

        Permission: lesson.write on a group of the lesson.
        Raises: NotFound (notebook.no_entry), FailedPrecondition (notebook.other_author), Conflict
            (call.stale_revision).
        Since 0.1.
        """
        self._call(_WITHDRAW, (id,), deadline, idempotency_key, if_revision)

    def entries(
        self,
        *,
        first_day: date,
        last_day: date,
        org_id: int | None = None,
        pupil_id: int | None = None,
        teacher_id: int | None = None,
        group_id: int | None = None,
        deadline: datetime | None = None,
    ) -> Entries:
        """What was done in the lessons of some days: what is published, and drafts for those who see them. Of a
        division's groups those are left out that one may not read. School life is told that there is an entry, and
        not what it says.

        first_day: First day.
        last_day: Last day; at most 62 days.
        org_id: With a person: the establishment.
        pupil_id: Of the lessons that this pupil attends.
        teacher_id: Of the lessons that this teacher gives.
        group_id: Of the lessons of this group; of a division, also of those of groups drawn out of it.

        Permission: lesson.read on the pupil, on the group, or on what the teacher gives.
        Raises: InvalidArgument (period.empty, field.range, notebook.one_place), NotFound (person.not_found,
            group.not_found).
        Since 0.1.
        """
        _answer: Entries = self._call(
            _ENTRIES,
            (first_day, last_day, org_id, pupil_id, teacher_id, group_id),
            deadline,
            None,
            None,
        )
        return _answer

    def history(self, *, id: int, deadline: datetime | None = None) -> Versions:
        """What an entry has said: who wrote it, and when.

        id: The entry.

        Permission: lesson.write on a group of the lesson.
        Raises: NotFound (notebook.no_entry), FailedPrecondition (notebook.other_lesson).
        Since 0.1.
        """
        _answer: Versions = self._call(_HISTORY, (id,), deadline, None, None)
        return _answer
