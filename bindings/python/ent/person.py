# Written by bindings/tools/pygen.py from bindings/ent.json; not to be edited.
"""People: who they are, what they are in which unit, how they are reached; duplicates, merge and unmerge.

A person is one human being in the whole portal. Rights go by unit, so a call that is about a person names the unit in
which the caller has to do with that person.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING, Literal, NotRequired, TypedDict

from ent import _core
from ent._common import Function, Profile
from ent._listing import Listing, Pages

if TYPE_CHECKING:
    from dataclasses import dataclass as record
else:
    from ent._record import record

__all__ = ["Address", "AddressDict", "Affiliation", "Affiliations", "Card", "Details", "Duplicate", "Duplicates", "Entry", "Evidence", "OnMatch", "Operations", "Page", "Post", "Reference", "References", "Sex", "Title", "View"]

Title = Literal["monsieur", "madame"]
"""How somebody is addressed.

monsieur: M.
madame: Mme.
"""

Sex = Literal["female", "male"]
"""As the civil register has it.

female: Féminin.
male: Masculin.
"""

OnMatch = Literal["refuse", "take", "add"]
"""What add() does when a person of the same names and birth date is in the portal already.

refuse: Refuses, so that a human may look.
take: Adds nobody: makes that one person known in the unit.
add: Adds another person: they only share name and birthday.
"""

Evidence = Literal[
    "same_names",
    "same_family_name",
    "same_given_name",
    "similar_family_name",
    "similar_given_name",
    "swapped_names",
    "same_birth_date",
    "other_birth_date",
    "other_sex",
    "other_national_number",
    "same_feed",
]
"""What speaks for or against two records being one person.

same_names: Family and given name, without regard to case and accents.
same_family_name: That alone, or the birth name of one.
same_given_name: That alone.
similar_family_name: But for one letter.
similar_given_name: But for one letter, or one is a part of the other.
swapped_names: One's family name is the other's given name, and the reverse.
same_birth_date: Both are known.
other_birth_date: Both are known and differ: against.
other_sex: Both are known and differ: against.
other_national_number: Both have an INE, and they differ: against.
same_feed: One feed knows them as two: against.
"""


class AddressDict(TypedDict):
    """A post address."""

    lines: Iterable[str]
    """1 to 6 lines of 1 to 100 characters, without postal code and town."""
    postal_code: str
    """1 to 10 characters."""
    town: str
    """1 to 100 characters."""
    country: NotRequired[str | None]
    """Two capital letters of ISO 3166-1; none: France."""


@record(frozen=True, slots=True, kw_only=True)
class Post:
    """A profile, and perhaps a function within it."""

    profile: Profile
    """What they are."""
    function: Function | None
    """What they do within it."""


@record(frozen=True, slots=True, kw_only=True)
class View:
    """A person as seen from a unit."""

    id: int
    """The same for ever; of somebody who was merged, that of the person kept."""
    family_name: str
    """Name in use."""
    given_name: str
    """First name in use."""
    title: Title | None
    """How to address them, where known."""
    posts: tuple[Post, ...]
    """What they are in the unit, on the session's date."""
    revision: int
    """Grows with each change; for if_revision."""


@record(frozen=True, slots=True, kw_only=True)
class Address:
    """A post address."""

    lines: tuple[str, ...]
    """1 to 6 lines of 1 to 100 characters, without postal code and town."""
    postal_code: str
    """1 to 10 characters."""
    town: str
    """1 to 100 characters."""
    country: str | None
    """Two capital letters of ISO 3166-1; none: France."""


@record(frozen=True, slots=True, kw_only=True)
class Details:
    """What is known of a person beyond name and post."""

    id: int
    """Who."""
    birth_date: date | None
    """Where known."""
    birth_name: str | None
    """Where it differs from the name in use."""
    other_given_names: str | None
    """Those not in use."""
    sex: Sex | None
    """As the civil register has it."""
    email: str | None
    """Where known."""
    home_phone: str | None
    """As it was given."""
    work_phone: str | None
    """As it was given."""
    mobile: str | None
    """As it was given."""
    accepts_sms: bool
    """Short messages may go to the mobile."""
    shares_address: bool
    """The parents' associations may have the address."""
    addresses: tuple[Address, ...]
    """Where they live on the session's date."""
    revision: int
    """Of email, phones and consents; 0: none were ever set."""


