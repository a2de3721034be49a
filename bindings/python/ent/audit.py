# Written by bindings/tools/pygen.py from bindings/ent.json; not to be edited.
"""What was done with whose data, and what has changed: the audit and the change feed."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from ent import _core
from ent._common import Profile
from ent._listing import Listing, Pages

if TYPE_CHECKING:
    from dataclasses import dataclass as record
else:
    from ent._record import record

__all__ = ["Change", "ChangePage", "Entry", "Operations", "Page"]


@record(frozen=True, slots=True, kw_only=True)
class Entry:
    """One call that left a trace: each write, each refusal, and the reads that the permission matrix marks."""

    number: int
    """In the order of writing; gaps are no loss."""
    at: datetime
    """When, by the portal's clock."""
    org_id: int
    """Where; no id: in the portal as a whole."""
    person_id: int | None
    """Who; none: the host itself."""
    profile: Profile
    """Under which profile."""
    impersonator_id: int | None
    """Who acted in this person's place."""
    operation: str
    """"org.change"."""
    permission: str
    """"org.manage"."""
    subject_id: int | None
    """Whose data it was."""
    allowed: bool
    """False: it was refused."""
    reason: str
    """Why it was refused: a code of docs/permissions.md."""


@record(frozen=True, slots=True, kw_only=True)
class Page(Listing[Entry]):
    """One page of entries."""

    items: tuple[Entry, ...]
    """The latest first."""
    next: str | None
    """Give it as `after` to read on; none: this is the last page."""


@record(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that has changed."""

    number: int
    """In the order of writing."""
    at: datetime
    """When, by the portal's clock."""
    org_id: int
    """Where; no id: in the portal as a whole."""
    event: str
    """"org.was_changed"."""
    target: int
    """The public id of what has changed; its kind goes with the event."""


@record(frozen=True, slots=True, kw_only=True)
class ChangePage(Listing[Change]):
    """What has changed since."""

    items: tuple[Change, ...]
    """The oldest first."""
    last_number: int
    """Give it as `after_number` to read on."""


_core.register_record("audit::Entry", Entry)
_core.register_record("audit::Page", Page)
_core.register_record("audit::Change", Change)
_core.register_record("audit::ChangePage", ChangePage)
_LIST = _core.register_operation("audit.list", ("org_id", "subject_id", "limit", "after"))
_CHANGES = _core.register_operation("audit.changes", ("org_id", "after_number", "limit"))


class Operations:
    """What was done with whose data, and what has changed: the audit and the change feed. A session has them as
    `session.audit`.
    """

    __slots__ = ("_call",)

    def __init__(self, call: _core.Call) -> None:
        self._call = call

    def list(
        self,
        *,
        org_id: int,
        subject_id: int | None = None,
        limit: int = 50,
        after: str | None = None,
        deadline: datetime | None = None,
    ) -> Page:
        """The entries of a unit, or those about one person in it.

        Everybody may ask for the entries about themselves.

        org_id: In this unit.
        subject_id: Only what was done with the data of this person.
        limit: At most so many: 1 to 500.
        after: The `next` of the page before.

        Permission: audit.read on the person, or on the unit without one. Who holds it for technical events only sees
            no entry about a person; asks for a recent proof of identity.
        Raises: InvalidArgument (field.range, cursor.malformed), NotFound (org.not_found), PermissionDenied
            (access.denied, access.step_up_needed).
        Since 0.1.
        """
        _answer: Page = self._call(_LIST, (org_id, subject_id, limit, after), deadline, None, None)
        return _answer

    def list_all(
        self,
        *,
        org_id: int,
        subject_id: int | None = None,
        page_size: int = 500,
        deadline: datetime | None = None,
    ) -> Pages[Entry]:
        """All of `list`, page after page: iterate over it, or take it as a table.

        org_id: In this unit.
        subject_id: Only what was done with the data of this person.
        """
        return Pages(lambda after: self.list(
                org_id=org_id,
                subject_id=subject_id,
                limit=page_size,
                after=after,
                deadline=deadline,
            ))

    def changes(
        self,
        *,
        org_id: int,
        after_number: int = 0,
        limit: int = 500,
        deadline: datetime | None = None,
    ) -> ChangePage:
        """The change feed of a unit, for a host that keeps copies in step. Each change is given at least once.

        org_id: In this unit.
        after_number: The `last_number` of the call before; 0: from the beginning.
        limit: At most so many: 1 to 500.

        Permission: sync.pull on the unit.
        Raises: InvalidArgument (field.range), NotFound (org.not_found).
        Since 0.1.
        """
        _answer: ChangePage = self._call(_CHANGES, (org_id, after_number, limit), deadline, None, None)
        return _answer
