# Written by bindings/tools/pygen.py from bindings/ent.json; not to be edited.
"""Rooms of an establishment."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Literal

from ent import _core
from ent._listing import Listing, Pages

if TYPE_CHECKING:
    from dataclasses import dataclass as record
else:
    from ent._record import record

__all__ = ["Kind", "Operations", "Page", "View"]

Kind = Literal[
    "ordinary",
    "laboratory",
    "workshop",
    "computers",
    "music",
    "arts",
    "sports",
    "library",
    "study",
    "hall",
    "canteen",
    "other",
]
"""What a room is for.

ordinary: Salle banalisée.
laboratory: Salle de sciences.
workshop: Atelier.
computers: Salle informatique.
music: Salle de musique.
arts: Salle d'arts plastiques.
sports: Gymnase, stade, piscine.
library: CDI, BCD.
study: Salle de permanence.
hall: Amphithéâtre, salle polyvalente.
canteen: Réfectoire.
other: Anything else.
"""


@record(frozen=True, slots=True, kw_only=True)
class View:
    """A room."""

    id: int
    """Carries its establishment."""
    org_id: int
    """The establishment."""
    code: str
    """Short, and unique among the rooms in use: "B204"."""
    name: str
    """As it is shown."""
    kind: Kind
    """What it is for."""
    capacity: int | None
    """Seats; none: not known."""
    site: str | None
    """Building or site: "Gymnase municipal"."""
    valid_from: date
    """First day of use."""
    valid_to: date | None
    """First day on which it can no longer be used; none: open."""
    revision: int
    """Grows with each change; for if_revision."""


@record(frozen=True, slots=True, kw_only=True)
class Page(Listing[View]):
    """One page of rooms."""

    items: tuple[View, ...]
    """By name, without regard to case and accents."""
    next: str | None
    """Give it as `after` to read on; none: this is the last page."""


_core.register_record("room::View", View)
_core.register_record("room::Page", Page)
_ADD = _core.register_operation("room.add", ("org_id", "code", "name", "kind", "capacity", "site", "valid_from"))
_CHANGE = _core.register_operation("room.change", ("id", "code", "name", "kind", "capacity", "site", "valid_to"))
_LIST = _core.register_operation("room.list", ("org_id", "kind", "limit", "after"))


class Operations:
    """Rooms of an establishment. A session has them as `session.room`."""

    __slots__ = ("_call",)

    def __init__(self, call: _core.Call) -> None:
        self._call = call

    def add(
        self,
        *,
        org_id: int,
        code: str,
        name: str,
        kind: Kind | None = None,
        capacity: int | None = None,
        site: str | None = None,
        valid_from: date | None = None,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> View:
        """Adds a room.

        org_id: An establishment.
        code: 1 to 40 characters.
        name: 1 to 200 characters.
        kind: Default: an ordinary room.
        capacity: 0 to 100 000.
        site: 1 to 200 characters.
        valid_from: Default: today.

        Permission: room.manage on the establishment.
        Raises: InvalidArgument (text.too_short, text.too_long, field.range), NotFound (org.not_found), AlreadyExists
            (room.code_taken).
        Since 0.1.
        """
        _answer: View = self._call(
            _ADD,
            (org_id, code, name, kind, capacity, site, valid_from),
            deadline,
            idempotency_key,
            if_revision,
        )
        return _answer

    def change(
        self,
        *,
        id: int,
        code: str | None = None,
        name: str | None = None,
        kind: Kind | None = None,
        capacity: int | None = None,
        site: str | None = None,
        valid_to: date | None = None,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> View:
        """Changes a room.

        id: The room.
        code: 1 to 40 characters.
        name: 1 to 200 characters.
        kind: What it is for.
        capacity: 0 to 100 000.
        site: 1 to 200 characters.
        valid_to: From that day on it can no longer be used.

        Permission: room.manage on the establishment.
        Raises: InvalidArgument (text.too_short, text.too_long, field.range, period.empty), NotFound (room.not_found),
            AlreadyExists (room.code_taken), Conflict (call.stale_revision).
        Since 0.1.
        """
        _answer: View = self._call(
            _CHANGE,
            (id, code, name, kind, capacity, site, valid_to),
            deadline,
            idempotency_key,
            if_revision,
        )
        return _answer

    def list(
        self,
        *,
        org_id: int,
        kind: Kind | None = None,
        limit: int = 50,
        after: str | None = None,
        deadline: datetime | None = None,
    ) -> Page:
        """The rooms of an establishment that can be used on the session's date.

        org_id: The establishment.
        kind: Only rooms of this kind.
        limit: At most so many: 1 to 500.
        after: The `next` of the page before.

        Permission: room.read on the establishment.
        Raises: InvalidArgument (field.range, cursor.malformed), NotFound (org.not_found).
        Since 0.1.
        """
        _answer: Page = self._call(_LIST, (org_id, kind, limit, after), deadline, None, None)
        return _answer

    def list_all(
        self,
        *,
        org_id: int,
        kind: Kind | None = None,
        page_size: int = 500,
        deadline: datetime | None = None,
    ) -> Pages[View]:
        """All of `list`, page after page: iterate over it, or take it as a table.

        org_id: The establishment.
        kind: Only rooms of this kind.
        """
        return Pages(lambda after: self.list(
                org_id=org_id,
                kind=kind,
                limit=page_size,
                after=after,
                deadline=deadline,
            ))
