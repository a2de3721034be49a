# Written by bindings/tools/pygen.py from bindings/ent.json; not to be edited.
"""What portals and sessions can do beside operations."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from datetime import date, datetime, time
from datetime import date as _date
from typing import TYPE_CHECKING, Literal, NotRequired, TypedDict

from ent import _core
from ent import account as _account
from ent import calendar as _calendar
from ent import org as _org
from ent import timetable as _timetable
from ent._common import Profile
from ent._listing import Listing

if TYPE_CHECKING:
    from dataclasses import dataclass as record
    from ent._portal import Session
else:
    from ent._record import record

__all__ = ["Activated", "BackupReport", "Bootstrapped", "CheckFinding", "CheckLevel", "CheckReport", "Deliveries", "Delivery", "ExportProgress", "ExportReport", "FetClash", "FetClasses", "FetDayDict", "FetHourDict", "FetReport", "FetSubjectDict", "FetTeacherDict", "ImportCounts", "ImportMode", "ImportNote", "ImportProgress", "ImportReport", "ImportUndo", "Progress", "Resumed", "SettledDeliveries", "SignedIn", "UndoConflict", "UndoCounts"]

CheckLevel = Literal["quick", "full"]
"""How closely a store is looked at.

quick: The pages of the file, and the schema.
full: Indexes against their tables too, and the rules that rows of several tables keep together.
"""

ImportMode = Literal["full", "delta"]
"""How much of a directory the files hold.

full: All of it: who is absent from them is gone.
delta: What has changed since the last delivery.
"""

FetClasses = Literal["years", "groups", "subgroups"]
"""Which of the sets of pupils of a file are classes.

years: Its years: "6A", with groups for languages or halves in it.
groups: Its groups: year "6e", group "6A", subgroup "6A gr 1".
subgroups: Its subgroups.
"""


class FetTeacherDict(TypedDict):
    """Who a teacher of the file is."""

    name: str
    """As the file has it, letter by letter."""
    person_id: int
    """Somebody who teaches in the school."""


class FetSubjectDict(TypedDict):
    """Under which code a subject of the file is kept."""

    name: str
    """As the file has it."""
    code: str
    """1 to 40 characters."""


class FetDayDict(TypedDict):
    """On which day of the week a day of the file is."""

    name: str
    """As the file has it."""
    weekday: _calendar.Weekday
    """The day of the week."""
    half_day: NotRequired[_calendar.HalfDay | None]
    """Where each day of the file is half of one: which half."""


class FetHourDict(TypedDict):
    """When an hour of the file is."""

    name: str
    """As the file has it."""
    begins: time
    """By the clock on the wall."""
    ends: time
    """Likewise; later than `begins`."""
    half_day: NotRequired[_calendar.HalfDay | None]
    """Only on these halves of days; none: on all."""


@record(frozen=True, slots=True, kw_only=True)
class Bootstrapped:
    """What a portal begins with."""

    establishment_id: int
    """The establishment."""
    account: _account.Activation
    """The administrator's, with the code for portal.activate()."""


@record(frozen=True, slots=True, kw_only=True)
class Activated:
    """Answer of portal.activate()."""

    account_id: int
    """The account."""
    login: str
    """What the person signs in as."""


@record(frozen=True, slots=True, kw_only=True)
class SignedIn:
    """Answer of portal.sign_in()."""

    __secrets__ = ("token", "device_token")
    session: Session
    """To work with. In a `with` statement its handle is closed at the end."""
    token: str
    """For portal.resume(): 64 characters. A secret."""
    device_token: str
    """For the next sign-in of this login from this device: 43 characters. A secret."""
    ends_at: datetime
    """When the session ends at the latest."""


@record(frozen=True, slots=True, kw_only=True)
class Resumed:
    """Answer of portal.resume()."""

    __secrets__ = ("token",)
    session: Session
    """To work with. In a `with` statement its handle is closed at the end."""
    token: str
    """For the next resume(): of a mobile another one than before. A secret."""
    ends_at: datetime
    """When the session ends at the latest."""


