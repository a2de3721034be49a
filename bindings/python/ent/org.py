# Written by bindings/tools/pygen.py from bindings/ent.json; not to be edited.
"""Organisation units: académies, départements, régions, communes, agglomerations, circonscriptions and establishments,
each with the dates in which it stands so.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Literal

from ent import _core
from ent._listing import Listing, Pages

if TYPE_CHECKING:
    from dataclasses import dataclass as record
else:
    from ent._record import record

__all__ = ["Degree", "Kind", "Operations", "Page", "Relation", "View"]

Kind = Literal["academy", "department", "region", "municipality", "agglomeration", "circonscription", "establishment"]
"""What a unit is.

academy: Académie.
department: Département.
region: Région.
municipality: Commune.
agglomeration: Intercommunalité.
circonscription: Circonscription of the first degree, under its inspector.
establishment: École, collège, lycée...
"""

Degree = Literal["first", "second"]
"""The degree of an establishment (source: Code de l'éducation, livres III to V).

first: École maternelle, élémentaire or primaire.
second: Collège, lycée and the like.
"""

Relation = Literal["part_of", "run_by"]
"""How one unit belongs to another.

part_of: Placed under it: an establishment in a circonscription, that in an académie.
run_by: Run by it: an école by its commune, a collège by its département.
"""


@record(frozen=True, slots=True, kw_only=True)
class View:
    """A unit as it stands on a date."""

    id: int
    """The same for ever; of an establishment, also its number in other ids."""
    kind: Kind
    """What it is."""
    code: str
    """UAI of an establishment, national code of the others."""
    name: str
    """As it is shown."""
    degree: Degree | None
    """Of establishments."""
    nature_code: str | None
    """National nature code of an establishment, e.g. "340" collège."""
    valid_from: date
    """First day on which it stands so."""
    valid_to: date | None
    """First day on which it no longer does; none: open."""
    revision: int
    """Grows with each change; for if_revision."""


@record(frozen=True, slots=True, kw_only=True)
class Page(Listing[View]):
    """One page of units."""

    items: tuple[View, ...]
    """In the order of their names, without regard to case and accents."""
    next: str | None
    """Give it as `after` to read on; none: this is the last page."""


_core.register_record("org::View", View)
_core.register_record("org::Page", Page)
_ADD = _core.register_operation(
    "org.add",
    ("kind", "code", "name", "degree", "nature_code", "valid_from", "part_of", "run_by"),
)
_CHANGE = _core.register_operation("org.change", ("id", "name", "nature_code", "valid_from"))
_GET = _core.register_operation("org.get", ("id",))
_LIST = _core.register_operation("org.list", ("kind", "part_of", "limit", "after"))
_LINK = _core.register_operation("org.link", ("id", "relation", "to", "valid_from"))


class Operations:
    """Organisation units: académies, départements, régions, communes, agglomerations, circonscriptions and
    establishments, each with the dates in which it stands so. A session has them as `session.org`.
    """

    __slots__ = ("_call",)

    def __init__(self, call: _core.Call) -> None:
        self._call = call

    def add(
        self,
        *,
        kind: Kind,
        code: str,
        name: str,
        degree: Degree | None = None,
        nature_code: str | None = None,
        valid_from: date | None = None,
        part_of: int | None = None,
        run_by: int | None = None,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> View:
        """Adds a unit.

        kind: What it is.
        code: 1 to 20 characters; a UAI for an establishment: 7 digits and a letter.
        name: 1 to 200 characters.
        degree: Required for an establishment, refused for the others.
        nature_code: Of an establishment: 3 digits.
        valid_from: Default: today.
        part_of: The unit under which it is placed from then on.
        run_by: The authority that runs it from then on.

        Permission: org.manage on the unit of `part_of`, or on the portal as a whole without one; asks for a recent
            proof of identity.
        Raises: InvalidArgument (text.too_short, text.too_long, org.uai_malformed, org.degree_missing,
            org.degree_unexpected, org.nature_malformed), NotFound (org.not_found: `part_of` or `run_by`),
            AlreadyExists (org.code_taken: a unit of this kind and code stands).
        Since 0.1.
        """
        _answer: View = self._call(
            _ADD,
            (kind, code, name, degree, nature_code, valid_from, part_of, run_by),
            deadline,
            idempotency_key,
            if_revision,
        )
        return _answer

    def change(
        self,
        *,
        id: int,
        name: str | None = None,
        nature_code: str | None = None,
        valid_from: date | None = None,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> View:
        """Changes a unit from a date on; how it stood before is kept and can be read with session.at().

        id: The unit.
        name: 1 to 200 characters.
        nature_code: Of an establishment: 3 digits.
        valid_from: From when it stands so; default: today. Not before the last change.

        Permission: org.manage on the unit; asks for a recent proof of identity.
        Raises: InvalidArgument (text.too_short, text.too_long, org.nature_malformed, org.before_last_change),
            NotFound (org.not_found), Conflict (call.stale_revision).
        Since 0.1.
        """
        _answer: View = self._call(
            _CHANGE,
            (id, name, nature_code, valid_from),
            deadline,
            idempotency_key,
            if_revision,
        )
        return _answer

    def get(self, *, id: int, deadline: datetime | None = None) -> View:
        """One unit as it stands at the session's date.

        id: The unit.

        Permission: org.read on the unit.
        Raises: NotFound (org.not_found).
        Since 0.1.
        """
        _answer: View = self._call(_GET, (id,), deadline, None, None)
        return _answer

    def list(
        self,
        *,
        kind: Kind | None = None,
        part_of: int | None = None,
        limit: int = 50,
        after: str | None = None,
        deadline: datetime | None = None,
    ) -> Page:
        """The units that the actor may know of, as they stand at the session's date.

        kind: Only units of this kind.
        part_of: Only those placed directly under this unit.
        limit: At most so many: 1 to 500.
        after: The `next` of the page before.

        Permission: org.read, on each.
        Raises: InvalidArgument (field.range, cursor.malformed).
        Since 0.1.
        """
        _answer: Page = self._call(_LIST, (kind, part_of, limit, after), deadline, None, None)
        return _answer

    def list_all(
        self,
        *,
        kind: Kind | None = None,
        part_of: int | None = None,
        page_size: int = 500,
        deadline: datetime | None = None,
    ) -> Pages[View]:
        """All of `list`, page after page: iterate over it, or take it as a table.

        kind: Only units of this kind.
        part_of: Only those placed directly under this unit.
        """
        return Pages(lambda after: self.list(
                kind=kind,
                part_of=part_of,
                limit=page_size,
                after=after,
                deadline=deadline,
            ))

    def link(
        self,
        *,
        id: int,
        relation: Relation,
        to: int,
        valid_from: date | None = None,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> None:
        """Places a unit under another, or gives it to an authority to run, from a date on. What it belonged to in the
        same way and to the same kind of unit ends on that day.

        id: The unit that belongs.
        relation: How.
        to: The unit to which it belongs.
        valid_from: Default: today.

        Permission: org.manage on both units; asks for a recent proof of identity.
        Raises: NotFound (org.not_found), FailedPrecondition (org.circular: the unit would lie under itself,
            calendar.turn_in_use: school years turn otherwise there, and something is of one already).
        Since 0.1.
        """
        self._call(
            _LINK,
            (id, relation, to, valid_from),
            deadline,
            idempotency_key,
            if_revision,
        )
