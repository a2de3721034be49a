# Written by bindings/tools/pygen.py from bindings/ent.json; not to be edited.
"""The home page: what one person needs first, under the profile under which they act, in one answer.

Nothing of it is a right of its own: each part shows what the operations of its domain would show.
"""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING, Literal

from ent import _core
from ent import attendance as _attendance
from ent import calendar as _calendar
from ent import gradebook as _gradebook
from ent import homework as _homework
from ent import org as _org
from ent import person as _person
from ent import skill as _skill
from ent import timetable as _timetable
from ent._common import Profile
from ent._listing import Listing

if TYPE_CHECKING:
    from dataclasses import dataclass as record
else:
    from ent._record import record

__all__ = ["AbsenceToJustify", "ActsAs", "Counts", "HomeworkDue", "Interface", "Interfaces", "LastClaim", "LastLevel", "LastMark", "LevelInterface", "Me", "NextLesson", "Operations", "Pupil", "RegisterDue", "School", "Space", "SpaceCode", "Tile", "View"]

Interface = Literal["nursery", "non_reader", "reader", "college", "lycee", "adult"]
"""How a portal shows itself. Rights never depend on it.

nursery: École maternelle: pictures and sounds.
non_reader: Who learns to read.
reader: École élémentaire.
college: Collège.
lycee: Lycée.
adult: Everybody who is no pupil.
"""

SpaceCode = Literal["school_life", "communication", "collaboration"]
"""The spaces of a portal.

school_life: Vie scolaire et pédagogie.
communication: Communication.
collaboration: Collaboration.
"""


@record(frozen=True, slots=True, kw_only=True)
class ActsAs:
    """What one can act as."""

    profile: Profile
    """What one is..."""
    org_id: int
    """...and where."""
    org_name: str
    """As the unit is called."""


@record(frozen=True, slots=True, kw_only=True)
class Me:
    """Who asks."""

    person: _person.Card
    """The person."""
    profile: Profile
    """Under which profile they act."""
    interface: Interface
    """What the portal is to look like."""
    profiles: tuple[ActsAs, ...]
    """All that they can act as: see session.switch_profile()."""


@record(frozen=True, slots=True, kw_only=True)
class Pupil:
    """A pupil of whom the page tells: a guardian's child, or the pupil who asks, in a school."""

    person: _person.Card
    """The pupil."""
    org_id: int
    """Where."""
    org_name: str
    """As the school is called."""
    division_id: int | None
    """The class; of who is in two while they change, the first by name."""
    division_name: str | None
    """As the class is called."""
    level: str | None
    """The level there."""
    interface: Interface
    """What the portal looks like to this pupil."""


@record(frozen=True, slots=True, kw_only=True)
class School:
    """A unit in which one acts, or that lies below it, with figures that the right to them opens."""

    org_id: int
    """The unit."""
    name: str
    """As it is called."""
    kind: _org.Kind
    """What it is."""
    divisions: int | None
    """How many classes there are."""
    registers_due: int | None
    """Of who sees to all of them: registers of today that have begun and are not taken."""
    absent_today: int | None
    """Pupils who miss a half-day of the day; of who may know figures alone, not below 5."""
    justifications_waiting: int | None
    """Justifications on which nothing is decided."""


@record(frozen=True, slots=True, kw_only=True)
class Tile:
    """A tile: what the portal has to offer behind it is an operation, or several."""

    code: str
    """"timetable"."""
    name: str
    """In French."""
    english_name: str
    """In English."""
    pictogram: str
    """What its picture shows: "clock"."""


@record(frozen=True, slots=True, kw_only=True)
class Space:
    """A space, with its tiles for the profile."""

    code: SpaceCode
    """Which one."""
    name: str
    """In French."""
    english_name: str
    """In English."""
    tiles: tuple[Tile, ...]
    """In the order in which they are shown; none: there is none yet."""