@record(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One thing to be told."""

    number: int
    """The same at each try: who receives can tell a repetition by it."""
    at: datetime
    """When it was written."""
    org_id: int
    """Where; no id: in the portal as a whole."""
    kind: str
    """"account.was_impersonated"."""
    payload: str
    """JSON; its members go with the kind."""
    lane: str
    """Deliveries of one lane are given one at a time and in the order of writing; empty: in no order."""
    tries: int
    """How often it has been given, with this time."""


@record(frozen=True, slots=True, kw_only=True)
class Deliveries(Listing[Delivery]):
    """What was taken."""

    items: tuple[Delivery, ...]
    """In the order of writing."""
    lease: int
    """By which they are settled; 0: nothing was due."""
    until: datetime | None
    """When the lease ends."""
    next_due_at: datetime | None
    """When nothing was due: when something will be, unless more is written."""


@record(frozen=True, slots=True, kw_only=True)
class SettledDeliveries:
    """How many of them were still held."""

    delivered: int
    """Gone."""
    failed: int
    """To be tried again."""
    parked: int
    """Failed too often."""
    late: int
    """The lease had ended, and somebody else was given them."""


@record(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a long piece of work has come."""

    done: int
    """In steps of the work's own."""
    total: int
    """Of so many; 0: not known beforehand."""


@record(frozen=True, slots=True, kw_only=True)
class CheckFinding:
    """What is wrong in a store."""

    reason: str
    """check.file_damaged, check.schema_differs or check.rule_broken: see explain_reason()."""
    place: str
    """Which page, index, table or rule, in English. Never a value of a row."""
    count: int
    """In how many rows."""


@record(frozen=True, slots=True, kw_only=True)
class CheckReport:
    """What a check found."""

    findings: tuple[CheckFinding, ...]
    """None: the store is sound."""


@record(frozen=True, slots=True, kw_only=True)
class BackupReport:
    """What a backup holds."""

    bytes: int
    """Size of the copy."""


@record(frozen=True, slots=True, kw_only=True)
class ImportProgress:
    """How far an import has come."""

    records_done: int
    """Records that have been read and compared."""
    bytes_done: int
    """Of the files."""
    bytes_total: int
    """Of all files that will be read."""


@record(frozen=True, slots=True, kw_only=True)
class ImportCounts:
    """What became of the things of one kind."""

    created: int
    """Were not there."""
    changed: int
    """Say something else now; of dated things: ended, or held anew."""
    unchanged: int
    """Stand as the feed says."""
    marked: int
    """Absent from a full feed, or deleted by a delta: ended, and to be removed."""
    removed: int
    """Marked long enough ago: contact data and key are gone."""
    refused: int
    """Left out; a note says why."""


@record(frozen=True, slots=True, kw_only=True)
class ImportNote:
    """A fault of the files, or a choice that somebody should look at. Never a value of a record."""

    refused: bool
    """It was left out; otherwise it was taken, with the caution that `reason` tells."""
    file: str
    """Name of the file."""
    line: int
    """Where the record or the cell begins, from 1; 0: the file as a whole."""
    field: str
    """Attribute or column; empty: the record as a whole."""
    reason: str
    """Stable token: see explain_reason()."""


@record(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What an import did."""

    applied: bool
    """False: nothing was written, since a file cannot be trusted as a whole (the notes say which), or since this was a
    dry run.
    """
    run: int
    """Number of the run; 0: nothing was written."""
    feed: str
    """As in ImportOptions."""
    date: _date
    """The day of the feed: what it newly brings holds from then on."""
    school_year: int
    """First year of the school year of its groups."""
    records: int
    """Records read."""
    units: ImportCounts
    """Establishments and what is above them."""
    groups: ImportCounts
    """Divisions and teaching groups."""
    people: ImportCounts
    """Who they are and how they are reached."""
    affiliations: ImportCounts
    """Posts."""
    memberships: ImportCounts
    """Pupils in divisions and groups."""
    roles: ImportCounts
    """Main teachers."""
    services: ImportCounts
    """Who teaches what to whom."""
    guardianships: ImportCounts
    """Who answers for whom."""
    refusals: int
    """Notes of what was left out, also those that are not listed."""
    warnings: int
    """The others."""
    notes: tuple[ImportNote, ...]
    """In the order of reading, up to ImportOptions.most_notes."""


@record(frozen=True, slots=True, kw_only=True)
class FetClash:
    """Two activities of the file that cannot both take place where it puts them. They were taken as they are."""

    shared: _timetable.Shared
    """What they have in common."""
    activity_id: int
    """The one, as the file numbers it."""
    other_id: int
    """The other."""
    weekday: _calendar.Weekday
    """On which day."""
    begins: time
    """From when on both take place"""
    ends: time
    """until when."""


@record(frozen=True, slots=True, kw_only=True)
class FetReport:
    """What the import of a file did."""

    applied: bool
    """False: nothing was written, since the file cannot be read, or since this was a dry run."""
    feed: str
    """As in FetOptions."""
    date: _date
    """From which day on what is new or changed holds."""
    school_year: int
    """First year of the school year."""
    records: int
    """Records read."""
    activities: int
    """Of them activities."""
    inactive: int
    """Activities that are switched off."""
    unplaced: int
    """Activities that have no time yet."""
    subjects: ImportCounts
    """Of the file."""
    rooms: ImportCounts
    """Real ones."""
    bells: ImportCounts
    """The grid of the hours."""
    groups: ImportCounts
    """Classes, and the groups that are taught."""
    services: ImportCounts
    """Who teaches what to whom."""
    slots: ImportCounts
    """Activities with their place in the week; those that are no longer there are `marked`."""
    unmatched_teachers: tuple[str, ...]
    """Names of the file for which there is nobody, in its order."""
    clash_count: int
    """Clashes within the file, also those that are not listed."""
    clashes: tuple[FetClash, ...]
    """By day and time, up to FetOptions.most_notes."""
    refusals: int
    """Notes of what was left out, also those that are not listed."""
    warnings: int
    """The others."""
    notes: tuple[ImportNote, ...]
    """In the order of reading, up to FetOptions.most_notes."""
    run: int
    """Number of the run, for undo_import(); 0: nothing was written."""


@record(frozen=True, slots=True, kw_only=True)
class UndoCounts:
    """What became of the things of one kind that a run had written."""

    restored: int
    """Say again what they said before the run."""
    removed: int
    """Had been made by the run."""
    kept: int
    """Changed or used since by somebody else: left as they are."""


@record(frozen=True, slots=True, kw_only=True)
class UndoConflict:
    """Something that the run had written and that was left as it is."""

    fact: str
    """unit, group, person, contact, residence, key, affiliation, membership, role, service, guardianship; of a timetable
    slot, room, subject, bells.
    """
    org_id: int
    """The unit; 0: the portal as a whole."""
    person_id: int
    """Whom it is about, of a guardianship the pupil; 0: nobody."""
    reason: str
    """import.changed_since or import.used_since."""
    name: str
    """Of a timetable: the number of a slot's activity in the file, the code of a group, room, subject or grid of bells,
    the subject of a service.
    """


@record(frozen=True, slots=True, kw_only=True)
class ImportUndo:
    """What undo_import() did."""

    applied: bool
    """False: a dry run, there was nothing left to do, or UndoOptions.all_or_nothing."""
    was_undone: bool
    """The run had been taken back before; nothing was done."""
    run: int
    """The run."""
    units: UndoCounts
    """Establishments and what is above them."""
    groups: UndoCounts
    """Divisions and teaching groups."""
    people: UndoCounts
    """Who they are."""
    affiliations: UndoCounts
    """Posts of people who stood before the run; likewise the following."""
    memberships: UndoCounts
    """Pupils in divisions and groups."""
    roles: UndoCounts
    """Main teachers."""
    services: UndoCounts
    """Who teaches what to whom."""
    guardianships: UndoCounts
    """Who answers for whom."""
    conflicts: int
    """All that was kept, also what is not listed."""
    kept: tuple[UndoConflict, ...]
    """Up to UndoOptions.most_conflicts."""
    subjects: UndoCounts
    """Of a timetable; likewise the following."""
    rooms: UndoCounts
    """Real ones."""
    bells: UndoCounts
    """Grids of hours."""
    slots: UndoCounts
    """Activities with their place in the week."""


@record(frozen=True, slots=True, kw_only=True)
class ExportProgress:
    """How far an export has come."""

    people_done: int
    """People that have been written."""
    people_total: int
    """People that will be written."""


@record(frozen=True, slots=True, kw_only=True)
class ExportReport:
    """What an export has written."""

    units: int
    """Rows of orgs.csv."""
    groups: int
    """Rows of classes.csv."""
    people: int
    """Each in the one role that the format has room for."""
    enrollments: int
    """Rows of enrollments.csv."""
    guardianships: int
    """Pairs of a pupil and an adult."""
    left_out: int
    """Posts and guardianships that the format has no word for."""


_core.register_record("Bootstrapped", Bootstrapped)
_core.register_record("Activated", Activated)
_core.register_record("SignedIn", SignedIn)
_core.register_record("Resumed", Resumed)
_core.register_record("Delivery", Delivery)
_core.register_record("Deliveries", Deliveries)
_core.register_record("SettledDeliveries", SettledDeliveries)
_core.register_record("Progress", Progress)
_core.register_record("CheckFinding", CheckFinding)
_core.register_record("CheckReport", CheckReport)
_core.register_record("BackupReport", BackupReport)
_core.register_record("ImportProgress", ImportProgress)
_core.register_record("ImportCounts", ImportCounts)
_core.register_record("ImportNote", ImportNote)
_core.register_record("ImportReport", ImportReport)
_core.register_record("FetClash", FetClash)
_core.register_record("FetReport", FetReport)
_core.register_record("UndoCounts", UndoCounts)
_core.register_record("UndoConflict", UndoConflict)
_core.register_record("ImportUndo", ImportUndo)
_core.register_record("ExportProgress", ExportProgress)
_core.register_record("ExportReport", ExportReport)
_BOOTSTRAP = _core.register_function(
    "Portal::bootstrap",
    ("uai", "establishment_name", "family_name", "given_name", "degree", "nature_code"),
)
_ACTIVATE = _core.register_function(
    "Portal::activate",
    ("login", "code", "password", "birth_date", "new_login", "source"),
)
_SIGN_IN = _core.register_function(
    "Portal::sign_in",
    ("login", "password", "profile", "source", "device_token", "device_name", "mobile"),
)
_SIGN_IN_EXTERNAL = _core.register_function(
    "Portal::sign_in_external",
    ("issuer", "subject", "asserted_at", "profile", "device_token", "device_name", "mobile"),
)
_RESUME = _core.register_function("Portal::resume", ())
_SIGN_OUT = _core.register_function("Portal::sign_out", ())
_ACT_AS = _core.register_function(
    "Portal::act_as",
    ("account_id", "person_id", "profile", "step_up_at"),
)
_IMPERSONATE = _core.register_function(
    "Portal::impersonate",
    ("org_id", "account_id", "code", "profile"),
)
_TAKE_DELIVERIES = _core.register_function("Portal::take_deliveries", ("limit", "lease_seconds", "parked"))
_SETTLE_DELIVERIES = _core.register_function("Portal::settle_deliveries", ("lease", "delivered", "failed"))
_CHECK = _core.register_function("Portal::check", ("level",))
_BACKUP = _core.register_function("Portal::backup", ("replace",))
_SWITCH_PROFILE = _core.register_function("Session::switch_profile", ())
_STEP_UP = _core.register_function("Session::step_up", ())
_IMPORT_AAF = _core.register_function(
    "import_aaf",
    ("feed", "mode", "date", "school_year", "org_id", "dry_run", "most_absent_percent", "removal_days", "parents_are_legal", "most_notes"),
)
_IMPORT_ONEROSTER = _core.register_function(
    "import_oneroster",
    ("feed", "mode", "date", "school_year", "org_id", "dry_run", "most_absent_percent", "removal_days", "parents_are_legal", "most_notes"),
)
_IMPORT_FET = _core.register_function(
    "import_fet",
    ("org_id", "feed", "date", "valid_to", "teachers", "subjects", "days", "hours", "first_weekday", "half_days", "lesson_minutes", "classes", "grid", "alternance", "dry_run", "most_notes"),
)
_UNDO_IMPORT = _core.register_function(
    "undo_import",
    ("run", "org_id", "dry_run", "most_conflicts", "all_or_nothing"),
)
_EXPORT_ONEROSTER = _core.register_function(
    "export_oneroster",
    ("org_id", "school_year", "feed", "parents_are_legal"),
)


def _session(core: _core.Session | None) -> Session:
    from ent._portal import Session

    assert core is not None
    return Session(core)


class PortalFunctions:
    """What a portal can do."""

    _core: _core.Portal

    def bootstrap(
        self,
        *,
        uai: str,
        establishment_name: str,
        family_name: str,
        given_name: str,
        degree: _org.Degree = "second",
        nature_code: str | None = None,
    ) -> Bootstrapped:
        """Makes the first establishment of an empty portal and its local administrator, whose account waits for its
        code. Once, and only while the portal is empty: of two at once, one does it.

        uai: 7 digits and a letter.
        establishment_name: 1 to 200 characters.
        family_name: Of the administrator: 1 to 100 characters.
        given_name: Of the administrator: 1 to 100 characters.
        degree: Of the establishment.
        nature_code: 3 digits.

        Raises: InvalidArgument (org.uai_malformed, org.nature_malformed, text.too_short, text.too_long),
            FailedPrecondition (portal.not_empty).
        Since 0.1.
        """
        _, answer = _core.call_function(
            _BOOTSTRAP,
            self._core,
            None,
            None,
            (uai, establishment_name, family_name, given_name, degree, nature_code),
            None,
        )
        given: Bootstrapped = answer
        return given

    def activate(
        self,
        *,
        login: str,
        code: str,
        password: str,
        birth_date: date | None = None,
        new_login: str | None = None,
        source: str = "",
    ) -> Activated:
        """Uses a code, of a first sign-in or after a reset, to choose a password, and a login if wished. A code is good
        for one use and five tries. Tries are counted as sign_in() counts them.

        login: As it stands on the sheet.
        code: As it stands on the sheet; capitals, spaces and hyphens do not matter. A secret.
        password: 8 characters for pupils, 12 for others, at most 256 bytes; no rule of make. A secret.
        birth_date: Asked of people whose birth date is known.
        new_login: To sign in as from now on; default: the login stays.
        source: As in SignIn.

        Raises: Unauthenticated (account.code_wrong: login, code, birth date, or the code is no longer or not yet
            good, account.blocked), InvalidArgument (account.password_too_short, account.password_common,
            account.password_guessable, account.login_malformed, text.too_long), AlreadyExists (account.login_taken),
            ResourceExhausted (account.try_later).
        Since 0.1.
        """
        _, answer = _core.call_function(
            _ACTIVATE,
            self._core,
            None,
            None,
            (login, code, password, birth_date, new_login, source),
            None,
        )
        given: Activated = answer
        return given

    def sign_in(
        self,
        *,
        login: str,
        password: str,
        profile: Profile | None = None,
        source: str = "",
        device_token: str = "",
        device_name: str = "",
        mobile: bool = False,
    ) -> SignedIn:
        """Begins a session by a password. After five failures on a login the next tries must wait, up to a quarter of an
        hour; never for longer, and not on a device that the account knows. Fifty failures from one source within ten
        minutes close it to others than known devices for as long.

        login: Capitals and spaces around it do not matter.
        password: As it was chosen, byte for byte. A secret.
        profile: To act under; default: the first of account.places().
        source: Where the try comes from, such as the /24 or /64 of its address. Empty: not counted.
        device_token: What the last sign-in of this login gave this device; empty: none did. A secret.
        device_name: Shown in the list of devices, at most 100 characters: "Firefox, Windows".
        mobile: Thirty days, with a token that changes at each use; else twelve hours.

        Raises: Unauthenticated (account.credentials_wrong: whatever of login and password is wrong, or the account
            waits for its code, account.blocked), ResourceExhausted (account.try_later), FailedPrecondition
            (account.no_profile, account.profile_not_held), InvalidArgument (text.too_long).
        Since 0.1.
        """
        opened, answer = _core.call_function(
            _SIGN_IN,
            self._core,
            None,
            None,
            (login, password, profile, source, device_token, device_name, mobile),
            None,
        )
        given: SignedIn = answer
        object.__setattr__(given, "session", _session(opened))
        return given

    def sign_in_external(
        self,
        *,
        issuer: str,
        subject: str,
        asserted_at: datetime,
        profile: Profile | None = None,
        device_token: str = "",
        device_name: str = "",
        mobile: bool = False,
    ) -> SignedIn:
        """Begins a session by the word of an identity provider, which the host has checked: signature, audience, replay.
        Nothing of the assertion is kept.

        issuer: Who vouches; see account::Identity.
        subject: For whom.
        asserted_at: When it was asserted: at most five minutes ago.
        profile: As in SignIn.
        device_token: As in SignIn. A secret.
        device_name: As in SignIn.
        mobile: As in SignIn.

        Raises: Unauthenticated (account.identity_unknown, account.assertion_stale, account.blocked),
            FailedPrecondition (account.no_profile, account.profile_not_held), InvalidArgument (text.too_long).
        Since 0.1.
        """
        opened, answer = _core.call_function(
            _SIGN_IN_EXTERNAL,
            self._core,
            None,
            None,
            (issuer, subject, asserted_at, profile, device_token, device_name, mobile),
            None,
        )
        given: SignedIn = answer
        object.__setattr__(given, "session", _session(opened))
        return given

    def resume(self, token: str) -> Resumed:
        """Goes on with a session, under the profile that it last had. A browser's session ends half an hour (two hours
        for pupils and guardians) after its last resume() or step-up: a host calls this with each request, or every
        few minutes for a session that it holds; most of these calls write nothing. The token of a mobile is used
        once: who presents it again has stolen it, or was stolen from, and the session ends.

        Raises: Unauthenticated (session.ended, session.idle, session.revoked, account.token_reused, account.blocked).
        Since 0.1.
        """
        opened, answer = _core.call_function(_RESUME, self._core, None, token, (), None)
        given: Resumed = answer
        object.__setattr__(given, "session", _session(opened))
        return given

    def sign_out(self, session: Session) -> None:
        """Ends a session. Twice is once; a session of act_as() or system() ends with its last handle.

        Raises: FailedPrecondition (session.other_portal).
        Since 0.1.
        """
        _core.call_function(_SIGN_OUT, self._core, session._core, None, (), None)

    def act_as(
        self,
        *,
        account_id: int | None = None,
        person_id: int | None = None,
        profile: Profile | None = None,
        step_up_at: datetime | None = None,
    ) -> Session:
        """A session for a person for whom the host vouches, having signed them in itself. It ends when the account is
        blocked or its sessions are revoked.

        account_id: The account...
        person_id: ...or its person.
        profile: Default: the first of account.places().
        step_up_at: When the host last had a second proof of who it is.

        Raises: InvalidArgument (account.one_key, account.step_up_later), NotFound (account.not_found),
            Unauthenticated (account.blocked), FailedPrecondition (account.no_profile, account.profile_not_held).
        Since 0.1.
        """
        opened, _ = _core.call_function(
            _ACT_AS,
            self._core,
            None,
            None,
            (account_id, person_id, profile, step_up_at),
            None,
        )
        return _session(opened)

    def impersonate(self, session: Session, *, org_id: int, account_id: int, code: str, profile: Profile) -> Session:
        """Looks in as another person, who has allowed it by a code: for half an hour, reading only, nothing of
        confidentiality C3 and above; each read leaves an audit entry with both persons, and the person sees in
        account.sessions() who looked in.

        org_id: The unit in which the caller knows the person.
        account_id: In whose place to read.
        code: What the person was told by account.allow_impersonation(). A secret.
        profile: Of the person.

        Permission: account.impersonate on the person.
        Raises: NotFound (account.not_found), Unauthenticated (account.code_wrong), ResourceExhausted
            (account.try_later), FailedPrecondition (account.profile_not_held, session.reads_only).
        Since 0.1.
        """
        opened, _ = _core.call_function(
            _IMPERSONATE,
            self._core,
            session._core,
            None,
            (org_id, account_id, code, profile),
            None,
        )
        return _session(opened)

    def take_deliveries(self, *, limit: int = 100, lease_seconds: int = 300, parked: bool = False) -> Deliveries:
        """Takes what is due from the outbox, for the time of a lease: meanwhile nobody else is given it, in this process
        or another. What is not settled by then is given again.

        Asks for no permission: who holds the portal is the host. Taking leaves an audit entry; finding nothing writes
        nothing.

        limit: At most so many: 1 to 1000.
        lease_seconds: For how long nobody else is given them: 1 to 86 400.
        parked: Those that were parked after many tries, in the place of those that are due. They are settled as
            others are: delivered drops one for good, failed parks it again.

        Raises: InvalidArgument (field.range).
        Since 0.1.
        """
        _, answer = _core.call_function(
            _TAKE_DELIVERIES,
            self._core,
            None,
            None,
            (limit, lease_seconds, parked),
            None,
        )
        given: Deliveries = answer
        return given

    def settle_deliveries(
        self,
        *,
        lease: int,
        delivered: Iterable[int] = (),
        failed: Iterable[int] = (),
    ) -> SettledDeliveries:
        """Says what became of deliveries that were taken. Who is late is told so, and changes nothing.

        lease: Of the Deliveries.
        delivered: Their numbers. They are gone.
        failed: Those to be tried again: after half a minute, then twice as long each time, up to six hours. After
            twelve tries one is parked.

        Since 0.1.
        """
        _, answer = _core.call_function(
            _SETTLE_DELIVERIES,
            self._core,
            None,
            None,
            (lease, delivered, failed),
            None,
        )
        given: SettledDeliveries = answer
        return given

    def check(
        self,
        *,
        level: CheckLevel = "quick",
        progress: Callable[[Progress], object] | None = None,
    ) -> CheckReport:
        """Looks whether the store is sound. Others read and write meanwhile. What is found is no error: see the report.

        Asks for no permission: who holds the portal is the host.

        level: How closely.
        progress: called now and then, in the thread of the call. False stops it, and so does an exception, which
            comes out of it.

        Raises: Unimplemented (check.by_server: PostgreSQL has pg_amcheck for it), Cancelled (store.interrupted),
            Unavailable (store.io, store.busy).
        Since 0.1.
        """
        _, answer = _core.call_function(_CHECK, self._core, None, None, (level,), progress)
        given: CheckReport = answer
        return given

    def backup(
        self,
        path: str | os.PathLike[str],
        *,
        replace: bool = False,
        progress: Callable[[Progress], object] | None = None,
    ) -> BackupReport:
        """Copies the store to a file, as it is at one instant, while others read and write; then reads the copy to see
        that it is sound. The copy is a store that can be opened. `path` is UTF-8, and names a whole copy or what it
        named before, whatever happens: the copy grows beside it under the ending `.partial`, which is left behind
        only by a process that was killed. The copy holds what the store holds, personal data and hashes of passwords:
        keep it as the store is kept.

        Asks for no permission: who holds the portal is the host.

        replace: A store that lies at the path gives way to the copy, once that is whole.
        progress: called now and then, in the thread of the call. False stops it, and so does an exception, which
            comes out of it.

        Raises: AlreadyExists (backup.exists), FailedPrecondition (backup.not_a_store: only a store is replaced,
            backup.in_use, backup.partial_left), InvalidArgument (backup.no_place), ResourceExhausted (store.full),
            DataLoss (store.corrupt: the store is damaged, and no copy was made), Unavailable (store.io, store.busy),
            Cancelled (store.interrupted), Unimplemented (backup.by_server: PostgreSQL has pg_dump and pg_basebackup).
        Since 0.1.
        """
        _, answer = _core.call_function(
            _BACKUP,
            self._core,
            None,
            os.fspath(path),
            (replace,),
            progress,
        )
        given: BackupReport = answer
        return given


class SessionFunctions:
    """What a session can do beside operations."""

    _core: _core.Session

    def switch_profile(self, profile: Profile) -> Session:
        """The same account acting under another of its profiles, without signing in again. The session goes on under it;
        handles that exist keep the profile that they have.

        Raises: Unauthenticated (session.ended: and the like), FailedPrecondition (account.profile_not_held,
            session.impersonated).
        Since 0.1.
        """
        opened, _ = _core.call_function(_SWITCH_PROFILE, None, self._core, profile, (), None)
        return _session(opened)

    def step_up(self, password: str) -> None:
        """The person enters the password again: for ten minutes this session may do what asks for a recent proof.

        Raises: Unauthenticated (account.credentials_wrong, session.ended: and the like), ResourceExhausted
            (account.try_later), FailedPrecondition (account.no_password, session.impersonated).
        Since 0.1.
        """
        _core.call_function(_STEP_UP, None, self._core, password, (), None)

    def import_aaf(
        self,
        folder: str | os.PathLike[str],
        *,
        feed: str | None = None,
        mode: ImportMode = "full",
        date: date | None = None,
        school_year: int | None = None,
        org_id: int | None = None,
        dry_run: bool = False,
        most_absent_percent: int = 40,
        removal_days: int = 90,
        parents_are_legal: bool = False,
        most_notes: int = 1000,
        progress: Callable[[ImportProgress], object] | None = None,
    ) -> ImportReport:
        """Loads an annuaire académique fédérateur, of the first or the second degree, from a folder with its XML files.

        Only one write of any kind runs at a time on SQLite, so others wait until it has ended. A file that cannot be
        read as a whole is no error: see ImportReport.applied.

        feed: What makes keys unique: a delivery finds what an earlier one of the same feed has brought. 1 to 60
            characters of a-z, 0-9, and `-`, `_`, `:`, `.`. Default: the format and, where the files say it, the code
            of the academy or of the system that wrote them: "aaf:013".
        mode: Files of the other mode in the same folder are left alone.
        date: Default: the date in the names of the files, else today.
        school_year: Its first year, 2025 for 2025-2026; default: that of the date, by the turn of the units.
        org_id: The unit under which the feed's establishments lie, or the one establishment. New ones are placed
            under it. None: the portal as a whole.
        dry_run: Do all, report all, keep nothing.
        most_absent_percent: A full feed in which more people than this are missing is refused; 0 to 100.
        removal_days: How long somebody who is absent keeps contact data and key; 1 to 3650.
        parents_are_legal: OneRoster does not say who holds parental authority. False: its parents are persons in
            charge, who never see results. True: the source is known to list legal guardians as parents.
        most_notes: Lines of the report; what is beyond is only counted. 0 to 1 000 000.
        progress: called now and then, in the thread of the call. False stops it, and so does an exception, which
            comes out of it.

        Permission: import.run on each unit concerned.
        Raises: InvalidArgument (import.feed_malformed, field.range, import.no_files, import.several_deliveries,
            calendar.turns_differ: below ImportOptions::org_id), NotFound (org.not_found), FailedPrecondition
            (import.feed_older, import.too_many_absent), Unavailable (import.unreadable), Cancelled
            (import.cancelled).
        Since 0.1.
        """
        _, answer = _core.call_function(
            _IMPORT_AAF,
            None,
            self._core,
            os.fspath(folder),
            (feed, mode, date, school_year, org_id, dry_run, most_absent_percent, removal_days, parents_are_legal, most_notes),
            progress,
        )
        given: ImportReport = answer
        return given

    def import_oneroster(
        self,
        folder: str | os.PathLike[str],
        *,
        feed: str | None = None,
        mode: ImportMode = "full",
        date: date | None = None,
        school_year: int | None = None,
        org_id: int | None = None,
        dry_run: bool = False,
        most_absent_percent: int = 40,
        removal_days: int = 90,
        parents_are_legal: bool = False,
        most_notes: int = 1000,
        progress: Callable[[ImportProgress], object] | None = None,
    ) -> ImportReport:
        """Loads a OneRoster 1.1 bulk delivery from a folder with its CSV files, among them manifest.csv.

        The date of the feed is that of the options, else today: the files do not say it. Otherwise as import_aaf().

        feed: What makes keys unique: a delivery finds what an earlier one of the same feed has brought. 1 to 60
            characters of a-z, 0-9, and `-`, `_`, `:`, `.`. Default: the format and, where the files say it, the code
            of the academy or of the system that wrote them: "aaf:013".
        mode: Files of the other mode in the same folder are left alone.
        date: Default: the date in the names of the files, else today.
        school_year: Its first year, 2025 for 2025-2026; default: that of the date, by the turn of the units.
        org_id: The unit under which the feed's establishments lie, or the one establishment. New ones are placed
            under it. None: the portal as a whole.
        dry_run: Do all, report all, keep nothing.
        most_absent_percent: A full feed in which more people than this are missing is refused; 0 to 100.
        removal_days: How long somebody who is absent keeps contact data and key; 1 to 3650.
        parents_are_legal: OneRoster does not say who holds parental authority. False: its parents are persons in
            charge, who never see results. True: the source is known to list legal guardians as parents.
        most_notes: Lines of the report; what is beyond is only counted. 0 to 1 000 000.
        progress: called now and then, in the thread of the call. False stops it, and so does an exception, which
            comes out of it.

        Permission: import.run on each unit concerned.
        Raises: InvalidArgument (import.delta_unread: ImportOptions::mode, import.feed_malformed, field.range,
            import.no_files, calendar.turns_differ), NotFound (org.not_found), FailedPrecondition (import.feed_older,
            import.too_many_absent), Unavailable (import.unreadable), Cancelled (import.cancelled).
        Since 0.1.
        """
        _, answer = _core.call_function(
            _IMPORT_ONEROSTER,
            None,
            self._core,
            os.fspath(folder),
            (feed, mode, date, school_year, org_id, dry_run, most_absent_percent, removal_days, parents_are_legal, most_notes),
            progress,
        )
        given: ImportReport = answer
        return given

    def import_fet(
        self,
        file: str | os.PathLike[str],
        *,
        org_id: int,
        feed: str | None = None,
        date: date | None = None,
        valid_to: date | None = None,
        teachers: Iterable[FetTeacherDict] = (),
        subjects: Iterable[FetSubjectDict] = (),
        days: Iterable[FetDayDict] = (),
        hours: Iterable[FetHourDict] = (),
        first_weekday: _calendar.Weekday = "monday",
        half_days: bool | None = None,
        lesson_minutes: int | None = None,
        classes: FetClasses | None = None,
        grid: str | None = None,
        alternance: str | None = None,
        dry_run: bool = False,
        most_notes: int = 1000,
        progress: Callable[[ImportProgress], object] | None = None,
    ) -> FetReport:
        """Loads a timetable from a file of FET (.fet): its subjects, rooms, classes and groups, who teaches what to
        whom, and when and where. Asked again with the same file, it writes nothing; with a later state of it, only
        what differs.

        What is in the school by hand or from another feed stays: a group of the same name is taken as it is. Pupils
        are not in such a file, and groups have none until somebody puts them in.

        org_id: The establishment.
        feed: What makes activities known again: another import of the same feed changes what this one has brought. 1
            to 60 characters of a-z, 0-9, and `-`, `_`, `:`, `.`. Default: "fet".
        date: From which day on the file holds. Default: the first import's is today, a later one's the Monday that
            comes, or today where that is one.
        valid_to: First day on which it no longer holds; default: the end of the school year.
        teachers: At most 2 000. Who is not in it is reported, and never made up.
        subjects: At most 2 000; the others are found by code or name, or made.
        days: At most 100; otherwise the names tell, or the order from `first_weekday` on.
        hours: At most 100; otherwise the names tell, or the bells of the school in their order.
        first_weekday: Of the first day of the file, where its name does not tell.
        half_days: Whether each day of the file is half of one; default: as the file says.
        lesson_minutes: How long an hour lasts whose name only tells when it begins: 10 to 240.
        classes: Default: those that the school has by these names, else as they lie in the file.
        grid: Code of the bells: 1 to 20 characters; default: "fet".
        alternance: Only in the weeks of this alternance: 1 to 20 characters.
        dry_run: Do all, report all, keep nothing.
        most_notes: Lines of each list of the report; what is beyond is only counted. 0 to 1 000 000.
        progress: called now and then, in the thread of the call. False stops it, and so does an exception, which
            comes out of it.

        Permission: import.run on the establishment.
        Raises: InvalidArgument (import.feed_malformed, field.range, text.too_short, text.too_long,
            timetable.ends_before, import.days_unclear, import.hours_unclear, timetable.midweek,
            timetable.several_years, period.empty), NotFound (org.not_found), FailedPrecondition (import.feed_older,
            import.nothing_placed: it would end all that stands), Unavailable (import.unreadable), Cancelled
            (import.cancelled).
        Since 0.1.
        """
        _, answer = _core.call_function(
            _IMPORT_FET,
            None,
            self._core,
            os.fspath(file),
            (org_id, feed, date, valid_to, teachers, subjects, days, hours, first_weekday, half_days, lesson_minutes, classes, grid, alternance, dry_run, most_notes),
            progress,
        )
        given: FetReport = answer
        return given

    def undo_import(
        self,
        feed: str,
        *,
        run: int | None = None,
        org_id: int | None = None,
        dry_run: bool = False,
        most_conflicts: int = 1000,
        all_or_nothing: bool = False,
    ) -> ImportUndo:
        """Takes back what the last import of a feed has written: what it made goes, what it changed says again what it
        said before. What somebody has changed or used since is left and listed. Contact data that an import removed
        because of their age stay removed. The run before becomes the last one; it cannot be taken back as well.

        The run of import_fet() is known by its feed and its school, which `org_id` names. A slot is used when of one
        of its lessons, from the day of the file on, a register was saved, an entry of the notebook or homework
        written, or a change said; it then stays wholly, with all that it needs.

        Asked again of the same run, it says that this has been done.

        run: ImportReport.run; another one than the last of the feed is refused. Default: the last.
        org_id: As in ImportOptions; of a timetable, its school.
        dry_run: Do all, report all, keep nothing.
        most_conflicts: What was kept, listed; what is beyond is only counted. 0 to 1 000 000.
        all_or_nothing: Where something would have to be kept, do nothing and list it.

        Permission: import.run on each unit concerned.
        Raises: NotFound (org.not_found, import.run_not_found), FailedPrecondition (import.run_not_last),
            InvalidArgument (field.range).
        Since 0.1.
        """
        _, answer = _core.call_function(
            _UNDO_IMPORT,
            None,
            self._core,
            feed,
            (run, org_id, dry_run, most_conflicts, all_or_nothing),
            None,
        )
        given: ImportUndo = answer
        return given

    def export_oneroster(
        self,
        folder: str | os.PathLike[str],
        *,
        org_id: int | None = None,
        school_year: int | None = None,
        feed: str | None = None,
        parents_are_legal: bool = True,
        progress: Callable[[ExportProgress], object] | None = None,
    ) -> ExportReport:
        """Writes a OneRoster 1.1 bulk delivery into a folder, which is made where there is none: manifest.csv and seven
        files, each whole or not there. The same facts under the same keys are the same bytes.

        org_id: The unit whose establishments are given out; none: the portal as a whole.
        school_year: Of the groups, by its first year; default: that of the date, by the turn of the units.
        feed: Things that this feed knows go out under its keys, so that an import of OneRoster is given back under
            the keys under which it came. All others, and all without a feed, go out under keys made of their ids:
            "ent-p0000000042".
        parents_are_legal: True: only legal representatives go out as parents, so that who takes parents to be legal
            is right. False: persons in charge too.
        progress: called now and then, in the thread of the call. False stops it, and so does an exception, which
            comes out of it.

        Permission: export.run on the unit, and on each establishment that is given out; others are passed over.
        Raises: InvalidArgument (field.range, import.feed_malformed, calendar.turns_differ), NotFound (org.not_found),
            Unavailable (export.unwritable), Cancelled (export.cancelled).
        Since 0.1.
        """
        _, answer = _core.call_function(
            _EXPORT_ONEROSTER,
            None,
            self._core,
            os.fspath(folder),
            (org_id, school_year, feed, parents_are_legal),
            progress,
        )
        given: ExportReport = answer
        return given