@record(frozen=True, slots=True, kw_only=True)
class Entry:
    """A person in a unit, as directories list them."""

    id: int
    """Who."""
    org_id: int
    """Where."""
    family_name: str
    """Name in use."""
    given_name: str
    """First name in use."""
    title: Title | None
    """How to address them, where known."""
    posts: tuple[Post, ...]
    """What they are there."""


@record(frozen=True, slots=True, kw_only=True)
class Page(Listing[Entry]):
    """One page of people."""

    items: tuple[Entry, ...]
    """By family name, then given name, without regard to case and accents."""
    next: str | None
    """Give it as `after` to read on; none: this is the last page."""


@record(frozen=True, slots=True, kw_only=True)
class Affiliation:
    """A post in a unit, with its dates."""

    org_id: int
    """Where."""
    profile: Profile
    """What they are there."""
    function: Function | None
    """What they do within it."""
    valid_from: date
    """First day."""
    valid_to: date | None
    """First day on which it no longer holds; none: open."""


@record(frozen=True, slots=True, kw_only=True)
class Affiliations(Listing[Affiliation]):
    """The posts of one person."""

    items: tuple[Affiliation, ...]
    """By unit, then by first day."""


@record(frozen=True, slots=True, kw_only=True)
class Reference:
    """Where a person is known from outside."""

    feed: str
    """`ine`, or the name of a feed: 1 to 60 characters of a-z, 0-9, and `-`, `_`, `:`, `.`."""
    key: str
    """Their key in it, 1 to 100 characters."""


@record(frozen=True, slots=True, kw_only=True)
class References(Listing[Reference]):
    """The references of one person."""

    items: tuple[Reference, ...]
    """By feed."""


@record(frozen=True, slots=True, kw_only=True)
class Card:
    """A person as lists name them."""

    id: int
    """Who."""
    family_name: str
    """Name in use."""
    given_name: str
    """First name in use."""
    title: Title | None
    """How to address them, where known."""


@record(frozen=True, slots=True, kw_only=True)
class Duplicate:
    """Two records that may be one person."""

    first: Card
    """Of the unit that was asked about."""
    second: Card
    """Of this unit, or of another that the actor reaches."""
    second_org_id: int
    """Where the second is known."""
    score: int
    """0 to 100; from 80 on, it is most likely one person."""
    evidence: tuple[Evidence, ...]
    """What the score is made of."""


@record(frozen=True, slots=True, kw_only=True)
class Duplicates(Listing[Duplicate]):
    """Likely duplicates."""

    items: tuple[Duplicate, ...]
    """The most likely first."""


