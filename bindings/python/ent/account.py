# Written by bindings/tools/pygen.py from bindings/ent.json; not to be edited.
"""Accounts: what people sign in with, their codes, sessions and devices, the services that learn of them, and who may
look in for them. How one comes in is told in ent/portal.hpp.

Rights go by unit, so a call that is about somebody else's account names the unit in which the caller has to do with
that person.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING, Literal

from ent import _core
from ent._common import Profile
from ent._listing import Listing, Pages

if TYPE_CHECKING:
    from dataclasses import dataclass as record
else:
    from ent._record import record

__all__ = ["Activation", "ActsIn", "Alarm", "Attribute", "Attributes", "Consent", "Device", "Devices", "Entry", "Identities", "Identity", "Operations", "Page", "Place", "Places", "Service", "Services", "SessionKind", "SessionView", "Sessions", "Sheet", "State", "View"]

State = Literal["pending", "active", "blocked"]
"""Where an account stands.

pending: No password: it waits for its code to be used.
active: Its person can sign in.
blocked: Nobody can act under it.
"""

SessionKind = Literal["browser", "mobile", "impersonation"]
"""How a session was begun.

browser: By a password, for twelve hours at most.
mobile: By a password, for thirty days at most; its token changes with each use.
impersonation: By somebody else, with one's consent: half an hour, reading only.
"""

Attribute = Literal[
    "login",
    "given_name",
    "family_name",
    "birth_date",
    "profile",
    "establishment",
    "person_id",
    "establishments",
]
"""What a service may learn of a person. None of it is told but what was declared.

login: What the person signs in as.
given_name: First name in use.
family_name: Name in use.
birth_date: Where known.
profile: Under which the person acts.
establishment: The UAI of the unit that declared the service.
person_id: The same in every service: only where services must find each other's people.
establishments: The UAI of every establishment in which the person acts under that profile, the main one first.
"""


@record(frozen=True, slots=True, kw_only=True)
class View:
    """An account, without its secrets."""

    id: int
    """The account."""
    person_id: int
    """Whose it is."""
    login: str
    """What the person signs in as."""
    state: State
    """Where it stands."""
    created_at: datetime
    """When it was made."""
    activated_at: datetime | None
    """When its person last chose a password by a code."""
    hold_until: datetime | None
    """After a reset by others: until then it can do less."""
    code_expires_at: datetime | None
    """A code is waiting to be used until then."""
    revision: int
    """Grows with each change; for if_revision."""


@record(frozen=True, slots=True, kw_only=True)
class Entry:
    """An account in a list, with whose it is."""

    account: View
    """The account, without its secrets."""
    family_name: str
    """Of its person."""
    given_name: str
    """Of its person."""
    seen_at: datetime | None
    """When its person last used it, within five minutes; what a host vouched for is not counted."""


@record(frozen=True, slots=True, kw_only=True)
class Page(Listing[Entry]):
    """One page of accounts."""

    items: tuple[Entry, ...]
    """By family name, then given name, without regard to case and accents."""
    next: str | None
    """Give it as `after` to read on; none: this is the last page."""


@record(frozen=True, slots=True, kw_only=True)
class Activation:
    """One line of a sheet: what is handed to one person."""

    __secrets__ = ("code",)
    person_id: int
    """Whose it is."""
    account_id: int
    """The account; made now if there was none."""
    family_name: str
    """Of the person."""
    given_name: str
    """Of the person."""
    login: str
    """To sign in as; the person may choose another one when activating."""
    code: str
    """Ten characters and a hyphen, used once. A secret."""
    opens_at: datetime
    """From then on it can be used."""
    expires_at: datetime
    """Until then: 30 days."""


@record(frozen=True, slots=True, kw_only=True)
class Sheet(Listing[Activation]):
    """A sheet of codes."""

    items: tuple[Activation, ...]
    """By family name, then given name."""
    more: bool
    """More people are waiting for one: call again."""


@record(frozen=True, slots=True, kw_only=True)
class Alarm:
    """How hard the accounts of a unit are being tried."""

    failures: int
    """Failed sign-ins that still count: they are forgotten within ten minutes."""
    under_attack: bool
    """500 of them within ten minutes: more proof should be asked of everybody."""


@record(frozen=True, slots=True, kw_only=True)
class Place:
    """A profile under which one can act."""

    profile: Profile
    """What one is..."""
    org_id: int
    """...and where."""


@record(frozen=True, slots=True, kw_only=True)
class Places(Listing[Place]):
    """All that one can act as."""

    items: tuple[Place, ...]
    """The profile under which one comes in when none is asked for stands first."""


@record(frozen=True, slots=True, kw_only=True)
class SessionView:
    """A session of one's own account."""

    id: int
    """The session."""
    kind: SessionKind
    """How it was begun."""
    profile: Profile
    """Under which it acts."""
    device_name: str
    """As the device was named when it first signed in."""
    reader_id: int | None
    """Of an impersonation: who looked in."""
    created_at: datetime
    """When it was begun."""
    seen_at: datetime
    """When it was last used, within five minutes."""
    ended_at: datetime | None
    """When it ended before its time."""
    ends_at: datetime
    """When it ends at the latest."""
    current: bool
    """It is the one that asks."""