@record(frozen=True, slots=True, kw_only=True)
class NextLesson:
    """One of the next lessons."""

    pupil_id: int | None
    """Whose; none: one's own, that one gives."""
    lesson: _timetable.Lesson
    """As it stands."""


@record(frozen=True, slots=True, kw_only=True)
class HomeworkDue:
    """Homework that is due."""

    pupil_id: int | None
    """Whose; none: of the groups that one teaches."""
    homework: _homework.View
    """What."""
    pupils: int | None
    """For teachers: how many have it to do."""
    done: int | None
    """For teachers: how many of them have ticked it off; none of fewer than five pupils."""


@record(frozen=True, slots=True, kw_only=True)
class LastMark:
    """A mark."""

    pupil_id: int
    """Whose."""
    subject_name: str | None
    """In what, as the school calls it."""
    mark: _gradebook.PupilMark
    """What."""


@record(frozen=True, slots=True, kw_only=True)
class LastLevel:
    """A level of an item."""

    pupil_id: int
    """Whose."""
    level: _skill.PupilLevel
    """What, with the symbol and the colour of its scale."""


@record(frozen=True, slots=True, kw_only=True)
class LastClaim:
    """What a pupil said of an item, and what became of it."""

    claim: _skill.Claim
    """What."""
    symbol: str | None
    """Of the level that was decided, or else claimed, on its scale."""
    colour: str | None
    """Its colour."""


@record(frozen=True, slots=True, kw_only=True)
class AbsenceToJustify:
    """An absence, or an early departure, for which no reason was given."""

    entry: _attendance.Entry
    """What."""
    may_justify: bool
    """Whether who asks may give the reason."""


@record(frozen=True, slots=True, kw_only=True)
class RegisterDue:
    """A register that one should have taken."""

    org_id: int
    """Where."""
    lesson_id: int | None
    """Of which lesson,"""
    division_id: int | None
    """or of which division"""
    half_day: _calendar.HalfDay | None
    """on which half-day."""
    groups: str
    """Whom it calls."""
    subject_code: str | None
    """Of a lesson: what is taught."""
    begins: time
    """When the lesson or the half-day begins."""
    ends: time
    """The minute after the last."""