_core.register_record("person::Post", Post)
_core.register_record("person::View", View)
_core.register_record("person::Address", Address)
_core.register_record("person::Details", Details)
_core.register_record("person::Entry", Entry)
_core.register_record("person::Page", Page)
_core.register_record("person::Affiliation", Affiliation)
_core.register_record("person::Affiliations", Affiliations)
_core.register_record("person::Reference", Reference)
_core.register_record("person::References", References)
_core.register_record("person::Card", Card)
_core.register_record("person::Duplicate", Duplicate)
_core.register_record("person::Duplicates", Duplicates)
_ADD = _core.register_operation(
    "person.add",
    ("org_id", "family_name", "given_name", "birth_date", "birth_name", "other_given_names", "title", "sex", "on_match"),
)
_CHANGE = _core.register_operation(
    "person.change",
    ("org_id", "person_id", "family_name", "given_name", "birth_date", "birth_name", "other_given_names", "title", "sex"),
)
_GET = _core.register_operation("person.get", ("org_id", "person_id"))
_DETAILS = _core.register_operation("person.details", ("org_id", "person_id"))
_SET_CONTACT = _core.register_operation(
    "person.set_contact",
    ("org_id", "person_id", "email", "home_phone", "work_phone", "mobile", "accepts_sms", "shares_address"),
)
_MOVE = _core.register_operation(
    "person.move",
    ("org_id", "person_id", "address", "to_person_id", "valid_from", "keeps_others"),
)
_LIST = _core.register_operation("person.list", ("org_id", "profile", "limit", "after"))
_SEARCH = _core.register_operation("person.search", ("words", "org_id", "profile", "limit", "after"))
_AFFILIATE = _core.register_operation(
    "person.affiliate",
    ("org_id", "person_id", "profile", "function", "valid_from", "valid_to"),
)
_END_AFFILIATION = _core.register_operation(
    "person.end_affiliation",
    ("org_id", "person_id", "profile", "function", "valid_to"),
)
_AFFILIATIONS = _core.register_operation("person.affiliations", ("org_id", "person_id"))
_REFER = _core.register_operation("person.refer", ("org_id", "person_id", "feed", "key"))
_REFERENCES = _core.register_operation("person.references", ("org_id", "person_id"))
_DUPLICATES = _core.register_operation("person.duplicates", ("org_id", "person_id", "least_score", "limit"))
_MERGE = _core.register_operation("person.merge", ("org_id", "kept_id", "merged_id", "merged_org_id"))
_UNMERGE = _core.register_operation("person.unmerge", ("org_id", "kept_id", "merged_id", "merged_org_id"))


