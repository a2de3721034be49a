# Written by bindings/tools/pygen.py from bindings/ent.json; not to be edited.
"""What is taught: subjects, as a nomenclature lists them and as a school names them.

A unit has the subjects of all units above it; what it says itself of a code holds for it and those below it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, NotRequired, TypedDict

from ent import _core
from ent._listing import Listing, Pages

if TYPE_CHECKING:
    from dataclasses import dataclass as record
else:
    from ent._record import record

__all__ = ["Loaded", "Operations", "Page", "RowDict", "View"]


class RowDict(TypedDict):
    """A row of a nomenclature, or a subject of a school's own."""

    code: str
    """What services and timetables name it by; 1 to 40 characters, unique in a unit."""
    name: str
    """As it is shown: "Mathématiques". 1 to 200 characters."""
    short_name: NotRequired[str | None]
    """Where there is little room: "Maths". 1 to 40 characters."""
    national_code: NotRequired[str | None]
    """Of the national nomenclature: six digits or capital letters."""
    management_code: NotRequired[str | None]
    """Code de gestion: "MATHS". 1 to 20 characters."""
    position: NotRequired[int]
    """Lists show smaller ones first: 0 to 100 000."""
    colour: NotRequired[str | None]
    """On a screen: "#1F77B4"."""
    retired: NotRequired[bool]
    """No longer taught: not listed, but still named where it was taught."""


@record(frozen=True, slots=True, kw_only=True)
class Loaded:
    """What load() did."""

    added: int
    """Codes that the unit did not have."""
    changed: int
    """Say something else now."""
    unchanged: int
    """Stood so already."""


@record(frozen=True, slots=True, kw_only=True)
class View:
    """A subject."""

    org_id: int
    """The unit that says so."""
    code: str
    """What services and timetables name it by."""
    name: str
    """As it is shown."""
    short_name: str | None
    """Where there is little room."""
    national_code: str | None
    """Of the national nomenclature."""
    management_code: str | None
    """Code de gestion."""
    position: int
    """Lists show smaller ones first."""
    colour: str | None
    """On a screen: "#1F77B4"."""
    retired: bool
    """No longer taught."""
    revision: int
    """Grows with each change; for if_revision."""


@record(frozen=True, slots=True, kw_only=True)
class Page(Listing[View]):
    """One page of subjects."""

    items: tuple[View, ...]
    """By position, then by name."""
    next: str | None
    """Give it as `after` to read on; none: this is the last page."""


_core.register_record("subject::Loaded", Loaded)
_core.register_record("subject::View", View)
_core.register_record("subject::Page", Page)
_LOAD = _core.register_operation("subject.load", ("org_id", "items"))
_SET = _core.register_operation(
    "subject.set",
    ("org_id", "code", "name", "short_name", "national_code", "management_code", "position", "colour", "retired"),
)
_LIST = _core.register_operation("subject.list", ("org_id", "retired", "limit", "after"))


class Operations:
    """What is taught: subjects, as a nomenclature lists them and as a school names them.

    A unit has the subjects of all units above it; what it says itself of a code holds for it and those below it. A
    session has them as `session.subject`.
    """

    __slots__ = ("_call",)

    def __init__(self, call: _core.Call) -> None:
        self._call = call

    def load(
        self,
        *,
        org_id: int,
        items: Iterable[RowDict],
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> Loaded:
        """Loads rows of a nomenclature: what the unit says of these codes is replaced, other codes stay as they are. The
        French nomenclature is that of the BCN, table N_MATIERE; the host gives its rows.

        org_id: The unit for which, and for those below it, the rows hold.
        items: 1 to 5 000, each code once.

        Permission: subject.manage on the unit.
        Raises: InvalidArgument (text.too_short, text.too_long, field.range, subject.national_code_malformed,
            subject.colour_malformed, subject.code_repeated), NotFound (org.not_found).
        Since 0.1.
        """
        _answer: Loaded = self._call(_LOAD, (org_id, items), deadline, idempotency_key, if_revision)
        return _answer

    def set(
        self,
        *,
        org_id: int,
        code: str,
        name: str,
        short_name: str | None = None,
        national_code: str | None = None,
        management_code: str | None = None,
        position: int = 0,
        colour: str | None = None,
        retired: bool = False,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> View:
        """Says what a subject is in a unit and those below it, in the place of what was said of it.

        org_id: The unit.
        code: 1 to 40 characters.
        name: 1 to 200 characters.
        short_name: 1 to 40 characters.
        national_code: Six digits or capital letters.
        management_code: 1 to 20 characters.
        position: 0 to 100 000.
        colour: "#1F77B4".
        retired: No longer taught in the unit and those below it.

        Permission: subject.manage on the unit.
        Raises: InvalidArgument (text.too_short, text.too_long, field.range, subject.national_code_malformed,
            subject.colour_malformed), NotFound (org.not_found), Conflict (call.stale_revision).
        Since 0.1.
        """
        _answer: View = self._call(
            _SET,
            (org_id, code, name, short_name, national_code, management_code, position, colour, retired),
            deadline,
            idempotency_key,
            if_revision,
        )
        return _answer

    def list(
        self,
        *,
        org_id: int,
        retired: bool = False,
        limit: int = 50,
        after: str | None = None,
        deadline: datetime | None = None,
    ) -> Page:
        """The subjects of a unit: its own, and those of the units above it of which it says nothing itself.

        org_id: The unit.
        retired: Those that are no longer taught too.
        limit: At most so many: 1 to 500.
        after: The `next` of the page before.

        Permission: subject.read on the unit.
        Raises: InvalidArgument (field.range, cursor.malformed), NotFound (org.not_found).
        Since 0.1.
        """
        _answer: Page = self._call(_LIST, (org_id, retired, limit, after), deadline, None, None)
        return _answer

    def list_all(
        self,
        *,
        org_id: int,
        retired: bool = False,
        page_size: int = 500,
        deadline: datetime | None = None,
    ) -> Pages[View]:
        """All of `list`, page after page: iterate over it, or take it as a table.

        org_id: The unit.
        retired: Those that are no longer taught too.
        """
        return Pages(lambda after: self.list(
                org_id=org_id,
                retired=retired,
                limit=page_size,
                after=after,
                deadline=deadline,
            ))
