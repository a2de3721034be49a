# Written by bindings/tools/pygen.py from bindings/ent.json; not to be edited.
"""Who may do what, and why: rights explained, switched within their ceiling, handed on for a time."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Literal

from ent import _core
from ent._common import Function, Profile
from ent._listing import Listing

if TYPE_CHECKING:
    from dataclasses import dataclass as record
else:
    from ent._record import record

__all__ = ["Delegation", "Explanation", "Extent", "Holder", "Holders", "Operations", "Override", "Overrides", "Switch"]

Extent = Literal["full", "minimum", "technical"]
"""How much of what is allowed may be seen.

full: All of it.
minimum: Name, function and class, no more.
technical: Technical events only.
"""

Switch = Literal["widen", "narrow"]
"""What a switch does.

widen: Puts an entry on that was off.
narrow: Puts an entry off that was on.
"""


@record(frozen=True, slots=True, kw_only=True)
class Explanation:
    """A decision, with its reason."""

    allowed: bool
    """What the decision is."""
    reason: str
    """Stable code of docs/permissions.md: "not_taught"."""
    english: str
    """The reason for people, in English."""
    french: str
    """The reason for people, in French."""
    extent: Extent
    """How much may be seen, when allowed."""
    scope: str | None
    """The entry that gave it or came nearest: "taught:service"."""
    unit_id: int | None
    """The unit of the post that it was judged for."""
    function: Function | None
    """The function of that post."""


@record(frozen=True, slots=True, kw_only=True)
class Holder:
    """Somebody who may."""

    person_id: int
    """Who."""
    profile: Profile
    """Under which profile."""
    reason: str
    """Why: "granted_by_profile"."""
    scope: str
    """By which entry: "estab"."""
    extent: Extent
    """How much."""


@record(frozen=True, slots=True, kw_only=True)
class Holders(Listing[Holder]):
    """All who may."""

    items: tuple[Holder, ...]
    """In the order of their ids, then profiles."""


@record(frozen=True, slots=True, kw_only=True)
class Override:
    """A switch that a unit has set."""

    id: int
    """For override_end()."""
    org_id: int
    """In this unit and all that is part of it."""
    profile: Profile
    """For this profile."""
    function: Function | None
    """Only with this function."""
    permission: str
    """"person.update_contact"."""
    scope: str
    """The entry: "self"."""
    effect: Switch
    """What it does."""
    locked: bool
    """Decides over the switches of all units below."""
    valid_from: date
    """First day."""
    valid_to: date | None
    """First day on which it no longer holds; none: open."""
    reason: str
    """As its author gave it."""


@record(frozen=True, slots=True, kw_only=True)
class Overrides(Listing[Override]):
    """Switches."""

    items: tuple[Override, ...]
    """In the order in which they were set, ended ones too."""


@record(frozen=True, slots=True, kw_only=True)
class Delegation:
    """A right handed on for a time."""

    id: int
    """For delegation_end()."""
    org_id: int
    """In this unit."""
    grantor_id: int
    """Whose right it is."""
    delegate_id: int
    """Who may use it."""
    permission: str
    """"account.issue_activation"."""
    scope: str
    """The entry: "estab"."""
    valid_from: date
    """First day."""
    valid_to: date
    """First day on which it no longer holds."""
    reason: str
    """As the grantor gave it."""


_core.register_record("rights::Explanation", Explanation)
_core.register_record("rights::Holder", Holder)
_core.register_record("rights::Holders", Holders)
_core.register_record("rights::Override", Override)
_core.register_record("rights::Overrides", Overrides)
_core.register_record("rights::Delegation", Delegation)
_EXPLAIN = _core.register_operation(
    "rights.explain",
    ("permission", "org_id", "person_id", "group_id", "author_id", "actor_id", "profile", "at"),
)
_WHO_CAN = _core.register_operation("rights.who_can", ("permission", "org_id", "person_id", "group_id", "at"))
_OVERRIDE_SET = _core.register_operation(
    "rights.override_set",
    ("org_id", "profile", "permission", "scope", "effect", "reason", "function", "locked", "valid_from", "valid_to"),
)
_OVERRIDE_END = _core.register_operation("rights.override_end", ("id", "ends_on"))
_OVERRIDES = _core.register_operation("rights.overrides", ("org_id",))
_DELEGATE = _core.register_operation(
    "rights.delegate",
    ("org_id", "delegate_id", "permission", "scope", "valid_to", "reason", "valid_from"),
)
_DELEGATION_END = _core.register_operation("rights.delegation_end", ("id", "ends_on"))


class Operations:
    """Who may do what, and why: rights explained, switched within their ceiling, handed on for a time. A session has
    them as `session.rights`.
    """

    __slots__ = ("_call",)

    def __init__(self, call: _core.Call) -> None:
        self._call = call

    def explain(
        self,
        *,
        permission: str,
        org_id: int,
        person_id: int | None = None,
        group_id: int | None = None,
        author_id: int | None = None,
        actor_id: int | None = None,
        profile: Profile | None = None,
        at: date | None = None,
        deadline: datetime | None = None,
    ) -> Explanation:
        """Says whether somebody may do something, and why.

        permission: Name in the matrix: "person.read".
        org_id: The unit that the thing belongs to.
        person_id: The person whom it is about.
        group_id: The group that it is about, of that unit.
        author_id: Who made or owns it.
        actor_id: Whose right is asked about; default: one's own.
        profile: Under which profile; default: that of the session.
        at: On which date; default: today.

        Permission: access.explain, on the person whose right it is; one's own is asked in one's own unit.
        Raises: InvalidArgument (rights.unknown_permission, rights.other_unit), NotFound (person.not_found).
        Since 0.1.
        """
        _answer: Explanation = self._call(
            _EXPLAIN,
            (permission, org_id, person_id, group_id, author_id, actor_id, profile, at),
            deadline,
            None,
            None,
        )
        return _answer

    def who_can(
        self,
        *,
        permission: str,
        org_id: int,
        person_id: int | None = None,
        group_id: int | None = None,
        at: date | None = None,
        deadline: datetime | None = None,
    ) -> Holders:
        """Everybody who may do something, the host itself left out. Asks the facts of each person of the unit, some tens
        of microseconds a person: for a head's question, or the answer to a request under GDPR article 15.

        permission: Name in the matrix: "person.read".
        org_id: The unit that the thing belongs to.
        person_id: The person whom it is about.
        group_id: The group that it is about, of that unit.
        at: On which date; default: today.

        Permission: access.explain on the unit.
        Raises: InvalidArgument (rights.unknown_permission, rights.other_unit), NotFound (org.not_found).
        Since 0.1.
        """
        _answer: Holders = self._call(
            _WHO_CAN,
            (permission, org_id, person_id, group_id, at),
            deadline,
            None,
            None,
        )
        return _answer

    def override_set(
        self,
        *,
        org_id: int,
        profile: Profile,
        permission: str,
        scope: str,
        effect: Switch,
        reason: str,
        function: Function | None = None,
        locked: bool = False,
        valid_from: date | None = None,
        valid_to: date | None = None,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> Override:
        """Switches an entry of the permission matrix on or off. Nothing passes the ceiling: only what the matrix has, on
        or off, can be switched, and never what is C4.

        org_id: In this unit and all that is part of it.
        profile: For this profile.
        permission: Name in the matrix.
        scope: An entry of the matrix's cell: "self", "estab:pupils".
        effect: What it does.
        reason: 1 to 500 characters, kept for the audit.
        function: Only with this function.
        locked: Decides over the switches below; not in an establishment.
        valid_from: Default: today.
        valid_to: Default: open.

        Permission: access.override on the unit; asks for a recent proof of identity.
        Raises: InvalidArgument (rights.unknown_permission, rights.beyond_ceiling, rights.lock_in_establishment,
            rights.ends_before, text.too_short, text.too_long), NotFound (org.not_found).
        Since 0.1.
        """
        _answer: Override = self._call(
            _OVERRIDE_SET,
            (org_id, profile, permission, scope, effect, reason, function, locked, valid_from, valid_to),
            deadline,
            idempotency_key,
            if_revision,
        )
        return _answer

    def override_end(
        self,
        *,
        id: int,
        ends_on: date | None = None,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> None:
        """Ends a switch.

        id: The switch.
        ends_on: First day on which it no longer holds; default: today.

        Permission: access.override on its unit; asks for a recent proof of identity.
        Raises: InvalidArgument (rights.ends_before), NotFound (rights.override_not_found).
        Since 0.1.
        """
        self._call(_OVERRIDE_END, (id, ends_on), deadline, idempotency_key, if_revision)

    def overrides(self, *, org_id: int, deadline: datetime | None = None) -> Overrides:
        """The switches that a unit has set, past ones too.

        org_id: Those set in this unit itself.

        Permission: access.override on the unit; asks for a recent proof of identity.
        Raises: NotFound (org.not_found).
        Since 0.1.
        """
        _answer: Overrides = self._call(_OVERRIDES, (org_id,), deadline, None, None)
        return _answer

    def delegate(
        self,
        *,
        org_id: int,
        delegate_id: int,
        permission: str,
        scope: str,
        valid_to: date,
        reason: str,
        valid_from: date | None = None,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> Delegation:
        """Hands a right on to a colleague, until a date. It reaches no more than the grantor does at each instant, and
        can't be handed on again.

        org_id: In this unit, where both work.
        delegate_id: Who may use the right.
        permission: Name in the matrix; not C4.
        scope: An entry that the grantor has there: "estab", "taught", "main", "net", "acad", "commune".
        valid_to: First day on which it no longer holds: at most 370 days after the first.
        reason: 1 to 500 characters, kept for the audit.
        valid_from: Default: today.

        Permission: access.delegate on the unit; the grantor is its author; asks for a recent proof of identity.
        Raises: InvalidArgument (rights.unknown_permission, rights.beyond_ceiling, rights.not_held,
            rights.ends_before, rights.too_long, text.too_short, text.too_long), NotFound (person.not_found).
        Since 0.1.
        """
        _answer: Delegation = self._call(
            _DELEGATE,
            (org_id, delegate_id, permission, scope, valid_to, reason, valid_from),
            deadline,
            idempotency_key,
            if_revision,
        )
        return _answer

    def delegation_end(
        self,
        *,
        id: int,
        ends_on: date | None = None,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> None:
        """Ends a delegation.

        id: The delegation.
        ends_on: First day on which it no longer holds; default: today.

        Permission: access.delegate on its unit, or as its grantor; asks for a recent proof of identity.
        Raises: InvalidArgument (rights.ends_before), NotFound (rights.delegation_not_found).
        Since 0.1.
        """
        self._call(
            _DELEGATION_END,
            (id, ends_on),
            deadline,
            idempotency_key,
            if_revision,
        )