class Operations:
    """People: who they are, what they are in which unit, how they are reached; duplicates, merge and unmerge.

    A person is one human being in the whole portal. Rights go by unit, so a call that is about a person names the
    unit in which the caller has to do with that person. A session has them as `session.person`.
    """

    __slots__ = ("_call",)

    def __init__(self, call: _core.Call) -> None:
        self._call = call

    def add(
        self,
        *,
        org_id: int,
        family_name: str,
        given_name: str,
        birth_date: date | None = None,
        birth_name: str | None = None,
        other_given_names: str | None = None,
        title: Title | None = None,
        sex: Sex | None = None,
        on_match: OnMatch = "refuse",
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> View:
        """Makes a person known in a unit. It gives them no profile there: see affiliate(), group.enrol() and
        guardian.link().

        Without a birth date, only people of the same names in the unit count as a match.

        org_id: The unit in which the person becomes known.
        family_name: 1 to 100 characters.
        given_name: 1 to 100 characters.
        birth_date: From 1900-01-01 to today.
        birth_name: Family name at birth: 1 to 100 characters.
        other_given_names: Those not in use: 1 to 200 characters.
        title: How to address them.
        sex: As the civil register has it.
        on_match: When the person seems to be in the portal already.

        Permission: person.manage on the unit.
        Raises: InvalidArgument (text.too_short, text.too_long, person.birth_date_range), NotFound (org.not_found),
            AlreadyExists (person.known), Conflict (person.several_match: nobody can be taken).
        Since 0.1.
        """
        _answer: View = self._call(
            _ADD,
            (org_id, family_name, given_name, birth_date, birth_name, other_given_names, title, sex, on_match),
            deadline,
            idempotency_key,
            if_revision,
        )
        return _answer

    def change(
        self,
        *,
        org_id: int,
        person_id: int,
        family_name: str | None = None,
        given_name: str | None = None,
        birth_date: date | None = None,
        birth_name: str | None = None,
        other_given_names: str | None = None,
        title: Title | None = None,
        sex: Sex | None = None,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> View:
        """Corrects who a person is. Those whom a directory feed owns are corrected at its source.

        org_id: The unit in which the caller knows the person.
        person_id: Who.
        family_name: 1 to 100 characters.
        given_name: 1 to 100 characters.
        birth_date: From 1900-01-01 to today.
        birth_name: 1 to 100 characters.
        other_given_names: 1 to 200 characters.
        title: How to address them.
        sex: As the civil register has it.

        Permission: person.manage on the person.
        Raises: InvalidArgument (text.too_short, text.too_long, person.birth_date_range), NotFound (person.not_found),
            FailedPrecondition (person.owned_by_feed), Conflict (call.stale_revision).
        Since 0.1.
        """
        _answer: View = self._call(
            _CHANGE,
            (org_id, person_id, family_name, given_name, birth_date, birth_name, other_given_names, title, sex),
            deadline,
            idempotency_key,
            if_revision,
        )
        return _answer

    def get(self, *, org_id: int, person_id: int, deadline: datetime | None = None) -> View:
        """One person, with what they are in the unit.

        org_id: The unit in which the caller knows the person.
        person_id: Who.

        Permission: person.read on the person.
        Raises: NotFound (person.not_found).
        Since 0.1.
        """
        _answer: View = self._call(_GET, (org_id, person_id), deadline, None, None)
        return _answer

    def details(self, *, org_id: int, person_id: int, deadline: datetime | None = None) -> Details:
        """Birth, phones, e-mail and addresses of one person. To a guardian, only those of the person's addresses are
        shown at which the guardian lives too: nobody learns here where the other parent lives.

        org_id: The unit in which the caller knows the person.
        person_id: Who.

        Permission: person.read_contact on the person.
        Raises: NotFound (person.not_found).
        Since 0.1.
        """
        _answer: Details = self._call(_DETAILS, (org_id, person_id), deadline, None, None)
        return _answer

    def set_contact(
        self,
        *,
        org_id: int,
        person_id: int,
        email: str | None = None,
        home_phone: str | None = None,
        work_phone: str | None = None,
        mobile: str | None = None,
        accepts_sms: bool | None = None,
        shares_address: bool | None = None,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> None:
        """Sets phones, e-mail and consents of one person; if_revision is that of Details.

        org_id: The unit in which the caller knows the person.
        person_id: Who.
        email: At most 254 characters, with one @.
        home_phone: 4 to 20 characters: digits, spaces, + . - ( ).
        work_phone: Likewise.
        mobile: Likewise.
        accepts_sms: Short messages may go to the mobile.
        shares_address: The parents' associations may have the address.

        Permission: person.update_contact on the person; asks for a recent proof of identity.
        Raises: InvalidArgument (person.email_malformed, person.phone_malformed), NotFound (person.not_found),
            Conflict (call.stale_revision), FailedPrecondition (account.held: a password reset lately).
        Since 0.1.
        """
        self._call(
            _SET_CONTACT,
            (org_id, person_id, email, home_phone, work_phone, mobile, accepts_sms, shares_address),
            deadline,
            idempotency_key,
            if_revision,
        )

    def move(
        self,
        *,
        org_id: int,
        person_id: int,
        address: Address | AddressDict | None = None,
        to_person_id: int | None = None,
        valid_from: date | None = None,
        keeps_others: bool = False,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> None:
        """Gives a person a new address from a date on.

        org_id: The unit in which the caller knows the person.
        person_id: Who moves.
        address: To a household of their own at this address...
        to_person_id: ...or to where this person, known in the unit, lives.
        valid_from: Default: today.
        keeps_others: They go on living where they lived too, as children of two homes do.

        Permission: person.update_contact on both persons; asks for a recent proof of identity.
        Raises: InvalidArgument (text.too_short, text.too_long, field.range, person.one_address), NotFound
            (person.not_found), FailedPrecondition (account.held).
        Since 0.1.
        """
        self._call(
            _MOVE,
            (org_id, person_id, address, to_person_id, valid_from, keeps_others),
            deadline,
            idempotency_key,
            if_revision,
        )

    def list(
        self,
        *,
        org_id: int,
        profile: Profile | None = None,
        limit: int = 50,
        after: str | None = None,
        deadline: datetime | None = None,
    ) -> Page:
        """The people of a unit on the session's date, as far as the actor may know of them.

        org_id: The unit.
        profile: Only people with this profile there.
        limit: At most so many: 1 to 500.
        after: The `next` of the page before.

        Permission: person.read, on each.
        Raises: InvalidArgument (field.range, cursor.malformed).
        Since 0.1.
        """
        _answer: Page = self._call(_LIST, (org_id, profile, limit, after), deadline, None, None)
        return _answer

    def list_all(
        self,
        *,
        org_id: int,
        profile: Profile | None = None,
        page_size: int = 500,
        deadline: datetime | None = None,
    ) -> Pages[Entry]:
        """All of `list`, page after page: iterate over it, or take it as a table.

        org_id: The unit.
        profile: Only people with this profile there.
        """
        return Pages(lambda after: self.list(
                org_id=org_id,
                profile=profile,
                limit=page_size,
                after=after,
                deadline=deadline,
            ))

    def search(
        self,
        *,
        words: str,
        org_id: int | None = None,
        profile: Profile | None = None,
        limit: int = 20,
        after: str | None = None,
        deadline: datetime | None = None,
    ) -> Page:
        """People by their names, in all units that the actor reaches; who is in two of them comes twice.

        words: Beginnings of names in any order, whatever case and accents; 1 to 100 characters.
        org_id: Only in this unit.
        profile: Only people with this profile.
        limit: At most so many: 1 to 500.
        after: The `next` of the page before.

        Permission: person.read, on each.
        Raises: InvalidArgument (text.too_short, text.too_long, field.range, cursor.malformed).
        Since 0.1.
        """
        _answer: Page = self._call(
            _SEARCH,
            (words, org_id, profile, limit, after),
            deadline,
            None,
            None,
        )
        return _answer

    def search_all(
        self,
        *,
        words: str,
        org_id: int | None = None,
        profile: Profile | None = None,
        page_size: int = 500,
        deadline: datetime | None = None,
    ) -> Pages[Entry]:
        """All of `search`, page after page: iterate over it, or take it as a table.

        words: Beginnings of names in any order, whatever case and accents; 1 to 100 characters.
        org_id: Only in this unit.
        profile: Only people with this profile.
        """
        return Pages(lambda after: self.search(
                words=words,
                org_id=org_id,
                profile=profile,
                limit=page_size,
                after=after,
                deadline=deadline,
            ))

    def affiliate(
        self,
        *,
        org_id: int,
        person_id: int,
        profile: Profile,
        function: Function | None = None,
        valid_from: date | None = None,
        valid_to: date | None = None,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> Affiliation:
        """Gives a person a profile in a unit; that of a guardian or a pupil only with a function, as a delegate.

        org_id: Where.
        person_id: Who; known in the unit by add() or by an earlier post.
        profile: For pupils see group.enrol(), for guardians guardian.link().
        function: What they do within it.
        valid_from: First day; default: today.
        valid_to: First day on which it no longer holds; default: open.

        Permission: affiliation.manage on the unit; asks for a recent proof of identity.
        Raises: PermissionDenied (person.own_post: nobody gives themselves a post), InvalidArgument
            (person.profile_misplaced: no such people in units of this kind, person.profile_derived,
            person.function_unfit, period.empty), NotFound (org.not_found, person.not_found), AlreadyExists
            (person.has_post).
        Since 0.1.
        """
        _answer: Affiliation = self._call(
            _AFFILIATE,
            (org_id, person_id, profile, function, valid_from, valid_to),
            deadline,
            idempotency_key,
            if_revision,
        )
        return _answer

    def end_affiliation(
        self,
        *,
        org_id: int,
        person_id: int,
        profile: Profile,
        function: Function | None = None,
        valid_to: date | None = None,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> None:
        """Ends a post. What begins later is cancelled too.

        org_id: Where.
        person_id: Who.
        profile: The profile that ends; for pupils see group.leave().
        function: The function; none: the post without one.
        valid_to: First day on which it no longer holds; default: today.

        Permission: affiliation.manage on the unit; asks for a recent proof of identity.
        Raises: InvalidArgument (person.profile_derived), NotFound (person.not_found, person.no_post).
        Since 0.1.
        """
        self._call(
            _END_AFFILIATION,
            (org_id, person_id, profile, function, valid_to),
            deadline,
            idempotency_key,
            if_revision,
        )

    def affiliations(self, *, org_id: int, person_id: int, deadline: datetime | None = None) -> Affiliations:
        """What a person is or will be, from the session's date on, in all units in which the actor may know of them.

        org_id: The unit in which the caller knows the person.
        person_id: Who.

        Permission: person.read, on the person in each unit.
        Raises: NotFound (person.not_found).
        Since 0.1.
        """
        _answer: Affiliations = self._call(_AFFILIATIONS, (org_id, person_id), deadline, None, None)
        return _answer

    def refer(
        self,
        *,
        org_id: int,
        person_id: int,
        feed: str,
        key: str,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> None:
        """Says under which key a feed knows a person, so that an import finds them.

        org_id: The unit in which the caller knows the person.
        person_id: Who.
        feed: As in Reference.
        key: Theirs in the feed.

        Permission: person.manage on the person.
        Raises: InvalidArgument (person.feed_malformed, text.too_short, text.too_long), NotFound (person.not_found),
            AlreadyExists (person.reference_taken: it is another person's).
        Since 0.1.
        """
        self._call(
            _REFER,
            (org_id, person_id, feed, key),
            deadline,
            idempotency_key,
            if_revision,
        )

    def references(self, *, org_id: int, person_id: int, deadline: datetime | None = None) -> References:
        """The references of a person.

        org_id: The unit in which the caller knows the person.
        person_id: Who.

        Permission: person.manage on the person.
        Raises: NotFound (person.not_found).
        Since 0.1.
        """
        _answer: References = self._call(_REFERENCES, (org_id, person_id), deadline, None, None)
        return _answer

    def duplicates(
        self,
        *,
        org_id: int,
        person_id: int | None = None,
        least_score: int = 60,
        limit: int = 50,
        deadline: datetime | None = None,
    ) -> Duplicates:
        """People of a unit who seem to be in the portal twice.

        org_id: The unit.
        person_id: Only of this person.
        least_score: 1 to 100.
        limit: At most so many: 1 to 500.

        Permission: person.merge, on each of the two; asks for a recent proof of identity.
        Raises: InvalidArgument (field.range).
        Since 0.1.
        """
        _answer: Duplicates = self._call(
            _DUPLICATES,
            (org_id, person_id, least_score, limit),
            deadline,
            None,
            None,
        )
        return _answer

    def merge(
        self,
        *,
        org_id: int,
        kept_id: int,
        merged_id: int,
        merged_org_id: int | None = None,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> None:
        """Makes two records one person: all that the merged one is, belongs to and is responsible for goes over to the
        kept one. Where both say the same of the same day, the kept one's word stands; but of two guardianships
        between the same two what a court withdrew is withdrawn, what one decided holds alone, and otherwise the
        nearer kind has what either had, as far as it may. Can be undone.

        org_id: The unit in which the caller knows the person that stays.
        kept_id: The person that stays.
        merged_id: The person that goes into the other.
        merged_org_id: Where the caller knows the other; default: the same unit.

        Permission: person.merge on both; asks for a recent proof of identity.
        Raises: InvalidArgument (person.same_person), NotFound (person.not_found), FailedPrecondition
            (person.already_merged).
        Since 0.1.
        """
        self._call(
            _MERGE,
            (org_id, kept_id, merged_id, merged_org_id),
            deadline,
            idempotency_key,
            if_revision,
        )

    def unmerge(
        self,
        *,
        org_id: int,
        kept_id: int,
        merged_id: int,
        merged_org_id: int | None = None,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> None:
        """Undoes a merge: what went over comes back, as it has become since. Guardianships of both that were changed
        since hold for each that was linked so, and restrictions that were said since for both. The last merge of a
        person is undone first.

        org_id: The unit in which the caller knows the person that stays.
        kept_id: The person that stays.
        merged_id: The person that goes into the other.
        merged_org_id: Where the caller knows the other; default: the same unit.

        Permission: person.merge on the person that stayed; asks for a recent proof of identity.
        Raises: NotFound (person.not_found, person.not_merged), FailedPrecondition (person.later_merge).
        Since 0.1.
        """
        self._call(
            _UNMERGE,
            (org_id, kept_id, merged_id, merged_org_id),
            deadline,
            idempotency_key,
            if_revision,
        )