@record(frozen=True, slots=True, kw_only=True)
class Sessions(Listing[SessionView]):
    """One's sessions."""

    items: tuple[SessionView, ...]
    """The last used first."""


@record(frozen=True, slots=True, kw_only=True)
class Device:
    """A device that one has signed in from."""

    id: int
    """The device."""
    name: str
    """As it was named when it first signed in."""
    first_seen_at: datetime
    """When it first signed in."""
    seen_at: datetime
    """When it last did."""


@record(frozen=True, slots=True, kw_only=True)
class Devices(Listing[Device]):
    """One's devices."""

    items: tuple[Device, ...]
    """The last used first."""


@record(frozen=True, slots=True, kw_only=True)
class Consent:
    """A code by which one lets somebody look in."""

    __secrets__ = ("code",)
    code: str
    """Ten characters and a hyphen, used once. A secret, to be told to one person."""
    expires_at: datetime
    """Until then: a quarter of an hour."""


@record(frozen=True, slots=True, kw_only=True)
class Identity:
    """Who an account is elsewhere."""

    issuer: str
    """Who vouches: the address of an identity provider. 1 to 200 characters."""
    subject: str
    """Its own, lasting name of the person. 1 to 200 characters."""


@record(frozen=True, slots=True, kw_only=True)
class Identities(Listing[Identity]):
    """Who an account is elsewhere, all of it."""

    items: tuple[Identity, ...]
    """By issuer, then subject."""


@record(frozen=True, slots=True, kw_only=True)
class Service:
    """A service outside the portal, as a unit declared it."""

    org_id: int
    """The unit that uses it."""
    code: str
    """Its short name: 1 to 40 of a-z, 0-9, `-`, `_`."""
    name: str
    """As it is shown: 1 to 100 characters."""
    attributes: tuple[Attribute, ...]
    """What it may learn."""
    profiles: tuple[Profile, ...]
    """Whose people it is for."""


@record(frozen=True, slots=True, kw_only=True)
class Services(Listing[Service]):
    """The services of a unit."""

    items: tuple[Service, ...]
    """By code."""


@record(frozen=True, slots=True, kw_only=True)
class ActsIn:
    """An establishment in which somebody acts under a profile."""

    code: str
    """Its UAI."""
    main: bool
    """The one where the post of longest standing is."""


@record(frozen=True, slots=True, kw_only=True)
class Attributes:
    """What a service learns of one person: what was not declared for it is not there."""

    subject: str
    """Who it is for this service: lasting, and another in each service."""
    login: str | None
    """See Attribute."""
    given_name: str | None
    """See Attribute."""
    family_name: str | None
    """See Attribute."""
    birth_date: date | None
    """See Attribute."""
    profile: Profile | None
    """See Attribute."""
    establishment: str | None
    """See Attribute."""
    person_id: int | None
    """See Attribute."""
    establishments: tuple[ActsIn, ...]
    """See Attribute; empty where it was not declared."""