@record(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many things there are, also of those that the page leaves out."""

    homework_due: int
    """Homework of the coming days that is not ticked off; for teachers, all of it."""
    absences_to_justify: int
    """Absences without a reason."""
    registers_due: int
    """Registers that one should have taken, or see taken."""
    justifications_waiting: int
    """Justifications on which one is to decide."""
    validations_waiting: int
    """Requests of pupils that an item be validated, on which one may decide."""


@record(frozen=True, slots=True, kw_only=True)
class View:
    """The home page."""

    etag: str
    """Another one when anything of the page is another."""
    not_modified: bool
    """The page is what its reader has, and left out."""
    me: Me | None
    """Who asks."""
    pupils: tuple[Pupil, ...]
    """A guardian's children by name, or the pupil who asks."""
    schools: tuple[School, ...]
    """Of who is neither: the units, by name."""
    spaces: tuple[Space, ...]
    """Always the three."""
    administration: tuple[Tile, ...]
    """Tiles of those who run the school or the portal."""
    next_lessons: tuple[NextLesson, ...]
    """Of each, six at most that have not ended, of seven days."""
    homework_due: tuple[HomeworkDue, ...]
    """Of each pupil, or of the groups that one teaches, twenty at most from today on, of seven days."""
    last_marks: tuple[LastMark, ...]
    """Of each, the last five of two months, the latest first."""
    last_levels: tuple[LastLevel, ...]
    """Of each, the last five of two months, the latest first."""
    last_claims: tuple[LastClaim, ...]
    """Of each, five at most that wait, or were made or decided on in two months."""
    absences_to_justify: tuple[AbsenceToJustify, ...]
    """Of each, twenty at most of two months, by beginning."""
    registers_due: tuple[RegisterDue, ...]
    """By time, twenty at most."""
    counts: Counts | None
    """How much there is to do."""


@record(frozen=True, slots=True, kw_only=True)
class LevelInterface:
    """What a level is shown."""

    level: str
    """Folded: lower case, without accents."""
    interface: Interface
    """What the establishment has said."""


@record(frozen=True, slots=True, kw_only=True)
class Interfaces(Listing[LevelInterface]):
    """Interfaces."""

    items: tuple[LevelInterface, ...]
    """By level."""


_core.register_record("home::ActsAs", ActsAs)
_core.register_record("home::Me", Me)
_core.register_record("home::Pupil", Pupil)
_core.register_record("home::School", School)
_core.register_record("home::Tile", Tile)
_core.register_record("home::Space", Space)
_core.register_record("home::NextLesson", NextLesson)
_core.register_record("home::HomeworkDue", HomeworkDue)
_core.register_record("home::LastMark", LastMark)
_core.register_record("home::LastLevel", LastLevel)
_core.register_record("home::LastClaim", LastClaim)
_core.register_record("home::AbsenceToJustify", AbsenceToJustify)
_core.register_record("home::RegisterDue", RegisterDue)
_core.register_record("home::Counts", Counts)
_core.register_record("home::View", View)
_core.register_record("home::LevelInterface", LevelInterface)
_core.register_record("home::Interfaces", Interfaces)
_SHOW = _core.register_operation("home.show", ("etag",))
_SET_INTERFACE = _core.register_operation("home.set_interface", ("org_id", "level", "interface"))
_INTERFACES = _core.register_operation("home.interfaces", ("org_id",))


class Operations:
    """The home page: what one person needs first, under the profile under which they act, in one answer.

    Nothing of it is a right of its own: each part shows what the operations of its domain would show. A session has
    them as `session.home`.
    """

    __slots__ = ("_call",)

    def __init__(self, call: _core.Call) -> None:
        self._call = call

    def show(self, *, etag: str | None = None, deadline: datetime | None = None) -> View:
        """The home page of who asks, in one snapshot. Lessons are those that stand: moved where they were moved to,
        cancelled ones among them. Who asks with the `etag` of the page that they have, and nothing of it is another,
        is told `not_modified`.

        etag: What the answer says that one has.

        Permission: account.use. Each part shows what its own permission opens: timetable.read, homework.read,
            mark.read, skill.read, skill.evaluate, attendance.read, attendance.take, attendance.validate, org.read,
            group.read.
        Raises: NotFound (account.not_found: the profile is not held any more).
        Since 0.1.
        """
        _answer: View = self._call(_SHOW, (etag,), deadline, None, None)
        return _answer

    def set_interface(
        self,
        *,
        org_id: int,
        level: str,
        interface: Interface | None = None,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> None:
        """Says which interface the pupils of a level are shown in an establishment: CM1 and CM2 that of the collège, a
        CP that reads by now that of readers. No right changes.

        org_id: An establishment.
        level: Of pupils in their divisions: 1 to 40 characters; case and accents don't count.
        interface: What it is shown; none: what the library says of the level.

        Permission: org.configure on the establishment; asks for a recent proof of identity.
        Raises: InvalidArgument (text.too_short, text.too_long), NotFound (org.not_found).
        Since 0.1.
        """
        self._call(
            _SET_INTERFACE,
            (org_id, level, interface),
            deadline,
            idempotency_key,
            if_revision,
        )

    def interfaces(self, *, org_id: int, deadline: datetime | None = None) -> Interfaces:
        """What an establishment has said of levels: set_interface().

        org_id: The establishment.

        Permission: org.read on the establishment.
        Raises: NotFound (org.not_found).
        Since 0.1.
        """
        _answer: Interfaces = self._call(_INTERFACES, (org_id,), deadline, None, None)
        return _answer