_core.register_record("account::View", View)
_core.register_record("account::Entry", Entry)
_core.register_record("account::Page", Page)
_core.register_record("account::Activation", Activation)
_core.register_record("account::Sheet", Sheet)
_core.register_record("account::Alarm", Alarm)
_core.register_record("account::Place", Place)
_core.register_record("account::Places", Places)
_core.register_record("account::SessionView", SessionView)
_core.register_record("account::Sessions", Sessions)
_core.register_record("account::Device", Device)
_core.register_record("account::Devices", Devices)
_core.register_record("account::Consent", Consent)
_core.register_record("account::Identity", Identity)
_core.register_record("account::Identities", Identities)
_core.register_record("account::Service", Service)
_core.register_record("account::Services", Services)
_core.register_record("account::ActsIn", ActsIn)
_core.register_record("account::Attributes", Attributes)
_GET = _core.register_operation("account.get", ("org_id", "account_id", "person_id"))
_LIST = _core.register_operation(
    "account.list",
    ("org_id", "group_id", "profile", "state", "idle_since", "limit", "after"),
)
_ISSUE_ACTIVATIONS = _core.register_operation(
    "account.issue_activations",
    ("org_id", "person_ids", "profile", "opens_on", "renew", "limit", "group_id"),
)
_RESET_PASSWORD = _core.register_operation("account.reset_password", ("org_id", "account_id"))
_BLOCK = _core.register_operation("account.block", ("org_id", "account_id"))
_UNBLOCK = _core.register_operation("account.unblock", ("org_id", "account_id"))
_CHANGE_LOGIN = _core.register_operation("account.change_login", ("org_id", "account_id", "login"))
_REVOKE_SESSIONS = _core.register_operation("account.revoke_sessions", ("org_id", "account_id"))
_ALARM = _core.register_operation("account.alarm", ("org_id",))
_CHANGE_PASSWORD = _core.register_operation("account.change_password", ("current", "next"))
_PLACES = _core.register_operation("account.places", ())
_SESSIONS = _core.register_operation("account.sessions", ())
_END_SESSION = _core.register_operation("account.end_session", ("session_id",))
_DEVICES = _core.register_operation("account.devices", ())
_FORGET_DEVICE = _core.register_operation("account.forget_device", ("device_id",))
_ALLOW_IMPERSONATION = _core.register_operation("account.allow_impersonation", ())
_CONSENT_FOR = _core.register_operation("account.consent_for", ("org_id", "account_id"))
_LINK_IDENTITY = _core.register_operation("account.link_identity", ("org_id", "account_id", "issuer", "subject"))
_UNLINK_IDENTITY = _core.register_operation("account.unlink_identity", ("org_id", "account_id", "issuer", "subject"))
_IDENTITIES = _core.register_operation("account.identities", ("org_id", "account_id"))
_DECLARE_SERVICE = _core.register_operation(
    "account.declare_service",
    ("org_id", "code", "name", "attributes", "profiles"),
)
_WITHDRAW_SERVICE = _core.register_operation("account.withdraw_service", ("org_id", "code"))
_SERVICES = _core.register_operation("account.services", ("org_id",))
_ATTRIBUTES = _core.register_operation("account.attributes", ("org_id", "code"))


class Operations:
    """Accounts: what people sign in with, their codes, sessions and devices, the services that learn of them, and who
    may look in for them. How one comes in is told in ent/portal.hpp.

    Rights go by unit, so a call that is about somebody else's account names the unit in which the caller has to do
    with that person. A session has them as `session.account`.
    """

    __slots__ = ("_call",)

    def __init__(self, call: _core.Call) -> None:
        self._call = call

    def get(
        self,
        *,
        org_id: int,
        account_id: int | None = None,
        person_id: int | None = None,
        deadline: datetime | None = None,
    ) -> View:
        """One account.

        org_id: The unit in which the caller knows the person.
        account_id: The account...
        person_id: ...or its person.

        Permission: account.read on the person.
        Raises: InvalidArgument (account.one_key), NotFound (account.not_found).
        Since 0.1.
        """
        _answer: View = self._call(_GET, (org_id, account_id, person_id), deadline, None, None)
        return _answer

    def list(
        self,
        *,
        org_id: int,
        group_id: int | None = None,
        profile: Profile | None = None,
        state: State | None = None,
        idle_since: datetime | None = None,
        limit: int = 50,
        after: str | None = None,
        deadline: datetime | None = None,
    ) -> Page:
        """The accounts of the people who are in a unit on the session's date, as far as the actor may know of each.

        org_id: The unit.
        group_id: Only the members of this group of the unit.
        profile: Only people with this profile there.
        state: Only accounts that stand so.
        idle_since: Only accounts that were not used after this; those never used among them.
        limit: At most so many: 1 to 500.
        after: The `next` of the page before.

        Permission: account.read, on each person.
        Raises: InvalidArgument (field.range, cursor.malformed), NotFound (group.not_found).
        Since 0.1.
        """
        _answer: Page = self._call(
            _LIST,
            (org_id, group_id, profile, state, idle_since, limit, after),
            deadline,
            None,
            None,
        )
        return _answer

    def list_all(
        self,
        *,
        org_id: int,
        group_id: int | None = None,
        profile: Profile | None = None,
        state: State | None = None,
        idle_since: datetime | None = None,
        page_size: int = 500,
        deadline: datetime | None = None,
    ) -> Pages[Entry]:
        """All of `list`, page after page: iterate over it, or take it as a table.

        org_id: The unit.
        group_id: Only the members of this group of the unit.
        profile: Only people with this profile there.
        state: Only accounts that stand so.
        idle_since: Only accounts that were not used after this; those never used among them.
        """
        return Pages(lambda after: self.list(
                org_id=org_id,
                group_id=group_id,
                profile=profile,
                state=state,
                idle_since=idle_since,
                limit=page_size,
                after=after,
                deadline=deadline,
            ))

    def issue_activations(
        self,
        *,
        org_id: int,
        person_ids: Iterable[int] = (),
        profile: Profile | None = None,
        opens_on: date | None = None,
        renew: bool = False,
        limit: int = 100,
        group_id: int | None = None,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> Sheet:
        """Makes the accounts of people who have none, and gives a code to each who has no password yet. Codes are told
        this once and can't be read again. Takes no idempotency key.

        org_id: The unit.
        person_ids: At most 500.
        profile: Under which they will come in: a wave opens one profile.
        opens_on: First day on which the codes can be used; default: at once.
        renew: Also for those whose code is still good: the old one ends.
        limit: At most so many codes: 1 to 500.
        group_id: A class or group of the unit: its pupils, or with `profile` guardian their guardians.

        Permission: account.issue_activation, on each person.
        Raises: InvalidArgument (field.range, account.nobody_named: nobody, or both a group and people or another
            profile), NotFound (org.not_found, person.not_found, group.not_found), Conflict (account.list_changed:
            call again).
        Since 0.1.
        """
        _answer: Sheet = self._call(
            _ISSUE_ACTIVATIONS,
            (org_id, person_ids, profile, opens_on, renew, limit, group_id),
            deadline,
            idempotency_key,
            if_revision,
        )
        return _answer

    def reset_password(
        self,
        *,
        org_id: int,
        account_id: int,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> Activation:
        """Takes the password of an account away, ends its sessions and gives a code to choose a new one: for three days,
        used once, told this once. For a day after, the account changes no address and exports nothing (account.held).
        Takes no idempotency key.

        org_id: The unit in which the caller knows the person.
        account_id: The account.

        Permission: account.reset_password on the person; asks for a recent proof of identity.
        Raises: NotFound (account.not_found), FailedPrecondition (account.blocked).
        Since 0.1.
        """
        _answer: Activation = self._call(
            _RESET_PASSWORD,
            (org_id, account_id),
            deadline,
            idempotency_key,
            if_revision,
        )
        return _answer

    def block(
        self,
        *,
        org_id: int,
        account_id: int,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> View:
        """Lets nobody act under an account, from their next call on.

        org_id: The unit in which the caller knows the person.
        account_id: The account.

        Permission: account.block on the person; asks for a recent proof of identity.
        Raises: NotFound (account.not_found), Conflict (call.stale_revision), FailedPrecondition (account.blocked).
        Since 0.1.
        """
        _answer: View = self._call(_BLOCK, (org_id, account_id), deadline, idempotency_key, if_revision)
        return _answer

    def unblock(
        self,
        *,
        org_id: int,
        account_id: int,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> View:
        """Opens a blocked account again; its sessions stay ended.

        org_id: The unit in which the caller knows the person.
        account_id: The account.

        Permission: account.block on the person; asks for a recent proof of identity.
        Raises: NotFound (account.not_found), Conflict (call.stale_revision), FailedPrecondition
            (account.not_blocked).
        Since 0.1.
        """
        _answer: View = self._call(
            _UNBLOCK,
            (org_id, account_id),
            deadline,
            idempotency_key,
            if_revision,
        )
        return _answer

    def change_login(
        self,
        *,
        org_id: int,
        account_id: int,
        login: str,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> View:
        """Gives an account another login.

        org_id: The unit in which the caller knows the person.
        account_id: The account.
        login: 3 to 64 of a-z, 0-9, `.`, `_`, `-`, `@`; capitals are made small.

        Permission: account.manage on the person; asks for a recent proof of identity.
        Raises: InvalidArgument (account.login_malformed), NotFound (account.not_found), AlreadyExists
            (account.login_taken), Conflict (call.stale_revision).
        Since 0.1.
        """
        _answer: View = self._call(
            _CHANGE_LOGIN,
            (org_id, account_id, login),
            deadline,
            idempotency_key,
            if_revision,
        )
        return _answer

    def revoke_sessions(
        self,
        *,
        org_id: int,
        account_id: int,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> None:
        """Ends all sessions of an account, from their next call on; one's own too, but for the one that asks.

        org_id: The unit in which the caller knows the person.
        account_id: The account.

        Permission: account.revoke_session on the person.
        Raises: NotFound (account.not_found).
        Since 0.1.
        """
        self._call(
            _REVOKE_SESSIONS,
            (org_id, account_id),
            deadline,
            idempotency_key,
            if_revision,
        )

    def alarm(self, *, org_id: int, deadline: datetime | None = None) -> Alarm:
        """Whether the accounts of a unit are under attack.

        org_id: The unit.

        Permission: account.read on the unit.
        Raises: NotFound (org.not_found).
        Since 0.1.
        """
        _answer: Alarm = self._call(_ALARM, (org_id,), deadline, None, None)
        return _answer

    def change_password(
        self,
        *,
        current: str,
        next: str,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> None:
        """Changes one's own password and ends one's other sessions. Takes no idempotency key.

        current: The password that stands. A secret.
        next: The one that is to stand: see Activate.password. A secret.

        Permission: account.use.
        Raises: InvalidArgument (account.password_wrong, account.password_too_short, account.password_common,
            account.password_guessable, text.too_long), FailedPrecondition (account.no_password), ResourceExhausted
            (account.try_later), Conflict (account.list_changed).
        Since 0.1.
        """
        self._call(
            _CHANGE_PASSWORD,
            (current, next),
            deadline,
            idempotency_key,
            if_revision,
        )

    def places(self, *, deadline: datetime | None = None) -> Places:
        """Under which profiles one's own account can act today: see session.switch_profile().

        Permission: account.use.
        Raises: NotFound (account.not_found: no profile is held any more).
        Since 0.1.
        """
        _answer: Places = self._call(_PLACES, (), deadline, None, None)
        return _answer

    def sessions(self, *, deadline: datetime | None = None) -> Sessions:
        """The live sessions of one's own account, and who has looked in with one's consent in the last year.

        Permission: account.use.
        Raises: NotFound (account.not_found: no profile is held any more).
        Since 0.1.
        """
        _answer: Sessions = self._call(_SESSIONS, (), deadline, None, None)
        return _answer

    def end_session(
        self,
        *,
        session_id: int,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> None:
        """Ends a session of one's own account, from its next call on.

        session_id: One of one's own.

        Permission: account.use.
        Raises: NotFound (account.session_not_found).
        Since 0.1.
        """
        self._call(_END_SESSION, (session_id,), deadline, idempotency_key, if_revision)

    def devices(self, *, deadline: datetime | None = None) -> Devices:
        """The devices that one's own account knows.

        Permission: account.use.
        Raises: NotFound (account.not_found: no profile is held any more).
        Since 0.1.
        """
        _answer: Devices = self._call(_DEVICES, (), deadline, None, None)
        return _answer

    def forget_device(
        self,
        *,
        device_id: int,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> None:
        """Makes a device unknown to one's own account, and ends the sessions begun from it.

        device_id: One of one's own.

        Permission: account.use.
        Raises: NotFound (account.device_not_found).
        Since 0.1.
        """
        self._call(_FORGET_DEVICE, (device_id,), deadline, idempotency_key, if_revision)

    def allow_impersonation(
        self,
        *,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> Consent:
        """Lets whoever supports the school look in as oneself, once: see portal.impersonate(). A minor's consent is the
        head's to give: see consent_for(). Takes no idempotency key.

        Permission: account.use.
        Raises: NotFound (account.not_found: no profile is held any more), FailedPrecondition (account.minor).
        Since 0.1.
        """
        _answer: Consent = self._call(_ALLOW_IMPERSONATION, (), deadline, idempotency_key, if_revision)
        return _answer

    def consent_for(
        self,
        *,
        org_id: int,
        account_id: int,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> Consent:
        """Lets whoever supports the school look in as a pupil who is not of age, or whose birth date is unknown. Takes
        no idempotency key.

        org_id: The unit in which the caller knows the person.
        account_id: The account.

        Permission: account.consent on the person; asks for a recent proof of identity.
        Raises: NotFound (account.not_found), FailedPrecondition (account.of_age: who is of age gives it themselves).
        Since 0.1.
        """
        _answer: Consent = self._call(
            _CONSENT_FOR,
            (org_id, account_id),
            deadline,
            idempotency_key,
            if_revision,
        )
        return _answer

    def link_identity(
        self,
        *,
        org_id: int,
        account_id: int,
        issuer: str,
        subject: str,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> None:
        """Says that an identity elsewhere is this account, so that portal.sign_in_external() finds it.

        org_id: The unit in which the caller knows the person.
        account_id: The account.
        issuer: As in Identity.
        subject: As in Identity.

        Permission: external_identity.manage on the person; asks for a recent proof of identity.
        Raises: InvalidArgument (text.too_short, text.too_long), NotFound (account.not_found), AlreadyExists
            (account.identity_taken).
        Since 0.1.
        """
        self._call(
            _LINK_IDENTITY,
            (org_id, account_id, issuer, subject),
            deadline,
            idempotency_key,
            if_revision,
        )

    def unlink_identity(
        self,
        *,
        org_id: int,
        account_id: int,
        issuer: str,
        subject: str,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> None:
        """Takes such a link away, and ends the sessions of the account.

        org_id: The unit in which the caller knows the person.
        account_id: The account.
        issuer: As in Identity.
        subject: As in Identity.

        Permission: external_identity.manage on the person; asks for a recent proof of identity.
        Raises: NotFound (account.not_found, account.identity_not_found).
        Since 0.1.
        """
        self._call(
            _UNLINK_IDENTITY,
            (org_id, account_id, issuer, subject),
            deadline,
            idempotency_key,
            if_revision,
        )

    def identities(self, *, org_id: int, account_id: int, deadline: datetime | None = None) -> Identities:
        """Who an account is elsewhere.

        org_id: The unit in which the caller knows the person.
        account_id: The account.

        Permission: external_identity.manage on the person; asks for a recent proof of identity.
        Raises: NotFound (account.not_found).
        Since 0.1.
        """
        _answer: Identities = self._call(_IDENTITIES, (org_id, account_id), deadline, None, None)
        return _answer

    def declare_service(
        self,
        *,
        org_id: int,
        code: str,
        name: str,
        attributes: Iterable[Attribute],
        profiles: Iterable[Profile],
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> Service:
        """Declares a service, or changes what it may learn.

        org_id: The unit that uses it.
        code: Its short name: 1 to 40 of a-z, 0-9, `-`, `_`.
        name: As it is shown: 1 to 100 characters.
        attributes: What it may learn.
        profiles: Whose people it is for.

        Permission: external_service.manage on the unit; asks for a recent proof of identity.
        Raises: InvalidArgument (text.too_short, text.too_long, account.service_code_malformed, account.nobody_named).
        Since 0.1.
        """
        _answer: Service = self._call(
            _DECLARE_SERVICE,
            (org_id, code, name, attributes, profiles),
            deadline,
            idempotency_key,
            if_revision,
        )
        return _answer

    def withdraw_service(
        self,
        *,
        org_id: int,
        code: str,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> None:
        """Withdraws a service: it learns nothing any more.

        org_id: The unit.
        code: The service.

        Permission: external_service.manage on the unit; asks for a recent proof of identity.
        Raises: NotFound (account.service_not_found).
        Since 0.1.
        """
        self._call(
            _WITHDRAW_SERVICE,
            (org_id, code),
            deadline,
            idempotency_key,
            if_revision,
        )

    def services(self, *, org_id: int, deadline: datetime | None = None) -> Services:
        """The services that a unit has declared.

        org_id: The unit.

        Permission: external_service.manage on the unit; asks for a recent proof of identity.
        Raises: NotFound (org.not_found).
        Since 0.1.
        """
        _answer: Services = self._call(_SERVICES, (org_id,), deadline, None, None)
        return _answer

    def attributes(self, *, org_id: int, code: str, deadline: datetime | None = None) -> Attributes:
        """What a declared service may learn of the person who calls, for the host to hand over.

        org_id: The unit that declared the service.
        code: The service.

        Permission: external_service.release on oneself in the unit.
        Raises: NotFound (account.service_not_found: nor is it for this profile).
        Since 0.1.
        """
        _answer: Attributes = self._call(_ATTRIBUTES, (org_id, code), deadline, None, None)
        return _answer
